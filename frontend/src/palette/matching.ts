/** What is typed is looked for word by word, without regard to case and accents, as the server does. */
const fold = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

export function matches(typed: string, ...texts: (string | null | undefined)[]): boolean {
  const text = fold(texts.filter(Boolean).join(" "));
  return fold(typed)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
