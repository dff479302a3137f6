import { describe, expect, test } from "vitest";
import {
  below,
  bits,
  createRandom,
  fillUniform,
  identityOf,
  replicateSeed,
  shuffle,
  uniform,
} from "../../src/kernel/random.ts";

const COUNT = 100_000;

function mean(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / values.length;
}

function correlation(x: readonly number[], y: readonly number[]): number {
  const [mx, my] = [mean(x), mean(y)];
  const cov = mean(x.map((v, i) => (v - mx) * (y[i]! - my)));
  return cov / Math.sqrt(mean(x.map((v) => (v - mx) ** 2)) * mean(y.map((v) => (v - my) ** 2)));
}

function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, n) => sum + n, 0) / counts.length;
  return counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
}

const key = createRandom("quality").key("test", "draw");
const draws = (draw: (i: number) => number, count = COUNT) => Array.from({ length: count }, (_, i) => draw(i));

// Seeds are fixed, so each test passes or fails for good; tolerances are four standard errors of the statistic.
describe("the quality of keyed draws", () => {
  const along: [string, (i: number) => number][] = [
    ["residents", (i) => uniform(key, 5, i)],
    ["ticks", (i) => uniform(key, i, 5)],
    ["second identities", (i) => uniform(key, 5, 5, i)],
    ["root seeds", (i) => uniform(createRandom(i).key("a", "b"), 0, 0)],
  ];
  test.each(along)("along %s the first four moments are those of the uniform distribution", (name, draw) => {
    const count = name === "root seeds" ? 5_000 : COUNT;
    const u = draws(draw, count);
    for (const power of [1, 2, 3, 4]) {
      const error = Math.sqrt((1 / (2 * power + 1) - 1 / (power + 1) ** 2) / count);
      expect(Math.abs(mean(u.map((v) => v ** power)) - 1 / (power + 1))).toBeLessThan(4 * error);
    }
  });

  test.each([...along])("along %s a hundred cells fill evenly", (name, draw) => {
    const counts = new Array<number>(100).fill(0);
    for (const u of draws(draw, name === "root seeds" ? 5_000 : COUNT)) counts[Math.floor(u * 100)]!++;
    // 99 degrees of freedom: mean 99, standard deviation 14.1.
    expect(Math.abs(chiSquare(counts) - 99)).toBeLessThan(4 * 14.1);
  });

  test("the cells fill evenly under each of 200 keys", () => {
    const random = createRandom(1);
    const statistics = draws((k) => {
      const own = random.key("mechanism", `draw${k}`);
      const counts = new Array<number>(16).fill(0);
      for (let i = 0; i < 1_600; i++) counts[Math.floor(uniform(own, k, i) * 16)]!++;
      return chiSquare(counts);
    }, 200);
    // 15 degrees of freedom: mean 15, variance 30; the mean of 200 has a standard error of 0.387.
    expect(Math.abs(mean(statistics) - 15)).toBeLessThan(4 * 0.387);
    expect(Math.max(...statistics)).toBeLessThan(45); // 1 - (1 - 7.6e-5)^200 = .015
  });

  const near: [string, (i: number) => number, (i: number) => number][] = [
    [
      "seeds",
      (i) => uniform(createRandom(i).key("a", "b"), 0, 0),
      (i) => uniform(createRandom(i + 1).key("a", "b"), 0, 0),
    ],
    ["ticks", (i) => uniform(key, i, 9), (i) => uniform(key, i + 1, 9)],
    ["residents", (i) => uniform(key, 9, i), (i) => uniform(key, 9, i + 1)],
    ["the two ends of a tie", (i) => uniform(key, 9, i, i + 1), (i) => uniform(key, 9, i + 1, i)],
    ["a tick and a resident exchanged", (i) => uniform(key, i, i + 1), (i) => uniform(key, i + 1, i)],
  ];
  test.each(near)("draws of near %s are uncorrelated", (name, one, other) => {
    const count = name === "seeds" ? 5_000 : COUNT;
    expect(Math.abs(correlation(draws(one, count), draws(other, count)))).toBeLessThan(4 / Math.sqrt(count));
  });

  test("each of the 32 bits is set half of the time", () => {
    const set = new Array<number>(32).fill(0);
    for (let i = 0; i < COUNT; i++) {
      const word = bits(key, 3, i);
      for (let b = 0; b < 32; b++) set[b]! += (word >>> b) & 1;
    }
    for (const n of set) expect(Math.abs(n / COUNT - 0.5)).toBeLessThan((4 * 0.5) / Math.sqrt(COUNT));
  });

  test("a draw is never 0 or 1", () => {
    const u = draws((i) => uniform(key, i, 0), 300_000);
    expect(Math.min(...u.slice(0, COUNT))).toBeGreaterThan(0);
    expect(u.every((v) => v > 0 && v < 1)).toBe(true);
  });

  test("below gives each whole number in [0, n) and no other", () => {
    const seen = new Set(draws((i) => below(7, key, 0, i), 1_000));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});

describe("keys and seeds", () => {
  test("a draw depends on its name alone: the same arguments give the same draw", () => {
    expect(uniform(createRandom(7).key("trust", "x"), 3, 4, 5)).toBe(
      uniform(createRandom(7).key("trust", "x"), 3, 4, 5),
    );
  });

  test("keys differ by mechanism, by draw and by seed", () => {
    const [a, b] = [createRandom(1), createRandom(2)];
    const keys = [a.key("m", "x"), a.key("m", "y"), a.key("n", "x"), b.key("m", "x"), a.key("mx", ""), a.key("", "mx")];
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("ten thousand names have different keys, apart from the chance collisions of 32 bits", () => {
    const random = createRandom(1);
    const keys = new Set(draws((i) => random.key(`m${i % 100}`, `d${Math.floor(i / 100)}`), 10_000));
    expect(keys.size).toBeGreaterThanOrEqual(9_999); // expected collisions: 10^8 / 2^33 = .012
  });

  test("the seed 0 counts, and a number is the same seed as its digits", () => {
    const keyOf = (seed: string | number) => createRandom(seed).key("m", "x");
    expect(keyOf(0)).toBe(keyOf("0"));
    expect(keyOf(7)).toBe(keyOf("7"));
    expect(new Set([keyOf(0), keyOf(1), keyOf(""), keyOf(-1)]).size).toBe(4);
  });

  test("replicates of a root seed have seeds of their own", () => {
    const seeds = draws((r) => Number.parseInt(replicateSeed(7, r).slice(0, 12), 16), 2_000);
    expect(new Set(seeds).size).toBe(2_000);
    expect(replicateSeed(0, 1)).not.toBe(replicateSeed(1, 0));
    expect(replicateSeed(7, 3)).toBe(replicateSeed("7", 3));
  });

  test("identities of what is born differ by founder, tick and kind, in their order", () => {
    const ids = [identityOf(1, 2, 3), identityOf(2, 1, 3), identityOf(1, 3, 2), identityOf(1, 2), identityOf(0, 0)];
    expect(new Set(ids).size).toBe(ids.length);
    const many = new Set<number>();
    for (let founder = 0; founder < 100; founder++)
      for (let tick = 0; tick < 100; tick++) many.add(identityOf(founder, tick));
    expect(many.size).toBeGreaterThanOrEqual(9_999);
  });
});

describe("many draws at once", () => {
  test("are the draws one by one", () => {
    const key = createRandom(7).key("a", "b");
    const [a, b] = [
      Int32Array.from({ length: 50 }, (_, k) => k * 7 - 20),
      Int32Array.from({ length: 50 }, (_, k) => k),
    ];
    const out = new Float64Array(50);
    fillUniform(out, 50, key, 3, a);
    expect([...out]).toEqual([...a].map((x) => uniform(key, 3, x)));
    fillUniform(out, 40, key, 4, a, b);
    expect([...out.subarray(0, 40)]).toEqual([...a.subarray(0, 40)].map((x, k) => uniform(key, 4, x, b[k]!)));
  });

  test("a shuffle is a permutation, whatever the array held, and puts each in each place alike", () => {
    const key = createRandom(7).key("a", "order");
    const counts = Array.from({ length: 6 }, () => new Float64Array(6));
    const order = new Int32Array(6).fill(99);
    const times = 12_000;
    for (let tick = 0; tick < times; tick++) {
      shuffle(order, key, tick);
      expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5]);
      for (let place = 0; place < 6; place++) counts[order[place]!]![place]!++;
    }
    expect(chiSquare(counts.flatMap((row) => [...row]))).toBeLessThan(52.6); // 99.9 % of chi-square with 25 degrees of freedom
  });
});
