import { describe, expect, test } from "vitest";
import * as scenarios from "../scenarios/index.ts";
import { parseDate } from "../src/kernel/clock.ts";
import { FIELDS_BY_NAME } from "../src/model/context.ts";
import { checkContext } from "../src/model/contextCheck.ts";
import { checkScenario, type Scenario } from "../src/model/scenario.ts";
import { MEASURE_NAMES } from "../src/observe/measures.ts";

const { blank, newEstate, oldDistrict, village } = scenarios;
const all: Scenario[] = Object.values(scenarios);
const studied = [newEstate, oldDistrict];
const fields = Object.keys(FIELDS_BY_NAME);

function fieldOf(scenario: Scenario, dotted: string): unknown {
  const [block, key] = dotted.split(".");
  return (scenario.context as unknown as Record<string, Record<string, unknown>>)[block!]![key!];
}

/** Every text in two languages below a value, with the way to it. */
function texts(value: unknown, way: string): [way: string, en: unknown, zh: unknown][] {
  if (typeof value !== "object" || value === null) return [];
  const record = value as Record<string, unknown>;
  if ("en" in record || "zh" in record) return [[way, record.en, record.zh]];
  return Object.entries(record).flatMap(([key, inner]) => (key === "network" ? [] : texts(inner, `${way}.${key}`)));
}

test("four scenarios are shipped, under names that the command line takes", () => {
  expect(all.map((s) => s.name).sort()).toEqual(["blank", "new-estate", "old-district", "village"]);
});

describe.each(all)("$name", (scenario) => {
  test("is plain data: it survives JSON and passes the check of a file", () => {
    const read = JSON.parse(JSON.stringify(scenario));
    expect(checkScenario(read)).toEqual(scenario);
    expect(checkContext(read.context)).toEqual(scenario.context);
  });

  test("says where every context field comes from", () => {
    expect(Object.keys(scenario.sources).sort()).toEqual([...fields].sort());
    for (const [field, source] of Object.entries(scenario.sources)) expect(`${field}: ${source}`).toMatch(/\w: \S.{3}/);
  });

  test("has every text in both languages, the Chinese in Chinese characters", () => {
    const found = texts(scenario, scenario.name);
    expect(found.length).toBeGreaterThan(4);
    for (const [way, en, zh] of found) {
      expect(`${way}: ${en}`).toMatch(/: .*\w/);
      expect(`${way}: ${zh}`).toMatch(/: .*[\u4e00-\u9fff\d]/);
    }
  });

  test("has its reading date, facts and anchors inside the run", () => {
    const [start, until] = [parseDate(scenario.context.start.date), parseDate(scenario.until)];
    const dates = [scenario.reading, scenario.context.start.teamArrives, ...scenario.facts.map((f) => f.date)];
    for (const date of dates) {
      expect(parseDate(date)).toBeGreaterThanOrEqual(start);
      expect(parseDate(date)).toBeLessThanOrEqual(until);
    }
    const facts = scenario.facts.map((f) => f.date);
    expect(facts).toEqual([...facts].sort());
  });

  test("states patterns of existing measures, as bands that something can lie in", () => {
    expect(new Set(scenario.patterns.map((p) => p.name)).size).toBe(scenario.patterns.length);
    for (const { name, measure, at, low, high } of scenario.patterns) {
      expect(MEASURE_NAMES, name).toContain(measure);
      if (at !== "reading" && at !== "final") expect(parseDate(at) <= parseDate(scenario.until), name).toBe(true);
      expect(low !== null || high !== null, name).toBe(true);
      if (low === null || high === null) continue;
      expect(typeof low, name).toBe(typeof high);
      expect(typeof low === "string" ? parseDate(low) <= parseDate(high) : low <= Number(high), name).toBe(true);
      expect(typeof low === "string", name).toBe(measure.endsWith("Date"));
    }
  });
});

describe("the two neighborhoods of the study", () => {
  const different = fields.filter(
    (f) => JSON.stringify(fieldOf(newEstate, f)) !== JSON.stringify(fieldOf(oldDistrict, f)),
  );

  test.each(different)(
    "%s differs between them, so each cites the paper, states a prior, or says why it does not apply",
    (field) => {
      for (const scenario of studied)
        expect(`${scenario.name}: ${scenario.sources[field]}`).toMatch(/paper|prior|not applicable/);
    },
  );

  test("what is said to be equal in both is equal", () => {
    const said = fields.filter((f) => studied.some((s) => /equal in both/.test(s.sources[f]!)));
    expect(said.filter((f) => different.includes(f))).toEqual([]);
  });

  test("they set no rule and no parameter of their own: only the context differs", () => {
    for (const scenario of studied) expect(scenario.values).toBeUndefined();
  });

  test("they run over the same years and are read on the same day", () => {
    const span = (s: Scenario) => [s.context.start.date, s.until, s.reading];
    expect(span(oldDistrict)).toEqual(span(newEstate));
  });

  test("each has a dozen patterns or so to be held against, with what the paper reports", () => {
    expect(newEstate.patterns.length).toBeGreaterThanOrEqual(10);
    expect(oldDistrict.patterns.length).toBeGreaterThanOrEqual(6);
  });
});

describe("the blank template", () => {
  test("claims nothing: every value is an assumption, nothing is at hand, convened or expected", () => {
    expect(new Set(Object.values(blank.sources))).toEqual(new Set(["assumption"]));
    const { start, founding } = blank.context;
    expect([start.organizations, founding.groups, founding.council, blank.patterns, blank.facts]).toEqual([
      [],
      [],
      false,
      [],
      [],
    ]);
    expect(start.communities * start.households).toBe(200);
  });
});

describe("the village", () => {
  test("starts from the shipped network and has no team at work", () => {
    expect(village.network?.nodes.length).toBe(108); // adults of Arang Dak, as its README says
    const { team, founding } = village.context;
    expect([team.effort, team.eventsMonthly, founding.council]).toEqual([0, 0, false]);
  });
});

describe("a scenario from a file", () => {
  const bad: [string, object, string][] = [
    ["no name", { name: "" }, 'scenario: name must be a text; got ""'],
    ["a bad date", { until: "2018-02-30" }, 'scenario: until must be a date such as 2018-04-30; got "2018-02-30"'],
    ["an end before its start", { until: "2014-01-01" }, "scenario: until must not lie before start.date (2015-01-05)"],
    ["a title in one language", { title: { en: "A" } }, 'scenario: title must hold texts "en" and "zh"; got an object'],
    [
      "a source of no field",
      { sources: { "start.dat": "x" } },
      'scenario: sources names no context field: "start.dat"',
    ],
    [
      "a network without arcs",
      { network: { nodes: [] } },
      'scenario: network must hold lists "nodes", "arcs" and "foci"',
    ],
    [
      "an arc to nobody",
      {
        network: {
          name: "n",
          nodes: [{ id: "a", attributes: {} }],
          arcs: [{ source: 0, target: 5, weight: 1 }],
          foci: [],
        },
      },
      "scenario: network.arcs[0].target must be a whole number in [0, 0] (index of a node); got 5",
    ],
    [
      "a missing block",
      { context: { ...blank.context, team: undefined } },
      "context.team must be an object; got undefined",
    ],
    [
      "a value out of range",
      { context: { ...blank.context, team: { ...blank.context.team, independence: 2 } } },
      "team.independence must lie in [0, 1] (share); got 2",
    ],
    [
      "an unknown role",
      { context: { ...blank.context, team: { ...blank.context.team, payer: "develper" } } },
      'did you mean "developer"?',
    ],
  ];
  test.each(bad)("with %s is refused in one line", (_, change, message) => {
    expect(() => checkScenario({ ...blank, ...change })).toThrow(message);
  });
});
