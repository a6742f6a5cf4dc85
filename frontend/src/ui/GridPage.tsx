import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useEffect, useMemo, useRef, useState } from "react";
import { useQuery } from "urql";
import { faultSentence } from "../graphql/errors";
import { PAGE_SIZE } from "./gridPages";
import type { GridPage, GridRow } from "./gridTypes";
import { ErrorNote } from "./layout";

/** isOld: these rows are being fetched again. */
export type LoadedPage<Row> = { rows: { node: Row }[]; isOld: boolean };

/**
 * The query of one page that is in sight. Apart from the rows, which are drawn by the table: scrolling then gives a row
 * other values, and no row is made or thrown away.
 */
export function GridPageQuery<Data, Variables extends Record<string, unknown>, Row extends GridRow>({
  page,
  top,
  document,
  variables,
  pick,
  version,
  held,
  onTotal,
  onPage,
}: {
  page: number;
  /** Where to tell what went wrong. */
  top: number;
  document: TypedDocumentNode<Data, Variables & { first: number; offset: number }>;
  variables: Variables;
  pick: (data: Data) => GridPage<Row>;
  version: number;
  held: number;
  onTotal: (total: number) => void;
  /** Null: it went out of sight. */
  onPage: (page: number, loaded: LoadedPage<Row> | null) => void;
}) {
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
  const [{ data, error, fetching }, again] = useQuery({ query: document, variables: asked, pause: !isSettled });
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    again({ requestPolicy: "network-only" });
  }, [version, again]);
  const connection = data ? pick(data) : undefined;
  const total = connection?.totalCount;
  useEffect(() => {
    if (total !== undefined && !fetching) onTotal(total - skipped.current.held);
  }, [total, fetching, onTotal]);
  const rows = connection?.edges;
  useEffect(() => {
    if (rows) onPage(page, { rows, isOld: fetching });
  }, [rows, fetching, page, onPage]);
  useEffect(() => () => onPage(page, null), [page, onPage]);
  if (!error || rows) return null;
  return (
    <div className="absolute inset-x-5 z-10" style={{ top }}>
      <ErrorNote onRetry={() => again({ requestPolicy: "network-only" })}>{faultSentence(error)}</ErrorNote>
    </div>
  );
}
