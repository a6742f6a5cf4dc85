import { useCallback, useState } from "react";
import type { GridPage, GridRow } from "./gridTypes";
import { toast } from "./Toast";
import { number } from "./words";

/** As many as one mutation takes. */
const MOST_CHOSEN = 1_000;
const STEP = 200;

/** The chosen rows of a table. All means all that match, loaded or not, up to what can be changed at once. */
export function useChosen<Row extends GridRow>(fetchPage: (offset: number, first: number) => Promise<GridPage<Row>>) {
  const [chosen, onChange] = useState<Map<string, Row>>(new Map());
  const clear = useCallback(() => onChange(new Map()), []);
  async function chooseAll(isChosen: boolean) {
    const all = new Map<string, Row>();
    for (let offset = 0; isChosen && offset < MOST_CHOSEN; offset += STEP) {
      const page = await fetchPage(offset, STEP);
      for (const { node } of page?.edges ?? []) all.set(node.id, node);
      if (!page || offset + STEP >= page.totalCount) break;
    }
    onChange(all);
    if (all.size >= MOST_CHOSEN) {
      toast(`The first ${number(MOST_CHOSEN)} are selected: as many as can be changed at once.`);
    }
  }
  return { selection: { chosen, onChange }, rows: [...chosen.values()], clear, chooseAll };
}
