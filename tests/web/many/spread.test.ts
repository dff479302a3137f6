import { describe, expect, test } from "vitest";
import { newEstate } from "../../../scenarios/index.ts";
import { evaluatePatterns } from "../../../src/analysis/patterns.ts";
import { plainSetting } from "../../../src/experiments/page/setting.ts";
import { parseDate } from "../../../src/kernel/clock.ts";
import { type Replicate, replicateOf } from "../../../src/web/engine/replicate.ts";
import { axisOf, dateTicks, numberTicks, percent, positionOf, scaleOf, valueText } from "../../../src/web/many/axis.ts";
import { bandsOf } from "../../../src/web/many/bands.ts";
import { differenceOf, findingsOf, isChanged, metByMedian, outcomeOf } from "../../../src/web/many/findings.ts";
import { levelStep, stacked } from "../../../src/web/many/strip.ts";

const series = (...values: number[]) => ({
  series: { tick: values.map((_, k) => 4 * (k + 1)), columns: { x: values } },
});

describe("bands over runs", () => {
  test("are quantiles week by week, of the runs that have a value", () => {
    const runs = [series(1, 5), series(2, Number.NaN), series(3, Number.NaN), series(4, 7), series(5, 9)];
    const { weeks, bands } = bandsOf(runs);
    expect(weeks).toEqual([4, 8]);
    expect(bands.x!.median).toEqual([3, 7]);
    expect(bands.x!.low[0]).toBeCloseTo(1.2);
    expect(bands.x!.high[1]).toBeCloseTo(8.8);
  });

  test("are NaN where no run has a value, and none without runs", () => {
    expect(bandsOf([series(Number.NaN)]).bands.x!.median).toEqual([Number.NaN]);
    expect(bandsOf([])).toEqual({ weeks: [], bands: {} });
  });
});

describe("axes", () => {
  test("have round ticks", () => {
    expect(numberTicks(0.03, 0.97, 4)).toEqual([0.25, 0.5, 0.75]);
    expect(numberTicks(-0.04, 0.81, 4)).toEqual([0, 0.25, 0.5, 0.75]);
    expect(numberTicks(18, 92, 4)).toEqual([20, 40, 60, 80]);
  });

  test("mark dates at firsts of months", () => {
    const ticks = dateTicks(parseDate("2017-02-10"), parseDate("2018-05-01"), 4);
    expect(ticks).toEqual(
      ["2017-04-01", "2017-07-01", "2017-10-01", "2018-01-01", "2018-04-01"].map((d) => parseDate(d)),
    );
  });

  test("hold a single value with room on both sides", () => {
    const { low, high } = axisOf([7], "number", "en");
    expect([low < 7, high > 7]).toEqual([true, true]);
    expect(axisOf([], "number", "en").ticks).toEqual([]);
    expect(axisOf([0, 1], "number", "en").ticks.map(({ text }) => text)).toEqual(["0", "1"]);
    expect(axisOf([0.1, 0.9], "number", "en").ticks.map(({ text }) => text)).toEqual(["0.25", "0.5", "0.75"]);
  });

  test("write values as a reader of either language meets them", () => {
    expect(valueText(0.172, "share", "en")).toBe("17 %");
    expect(percent(0.0312, "zh")).toBe("3.1%");
    expect(valueText(1, "flag", "zh")).toBe("是");
    expect(valueText("2018-04-16", "date", "en")).toBe("2018-04-16");
    expect(valueText(null, "number", "en")).toBe("–");
    expect(["share of residents", "date", "0 or 1", "issues"].map(scaleOf)).toEqual([
      "share",
      "date",
      "flag",
      "number",
    ]);
    expect(positionOf("1970-01-08")).toBe(7);
  });
});

describe("dots on a line", () => {
  test("are stacked where they would cover one another", () => {
    const dots = stacked([10, null, 10, 10, 30], 6);
    expect(dots.map(({ index, level }) => [index, level])).toEqual([
      [0, 0],
      [2, 1],
      [3, -1],
      [4, 0],
    ]);
    expect(levelStep(dots, 8, 5)).toBe(5);
  });

  test("move together until the stack fits", () => {
    const dots = stacked(new Array(21).fill(0), 5);
    expect(levelStep(dots, 10, 5)).toBe(1);
  });
});

describe("findings of the paper", () => {
  const runs = [0, 1, 2].map((r): Replicate => replicateOf(plainSetting("new-estate"), "1", r));

  test("are counted as the command line counts them", () => {
    const findings = findingsOf(newEstate, runs, null);
    const { patterns } = evaluatePatterns(newEstate, runs as never);
    expect(findings.map(({ median, q05, q95, inside }) => ({ median, q05, q95, insideShare: inside / 3 }))).toEqual(
      patterns.map(({ median, q05, q95, insideShare }) => ({ median, q05, q95, insideShare })),
    );
    expect(metByMedian(findings)).toBeGreaterThan(5);
    expect(findings.filter(({ heldOut }) => heldOut)).toHaveLength(4);
  });

  test("stand beside the run that is shown", () => {
    const [finding] = findingsOf(newEstate, runs, runs[0] as never);
    expect(finding!.shown).toBe(finding!.values[0]);
  });

  test("tell what has been set", () => {
    expect(isChanged(plainSetting("new-estate"))).toBe(false);
    expect(isChanged({ ...plainSetting("new-estate"), values: { "team.effort": 1 } })).toBe(true);
  });

  test("compare both sides pair by pair", () => {
    expect(outcomeOf("meanTrust", runs).values).toHaveLength(3);
    expect(differenceOf("meanTrust", runs, runs)).toMatchObject({ pairs: 3, mean: 0, higher: 0, lower: 0 });
    expect(differenceOf("suspensionDate", runs, runs)).toBeNull();
  });
});
