import { useSyncExternalStore } from "react";
import { paintTheme } from "../ui/paintTheme";

export type Theme = "system" | "light" | "dark";
const KEY = "muster-theme";
const listeners = new Set<() => void>();
const prefersDark = () => globalThis.matchMedia?.("(prefers-color-scheme: dark)");

export function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}

function paint(theme: Theme) {
  paintTheme(theme === "dark" || (theme === "system" && Boolean(prefersDark()?.matches)));
}

export function chooseTheme(theme: Theme) {
  try {
    if (theme === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // A browser that keeps nothing still shows the choice until it is closed.
  }
  paint(theme);
  for (const listener of listeners) listener();
}

export function followSystemTheme() {
  prefersDark()?.addEventListener("change", () => paint(readTheme()));
}

const watch = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export function useTheme(): Theme {
  return useSyncExternalStore(watch, readTheme, () => "system");
}
