import type { ReactNode } from "react";

export type GridRow = { id: string };
export type GridColumn<Row> = {
  id: string;
  name: string;
  /** A track of CSS grid. */
  width: string;
  cell: (row: Row) => ReactNode;
  sortsBy?: string;
};
export type GridSort = { field: string; direction: "ASC" | "DESC" };
export type GridPage<Row> = { totalCount: number; edges: { node: Row }[] } | null | undefined;
export type GridSelection<Row> = { chosen: ReadonlyMap<string, Row>; onChange: (chosen: Map<string, Row>) => void };
