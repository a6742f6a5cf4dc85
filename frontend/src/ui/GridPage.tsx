import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { VirtualItem } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useQuery } from "urql";
import { faultSentence } from "../graphql/errors";
import { GridRowView } from "./GridRow";
import { PAGE_SIZE } from "./gridPages";
import type { GridColumn, GridPage, GridRow } from "./gridTypes";
import { ErrorNote } from "./layout";

export type GridPageProps<Data, Variables extends Record<string, unknown>, Row extends GridRow> = {
  page: number;
  items: VirtualItem[];
  tracks: string;
  isNarrow: boolean;
  rowHeight: number;
  at: number;
  version: number;
  held: number;
  arrived?: ReadonlySet<string>;
  chosen?: ReadonlyMap<string, Row>;
  isSelecting: boolean;
  onTotal: (total: number) => void;
  loaded: Map<number, Row>;
  onToggle: (index: number, isRange: boolean) => void;
  document: TypedDocumentNode<Data, Variables & { first: number; offset: number }>;
  pick: (data: Data) => GridPage<Row>;
  variables: Variables;
  columns: GridColumn<Row>[];
  compact: (row: Row) => ReactNode;
  href?: (row: Row) => string;
};

/** The visible rows of one page, with the query that fetches them. */
export function GridPageView<Data, Variables extends Record<string, unknown>, Row extends GridRow>(
  props: GridPageProps<Data, Variables, Row>,
) {
  const { page, items, version, held, onTotal, loaded, variables } = props;
  // Pages that are only flown over while scrolling ask for nothing.
  const [isSettled, setSettled] = useState(page === 0);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), 60);
    return () => clearTimeout(timer);
  }, []);
  const skipped = useRef({ held, version });
  if (skipped.current.version !== version) skipped.current = { held, version };
  const offset = page * PAGE_SIZE + skipped.current.held;
  const asked = useMemo(() => ({ ...variables, first: PAGE_SIZE, offset }), [variables, offset]);
  const [{ data, error, fetching }, again] = useQuery({ query: props.document, variables: asked, pause: !isSettled });
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    again({ requestPolicy: "network-only" });
  }, [version, again]);
  const connection = data ? props.pick(data) : undefined;
  const total = connection?.totalCount;
  useEffect(() => {
    if (total !== undefined && !fetching) onTotal(total - skipped.current.held);
  }, [total, fetching, onTotal]);
  const rows = connection?.edges;
  useEffect(() => {
    rows?.forEach((edge, i) => {
      loaded.set(page * PAGE_SIZE + i, edge.node);
    });
  }, [rows, page, loaded]);
  if (error && !rows) {
    return (
      <div className="absolute inset-x-5" style={{ top: (items[0]?.start ?? 0) + 8 }}>
        <ErrorNote onRetry={() => again({ requestPolicy: "network-only" })}>{faultSentence(error)}</ErrorNote>
      </div>
    );
  }
  if (items.length === 0) return null;
  return (
    <div role="rowgroup" className={fetching && rows ? "opacity-60 transition-opacity delay-150" : ""}>
      {items.map((item) => {
        const row = rows?.[item.index - page * PAGE_SIZE]?.node;
        return (
          <GridRowView
            key={item.key}
            row={row}
            index={item.index}
            top={item.start}
            isAt={props.at === item.index}
            isChosen={Boolean(row && props.chosen?.has(row.id))}
            isNew={Boolean(row && props.arrived?.has(row.id))}
            isSelecting={props.isSelecting}
            isNarrow={props.isNarrow}
            height={props.rowHeight}
            tracks={props.tracks}
            columns={props.columns as GridColumn<GridRow>[]}
            compact={props.compact as (row: GridRow) => ReactNode}
            href={props.href as ((row: GridRow) => string) | undefined}
            onToggle={props.onToggle}
          />
        );
      })}
    </div>
  );
}
