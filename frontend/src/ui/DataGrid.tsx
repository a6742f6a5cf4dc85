/**
 * A table of any length: only what is visible is in the page, fetched in pages of 100 by offset, one query each. Nothing
 * is merged into one list, so that an event costs the same with ten rows and with a hundred thousand.
 * Keyboard: one stop for Tab, then arrows, Page Up/Down, Home/End; Space selects, Enter opens.
 */
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useLocation } from "wouter";
import { GridBar } from "./GridBar";
import { GridPageView } from "./GridPage";
import { Box } from "./GridRow";
import { groupByPage, mostRows, rowAfterKey } from "./gridPages";
import type { GridColumn, GridPage, GridRow, GridSelection, GridSort } from "./gridTypes";
import { useNarrow } from "./useNarrow";
import { number } from "./words";

type Props<Data, Variables extends Record<string, unknown>, Row extends GridRow> = {
  label: string;
  document: TypedDocumentNode<Data, Variables & { first: number; offset: number }>;
  /** What the rows are chosen and sorted by; a new object only when something changed. */
  variables: Variables;
  pick: (data: Data) => GridPage<Row>;
  columns: GridColumn<Row>[];
  /** The row on a phone. */
  compact: (row: Row) => ReactNode;
  href?: (row: Row) => string;
  sort: GridSort;
  onSort: (field: string) => void;
  selection?: GridSelection<Row>;
  /** Chooses or clears all; shown as the box in the head. */
  onSelectAll?: (isChosen: boolean) => void;
  /** Counted up when the visible pages should be fetched again. */
  version: number;
  /** Rows that have just come: shown by a soft light that fades. */
  arrived?: ReadonlySet<string>;
  /** Rows that came above what is shown and wait to be shown: pages fetched meanwhile skip them. */
  held?: number;
  onAway?: (isAway: boolean) => void;
  /** Counted up to go back to the first row. */
  toTop?: number;
  empty: ReactNode;
};

const ROW = 52;
const CARD = 76;

export function DataGrid<Data, Variables extends Record<string, unknown>, Row extends GridRow>(
  props: Props<Data, Variables, Row>,
) {
  const { label, variables, columns, compact, href, sort, onSort, selection, onSelectAll, version, arrived } = props;
  const { held = 0, onAway } = props;
  const isNarrow = useNarrow();
  const rowHeight = isNarrow ? CARD : ROW;
  const box = useRef<HTMLDivElement>(null);
  const [total, setTotal] = useState<number | null>(null);
  const [at, setAt] = useState(-1);
  const [, navigate] = useLocation();
  const loaded = useRef(new Map<number, Row>());
  const lastChosen = useRef(-1);
  const count = Math.min(total ?? 8, mostRows(rowHeight));
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows' height is what has changed
  useEffect(() => virtual.measure(), [rowHeight]);
  const pages = groupByPage(virtual.getVirtualItems());
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows begin at their first
  useEffect(() => {
    box.current?.scrollTo({ top: 0 });
    loaded.current.clear();
    setAt(-1);
  }, [variables, props.toTop]);

  const toggle = useCallback(
    (index: number, isRange: boolean) => {
      const row = loaded.current.get(index);
      if (!row || !selection) return;
      const chosen = new Map(selection.chosen);
      const isOn = !chosen.has(row.id);
      const from = isRange && lastChosen.current >= 0 ? lastChosen.current : index;
      for (let i = Math.min(from, index); i <= Math.max(from, index); i++) {
        const each = loaded.current.get(i);
        if (!each) continue;
        if (isOn) chosen.set(each.id, each);
        else chosen.delete(each.id);
      }
      lastChosen.current = index;
      selection.onChange(chosen);
    },
    [selection],
  );
  const toggleRef = useRef(toggle);
  toggleRef.current = toggle;
  const stableToggle = useCallback((index: number, isRange: boolean) => {
    setAt(index);
    toggleRef.current(index, isRange);
  }, []);

  function onKey(event: KeyboardEvent) {
    if (event.target !== event.currentTarget) return;
    if (event.key === " " && at >= 0) {
      event.preventDefault();
      toggle(at, event.shiftKey);
      return;
    }
    const row = loaded.current.get(at);
    if (event.key === "Enter" && row && href) {
      navigate(href(row));
      return;
    }
    const next = rowAfterKey(event.key, at, count, Math.floor((box.current?.clientHeight ?? 600) / rowHeight));
    if (next === undefined || count === 0) return;
    event.preventDefault();
    setAt(next);
    virtual.scrollToIndex(next);
  }

  const tracks = useMemo(
    () => [...(selection ? ["1.25rem"] : []), ...columns.map((column) => column.width)].join(" "),
    [columns, selection],
  );
  const isSelecting = Boolean(selection);
  const isAllChosen = Boolean(selection && total && selection.chosen.size >= Math.min(total, 1_000));

  if (total === 0 && pages.length === 0) {
    // Still asked for, so that the first row to arrive is seen.
    return (
      <>
        <GridPageView {...pageProps(0, [])} />
        {props.empty}
      </>
    );
  }

  function pageProps(page: number, items: VirtualItem[]) {
    return {
      page,
      items,
      tracks,
      isNarrow,
      rowHeight,
      at,
      version,
      held,
      arrived,
      chosen: selection?.chosen,
      isSelecting,
      onTotal: setTotal,
      loaded: loaded.current,
      onToggle: stableToggle,
      document: props.document,
      pick: props.pick,
      variables,
      columns,
      compact,
      href,
    };
  }

  return (
    <>
      {isNarrow && (
        <GridBar
          columns={columns}
          sort={sort}
          onSort={onSort}
          chosen={selection && (isAllChosen ? "all" : selection.chosen.size > 0 ? "some" : "none")}
          onSelectAll={onSelectAll}
        />
      )}
      <div
        ref={box}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={total === null ? -1 : total + 1}
        aria-colcount={columns.length + (selection ? 1 : 0)}
        aria-multiselectable={isSelecting || undefined}
        aria-busy={total === null}
        aria-activedescendant={at >= 0 ? `grid-row-${at}` : undefined}
        onKeyDown={onKey}
        onFocus={(event) => event.target === event.currentTarget && at < 0 && setAt(0)}
        onScroll={(event) => onAway?.(event.currentTarget.scrollTop > rowHeight)}
        className="max-h-[max(26rem,calc(100dvh-13rem))] overflow-auto border-line border-t outline-none focus-visible:ring-2 focus-visible:ring-accent focus-visible:ring-inset"
      >
        <div role="rowgroup" className={`sticky top-0 z-10 bg-surface ${isNarrow ? "hidden" : ""}`}>
          <div
            role="row"
            aria-rowindex={1}
            className="grid h-10 items-center gap-4 border-line border-b px-5 text-muted text-xs"
            style={{ gridTemplateColumns: tracks }}
          >
            {selection && (
              <div role="columnheader" className="grid place-items-center">
                <button
                  type="button"
                  aria-label={isAllChosen ? "Select none" : "Select all"}
                  aria-pressed={isAllChosen}
                  onClick={() => onSelectAll?.(!isAllChosen && selection.chosen.size === 0)}
                  className="focus-ring cursor-pointer rounded"
                >
                  <Box isChosen={isAllChosen} isPartly={selection.chosen.size > 0 && !isAllChosen} />
                </button>
              </div>
            )}
            {columns.map((column) => {
              const direction = column.sortsBy && sort.field === column.sortsBy ? sort.direction : null;
              return (
                <div
                  role="columnheader"
                  key={column.id}
                  aria-sort={direction ? (direction === "ASC" ? "ascending" : "descending") : undefined}
                  className="min-w-0 font-medium"
                >
                  {column.sortsBy ? (
                    <button
                      type="button"
                      onClick={() => column.sortsBy && onSort(column.sortsBy)}
                      className={`focus-ring -mx-1.5 flex cursor-pointer items-center gap-1 rounded px-1.5 py-1 hover:text-ink ${direction ? "text-ink" : ""}`}
                    >
                      {column.name}
                      {direction === "ASC" && <ArrowUp aria-hidden className="size-3.5" />}
                      {direction === "DESC" && <ArrowDown aria-hidden className="size-3.5" />}
                    </button>
                  ) : (
                    column.name
                  )}
                </div>
              );
            })}
          </div>
        </div>
        <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
          {pages.map(([page, items]) => (
            <GridPageView key={page} {...pageProps(page, items)} />
          ))}
        </div>
        {total !== null && total > count && (
          <p className="border-line border-t px-5 py-3 text-[13px] text-muted">
            These are the first {number(count)} of {number(total)}. Search or filter to reach the rest.
          </p>
        )}
      </div>
    </>
  );
}
