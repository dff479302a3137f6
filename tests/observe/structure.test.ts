import simmelianStrengthModule from "graphology-metrics/edge/simmelian-strength.js";
import { density as densityOfGraph } from "graphology-metrics/graph/density.js";
import { describe, expect, test } from "vitest";
import { arangDakHelp } from "../../data/arang-dak.ts";
import { createRandom } from "../../src/kernel/random.ts";
import { type Arcs, arcsFrom, arcsOfNetwork, mutual, union } from "../../src/observe/arcs.ts";
import { meanConstraint, meanEffectiveSize, simmelian } from "../../src/observe/brokerage.ts";
import { arcsToGraph, betweenness, degrees, density, graphModularity } from "../../src/observe/centrality.ts";
import { giantComponent, maxCore } from "../../src/observe/cohesion.ts";
import { networkToGraph } from "../../src/observe/graph.ts";
import { louvain as communities } from "../../src/observe/louvain.ts";
import {
  centralization,
  meanClustering,
  meanDegree,
  mixing,
  modularity,
  reciprocity,
  transitivity,
} from "../../src/observe/structure.ts";
import { absent, CONFIRMED, load, needsData } from "./datasets.ts";
import { ALONE, BOW, NOTHING, rounded, STAR, TRIANGLE } from "./graphs.ts";

const simmelianStrength = simmelianStrengthModule as unknown as (graph: unknown) => Record<string, number>;

describe.skipIf(absent)(`measures of published networks${needsData}`, () => {
  // The columns: density, reciprocity (- where ties are undirected), transitivity, clustering, largest core.
  const table: [string, object, string][] = [
    ["arang_dak_help", CONFIRMED, "0.123 0.713 0.407 0.511 12"],
    ["kapferer_tailor_shop", { layer: "social", wave: "1" }, "0.213 - 0.385 0.458 6"],
    ["kapferer_tailor_shop", { layer: "social", wave: "2" }, "0.301 - 0.466 0.498 9"],
    ["kapferer_tailor_shop", { layer: "assistance", wave: "1" }, "0.074 0.606 0.285 0.278 4"],
    ["kapferer_tailor_shop", { layer: "assistance", wave: "2" }, "0.099 0.707 0.271 0.318 5"],
    ["lazega_lawyers", { layer: "advice" }, "0.179 0.392 0.479 0.522 14"],
    ["lazega_lawyers", { layer: "friendship" }, "0.116 0.612 0.449 0.484 9"],
    ["nicaragua_household_gifts", {}, "0.712 0.735 0.905 0.907 18"],
  ];
  test.each(table)("%s %j has NetworkX's density, reciprocity, transitivity, clustering and core: %s", (...row) => {
    const [name, options, expected] = row;
    const arcs = arcsOfNetwork(load(name, options));
    const both = union(arcs);
    const answered = reciprocity(arcs);
    const measured = [density(arcs), answered, transitivity(both), meanClustering(both)].map((m) => m.toFixed(3));
    if (expected.includes("-")) measured[1] = answered === 1 ? "-" : "not symmetric";
    expect([...measured, maxCore(both)].join(" ")).toBe(expected);
  });

  // Computed with NetworkX 3.6.1 on the same files: constraint and effective_size averaged over nodes with a neighbor.
  test.each([
    ["arang_dak_help", CONFIRMED, 0.145, 9.8528, 0.2862, 0.9722, 493],
    ["lazega_lawyers", { layer: "advice" }, 0.1169, 10.6627, 0.3793, 1, 150],
    ["kapferer_tailor_shop", { layer: "social", wave: "1" }, 0.3019, 5.0714, 0.441, 1, 151],
    ["kapferer_tailor_shop", { layer: "assistance", wave: "2" }, 0.4066, 3.8085, 0.4474, 0.8718, 36],
  ])(
    "%s %j has NetworkX's mean constraint %d, effective size %d, centralization %d, giant component %d and %i Simmelian ties",
    (name, options, ...expected) => {
      const arcs = arcsOfNetwork(load(name, options));
      const both = union(arcs);
      const measured = [meanConstraint(both), meanEffectiveSize(both), centralization(both), giantComponent(both)];
      expect([...rounded(measured), simmelian(arcs).ties]).toEqual(expected);
    },
  );

  test.each(table.map(([name, options]) => [name, options] as const))(
    "the fast forms agree with graphology on %s %j",
    (name, options) => {
      const network = load(name, options);
      agreesWithGraphology(arcsOfNetwork(network), networkToGraph(network));
    },
  );
});

/** Density, modularity and triangles by our arrays and by graphology's graphs. */
function agreesWithGraphology(arcs: Arcs, graph: ReturnType<typeof networkToGraph>): void {
  const both = union(arcs);
  const plain = arcsToGraph(both);
  const group = Int32Array.from({ length: arcs.nodes }, (_, i) => i % 4);
  const place = new Map(graph.nodes().map((key, i) => [key, i % 4]));
  expect(density(arcs)).toBe(densityOfGraph(graph as never));
  expect(density(both)).toBe(densityOfGraph(plain as never));
  expect(modularity(arcs, group)).toBeCloseTo(
    graphModularity(graph, (key) => place.get(key)!),
    12,
  );
  expect(modularity(both, group)).toBeCloseTo(
    graphModularity(plain, (key) => Number(key) % 4),
    12,
  );
  const strengths = Object.values(simmelianStrength(arcsToGraph(mutual(arcs))));
  expect(simmelian(arcs).ties).toBe(strengths.filter((strength) => strength > 0).length);
}

describe("whole-graph measures", () => {
  test("the shipped network agrees with graphology", () => {
    agreesWithGraphology(arcsOfNetwork(arangDakHelp), networkToGraph(arangDakHelp));
  });

  test("of four arcs two answer each other", () => {
    expect(reciprocity(arcsFrom(4, [0, 1, 1, 2], [1, 0, 2, 3]))).toBe(0.5);
  });

  test("a triangle is closed, a star is open", () => {
    expect([transitivity(TRIANGLE), meanClustering(TRIANGLE)]).toEqual([1, 1]);
    expect([transitivity(STAR), meanClustering(STAR)]).toEqual([0, 0]);
  });

  // Two triangles times three corners over pairs of neighbors 1+1+3+3+1+1; corners 1,1,1/3,1/3,1,1.
  test("two bridged triangles have transitivity 6/10 and clustering 7/9", () => {
    expect(transitivity(BOW)).toBeCloseTo(0.6, 15);
    expect(meanClustering(BOW)).toBeCloseTo(7 / 9, 15);
  });

  test("a star is centralized fully, a triangle not at all", () => {
    expect([centralization(STAR), centralization(TRIANGLE)]).toEqual([1, 0]);
  });

  test("with two triangles as groups six of seven ties bond and one bridges", () => {
    const groups = mixing(BOW, [0, 0, 0, 1, 1, 1]);
    expect(groups.bonding).toBeCloseTo(6 / 7, 15);
    expect(groups.bridging).toBeCloseTo(1 / 7, 15);
    expect(groups.ei).toBeCloseTo(-5 / 7, 15);
  });

  test("who belongs to no group bonds with nobody", () => {
    expect(mixing(TRIANGLE, [-1, -1, -1])).toEqual({ bonding: 0, bridging: 1, ei: 1 });
  });

  // Each half holds 3 of 7 ties and half of the degrees: 2 (3/7 - 1/4).
  test("two bridged triangles as communities have modularity 5/14", () => {
    expect(modularity(BOW, [0, 0, 0, 1, 1, 1])).toBeCloseTo(5 / 14, 15);
  });

  test("graphs of no nodes or no arcs have measures of zero, never NaN", () => {
    for (const arcs of [NOTHING, ALONE]) {
      const plain = [density, meanDegree, reciprocity, transitivity, meanClustering, centralization, maxCore];
      const means = [meanConstraint, meanEffectiveSize];
      expect([...plain, ...means].map((measure) => measure(arcs))).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
      expect(mixing(arcs, [0, 0, 0])).toEqual({ bonding: 0, bridging: 0, ei: 0 });
      expect(modularity(arcs, [0, 0, 0])).toBe(0);
      expect(simmelian(arcs)).toEqual({ ties: 0, share: 0 });
    }
    expect([giantComponent(NOTHING), giantComponent(ALONE)]).toEqual([0, 1 / 3]);
  });
});

describe("communities and centralities", () => {
  const key = createRandom(7).key("observe", "communities");

  test("Louvain parts two bridged triangles, and equal keys give equal communities", () => {
    const found = communities(BOW, key, 0);
    expect(found[0] === found[1] && found[1] === found[2] && found[3] === found[4] && found[4] === found[5]).toBe(true);
    expect(found[0]).not.toBe(found[3]);
    const arcs = union(arcsOfNetwork(arangDakHelp));
    expect(communities(arcs, key, 3)).toEqual(communities(arcs, key, 3));
    expect(modularity(arcs, communities(arcs, key, 3))).toBeGreaterThan(0.2);
  });

  test("without ties each node is a community", () => {
    expect([...communities(ALONE, key, 0)]).toEqual([0, 1, 2]);
  });

  test("the center of a star lies between all and has every degree", () => {
    const graph = arcsToGraph(STAR);
    expect(betweenness(graph)["0"]).toBe(1);
    expect(degrees(graph)).toEqual({ 0: 1, 1: 0.25, 2: 0.25, 3: 0.25, 4: 0.25 });
  });

  // NetworkX 3.6.1: betweenness_centrality of the undirected union has its maximum at R6.
  test("betweenness on the shipped network is NetworkX's", () => {
    const between = betweenness(arcsToGraph(union(arcsOfNetwork(arangDakHelp))));
    expect(Math.max(...Object.values(between))).toBeCloseTo(0.0885024024964911, 10);
    expect(between["5"]).toBeCloseTo(0.0885024024964911, 10);
  });
});
