/** The arithmetic of the virtual table: which pages the visible rows lie on, and how many rows a browser can scroll. */

export const PAGE_SIZE = 100;

/** Browsers cannot lay out an element higher than about 17.8 million pixels (Firefox; Chromium 33 million). */
const HIGHEST = 17_000_000;
export const mostRows = (rowHeight: number): number => Math.floor(HIGHEST / rowHeight);

/** Rows above and below the visible ones, so that a quick hand finds them there. */
const SPARE = 6;

/** The rows to be drawn, `to` left out, where `fit` of them are in sight from `first` on; and how many are drawn at most. */
export const rowsToDraw = (first: number, fit: number, count: number): { from: number; to: number; pool: number } => ({
  from: Math.max(0, Math.min(first, count - fit) - SPARE),
  to: Math.min(count, first + fit + SPARE),
  pool: fit + 2 * SPARE,
});

/** The pages that these rows lie on. */
export function pagesOf(from: number, to: number): number[] {
  const first = Math.floor(from / PAGE_SIZE);
  const last = Math.floor((to - 1) / PAGE_SIZE);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

/** Where to scroll to so that the row is wholly in sight below the head; undefined where it is already. */
export function scrollTopFor(index: number, rowHeight: number, head: number, top: number, height: number) {
  const above = index * rowHeight;
  const below = above + rowHeight + head - height;
  if (above < top) return above;
  return below > top ? below : undefined;
}

/** Where a key leads from a row; undefined for keys that are not the table's. */
export function rowAfterKey(key: string, at: number, total: number, visible: number): number | undefined {
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: Math.max(1, visible - 2),
    PageUp: -Math.max(1, visible - 2),
    Home: -total,
    End: total,
  };
  const step = steps[key];
  return step === undefined ? undefined : Math.max(0, Math.min(total - 1, at + step));
}
