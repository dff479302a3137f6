import { describe, expect, test } from "vitest";
import { blank, newEstate, oldDistrict } from "../../scenarios/index.ts";
import { type ExplainSweep, explainSweep, explainUntil, OUTCOMES } from "../../src/experiments/explain.ts";
import { checkOutcomes, explained, type RawCell } from "../../src/experiments/explainResult.ts";
import { withBlocks } from "../../src/experiments/swap.ts";
import { InputError } from "../../src/kernel/check.ts";
import { BLOCK_NAMES, type Context } from "../../src/model/context.ts";
import { withField } from "../../src/model/contextCheck.ts";
import type { Scenario } from "../../src/model/scenario.ts";
import type { MeasureName } from "../../src/observe/measures.ts";

/** A scenario with some fields of its context changed. */
function changed(scenario: Scenario, name: string, fields: Readonly<Record<string, unknown>>): Scenario {
  const context = Object.entries(fields).reduce<Context>((c, [k, v]) => withField(c, k, v), scenario.context);
  return { ...scenario, name, context };
}

function planned(a: Scenario, b: Scenario, more: object = {}): ExplainSweep {
  const loaded = (scenario: Scenario) => ({ ref: { shipped: scenario.name }, scenario });
  const plan = { outcomes: OUTCOMES, replicates: 4, seed: 1, ...more };
  return explainSweep({ version: "0", a: loaded(a), b: loaded(b) }, plan);
}

describe("the sweep of a gap", () => {
  const both = planned(newEstate, oldDistrict);

  test("has a point for each of the 128 sets of blocks of the two neighborhoods, all of which can be", () => {
    expect(both.blocks).toEqual(BLOCK_NAMES);
    expect(both.cells.map((cell) => cell.infeasible).filter(Boolean)).toEqual([]);
    expect(both.cells.map((cell) => cell.point)).toEqual(Array.from({ length: 128 }, (_, c) => c));
    expect(both.sweep.points).toHaveLength(128);
    for (const { point, blocks } of both.cells) expect(both.sweep.points[point!]!.swap?.blocks ?? []).toEqual(blocks);
    expect(new Set(both.cells.map((cell) => cell.blocks.join())).size).toBe(128);
  });

  test("begins with the one context and ends with the other", () => {
    expect(withBlocks(newEstate, oldDistrict, both.cells[0]!.blocks).context).toEqual(newEstate.context);
    expect(withBlocks(newEstate, oldDistrict, both.cells.at(-1)!.blocks).context).toEqual(oldDistrict.context);
  });

  test("runs a replicate of every cell on the same seed", () => {
    const seeds = [0, 1, 77, 127].map((point) => both.sweep.task(point, 3).seed);
    expect(new Set(seeds).size).toBe(1);
    expect(both.sweep.task(0, 2).seed).not.toBe(seeds[0]);
  });

  test("ends with 2018, or with the scenario that ends before", () => {
    expect(both.sweep.plan.until).toBe("2018-12-31");
    expect(explainUntil(newEstate, { ...oldDistrict, until: "2017-12-25" })).toBe("2017-12-25");
    expect(planned(newEstate, oldDistrict, { until: "2016-01-04" }).sweep.plan.until).toBe("2016-01-04");
  });

  test("swaps only blocks in which the two differ", () => {
    const other = changed(blank, "other", { "team.effort": 60, "procedure.rounds": 2 });
    const { blocks, same, cells } = planned(blank, other);
    expect([blocks, same]).toEqual([
      ["team", "procedure"],
      ["start", "founding", "timing", "agenda", "support"],
    ]);
    expect(cells.map((cell) => cell.blocks)).toEqual([[], ["team"], ["procedure"], ["team", "procedure"]]);
    expect(() => planned(blank, changed(blank, "again", {}))).toThrow(/different contexts; got blank and again/);
  });

  test("counts a scenario's own settings of a block as part of that block", () => {
    const { blocks } = planned(blank, { ...blank, name: "set", values: { "support.money": 9 } });
    expect(blocks).toEqual(["support"]);
  });

  test("reads the three outcomes whichever is asked for, so that a directory serves all", () => {
    const plan = (outcomes: readonly MeasureName[]) => planned(newEstate, oldDistrict, { outcomes }).sweep.plan;
    expect(plan(["meanTrust"])).toEqual(plan(OUTCOMES));
    expect(plan(["organizations"]).measures).toEqual([...OUTCOMES, "organizations"]);
  });
});

describe("combinations that make no sense", () => {
  const late = changed(newEstate, "late", { "support.ownersCommitteeFrom": null });
  const early = changed(oldDistrict, "early", { "support.ownersCommitteeFrom": "2016-01-04" });

  test("an owners' committee before there are owners, whichever scenarios it comes from", () => {
    const { cells, sweep } = planned(late, early);
    const refused = cells.filter((cell) => cell.infeasible !== null);
    expect(refused).toHaveLength(32);
    for (const { blocks, point, infeasible } of refused) {
      expect([blocks.includes("support"), blocks.includes("start"), point]).toEqual([true, false, null]);
      expect(infeasible!.en).toBe("an owners' committee is formed before homes are handed over");
      expect(infeasible!.zh).toMatch(/业主委员会/);
    }
    expect(sweep.points).toHaveLength(96);
    for (const { point, blocks } of cells)
      if (point !== null) expect(sweep.points[point]!.swap?.blocks ?? []).toEqual(blocks);
  });

  test("a council convened by a team that has no hours", () => {
    const absent = changed(oldDistrict, "absent", { "team.effort": 0 });
    const refused = planned(newEstate, absent).cells.filter((cell) => cell.infeasible !== null);
    expect(refused).toHaveLength(32);
    for (const { blocks } of refused)
      expect([blocks.includes("team"), blocks.includes("founding")]).toEqual([true, false]);
  });

  test("a run that ends before it starts; and where an end of the gap is one, there is no gap", () => {
    const future = changed(blank, "future", {
      ...{ "start.date": "2019-01-07", "start.handover": "2019-01-07", "start.teamArrives": "2019-01-07" },
      "team.effort": 60,
    });
    expect(() => planned(blank, future)).toThrow(/can be run to 2018-12-31; got one in which the run ends before/);
  });
});

describe("shares", () => {
  const other = changed(blank, "other", { "team.effort": 60, "procedure.rounds": 2, "support.money": 9 });
  const from = planned(blank, other);
  const adds = { team: 1, support: 2, procedure: 4 } as Readonly<Record<string, number>>;
  const worth = (point: number) => from.cells[point]!.blocks.reduce((sum, block) => sum + adds[block]!, 10);
  const result = (
    values: (measure: MeasureName, point: number) => RawCell,
    outcomes = OUTCOMES as readonly MeasureName[],
  ) => explained(from, { outcomes, at: "final", failed: 0, values });
  const runs = (point: number) => [0, 1, 2, 3].map((r) => worth(point) + 100 * r);

  test("are each block's own where blocks add up, and JSON holds all of it", () => {
    const found = result((_, point) => runs(point));
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    for (const { found: own } of found.outcomes) {
      expect(own!.gap.value).toBeCloseTo(7, 10);
      for (const { block, share, first, last, percent } of own!.shares) {
        for (const e of [share, first, last])
          expect([e!.value, e!.low, e!.high]).toEqual([1, 1, 1].map(() => expect.closeTo(adds[block]!, 9)));
        expect(percent!.value).toBeCloseTo((100 * adds[block]!) / 7, 9);
      }
      for (const pair of [...own!.pairs, ...own!.higher]) expect(pair.value).toBeCloseTo(0, 9);
    }
  });

  test("nothing brought is nothing resolved, and is told by cell; a failed run is not", () => {
    const found = result((measure, point) =>
      measure === "resolvedShare" && point === 1 ? [null, null, null, undefined] : runs(point),
    );
    const [cell, unlike] = [found.outcomes[0]!.cells[1]!, found.outcomes[1]!.cells[1]!];
    expect(cell).toEqual({ n: 3, ofNothing: 3, missing: 1, mean: 0 });
    expect(unlike).toEqual({ n: 4, ofNothing: 0, missing: 0, mean: 161 });
  });

  test("an outcome without a value in more than half of a cell's runs is refused, the others are not", () => {
    const half: RawCell = [null, undefined, 5, 6];
    const found = result((m, point) =>
      m === "meanTrust" && point === 3 ? [null, null, null, 5] : point === 2 ? half : runs(point),
    );
    const [, suspended, trust] = found.outcomes;
    expect([trust!.found, trust!.refused!.en]).toEqual([
      null,
      "undefined: with team, support swapped, 3 of 4 runs have no value",
    ]);
    expect(trust!.refused!.zh).toBe("无定义：换入 team、support 时，4 次运行中有 3 次没有取值");
    expect(suspended!.found).not.toBeNull();
    expect(suspended!.cells[2]).toEqual({ n: 2, ofNothing: 0, missing: 2, mean: 5.5 });
  });

  test("an outcome must have a mean", () => {
    expect(() => checkOutcomes(["suspensionDate"])).toThrow(InputError);
    expect(() => checkOutcomes(["trsut"])).toThrow(/unknown measure "trsut"/);
    expect(checkOutcomes(["meanTrust"])).toEqual(["meanTrust"]);
  });
});
