import { Check } from "lucide-react";

const NAMES = ["File", "Columns", "Check", "Upload", "Result"];

export function Steps({ at }: { at: 0 | 1 | 2 | 3 | 4 }) {
  return (
    <ol className="flex flex-wrap items-center gap-x-2 gap-y-2 text-[13px]">
      {NAMES.map((name, i) => (
        <li key={name} aria-current={i === at ? "step" : undefined} className="flex items-center gap-2">
          {i > 0 && <span aria-hidden className={`h-px w-5 sm:w-10 ${i <= at ? "bg-accent" : "bg-field/50"}`} />}
          <span
            aria-hidden
            className={`grid size-6 place-items-center rounded-full font-semibold text-xs tabular-nums ${i < at ? "bg-accent-soft text-accent" : i === at ? "bg-accent text-accent-ink" : "bg-sunken text-muted ring-1 ring-line ring-inset"}`}
          >
            {i < at ? <Check className="size-3.5" strokeWidth={3} /> : i + 1}
          </span>
          <span className={i === at ? "font-semibold" : "text-muted max-sm:sr-only"}>{name}</span>
          {i < at && <span className="sr-only">(done)</span>}
        </li>
      ))}
    </ol>
  );
}
