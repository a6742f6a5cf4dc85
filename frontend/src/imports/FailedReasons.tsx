import type { FailureReason } from "../graphql/generated/graphql";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { number } from "../ui/words";
import { type Remedy, remedies } from "./correcting";
import { REASON_MEANINGS, REASON_TONES, REASONS } from "./words";

type Group = { reason: FailureReason; count: number };

/** Why rows failed, and what can be done at once about all that failed for one reason. */
export function FailedReasons({
  groups,
  shown,
  onShow,
  isBusy,
  onRetry,
}: {
  groups: Group[];
  /** The reason whose rows alone are shown. */
  shown: FailureReason | null;
  onShow: (reason: FailureReason | null) => void;
  isBusy: boolean;
  /** Undefined where nothing may be tried again. */
  onRetry?: (remedy: Remedy, group: Group) => void;
}) {
  return (
    <ul aria-label="Why rows failed" className="border-line border-t">
      {groups.map((group) => {
        const isShown = shown === group.reason;
        return (
          <li
            key={group.reason}
            className={`flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-2.5 last:border-0 ${isShown ? "bg-accent-soft" : ""}`}
          >
            <span className="font-semibold tabular-nums sm:w-12 sm:text-right">{number(group.count)}</span>
            <span className="sm:w-48">
              <button
                type="button"
                aria-pressed={isShown}
                title={isShown ? "Show every failed row" : "Show only these"}
                onClick={() => onShow(isShown ? null : group.reason)}
                className="focus-ring cursor-pointer rounded-full hover:brightness-95 touch:-my-3 touch:py-3 dark:hover:brightness-125"
              >
                <Badge tone={REASON_TONES[group.reason]}>{REASONS[group.reason]}</Badge>
              </button>
            </span>
            <span className="min-w-44 flex-1 text-[13px] text-muted">{REASON_MEANINGS[group.reason]}</span>
            {onRetry && (
              <span className="flex flex-col gap-2 empty:hidden max-sm:items-start sm:items-end">
                {remedies(group.reason, group.count).map((remedy) => (
                  <Button key={remedy.label} size="small" isDisabled={isBusy} onPress={() => onRetry(remedy, group)}>
                    {remedy.label}
                  </Button>
                ))}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
