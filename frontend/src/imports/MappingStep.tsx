import { ArrowRight } from "lucide-react";
import { useMemo, useState } from "react";
import { Link } from "wouter";
import type { Refusal } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import type { ConfigureImportInput, ContactFieldName, ImportDetailsFragment } from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { Select } from "../ui/choices";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { Card, ErrorNote, Note } from "../ui/layout";
import { links } from "../ui/links";
import { RelativeTime } from "../ui/RelativeTime";
import { counted } from "../ui/words";
import { FirstRows } from "./FirstRows";
import { type Field, faultsByColumn, type Mapping, mappingFault, mappingInput, takenBy } from "./mapping";
import { Reading } from "./Reading";
import { becameOf } from "./words";

const Configure = graphql(`
  mutation ConfigureImport($input: ConfigureImportInput!) {
    configureImport(input: $input) {
      contactImport { ...ImportReading }
      errors { code message path }
    }
  }
`);

const NOTHING = "-";
/** As many columns that nothing is suggested for are still looked through one by one. */
const FEW = 12;

export function MappingStep({
  found,
  fields,
  mapping,
  onMapping,
  errors,
  onErrors,
  onDiscard,
  isDiscarding,
  onContinue,
}: {
  found: ImportDetailsFragment;
  fields: Field[];
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
  errors: Refusal[];
  onErrors: (errors: Refusal[]) => void;
  onDiscard: () => void;
  isDiscarding: boolean;
  onContinue: () => void;
}) {
  const configure = useAction(Configure, (data) => data.configureImport);
  const problem = mappingFault(mapping, fields);
  const told = faultsByColumn(errors, mapping);
  const labels = useMemo(() => new Map(fields.map((field) => [field.name, field.label])), [fields]);
  const header = new Map(found.columns.map((column) => [column.index, column.header]));
  const mappedCount = mappingInput(mapping).length;
  const takesNotes = fields.some((field) => field.name === "NOTES");
  const left = found.columns.filter((column) => !mapping[column.index]);
  const [showsAll, setShowsAll] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const unknown = left.filter((column) => !column.suggestedField);
  const isFolded = !showsAll && unknown.length > FEW;
  const shown = isFolded ? found.columns.filter((column) => !unknown.includes(column)) : found.columns;

  async function read(change: Omit<ConfigureImportInput, "importId">) {
    const outcome = await configure.run({ input: { importId: found.id, ...change } });
    // What the server says of the file is meant of the sheet that was just chosen; the one before is still shown.
    const isEmpty = change.sheet && outcome.errors.some(({ code }) => code === "EMPTY_FILE");
    onErrors(
      isEmpty
        ? [{ code: "EMPTY_FILE", message: `There is no row of data on the sheet “${change.sheet}”.` }]
        : outcome.errors,
    );
  }

  return (
    <>
      {found.duplicateOf && (
        <Note tone="warn">
          The very same file was uploaded <RelativeTime at={found.duplicateOf.createdAt} />{" "}
          {becameOf(found.duplicateOf)}.{" "}
          <Link href={links.import(found.duplicateOf.id)} className="focus-ring rounded font-medium underline">
            See that import
          </Link>
        </Note>
      )}
      {told.rest.length > 0 && <ErrorNote>{told.rest.join(" ")}</ErrorNote>}
      <Reading found={found} onChange={(change) => void read(change)} isBusy={configure.isBusy} />
      <Card
        isFlush
        title="Columns"
        actions={
          takesNotes &&
          left.length > 0 && (
            <Button
              size="small"
              onPress={() =>
                onMapping({ ...mapping, ...Object.fromEntries(left.map((column) => [column.index, "NOTES" as const])) })
              }
            >
              Keep the rest in Notes
            </Button>
          )
        }
        note={
          <span className="text-[13px] text-muted">
            {mappedCount} of {counted(found.columns.length, "column", "columns")} imported
          </span>
        }
      >
        <ul className="border-line border-t" aria-busy={configure.isBusy}>
          {shown.map((column) => {
            const chosen = mapping[column.index] ?? null;
            const samples = column.samples.filter(Boolean).slice(0, 4).join(" · ");
            return (
              <li
                key={column.index}
                className="grid items-center gap-x-5 gap-y-2.5 border-line border-b px-5 py-3.5 last:border-0 md:grid-cols-[minmax(0,1fr)_1rem_minmax(0,17rem)]"
              >
                <div className="min-w-0">
                  <p
                    className={`wrap-anywhere line-clamp-2 ${chosen ? "font-medium" : "text-muted"}`}
                    title={column.header}
                  >
                    {column.header}
                  </p>
                  <p dir="auto" className="truncate text-left text-[13px] text-muted" title={samples}>
                    {samples || "No values in the first rows"}
                  </p>
                </div>
                <ArrowRight aria-hidden className={`hidden size-4 md:block ${chosen ? "text-accent" : "text-field"}`} />
                <Select
                  isLabelHidden
                  label={`Field for ${column.header}`}
                  errors={told.columns[column.index] ? [told.columns[column.index] as string] : undefined}
                  value={chosen ?? NOTHING}
                  onChange={(choice) =>
                    onMapping({ ...mapping, [column.index]: choice === NOTHING ? null : (choice as ContactFieldName) })
                  }
                  options={[
                    { id: NOTHING, name: "Do not import" },
                    ...fields.map((field) => {
                      const other = takenBy(mapping, field.name, column.index);
                      return {
                        id: field.name,
                        name: field.label,
                        isDisabled: other !== null,
                        note: other === null ? undefined : `Taken by ${header.get(other) ?? "another column"}`,
                      };
                    }),
                  ]}
                />
              </li>
            );
          })}
        </ul>
        {isFolded && (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t px-5 py-3.5">
            <p className="text-[13px] text-muted">
              {counted(unknown.length, "column is", "columns are")} not known to hold a field and not imported.
            </p>
            <Button size="small" onPress={() => setShowsAll(true)}>
              Show them
            </Button>
          </div>
        )}
      </Card>
      <FirstRows found={found} mapping={mapping} labels={labels} />
      <div className="sticky bottom-0 z-20 -mx-4 flex flex-wrap items-center justify-end gap-3 border-line border-t bg-bg/95 px-4 py-3 backdrop-blur sm:-mx-8 sm:px-8">
        <p role="status" className={`flex-1 text-[13px] text-warn ${problem ? "max-sm:basis-full" : ""}`}>
          {problem}
          {problem && found.sheets.length > 1 && " The people may be on another sheet: choose it above."}
        </p>
        <Button onPress={() => setAsking(true)} isBusy={isDiscarding}>
          Discard
        </Button>
        <Button kind="primary" isDisabled={problem !== null || configure.isBusy} onPress={onContinue}>
          Check the file <ArrowRight aria-hidden className="size-4" />
        </Button>
      </div>
      <Dialog title="Discard this upload?" isOpen={isAsking} onClose={() => setAsking(false)} isAlert>
        <DialogBody>
          <p>The file and what was chosen for it are gone then. Nothing was imported.</p>
        </DialogBody>
        <DialogFoot>
          <Button onPress={() => setAsking(false)} autoFocus>
            Keep it
          </Button>
          <Button
            kind="danger"
            onPress={() => {
              setAsking(false);
              onDiscard();
            }}
          >
            Discard
          </Button>
        </DialogFoot>
      </Dialog>
    </>
  );
}
