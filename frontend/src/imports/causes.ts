/** What can be put right for many rows at once: what is said of a group, and which remedies are chosen. Rules only. */
import type { CauseGroupFragment, FaultCause, ImportRemedyInput } from "../graphql/generated/graphql";
import { counted, number } from "../ui/words";

export type Remedy = { cause: FaultCause; found?: string | null; country?: string | null };
export type Group = CauseGroupFragment;

/** Of which cause, and, of a mail domain, of which. */
export const keyOf = ({ cause, found }: { cause: FaultCause; found?: string | null }): string =>
  found ? `${cause} ${found}` : cause;

/** Every mistyped mail domain, also those that are too many to be told one by one. */
export const EVERY_DOMAIN: Remedy = { cause: "MISTYPED_MAIL_DOMAIN" };
/** So many causes are told before the rest is folded away. */
export const FEW = 8;
/** More than this the server does not tell. */
const MOST = 100;

/** The remedy for this group, be it the one for every mail domain. */
export const chosenFor = (remedies: readonly Remedy[], group: Pick<Group, "cause" | "found">): Remedy | undefined =>
  remedies.find((remedy) => keyOf(remedy) === keyOf(group)) ??
  remedies.find((remedy) => keyOf(remedy) === keyOf(EVERY_DOMAIN) && group.cause === EVERY_DOMAIN.cause);

/** With this group's remedy, or without it. */
export function choose(remedies: readonly Remedy[], remedy: Remedy, isChosen: boolean): Remedy[] {
  const isEvery = keyOf(remedy) === keyOf(EVERY_DOMAIN);
  const others = remedies.filter((each) => keyOf(each) !== keyOf(remedy) && !(isEvery && each.cause === remedy.cause));
  return isChosen ? [...others, remedy] : others;
}

/** The mail domains as one, where they are too many to be chosen one by one; null where they are few. */
export function everyDomain(groups: readonly Group[]): Group | null {
  const domains = groups.filter(({ cause }) => cause === EVERY_DOMAIN.cause);
  const [first] = domains;
  if (!first || domains.length <= FEW) return null;
  const sum = (of: (group: Group) => number) => domains.reduce((total, group) => total + of(group), 0);
  const examples = domains.flatMap((group) => group.examples.slice(0, 1));
  return { ...first, found: null, becomes: null, count: sum((g) => g.count), solved: sum((g) => g.solved), examples };
}

/** True where there may be more than these. */
export const areCut = (groups: readonly Group[]): boolean => groups.length >= MOST;

/** What puts all of them right that can be: the mail domains by one remedy where they are many. */
export function everyRemedy(groups: readonly Group[], remedies: readonly Remedy[]): Remedy[] {
  const isOne = everyDomain(groups) !== null;
  const open = groups.filter((group) => !chosenFor(remedies, group) && !(isOne && group.cause === EVERY_DOMAIN.cause));
  const found = open.map((group) => remedyOf(group)).filter(isWhole);
  const isChosen = remedies.some((each) => keyOf(each) === keyOf(EVERY_DOMAIN));
  return isOne && !isChosen ? [EVERY_DOMAIN, ...found] : found;
}

/** A country must be said; the likeliest is proposed. */
export const remedyOf = (group: Group, country?: string | null): Remedy =>
  group.cause === "MISSING_COUNTRY_CODE"
    ? { cause: group.cause, country: country ?? group.countries[0] ?? null }
    : { cause: group.cause, ...(group.found ? { found: group.found } : {}) };

export const isWhole = (remedy: Remedy): boolean => remedy.cause !== "MISSING_COUNTRY_CODE" || Boolean(remedy.country);

export const remediesInput = (remedies: readonly Remedy[]): ImportRemedyInput[] =>
  remedies.map(({ cause, found, country }) => ({ cause, found: found ?? null, country: country ?? null }));

export const CAUSES: Record<FaultCause, string> = {
  MISTYPED_MAIL_DOMAIN: "Mistyped mail domain",
  MISSING_COUNTRY_CODE: "Phone number without its country code",
  MISSING_PLUS: "Phone number without its +",
  SEVERAL_ADDRESSES: "Several e-mail addresses in a cell",
  SEVERAL_NUMBERS: "Several phone numbers in a cell",
  SWAPPED_WITH_NAME: "E-mail address and name swapped",
};

export const nameOf = (group: Group): string =>
  group.cause === EVERY_DOMAIN.cause && !group.found ? "Mistyped mail domains" : CAUSES[group.cause];

/** What the remedy does, as an order that a person gives. */
export function orderOf(group: Group): string {
  const all = group.count === 1 ? "it" : `all ${number(group.count)}`;
  switch (group.cause) {
    case "MISTYPED_MAIL_DOMAIN":
      return group.found ? `Fix ${all}: ${group.found} → ${group.becomes}` : "Fix every mistyped mail domain";
    case "MISSING_COUNTRY_CODE":
      return `Read ${all} as numbers of`;
    case "MISSING_PLUS":
      return `Put the + before ${all}`;
    case "SEVERAL_ADDRESSES":
      return group.count === 1 ? "Keep the first address" : `Keep the first address of ${all}`;
    case "SEVERAL_NUMBERS":
      return group.count === 1 ? "Keep the first number" : `Keep the first number of ${all}`;
    case "SWAPPED_WITH_NAME":
      return `Swap ${all} back`;
  }
}

/** Once it is chosen: what became of the group. */
export function outcomeOf(group: Group): string {
  if (group.solved === group.count) return group.count === 1 ? "Put right" : `All ${number(group.count)} put right`;
  return group.solved === 0
    ? `Helps none of ${counted(group.count, "row", "rows")}`
    : `${number(group.solved)} of ${number(group.count)} put right`;
}
