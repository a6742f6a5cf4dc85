/** One of a few views, side by side. */
export function Segments<V extends string>({
  label,
  views,
  value,
  onChange,
  isWide,
}: {
  label: string;
  views: readonly (readonly [V, string])[];
  value: V;
  onChange: (value: V) => void;
  isWide?: boolean;
}) {
  return (
    <fieldset className="flex rounded-lg bg-sunken p-0.5 ring-1 ring-line ring-inset">
      <legend className="sr-only">{label}</legend>
      {views.map(([view, name]) => (
        <button
          key={view}
          type="button"
          aria-pressed={value === view}
          onClick={() => onChange(view)}
          className={`focus-ring h-8 cursor-pointer rounded-md px-3 text-[13px] touch:h-10 ${isWide ? "flex-1" : ""} ${value === view ? "bg-surface font-medium shadow-card ring-1 ring-line" : "text-muted hover:text-ink"}`}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
