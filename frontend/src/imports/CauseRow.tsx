import { ArrowRight } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { countries } from "../accounts/countries";
import { Select } from "../ui/choices";
import { number } from "../ui/words";
import { type Group, nameOf } from "./causes";

const SHOWN = 3;

/** What is wrong in several rows, how many they are, and what the first of their cells become. */
export function CauseRow({
  group,
  tellsAfter = true,
  note,
  children,
}: {
  group: Group;
  /** False: what the cells become is not known here. */
  tellsAfter?: boolean;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <li className="grid gap-x-5 gap-y-3 border-line border-b px-5 py-4 last:border-0 lg:grid-cols-[3rem_minmax(0,1fr)_minmax(0,21rem)]">
      <span className="font-semibold tabular-nums max-lg:hidden lg:text-right">{number(group.count)}</span>
      <div className="flex min-w-0 flex-col gap-2">
        <p className="font-medium">
          <span className="tabular-nums lg:hidden">{number(group.count)} · </span>
          {nameOf(group)}
        </p>
        <ul aria-label="Examples" className="flex flex-col gap-1 text-[13px]">
          {group.examples.slice(0, SHOWN).map((example) => (
            <li
              key={`${example.rowNumber}/${example.column}`}
              className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1"
            >
              <span className="max-w-full truncate rounded bg-bad-bg px-1.5 py-0.5 text-bad" title={example.before}>
                {example.before || "empty"}
              </span>
              {tellsAfter && <After text={example.after} />}
            </li>
          ))}
        </ul>
      </div>
      <div className="flex min-w-0 flex-col items-start gap-2">
        {children}
        {note && <p className="text-[13px] text-muted">{note}</p>}
      </div>
    </li>
  );
}

function After({ text }: { text: string | null }) {
  return (
    // Where there is no room beside what was, arrow and all stand below it.
    <span className="flex min-w-0 max-w-full items-center gap-x-2">
      <ArrowRight aria-hidden className="size-3.5 shrink-0 text-muted" />
      <span className="sr-only">becomes</span>
      {text === null ? (
        <span className="text-muted">stays as it is</span>
      ) : (
        <span className="min-w-0 truncate rounded bg-ok-bg px-1.5 py-0.5 text-ok" title={text}>
          {text}
        </span>
      )}
    </span>
  );
}

/** The likeliest first, then every other by name. */
export function CountryOfNumbers({
  group,
  value,
  onChange,
}: {
  group: Group;
  value: string | null;
  onChange: (country: string) => void;
}) {
  const options = useMemo(() => {
    const likely = new Map(group.countries.map((code, place) => [code, place]));
    const rank = (id: string) => likely.get(id) ?? likely.size;
    return countries(value ?? "US")
      .map((option) => (likely.has(option.id) ? { ...option, note: "Most of these are valid there" } : option))
      .sort((a, b) => rank(a.id) - rank(b.id));
  }, [group.countries, value]);
  return <Select label="Country of these numbers" isLabelHidden value={value} options={options} onChange={onChange} />;
}
