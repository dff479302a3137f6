import { describe, expect, test } from "vitest";
import { newEstate } from "../../scenarios/index.ts";
import { InputError } from "../../src/kernel/check.ts";
import { f32, i32 } from "../../src/kernel/table.ts";
import { standardModel } from "../../src/model/community.ts";
import type { AnyMechanism, Binding } from "../../src/model/mechanism.ts";
import { checkRanges } from "../../src/model/ranges.ts";
import { Run } from "../../src/model/run.ts";
import { inChinese } from "../../src/observe/chinese.ts";
import { simulate } from "../../src/observe/simulation.ts";

const text = { en: "x", zh: "x" };
const gain = { default: 0.1, range: [0, 1] as const, unit: "share", source: "assumption", label: text, note: text };

/** A rule of one's own, with a parameter and columns. */
const gossip = (more: Partial<AnyMechanism>): AnyMechanism => ({
  name: "gossip",
  submodel: "7.3.9",
  title: text,
  summary: text,
  source: "assumption",
  order: "simultaneous",
  parameters: { gain },
  columns: { residents: { mood: f32("mood", [-1, 1]) }, ties: { keptBefore: f32("favors", [0, 1e6]) } },
  writes: ["residents.mood", "ties.keptBefore"],
  bind: () => () => {},
  ...more,
});
const modelWith = (more: Partial<AnyMechanism>) => standardModel.insertAfter("trust", gossip(more));
/** The step of a rule. */
const doing = (step: (binding: Binding, tick: number) => void): Partial<AnyMechanism> => ({
  bind: (binding) => (tick) => step(binding, tick),
});
function put(column: Float32Array | Int32Array | Uint8Array, at: number, value: number): void {
  column[at] = value;
}
const anyOf = (object: object) => object as Record<string, never>;

function errorOf(act: () => void): Error {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("nothing was thrown");
}
const step = (more: Partial<AnyMechanism>) => errorOf(() => new Run(newEstate, { model: modelWith(more) }).step());

describe("a name mistyped in a rule ends the run in a line that names rule, week, name and the nearest", () => {
  test.each<[string, (binding: Binding) => unknown, string]>([
    ["a parameter", ({ values }) => anyOf(values).gian, 'unknown parameter "gian"; did you mean "gain"?'],
    [
      "a column of ties",
      ({ world }) => anyOf(world.ties.offset).keptBefor,
      'unknown column of ties "keptBefor"; did you mean "keptBefore"?',
    ],
    [
      "a column of pairs",
      ({ world }) => anyOf(world.ties.common).owned,
      'unknown column of pairs "owned"; did you mean "owed"?',
    ],
    [
      "a column of a table",
      ({ world }) => anyOf(world.residents.at).eficacy,
      'unknown column of residents "eficacy"; did you mean "efficacy"?',
    ],
    [
      "a column by name",
      ({ world }) => world.column("residents", "moood"),
      'unknown column of residents "moood"; did you mean "mood"?',
    ],
    [
      "a table by name",
      ({ world }) => world.column("resident", "mood"),
      'unknown table "resident"; did you mean "residents"?',
    ],
    ["an event", ({ log }) => log("heard"), 'unknown event "heard"; known: none'],
  ])("%s", (_title, read, message) => {
    for (const more of [doing(read), { bind: (binding: Binding) => void read(binding) as never }]) {
      const error = step(more);
      expect(error).toBeInstanceOf(InputError);
      expect(error.message).toContain(`mechanism "gossip", week of 2015-01-05: ${message}`);
      expect(inChinese(error.message)).toMatch(/^机制“gossip”，2015-01-05 当周：未知.*(是否指|尚无可用者)/);
    }
  });

  test("one of a column in a table that has grown", () => {
    const { message } = step({
      creates: ["issues"],
      ...doing(({ world: { issues } }) => {
        while (!issues.reserve(1)) issues.add();
        void anyOf(issues.at).salence;
      }),
    });
    expect(message).toContain('unknown column of issues "salence"; did you mean "salience"?');
  });
});

test.each([
  [{ writes: ["residents.moood"] }, 'unknown column of residents "moood"; did you mean "mood"?'],
  [{ writes: ["resident.mood"] }, 'unknown table "resident"; did you mean "residents"?'],
  [{ writes: ["mood"] }, 'unknown table "mood"; '],
  [{ creates: ["issue"] }, 'unknown table "issue"; did you mean "issues"?'],
  [{ columns: { resident: { mood: f32("mood") } }, writes: [] }, 'unknown table "resident"; did you mean "residents"?'],
])("a rule that declares what is not there is refused before the first week: %j", (more, message) => {
  const error = errorOf(() => new Run(newEstate, { model: modelWith(more) }));
  expect(error).toBeInstanceOf(InputError);
  expect(error.message).toContain(`mechanism "gossip" declares: ${message}`);
  expect(inChinese(error.message)).toMatch(/^机制“gossip”的声明：未知/);
});

test("an error within a rule is told with rule and week, and keeps what it was as its cause", () => {
  const cause = new TypeError("Cannot read properties of undefined (reading '36')");
  const run = new Run(newEstate, {
    model: modelWith(
      doing((_, tick) => {
        if (tick === 3) throw cause;
      }),
    ),
  });
  const error = errorOf(() => {
    for (;;) run.step();
  });
  expect(error.message).toBe(`mechanism "gossip", week of 2015-01-26: ${cause.message}`);
  expect(error.cause).toBe(cause);
  expect(error).not.toBeInstanceOf(InputError);
});

describe("a run of rules of one's own fails where a column leaves its range", () => {
  const ending = (more: Partial<AnyMechanism>) =>
    errorOf(() => simulate(newEstate, { model: modelWith(more), until: "2015-12-28" }).finish());
  const setting = (set: (binding: Binding) => void) =>
    doing((binding, tick) => (tick === 20 ? set(binding) : undefined));

  test.each<[string, (binding: Binding) => void, string, string]>([
    [
      "above it, in a column of its own",
      ({ world }) => put(world.column("residents", "mood"), 36, 7.5),
      "residents.mood must lie in [-1, 1]; row 36 holds 7.5 on 2015-07-06; written by gossip",
      "residents.mood 应在 [-1, 1] 之内；2015-07-06 第 36 行为 7.5；由 gossip 写入",
    ],
    [
      "no number at all",
      ({ world }) => put(world.column("residents", "mood"), 36, Number.NaN),
      "residents.mood must lie in [-1, 1]; row 36 holds NaN on 2015-07-06; written by gossip",
      "residents.mood 应在 [-1, 1] 之内；2015-07-06 第 36 行为 NaN；由 gossip 写入",
    ],
    [
      "in whole numbers, undeclared",
      ({ world }) => put(world.communities.at.present, 0, -4),
      "communities.present must lie in [0, Infinity]; row 0 holds -4 on 2015-07-06; written by residency",
      "communities.present 应在 [0, Infinity] 之内；2015-07-06 第 0 行为 -4；由 residency 写入",
    ],
  ])("%s", (_title, set, message, chinese) => {
    const undeclared = doing((binding, tick) => (tick < 20 ? undefined : set(binding))); // others write it anew
    const more = message.includes("gossip") ? setting(set) : undeclared;
    expect(ending(more).message).toBe(message);
    expect(inChinese(message)).toBe(chinese);
  });

  test("in a column of ties and of pairs, naming the residents", () => {
    const own = ending(
      doing(({ world: { ties } }, tick) => {
        if (tick === 20) put(ties.data, 9 * ties.stride + ties.offset.keptBefore!, -3);
      }),
    );
    expect(own.message).toMatch(
      /^ties\.keptBefore must lie in \[0, 1000000\]; row 9 \(residents \d+ and \d+\) holds -3 on 2015-07-06; written by gossip$/,
    );
    expect(inChinese(own.message)).toMatch(/第 9 行（居民 \d+ 与 \d+）为 -3；由 gossip 写入$/);
    const shared = ending({
      writes: ["pairs.strength"],
      ...doing(({ world: { ties } }) => put(ties.data, 8 * ties.stride + ties.common.strength!, -3)),
    });
    expect(shared.message).toMatch(/^pairs\.strength must lie in \[0, 1\]; row 4 \(residents \d+ and \d+\) holds /);
    expect(shared.message).toMatch(/; written by gossip$/);
  });

  test("before measures are read, so that none is made of it", () => {
    const model = modelWith(setting(({ world }) => put(world.column("residents", "mood"), 36, 7.5)));
    const simulation = simulate(newEstate, { model }).stepTo(21);
    expect(() => simulation.measures).toThrow("row 36 holds 7.5 on 2015-06-01");
  });

  test("not where the row has ended, nor where the column may hold anything", () => {
    const columns = { issues: { weight: f32("weight") }, residents: { mark: i32("any number") } };
    const more = {
      columns,
      writes: ["issues.weight", "residents.mark"],
      creates: ["issues"],
      removes: ["issues"],
      ...doing(({ world }, tick) => {
        if (tick !== 20) return;
        world.column("residents", "mark")[3] = -(2 ** 31);
        const row = world.issues.add();
        world.column("issues", "weight")[row] = 9;
        world.issues.remove(row);
      }),
    };
    expect(() => simulate(newEstate, { model: modelWith(more), until: "2015-07-06" }).finish()).not.toThrow();
  });
});

test("the standard rules keep every range at the ends of all their parameters", () => {
  const ends = Object.entries(standardModel.parameters).map(([name, { range }]) => ({ name, range }));
  for (const end of [0, 1]) {
    const values = Object.fromEntries(ends.map(({ name, range }) => [name, range[end]!]));
    const run = new Run(newEstate, { seed: 1, values });
    while (run.tick < 200) {
      run.step();
      if (run.tick % 20 === 0) checkRanges(run);
    }
  }
}, 60_000);
