import { expect, test } from "vitest";
import { eraseWord } from "./EraseContacts";
import { fileAddresses, pastedAddresses, SUPPRESSION } from "./suppression";

test("addresses as they are pasted", () => {
  expect(pastedAddresses("a@x.com\r\nb@x.com; c@x.com,\n\n\td@x.com")).toEqual([
    "a@x.com",
    "b@x.com",
    "c@x.com",
    "d@x.com",
  ]);
  expect(pastedAddresses('"Ada Lovelace" <ada@x.com>, Bo <bo@x.com>')).toEqual(["ada@x.com", "bo@x.com"]);
});

test("a do-not-contact file: only what can be an address", () => {
  const file =
    'E-mail;Name;Phone;Since\r\nada@x.com;Ada;;2024\r\n;Bo;+41 79 123 45 67;2025\r\n"cy@x.com";Cy @ work;;\r\n';
  expect(fileAddresses(file)).toEqual(["ada@x.com", "+41 79 123 45 67", "cy@x.com"]);
  expect(fileAddresses("nothing here")).toEqual([]);
});

test("each address once, whatever its case", () => {
  expect(pastedAddresses("Ada@x.com\nada@X.com")).toEqual(["Ada@x.com"]);
  expect(pastedAddresses(" \n ")).toEqual([]);
});

test("a refusal and an erasure are never lifted by hand", () => {
  const liftable = Object.entries(SUPPRESSION).filter(([, each]) => each.isLiftable);
  expect(liftable.map(([reason]) => reason).sort()).toEqual(["ADDED", "DEACTIVATED"]);
});

test("erasing many says how many", () => {
  expect(eraseWord(1)).toBe("erase");
  expect(eraseWord(12)).toBe("erase 12");
});
