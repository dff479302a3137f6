import { type Changes, Model, type Network, simulate, standardModel } from "linli";
import { blank, newEstate } from "linli/scenarios";
import { checkMechanism } from "linli/testing";
import { beforeAll, describe, expect, test } from "vitest";
import { HEARD_NOTHING, modelWithRumor, rumor } from "../../examples/rumor/rumor.ts";
import { commandsOf, expectShown, freshFolder, pagesOf, printedBy, shownAfter, testPages } from "./example.ts";

/** Residents come, and nothing happens but the rumor: no tie is born or ends. */
const alone = new Model([...standardModel.mechanisms.filter(({ name }) => name === "residency"), rumor]);
const fast = { "rumor.week": 1, "rumor.telling": 1, "rumor.harm": 0 };

/** Which residents have heard it in the end. */
function heardOn(network: Network | undefined, values: Changes, seed = 1, households = 200): boolean[] {
  const start = { "start.households": households, "start.blocks": 1 };
  const options = { seed, model: alone, values: { ...fast, ...values, ...(network ? {} : start) } };
  const { run } = simulate(blank, { ...options, ...(network ? { network } : {}), measures: [] }).stepTo(300);
  return Array.from(run.world.column("residents", "rumor"), (state) => state !== HEARD_NOTHING);
}

const chain = (length: number, gaps: readonly number[] = []): Network => ({
  name: "chain",
  nodes: Array.from({ length }, (_, i) => ({ id: `${i}`, attributes: {} })),
  arcs: Array.from({ length: length - 1 }, (_, i) => ({ source: i, target: i + 1, weight: 1 })).filter(
    ({ source }) => !gaps.includes(source),
  ),
  foci: [],
});

describe("the pages", () => {
  testPages("rumor");
  const folder = freshFolder();
  let printed = "";
  beforeAll(() => {
    printed = printedBy(commandsOf(pagesOf("rumor")[0]!)[0]!, folder);
  }, 60_000);

  test.each(pagesOf("rumor"))("$name shows what its command prints", (page) => {
    expectShown(page, shownAfter(page, commandsOf(page)[0]!), printed);
    expect(printed).toContain("pairs of runs: 10, of them equal before the rumor arises: 10");
  });
});

describe("the rumor", () => {
  test("keeps the contract of a mechanism", () => {
    expect(checkMechanism(rumor, { scenario: newEstate, weeks: 40, values: { "rumor.week": 20 } })).toEqual([]);
  });

  test("changes nothing where nobody knows it, or it costs no trust", () => {
    const options = { seed: 5, until: "2016-06-27" };
    const base = simulate(newEstate, options).finish().measures;
    for (const values of [{ "rumor.sources": 0 }, { "rumor.harm": 0 }]) {
      const run = simulate(newEstate, { ...options, model: modelWithRumor, values: { ...values, "rumor.week": 20 } });
      expect(run.finish().measures).toEqual(base);
    }
  });

  test("stays with its sources where nobody tells it", () => {
    for (const sources of [0, 1, 5]) {
      const heard = heardOn(undefined, { "rumor.telling": 0, "rumor.sources": sources });
      expect(heard.filter(Boolean).length).toBe(sources);
    }
  });

  test("reaches everyone on a connected graph where all tell it and nobody falls silent", () => {
    const values = { "rumor.forwarding": 1, "rumor.stifling": 0 };
    expect(heardOn(chain(30), values)).toEqual(Array(30).fill(true));
  });

  test("does not leave the part of a graph in which it arose", () => {
    const heard = heardOn(chain(30, [9]), { "rumor.forwarding": 1, "rumor.stifling": 0 });
    expect(new Set(heard.slice(0, 10)).size).toBe(1);
    expect(new Set(heard.slice(10)).size).toBe(1);
    expect(heard[0]).not.toBe(heard[29]);
  });

  test("leaves 20.3 % of a crowd that meets at random in the dark (Sudbury 1985)", () => {
    const values = { "rumor.forwarding": 0, "rumor.stifling": 1 };
    const never = Array.from({ length: 20 }, (_, seed) => {
      const heard = heardOn(undefined, values, seed, 2000);
      return heard.filter((h) => !h).length / heard.length;
    });
    // A run of 2,000 spreads by a bit more than 0.01, so the mean of twenty by about 0.003.
    expect(Math.abs(never.reduce((a, b) => a + b) / never.length - 0.2032)).toBeLessThan(0.01);
  });
});
