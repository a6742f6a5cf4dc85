/** Numbers, plurals, times and sizes as people read them. The dashboard speaks English, so it asks for an English locale. */
const locale = (globalThis.navigator?.languages ?? []).find((language) => language.startsWith("en")) ?? "en-US";

const numbers = new Intl.NumberFormat(locale);
const plurals = new Intl.PluralRules(locale);
const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
const narrow = new Intl.RelativeTimeFormat(locale, { numeric: "always", style: "narrow" });
const exactFormat = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "long" });
const dateFormat = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" });
const calendarFormat = new Intl.DateTimeFormat(locale, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const calendarFormatThisYear = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
const lists = new Intl.ListFormat(locale, { type: "conjunction" });

export const number = (value: number): string => numbers.format(value);

/** counted(1, "person", "people") is "1 person"; the number is grouped, the word chosen by the locale's rule. */
export function counted(value: number, one: string, other: string): string {
  return `${numbers.format(value)} ${plurals.select(value) === "one" ? one : other}`;
}

export const joined = (words: string[]): string => lists.format(words);

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["minute", 60],
  ["hour", 3600],
  ["day", 86_400],
  ["week", 604_800],
  ["month", 2_629_800],
  ["year", 31_557_600],
];

/** "now" under 45 seconds, then the largest unit of which at least one has passed. */
export function relativeTime(at: string | Date, now: Date = new Date(), isShort = false): string {
  const seconds = (new Date(at).getTime() - now.getTime()) / 1000;
  const distance = Math.abs(seconds);
  if (distance < 45) return isShort ? "now" : "just now";
  let chosen: [Intl.RelativeTimeFormatUnit, number] = ["minute", 60];
  for (const step of STEPS) if (distance >= step[1]) chosen = step;
  return (isShort ? narrow : relative).format(
    Math.sign(seconds) * Math.max(1, Math.floor(distance / chosen[1])),
    chosen[0],
  );
}

export const exactTime = (at: string | Date): string => exactFormat.format(new Date(at));
export const shortDate = (at: string | Date): string => dateFormat.format(new Date(at));

/** A Date of the API has no time zone: the day is the same everywhere. */
export function calendarDate(day: string, now: Date = new Date()): string {
  const isThisYear = day.startsWith(`${now.getFullYear()}-`);
  return (isThisYear ? calendarFormatThisYear : calendarFormat).format(new Date(`${day}T00:00:00Z`));
}

export function fileSize(bytes: number): string {
  if (bytes < 1000) return counted(bytes, "byte", "bytes");
  const units = ["kB", "MB", "GB"];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

export function duration(seconds: number): string {
  if (seconds < 60) return counted(Math.max(1, Math.round(seconds)), "second", "seconds");
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return counted(minutes, "minute", "minutes");
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return rest ? `${counted(hours, "hour", "hours")} ${number(rest)} min` : counted(hours, "hour", "hours");
}

/** The name of a person as far as it is known: names, else address, else phone. */
export function personName(person: {
  firstName?: string | null;
  lastName?: string | null;
  email?: string | null;
  phone?: string | null;
  mobile?: string | null;
}): string {
  const name = [person.firstName, person.lastName].filter(Boolean).join(" ");
  return name || person.email || person.phone || person.mobile || "Name not known";
}
