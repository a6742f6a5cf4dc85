import type { ReactNode } from "react";

export type Tone = "neutral" | "ok" | "warn" | "bad" | "info";
const tones: Record<Tone, [string, string]> = {
  neutral: ["bg-sunken text-muted", "bg-field"],
  ok: ["bg-ok-bg text-ok", "bg-ok-bar"],
  warn: ["bg-warn-bg text-warn", "bg-warn-bar"],
  bad: ["bg-bad-bg text-bad", "bg-bad-bar"],
  info: ["bg-info-bg text-info", "bg-accent"],
};

/** The ring keeps its shape on a selected row; the dot says the tone to those who do not see its colour by place. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  const [look, dot] = tones[tone];
  return (
    <span
      className={`inline-flex max-w-full items-center gap-1.5 whitespace-nowrap rounded-full px-2 py-0.5 font-medium text-xs ring-1 ring-current/10 ring-inset ${look}`}
    >
      <span aria-hidden className={`size-1.5 shrink-0 rounded-full forced-color-adjust-none ${dot}`} />
      <span className="truncate">{children}</span>
    </span>
  );
}
