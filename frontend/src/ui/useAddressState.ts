/**
 * Filters, sorting and paging live in the address, so that a link shows the same view. A codec turns a query string into
 * a plain object and back; what equals the default is left out of the address.
 */
import { useCallback, useMemo, useRef } from "react";
import { useLocation, useSearch } from "wouter";

export type Codec<T> = { read: (query: URLSearchParams) => T; write: (value: T) => URLSearchParams };

export function useAddressState<T>(codec: Codec<T>): [T, (next: Partial<T>) => void] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const value = useMemo(() => codec.read(new URLSearchParams(search)), [codec, search]);
  const here = useRef({ path, pathname: globalThis.location.pathname });
  if (here.current.path !== path) here.current = { path, pathname: globalThis.location.pathname };
  const change = useCallback(
    (next: Partial<T>) => {
      const { pathname, search: now } = globalThis.location;
      // A page whose successor is still loading is hidden but alive: what it tells late must not lead back to it.
      if (pathname !== here.current.pathname) return;
      const query = codec.write({ ...codec.read(new URLSearchParams(now)), ...next }).toString();
      navigate(query ? `${pathname}?${query}` : pathname, { replace: true });
    },
    [codec, navigate],
  );
  return [value, change];
}

/** "name" is ascending, "-name" descending; anything unknown is the default. */
export function readSort<F extends string>(
  text: string | null,
  fields: readonly F[],
  standard: { field: F; direction: "ASC" | "DESC" },
): { field: F; direction: "ASC" | "DESC" } {
  if (!text) return standard;
  const isDescending = text.startsWith("-");
  const field = text.slice(isDescending ? 1 : 0).toUpperCase() as F;
  return fields.includes(field) ? { field, direction: isDescending ? "DESC" : "ASC" } : standard;
}

export const writeSort = (sort: { field: string; direction: "ASC" | "DESC" }): string =>
  `${sort.direction === "DESC" ? "-" : ""}${sort.field.toLowerCase()}`;

export function readChoices<C extends string>(text: string | null, choices: readonly C[]): C[] {
  const given = (text ?? "").toUpperCase().split(".");
  return choices.filter((choice) => given.includes(choice));
}
