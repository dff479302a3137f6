import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newEstate, oldDistrict } from "../../scenarios/index.ts";
import type { Plan } from "../../src/experiments/plan.ts";
import { withBlocks } from "../../src/experiments/swap.ts";
import { type Loaded, type Sweep, sweepOf, type Task } from "../../src/experiments/sweep.ts";
import { standardModel } from "../../src/model/community.ts";
import { Model } from "../../src/model/mechanism.ts";
import type { Scenario } from "../../src/model/scenario.ts";
import { simulate } from "../../src/observe/simulation.ts";

const SHIPPED: readonly Scenario[] = [newEstate, oldDistrict];
const tiny: Scenario = {
  ...newEstate,
  name: "tiny",
  context: { ...newEstate.context, start: { ...newEstate.context.start, communities: 1, households: 40, blocks: 4 } },
  until: "2018-03-05",
  patterns: [],
};
const find = (name: string) => ({ ref: { shipped: name }, scenario: [...SHIPPED, tiny].find((s) => s.name === name)! });

function sweep(plan: Partial<Plan>, more: Partial<Loaded> = {}): Sweep {
  const whole: Plan = { scenarios: ["tiny"], axes: {}, replicates: 2, seed: 1, ...plan };
  const [scenarios, swaps] = [whole.scenarios.map(find), (whole.swaps ?? []).map((s) => find(s.from))];
  return sweepOf(whole, { version: "0.0.0", scenarios, swaps, ...more });
}

const tasksOf = (s: Sweep): Task[] => [...s.tasks];
const settingsOf = (s: Sweep) => s.points.map((p) => p.setting);
/** Tasks by what was set and which replicate it is. */
const byRun = (s: Sweep) =>
  new Map(
    tasksOf(s).map((t) => [
      JSON.stringify([
        s.loaded.scenarios[s.points[t.point]!.scenario]!.scenario.name,
        s.points[t.point]!.swap?.name,
        t.values,
        t.replicate,
      ]),
      t,
    ]),
  );

describe("points", () => {
  test("of a grid are all combinations, the last axis fastest, whole numbers and categories as such", () => {
    const { points } = sweep({
      axes: { "procedure.everyWeeks": { from: 1, to: 3 }, "support.ownersCommittee": {} },
      values: { "procedure.turns": 1 },
    });
    expect(points.map((p) => p.values)).toEqual(
      [1, 2, 3].flatMap((weeks) =>
        [false, true].map((committee) => ({
          "procedure.everyWeeks": weeks,
          "procedure.turns": 1,
          "support.ownersCommittee": committee,
        })),
      ),
    );
    expect(points.map((p) => p.index)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test("of a range have short decimals, and both ends", () => {
    const axes = { "procedure.turns": { from: 0.1, to: 0.7, steps: 7 } };
    expect(settingsOf(sweep({ axes })).map((s) => s["procedure.turns"])).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
  });

  test("of matched lists take the k-th value of every axis", () => {
    const axes = { "team.payer": ["developer", "government"], "support.ownersCommitteeFrom": [null, "2017-07-03"] };
    expect(settingsOf(sweep({ design: "list", axes }))).toEqual([
      { "team.payer": "developer", "support.ownersCommitteeFrom": null },
      { "team.payer": "government", "support.ownersCommitteeFrom": "2017-07-03" },
    ]);
  });

  test("of a Latin hypercube lie once in each stratum, over declared ranges and part ranges", () => {
    const axes = { "team.independence": {}, "procedure.rounds": { from: 2, to: 5 } };
    const settings = settingsOf(sweep({ design: { latinHypercube: 8, maximin: 20 }, axes }));
    expect(settings.map((s) => Math.floor((s["team.independence"] as number) * 8)).sort()).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7,
    ]);
    expect(settings.map((s) => s["procedure.rounds"]).sort()).toEqual([2, 2, 3, 3, 4, 4, 5, 5]);
  });

  test("of each method are as many as it makes, and carry its cube", () => {
    const axes = { "team.independence": {}, "procedure.turns": {}, "support.ownersCommittee": {} };
    const sizes = [{ sobol: 16 }, { morris: 5 }, { saltelli: 8 }, { saltelli: 8, secondOrder: true }].map((design) => {
      const made = sweep({ design, axes });
      expect(made.design!.length).toBe(made.points.length);
      return made.points.length;
    });
    expect(sizes).toEqual([16, 5 * 4, 8 * 5, 8 * 8]);
    expect(sweep({ axes: {} }).points).toHaveLength(1);
  });

  test("of several scenarios and swaps stand one after another; nothing is swapped with itself", () => {
    const { points } = sweep({
      scenarios: ["new-estate", "old-district"],
      swaps: [{ blocks: ["agenda", "team"], from: "old-district" }],
    });
    expect(points.map((p) => [p.scenario, p.swap?.name])).toEqual([
      [0, undefined],
      [0, "agenda+team from old-district"],
      [1, undefined],
    ]);
  });
});

describe("tasks", () => {
  test("come point by point, as often as asked, and are plain JSON", () => {
    const made = sweep({ axes: { "team.independence": [0, 1] }, replicates: 3 });
    const tasks = tasksOf(made);
    expect(tasks.map((t) => [t.point, t.replicate])).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
    expect(tasksOf(made)).toEqual(tasks);
    expect(JSON.parse(JSON.stringify(tasks))).toEqual(tasks);
    expect(tasks).toHaveLength(made.count);
    expect(made.task(1, 2)).toEqual(tasks[5]);
  });

  test("are made one by one: a billion runs begin at once", () => {
    const made = sweep({ axes: { "team.independence": { from: 0, to: 1, steps: 1000 } }, replicates: 1_000_000 });
    const [first] = made.tasks;
    expect(made.count).toBe(1e9);
    expect(first).toEqual(made.task(0, 0));
  });

  test("have ids of their own, also where a design comes to the same point twice", () => {
    const made = sweep({ design: { morris: 12 }, axes: { "support.ownersCommittee": {}, "procedure.shortWay": {} } });
    expect(new Set(made.points.map((p) => JSON.stringify(p.values))).size).toBe(4);
    expect(new Set(tasksOf(made).map((t) => t.id)).size).toBe(made.count);
  });
});

describe("identity", () => {
  const values = fc.uniqueArray(
    fc.integer({ min: 0, max: 20 }).map((v) => v / 20),
    { minLength: 1, maxLength: 6 },
  );

  test("of a run is the same however the sweep grows around it", () => {
    fc.assert(
      fc.property(values, values, fc.nat(4), fc.nat(4), fc.boolean(), (some, others, at, more, paired) => {
        const plan: Plan = {
          scenarios: ["tiny"],
          axes: { "team.independence": some },
          replicates: 2,
          seed: "s",
          paired,
        };
        const grown = some.toSpliced(at, 0, ...others.filter((v) => !some.includes(v)));
        const before = byRun(sweep(plan));
        const after = byRun(
          sweep({
            ...plan,
            scenarios: ["old-district", "tiny"],
            axes: { "team.independence": grown },
            swaps: [{ blocks: ["agenda"], from: "old-district" }],
            replicates: 2 + more,
            measures: ["meanTrust"],
            series: 4,
          }),
        );
        for (const [run, { id, seed }] of before) expect(after.get(run)).toMatchObject({ id, seed });
      }),
      { numRuns: 50, seed: 4 },
    );
  });

  test("differs with all that a run depends on", () => {
    const own = { ...tiny, context: { ...tiny.context, team: { ...tiny.context.team, effort: 7 } } };
    const shorter = new Model(standardModel.mechanisms.slice(0, -1));
    const ref = (hash: string) => ({ path: "/model.ts", hash });
    const ids = [
      sweep({}),
      sweep({ seed: 2 }),
      sweep({ until: "2017-01-02" }),
      sweep({ values: { "procedure.turns": 1 } }),
      sweep({ paired: false }),
      sweep({}, { version: "0.0.1" }),
      sweep({}, { scenarios: [{ ref: { shipped: "tiny" }, scenario: own }] }),
      sweep({}, { scenarios: [{ ref: { shipped: "tiny" }, scenario: { ...tiny, values: { "procedure.turns": 1 } } }] }),
      sweep({}, { model: { ref: ref("a"), model: shorter } }),
      sweep({}, { model: { ref: ref("a"), model: standardModel } }),
      sweep({}, { model: { ref: ref("b"), model: standardModel } }),
    ].flatMap((made) => tasksOf(made).map((t) => t.id));
    expect(new Set(ids).size).toBe(22);
    expect(ids.every((id) => /^[0-9a-f]{16}$/.test(id))).toBe(true);
  });

  test("does not depend on the order in which values are named", () => {
    const [a, b] = [
      sweep({ axes: { "procedure.turns": [1], "team.independence": [0] } }),
      sweep({ values: { "team.independence": 0 }, axes: { "procedure.turns": [1] } }),
    ].map((made) => tasksOf(made).map((t) => t.id));
    expect(a).toEqual(b);
  });
});

describe("seeds", () => {
  const axes = { "team.independence": [0, 0.5, 1] };
  const seeds = (s: Sweep) => s.points.map((p) => [0, 1].map((r) => s.task(p.index, r).seed));

  test("of a replicate are one for all points, scenarios and swaps, and differ between replicates", () => {
    const all = seeds(
      sweep({ scenarios: ["tiny", "old-district"], axes, swaps: [{ blocks: ["agenda"], from: "old-district" }] }),
    );
    expect(all).toHaveLength(9);
    expect(new Set(all.map((row) => row.join())).size).toBe(1);
    expect(all[0]![0]).not.toBe(all[0]![1]);
  });

  test("all differ without pairing", () => {
    const all = seeds(sweep({ scenarios: ["tiny", "old-district"], axes, paired: false })).flat();
    expect(new Set(all).size).toBe(12);
  });

  test("make paired runs bit-equal until what differs comes into force", () => {
    const made = sweep({ axes: { "support.committeeFrom": ["2017-03-06", "2017-09-04"] }, replicates: 1 });
    const [a, b] = tasksOf(made).map(({ seed, values }) => simulate(tiny, { seed, values }));
    a!.stepTo("2017-03-06");
    b!.stepTo("2017-03-06");
    expect(a!.run.tick).toBeGreaterThan(10);
    expect(a!.run.hash()).toBe(b!.run.hash());
    expect(a!.finish().hash).not.toBe(b!.finish().hash);
  });

  test("give a run the same result in a sweep that has grown", () => {
    const [before, after] = [
      [0, 4],
      [0, 1, 4],
    ].map((list) => {
      const made = sweep({ axes: { "team.eventsMonthly": list }, until: "2017-06-05" });
      const tasks = tasksOf(made).filter((t) => t.values["team.eventsMonthly"] !== 1);
      return tasks.map(({ seed, values, until }) => simulate(tiny, { seed, values, until }).finish().hash);
    });
    expect(before).toEqual(after);
    expect(new Set(before).size).toBe(4);
  });
});

describe("what does not fit together is said before anything is run", () => {
  const cases: [string, Partial<Plan>, string][] = [
    [
      "blocks and households",
      { axes: { "start.blocks": [4, 80] } },
      "axes: tiny with start.blocks=80: start.blocks must not exceed start.households (40); got 80",
    ],
    ["an end before the start", { until: "2001-01-01" }, "until: tiny: until must not lie before start.date"],
    [
      "too many points",
      {
        axes: Object.fromEntries(
          ["team.independence", "procedure.turns", "procedure.majority"].map((name) => [
            name,
            { from: 0, to: 1, steps: 200 },
          ]),
        ),
      },
      "axes must make at most 1000000 points; got 8000000",
    ],
    [
      "a swap that does not fit",
      { scenarios: ["old-district"], swaps: [{ blocks: ["start"], from: "broken" }] },
      "swaps[0]: start.blocks must not exceed",
    ],
  ];
  test.each(cases)("%s", (_, plan, message) => {
    const broken = {
      ...tiny,
      name: "broken",
      context: { ...tiny.context, start: { ...tiny.context.start, blocks: 100 } },
    };
    const swaps = plan.swaps ? { swaps: [{ ref: { shipped: "broken" }, scenario: broken }] } : {};
    expect(() => sweep(plan, swaps)).toThrow(message);
  });

  test("a scenario's own value that no model declares", () => {
    const scenario = { ...tiny, values: { "trust.speed": 1 } };
    expect(() => sweep({}, { scenarios: [{ ref: { shipped: "tiny" }, scenario }] })).toThrow(
      "scenario tiny.values.trust.speed",
    );
  });
});

describe("blocks of another scenario", () => {
  test("bring what that scenario sets of them, and leave what it sets of others", () => {
    const own = { ...newEstate, values: { "team.effort": 1, "procedure.turns": 1, "trust.own": 1 } };
    const other = { ...oldDistrict, values: { "team.independence": 0, "procedure.turns": 0 } };
    const swapped = withBlocks(own, other, ["team"]);
    expect(swapped.context.team).toBe(oldDistrict.context.team);
    expect(swapped.context.agenda).toBe(newEstate.context.agenda);
    expect(swapped.values).toEqual({ "procedure.turns": 1, "trust.own": 1, "team.independence": 0 });
  });
});
