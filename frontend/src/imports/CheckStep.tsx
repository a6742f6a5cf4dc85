import { ArrowLeft, ClipboardList, Mail } from "lucide-react";
import { useEffect, useState } from "react";
import { useClient } from "urql";
import { Link } from "wouter";
import { fault, type Refusal } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import type {
  CheckImportMutation,
  ExistingContacts,
  ImportDetailsFragment,
  InvalidValues,
  StartImportInput,
} from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { RadioCards } from "../ui/choices";
import { Card, ErrorNote, Note, Skeleton } from "../ui/layout";
import { links } from "../ui/links";
import { counted, number } from "../ui/words";
import { ConsentLetter } from "./ConsentLetter";
import { remediesInput } from "./causes";
import { asksAboutKnown, asksAboutValues, startLabel } from "./checking";
import { type Draft, dropDraft } from "./draft";
import { FoundCauses } from "./FoundCauses";
import { FoundFaults } from "./FoundFaults";
import { type Mapping, mappingInput } from "./mapping";
import { FigureList } from "./ProgressStep";

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
          <Summary check={check} consentColumn={consentColumn(found, mapping)} />
          {check.causes.length > 0 && (
            <FoundCauses
              groups={check.causes}
              remedies={remedies}
              onChange={(chosen) => onChange({ remedies: chosen })}
            />
          )}
          <Questions check={check} draft={draft} onChange={onChange} />
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

function Summary({ check, consentColumn }: { check: FoundCheck; consentColumn: string | null }) {
  const figures: [string, number, string][] = [["would be added", check.wouldAdd, "text-ok"]];
  if (check.wouldJoin) figures.push(["would join the list", check.wouldJoin, "text-ok"]);
  if (check.wouldUpdate) figures.push(["would be updated", check.wouldUpdate, "text-ok"]);
  if (check.wouldAsk) figures.push(["would be asked", check.wouldAsk, "text-ink"]);
  if (check.cannotAsk) figures.push(["cannot be asked", check.cannotAsk, "text-warn"]);
  figures.push(["would fail", check.wouldFail, "text-bad"]);
  const isNobody = check.wouldAdd + check.wouldJoin + check.wouldUpdate === 0;
  return (
    <Card
      title={isNobody ? "Nobody would be added" : "What the upload will do"}
      note={<span className="text-[13px] text-muted">{counted(check.totalRows, "row", "rows")} checked</span>}
    >
      <div className="flex flex-col gap-5">
        <FigureList figures={figures} />
        {check.wouldAsk > 0 && (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5 rounded-xl bg-info-bg px-4 py-3 text-info">
            <Mail aria-hidden className="size-4 shrink-0" />
            <p className="min-w-56 flex-1">
              {counted(check.wouldAsk, "person gets", "people get")} an e-mail that asks for consent
              {consentColumn === null ? "" : `, since “${consentColumn}” does not say yes`}. Until the answer comes
              their consent is Pending.
            </p>
            <ConsentLetter />
          </div>
        )}
        {check.cannotAsk > 0 && (
          <Note tone="warn">
            {counted(check.cannotAsk, "person has", "people have")} no e-mail address and cannot be asked: they come in
            as Pending.
          </Note>
        )}
        {check.orders.length > 0 && (
          <section aria-label="Orders that gain participants" className="flex flex-wrap items-center gap-2 text-[13px]">
            <span className="mr-1 text-muted">
              {counted(check.orders.length, "order gains", "orders gain")} participants
            </span>
            {check.orders.slice(0, 12).map((order) => (
              <Link
                key={order.id}
                href={links.order(order.id)}
                className="focus-ring flex max-w-full items-center gap-1.5 rounded-lg border border-line bg-surface px-2.5 py-1 shadow-card hover:bg-sunken"
              >
                <ClipboardList aria-hidden className="size-3.5 shrink-0 text-muted" />
                <span className="text-muted">{order.number}</span> <span className="truncate">{order.name}</span>
              </Link>
            ))}
            {check.orders.length > 12 && (
              <span className="text-muted">and {number(check.orders.length - 12)} more</span>
            )}
          </section>
        )}
      </div>
    </Card>
  );
}

/** Asked only where the answer changes something. */
function Questions({
  check,
  draft,
  onChange,
}: {
  check: FoundCheck;
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}) {
  const known = asksAboutKnown(check, draft.existing);
  const values = asksAboutValues(check, draft.invalidValues);
  if (!known && !values) return null;
  return (
    <Card title="To decide">
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
        {known && (
          <RadioCards
            label="People who are among your contacts already"
            value={draft.existing}
            onChange={(choice) => onChange({ existing: choice as ExistingContacts })}
            choices={[
              { id: "FAIL", name: "Leave them as they are", note: "Their rows are told as failed." },
              { id: "ADD_TO_LIST", name: "Put them on this list", note: "Their details stay as they are." },
              {
                id: "UPDATE",
                name: "Put them on this list and update them",
                note: "What the file gives replaces what is there.",
              },
            ]}
          />
        )}
        {values && (
          <RadioCards
            label="A phone, website or country that is not valid"
            value={draft.invalidValues}
            onChange={(choice) => onChange({ invalidValues: choice as InvalidValues })}
            choices={[
              { id: "FAIL_ROW", name: "The row fails", note: "It can be put right after the upload." },
              { id: "DROP_VALUE", name: "Import the person without that value" },
            ]}
          />
        )}
      </div>
    </Card>
  );
}
