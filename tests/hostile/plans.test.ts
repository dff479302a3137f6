import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { blank, newEstate } from "../../scenarios/index.ts";
import { readPlan } from "../../src/execution/planText.ts";
import type { Place } from "../../src/experiments/place.ts";
import type { Plan } from "../../src/experiments/plan.ts";
import { type Sweep, sweepOf } from "../../src/experiments/sweep.ts";
import { standardModel } from "../../src/model/community.ts";
import { injuredText, injuries } from "./damage.ts";
import { answered, hold } from "./hostile.ts";
import { changed, hostile, waysOf } from "./places.ts";

const plan: Plan = {
  name: "何人出资",
  scenarios: ["blank", "new-estate"],
  axes: {
    "team.independence": { from: 0, to: 1, steps: 3 },
    "procedure.everyWeeks": { values: [2, 4] },
    "support.ownersCommittee": [true, false],
  },
  design: "grid",
  replicates: 3,
  seed: 7,
  values: { "trust.breachWeight": 2 },
  swaps: [{ blocks: ["agenda"], from: "new-estate" }],
  measures: ["meanTrust", "councils"],
  until: "2018-04-30",
  series: 4,
  events: false,
  paired: true,
};
const others: readonly Plan[] = [
  { ...plan, axes: { "team.independence": {} }, design: { latinHypercube: 4, maximin: 2 } },
  { ...plan, axes: { "team.independence": {}, "team.effort": { from: 1, to: 9 } }, design: { morris: 2, levels: 4 } },
  { ...plan, axes: { "team.independence": {} }, design: { saltelli: 4, secondOrder: true } },
  { ...plan, axes: { "team.effort": [1, 2], "team.independence": [0, 1] }, design: "list" },
];

const FORMS = { YAML: (value: unknown) => stringify(value), JSON: (value: unknown) => JSON.stringify(value, null, 1) };
/** Whatever scenarios a plan names are there: what is asked is what the plan says. */
function sweep(value: unknown, place?: Place): Sweep {
  const loaded = (name: unknown, k: number) => {
    return { ref: { shipped: "blank" }, scenario: { ...(name === "new-estate" ? newEstate : blank), name: `${k}` } };
  };
  const { scenarios, swaps } = Object(value) as { scenarios?: unknown; swaps?: unknown };
  const of = (list: unknown) => (Array.isArray(list) ? list.map(loaded) : []);
  return sweepOf(value as Plan, { version: "0", scenarios: of(scenarios), swaps: of(swaps) }, place ? { place } : {});
}

function read(text: string): Sweep {
  const { value, place } = readPlan(text, "plan.yaml");
  return sweep(value, place);
}

/** What holds of any plan that was read. */
function checkSound(made: Sweep): void {
  expect(made.points.length).toBeGreaterThan(0);
  expect(Number.isSafeInteger(made.count)).toBe(true);
  const { values } = made.task(made.points.length - 1, made.plan.replicates - 1);
  expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
}

describe.each(Object.entries(FORMS))("a plan in %s", (form, write) => {
  test("whatever befalls the file, is a sweep or refused in a line with its place", () => {
    const texts = [plan, ...others].map(write);
    const cases = fc.tuple(fc.constantFrom(...texts), injuries);
    hold(
      `damaged plans in ${form}`,
      cases,
      ([text, how]) => read(injuredText(text, how)),
      (answer) =>
        "value" in answer ? checkSound(answer.value) : expect(answer.refused).toMatch(/^plan\.yaml: row \d/),
    );
  });
});

test("a plan with anything anywhere is a sweep or refused in a line", () => {
  const places = fc
    .constantFrom(plan, ...others)
    .chain((one) => fc.tuple(fc.constant(one), fc.constantFrom(...waysOf(one)), hostile));
  hold(
    "plans of any content",
    places,
    ([one, way, value]) => sweep(changed(one, way, value)),
    (answer) => {
      if ("value" in answer) checkSound(answer.value);
    },
  );
});

test("bombs are answered at once, and none ends the process", () => {
  const many = (n: number, line: (k: number) => string) => Array.from({ length: n }, (_, k) => line(k)).join("\n");
  const laughs = many(
    9,
    (k) =>
      `${"abcdefghi"[k]}: &${"abcdefghi"[k]} [${Array(9)
        .fill(k ? `*${"abcdefghi"[k - 1]}` : "x")
        .join(",")}]`,
  );
  const bombs = {
    "a billion laughs": laughs,
    "lists without an end": "[".repeat(1_000_000),
    "lists within lists": "[".repeat(3000) + "]".repeat(3000),
    "objects within objects": "{a: ".repeat(100_000),
    dashes: "- ".repeat(100_000),
    "question marks": "? ".repeat(100_000),
    "a staircase": many(2000, (k) => `${" ".repeat(k)}a:`),
    "an alias of itself": "a: &a [*a]",
    "aliases of many anchors": many(20_000, (k) => `a${k}: &x${k} 1\nb${k}: *x${k}`),
    keys: many(20_000, (k) => `k${k}: 1`),
    "a key twice": `${many(20_000, (k) => `k${k}: 1`)}\nk0: 1`,
    tags: "!!x ".repeat(50_000),
    "a gigantic line": `name: ${"x".repeat(100_000_000)}`,
    quotes: '"'.repeat(100_000),
    documents: "---\na: 1\n".repeat(20_000),
    comments: "#\n".repeat(100_000),
    binary: "scenarios: [!!binary aGVsbG8=]\naxes: {}\nreplicates: 1\nseed: 1",
    "a polluted prototype": '{"__proto__": {"replicates": 3}, "constructor": {"prototype": {"seed": 1}}}',
    "a seed beyond exact numbers": JSON.stringify(plan).replace('"seed":7', '"seed":9007199254740993'),
    "hypercubes without number": JSON.stringify({ ...others[0], design: { latinHypercube: 100_000, maximin: 10_000 } }),
    "values without number": JSON.stringify({
      ...plan,
      axes: Object.fromEntries(Object.keys(standardModel.parameters).map((name) => [name, {}])),
      ...{ values: {}, swaps: [], design: { morris: 5000 } },
    }),
  };
  const from = performance.now();
  let slowest: readonly [string, number] = ["", 0];
  for (const [name, text] of Object.entries(bombs)) {
    const begun = performance.now();
    const answer = answered(() => read(text));
    const ms = performance.now() - begun;
    if (ms > slowest[1]) slowest = [name, ms];
    expect({ name, ...answer }).toHaveProperty("refused");
  }
  const total = Math.round(performance.now() - from);
  console.log(
    `plan bombs: ${Object.keys(bombs).length} in ${total} ms, slowest ${slowest[0]}: ${Math.round(slowest[1])} ms`,
  );
  expect(slowest[1]).toBeLessThan(10_000);
  expect(({} as { replicates?: unknown }).replicates).toBeUndefined();
});
