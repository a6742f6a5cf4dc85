import { useEffect, useRef } from "react";
import { useQuery } from "urql";
import { graphql } from "../graphql/generated";
import { calendarDate, counted, number } from "../ui/words";
import { barHeights } from "./additions";

const AdditionsQuery = graphql(`
  query Additions($id: ID!) { order(id: $id) { id additions(days: 30) { date count } } }
`);

const BAR = 6;
const GAP = 2;
const HEIGHT = 36;

/** People added per day, a bar each. version: changes when somebody came or went. */
export function AdditionsChart({ orderId, version }: { orderId: string; version: number }) {
  const [{ data }, again] = useQuery({ query: AdditionsQuery, variables: { id: orderId } });
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    // An upload counts up in steps: once it rests is soon enough.
    const timer = setTimeout(() => again({ requestPolicy: "network-only" }), 1_500);
    return () => clearTimeout(timer);
  }, [version, again]);
  const days = data?.order?.additions ?? [];
  const sum = days.reduce((total, day) => total + day.count, 0);
  const heights = barHeights(
    days.map((day) => day.count),
    HEIGHT,
  );
  const last = days.at(-1);
  const said = `${counted(sum, "person", "people")} added in the last 30 days`;
  return (
    // Its height is kept while it loads, so that the table below stays where it is.
    <figure className="flex h-12 items-center gap-3">
      <svg
        role="img"
        aria-label={`${said}${last ? `, ${last.count} of them today` : ""}`}
        viewBox={`0 0 ${30 * (BAR + GAP)} ${HEIGHT}`}
        className="h-8 w-52 shrink overflow-visible"
      >
        {days.map((day, i) => (
          <g key={day.date}>
            <title>{`${calendarDate(day.date)}: ${counted(day.count, "person", "people")}`}</title>
            <rect x={i * (BAR + GAP)} y={0} width={BAR + GAP} height={HEIGHT} fill="transparent" />
            <rect
              x={i * (BAR + GAP)}
              y={HEIGHT - (heights[i] ?? 0)}
              width={BAR}
              height={heights[i] ?? 0}
              rx={1.5}
              className={day.count ? "fill-accent" : "fill-line"}
            />
          </g>
        ))}
      </svg>
      <figcaption aria-hidden className="flex min-w-20 flex-col text-muted text-xs">
        {data && (
          <>
            <span className="font-medium text-ink tabular-nums">{number(sum)} added</span>
            in 30 days
          </>
        )}
      </figcaption>
    </figure>
  );
}
