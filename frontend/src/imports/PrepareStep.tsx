import { useCallback, useState } from "react";
import { useLocation, useSearch } from "wouter";
import type { Refusal } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import type { ImportDetailsFragment } from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { links } from "../ui/links";
import { toast } from "../ui/Toast";
import { CheckStep } from "./CheckStep";
import { type Draft, dropDraft, keepDraft, readDraft, readingOf } from "./draft";
import { MappingStep } from "./MappingStep";
import { type Field, mappingFault, startMapping } from "./mapping";
import { Steps } from "./Steps";

const Cancel = graphql(`
  mutation CancelImport($input: ImportIdInput!) {
    cancelImport(input: $input) {
      contactImport { ...ImportProgress }
      errors { code message path }
    }
  }
`);

/** Before anything is imported: the columns, then the check. Which of the two is in the address; what is chosen, in the window. */
export function PrepareStep({
  found,
  fields,
  orderId,
}: {
  found: ImportDetailsFragment;
  fields: Field[];
  orderId: string | null;
}) {
  const reading = readingOf(found);
  const start = (): Draft =>
    readDraft(found.id, reading) ?? {
      reading,
      mapping: startMapping(found.columns),
      existing: found.existing,
      invalidValues: found.invalidValues,
      remedies: [],
    };
  const [kept, setKept] = useState<Draft>(start);
  // Read anew, the columns are others: what was chosen for the old ones does not hold.
  const draft = kept.reading === reading ? kept : start();
  const [errors, setErrors] = useState<Refusal[]>([]);
  const cancel = useAction(Cancel, (data) => data.cancelImport);
  const [path, navigate] = useLocation();
  const query = new URLSearchParams(useSearch());
  const isCheck = query.get("step") === "check" && mappingFault(draft.mapping, fields) === null;

  function change(next: Partial<Draft>) {
    const changed = { ...draft, ...next };
    setKept(changed);
    keepDraft(found.id, changed);
    setErrors([]);
  }

  const go = useCallback(
    (step: "columns" | "check") => {
      const next = new URLSearchParams(globalThis.location.search);
      if (step === "check") next.set("step", "check");
      else next.delete("step");
      const text = next.toString();
      navigate(text ? `${path}?${text}` : path);
      globalThis.scrollTo(0, 0);
      // The button that was pressed is gone: the keyboard begins at the step's content.
      document.getElementById("main")?.focus({ preventScroll: true });
    },
    [navigate, path],
  );
  // A mapping that the server refuses is put right where it was made.
  const onRefused = useCallback(
    (refused: Refusal[]) => {
      setErrors(refused);
      go("columns");
    },
    [go],
  );

  async function discard() {
    const outcome = await cancel.run({ input: { importId: found.id } });
    setErrors(outcome.errors);
    if (outcome.errors.length || !outcome.payload) return;
    dropDraft(found.id);
    toast("The upload is discarded. Nothing was imported.");
    navigate(orderId ? links.order(orderId) : links.contactList(found.contactList.id));
  }

  return (
    <>
      <Steps at={isCheck ? 2 : 1} />
      {isCheck ? (
        <CheckStep found={found} draft={draft} onChange={change} onBack={() => go("columns")} onRefused={onRefused} />
      ) : (
        <MappingStep
          found={found}
          fields={fields}
          mapping={draft.mapping}
          onMapping={(mapping) => change({ mapping })}
          errors={errors}
          onErrors={setErrors}
          onDiscard={() => void discard()}
          isDiscarding={cancel.isBusy}
          onContinue={() => go("check")}
        />
      )}
    </>
  );
}
