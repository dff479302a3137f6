import { expect, test } from "vitest";
import { plainSetting } from "../../../src/experiments/page/setting.ts";
import { createClock } from "../../../src/kernel/clock.ts";
import { factMarks, monthOf } from "../../../src/web/charts/facts.ts";
import { CHART_KINDS, chartLines, type ShownRun, scaleOf, valueAt } from "../../../src/web/charts/lines.ts";
import { bandPath, linePath, pointsOf, thinned } from "../../../src/web/charts/path.ts";
import { extent, heightOf, niceScale, niceStep, spreadOut, yearTicks } from "../../../src/web/charts/scale.ts";
import { summaryOf } from "../../../src/web/charts/summary.ts";
import { WEEKLY } from "../../../src/web/engine/session.ts";
import { scenarioOf } from "../../../src/web/engine/setting.ts";
import type { Spread } from "../../../src/web/many/spread.ts";

function runOf(scenario: "new-estate" | "old-district", more: Partial<ShownRun> = {}): ShownRun {
  const setting = plainSetting(scenario);
  return {
    setting,
    scenario: scenarioOf(setting),
    weeks: 312,
    frames: [],
    columns: {},
    ghost: null,
    ...more,
  };
}

test("an extent skips what is no number and is null where there is none", () => {
  expect(extent([[3, Number.NaN], [1]])).toEqual({ low: 1, high: 3 });
  expect(extent([[Number.NaN], []])).toBeNull();
});

test("scales end on round numbers that hold all values", () => {
  expect(niceStep(1, 3)).toBe(0.5);
  expect(niceScale({ low: 0.34, high: 0.61 }, 0.04).ticks).toEqual([0.3, 0.4, 0.5, 0.6, 0.7]);
  expect(niceScale({ low: 0, high: 323 }, 10).ticks).toEqual([0, 200, 400]);
});

test("a scale of nothing or of one value still has a width", () => {
  expect(niceScale(null, 10)).toMatchObject({ low: 0, high: 10 });
  const { low, high } = niceScale({ low: 0.5, high: 0.5 }, 0.04);
  expect(high - low).toBeGreaterThanOrEqual(0.04 - 1e-9);
});

test("heights are counted from the top", () => {
  expect(heightOf(0, { low: 0, high: 4 })).toBe(100);
  expect(heightOf(4, { low: 0, high: 4 })).toBe(0);
});

test("years stand at the week that holds their first day; the first at week 0", () => {
  const clock = createClock("2015-01-05");
  const ticks = yearTicks("2015-01-05", 110, (date) => clock.tick(date));
  expect(ticks).toEqual([
    { week: 0, year: 2015 },
    { week: 51, year: 2016 },
    { week: 103, year: 2017 },
  ]);
});

test("marks that lie too near are moved apart and stay inside", () => {
  expect(spreadOut([-1, 0, 10], 2, 20)).toEqual([0, 2, 10]);
  expect(spreadOut([18, 19, 20], 2, 20)).toEqual([16, 18, 20]);
});

test("a line breaks where there is no number", () => {
  expect(linePath(pointsOf([0, 1, Number.NaN, 1]), { low: 0, high: 1 })).toBe("M0 100L1 0M3 0");
});

test("a line may begin at a week", () => {
  expect(linePath(pointsOf([0, 1, 0], 1), { low: 0, high: 1 })).toBe("M1 0L2 100");
});

test("thinning keeps the peaks and the last point", () => {
  const points = pointsOf(Array.from({ length: 5000 }, (_, k) => (k === 1234 ? 9 : k === 2345 ? -9 : k % 3)));
  const kept = thinned(points, 400);
  expect(kept.length).toBeLessThan(420);
  expect(kept).toContainEqual({ x: 1234, y: 9 });
  expect(kept).toContainEqual({ x: 2345, y: -9 });
  expect(kept.at(-1)).toEqual(points.at(-1));
  expect(kept.every((p, k) => k === 0 || kept[k - 1]!.x < p.x)).toBe(true);
});

test("a band goes along its upper and back along its lower line", () => {
  expect(bandPath([0, 4], [0, 0], [1, 1], { low: 0, high: 1 })).toBe("M0 0L4 0L4 100L0 100Z");
  expect(bandPath([0], [0], [1], { low: 0, high: 1 })).toBe("");
});

test("every chart reads columns that a run tells weekly", () => {
  for (const kind of CHART_KINDS) for (const { name } of kind.columns) expect(WEEKLY).toContain(name);
});

test("lines have the ghost from the week of the change, and a band only of the same setting", () => {
  const ghost = { from: 2, columns: { meanTrust: [0.1, 0.5, 0.6] } };
  const left = runOf("new-estate", { columns: { meanTrust: [0.4, 0.5, 0.4] }, ghost });
  const right = runOf("old-district");
  const band = { low: [0.3], median: [0.5], high: [0.9] };
  const spread = (setting: ShownRun["setting"]): Spread => ({
    setting,
    rootSeed: "1",
    replicates: [],
    total: 20,
    weeks: [0],
    bands: { meanTrust: band },
  });
  const spreads = { left: spread(plainSetting("new-estate")), right: spread(plainSetting("blank")) };
  const [first, second] = chartLines(CHART_KINDS[0]!, { left, right }, spreads);
  expect(first!.ghost).toEqual({ values: [0.1, 0.5, 0.6], from: 2 });
  expect(first!.band).toEqual({ ...band, weeks: [0] });
  expect(second!.band).toBeNull();
  // What the two futures share is drawn once: 0.1 of the ghost lies before the change.
  expect(scaleOf(CHART_KINDS[0]!, [first!, second!]).low).toBeGreaterThan(0.1);
});

test("the value shown is that of the week, or of the last there is", () => {
  expect(valueAt([1, 2, 3], 1.7)).toBe(2);
  expect(valueAt([1, 2, 3], 99)).toBe(3);
  expect(valueAt([], 0)).toBeNull();
  expect(valueAt([Number.NaN], 0)).toBeNull();
});

test("a line in words tells start, peak and end with dates, in both languages", () => {
  const clock = createClock("2015-01-05");
  const write = (v: number) => v.toFixed(1);
  expect(summaryOf("Trust", [1, 3, 2], clock, write, "en")).toBe(
    "Trust: 1.0 on 2015-01-05, at most 3.0 (2015-01-12), 2.0 on 2015-01-19.",
  );
  expect(summaryOf("信任", [1, 3, 2], clock, write, "zh")).toBe(
    "信任：2015-01-05为1.0，最高3.0（2015-01-12），2015-01-19为2.0。",
  );
  expect(summaryOf("信任", [], clock, write, "zh")).toBe("");
});

test("the paper's facts stand at the weeks of their dates, numbered by side", () => {
  const marks = factMarks("left", runOf("new-estate"));
  expect(marks.map((m) => m.number)).toEqual(marks.map((_, k) => k + 1));
  expect(marks[0]!.week).toBe(0);
  expect(marks.find((m) => m.date === "2017-07-01")!.week).toBe(129);
  expect(monthOf("2017-07-01")).toBe("2017-07");
});
