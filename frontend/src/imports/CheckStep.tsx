import { ArrowLeft } from "lucide-react";
import { useEffect, useState } from "react";
import { useClient } from "urql";
import { useReconnected } from "../accounts/session";
import { fault, type Refusal } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import type { CheckImportMutation, ImportDetailsFragment, StartImportInput } from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { Card, ErrorNote, Skeleton } from "../ui/layout";
import { CheckQuestions } from "./CheckQuestions";
import { CheckSummary } from "./CheckSummary";
import { remediesInput } from "./causes";
import { startLabel } from "./checking";
import { type Draft, dropDraft } from "./draft";
import { FoundCauses } from "./FoundCauses";
import { FoundFaults } from "./FoundFaults";
import { type Mapping, mappingInput } from "./mapping";

const Check = graphql(`
  mutation CheckImport($input: StartImportInput!) {
    checkImport(input: $input) {
      check {
        totalRows wouldAdd wouldJoin wouldUpdate wouldFail wouldAsk cannotAsk
        failuresByReason { reason count }
        failedRows { rowNumber reason message field values }
        causes { ...CauseGroup }
        orders { id number name }
      }
      errors { code message path }
    }
  }
`);

const Start = graphql(`
  mutation StartImport($input: StartImportInput!) {
    startImport(input: $input) {
      contactImport { ...ImportDetails }
      errors { code message path }
    }
  }
`);

export type FoundCheck = NonNullable<CheckImportMutation["checkImport"]["check"]>;
const isOfMapping = (error: Refusal) => error.path?.includes("mapping") ?? false;

/** What the upload would do, found out by the run's own code without writing anything. */
export function CheckStep({
  found,
  draft,
  onChange,
  onBack,
  onRefused,
}: {
  found: ImportDetailsFragment;
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  onBack: () => void;
  onRefused: (errors: Refusal[]) => void;
}) {
  const client = useClient();
  const [check, setCheck] = useState<FoundCheck | null>(null);
  const [isChecking, setChecking] = useState(true);
  const [errors, setErrors] = useState<Refusal[]>([]);
  const [round, setRound] = useState(0);
  const start = useAction(Start, (data) => data.startImport);
  const { mapping, existing, invalidValues, remedies } = draft;
  const importId = found.id;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a round is another try of the same
  useEffect(() => {
    // Only the last question asked is answered; an older answer may come later.
    let isWanted = true;
    setChecking(true);
    setErrors([]);
    const input = checkInput(importId, draft);
    void client
      .mutation(Check, { input })
      .toPromise()
      .then((result) => {
        if (!isWanted) return;
        setChecking(false);
        const payload = result.data?.checkImport;
        const refused = result.error ? fault(result.error) : (payload?.errors ?? []);
        if (refused.some(isOfMapping)) return onRefused(refused);
        setErrors(refused);
        if (payload?.check) setCheck(payload.check);
      });
    return () => {
      isWanted = false;
    };
  }, [client, importId, mapping, existing, invalidValues, remedies, round, onRefused]);

  // What failed because nobody answered is asked again once somebody does.
  useReconnected(() => {
    if (errors.some(({ code }) => code === "REQUEST")) setRound((before) => before + 1);
  });

  async function begin() {
    const outcome = await start.run({ input: checkInput(importId, draft) });
    if (outcome.errors.some(isOfMapping)) return onRefused(outcome.errors);
    setErrors(outcome.errors);
    if (outcome.payload && outcome.errors.length === 0) dropDraft(importId);
  }

  return (
    <>
      {errors.length > 0 && (
        <ErrorNote onRetry={() => setRound((before) => before + 1)}>
          {errors.map((error) => error.message).join(" ")}
        </ErrorNote>
      )}
      {!check && isChecking && (
        <Card title="Checking every row">
          <div role="status" className="flex flex-col gap-4">
            <p className="text-muted">Nothing is imported yet. This takes as long as reading the file.</p>
            <Skeleton className="h-16 w-full" />
          </div>
        </Card>
      )}
      {check && (
        <div aria-busy={isChecking} className={`flex flex-col gap-5 ${isChecking ? "opacity-60" : ""}`}>
          <CheckSummary check={check} consentColumn={consentColumn(found, mapping)} />
          {check.causes.length > 0 && (
            <FoundCauses
              groups={check.causes}
              remedies={remedies}
              onChange={(chosen) => onChange({ remedies: chosen })}
            />
          )}
          <CheckQuestions check={check} draft={draft} onChange={onChange} />
          {check.wouldFail > 0 && <FoundFaults check={check} found={withMapping(found, mapping)} />}
        </div>
      )}
      <div className="sticky bottom-0 z-20 -mx-4 flex flex-wrap items-center justify-between gap-3 border-line border-t bg-bg/95 px-4 py-3 backdrop-blur sm:-mx-8 sm:px-8">
        <Button onPress={onBack}>
          <ArrowLeft aria-hidden className="size-4" /> <span className="max-sm:sr-only">Columns</span>
        </Button>
        <p role="status" className="sr-only">
          {isChecking ? "Checking the file" : check ? "The file is checked" : ""}
        </p>
        <Button
          kind="primary"
          isDisabled={isChecking || !check || errors.length > 0}
          isBusy={start.isBusy}
          onPress={() => void begin()}
        >
          {startLabel(check)}
        </Button>
      </div>
    </>
  );
}

const checkInput = (importId: string, { mapping, existing, invalidValues, remedies }: Draft): StartImportInput => ({
  importId,
  mapping: mappingInput(mapping),
  existing,
  invalidValues,
  remedies: remediesInput(remedies),
});

/** The columns as they are mapped here, which the server does not know before the start. */
function withMapping(found: ImportDetailsFragment, mapping: Mapping): ImportDetailsFragment {
  const columns = found.columns.map((column) => ({ ...column, mappedField: mapping[column.index] ?? null }));
  return { ...found, columns };
}

/** The column that says of each person whether there is consent; null where the choice for the whole file alone decides. */
const consentColumn = (found: ImportDetailsFragment, mapping: Mapping): string | null =>
  found.consent === "CONFIRMED"
    ? (found.columns.find((column) => mapping[column.index] === "CONSENT")?.header ?? null)
    : null;
