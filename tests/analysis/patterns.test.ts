import { expect, test } from "vitest";
import { evaluatePatterns, isInside } from "../../src/analysis/patterns.ts";
import type { Pattern } from "../../src/model/scenario.ts";

const text = { en: "", zh: "" };
const pattern = (name: string, measure: string, at: string, low: Pattern["low"], high: Pattern["high"]): Pattern => {
  return { name, measure, at, low, high, reported: text, text };
};
const run = (councils: number | null, date: string | null, share: number) => ({
  measures: { suspensionDate: date },
  readings: { "2018-04-30": { councils }, "2018-12-31": { executedShare: share } },
});

test("a band holds its bounds, an open bound holds all, and nothing holds null", () => {
  expect(isInside({ low: 2, high: 3 }, 3)).toBe(true);
  expect(isInside({ low: 2, high: 3 }, 3.01)).toBe(false);
  expect(isInside({ low: null, high: 3 }, -100)).toBe(true);
  expect(isInside({ low: "2018-01-01", high: null }, "2017-12-31")).toBe(false);
  expect(isInside({ low: null, high: null }, null)).toBe(false);
});

test("patterns are read at the reading date, at the end, or at a date, and null counts as outside", () => {
  const scenario = {
    reading: "2018-04-30",
    patterns: [
      pattern("meetings", "councils", "reading", 6, 13),
      pattern("end", "suspensionDate", "final", "2018-01-01", "2018-07-31"),
      pattern("work", "executedShare", "2018-12-31", 0.5, 1),
    ],
  };
  const runs = [
    run(10, "2018-04-02", 0.6),
    run(20, "2018-05-07", 0.7),
    run(8, null, 0.8),
    run(null, "2018-06-04", 0.1),
  ];
  const { patterns, allInsideShare } = evaluatePatterns(scenario, runs);
  expect(patterns.map((p) => p.insideShare)).toEqual([0.5, 0.75, 0.75]);
  expect(patterns[0]).toMatchObject({
    name: "meetings",
    measure: "councils",
    at: "reading",
    low: 6,
    high: 13,
    median: 10,
  });
  expect(allInsideShare).toBe(0.25);
});

test("a run that ended before a pattern's date has no value there", () => {
  const scenario = { reading: "2018-04-30", patterns: [pattern("late", "councils", "2019-01-01", null, null)] };
  expect(evaluatePatterns(scenario, [run(1, null, 0)]).patterns[0]).toMatchObject({ median: null, insideShare: 0 });
});

test("an unknown measure is named with the nearest", () => {
  const scenario = { reading: "2018-04-30", patterns: [pattern("x", "councls", "final", 0, 1)] };
  expect(() => evaluatePatterns(scenario, [])).toThrow('unknown measure "councls"; did you mean "councils"?');
});

test("without patterns or runs there are no shares", () => {
  expect(evaluatePatterns({ reading: "2018-04-30", patterns: [] }, [])).toEqual({ patterns: [], allInsideShare: null });
});
