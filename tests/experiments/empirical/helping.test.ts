import { describe, expect, test } from "vitest";
import { arangDakHelp } from "../../../data/arang-dak.ts";
import { village } from "../../../scenarios/index.ts";
import { compareHelp, NULLS, SHAPES, SOURCES } from "../../../src/experiments/empirical/comparison.ts";
import { acquaintance, sameDegrees, shapeOf, strongerHalf } from "../../../src/experiments/empirical/graphs.ts";
import { arcsByLot, helpNetwork, seedOf } from "../../../src/experiments/empirical/helping.ts";
import { arcsOfNetwork, outDegree, union } from "../../../src/observe/arcs.ts";
import { absent, CONFIRMED, load, needsData } from "../../observe/datasets.ts";

const known = acquaintance(arangDakHelp);

describe("help on a published network", () => {
  test("starts from who could help whom, either way, and from no evidence at all", () => {
    expect(known.arcs.every(({ source, target, weight }) => source < target && weight === 0)).toBe(true);
    expect(known.arcs.length).toBe(union(arcsOfNetwork(arangDakHelp)).to.length / 2);
  });

  test("has the arcs along which help went, between acquaintances alone, and as many as were observed at most", () => {
    // Without homes residents are the persons in the order of the network.
    const homeless = { ...known, nodes: known.nodes.map(({ id }) => ({ id, attributes: {} })) };
    const arcs = helpNetwork(village, homeless, 700, { years: 3, way: "model", seed: 1 });
    expect(arcs.to.length).toBe(700);
    const tied = new Set(known.arcs.flatMap(({ source, target }) => [`${source} ${target}`, `${target} ${source}`]));
    for (let i = 0; i < arcs.nodes; i++)
      for (let k = arcs.start[i]!; k < arcs.start[i + 1]!; k++) expect(tied.has(`${i} ${arcs.to[k]}`)).toBe(true);
  });

  test("without trust, debts and repute is as mutual as arcs drawn by lot", () => {
    // Arcs by lot: of 1,830 possible ones the share 700 / 1,830 is drawn, and as many of the answers.
    const lot = [1, 2, 3, 4].map((r) => shapeOf(arcsByLot(known, 700, r)).reciprocity);
    const random = [1, 2, 3, 4].map(
      (r) => shapeOf(helpNetwork(village, known, 700, { years: 3, way: "random", seed: seedOf("t", r) })).reciprocity,
    );
    const mean = (values: number[]) => values.reduce((a, b) => a + b) / values.length;
    expect(Math.abs(mean(lot) - 700 / 1830)).toBeLessThan(0.03);
    // The few who know few ask them the more often, which answers some arcs beyond chance.
    expect(Math.abs(mean(random) - mean(lot))).toBeLessThan(0.08);
  });

  test("rewired keeps what each gives and receives", () => {
    const arcs = arcsOfNetwork(arangDakHelp);
    const made = sameDegrees(arcs, 1);
    const outs = (a: typeof arcs) => Array.from({ length: a.nodes }, (_, i) => outDegree(a, i));
    const ins = (a: typeof arcs) => Array.from({ length: a.nodes }, (_, j) => a.to.filter((to) => to === j).length);
    expect(outs(made)).toEqual(outs(arcs));
    expect(ins(made)).toEqual(ins(arcs));
  });

  test("is mutual beyond chance by the model's own exchange, and the comparison says by how much", () => {
    const result = compareHelp(village, {
      name: "Arang Dak",
      observed: arangDakHelp,
      years: 3,
      replicates: 3,
      seed: 1,
    });
    expect(result.observed.arcs).toBe(1422);
    // NetworkX 3.6 on the same file, as the brief of the data states: .713 and .407.
    expect(result.observed.reciprocity).toBeCloseTo(0.713, 3);
    expect(result.observed.transitivity).toBeCloseTo(0.407, 3);
    expect(result.made.map(({ source }) => source)).toEqual([...SOURCES]);
    expect(result.nearer.length).toBe(NULLS.length * SHAPES.length);
    const of = (source: string) => result.made.find((made) => made.source === source)!.mean.reciprocity;
    expect(of("model").low!).toBeGreaterThan(of("random").high!);
    expect(result).toEqual(JSON.parse(JSON.stringify(result)));
    const again = compareHelp(village, { name: "Arang Dak", observed: arangDakHelp, years: 3, replicates: 3, seed: 1 });
    expect(again).toEqual(result);
  });

  test.skipIf(absent)(
    `among all who report help it is nearer to the observed reciprocity than any null${needsData}`,
    () => {
      const result = compareHelp(village, {
        ...{ name: "Arang Dak", observed: load("arang_dak_help", CONFIRMED), known: load("arang_dak_help") },
        ...{ replicates: 4, seed: 1 },
      });
      for (const { shape, by } of result.nearer) if (shape === "reciprocity") expect(by.low!).toBeGreaterThan(0);
    },
  );

  test.skipIf(absent)(`the stronger half of gifts are those of the median weight and above${needsData}`, () => {
    const gifts = load("nicaragua_household_gifts");
    const half = strongerHalf(gifts);
    const least = Math.min(...half.arcs.map(({ weight }) => weight));
    expect(half.arcs.length).toBe(gifts.arcs.filter(({ weight }) => weight >= least).length);
    expect(half.arcs.length / gifts.arcs.length).toBeGreaterThanOrEqual(0.5);
    expect(gifts.arcs.filter(({ weight }) => weight > least).length / gifts.arcs.length).toBeLessThanOrEqual(0.5);
  });
});
