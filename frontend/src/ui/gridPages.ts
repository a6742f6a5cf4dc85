/** The arithmetic of the virtual table: which pages the visible rows lie on, and how many rows a browser can scroll. */

export const PAGE_SIZE = 100;

/** Browsers cannot lay out an element higher than about 17.8 million pixels (Firefox; Chromium 33 million). */
const HIGHEST = 17_000_000;
export const mostRows = (rowHeight: number): number => Math.floor(HIGHEST / rowHeight);

export function groupByPage<Item extends { index: number }>(items: Item[]): [page: number, items: Item[]][] {
  const pages = new Map<number, Item[]>();
  for (const item of items) {
    const page = Math.floor(item.index / PAGE_SIZE);
    const found = pages.get(page);
    if (found) found.push(item);
    else pages.set(page, [item]);
  }
  return [...pages];
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
