import { Download } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { useViewer } from "../accounts/session";
import { faultSentence, type Refusal } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import type { FailureReason, ImportDetailsFragment, RetryFailedRowsInput } from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { Button, DownloadButton } from "../ui/Button";
import { Select } from "../ui/choices";
import { Card, ErrorNote, Pager } from "../ui/layout";
import { toast } from "../ui/Toast";
import { useLeaveWarning } from "../ui/useLeaveWarning";
import { counted, number } from "../ui/words";
import { remediesInput } from "./causes";
import { type Corrections, correct, fixedRows, keepCorrections, retryOutcome, waitingCorrections } from "./correcting";
import { FailedCauses } from "./FailedCauses";
import { FailedReasons } from "./FailedReasons";
import { FailedRowsTable } from "./FailedRowsTable";
import { REASON_ORDER, REASONS } from "./words";

const FailedRowsQuery = graphql(`
  query FailedRows($id: ID!, $first: Int!, $offset: Int!, $reason: FailureReason) {
    contactImport(id: $id) {
      id
      failedRows(first: $first, offset: $offset, reason: $reason) {
        totalCount
        edges { node { rowNumber reason message field values } }
      }
    }
  }
`);

const CountsQuery = graphql(`
  query FailureCounts($id: ID!) {
    contactImport(id: $id) {
      id
      failedCauses { ...CauseGroup }
      INVALID_EMAIL: failedRows(first: 1, reason: INVALID_EMAIL) { totalCount }
      INVALID_PHONE: failedRows(first: 1, reason: INVALID_PHONE) { totalCount }
      INVALID_VALUE: failedRows(first: 1, reason: INVALID_VALUE) { totalCount }
      NO_IDENTITY: failedRows(first: 1, reason: NO_IDENTITY) { totalCount }
      DUPLICATE_IN_FILE: failedRows(first: 1, reason: DUPLICATE_IN_FILE) { totalCount }
      ALREADY_EXISTS: failedRows(first: 1, reason: ALREADY_EXISTS) { totalCount }
      SUPPRESSED: failedRows(first: 1, reason: SUPPRESSED) { totalCount }
      TOO_LONG: failedRows(first: 1, reason: TOO_LONG) { totalCount }
      MALFORMED_ROW: failedRows(first: 1, reason: MALFORMED_ROW) { totalCount }
    }
  }
`);

const Retry = graphql(`
  mutation RetryFailedRows($input: RetryFailedRowsInput!) {
    retryFailedRows(input: $input) {
      contactImport { ...ImportDetails }
      errors { code message path }
    }
  }
`);

const SIZE = 50;
const EVERY = "EVERY";

export function FailedRows({ found }: { found: ImportDetailsFragment }) {
  const [reason, setReason] = useState<FailureReason | null>(null);
  const [offset, setOffset] = useState(0);
  const userId = useViewer().user.id;
  const [corrections, setCorrections] = useState(() => waitingCorrections(userId, found.id));
  const [errors, setErrors] = useState<Refusal[]>([]);
  const retry = useAction(Retry, (data) => data.retryFailedRows);
  const [{ data, error }, again] = useQuery({
    query: FailedRowsQuery,
    variables: { id: found.id, first: SIZE, offset, reason },
  });
  const [{ data: counts }, countAgain] = useQuery({ query: CountsQuery, variables: { id: found.id } });
  const rows = data?.contactImport?.failedRows;
  // What was taken back stays taken back.
  const mayRetry = found.status !== "UNDONE";
  const causes = counts?.contactImport?.failedCauses ?? [];
  const groups = REASON_ORDER.map((each) => ({ reason: each, count: counts?.contactImport?.[each].totalCount ?? 0 }))
    .filter((group) => group.count > 0)
    .sort((a, b) => b.count - a.count);

  useLeaveWarning(corrections.size > 0);

  function put(next: Corrections) {
    setErrors([]);
    setCorrections(next);
    keepCorrections(userId, found.id, next);
  }

  function show(chosen: FailureReason | null) {
    setReason(chosen);
    setOffset(0);
  }

  async function tryAgain(input: Omit<RetryFailedRowsInput, "importId">, tried: number) {
    const before = found.failedRowCount;
    const outcome = await retry.run({ input: { importId: found.id, ...input } });
    setErrors(outcome.errors);
    const after = outcome.payload?.contactImport;
    const isRunning = after?.status === "QUEUED" || after?.status === "RUNNING";
    if (outcome.errors.length || !after) return;
    if (input.rows) put(new Map());
    if (isRunning) return;
    toast(retryOutcome(before, after.failedRowCount, tried), after.failedRowCount < before ? "ok" : "bad");
    again({ requestPolicy: "network-only" });
    countAgain({ requestPolicy: "network-only" });
    if (after.failedRowCount <= offset) setOffset(0);
  }

  return (
    <Card
      isFlush
      title="Failed rows"
      note={<span className="text-[13px] text-muted tabular-nums">{counted(found.failedRowCount, "row", "rows")}</span>}
      actions={
        <>
          {found.failedRowsCsvUrl && (
            <DownloadButton href={found.failedRowsCsvUrl}>
              <Download aria-hidden className="size-4 text-muted" /> CSV
            </DownloadButton>
          )}
          {found.failedRowsXlsxUrl && (
            <DownloadButton href={found.failedRowsXlsxUrl}>
              <Download aria-hidden className="size-4 text-muted" /> XLSX
            </DownloadButton>
          )}
        </>
      }
    >
      {error && !rows && (
        <div className="px-5 pb-5">
          <ErrorNote>{faultSentence(error)}</ErrorNote>
        </div>
      )}
      {groups.length > 0 && (
        <FailedReasons
          groups={groups}
          shown={reason}
          onShow={show}
          isBusy={retry.isBusy}
          onRetry={
            mayRetry
              ? ({ label: _, ...choice }, group) => void tryAgain({ reason: group.reason, ...choice }, group.count)
              : undefined
          }
        />
      )}
      {mayRetry && causes.length > 0 && (
        <FailedCauses
          groups={causes}
          isBusy={retry.isBusy}
          onFix={(remedy, rows) => {
            const [input] = remediesInput([remedy]);
            void tryAgain({ remedy: input }, rows);
          }}
        />
      )}
      {groups.length > 1 && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-t bg-bg px-5 py-2">
          <h3 className="font-medium text-[13px] text-muted">Row by row</h3>
          <Select
            label="Which rows are shown"
            isLabelHidden
            size="auto"
            value={reason ?? EVERY}
            onChange={(choice) => show(choice === EVERY ? null : (choice as FailureReason))}
            options={[
              { id: EVERY, name: `Every reason (${number(found.failedRowCount)})` },
              ...groups.map((group) => ({
                id: group.reason,
                name: `${REASONS[group.reason]} (${number(group.count)})`,
              })),
            ]}
          />
        </div>
      )}
      <FailedRowsTable
        // Other rows are looked at from their beginning.
        key={`${reason} ${offset}`}
        label="Failed rows"
        columns={found.columns}
        rows={rows?.edges.map(({ node }) => node)}
        corrected={corrections}
        onEdit={mayRetry ? (row, column, value) => put(correct(corrections, row, column, value)) : undefined}
      />
      {rows && <Pager offset={offset} size={SIZE} total={rows.totalCount} onMove={setOffset} />}
      {mayRetry && (
        <div className="sticky bottom-0 z-20 flex flex-wrap items-center justify-end gap-3 border-line border-t bg-bg px-5 py-3">
          {/* Here it is in sight from every row. */}
          {errors.length > 0 ? (
            <p role="alert" className="flex-1 text-[13px] text-bad">
              {errors.map((each) => each.message).join(" ")}
            </p>
          ) : (
            <p role="status" className="flex-1 text-[13px] text-muted">
              {corrections.size === 0
                ? "Correct cells right here, then try those rows again."
                : `${counted(corrections.size, "row", "rows")} corrected`}
            </p>
          )}
          {corrections.size > 0 && <Button onPress={() => put(new Map())}>Discard</Button>}
          <Button
            kind="primary"
            isDisabled={corrections.size === 0}
            isBusy={retry.isBusy}
            onPress={() => void tryAgain({ rows: fixedRows(corrections) }, corrections.size)}
          >
            Try again
          </Button>
        </div>
      )}
    </Card>
  );
}
