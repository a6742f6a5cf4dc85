/** How fast an import goes, from what the server told of late, and how long the rest takes at that pace. */

export type Sample = { at: number; rows: number };
const WINDOW_MS = 8_000;

export function addSample(samples: Sample[], sample: Sample): Sample[] {
  const kept = samples.filter((each) => sample.at - each.at <= WINDOW_MS && each.rows <= sample.rows);
  return [...kept, sample];
}

export function pace(
  samples: Sample[],
  totalRows: number | null,
): { perSecond: number; secondsLeft: number | null } | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < 800 || last.rows <= first.rows) return null;
  const perSecond = (last.rows - first.rows) / ((last.at - first.at) / 1000);
  return { perSecond, secondsLeft: totalRows === null ? null : Math.max(0, (totalRows - last.rows) / perSecond) };
}
