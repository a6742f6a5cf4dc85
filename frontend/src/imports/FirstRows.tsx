import type { ContactFieldName, ImportDetailsFragment } from "../graphql/generated/graphql";
import { Card, ScrollX } from "../ui/layout";
import type { Mapping } from "./mapping";

/** The file's first rows under the fields they would go into. */
export function FirstRows({
  found,
  mapping,
  labels,
}: {
  found: ImportDetailsFragment;
  mapping: Mapping;
  labels: ReadonlyMap<ContactFieldName, string>;
}) {
  return (
    <Card isFlush title="First rows">
      <ScrollX label="First rows of the file">
        <table className="w-full text-left text-[13px]">
          <thead>
            <tr className="bg-bg">
              {found.columns.map((column) => {
                const field = mapping[column.index];
                return (
                  <th key={column.index} scope="col" className="min-w-36 px-5 py-2.5 font-medium">
                    {field ? labels.get(field) : <span className="font-normal text-muted">Not imported</span>}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {found.preview.slice(0, 8).map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other identity than their place
              <tr key={i} className="border-line border-t">
                {found.columns.map((column) => (
                  <td
                    key={column.index}
                    dir="auto"
                    title={row[column.index]}
                    className={`max-w-64 truncate px-5 py-2 ${mapping[column.index] ? "" : "text-muted line-through decoration-field"}`}
                  >
                    {row[column.index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </Card>
  );
}
