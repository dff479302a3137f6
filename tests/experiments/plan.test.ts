import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Plan } from "../../src/experiments/plan.ts";
import { checkPlan } from "../../src/experiments/planCheck.ts";
import { planSchema } from "../../src/experiments/planSchema.ts";
import { InputError } from "../../src/kernel/check.ts";
import { standardModel } from "../../src/model/community.ts";
import { MEASURE_NAMES } from "../../src/observe/measures.ts";

const base: Plan = {
  scenarios: ["new-estate"],
  axes: { "team.independence": [0, 0.5, 1] },
  replicates: 2,
  seed: 1,
};

const full: Plan = {
  name: "all of it",
  scenarios: ["new-estate", "./own.ts"],
  axes: {
    "team.independence": { from: 0, to: 1, steps: 5 },
    "procedure.everyWeeks": { from: 1, to: 4 },
    "support.ownersCommittee": {},
    "team.payer": ["developer", "government"],
    "support.ownersCommitteeFrom": { values: [null, "2017-07-03"] },
  },
  replicates: 20,
  seed: "root",
  design: "grid",
  values: { "procedure.rounds": 3 },
  swaps: [{ blocks: ["agenda", "team"], from: "old-district" }],
  measures: ["meanTrust", "councils"],
  until: "2018-12-31",
  series: 4,
  events: false,
  paired: false,
};

/** The message of the error that a plan gives. */
function wrong(plan: unknown): string {
  try {
    checkPlan(plan);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  throw new Error("the plan passed");
}

describe("a plan", () => {
  test("needs four keys, and all others have defaults", () => {
    expect(checkPlan(base)).toEqual({
      ...base,
      design: "grid",
      measures: MEASURE_NAMES,
      series: 0,
      events: true,
      paired: true,
    });
  });

  test("may say all that a plan can, and is returned as it is", () => {
    expect(checkPlan(full)).toEqual(full);
    expect(checkPlan(checkPlan(full))).toEqual(full);
  });

  test("is copied: what is done to the original later changes nothing", () => {
    const own = structuredClone(base) as unknown as { axes: Record<string, number[]> };
    const checked = checkPlan(own);
    own.axes["team.independence"]!.push(7);
    expect(checked.axes["team.independence"]).toEqual([0, 0.5, 1]);
  });
});

const cases: [string, unknown, string][] = [
  ["no object", 7, "the plan must be an object; got 7"],
  ["nothing", undefined, "the plan must be plain data, as JSON holds it; got undefined"],
  ["a key left out", { ...base, seed: undefined }, 'the plan lacks "seed"'],
  ["a key unknown", { ...base, replicate: 2 }, 'replicate: unknown key "replicate"; did you mean "replicates"?'],
  ["no scenario", { ...base, scenarios: [] }, "scenarios must be a list with at least one name; got none"],
  [
    "a scenario twice",
    { ...base, scenarios: ["a", "a"] },
    'scenarios[1] must differ from value 1 of the list; got "a" twice',
  ],
  [
    "an axis unknown",
    { ...base, axes: { "team.independance": [1] } },
    'axes.team.independance: unknown parameter or context field "team.independance"; did you mean "team.independence"?',
  ],
  [
    "an axis out of range",
    { ...base, axes: { "team.independence": [0, 0.5, 3] } },
    "axes.team.independence[2] must lie in [0, 1] (share",
  ],
  [
    "an end out of range",
    { ...base, axes: { "team.independence": { from: 0, to: 2, steps: 3 } } },
    "axes.team.independence.to must lie in [0, 1]",
  ],
  [
    "a range upside down",
    { ...base, axes: { "team.independence": { from: 1, to: 0, steps: 3 } } },
    "axes.team.independence.from must be below to (0); got 1",
  ],
  [
    "a range without steps",
    { ...base, axes: { "team.independence": { from: 0, to: 1 } } },
    'axes.team.independence lacks "steps"',
  ],
  [
    "a range of dates",
    { ...base, axes: { "support.ownersCommitteeFrom": { from: "2017-01-02" } } },
    "axes.support.ownersCommitteeFrom must be a list of values, for it holds no numbers; got a range",
  ],
  [
    "more steps than whole numbers",
    { ...base, axes: { "procedure.everyWeeks": { from: 1, to: 4, steps: 5 } } },
    "axes.procedure.everyWeeks.steps must be a whole number in [2, 4] (values of the axis); got 5",
  ],
  [
    "a fraction on a whole axis",
    { ...base, axes: { "procedure.everyWeeks": [1.5] } },
    "axes.procedure.everyWeeks[0] must be a whole number in [1, 52] (weeks); got 1.5",
  ],
  [
    "a value twice",
    { ...base, axes: { "team.independence": [0, 1, 0] } },
    "axes.team.independence[2] must differ from value 1 of the list; got 0 twice",
  ],
  [
    "a value deep in a list",
    { ...base, axes: { "timing.grants": [[{ week: 1, grants: 2, amount: -1, public: true }]] } },
    "axes.timing.grants[0][0].amount must lie in [0, 1000]",
  ],
  [
    "matched lists of two lengths",
    { ...base, design: "list", axes: { "team.independence": [0, 1], "procedure.turns": [0] } },
    "axes.procedure.turns must be a list of 2 values, as that of team.independence; got 1",
  ],
  [
    "matched lists with a row twice",
    { ...base, design: "list", axes: { "team.independence": [0, 0], "procedure.turns": [1, 1] } },
    "axes: row 2 must differ from value 1 of the list; got a list of 2 twice",
  ],
  [
    "steps where the design chooses",
    { ...base, design: { sobol: 8 }, axes: { "team.independence": { steps: 3 } } },
    "axes.team.independence.steps must be left out: this design chooses its values; got steps",
  ],
  ["a design unknown", { ...base, design: "gird" }, 'design: unknown design "gird"; did you mean "grid"?'],
  [
    "a design without its number",
    { ...base, design: "sobol" },
    'design must be an object such as {"sobol": 64}; got "sobol"',
  ],
  ["two designs", { ...base, design: { sobol: 8, morris: 8 } }, 'design.morris: unknown key "morris"'],
  ["a base that is no power of 2", { ...base, design: { saltelli: 100 } }, "design.saltelli must be a power of 2"],
  ["odd levels", { ...base, design: { morris: 4, levels: 5 } }, "design.levels must be even"],
  [
    "a design of no axis",
    { ...base, axes: {}, design: { sobol: 8 } },
    "axes: the number of axes of this design must be a whole number in [1, 337] (axes); got 0",
  ],
  [
    "no replicate",
    { ...base, replicates: 0 },
    "replicates must be a whole number in [1, 1000000] (runs a point); got 0",
  ],
  ["a seed of another kind", { ...base, seed: true }, "seed must be a text or a number; got true"],
  [
    "a value that is an axis",
    { ...base, values: { "team.independence": 1 } },
    "values.team.independence must be left out, for it is an axis; got both",
  ],
  [
    "a block unknown",
    { ...base, swaps: [{ blocks: ["agende"], from: "x" }] },
    'swaps[0].blocks[0]: unknown context block "agende"; did you mean "agenda"?',
  ],
  [
    "a measure unknown",
    { ...base, measures: ["meanTrsut"] },
    'measures[0]: unknown measure "meanTrsut"; did you mean "meanTrust"?',
  ],
  ["no date", { ...base, until: "2018-02-30" }, 'until must be a date such as 2018-04-30; got "2018-02-30"'],
  [
    "no number",
    { ...base, values: { "procedure.turns": Number.NaN } },
    "values.procedure.turns must be plain data, as JSON holds it; got NaN",
  ],
  [
    "a function",
    { ...base, values: { "procedure.turns": () => 1 } },
    "values.procedure.turns must be plain data, as JSON holds it; got function",
  ],
  [
    "a name that objects are born with",
    { ...base, axes: { constructor: [1] } },
    'axes.constructor: unknown parameter or context field "constructor"',
  ],
  ["a key of two lines", { ...base, "a\nb": 1 }, 'a\\nb: unknown key "a\\nb"'],
];

describe("a broken plan is answered with its place, what is expected and what came", () => {
  test.each(cases)("%s", (_, plan, message) => {
    expect(wrong(plan)).toContain(message);
    expect(wrong(plan)).not.toContain("\n");
  });

  test("one that holds itself", () => {
    const grants: unknown[] = [];
    grants.push(grants);
    expect(wrong({ ...base, values: { "timing.grants": grants } })).toContain(
      "values.timing.grants is nested too deeply",
    );
  });

  test("one that would change all objects changes none", () => {
    const text = JSON.stringify(base).replace('"axes":{', '"axes":{"__proto__":{"polluted":[1]},');
    expect(wrong(JSON.parse(text))).toContain('axes.__proto__: unknown parameter or context field "__proto__"');
    expect(wrong(JSON.parse('{"__proto__": {"scenarios": ["new-estate"]}}'))).toContain('unknown key "__proto__"');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

const junk = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true, withSet: true }),
  fc.constantFrom("__proto__", "constructor", "toString", "grid", "2017-07-03", Number.NaN, -0, 1e308, []),
);

const anyName = fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "steps", "0", "team.independence"));

/** A plan of which some values, at places of their own or in the place of others, are anything. */
const spoiled = fc
  .array(fc.tuple(fc.nat(), fc.nat(), junk, anyName, fc.constantFrom("set", "add", "drop")), {
    minLength: 1,
    maxLength: 4,
  })
  .map((changes) => {
    const plan = structuredClone(full) as unknown as Record<string, unknown>;
    for (const [first, second, value, added, how] of changes) {
      const keys = Object.keys(plan);
      const key = keys[first % keys.length]!;
      const inner = plan[key];
      const deep = typeof inner === "object" && inner !== null && Object.isExtensible(inner) && second % 3 > 0;
      const holder = (deep ? inner : plan) as Record<string, unknown>;
      const names = Object.keys(holder);
      const name = how === "add" ? added : deep ? (names[second % names.length] ?? "0") : key;
      if (how === "drop") delete holder[name];
      else Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
    }
    return plan;
  });

describe("whatever a plan holds", () => {
  test("it passes, or gives an InputError of one line", () => {
    let failed = 0;
    fc.assert(
      fc.property(fc.oneof(spoiled, junk), (plan) => {
        try {
          const checked = checkPlan(plan);
          expect(JSON.parse(JSON.stringify(checked))).toEqual(JSON.parse(JSON.stringify(checkPlan(checked))));
        } catch (error) {
          failed++;
          expect(error).toBeInstanceOf(InputError);
          expect((error as Error).message).toMatch(/^[^\n\r]{5,2000}$/);
        }
      }),
      { numRuns: 3000, seed: 4 },
    );
    expect(failed).toBeGreaterThan(1000);
  });
});

describe("the schema", () => {
  const validate = new Ajv({ allErrors: false, strict: false }).compile(planSchema());

  test("takes what the check takes", () => {
    for (const plan of [
      base,
      full,
      { ...base, design: { saltelli: 64, secondOrder: true } },
      { ...base, $schema: "x" },
    ]) {
      expect(validate(plan), JSON.stringify(validate.errors)).toBe(true);
      checkPlan(plan);
    }
  });

  test("refuses most of what the check refuses", () => {
    const beyond =
      /must differ|twice|list of 2 values|power of 2|even|number of axes|which|left out|below to|lacks "steps"|steps must|deep|amount|2018-02-30|function/;
    const missed = cases.filter(([, plan, message]) => !beyond.test(message) && validate(plan)).map(([name]) => name);
    expect(missed).toEqual([]);
  });

  test("names every parameter with its range, and those of a model of one's own pass", () => {
    const { definitions } = planSchema() as { definitions: Record<string, object> };
    for (const [name, { range, default: standard }] of Object.entries(standardModel.parameters)) {
      const [minimum, maximum] = range;
      expect(definitions[name]).toMatchObject({ minimum, maximum });
      expect(validate({ ...base, values: { [name]: standard } })).toBe(true);
      expect(validate({ ...base, values: { [name]: maximum + 1 } })).toBe(false);
    }
    const own = { ...base, axes: { "rumors.speed": [1] } };
    expect(validate(own)).toBe(false);
    expect(validate({ ...own, model: "./rumors.ts" })).toBe(true);
  });
});
