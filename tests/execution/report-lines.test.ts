import { describe, expect, test } from "vitest";
import { type Facets, facetsOf } from "../../src/execution/report/lines.ts";
import type { Point, Results } from "../../src/execution/report/results.ts";
import { wordsIn } from "../../src/execution/report/words.ts";

/** Results of scenarios at every combination of values. */
function results(scenarios: readonly string[], values: readonly (readonly string[])[]): Results {
  const settings = values.reduce<string[][]>((all, cells) => all.flatMap((s) => cells.map((c) => [...s, c])), [[]]);
  const points = scenarios.flatMap((scenario, i) =>
    settings.map((setting, k): Point => {
      const index = i * settings.length + k;
      return { index, scenario, swap: "", setting, runs: 1, failed: 0, summaries: new Map() };
    }),
  );
  const axes = values.map((_, k) => `own.axis${k}`);
  return { axes, values, points, measures: [], pointOf: new Map(), runs: 0, failed: 0, failures: [] };
}

const numbers = (n: number) => Array.from({ length: n }, (_, k) => String(k));
const names = ({ facets }: Facets) => facets.map((f) => [f.name, f.lines.map((line) => line.name)]);
const drawn = ({ facets }: Facets) => facets.flatMap((f) => f.lines.flatMap((line) => line.points));
const of = (scenarios: readonly string[], ...values: string[][]) => facetsOf(results(scenarios, values), wordsIn("en"));

describe("lines of figures over time", () => {
  test("are one a point where there are six at most", () => {
    const own = of(["a", "b"], numbers(3));
    expect(own.single).toBe(true);
    expect(names(own)).toEqual([[null, ["a", "b"].flatMap((s) => numbers(3).map((v) => `${s}, own.axis0 ${v}`))]]);
  });

  test("of two scenarios and four values are a figure a scenario, in which every value has its line", () => {
    const own = of(["a", "b"], numbers(4));
    expect(own.single).toBe(true);
    expect(names(own)).toEqual(["a", "b"].map((s) => [s, numbers(4).map((v) => `own.axis0 ${v}`)]));
    expect(drawn(own)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test("of two axes are one a value of the first, over all points that have it, and say so", () => {
    const own = of(["a"], numbers(3), numbers(4));
    expect([own.single, own.by]).toEqual([false, "own.axis0"]);
    expect(names(own)).toEqual([[null, numbers(3).map((v) => `own.axis0 ${v}`)]]);
    expect(drawn(own).toSorted((x, y) => x - y)).toEqual(numbers(12).map(Number));
  });

  test("of many values are one a part of their range", () => {
    const own = of(["a"], numbers(31));
    expect(names(own)).toEqual([[null, ["0–10", "10–20", "20–30"].map((part) => `own.axis0 ${part}`)]]);
    expect(own.left).toBe(0);
  });

  test("never stand for a whole scenario while an axis has two values", () => {
    for (const scenarios of [1, 2, 3, 7])
      for (const values of [2, 3, 6, 7, 40])
        for (const others of [1, 2, 5]) {
          const own = of(
            numbers(scenarios).map((s) => `s${s}`),
            numbers(values),
            numbers(others),
          );
          for (const { lines } of own.facets) {
            expect(lines.length).toBeGreaterThan(1);
            expect(lines.length).toBeLessThanOrEqual(6);
          }
          expect(drawn(own).length + own.left).toBe(scenarios * values * others);
        }
  });

  test("that are not drawn are counted", () => {
    expect(of(numbers(9)).left).toBe(3);
    const words = Array.from({ length: 8 }, (_, k) => `kind ${k}`);
    expect(of(["a"], words).left).toBe(2);
  });
});
