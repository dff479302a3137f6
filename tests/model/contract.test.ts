import { describe, expect, test } from "vitest";
import { newEstate, oldDistrict } from "../../scenarios/index.ts";
import { uniform } from "../../src/kernel/random.ts";
import { f32 } from "../../src/kernel/table.ts";
import { standardModel } from "../../src/model/community.ts";
import { type AnyMechanism, defineMechanism } from "../../src/model/mechanism.ts";
import { stepTrust } from "../../src/model/mechanisms/stepTrust.ts";
import { Run } from "../../src/model/run.ts";
import type { World } from "../../src/model/world.ts";
import { checkMechanism, checkModel, checkWeeks } from "../../src/testing.ts";

/** The weeks in which each neighborhood is busiest: handover and councils; public round, joint acts, federations. */
const BUSY = [
  { scenario: newEstate, from: "2017-05-01", weeks: 60, seed: 3 },
  { scenario: oldDistrict, from: "2017-08-07", weeks: 46, seed: 1 },
] as const;

describe("the contract of a mechanism", () => {
  test("every mechanism of the standard model declares what it must, and every column is somebody's", () => {
    expect(checkModel(standardModel)).toEqual([]);
    expect(checkModel(standardModel.replace("trust", stepTrust))).toEqual([]);
  });

  test("every mechanism keeps it in the busiest year of the new estate", () => {
    expect(checkWeeks(standardModel, BUSY[0])).toEqual([]);
  });

  test("every mechanism keeps it in the busiest months of the old district", () => {
    expect(checkWeeks(standardModel, BUSY[1])).toEqual([]);
  });

  test("those weeks try the contract: demands, decisions, ends, a council, joint acts and a federation fall into them", () => {
    const seen = new Set<string>();
    for (const { scenario, seed, weeks, ...busy } of BUSY) {
      const run = new Run(scenario, { seed });
      const from = run.clock.tick(busy.from);
      while (run.tick < from + weeks) run.step();
      const { tick, kind } = run.log.columns();
      for (let e = 0; e < tick.length; e++) if (tick[e]! >= from) seen.add(run.kinds[kind[e]!]!.name);
    }
    const must = [
      "founded",
      "dissolved",
      "arisen",
      "brought",
      "decided",
      "shelved",
      "resolved",
      "forgotten",
      "convened",
    ];
    expect([...seen]).toEqual(expect.arrayContaining([...must, "met", "jointBegun", "jointDone", "federated"]));
  });

  test.each(BUSY)("trust by steps keeps it in $scenario.name", (weeks) => {
    const model = standardModel.replace("trust", stepTrust);
    expect(checkMechanism(stepTrust, { ...weeks, model, weeks: 20 })).toEqual([]);
  });
});

describe("the check of the contract", () => {
  const text = { en: "x", zh: "x" };
  const plain: AnyMechanism = {
    name: "plain",
    submodel: "0",
    title: text,
    summary: text,
    source: "assumption",
    order: "simultaneous",
    parameters: {},
    writes: ["residents.efficacy"],
    bind: () => () => {},
  };
  const check = (m: Partial<AnyMechanism>) => checkMechanism({ ...plain, ...m }, { scenario: newEstate, weeks: 4 });

  /** A mechanism that does this every week. */
  const doing = (step: (world: World, tick: number) => void): Partial<AnyMechanism> => ({
    bind:
      ({ world }) =>
      (tick) =>
        step(world, tick),
  });

  test("says of a mechanism that does nothing that nothing of it was seen", () => {
    const where =
      "nothing in 4 weeks from 2015-01-05 on: check it where it acts, by from, weeks, values, seed or scenario";
    expect(check({})).toEqual([`plain changed ${where}`]);
    const bind: AnyMechanism["bind"] = () => () => {};
    const events = { seen: { subject: "residents", text: { en: "{subject}", zh: "{subject}" } } };
    expect(check({ writes: [], events, bind })).toEqual([`plain logged ${where}`]);
  });

  test("passes one that bears no rows and writes no column, but logs what it declares", () => {
    const events = { seen: { subject: "residents", text: { en: "{subject}", zh: "{subject}" } } };
    const bind: AnyMechanism["bind"] = ({ log }) => {
      const seen = log("seen");
      return (tick) => (tick === 2 ? seen(7) : undefined);
    };
    expect(check({ writes: [], events, bind })).toEqual([]);
  });

  test("takes the weeks from `from` on for all that it says of a mechanism's doing", () => {
    const early = doing(({ residents }, tick) => {
      if (tick < 8) residents.at.efficacy[0] = tick / 10;
    });
    const options = { scenario: newEstate, weeks: 4 };
    expect(checkMechanism({ ...plain, ...early }, options)).toEqual([]);
    const [found, ...others] = checkMechanism({ ...plain, ...early }, { ...options, from: "2015-03-09" });
    expect(found).toMatch(/^plain changed nothing in 4 weeks from 2015-03-09 on: /);
    expect(others).toEqual([]);
  });

  test("checks a rule that reads a column of another in the model that has both", () => {
    const gloomy = defineMechanism({
      ...plain,
      name: "gloomy",
      columns: { residents: { gloom: f32("gloom") } },
      ...doing(() => {}),
    });
    const heeds: AnyMechanism = {
      ...plain,
      bind({ world }) {
        const gloom = world.column("residents", "gloom");
        return () => {
          for (let i = 0; i < gloom.length; i++) world.residents.at.efficacy[i] = 0.5 * gloom[i]!;
        };
      },
    };
    const options = { scenario: newEstate, weeks: 4 };
    expect(() => checkMechanism(heeds, options)).toThrow(
      'mechanism "plain", week of 2015-01-05: unknown column of residents "gloom"',
    );
    const model = standardModel.insertAfter("efficacy", gloomy).insertAfter("gloomy", heeds);
    expect(checkMechanism(heeds, { ...options, model })).toEqual([]);
  });

  test("passes one that draws, with a column of its own", () => {
    const moody = defineMechanism({
      ...plain,
      name: "moody",
      columns: { residents: { mood: f32("mood") } },
      writes: ["residents.mood"],
      bind({ world, key }) {
        const mood = world.column("residents", "mood");
        const draw = key("mood");
        return (tick) => {
          for (let i = 0; i < mood.length; i++) mood[i] = uniform(draw, tick, i);
        };
      },
    });
    expect(checkMechanism(moody, { scenario: newEstate, weeks: 4 })).toEqual([]);
  });

  test("catches a column changed undeclared", () => {
    const found = check(
      doing(({ residents }) => {
        residents.at.reputation[7] = 0.25;
      }),
    );
    expect(found[0]).toMatch(/^plain writes residents\.reputation undeclared \(row 7, tick 0: [\d.]+ became 0\.25\)$/);
    expect(found.length).toBe(1);
  });

  test("catches a field of a tie changed undeclared", () => {
    const found = check(
      doing(({ ties }, tick) => {
        if (tick === 2) ties.data[ties.stride * 4 + ties.common.owed!] = 5;
      }),
    );
    expect(found[0]).toMatch(/^plain writes pairs\.owed undeclared \(row 2, tick 2: /);
  });

  test.each([1.5, -0.1, Number.NaN, Number.POSITIVE_INFINITY])(
    "catches the value %f in a column of [0, 1]",
    (value) => {
      const found = check(
        doing(({ residents }) => {
          residents.at.efficacy[3] = value;
        }),
      );
      expect(found[0]).toMatch(/^plain leaves residents\.efficacy at .* outside \[0, 1\] \(row 3, tick 0\)$/);
    },
  );

  const passing = doing(({ issues }, tick) => {
    if (tick === 1) issues.at.salience[issues.add()] = 0.9;
    if (tick === 2) issues.remove(0);
  });

  test("catches births and ends undeclared", () => {
    expect(check(passing)).toEqual([
      "plain bears rows of issues undeclared (row 0, tick 1)",
      "plain ends rows of issues undeclared (row 0, tick 2)",
    ]);
  });

  test("allows births and ends that are declared, and what they set in the new row", () => {
    expect(check({ ...passing, creates: ["issues"], removes: ["issues"] })).toEqual([]);
  });

  test("catches state kept outside of tables", () => {
    const bind: AnyMechanism["bind"] = ({ world }) => {
      let weeks = 0;
      return () => {
        world.residents.at.efficacy[0] = Math.min(1, weeks++ / 10);
      };
    };
    expect(check({ bind })).toEqual(["with plain, binding anew every week gives other columns"]);
  });

  test("catches draws that are not keyed", () => {
    const found = check(
      doing(({ residents }) => {
        residents.at.efficacy[0] = Math.random();
      }),
    );
    expect(found).toContain("with plain, the same seed gives other columns in a second run");
  });

  test("catches missing sources, texts and names", () => {
    const p = { default: 1, range: [0, 2] as const, unit: "", source: "", label: { en: "a", zh: "" }, note: text };
    const found = check({
      source: "",
      title: { en: "", zh: "x" },
      parameters: { p },
      writes: ["residents.mood", "residents.competence"],
      creates: ["clubs"],
      events: {
        seen: {
          subject: "club",
          text: { en: "{subject} of {whom}", zh: "{subject}" },
          reasons: { r: { en: "r", zh: "" } },
        },
      },
    });
    expect(found).toEqual([
      "plain: title lacks a text in en",
      "plain states no source",
      "plain.p states no source",
      "plain.p states no unit",
      "plain.p: label lacks a text in zh",
      "plain: event seen, reason r, lacks a text in zh",
      "plain: event seen holds the unknown placeholder {whom}",
      "plain: event seen holds other placeholders in en than in zh",
      "plain: event seen is about the unknown table club",
      "plain bears or ends rows of the unknown table clubs",
      "plain writes residents.mood, which does not exist",
      "plain writes residents.competence, which is fixed",
    ]);
  });

  test("catches columns that nobody writes, and columns brought twice", () => {
    const columns = { residents: { mood: f32("mood"), reputation: f32("again") } };
    const model = standardModel.remove("efficacy").insertAfter("trust", { ...plain, columns, writes: [] });
    expect(checkModel(model)).toEqual([
      "plain brings residents.reputation, which the world has already",
      "nobody writes residents.efficacy",
      "nobody writes residents.mood",
    ]);
  });
});
