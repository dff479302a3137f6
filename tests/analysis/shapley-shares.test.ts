import { describe, expect, test } from "vitest";
import { playersIn, shapleyValue } from "../../src/analysis/shapley.ts";
import { type CellValues, gapShares } from "../../src/analysis/shapleyShares.ts";
import { InputError } from "../../src/kernel/check.ts";
import { createRandom, uniform } from "../../src/kernel/random.ts";

const sum = (values: readonly number[]) => values.reduce((total, v) => total + v, 0);
const noise = createRandom("noise").key("test", "noise");
const draw = (trial: number, a: number, b = 0) => 2 * uniform(noise, trial, a, b) - 1;

/** Runs of an additive game of three factors: what a replicate does to all cells alike, to each change, and to each cell. */
const TRUTH = [3, -0.4, 0];
const additive = (trial: number, replicates: number): CellValues[] =>
  Array.from({ length: 8 }, (_, c) =>
    Array.from({ length: replicates }, (_, r) => {
      const changes = playersIn(c).map((j) => TRUTH[j]! + draw(trial, r, 100 + j));
      return 5 + 3 * draw(trial, r, 99) + sum(changes) + draw(trial, r, c);
    }),
  );
const options = { seed: 1, resamples: 200 };

describe("shares of a gap", () => {
  const cells = additive(0, 20);
  const found = gapShares(cells, options);

  test("are those of the game of the cells' means, and sum to the gap", () => {
    const means = cells.map((cell) => sum(cell as number[]) / 20);
    for (const [j, share] of shapleyValue(means).entries())
      expect(found.factors[j]!.share.value).toBeCloseTo(share, 12);
    expect(sum(found.factors.map((f) => f.share.value))).toBeCloseTo(found.gap.value, 12);
    expect(found.gap.value).toBeCloseTo(found.to.value - found.from.value, 12);
    expect(sum(found.factors.map((f) => f.percent!.value))).toBeCloseTo(100, 10);
    expect(found.factors[1]!.first!.value).toBeCloseTo(means[2]! - means[0]!, 12);
    expect(found.factors[1]!.last!.value).toBeCloseTo(means[7]! - means[5]!, 12);
    expect(found.pairs.map((p) => p.factors)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    expect(found.higher.map((p) => p.factors)).toEqual([[0, 1, 2]]);
    expect(found.orders).toBe(6);
  });

  test("have intervals from which what a replicate does to all cells alike has fallen out", () => {
    const shifted = cells.map((cell) => cell!.map((v, r) => v! + 1000 * r));
    const again = gapShares(shifted, options);
    for (const [j, { share }] of found.factors.entries()) {
      expect(again.factors[j]!.share.low).toBeCloseTo(share.low, 8);
      expect(again.factors[j]!.share.high).toBeCloseTo(share.high, 8);
    }
    expect(again.from.high - again.from.low).toBeGreaterThan(100 * (found.from.high - found.from.low));
  });

  test("the same seed gives the same intervals, another seed others", () => {
    expect(gapShares(cells, options)).toEqual(found);
    expect(gapShares(cells, { ...options, seed: 2 }).gap.low).not.toBe(found.gap.low);
  });

  test("have no percent where the gap's interval holds 0", () => {
    const level = gapShares(
      cells.map((cell, c) => (c === 7 ? cells[0]! : cell)),
      options,
    );
    expect(level.gap.value).toBe(0);
    for (const factor of level.factors) expect(factor.percent).toBeNull();
  });
});

test("a 95 % interval holds the true share, pair and effect of a noisy additive game about as often as it says", () => {
  const trials = 300;
  const held = { share: 0, first: 0, pair: 0 };
  for (let trial = 1; trial <= trials; trial++) {
    const { factors, pairs } = gapShares(additive(trial, 30), { seed: trial, resamples: 200 });
    const holds = ({ low, high }: { low: number; high: number }, truth: number) => low <= truth && truth <= high;
    if (holds(factors[0]!.share, TRUTH[0]!)) held.share++;
    if (holds(factors[1]!.first!, TRUTH[1]!)) held.first++;
    if (holds(pairs[0]!, 0)) held.pair++;
  }
  // percentile intervals of 30 values cover a little less than they say; 300 trials have a standard error of 1.3 %
  for (const count of Object.values(held)) {
    expect(count / trials).toBeGreaterThan(0.89);
    expect(count / trials).toBeLessThan(0.985);
  }
});

describe("runs without a value", () => {
  test("are left out of their cell's mean", () => {
    const values = [
      [1, 3, 5],
      [2, null, 6],
      [1, 1, 1],
      [4, 4, 4],
    ];
    const { factors } = gapShares(values, options);
    // cells 3, 4, 1, 4: ((4 - 3) + (4 - 1)) / 2 and ((1 - 3) + (4 - 4)) / 2
    expect(factors.map((f) => f.share.value)).toEqual([2, -1]);
  });

  test("too few of them are refused rather than told of", () => {
    expect(() => gapShares([[1], [2]], options)).toThrow(/at least two replicates; got 1/);
    expect(() =>
      gapShares(
        [
          [1, 2],
          [null, null],
        ],
        options,
      ),
    ).toThrow(/cells\[1\] must hold at least one value/);
    expect(() => gapShares([[1, 2], [1]], options)).toThrow(/cells\[1\] must hold 2 values, as the first; got 1/);
    const sparse: CellValues[] = Array.from({ length: 8 }, (_, c) =>
      Array.from({ length: 6 }, (_, r) => (r === c % 6 ? 1 : null)),
    );
    expect(() => gapShares(sparse, options)).toThrow(InputError);
  });
});

test("a combination that cannot be is in no share, and its own effects are not told", () => {
  const values: CellValues[] = [[0, 0], null, [4, 4], [11, 11]];
  const { factors, pairs, orders } = gapShares(values, options);
  expect(factors.map((f) => [f.share.value, f.first?.value ?? null, f.last?.value ?? null])).toEqual([
    [7, null, 7],
    [4, 4, null],
  ]);
  expect([pairs, orders]).toEqual([[], 1]);
});
