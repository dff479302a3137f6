import { describe, expect, test } from "vitest";
import { newEstate, oldDistrict, village } from "../../scenarios/index.ts";
import { createRandom } from "../../src/kernel/random.ts";
import { Run } from "../../src/model/run.ts";
import { randomDiscovery, randomLeadership } from "../../src/model/variants/randomLeaders.ts";
import { rewired } from "../../src/model/variants/rewired.ts";
import { shuffledTrust } from "../../src/model/variants/shuffledTrust.ts";
import { swapEnds } from "../../src/model/variants/swaps.ts";
import { VARIANTS } from "../../src/model/variants.ts";
import { arcsFrom, arcsOfTies, union } from "../../src/observe/arcs.ts";
import { transitivity } from "../../src/observe/structure.ts";
import { checkMechanism } from "../../src/testing.ts";

const key = createRandom("variants").key("test", "swap");
const tally = (ends: ArrayLike<number>, nodes: number) => {
  const count = new Array(nodes).fill(0);
  for (let k = 0; k < ends.length; k++) count[ends[k]!]++;
  return count;
};

/** Sixty rings of four, whose transitivity is 1: cliques. */
function cliques() {
  const [from, to]: [number[], number[]] = [[], []];
  for (let c = 0; c < 60; c++)
    for (let a = 0; a < 4; a++) for (let b = 0; b < a; b++) [from.push(4 * c + a), to.push(4 * c + b)];
  return { from: Int32Array.from(from), to: Int32Array.from(to) };
}

describe("ends that change places", () => {
  test("keep every degree and bear no loop and no double tie, but break up all cliques", () => {
    const ends = cliques();
    const before = tally([...ends.from, ...ends.to], 240);
    swapEnds(240, ends, key);
    expect(tally([...ends.from, ...ends.to], 240)).toEqual(before);
    const arcs = union(arcsFrom(240, ends.from, ends.to));
    expect(arcs.to.length).toBe(2 * 360); // a loop or a double tie would be missing here
    // A random graph of 240 nodes of degree 3: about (3 - 1)² / (240 · 3) two-paths close.
    expect(transitivity(arcs)).toBeLessThan(0.05);
  });

  test("of arcs keep out- and in-degrees apart", () => {
    const ends = cliques();
    const [out, into] = [tally(ends.from, 240), tally(ends.to, 240)];
    const first = [...ends.to];
    swapEnds(240, ends, key, { directed: true });
    expect([tally(ends.from, 240), tally(ends.to, 240)]).toEqual([out, into]);
    expect(arcsFrom(240, ends.from, ends.to).to.length).toBe(360);
    expect([...ends.to]).not.toEqual(first);
  });
});

describe("null models", () => {
  const weeks = { scenario: newEstate, from: "2017-05-01", weeks: 20, seed: 3 } as const;

  test.each([
    ["shuffledTrust", shuffledTrust, weeks],
    ["randomLeaders", randomLeadership, { ...weeks, scenario: oldDistrict }],
    ["randomLeaders", randomDiscovery, { ...weeks, scenario: oldDistrict }],
    ["rewired", rewired, { scenario: village, weeks: 20, values: { "rewired.every": 5 } }],
  ] as const)("%s keeps the contract of a mechanism (%#)", (name, mechanism, options) => {
    expect(checkMechanism(mechanism as never, { ...options, model: VARIANTS[name]! })).toEqual([]);
  });

  test("shuffled trust holds the same values as before, in other places", () => {
    const held: number[][] = [];
    const spy = (name: string) => ({
      ...shuffledTrust,
      ...{ name, writes: [] },
      bind: ({ world }: { world: Run["world"] }) => {
        const { ties } = world;
        return () => {
          const all: number[] = [];
          for (let d = 0; d < 2 * ties.pairs; d++)
            if (ties.to[d]! >= 0) all.push(ties.data[d * ties.stride + ties.offset.trust!]!);
          held.push(all);
        };
      },
    });
    const model = VARIANTS.shuffledTrust!.insertBefore("shuffledTrust", spy("before")).insertAfter(
      "shuffledTrust",
      spy("after"),
    );
    const run = new Run(village, { seed: 1, model });
    for (let week = 0; week < 10; week++) run.step();
    const [before, after] = held.slice(-2) as [number[], number[]];
    expect(after).not.toEqual(before);
    expect([...after].sort()).toEqual([...before].sort());
  });

  test("rewiring keeps everybody's number of acquaintances and undoes their closure", () => {
    const rewire = new Run(village, { seed: 1, model: VARIANTS.rewired! });
    const { ties } = rewire.world;
    const [degree, before] = [[...ties.degree], transitivity(arcsOfTies(ties))];
    const alone = rewired.bind({
      ...{ world: rewire.world, values: { every: 0 }, context: rewire.context, clock: rewire.clock },
      key: (draw) => rewire.random.key("rewired", draw),
      log: () => () => {},
    });
    alone(0);
    expect([...ties.degree]).toEqual(degree);
    expect(transitivity(arcsOfTies(ties))).toBeLessThan(0.7 * before);
    for (let i = 0; i < degree.length; i++)
      for (let k = 0; k < degree[i]!; k++) {
        const d = ties.slots[ties.start[i]! + k]!;
        expect(ties.to[d ^ 1]).toBe(i);
        expect(ties.find(i, ties.to[d]!)).toBe(d);
      }
  });

  test("by lot, leaders are members and no more capable than members are; the rule's own founders are", () => {
    const mean = (model?: string) => {
      let [sum, count] = [0, 0];
      for (const seed of [1, 2, 3]) {
        const run = new Run(oldDistrict, { seed, ...(model ? { model: VARIANTS[model]! } : {}) });
        while (run.date < "2017-06-05") run.step();
        const { organizations, memberships, residents } = run.world;
        for (let o = 0; o < organizations.rows; o++) {
          const leader = organizations.at.leader[o]!;
          if (!organizations.alive[o] || leader < 0) continue;
          expect(memberships.find(leader, o)).toBeGreaterThanOrEqual(0);
          sum += residents.at.competence[leader]!;
          count++;
        }
      }
      return { mean: sum / count, error: 0.3 / Math.sqrt(count) };
    };
    const [own, lot] = [mean(), mean("randomLeaders")];
    expect(lot.mean).toBeLessThan(own.mean - 2 * lot.error);
  });
});
