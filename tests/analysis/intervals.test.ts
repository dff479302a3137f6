import { describe, expect, test } from "vitest";
import { bootstrapInterval, halfWidth, tInterval } from "../../src/analysis/intervals.ts";
import { Moments } from "../../src/analysis/moments.ts";
import { pairedDifference } from "../../src/analysis/paired.ts";
import { replicatesNeeded } from "../../src/analysis/replicates.ts";
import { tQuantile, tShare } from "../../src/analysis/studentT.ts";
import { createRandom, uniform } from "../../src/kernel/random.ts";

describe("Student's t", () => {
  // Two-sided 90, 95 and 99 % points as tabled by Fisher & Yates and every textbook since.
  test.each([
    [0.9, 1, 6.314],
    [0.9, 10, 1.812],
    [0.95, 1, 12.706],
    [0.95, 2, 4.303],
    [0.95, 3, 3.182],
    [0.95, 4, 2.776],
    [0.95, 9, 2.262],
    [0.95, 10, 2.228],
    [0.95, 15, 2.131],
    [0.95, 30, 2.042],
    [0.95, 120, 1.98],
    [0.99, 5, 4.032],
    [0.99, 24, 2.797],
  ])("share %d, %d degrees of freedom", (share, degrees, tabled) => {
    expect(Math.abs(tQuantile(share, degrees) - tabled)).toBeLessThanOrEqual(0.0005 + 1e-9);
  });

  test("has closed forms for one, two and three degrees of freedom", () => {
    for (const t of [0.1, 0.7, 1, 2.5, 30]) {
      expect(tShare(t, 1)).toBeCloseTo((2 / Math.PI) * Math.atan(t), 14);
      expect(tShare(t, 2)).toBeCloseTo(t / Math.sqrt(2 + t * t), 14);
      const u = t / Math.sqrt(3);
      expect(tShare(t, 3)).toBeCloseTo((2 / Math.PI) * (Math.atan(u) + u / (1 + u * u)), 14);
    }
    expect(tQuantile(0.9, 1)).toBeCloseTo(Math.tan(0.45 * Math.PI), 10);
  });

  test("agrees with the integral of its density, of even and odd degrees", () => {
    for (const degrees of [4, 5, 12, 27]) {
      const density = (x: number) => (1 + (x * x) / degrees) ** (-(degrees + 1) / 2);
      const all = simpson((u) => density(Math.tan(u)) / Math.cos(u) ** 2, 0, Math.PI / 2 - 1e-9);
      for (const t of [0.3, 1.5, 3]) expect(tShare(t, degrees)).toBeCloseTo(simpson(density, 0, t) / all, 9);
    }
  });

  test("comes to the normal: 1.959964 for 95 %", () => {
    expect(tQuantile(0.95, 1_000_000)).toBeCloseTo(1.959964, 4);
  });

  test("is refused outside its range", () => {
    expect(() => tQuantile(95, 3)).toThrow("confidence must lie in [0.5, 0.9999] (share of the distribution); got 95");
    expect(() => tShare(1, 0)).toThrow("degrees must be a whole number");
  });
});

/** Simpson's rule with 20,000 steps. */
function simpson(f: (x: number) => number, from: number, to: number): number {
  const n = 20_000;
  const h = (to - from) / n;
  let sum = f(from) + f(to);
  for (let k = 1; k < n; k++) sum += (k % 2 === 1 ? 4 : 2) * f(from + k * h);
  return (sum * h) / 3;
}

describe("moments", () => {
  test("are those of the whole list, also far from zero", () => {
    const m = Moments.of([2, 4, 4, 4, 5, 5, 7, 9].map((v) => v + 1e9));
    expect([m.n, m.mean]).toEqual([8, 1e9 + 5]);
    expect(m.variance).toBeCloseTo(32 / 7, 6);
  });

  test("of nothing are none, and one value has no variance", () => {
    expect([Moments.of([]).mean, Moments.of([]).variance, Moments.of([3]).variance]).toEqual([null, null, null]);
  });
});

/** Sleep gained by ten patients on two drugs: Student (1908), The probable error of a mean, Biometrika 6(1), 20-22. */
const FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

describe("the interval of a mean", () => {
  test("of Student's second drug: 2.33 hours, standard error 0.633", () => {
    // s = 2.002 as R's documentation of `sleep` has it, t(9) = 2.262
    const { n, mean, low, high } = tInterval(SECOND);
    expect([n, mean!.toFixed(2)]).toEqual([10, "2.33"]);
    expect(low).toBeCloseTo(2.33 - (2.2622 * 2.00225) / Math.sqrt(10), 3);
    expect(high).toBeCloseTo(2.33 + (2.2622 * 2.00225) / Math.sqrt(10), 3);
  });

  test("one value has a mean and no interval, and none has neither", () => {
    expect(tInterval([4])).toEqual({ n: 1, mean: 4, low: null, high: null });
    expect(tInterval([])).toEqual({ n: 0, mean: null, low: null, high: null });
    expect(halfWidth(Moments.of([4]), 5)).toBeNull();
  });

  test("holds the mean of normal values in 95 of 100 samples of five", () => {
    const key = createRandom(1).key("test", "normal");
    const normal = (r: number, i: number) =>
      Math.sqrt(-2 * Math.log(uniform(key, r, i, 0))) * Math.cos(2 * Math.PI * uniform(key, r, i, 1));
    let held = 0;
    for (let r = 0; r < 4000; r++) {
      const { low, high } = tInterval([0, 1, 2, 3, 4].map((i) => normal(r, i)));
      if (low! <= 0 && 0 <= high!) held++;
    }
    expect(Math.abs(held / 4000 - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / 4000)); // four standard errors
  });

  test("by bootstrap of zeros and ones are quantiles of a binomial share", () => {
    // 20 ones of 50: the resampled share is Binomial(50, 0.4) / 50, whose 2.5 and 97.5 % quantiles are 13 and 27 of 50
    const values = Array.from({ length: 50 }, (_, i) => (i < 20 ? 1 : 0));
    const { value, low, high } = bootstrapInterval(values, { seed: 1, resamples: 20_000 })!;
    expect([value, low, high]).toEqual([0.4, 13 / 50, 27 / 50]);
  });

  test("by bootstrap is the seed's, and none of nothing", () => {
    expect(bootstrapInterval(FIRST, { seed: 1 })).toEqual(bootstrapInterval(FIRST, { seed: 1 }));
    expect(bootstrapInterval(FIRST, { seed: 1 })).not.toEqual(bootstrapInterval(FIRST, { seed: 2 }));
    expect(bootstrapInterval([], { seed: 1 })).toBeNull();
  });
});

describe("a paired difference", () => {
  test("of Student's two drugs: 1.58 hours, 95 % from 0.70 to 2.46 (R: t.test(…, paired = TRUE))", () => {
    const d = pairedDifference(FIRST, SECOND);
    expect([d.n, d.mean!.toFixed(2), d.low!.toFixed(2), d.high!.toFixed(2)]).toEqual([10, "1.58", "0.70", "2.46"]);
    // standard deviations 1.789 and 2.002 of the drugs, 1.230 of the differences
    expect(Math.sqrt(d.variance!)).toBeCloseTo(1.23, 2);
    expect(d.unpaired).toBeCloseTo(1.78901 ** 2 + 2.00225 ** 2, 3);
    expect(d.ratio).toBeCloseTo(1.22996 ** 2 / (1.78901 ** 2 + 2.00225 ** 2), 3);
  });

  test("of one that is the other moved has no variance, and of its mirror twice the unpaired", () => {
    const moved = FIRST.map((v) => v + 3);
    expect(pairedDifference(FIRST, moved).mean).toBeCloseTo(3, 12);
    expect(pairedDifference(FIRST, moved).ratio).toBeCloseTo(0, 12);
    const mirror = FIRST.map((v) => -v);
    expect(pairedDifference(FIRST, mirror).ratio).toBeCloseTo(2, 12);
  });

  test("counts the pairs of which both have a value", () => {
    const d = pairedDifference([1, null, 2, 3], [2, 5, null, 7]);
    expect([d.n, d.mean]).toEqual([2, 2.5]);
  });

  test("of values that never vary has no ratio, and lists of different length are refused", () => {
    expect(pairedDifference([1, 1], [2, 2])).toMatchObject({ mean: 1, variance: 0, unpaired: 0, ratio: null });
    expect(pairedDifference([1], [2])).toMatchObject({ variance: null, unpaired: null, ratio: null, low: null });
    expect(() => pairedDifference([1], [])).toThrow("pairs must be of equal length; got 1 and 0 values");
  });
});

describe("replicates until an interval is narrow enough", () => {
  /** Ten values of which the variance is given: half of them on each side of 0. */
  const tenOfVariance = (variance: number) => {
    const size = Math.sqrt((variance * 9) / 10);
    return Moments.of(Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? size : -size)));
  };

  test("with variance 0.31 of ten, 90 % ± 0.25 takes sixteen", () => {
    // by the tables: t(14) = 1.761 and 1.761·√(0.31 / 15) = 0.2532; t(15) = 1.753 and 1.753·√(0.31 / 16) = 0.2440
    const moments = tenOfVariance(0.31);
    expect(moments.variance).toBeCloseTo(0.31, 12);
    expect(replicatesNeeded(moments, 10, { width: 0.5, cap: 100, confidence: 0.9 })).toBe(16);
  });

  test("are those at hand where the interval is narrow already, and never more than the cap", () => {
    expect(replicatesNeeded(tenOfVariance(0.31), 10, { width: 2, cap: 100 })).toBe(10);
    // narrower than any number of runs could make it
    expect(replicatesNeeded(tenOfVariance(0.31), 10, { width: 1e-300, cap: 100 })).toBe(100);
    expect(replicatesNeeded(tenOfVariance(0.31), 10, { width: 0.001, cap: 40 })).toBe(40);
    expect(replicatesNeeded(tenOfVariance(0.31), 50, { width: 0.001, cap: 40 })).toBe(50);
    expect(replicatesNeeded(Moments.of([1, 1, 1]), 3, { width: 0.1, cap: 40 })).toBe(3);
  });

  test("grow with the runs that have no value", () => {
    const all = replicatesNeeded(tenOfVariance(0.31), 10, { width: 0.5, cap: 100, confidence: 0.9 });
    expect(replicatesNeeded(tenOfVariance(0.31), 20, { width: 0.5, cap: 100, confidence: 0.9 })).toBe(2 * all);
    expect(replicatesNeeded(Moments.of([]), 0, { width: 1, cap: 9 })).toBe(2);
    expect(replicatesNeeded(Moments.of([4]), 6, { width: 1, cap: 9 })).toBe(7);
    expect(replicatesNeeded(Moments.of([]), 9, { width: 1, cap: 9 })).toBe(9);
  });

  test("are refused for a width of none", () => {
    expect(() => replicatesNeeded(Moments.of([1, 2]), 2, { width: 0, cap: 9 })).toThrow("width must lie in");
    expect(() => replicatesNeeded(Moments.of([1, 2]), 2, { width: 1, cap: 1 })).toThrow("cap must be a whole number");
  });
});
