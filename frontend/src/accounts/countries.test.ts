import { expect, test } from "vitest";
import { countries, countryName } from "./countries";

test("countries go by their names, each once, the kept one among them", () => {
  const all = countries("US");
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.map(({ name }) => name)).toEqual(
    [...all.map(({ name }) => name)].sort((a, b) => a.localeCompare(b, "en")),
  );
  expect(all.find(({ id }) => id === "DE")?.name).toBe("Germany");
  expect(countries("ZZ").some(({ id }) => id === "ZZ")).toBe(true);
  expect(countryName("CH")).toBe("Switzerland");
});
