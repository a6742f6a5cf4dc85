import { useCallback, useEffect, useRef, useState } from "react";

/** What is typed shows at once and is told after a short rest. */
export function useTyped(value: string, tell: (value: string) => void, rest = 250): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  useEffect(() => {
    // A link or the back button changed it from outside.
    if (value !== told.current) {
      told.current = value;
      setTyped(value);
    }
  }, [value]);
  useEffect(() => {
    if (typed === told.current) return;
    const timer = setTimeout(() => {
      told.current = typed;
      tell(typed);
    }, rest);
    return () => clearTimeout(timer);
  }, [typed, tell, rest]);
  return [typed, setTyped];
}

/** At once, then at most every `pause` ms, and a last time for what came in between. */
export function useThrottled(run: () => void, pause: number): () => void {
  const latest = useRef(run);
  latest.current = run;
  const state = useRef<{ timer?: ReturnType<typeof setTimeout>; isAgain: boolean }>({ isAgain: false });
  useEffect(() => () => clearTimeout(state.current.timer), []);
  return useCallback(() => {
    const now = state.current;
    if (now.timer !== undefined) {
      now.isAgain = true;
      return;
    }
    const rest = () => {
      now.timer = undefined;
      if (now.isAgain) {
        now.isAgain = false;
        latest.current();
        now.timer = setTimeout(rest, pause);
      }
    };
    latest.current();
    now.timer = setTimeout(rest, pause);
  }, [pause]);
}
