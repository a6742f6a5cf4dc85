import { useEffect, useEffectEvent } from "react";

/** When the window is looked at again: what is shown and not followed may have been changed in another. */
export function useComeBack(listener: () => void) {
  const look = useEffectEvent(listener);
  useEffect(() => {
    const changed = () => document.visibilityState === "visible" && look();
    document.addEventListener("visibilitychange", changed);
    globalThis.addEventListener("focus", changed);
    return () => {
      document.removeEventListener("visibilitychange", changed);
      globalThis.removeEventListener("focus", changed);
    };
  }, []);
}
