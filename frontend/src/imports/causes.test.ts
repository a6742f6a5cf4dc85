import { describe, expect, it } from "vitest";
import {
  choose,
  chosenFor,
  EVERY_DOMAIN,
  everyDomain,
  everyRemedy,
  type Group,
  isWhole,
  nameOf,
  orderOf,
  outcomeOf,
  remediesInput,
  remedyOf,
} from "./causes";

const gmial: Group = {
  cause: "MISTYPED_MAIL_DOMAIN",
  found: "gmial.com",
  becomes: "gmail.com",
  count: 214,
  solved: 0,
  countries: [],
  examples: [],
};
const yaho: Group = { ...gmial, found: "yaho.com", becomes: "yahoo.com", count: 1 };
const numbers: Group = { ...gmial, cause: "MISSING_COUNTRY_CODE", found: null, becomes: null, countries: ["DE", "AT"] };

describe("remedies", () => {
  it("are chosen one by one, each once", () => {
    const first = choose([], remedyOf(gmial), true);
    const both = choose(first, remedyOf(yaho), true);
    expect(both).toEqual([
      { cause: "MISTYPED_MAIL_DOMAIN", found: "gmial.com" },
      { cause: "MISTYPED_MAIL_DOMAIN", found: "yaho.com" },
    ]);
    expect(choose(both, remedyOf(gmial), true)).toHaveLength(2);
    expect(chosenFor(choose(both, remedyOf(gmial), false), gmial)).toBeUndefined();
    expect(chosenFor(both, yaho)).toEqual(both[1]);
  });

  it("take the likeliest country until another is said", () => {
    const likely = choose([], remedyOf(numbers), true);
    expect(likely).toEqual([{ cause: "MISSING_COUNTRY_CODE", country: "DE" }]);
    expect(choose(likely, remedyOf(numbers, "AT"), true)).toEqual([{ cause: "MISSING_COUNTRY_CODE", country: "AT" }]);
    expect(isWhole(remedyOf({ ...numbers, countries: [] }))).toBe(false);
    expect(remediesInput(likely)).toEqual([{ cause: "MISSING_COUNTRY_CODE", found: null, country: "DE" }]);
  });

  it("are one for every mail domain where they are many, also for those that are not told", () => {
    const many = Array.from({ length: 100 }, (_, i) => ({ ...gmial, found: `gmial${i}.com`, count: 2, solved: 1 }));
    expect(everyDomain([gmial, yaho])).toBeNull();
    const every = everyDomain(many) as Group;
    expect(every).toMatchObject({ found: null, count: 200, solved: 100 });
    expect([nameOf(every), orderOf(every)]).toEqual(["Mistyped mail domains", "Fix every mistyped mail domain"]);
    expect(everyRemedy([...many, numbers], [])).toEqual([EVERY_DOMAIN, remedyOf(numbers)]);
    expect(everyRemedy([gmial, yaho], [remedyOf(gmial)])).toEqual([remedyOf(yaho)]);
    // The one takes the place of the single ones, stands for each of them, and is not offered twice.
    const chosen = choose([remedyOf(gmial), remedyOf(numbers)], EVERY_DOMAIN, true);
    expect(chosen).toEqual([remedyOf(numbers), EVERY_DOMAIN]);
    expect(chosenFor(chosen, yaho)).toEqual(EVERY_DOMAIN);
    expect(everyRemedy([...many, numbers], chosen)).toEqual([]);
    expect(choose(chosen, EVERY_DOMAIN, false)).toEqual([remedyOf(numbers)]);
  });

  it("say what they do and what they did", () => {
    expect(orderOf(gmial)).toBe("Fix all 214: gmial.com → gmail.com");
    expect(orderOf(yaho)).toBe("Fix it: yaho.com → yahoo.com");
    expect(outcomeOf({ ...numbers, solved: 214 })).toBe("All 214 put right");
    expect(outcomeOf({ ...numbers, solved: 210 })).toBe("210 of 214 put right");
    expect(outcomeOf(numbers)).toBe("Helps none of 214 rows");
  });
});
