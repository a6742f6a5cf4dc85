import { expect, test } from "vitest";
import { addSample, pace, type Sample } from "./pace";

test("the pace is what came in the last seconds, and the rest follows from it", () => {
  let samples: Sample[] = [];
  for (let second = 0; second <= 20; second++) {
    // Slow at first, then 500 rows a second.
    samples = addSample(samples, { at: second * 1000, rows: second < 10 ? second * 10 : 100 + (second - 10) * 500 });
  }
  const told = pace(samples, 10_100);
  expect(told?.perSecond).toBeCloseTo(500);
  expect(told?.secondsLeft).toBeCloseTo((10_100 - 5_100) / 500);
});

test("nothing is told from too little", () => {
  expect(pace([], 100)).toBeNull();
  expect(pace([{ at: 0, rows: 5 }], 100)).toBeNull();
  expect(
    pace(
      [
        { at: 0, rows: 5 },
        { at: 300, rows: 90 },
      ],
      100,
    ),
  ).toBeNull();
});

test("without a total there is a pace but no end", () => {
  const samples = [
    { at: 0, rows: 0 },
    { at: 2000, rows: 100 },
  ];
  expect(pace(samples, null)).toEqual({ perSecond: 50, secondsLeft: null });
});

test("when the count falls back, what was before is forgotten", () => {
  expect(addSample([{ at: 0, rows: 900 }], { at: 10, rows: 3 })).toEqual([{ at: 10, rows: 3 }]);
});
