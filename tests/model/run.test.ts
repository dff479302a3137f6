import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { newEstate, oldDistrict, village } from "../../scenarios/index.ts";
import { InputError } from "../../src/kernel/check.ts";
import { uniform } from "../../src/kernel/random.ts";
import { f32 } from "../../src/kernel/table.ts";
import { standardModel } from "../../src/model/community.ts";
import { BLOCK_NAMES } from "../../src/model/context.ts";
import { defineMechanism } from "../../src/model/mechanism.ts";
import { stepTrust } from "../../src/model/mechanisms/stepTrust.ts";
import { Run } from "../../src/model/run.ts";
import { type DatedChange, resume, type SimulationOptions, simulate } from "../../src/observe/simulation.ts";

const both = [newEstate, oldDistrict];
const CHANGE = "2017-07-03";
const END = "2018-06-25";

function hashAt(date: string, options: Parameters<typeof simulate>[1] = {}, scenario = newEstate): string {
  return simulate(scenario, { seed: 7, ...options })
    .stepTo(date)
    .run.hash();
}

/** Draws every week, with a column of its own, and changes nothing that others read. */
const inert = defineMechanism({
  name: "inert",
  submodel: "9.9",
  title: { en: "Inert", zh: "无作用" },
  summary: { en: "Draws and does nothing.", zh: "仅抽样，无作用。" },
  source: "assumption",
  order: "simultaneous",
  parameters: {},
  columns: { residents: { mood: f32("mood") }, ties: { warmth: f32("warmth") } },
  writes: ["residents.mood", "ties.warmth"],
  bind({ world, key }) {
    const mood = world.column("residents", "mood");
    const draw = key("mood");
    return (tick) => {
      for (let i = 0; i < world.residents.rows; i++) mood[i] = uniform(draw, tick, i);
      const { data, stride, offset, pairs } = world.ties;
      for (let d = 0; d < 2 * pairs; d++) data[d * stride + offset.warmth!] = mood[0]!;
    };
  },
});

describe("a seed", () => {
  test.each(both)("gives the same columns twice in $name, and another seed others", (scenario) => {
    const hash = hashAt(CHANGE, {}, scenario);
    expect(hashAt(CHANGE, { seed: "7" }, scenario)).toBe(hash);
    expect(hashAt(CHANGE, { seed: 8 }, scenario)).not.toBe(hash);
  });

  test("may be 0 or any text", () => {
    const hashes = [0, "0", 1, "a village"].map((seed) => hashAt("2015-03-02", { seed }));
    expect(hashes[0]).toBe(hashes[1]);
    expect(new Set(hashes).size).toBe(3);
  });
});

describe("nothing that only looks on changes a run", () => {
  test.each(both)("binding every mechanism anew each week, in $name", (scenario) => {
    expect(hashAt(END, { rebind: true }, scenario)).toBe(hashAt(END, {}, scenario));
  });

  test.each([standardModel.insertBefore("encounters", inert), standardModel.insertAfter("participation", inert)])(
    "a mechanism that draws and does nothing, wherever it stands",
    (model) => {
      expect(hashAt(CHANGE, { model })).toBe(hashAt(CHANGE));
    },
  );

  test("an observer that reads every measure every week", () => {
    const observed = simulate(newEstate, { seed: 7, every: 1 });
    while (observed.date < "2017-05-01") {
      observed.step();
      if (observed.run.tick % 13 === 0) observed.measures;
    }
    expect(observed.run.hash()).toBe(hashAt("2017-05-01"));
  });

  test("logging all instead of passages", () => {
    expect(hashAt(CHANGE, { log: "all" })).toBe(hashAt(CHANGE));
  });
});

describe("a fork", () => {
  test("has the same past, and the same future unless something is changed", () => {
    const one = simulate(newEstate, { seed: 7 }).stepTo(CHANGE);
    const same = one.fork();
    const other = one.fork().change({ "team.eventsMonthly": 8 });
    expect([same.run.hash(), other.run.hash(), same.date]).toEqual([one.run.hash(), one.run.hash(), CHANGE]);
    for (const simulation of [one, same, other]) simulation.stepTo(END);
    expect(same.run.hash()).toBe(one.run.hash());
    expect(other.run.hash()).not.toBe(one.run.hash());
    expect(one.run.hash()).toBe(hashAt(END));
  });

  test("keeps its series, readings and log to itself", () => {
    const one = simulate(newEstate, { seed: 7, until: END }).stepTo(CHANGE);
    const [series, events] = [one.series.tick.length, one.run.log.length];
    one.fork().finish();
    expect([one.series.tick.length, one.run.log.length]).toEqual([series, events]);
  });
});

describe("a change", () => {
  test("leaves the past of a paired run as it was, to the bit", () => {
    const plain = simulate(oldDistrict, { seed: 7 });
    const changed = simulate(oldDistrict, { seed: 7 });
    for (const date of ["2015-06-01", "2016-06-06", CHANGE]) {
      expect(changed.stepTo(date).run.hash()).toBe(plain.stepTo(date).run.hash());
    }
    changed.change({ "team.exchange": 0 });
    expect(changed.run.hash()).toBe(plain.run.hash());
    expect(changed.stepTo(END).run.hash()).not.toBe(plain.stepTo(END).run.hash());
  });

  test("to the value that stands already is none", () => {
    const { independence } = newEstate.context.team;
    const changed = simulate(newEstate, { seed: 7 }).stepTo(CHANGE).change({ "team.independence": independence });
    expect(changed.stepTo(END).run.hash()).toBe(hashAt(END));
  });

  test("of where the run began is refused, and leaves the run as it was", () => {
    const simulation = simulate(newEstate, { seed: 7 }).stepTo("2016-01-04");
    expect(() => simulation.change({ "start.households": 300 })).toThrow(
      "start.households is settled when a run begins; start a new run instead",
    );
    expect(() => simulation.change({ "team.independence": 2, "trust.prior": 4 })).toThrow(InputError);
    expect(simulation.run.changes).toEqual([]);
    expect(simulation.stepTo(CHANGE).run.hash()).toBe(hashAt(CHANGE));
  });

  test("of an unknown name is answered with the nearest", () => {
    expect(() => simulate(newEstate, { values: { "team.independance": 1 } })).toThrow(
      'did you mean "team.independence"?',
    );
  });
});

describe("changes that are told at the start", () => {
  const changes = [
    { date: "2016-06-01", values: { "team.effort": 60 } },
    { date: CHANGE, values: { "support.oversight": 0.2, "trust.breachWeight": 3 } },
  ];
  const told = (more: Partial<SimulationOptions> = {}) =>
    simulate(newEstate, { seed: 7, until: END, changes, ...more });
  /** The same by hand, each in the week that holds its date. */
  const byHand = () => {
    const simulation = simulate(newEstate, { seed: 7, until: END });
    for (const { date, values } of changes) simulation.stepTo(date).change(values);
    return simulation;
  };

  test("are those made by hand at their dates, to the bit, whatever their order", () => {
    const [one, other] = [told(), told({ changes: changes.toReversed() })];
    const end = byHand().finish();
    expect(one.finish()).toEqual(end);
    expect(other.finish().hash).toBe(end.hash);
    expect(end.hash).not.toBe(hashAt(END));
    expect(one.run.changes.map(({ tick }) => one.run.clock.date(tick))).toEqual(["2016-05-30", CHANGE]);
  });

  test("come in forks and after a snapshot as well, and once", () => {
    const simulation = told().stepTo("2017-01-02");
    const [fork, again] = [simulation.fork(), resume(simulation.snapshot())];
    const end = byHand().finish().hash;
    for (const one of [simulation, fork, again]) {
      expect(one.finish().hash).toBe(end);
      expect(one.run.changes).toHaveLength(2);
    }
  });

  test("come in the week that is about to begin, for one that is forked or held right there", () => {
    const simulation = told().stepTo(CHANGE);
    expect(simulation.run.changes).toHaveLength(1);
    const end = byHand().finish().hash;
    expect(simulation.fork().finish().hash).toBe(end);
    expect(resume(simulation.snapshot()).finish().hash).toBe(end);
  });

  const wrong: readonly (readonly [string, DatedChange, string])[] = [
    ["an unknown name", { date: CHANGE, values: { "team.efort": 3 } }, 'did you mean "team.effort"?'],
    ["a name of every object", { date: CHANGE, values: { constructor: 3 } }, 'unknown parameter or context field "con'],
    ["a value out of range", { date: CHANGE, values: { "team.independence": 2 } }, "must lie in [0, 1] (share); got 2"],
    ["where a run begins", { date: CHANGE, values: { "start.blocks": 3 } }, "start.blocks is settled when a run"],
    ["no date", { date: "soon", values: {} }, 'date of a change must be a date such as 2018-04-30; got "soon"'],
    ["a date before the start", { date: "2014-01-01", values: {} }, "must not come before the start (2015-01-05)"],
    ["a date after the end", { date: "2030-01-01", values: {} }, `must not come after the end (${END})`],
  ];
  test.each(wrong)("%s is refused at once", (_, change, message) => {
    expect(() => told({ changes: [...changes, change] })).toThrow(message);
  });
});

describe("a snapshot", () => {
  /** Steps past the change in a snapshot's own words: a run with a change, in whose middle it is held. */
  const held = () => {
    const simulation = simulate(newEstate, { seed: 7, until: END, values: { "team.independence": 0.5 } });
    simulation.stepTo("2017-05-01").change({ "support.oversight": 0.2, "trust.breachWeight": 3 });
    return simulation.stepTo(CHANGE);
  };

  test("goes on in the same process as the run does, with all that it tells", () => {
    const simulation = held();
    const again = resume(simulation.snapshot());
    expect(again.run.hash()).toBe(simulation.run.hash());
    expect(again.finish()).toEqual(simulation.finish());
    expect(again.run.log.columns()).toEqual(simulation.run.log.columns());
  });

  test("goes on in another process to the same hash", () => {
    const folder = mkdtempSync(join(tmpdir(), "linli-"));
    try {
      const file = join(folder, "held.txt");
      const simulation = held();
      writeFileSync(file, simulation.snapshot());
      const script = fileURLToPath(new URL("./go-on.ts", import.meta.url));
      const args = ["--import", "tsx", "--conditions=linli-source", script, file];
      const cwd = fileURLToPath(new URL("../..", import.meta.url));
      const printed = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", cwd }));
      expect(printed).toEqual([CHANGE, simulation.finish().hash]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("holds the start graph of a scenario that has one", () => {
    const simulation = simulate(village, { seed: 7, until: "2016-01-04" }).stepTo("2015-06-01");
    expect(resume(simulation.snapshot()).finish().hash).toBe(simulation.finish().hash);
  });

  test("that was damaged is refused, wherever the damage lies", () => {
    const text = held().snapshot();
    for (const at of [3, 40, Math.floor(text.length / 2), text.length - 2]) {
      const damaged = `${text.slice(0, at)}${text[at] === "0" ? "1" : "0"}${text.slice(at + 1)}`;
      expect(() => resume(damaged)).toThrow("snapshot is damaged");
    }
    for (const cut of ["", "hello", text.slice(0, -1), text.slice(1)])
      expect(() => resume(cut)).toThrow("snapshot is damaged");
  });

  test("of another model is refused until that model is passed", () => {
    const model = standardModel.replace("trust", stepTrust);
    const simulation = simulate(newEstate, { seed: 7, model, until: "2016-01-04" }).stepTo("2015-06-01");
    const text = simulation.snapshot();
    expect(() => resume(text)).toThrow("snapshot was made by another model; pass that model");
    expect(resume(text, { model }).finish().hash).toBe(simulation.finish().hash);
  });
});

describe("a start graph", () => {
  test("of the scenario sets the population and the ties", () => {
    const { world } = new Run(village, { seed: 7 });
    // The village's file holds 108 persons, and 867 pairs of them help one way or both ways.
    const pairs = new Set(
      village.network!.arcs.map(({ source: a, target: b }) => `${Math.min(a, b)}-${Math.max(a, b)}`),
    );
    expect([world.residents.rows, world.ties.count]).toEqual([108, pairs.size]);
  });

  test("of the run's own takes its place", () => {
    const nodes = ["a", "b", "c"].map((id) => ({ id, attributes: {} }));
    const network = { name: "three", nodes, arcs: [{ source: 0, target: 2, weight: 1 }], foci: [] };
    const { world } = new Run(village, { seed: 7, network });
    expect([world.residents.rows, world.ties.count]).toEqual([3, 1]);
  });
});

describe("the seven blocks", () => {
  const swaps = both.flatMap((to) => BLOCK_NAMES.map((block) => [block, to.name] as const));
  const plain = new Map(both.map((s) => [s.name, hashAt("2018-12-31", {}, s)]));

  test.each(swaps)("%s of the other neighborhood runs in %s, and makes a difference", (block, name) => {
    const [to, from] = name === newEstate.name ? [newEstate, oldDistrict] : [oldDistrict, newEstate];
    const context = { ...to.context, [block]: from.context[block] };
    const result = simulate({ ...to, context }, { seed: 7, until: "2018-12-31" }).finish();
    expect(result.hash).not.toBe(plain.get(name));
    const values = Object.values(result.measures);
    expect(values.every((v) => v === null || typeof v === "string" || Number.isFinite(v))).toBe(true);
  });
});

describe("room in tables", () => {
  const flood = {
    name: "flood",
    label: { en: "flood", zh: "水患" },
    responsible: "residents",
    perThousandMonthly: 200,
    surge: 100,
    scope: "community",
    share: 1,
    effort: 10,
    cost: 0,
    contention: 1,
    salience: 1,
    emergency: true,
    vote: false,
  } as const;

  test("as many issues as can arise, touching everybody, find room in a large community", () => {
    const values = { "agenda.kinds": [flood], "start.households": 2000, "procedure.shortWay": true };
    const { run } = simulate(newEstate, { seed: 7, values }).stepTo("2017-07-31");
    expect(run.world.issues.born).toBeGreaterThan(100);
  });

  test("organizations of the start bring their ties although nobody else has any", () => {
    const values = { "start.acquaintances": 0 };
    const { run } = simulate(oldDistrict, { seed: 7, values }).stepTo("2015-01-12");
    const members = oldDistrict.context.start.organizations.map((o) => o.members - 1);
    expect(run.world.ties.count).toBeGreaterThanOrEqual(members.reduce((sum, m) => sum + m, 0));
  });
});
