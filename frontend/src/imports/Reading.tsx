import type { ConfigureImportInput, ConsentChoice, ImportDetailsFragment } from "../graphql/generated/graphql";
import { Select } from "../ui/choices";
import { Card } from "../ui/layout";
import { delimiterChoices, encodingChoices } from "./words";

/** What was found out about the file, each a choice: detection is a guess, and the person who sees the rows knows better. */
export function Reading({
  found,
  onChange,
  isBusy,
}: {
  found: ImportDetailsFragment;
  onChange: (change: Omit<ConfigureImportInput, "importId">) => void;
  isBusy: boolean;
}) {
  const isText = found.format === "CSV" || found.format === "TXT";
  return (
    <Card title="How the file is read">
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {found.sheets.length > 0 && (
          <Select
            label="Sheet"
            value={found.sheet ?? null}
            options={found.sheets.map((name) => ({ id: name, name }))}
            onChange={(sheet) => onChange({ sheet })}
            isDisabled={isBusy || found.sheets.length === 1}
          />
        )}
        <Select
          label="File contains a header row"
          value={found.hasHeaderRow ? "yes" : "no"}
          options={[
            { id: "yes", name: "Yes" },
            { id: "no", name: "No" },
          ]}
          onChange={(choice) => onChange({ hasHeaderRow: choice === "yes" })}
          isDisabled={isBusy}
        />
        {isText && (
          <>
            <Select
              label="Characters"
              value={found.encoding ?? null}
              options={encodingChoices(found.encoding)}
              onChange={(encoding) => onChange({ encoding })}
              isDisabled={isBusy}
            />
            <Select
              label="Values are separated by"
              value={found.delimiter ?? null}
              placeholder="Nothing: a single column"
              options={delimiterChoices(found.delimiter)}
              onChange={(delimiter) => onChange({ delimiter })}
              isDisabled={isBusy}
            />
          </>
        )}
        <Select
          label="Opt-In Confirmation"
          value={found.consent}
          options={[
            { id: "CONFIRMED", name: "Consent from everyone" },
            { id: "REQUEST", name: "No consent: e-mail each" },
          ]}
          onChange={(choice) => onChange({ consent: choice as ConsentChoice })}
          isDisabled={isBusy}
        />
      </div>
    </Card>
  );
}
