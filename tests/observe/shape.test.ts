import { describe, expect, test } from "vitest";
import { arangDakHelp } from "../../data/arang-dak.ts";
import { oldDistrict, village } from "../../scenarios/index.ts";
import { simulate } from "../../src/index.ts";
import { type Arcs, arcsOfNetwork, arcsOfTies, mutual, union } from "../../src/observe/arcs.ts";
import { constraint, effectiveSize, simmelian } from "../../src/observe/brokerage.ts";
import { Reading } from "../../src/observe/measure.ts";
import { readMeasures } from "../../src/observe/measures.ts";
import { closing, closure, reciprocity, triangles } from "../../src/observe/structure.ts";
import { ALONE, BOW, KITE, NOTHING, STAR } from "./graphs.ts";

const HELP = arcsOfNetwork(arangDakHelp);

/** The neighbors of each node as sets: slow and plain. */
function sets(arcs: Arcs): Set<number>[] {
  return Array.from({ length: arcs.nodes }, (_, i) => new Set(arcs.to.subarray(arcs.start[i]!, arcs.start[i + 1]!)));
}

function pairsOf(arcs: Arcs): string[] {
  return sets(arcs).flatMap((targets, i) => [...targets].map((j) => `${i} ${j}`));
}

describe("measures on arrays are those of their definitions", () => {
  test("mutual arcs, the union, and what is answered", () => {
    const all = new Set(pairsOf(HELP));
    const back = [...all].map((pair) => pair.split(" ").reverse().join(" "));
    expect(new Set(pairsOf(mutual(HELP)))).toEqual(new Set(back.filter((pair) => all.has(pair))));
    expect(new Set(pairsOf(union(HELP)))).toEqual(new Set([...all, ...back]));
    expect(reciprocity(HELP)).toBe(back.filter((pair) => all.has(pair)).length / all.size);
    for (const arcs of [mutual(HELP), union(HELP)]) {
      expect([mutual(arcs), union(arcs)]).toEqual([arcs, arcs]);
      for (let i = 0; i < arcs.nodes; i++) {
        const targets = [...arcs.to.subarray(arcs.start[i]!, arcs.start[i + 1]!)];
        expect(targets).toEqual([...new Set(targets)].sort((a, b) => a - b));
      }
    }
  });

  test.each<[string, Arcs]>([
    ["the shipped network", union(HELP)],
    ["the kite", KITE],
    ["the bow", BOW],
    ["the star", STAR],
    ["nodes without ties", ALONE],
    ["no nodes", NOTHING],
  ])("triangles, closure, constraint and effective size of %s", (_, arcs) => {
    const near = sets(arcs);
    const common = (i: number, j: number) => [...near[i]!].filter((q) => near[j]!.has(q));
    const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
    const within = near.map((targets, i) => sum([...targets].map((j) => common(i, j).length)));
    expect([...triangles(arcs)]).toEqual(within.map((twice) => twice / 2));
    const ties = near.flatMap((targets, i) => [...targets].map((j) => common(i, j).length > 0));
    expect(closure(arcs)).toBe(ties.length === 0 ? 0 : ties.filter(Boolean).length / ties.length);
    expect(simmelian(arcs).ties).toBe(ties.filter(Boolean).length / 2);
    constraint(arcs).forEach((value, i) => {
      const p = (a: number) => 1 / near[a]!.size;
      const parts = [...near[i]!].map((j) => p(i) + sum(common(i, j).map((q) => p(i) * p(q))));
      expect(value).toBeCloseTo(parts.length === 0 ? 1 : sum(parts.map((part) => part * part)), 12);
    });
    effectiveSize(arcs).forEach((value, i) => {
      const n = near[i]!.size;
      expect(value).toBeCloseTo(n === 0 ? 0 : n - within[i]! / n, 12);
    });
  });

  test("each tie's allocation stands at its arc from the lower to the higher node", () => {
    const { allocation } = closing(BOW);
    const at = pairsOf(BOW).flatMap((pair, k) => (allocation[k]! > 0 ? [`${pair}: ${allocation[k]!.toFixed(3)}`] : []));
    expect(at).toEqual(["0 1: 0.333", "0 2: 0.500", "1 2: 0.500", "3 4: 0.500", "3 5: 0.500", "4 5: 0.333"]);
  });
});

describe("a run's measures", () => {
  test.each([
    ["village", village],
    ["old district", oldDistrict],
  ])("of trust in %s are those of its trusting arcs", (_, scenario) => {
    const simulation = simulate(scenario, { seed: 1, measures: [] });
    for (let week = 0; week < 20; week++) simulation.step();
    const { ties } = simulation.run.world;
    const trusting = arcsOfTies(ties, { keep: (d) => ties.data[d * ties.stride + ties.offset.trust!]! >= 0.5 });
    const measures = readMeasures(new Reading(simulation.run, simulation.series));
    expect(measures.reciprocity).toBe(reciprocity(trusting));
    expect(measures.simmelian).toBe(simmelian(mutual(trusting)).share);
    expect(measures.closure).toBe(closure(arcsOfTies(ties)));
    expect(measures.meanDegree).toBe((2 * ties.count) / ties.degree.length);
  });
});
