import { describe, expect, test } from "vitest";
import { arangDakHelp } from "../../data/arang-dak.ts";
import { type Arcs, arcsFrom, arcsOfNetwork, union } from "../../src/observe/arcs.ts";
import { constraint, effectiveSize, meanConstraint, simmelian } from "../../src/observe/brokerage.ts";
import { components, coreNumbers, giantComponent, maxCore } from "../../src/observe/cohesion.ts";
import { KITE, rounded, STAR, TRIANGLE, undirected } from "./graphs.ts";

describe("brokerage", () => {
  // The center puts 1/4 into each of four: 4 (1/4)². A leaf puts all into the center.
  test("the center of a star has constraint 1/4 and effective size 4, its leaves 1 and 1", () => {
    expect([...constraint(STAR)]).toEqual([0.25, 1, 1, 1, 1]);
    expect([...effectiveSize(STAR)]).toEqual([4, 1, 1, 1, 1]);
  });

  // Half directly and a half of a half through the third: 2 (1/2 + 1/4)². Two neighbors, one tie among them: 2 - 2/2.
  test("a corner of a triangle has constraint 9/8 and effective size 1", () => {
    expect([...constraint(TRIANGLE)]).toEqual([1.125, 1.125, 1.125]);
    expect([...effectiveSize(TRIANGLE)]).toEqual([1, 1, 1]);
  });

  // NetworkX 3.6.1: constraint and effective_size of krackhardt_kite_graph().
  test("Krackhardt's kite has NetworkX's values at every node", () => {
    const constraints = [0.5412, 0.5412, 0.6641, 0.4702, 0.6641, 0.4451, 0.4451, 0.4311, 0.5, 1];
    expect(rounded(constraint(KITE))).toEqual(constraints);
    expect(rounded(effectiveSize(KITE))).toEqual([2, 2, 1, 3.3333, 1, 3, 3, 2.3333, 2, 1]);
  });

  test("an isolate has constraint 1 and effective size 0 and is left out of the means", () => {
    const withIsolate = undirected(6, "01 02 03 04");
    expect([constraint(withIsolate)[5], effectiveSize(withIsolate)[5]]).toEqual([1, 0]);
    expect(meanConstraint(withIsolate)).toBe(meanConstraint(STAR));
  });

  test("a tie is Simmelian only where all three sides of a triangle are mutual", () => {
    const oneSided = arcsFrom(4, [0, 1, 1, 2, 0, 2, 3], [1, 0, 2, 1, 2, 3, 2]);
    expect(simmelian(oneSided)).toEqual({ ties: 0, share: 0 });
    const mutualToo = arcsFrom(4, [0, 1, 1, 2, 0, 2, 2, 3], [1, 0, 2, 1, 2, 0, 3, 2]);
    expect(simmelian(mutualToo)).toEqual({ ties: 3, share: 0.75 });
  });
});

describe("cohesion", () => {
  test("components are numbered by their lowest nodes, and the largest counts", () => {
    const two = undirected(6, "04 12 23");
    expect([...components(two)]).toEqual([0, 1, 1, 1, 0, 2]);
    expect(giantComponent(two)).toBe(0.5);
  });

  // NetworkX 3.6.1: core_number of krackhardt_kite_graph(); a k-clique is a (k - 1)-core by definition.
  test("cores of the kite, of a clique with a tail, and of a star", () => {
    expect([...coreNumbers(KITE)]).toEqual([3, 3, 3, 3, 3, 3, 3, 2, 1, 1]);
    const clique = undirected(5, "01 02 03 12 13 23 34");
    expect([...coreNumbers(clique)]).toEqual([3, 3, 3, 3, 1]);
    expect(maxCore(STAR)).toBe(1);
  });

  test("core numbers are those left by peeling node after node", () => {
    const random = arcsOfNetwork(arangDakHelp);
    expect([...coreNumbers(union(random))]).toEqual(peeled(union(random)));
  });
});

/** Core numbers by definition: for each k remove nodes with fewer than k neighbors until none is left to remove. */
function peeled(arcs: Arcs): number[] {
  const core = new Array<number>(arcs.nodes).fill(0);
  const neighbors = (i: number) => Array.from(arcs.to.subarray(arcs.start[i]!, arcs.start[i + 1]!));
  let left = new Set(core.keys());
  for (let k = 1; left.size > 0; k++) {
    for (let before = -1; before !== left.size; ) {
      before = left.size;
      left = new Set([...left].filter((i) => neighbors(i).filter((j) => left.has(j)).length >= k));
    }
    for (const i of left) core[i] = k;
  }
  return core;
}
