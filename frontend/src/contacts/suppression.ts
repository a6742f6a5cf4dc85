/** Addresses as people paste them, and what their being barred means. */
import type { SuppressionReason } from "../graphql/generated/graphql";
import type { Tone } from "../ui/Badge";

/** One a line, or with commas, semicolons or tabs between them; with names around them, as mail programs copy them. */
export function pastedAddresses(text: string): string[] {
  const found = text
    .split(/[\n\r,;\t]+/)
    .map((part) => (/<([^<>]+)>/.exec(part)?.[1] ?? part).trim().replace(/^["']|["']$/g, ""))
    .filter(Boolean);
  const seen = new Set<string>();
  return found.filter((address) => {
    const same = address.toLowerCase();
    return !seen.has(same) && seen.add(same);
  });
}

/** Of a text or CSV file, what can be an address: headings, names and other columns are passed over. */
export function fileAddresses(text: string): string[] {
  return pastedAddresses(text).filter((cell) => /^[^@\s]+@[^@\s]+$/.test(cell) || /^\+?[\d\s().\-/]{7,20}$/.test(cell));
}

export const SUPPRESSION: Record<SuppressionReason, { name: string; tone: Tone; isLiftable: boolean }> = {
  DEACTIVATED: { name: "Deactivated", tone: "neutral", isLiftable: true },
  DECLINED: { name: "Said no", tone: "bad", isLiftable: false },
  ERASED: { name: "Erased", tone: "neutral", isLiftable: false },
  ADDED: { name: "Barred by hand", tone: "warn", isLiftable: true },
};
