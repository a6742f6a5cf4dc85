import { Label, ProgressBar } from "react-aria-components";

export function Progress({
  value,
  label,
  detail,
  isUnknown,
}: {
  value: number;
  label: string;
  detail?: string;
  isUnknown?: boolean;
}) {
  return (
    <ProgressBar value={value} isIndeterminate={isUnknown} className="flex flex-col gap-2 text-sm">
      {({ percentage, valueText }) => (
        <>
          <div className="flex justify-between gap-4">
            <Label className="font-medium">{label}</Label>
            <span className="text-muted tabular-nums">{detail ?? (isUnknown ? "" : valueText)}</span>
          </div>
          <div className="h-2 overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset">
            <div
              className={`forced-color-adjust-none h-full rounded-full bg-accent transition-[width] duration-300 ${isUnknown ? "w-1/3 animate-pulse" : ""}`}
              style={isUnknown ? undefined : { width: `${percentage}%` }}
            />
          </div>
        </>
      )}
    </ProgressBar>
  );
}

export const Spinner = () => (
  <span
    aria-hidden
    className="size-4 animate-spin rounded-full border-2 border-current border-r-transparent opacity-80"
  />
);
