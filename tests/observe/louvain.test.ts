import louvainModule from "graphology-communities-louvain";
import { describe, expect, test } from "vitest";
import { arangDakHelp } from "../../data/arang-dak.ts";
import { newEstate, village } from "../../scenarios/index.ts";
import { simulate } from "../../src/index.ts";
import { createRandom, uniform } from "../../src/kernel/random.ts";
import type { Scenario } from "../../src/model/scenario.ts";
import { type Arcs, arcsFrom, arcsOfNetwork, arcsOfTies, union } from "../../src/observe/arcs.ts";
import { arcsToGraph } from "../../src/observe/centrality.ts";
import { louvain } from "../../src/observe/louvain.ts";
import { modularity } from "../../src/observe/structure.ts";
import { ALONE, BOW, KITE, NOTHING, undirected } from "./graphs.ts";

type Peer = (graph: unknown, options: { rng: () => number }) => Record<string, number>;
const graphologyLouvain = louvainModule as unknown as Peer;

const key = createRandom(7).key("test", "louvain");
const HELP = union(arcsOfNetwork(arangDakHelp));

/** The acquaintances of a scenario's residents after some weeks. */
function acquainted(scenario: Scenario, weeks: number): Arcs {
  const simulation = simulate(scenario, { seed: 1, measures: [] });
  for (let week = 0; week < weeks; week++) simulation.step();
  return arcsOfTies(simulation.run.world.ties);
}

/** Ties between nodes drawn at random. */
function random(nodes: number, ties: number): Arcs {
  const ends = (b: number) => Array.from({ length: ties }, (_, k) => Math.floor(uniform(key, nodes, k, b) * nodes));
  return union(arcsFrom(nodes, ends(0), ends(1)));
}

describe("the Louvain method", () => {
  test.each<[string, Arcs]>([
    ["the shipped network", HELP],
    ["two bridged triangles", BOW],
    ["Krackhardt's kite", KITE],
    ["a village", acquainted(village, 52)],
    ["a new estate", acquainted(newEstate, 52)],
    ["a random graph", random(300, 900)],
  ])("finds in %s what graphology's finds, or better", (_, arcs) => {
    const graph = arcsToGraph(arcs);
    const draws = 10;
    let [ours, theirs] = [0, 0];
    for (let tick = 0; tick < draws; tick++) {
      let n = 0;
      const labels = graphologyLouvain(graph, { rng: () => uniform(key, tick, n++) });
      const found = modularity(arcs, louvain(arcs, key, tick));
      const peer = modularity(
        arcs,
        Array.from({ length: arcs.nodes }, (_, i) => labels[String(i)]!),
      );
      expect(found).toBeGreaterThan(peer - 0.02);
      ours += found / draws;
      theirs += peer / draws;
    }
    expect(ours).toBeGreaterThan(theirs - 0.001);
  });

  test("parts a ring of cliques into its cliques", () => {
    const [from, to]: [number[], number[]] = [[], []];
    for (let i = 0; i < 40; i++) {
      for (let j = i + 1; j < 5 * Math.floor(i / 5 + 1); j++) {
        from.push(i);
        to.push(j);
      }
      if (i % 5 === 4) {
        from.push(i);
        to.push((i + 1) % 40);
      }
    }
    const cliques = Array.from({ length: 40 }, (_, i) => Math.floor(i / 5));
    expect([...louvain(union(arcsFrom(40, from, to)), key, 0)]).toEqual(cliques);
  });

  test.each([0, 1, 2, 3])(
    "stops where no move of a node and no union of two communities is a gain, draw %i",
    (tick) => {
      for (const arcs of [HELP, random(60, 120)]) {
        const label = louvain(arcs, key, tick);
        const reached = modularity(arcs, label);
        for (let i = 0; i < arcs.nodes; i++) {
          for (const j of arcs.to.subarray(arcs.start[i]!, arcs.start[i + 1]!)) {
            const moved = label.slice();
            moved[i] = label[j]!;
            expect(modularity(arcs, moved)).toBeLessThan(reached + 1e-12);
            const joined = label.map((c) => (c === label[i] ? label[j]! : c));
            expect(modularity(arcs, joined)).toBeLessThan(reached + 1e-12);
          }
        }
      }
    },
  );

  test("numbers communities in order of their lowest nodes, and who has no tie is alone", () => {
    expect([...louvain(undirected(7, "12 13 23 05 06 56"), key, 0)]).toEqual([0, 1, 1, 1, 2, 0, 0]);
    expect([...louvain(ALONE, key, 0)]).toEqual([0, 1, 2]);
    expect([...louvain(NOTHING, key, 0)]).toEqual([]);
  });

  test("draws by key and tick alone", () => {
    const arcs = random(60, 120);
    expect(louvain(arcs, key, 5)).toEqual(louvain(arcs, key, 5));
    const found = Array.from({ length: 8 }, (_, tick) => louvain(arcs, key, tick).join());
    expect(new Set(found).size).toBeGreaterThan(1);
  });
});
