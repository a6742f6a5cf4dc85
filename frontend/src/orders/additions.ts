/** Heights of bars: a day with one person is seen beside a day with thousands, a day without is a hairline. */
export function barHeights(counts: number[], full: number): number[] {
  const most = Math.max(0, ...counts);
  return counts.map((count) => (count === 0 || most === 0 ? 1.5 : Math.max(4, (count / most) * full)));
}
