import { useLiveState } from "../accounts/Shell";

const states = {
  live: ["bg-ok-bar", "Live"],
  idle: ["bg-field", "Connecting"],
  connecting: ["bg-field", "Connecting"],
  reconnecting: ["bg-warn-bar animate-pulse", "Reconnecting"],
  offline: ["bg-bad-bar", "Offline"],
} as const;

export function LiveDot() {
  const state = useLiveState();
  const [look, name] = states[state];
  return (
    <span
      data-live={state}
      className="inline-flex items-center gap-1.5 text-muted text-xs"
      title="Changes made elsewhere appear here by themselves."
    >
      <span aria-hidden className={`size-2 rounded-full forced-color-adjust-none ${look}`} />
      {name}
    </span>
  );
}
