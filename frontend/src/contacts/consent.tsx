import type { ReactNode } from "react";
import type { ConsentSource, ConsentStatus } from "../graphql/generated/graphql";
import { Badge, type Tone } from "../ui/Badge";
import { number } from "../ui/words";

export const CONSENT: Record<ConsentStatus, { name: string; tone: Tone; meaning: string }> = {
  CONFIRMED: { name: "Confirmed", tone: "ok", meaning: "May be contacted." },
  PENDING: { name: "Pending", tone: "warn", meaning: "Not known yet, or asked by e-mail and not answered." },
  DECLINED: { name: "Declined", tone: "bad", meaning: "Said no. Only the person can change that." },
};
export const CONSENT_ORDER: ConsentStatus[] = ["CONFIRMED", "PENDING", "DECLINED"];
export const CONSENT_SOURCES: Record<ConsentSource, string> = {
  MANUAL: "Recorded by hand",
  IMPORT: "From an uploaded file",
  EMAIL_LINK: "Answered by the link in an e-mail",
  API: "By another program",
};

export const ConsentBadge = ({ consent }: { consent: ConsentStatus }) => (
  <Badge tone={CONSENT[consent].tone}>{CONSENT[consent].name}</Badge>
);

type Summary = { total: number; confirmed: number; pending: number; declined: number };

/** Counts by consent as one bar with its figures; each figure is a filter. Provider: no declined people, so none are named. */
export function ConsentBar({
  summary,
  chosen,
  onChoose,
  hidesDeclined,
  children,
}: {
  summary: Summary;
  chosen: ConsentStatus[];
  onChoose: (chosen: ConsentStatus[]) => void;
  hidesDeclined?: boolean;
  children?: ReactNode;
}) {
  const parts = [
    { status: "CONFIRMED" as const, count: summary.confirmed, look: "bg-ok-bar" },
    { status: "PENDING" as const, count: summary.pending, look: "bg-warn-bar" },
    { status: "DECLINED" as const, count: summary.declined, look: "bg-bad-bar" },
  ].filter((part) => part.status !== "DECLINED" || !hidesDeclined);
  return (
    <div className="flex flex-col gap-3">
      <div aria-hidden className="flex h-2 gap-0.5 overflow-hidden rounded-full bg-sunken">
        {summary.total > 0 &&
          parts.map(
            (part) =>
              part.count > 0 && (
                <span
                  key={part.status}
                  className={`${part.look} forced-color-adjust-none min-w-1 transition-[flex-grow] duration-500`}
                  style={{ flexGrow: part.count, flexBasis: 0 }}
                />
              ),
          )}
      </div>
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-2.5">
        <fieldset className="-ml-2.5 flex flex-wrap gap-x-1 gap-y-1">
          <legend className="sr-only">Show by consent</legend>
          {parts.map((part) => {
            const isChosen = chosen.includes(part.status);
            return (
              <button
                key={part.status}
                type="button"
                aria-pressed={isChosen}
                title={CONSENT[part.status].meaning}
                onClick={() =>
                  onChoose(isChosen ? chosen.filter((each) => each !== part.status) : [...chosen, part.status])
                }
                className={`focus-ring flex cursor-pointer items-center gap-2 rounded-lg px-2.5 py-1 text-[13px] ${isChosen ? "bg-accent-soft font-medium ring-1 ring-accent ring-inset" : "text-muted hover:bg-sunken hover:text-ink"}`}
              >
                <span aria-hidden className={`size-2 rounded-full forced-color-adjust-none ${part.look}`} />
                {CONSENT[part.status].name}
                <span className="font-medium text-ink">{number(part.count)}</span>
              </button>
            );
          })}
        </fieldset>
        {children}
      </div>
    </div>
  );
}
