import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grid } from "../../src/experiments/designs/grid.ts";
import { latinHypercube } from "../../src/experiments/designs/latinHypercube.ts";
import { list } from "../../src/experiments/designs/list.ts";
import { type Axis, type Design, settingAt, settingsOf, valueAt } from "../../src/experiments/designs/space.ts";
import { InputError } from "../../src/kernel/check.ts";

describe("a space", () => {
  const real: Axis = { name: "rate", low: -1, high: 3 };
  const whole: Axis = { name: "seats", low: 3, high: 5, integer: true };
  const choice: Axis = { name: "rule", values: ["vote", "talk", true] };

  test("takes real axes along a straight line, both ends exactly", () => {
    expect([0, 0.25, 0.5, 1].map((u) => valueAt(real, u))).toEqual([-1, 0, 1, 3]);
    expect(valueAt({ name: "x", low: -0.9, high: -0.3 }, 1)).toBe(-0.3); // -0.9 + (-0.3 + 0.9) is a bit more
  });

  test("gives whole numbers and choices equal parts of the axis", () => {
    const middles = Array.from({ length: 300 }, (_, k) => (k + 0.5) / 300);
    for (const [axis, values] of [
      [whole, [3, 4, 5]],
      [choice, ["vote", "talk", true]],
    ] as const) {
      const taken = middles.map((u) => valueAt(axis, u));
      for (const value of values) expect(taken.filter((v) => v === value)).toHaveLength(100);
      expect([valueAt(axis, 0), valueAt(axis, 1)]).toEqual([values[0], values[2]]);
    }
  });

  test("names what a point stands for", () => {
    expect(settingAt([real, whole, choice], [0.5, 0.99, 0.4])).toEqual({ rate: 1, seats: 5, rule: "talk" });
  });

  test.each<[string, readonly Axis[], Design, string]>([
    ["no axis", [], [], "at least one axis; got none"],
    ["a name twice", [real, real], [], 'axis "rate" is given twice'],
    [
      "a low above the high",
      [{ name: "a", low: 2, high: 1 }],
      [],
      'axis "a": low must not exceed high; got low 2, high 1',
    ],
    ["an endless axis", [{ name: "a", low: 0, high: Number.POSITIVE_INFINITY }], [], "finite number; got Infinity"],
    ["a broken whole number", [{ name: "a", low: 0.5, high: 2, integer: true }], [], "low must be a whole number"],
    ["no choice", [{ name: "a", values: [] }], [], 'axis "a" must have at least one value'],
    ["too few coordinates", [real, whole], [[0.5]], "one coordinate an axis, here 2; got 1"],
    ["a coordinate outside", [real], [[1.5]], 'the coordinate of axis "rate" must lie in [0, 1]'],
    ["no number", [real], [[Number.NaN]], "got NaN"],
  ])("refuses %s", (_, axes, design, message) => {
    expect(() => settingsOf(axes, design)).toThrow(InputError);
    expect(() => settingsOf(axes, design)).toThrow(message);
  });
});

describe("a grid", () => {
  test("combines all levels, the last axis fastest, ends included", () => {
    expect(grid([2, 3])).toEqual([
      [0, 0],
      [0, 0.5],
      [0, 1],
      [1, 0],
      [1, 0.5],
      [1, 1],
    ]);
    expect(grid([1])).toEqual([[0.5]]);
  });

  test("with n levels takes n choices and n whole numbers once each, in order", () => {
    const size = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(size, fc.integer({ min: -50, max: 50 }), (n, low) => {
        const values = Array.from({ length: n }, (_, k) => low + k);
        const axes: Axis[] = [{ name: "n", low, high: low + n - 1, integer: true }];
        expect(settingsOf(axes, grid([n])).map((s) => s.n)).toEqual(values);
        expect(settingsOf([{ name: "n", values }], grid([n])).map((s) => s.n)).toEqual(values);
      }),
      { seed: 1 },
    );
  });

  test("that is empty, broken or beyond all measure is refused", () => {
    expect(() => grid([])).toThrow("at least one axis");
    expect(() => grid([3, 0])).toThrow(/levels of axis 2 must be a whole number.*got 0/);
    expect(() => grid([10_000, 10_000])).toThrow("10000 x 10000 levels make 100000000");
  });
});

describe("matched lists", () => {
  test("take their values together", () => {
    const axes = [
      { name: "a", values: [1, 2, 3] },
      { name: "b", values: ["x", "y", "z"] },
    ];
    expect(settingsOf(axes, list(axes))).toEqual([
      { a: 1, b: "x" },
      { a: 2, b: "y" },
      { a: 3, b: "z" },
    ]);
  });

  test("of any length come out in order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 300 }), (values) => {
        const axes = [{ name: "v", values }];
        expect(settingsOf(axes, list(axes)).map((s) => s.v)).toEqual(values);
      }),
      { seed: 1 },
    );
  });

  test("of different lengths are refused by name", () => {
    const axes = [
      { name: "a", values: [1, 2] },
      { name: "b", values: [1] },
    ];
    expect(() => list(axes)).toThrow('matched lists must be equally long; "a" has 2 values, "b" has 1');
  });
});

describe("a Latin hypercube", () => {
  const shape = fc.record({
    points: fc.integer({ min: 1, max: 60 }),
    dimensions: fc.integer({ min: 1, max: 8 }),
    seed: fc.string(),
    candidates: fc.integer({ min: 1, max: 4 }),
    centered: fc.boolean(),
  });

  test("has one point in every stratum of every axis", () => {
    fc.assert(
      fc.property(shape, (options) => {
        const design = latinHypercube(options);
        for (let j = 0; j < options.dimensions; j++) {
          const strata = design.map((point) => Math.floor(point[j]! * options.points + 1e-9));
          expect(strata.sort((a, b) => a - b)).toEqual(Array.from({ length: options.points }, (_, k) => k));
        }
      }),
      { seed: 1 },
    );
  });

  test("if centered lies in the middle of its strata", () => {
    const design = latinHypercube({ points: 4, dimensions: 1, seed: 1, centered: true });
    expect(design.map(([x]) => x!).sort()).toEqual([0.125, 0.375, 0.625, 0.875]);
  });

  test("is a matter of the seed", () => {
    const at = (seed: number) => latinHypercube({ points: 9, dimensions: 3, seed });
    expect(at(4)).toEqual(at(4));
    expect(at(4)).not.toEqual(at(5));
  });

  test("does not repeat one axis in another: over 200 seeds their mean correlation is nothing", () => {
    let sum = 0;
    for (let seed = 0; seed < 200; seed++)
      for (const [x, y] of latinHypercube({ points: 10, dimensions: 2, seed })) sum += (x! - 0.5) * (y! - 0.5) * 12;
    expect(Math.abs(sum / 2000)).toBeLessThan(4 / Math.sqrt(200 * 9)); // sd of a rank correlation: 1 / sqrt(n - 1)
  });

  test("by maximin keeps its nearest points further apart, on average and never nearer than its first candidate", () => {
    const nearest = (design: Design) => {
      const distances = design.flatMap((p, i) =>
        design.slice(0, i).map((q) => Math.hypot(...p.map((x, j) => x - q[j]!))),
      );
      return Math.min(...distances);
    };
    const seeds = Array.from({ length: 30 }, (_, k) => k);
    const gap = (seed: number, candidates: number) =>
      nearest(latinHypercube({ points: 15, dimensions: 3, seed, candidates }));
    const plain = seeds.map((seed) => gap(seed, 1));
    const chosen = seeds.map((seed) => gap(seed, 50));
    expect(chosen.filter((d, k) => d < plain[k]!)).toEqual([]);
    const mean = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
    expect(mean(chosen)).toBeGreaterThan(1.3 * mean(plain));
  });

  test("without points, axes or candidates is refused", () => {
    expect(() => latinHypercube({ points: 0, dimensions: 1, seed: 1 })).toThrow(/points must be a whole number.*got 0/);
    expect(() => latinHypercube({ points: 1, dimensions: 0, seed: 1 })).toThrow(/dimensions must be.*got 0/);
    expect(() => latinHypercube({ points: 1, dimensions: 1, seed: 1, candidates: 0.5 })).toThrow(
      /candidates must be.*got 0.5/,
    );
  });
});
