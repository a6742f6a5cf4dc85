import { useLayoutEffect, useState } from "react";

/** Which row is the first in sight, and how many fit. All rows are equally high, so that nothing has to be measured. */
export function useRowsInView(box: HTMLElement | null, rowHeight: number): { first: number; fit: number } {
  const [view, setView] = useState({ first: 0, fit: 0 });
  useLayoutEffect(() => {
    if (!box) return;
    const look = () =>
      setView((before) => {
        const first = Math.floor(box.scrollTop / rowHeight);
        const fit = Math.ceil(box.clientHeight / rowHeight) + 1;
        return before.first === first && before.fit === fit ? before : { first, fit };
      });
    look();
    box.addEventListener("scroll", look, { passive: true });
    const watch = new ResizeObserver(look);
    watch.observe(box);
    return () => {
      box.removeEventListener("scroll", look);
      watch.disconnect();
    };
  }, [box, rowHeight]);
  return view;
}
