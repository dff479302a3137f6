import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressOf, type Place, placeOf, START, VIEWS } from "../../../src/experiments/page/address.ts";
import type { ScenarioName, Setting } from "../../../src/experiments/page/setting.ts";
import { InputError } from "../../../src/kernel/check.ts";
import { standardModel } from "../../../src/model/community.ts";
import { BLOCK_NAMES, FIELDS_BY_NAME } from "../../../src/model/context.ts";
import { NEEDS, ROLES } from "../../../src/model/vocabulary.ts";
import { SCENARIOS } from "../../../src/web/engine/setting.ts";

const scenario = fc.constantFrom(...(Object.keys(SCENARIOS) as ScenarioName[]));
const twoDigits = (most: number) => fc.integer({ min: 1, max: most }).map((n) => String(n).padStart(2, "0"));
const date = fc
  .tuple(fc.integer({ min: 2015, max: 2020 }), twoDigits(12), twoDigits(28))
  .map((parts) => parts.join("-"));
const numberIn = ([min, max]: readonly [number, number], integer = false): fc.Arbitrary<number> =>
  (integer ? fc.integer({ min, max: Math.min(max, 2 ** 31) }) : fc.double({ min, max, noNaN: true })).map((n) => n + 0);

/** A value that a context field can hold. */
function fieldValue(name: string): fc.Arbitrary<unknown> {
  const { kind, range, nullable } = FIELDS_BY_NAME[name]!;
  const week = fc.integer({ min: 0, max: 300 });
  const need = fc.constantFrom(...NEEDS.map((n) => n.name));
  const some: Readonly<Record<typeof kind, fc.Arbitrary<unknown>>> = {
    number: kind === "number" ? numberIn(range) : fc.constant(0),
    integer: kind === "integer" ? numberIn(range, true) : fc.constant(0),
    flag: fc.boolean(),
    date,
    payer: fc.constantFrom(...ROLES.map((r) => r.name)),
    needs: fc.constant(Object.fromEntries(NEEDS.map((n, k) => [n.name, k]))),
    kinds: fc.constant(SCENARIOS["old-district"].context.agenda.kinds),
    organizations: fc.constant(SCENARIOS["old-district"].context.start.organizations),
    groups: fc.array(fc.record({ need, week, size: fc.integer({ min: 2, max: 200 }) }), { maxLength: 3 }),
    rounds: fc.array(
      fc.record({ week, grants: fc.integer({ min: 0, max: 9 }), amount: numberIn([0, 1000]), public: fc.boolean() }),
      { maxLength: 3 },
    ),
  };
  return nullable ? fc.option(some[kind], { nil: null }) : some[kind];
}

const parameters = Object.entries(standardModel.parameters).map(([name, p]) =>
  fc.tuple(fc.constant(name), numberIn(p.range as [number, number], p.integer)),
);
const fields = Object.keys(FIELDS_BY_NAME).map((name) => fc.tuple(fc.constant(name), fieldValue(name)));
const valuesOf = (entries: readonly fc.Arbitrary<[string, unknown]>[], least = 0) =>
  fc
    .uniqueArray(fc.oneof(...entries), { selector: ([name]) => name, minLength: least, maxLength: 4 })
    .map((pairs) => Object.fromEntries(pairs));
const later = [
  ...parameters,
  ...Object.keys(FIELDS_BY_NAME).flatMap((name, k) => (name.startsWith("start.") ? [] : [fields[k]!])),
];

const setting: fc.Arbitrary<Setting> = fc.record({
  scenario,
  blocks: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...BLOCK_NAMES), scenario), { selector: ([block]) => block, maxLength: 3 })
    .map((pairs) => Object.fromEntries(pairs)),
  values: valuesOf([...parameters, ...fields]),
  changes: fc
    .uniqueArray(fc.record({ date, values: valuesOf(later, 1) }), { selector: (change) => change.date, maxLength: 3 })
    .map((changes) => changes.sort((a, b) => (a.date < b.date ? -1 : 1))),
});

const place: fc.Arbitrary<Place> = fc.record({
  left: setting,
  right: setting,
  seed: fc.string({ unit: "grapheme", maxLength: 12 }),
  week: fc.integer({ min: 0, max: 10_000 }),
  lang: fc.constantFrom("en", "zh"),
  view: fc.constantFrom(...VIEWS),
  lesson: fc.constant(null),
  step: fc.constant(0),
  item: fc.option(
    fc.record({
      side: fc.constantFrom("left", "right"),
      code: fc
        .tuple(fc.constantFrom("resident", "organization", "issue", "platform"), fc.nat({ max: 9999 }))
        .map((c) => c.join(":")),
    }),
    { nil: null },
  ),
});

describe("the address of a place", () => {
  test("is read as that place, whatever it holds", () => {
    fc.assert(
      fc.property(place, (there) => {
        expect(placeOf(addressOf(there, "1.2.3"))).toEqual({ place: there, version: "1.2.3" });
      }),
      { numRuns: 10_000 },
    );
  });

  test("is the same once more, and outlives what a browser escapes", () => {
    fc.assert(
      fc.property(place, (there) => {
        const url = new URL("file:///linli.html");
        url.hash = addressOf(there, "1.2.3");
        expect(placeOf(url.hash).place).toEqual(there);
        expect(addressOf(placeOf(url.hash).place, "1.2.3")).toBe(addressOf(there, "1.2.3"));
      }),
      { numRuns: 300 },
    );
  });

  test("can be read and changed by a person", () => {
    const left: Setting = {
      scenario: "new-estate",
      blocks: { agenda: "old-district" },
      values: { "team.independence": 1 },
      changes: [{ date: "2017-07-03", values: { "support.ownersCommittee": true } }],
    };
    expect(
      addressOf({ ...START, left, lang: "zh", week: 130, item: { side: "left", code: "platform:0" } }, "0.5.0"),
    ).toBe(
      "seed=1&week=130&lang=zh&item=left/platform:0&left=new-estate&left.agenda=old-district&left.team.independence=1" +
        "&left.support.ownersCommittee@2017-07-03=true&right=old-district&version=0.5.0",
    );
  });

  test("holds the step of a lesson", () => {
    const there = { ...START, lesson: "alive", step: 2, view: "lessons" } as const;
    expect(placeOf(addressOf(there, "1.0.0")).place).toEqual(there);
  });
});

describe("an address that says little", () => {
  test("stands for the two neighborhoods as they are, in the reader's language", () => {
    for (const address of ["", "#", "#&&"])
      expect(placeOf(address, "zh")).toEqual({ place: { ...START, lang: "zh" }, version: null });
    expect(placeOf("#lang=en", "zh").place.lang).toBe("en");
  });

  test("may be in any order, and the last of two holds", () => {
    const one = placeOf("left.team.effort=5&left.team.effort@2017-07-03=7&left=blank&seed=a&seed=b").place;
    const other = placeOf(
      "seed=b&left=blank&left.team.effort@2017-07-03=7&left.team.effort=9&left.team.effort=5",
    ).place;
    expect(one).toEqual(other);
    expect(one).toMatchObject({ seed: "b", left: { scenario: "blank", values: { "team.effort": 5 } } });
  });

  test("takes a seed of any letters", () => {
    expect(placeOf(`#seed=${encodeURIComponent("春天 & summer=1")}`).place.seed).toBe("春天 & summer=1");
    expect(placeOf("#seed=__proto__").place.seed).toBe("__proto__");
  });
});

/** What is wrong, the address, and what the line says. */
const WRONG: readonly (readonly [string, string, string])[] = [
  ["no value", "seed", 'address: expected name=value; got "seed"'],
  ["no name", "=7", 'address: expected name=value; got "=7"'],
  ["broken escapes", "seed=%E4%B8", "address: expected text that is escaped as in addresses; got"],
  ["unknown part", "sede=7", 'unknown part of the address "sede"; did you mean "seed"?'],
  ["unknown scenario", "left=new-estat", 'unknown scenario of left "new-estat"; did you mean "new-estate"?'],
  ["unknown scenario of a block", "left.agenda=ours", 'unknown scenario of left.agenda "ours"; known: '],
  ["unknown name", "left.team.indpendence=1", 'did you mean "team.independence"?'],
  ["a side's name cut short", "left.=new-estate", 'unknown parameter or context field "";'],
  ["name of another side", "middle.team.effort=1", 'unknown part of the address "middle.team.effort"'],
  ["parameter out of range", "right.trust.breachWeight=-4", "trust.breachWeight must lie in ["],
  ["parameter without value", "left.trust.prior=", '; got ""'],
  ["parameter of blanks", "left.trust.prior=%20", '; got " "'],
  ["field no number", "left.team.effort=much", 'team.effort must lie in [0, 400] (hours a week); got "much"'],
  ["field without end", "left.team.effort=Infinity", "; got Infinity"],
  ["flag of a number", "left.founding.council=1", 'founding.council must be true or false; got "1"'],
  ["list no JSON", "left.founding.groups=[", "founding.groups must be given as JSON"],
  ["list of something else", 'left.founding.groups=[{"need":"arts"}]', 'founding.groups[0] lacks "week"'],
  ["no date", "left.team.effort@soon=3", 'date of team.effort must be a date such as 2018-04-30; got "soon"'],
  ["day that is none", "left.team.effort@2017-02-30=3", 'got "2017-02-30"'],
  ["two dates", "left.team.effort@2017-02-01@2018-01-01=3", 'got "2017-02-01@2018-01-01"'],
  ["where a run begins, later", "left.start.blocks@2017-07-03=3", "start.blocks is settled when a run begins"],
  ["unknown name, later", "left.team.efort@2017-07-03=3", 'did you mean "team.effort"?'],
  ["week no number", "week=-1", 'week must be a whole number in [0, 10000] (whole number); got "-1"'],
  ["week too late", "week=10001", "got 10001"],
  ["unknown language", "lang=fr", 'lang must be en or zh; got "fr"'],
  ["unknown view", "view=storey", 'unknown view "storey"; did you mean "story"?'],
  ["item of no side", "item=platform:0", 'item must be a side and a code such as left/platform:0; got "platform:0"'],
  ["item of no code", "item=left/platform", 'got "left/platform"'],
  ["unknown lesson", "lesson=trsut", 'unknown lesson "trsut"; did you mean "trust"? known: trust, agreement, '],
  ["version of no version", "version=<b>", 'version must be such as 0.5.0; got "<b>"'],
];

describe("an address that cannot be read", () => {
  test.each(WRONG)("%s: one line says what", (_, address, message) => {
    expect(() => placeOf(`#seed=1&${address}`)).toThrow(InputError);
    expect(() => placeOf(`#seed=1&${address}`)).toThrow(message);
  });

  test("names that every object has are unknown like any other, and touch nothing", () => {
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"]) {
      const places = [name, `left.${name}`, `left.${name}@2017-07-03`, `left.team.${name}`, `left.${name}.effort`];
      for (const where of places) expect(() => placeOf(`${where}=1`)).toThrow(/^unknown /);
      for (const where of ["left", "right", "left.agenda", "view", "lesson"])
        expect(() => placeOf(`${where}=${name}`)).toThrow(/^unknown /);
      expect(() => placeOf(`left.founding.groups=[{"${name}":1}]`)).toThrow(InputError);
      expect(() => placeOf(`left.timing.needs={"${name}":1}`)).toThrow(InputError);
    }
    expect(Object.getPrototypeOf(placeOf("left.team.effort=1").place.left.values)).toBe(Object.prototype);
    expect(({} as { effort?: unknown }).effort).toBeUndefined();
  });

  test("any text is either read or answered in one line, shorter than a screen", () => {
    const part = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 30 }),
      fc
        .tuple(
          fc.constantFrom("left", "right.", "left.team.effort", "week", "item", "lang"),
          fc.string({ maxLength: 12 }),
        )
        .map((p) => p.join("=")),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        try {
          placeOf(parts.join("&"));
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          expect((error as Error).message).not.toContain("\n");
          expect((error as Error).message.length).toBeLessThan(800);
        }
      }),
      { numRuns: 10_000 },
    );
  });

  test("hostile lengths are answered at once", () => {
    const long = (n: number) => "a".repeat(n);
    const hostile = [
      long(5_000_000),
      `left.${long(49_000)}=1`,
      `${long(49_000)}=1`,
      `left=${long(49_000)}`,
      `left.team.effort=${"9".repeat(49_000)}`,
      `left.founding.groups=${"[".repeat(49_000)}`,
      `left.founding.groups=${"[".repeat(20_000)}${"]".repeat(20_000)}`,
      `item=left/${long(49_000)}:1`,
      `left.team.effort@${long(49_000)}=1`,
      `week=${"1".repeat(49_000)}`,
      "seed=1&".repeat(700_000),
    ];
    const from = performance.now();
    for (const address of hostile) expect(() => placeOf(address)).toThrow(InputError);
    expect(() => placeOf("seed=1&left.team.effort=2&".repeat(1900))).not.toThrow();
    expect(performance.now() - from).toBeLessThan(2000);
  });
});
