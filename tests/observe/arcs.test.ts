import { describe, expect, test } from "vitest";
import { f32 } from "../../src/kernel/table.ts";
import { Ties } from "../../src/kernel/ties.ts";
import { arcsFrom, arcsOfTies } from "../../src/observe/arcs.ts";
import { toGraph } from "../../src/observe/graph.ts";
import { undirected } from "./graphs.ts";

describe("the pool of ties", () => {
  function pool() {
    const ties = new Ties({ trust: f32("share") }, {}, new Int32Array(5).fill(4), 16);
    for (const [i, j] of [
      [0, 1],
      [1, 2],
      [0, 2],
      [2, 3],
    ] as const)
      ties.add(i, j, 0);
    ties.remove(ties.find(0, 2));
    ties.commit();
    ties.data[ties.find(1, 0) * ties.stride] = 0.75;
    return ties;
  }

  test("is symmetric without a threshold and leaves ended pairs out", () => {
    const arcs = arcsOfTies(pool());
    expect(arcs).toEqual(undirected(5, "01 12 23"));
  });

  test("is directed with a threshold of trust", () => {
    const ties = pool();
    const keep = (tie: number) => ties.data[tie * ties.stride]! >= 0.5;
    expect(arcsOfTies(ties, { keep })).toEqual(arcsFrom(5, [1], [0]));
    const graph = toGraph(ties, { keep });
    expect([graph.type, graph.order, graph.size, graph.hasDirectedEdge("1", "0")]).toEqual(["directed", 5, 1, true]);
  });

  test("takes chosen residents only", () => {
    const arcs = arcsOfTies(pool(), { residents: [3, 2, 1] });
    expect(arcs).toEqual(undirected(3, "01 12"));
    expect(toGraph(pool(), { residents: [3, 2, 1] }).size).toBe(2);
  });

  test("becomes a graph whose nodes and ties carry what a callback says", () => {
    const ties = pool();
    const graph = toGraph(ties, {
      attributes: (resident) => ({ block: resident % 2 }),
      tieAttributes: (tie) => ({ pair: tie >> 1 }),
    });
    expect([graph.type, graph.order, graph.size]).toEqual(["undirected", 5, 3]);
    expect(graph.getNodeAttribute("3", "block")).toBe(1);
    expect(graph.getEdgeAttribute(graph.edge("2", "3"), "pair")).toBe(3);
  });
});
