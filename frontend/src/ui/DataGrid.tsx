/**
 * A table of any length: only what is visible is in the page, fetched in pages of 100 by offset, one query each. Nothing
 * is merged into one list, so that an event costs the same with ten rows and with a hundred thousand.
 * Keyboard: one stop for Tab, then arrows, Page Up/Down, Home/End; Space selects, Enter opens.
 */
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { type KeyboardEvent, type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useLocation } from "wouter";
import { GridBar } from "./GridBar";
import { GridHead, HEAD } from "./GridHead";
import { GridPageQuery, type LoadedPage } from "./GridPage";
import { GridRowView } from "./GridRow";
import { mostRows, PAGE_SIZE, pagesOf, rowAfterKey, rowsToDraw, scrollTopFor } from "./gridPages";
import type { GridColumn, GridPage, GridRow, GridSelection, GridSort } from "./gridTypes";
import { useNarrow } from "./useNarrow";
import { useRowsInView } from "./useRowsInView";
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
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const [total, setTotal] = useState<number | null>(null);
  const [pages, setPages] = useState<ReadonlyMap<number, LoadedPage<Row>>>(new Map());
  const [at, setAt] = useState(-1);
  const [, navigate] = useLocation();
  const loaded = useRef(new Map<number, Row>());
  const lastChosen = useRef(-1);
  const count = Math.min(total ?? 8, mostRows(rowHeight));
  const view = useRowsInView(box, rowHeight);
  const { from, to, pool } = rowsToDraw(view.first, view.fit, count);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows begin at their first, before any of them is told
  useLayoutEffect(() => {
    box?.scrollTo({ top: 0 });
    loaded.current.clear();
    setAt(-1);
  }, [variables, props.toTop]);
  const onPage = useCallback((page: number, found: LoadedPage<Row> | null) => {
    found?.rows.forEach((edge, i) => {
      loaded.current.set(page * PAGE_SIZE + i, edge.node);
    });
    setPages((before) => {
      const after = new Map(before);
      if (found) after.set(page, found);
      else after.delete(page);
      return after;
    });
  }, []);

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
    const next = rowAfterKey(event.key, at, count, Math.floor((box?.clientHeight ?? 600) / rowHeight));
    if (next === undefined || count === 0) return;
    event.preventDefault();
    setAt(next);
    if (!box) return;
    const top = scrollTopFor(next, rowHeight, isNarrow ? 0 : HEAD, box.scrollTop, box.clientHeight);
    if (top !== undefined) box.scrollTo({ top });
  }

  const tracks = useMemo(
    () => [...(selection ? ["1.25rem"] : []), ...columns.map((column) => column.width)].join(" "),
    [columns, selection],
  );
  const isSelecting = Boolean(selection);
  const isAllChosen = Boolean(selection && total && selection.chosen.size >= Math.min(total, 1_000));
  const chosen = selection && (isAllChosen ? "all" : selection.chosen.size > 0 ? "some" : "none");

  const queries = (total === 0 ? [0] : pagesOf(from, Math.max(to, 1))).map((page) => (
    <GridPageQuery
      key={page}
      page={page}
      top={Math.max(from, page * PAGE_SIZE) * rowHeight + 8}
      document={props.document}
      variables={variables}
      pick={props.pick}
      version={version}
      held={held}
      onTotal={setTotal}
      onPage={onPage}
    />
  ));
  if (total === 0) {
    // Still asked for, so that the first row to arrive is seen.
    return (
      <>
        {queries}
        {props.empty}
      </>
    );
  }

  const rows: ReactNode[] = [];
  let isOld = false;
  for (let index = from; index < to; index++) {
    const page = pages.get(Math.floor(index / PAGE_SIZE));
    isOld ||= page?.isOld ?? false;
    const row = page?.rows[index % PAGE_SIZE]?.node;
    rows.push(
      <GridRowView
        // A row that leaves at one end comes back at the other with other values: nothing is made anew.
        key={index % pool}
        row={row}
        index={index}
        top={index * rowHeight}
        isAt={at === index}
        isChosen={Boolean(row && selection?.chosen.has(row.id))}
        isNew={Boolean(row && arrived?.has(row.id))}
        isSelecting={isSelecting}
        isNarrow={isNarrow}
        height={rowHeight}
        tracks={tracks}
        columns={columns as GridColumn<GridRow>[]}
        compact={compact as (row: GridRow) => ReactNode}
        href={href as ((row: GridRow) => string) | undefined}
        onToggle={stableToggle}
      />,
    );
  }

  return (
    <>
      {isNarrow && <GridBar columns={columns} sort={sort} onSort={onSort} chosen={chosen} onSelectAll={onSelectAll} />}
      <div
        ref={setBox}
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
        className="max-h-[max(26rem,calc(100dvh-13rem))] overflow-auto border-line border-t outline-none focus-visible:outline-hidden focus-visible:ring-2 focus-visible:ring-accent focus-visible:ring-inset"
      >
        {!isNarrow && (
          <GridHead
            columns={columns}
            tracks={tracks}
            sort={sort}
            onSort={onSort}
            chosen={chosen}
            onSelectAll={onSelectAll}
          />
        )}
        <div role="presentation" className="relative" style={{ height: count * rowHeight }}>
          {queries}
          <div role="rowgroup" className={isOld ? "opacity-60 transition-opacity delay-150" : ""}>
            {rows}
          </div>
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
