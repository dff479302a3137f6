import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { morris, trajectoryDistance } from "../../src/experiments/designs/morris.ts";
import { saltelli } from "../../src/experiments/designs/saltelli.ts";
import { sobolSequence } from "../../src/experiments/designs/sobolSequence.ts";
import type { Design } from "../../src/experiments/designs/space.ts";

/** A design cut into blocks of `length` points. */
const blocks = (design: Design, length: number): Design[] =>
  Array.from({ length: design.length / length }, (_, t) => design.slice(t * length, (t + 1) * length));

describe("Morris trajectories", () => {
  const shape = fc.record({
    trajectories: fc.integer({ min: 1, max: 6 }),
    dimensions: fc.integer({ min: 1, max: 12 }),
    levels: fc.integer({ min: 1, max: 6 }).map((half) => 2 * half),
    seed: fc.string(),
  });

  test("change one factor a step by delta, each factor once, and stay on the levels", () => {
    fc.assert(
      fc.property(shape, fc.nat(4), (options, more) => {
        const { trajectories, dimensions, levels } = options;
        const design = morris({ ...options, candidates: trajectories + more });
        expect(design).toHaveLength(trajectories * (dimensions + 1));
        const delta = levels / (2 * (levels - 1));
        for (const walk of blocks(design, dimensions + 1)) {
          const changed = walk.slice(1).map((point, s) => {
            const axes = point.flatMap((x, j) => (x === walk[s]![j] ? [] : [j]));
            expect(axes).toHaveLength(1);
            expect(Math.abs(point[axes[0]!]! - walk[s]![axes[0]!]!)).toBeCloseTo(delta, 12);
            return axes[0]!;
          });
          expect(changed.sort((a, b) => a - b)).toEqual(Array.from({ length: dimensions }, (_, j) => j));
          for (const x of walk.flat()) {
            expect(x >= 0 && x <= 1).toBe(true);
            expect(x * (levels - 1)).toBeCloseTo(Math.round(x * (levels - 1)), 12);
          }
        }
      }),
      { seed: 1 },
    );
  });

  test("visit every level equally often, in every order", () => {
    const walks = blocks(morris({ trajectories: 2000, dimensions: 3, seed: 5 }), 4);
    for (const end of [0, 3])
      for (let level = 0; level < 4; level++) {
        const share = walks.filter((walk) => Math.round(walk[end]![0]! * 3) === level).length / 2000;
        expect(Math.abs(share - 1 / 4)).toBeLessThan(0.04); // four standard errors
      }
    const first = walks.filter((walk) => walk[0]![2] !== walk[1]![2]).length / 2000;
    expect(Math.abs(first - 1 / 3)).toBeLessThan(0.043);
  });

  test("without a choice stay as they are when more are asked for", () => {
    const few = morris({ trajectories: 3, dimensions: 5, seed: 1 });
    expect(morris({ trajectories: 8, dimensions: 5, seed: 1 }).slice(0, few.length)).toEqual(few);
    expect(morris({ trajectories: 3, dimensions: 5, seed: 2 })).not.toEqual(few);
  });

  /** Campolongo's criterion: the root of the summed squared distances of all pairs. */
  const spread = (walks: readonly Design[]) =>
    Math.sqrt(
      walks.reduce((sum, a, m) => sum + walks.slice(0, m).reduce((s, b) => s + trajectoryDistance(a, b) ** 2, 0), 0),
    );
  const subsets = (n: number, size: number, from = 0): number[][] =>
    size === 0
      ? [[]]
      : Array.from({ length: n - from }, (_, k) => from + k).flatMap((i) =>
          subsets(n, size - 1, i + 1).map((rest) => [i, ...rest]),
        );

  test("that are chosen are the widest pair of all, and nearly the widest four", () => {
    const options = { dimensions: 4, seed: 3 };
    const candidates = blocks(morris({ ...options, trajectories: 12 }), 5);
    for (const size of [2, 4]) {
      const chosen = blocks(morris({ ...options, trajectories: size, candidates: 12 }), 5);
      expect(chosen.every((walk) => candidates.some((other) => JSON.stringify(other) === JSON.stringify(walk)))).toBe(
        true,
      );
      const all = subsets(12, size).map((some) => spread(some.map((m) => candidates[m]!)));
      if (size === 2) expect(spread(chosen)).toBeCloseTo(Math.max(...all), 10);
      else expect(all.filter((d) => d > spread(chosen) + 1e-9).length).toBeLessThan(0.05 * all.length);
    }
  });

  test("are apart by the sum of the distances of their points", () => {
    const a = [[0], [1]];
    const b = [[0.5], [1]];
    expect(trajectoryDistance(a, b)).toBe(0.5 + 1 + 0.5 + 0); // by hand
  });

  test("on odd levels, or too few to choose from, are refused", () => {
    expect(() => morris({ trajectories: 2, dimensions: 2, levels: 5, seed: 1 })).toThrow("levels must be even");
    expect(() => morris({ trajectories: 4, dimensions: 2, candidates: 3, seed: 1 })).toThrow(
      /candidates must .*\[4, 10000\].*got 3/,
    );
  });
});

describe("Saltelli's matrices", () => {
  test.each([undefined, 9])(
    "are A, AB1 … ABd and B of a Sobol sequence of 2d axes, point by point (seed %s)",
    (seed) => {
      const scramble = seed === undefined ? {} : { seed };
      const sequence = sobolSequence({ points: 4, dimensions: 4, skip: 8, ...scramble });
      const expected = sequence.flatMap(([a1, a2, b1, b2]) => [
        [a1, a2],
        [b1, a2],
        [a1, b2],
        [b1, b2],
      ]);
      expect(saltelli({ base: 4, dimensions: 2, skip: 8, ...scramble })).toEqual(expected);
    },
  );

  test("have the rows BA1 … BAd before B if second-order indices are wanted", () => {
    const sequence = sobolSequence({ points: 4, dimensions: 6, seed: 1 });
    const expected = sequence.flatMap(([a1, a2, a3, b1, b2, b3]) => [
      [a1, a2, a3],
      [b1, a2, a3],
      [a1, b2, a3],
      [a1, a2, b3],
      [a1, b2, b3],
      [b1, a2, b3],
      [b1, b2, a3],
      [b1, b2, b3],
    ]);
    expect(saltelli({ base: 4, dimensions: 3, seed: 1, second: true })).toEqual(expected);
  });

  test("of a larger base begin with those of a smaller one", () => {
    const small = saltelli({ base: 8, dimensions: 3, seed: 2 });
    expect(saltelli({ base: 32, dimensions: 3, seed: 2 }).slice(0, small.length)).toEqual(small);
  });

  test("that would spoil the balance of the sequence are refused", () => {
    expect(() => saltelli({ base: 12, dimensions: 2 })).toThrow("base must be a power of 2");
    expect(() => saltelli({ base: 16, dimensions: 2, skip: 24 })).toThrow(
      "skip must be 0 or a power of 2 of at least base (16); got 24",
    );
    expect(() => saltelli({ base: 16, dimensions: 2, skip: 8 })).toThrow("got 8");
    expect(() => saltelli({ base: 16, dimensions: 169 })).toThrow(/dimensions must .*\[1, 168\].*got 169/);
  });
});
