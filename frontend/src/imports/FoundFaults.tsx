import type { ImportDetailsFragment } from "../graphql/generated/graphql";
import { Badge } from "../ui/Badge";
import { Card } from "../ui/layout";
import { counted, number } from "../ui/words";
import type { FoundCheck } from "./CheckStep";
import { FailedRowsTable } from "./FailedRowsTable";
import { REASON_MEANINGS, REASON_TONES, REASONS } from "./words";

/** Why rows would fail, and the first of them. */
export function FoundFaults({ check, found }: { check: FoundCheck; found: ImportDetailsFragment }) {
  const groups = [...check.failuresByReason].filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  const rest = check.wouldFail < check.totalRows ? "The rest is imported. " : "";
  return (
    <Card
      isFlush
      title={`${counted(check.wouldFail, "row", "rows")} would fail`}
      note={<span className="text-[13px] text-muted">{rest}Failed rows are kept and can be put right.</span>}
    >
      <ul className="border-line border-t">
        {groups.map(({ reason, count }) => (
          <li
            key={reason}
            className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-line border-b px-5 py-3 last:border-0"
          >
            <span className="font-semibold tabular-nums sm:w-14 sm:text-right">{number(count)}</span>
            <span className="sm:w-48">
              <Badge tone={REASON_TONES[reason]}>{REASONS[reason]}</Badge>
            </span>
            <span className="min-w-48 flex-1 text-[13px] text-muted">{REASON_MEANINGS[reason]}</span>
          </li>
        ))}
      </ul>
      <FailedRowsTable label="First rows that would fail" columns={found.columns} rows={check.failedRows} />
      {check.wouldFail > check.failedRows.length && (
        <p className="border-line border-t px-5 py-3 text-[13px] text-muted">
          These are the first {number(check.failedRows.length)} of {number(check.wouldFail)}.
        </p>
      )}
    </Card>
  );
}
