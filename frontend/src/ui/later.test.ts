import { afterEach, expect, test, vi } from "vitest";
import { patiently } from "./later";

afterEach(() => vi.unstubAllGlobals());
const server = (isThere: boolean) =>
  vi.stubGlobal("fetch", () => (isThere ? Promise.resolve({ ok: true }) : Promise.reject(new TypeError("away"))));

test("a part is waited for while the server is away", async () => {
  server(false);
  let asked = 0;
  const load = async () => {
    asked++;
    if (asked < 6) throw new TypeError("away");
    return "part";
  };
  expect(await patiently(load, [0])).toBe("part");
});

test("a part that an updated server no longer has is an error", async () => {
  server(true);
  let asked = 0;
  const load = async () => {
    asked++;
    throw new TypeError("gone");
  };
  await expect(patiently(load, [0])).rejects.toThrow("gone");
  expect(asked).toBe(2);
});
