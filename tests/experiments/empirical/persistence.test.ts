import { describe, expect, test } from "vitest";
import { village } from "../../../scenarios/index.ts";
import { comparePersistence, FACETS, persistenceOf } from "../../../src/experiments/empirical/persistence.ts";
import type { Network } from "../../../src/model/network.ts";

/** Forty people in a ring, each tied to the next two. */
function ring(shift: number): Network {
  const nodes = Array.from({ length: 40 }, (_, i) => ({ id: `${i}`, attributes: {} }));
  const arcs = nodes.flatMap((_, i) => [1, 2].map((k) => ({ source: i, target: (i + k + shift) % 40, weight: 1 })));
  return { name: "ring", nodes, arcs, foci: [] };
}
const all = new Array(40).fill(true);

describe("persistence of ties", () => {
  test("is told by hand: of four ties two are there again, both of a triangle", () => {
    // Pairs of five people, a * 5 + b: the triangle 0-1-2, and 3-4.
    const before = new Set([1, 2, 7, 19]);
    const told = persistenceOf(before, new Set([1, 2, 3]), new Set([1, 2, 7]));
    expect(told).toEqual({ before: 4, after: 3, kept: 0.5, jaccard: 2 / 5, closed: 2 / 3 });
  });

  const waves = [
    { network: ring(0), observed: all, year: 0 },
    { network: ring(0), observed: all.map((_, i) => i !== 3), year: 1 },
    { network: ring(7), observed: all, year: 2 },
  ];
  const result = comparePersistence(village, { name: "ring", waves, replicates: 3, seed: 1 });

  test("of a wave that names all again is whole, also where somebody was not interviewed; of another ring it is none", () => {
    expect(result.waves.map(({ observed }) => [observed.kept, observed.jaccard])).toEqual([
      [1, 1],
      [0, 0],
    ]);
    expect(result.waves[0]!.people).toBe(39);
    // The four ties of the one who was not interviewed are left out.
    expect(result.waves[0]!.observed.before).toBe(80 - 4);
  });

  test("by decay at the observed rate of 1 keeps all, and of the model every share lies in [0, 1]", () => {
    for (const wave of result.waves) {
      expect(wave.made.decay.kept.mean).toBe(1);
      for (const facet of FACETS) expect(Math.abs(wave.made.model[facet].mean ?? 0)).toBeLessThanOrEqual(1);
      expect(wave.alive.mean!).toBeGreaterThanOrEqual(wave.made.model.kept.mean!);
    }
    // Without contact a tie of strength 1/2 lasts longer than a year at the defaults: ln(.08/.5) / ln(.92) = 22 months.
    expect(result.waves[0]!.alive.mean).toBe(1);
    expect(result.waves[1]!.alive.mean!).toBeLessThan(1);
  });
});
