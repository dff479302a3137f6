import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newEstate } from "../../scenarios/index.ts";
import { linli } from "./terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-"));
const at = (name: string) => join(folder, name);
const { sources: _, patterns: __, facts: ___, ...estate } = newEstate;
const { team: ____, ...withoutTeam } = estate.context;
const context = (changes: object) => ({ ...estate, context: { ...estate.context, ...changes } });
const agenda = estate.context.agenda;
const pattern = {
  name: "x",
  measure: "councils",
  at: "final",
  low: 0,
  high: 1,
  text: { en: "", zh: "" },
  reported: { en: "", zh: "" },
};

const FILES: Readonly<Record<string, string>> = {
  "syntax.json": '{\n  "name": "mine",\n  oops\n}',
  "cut.json": '{ "name": "mine"',
  "number.json": "7",
  "nameless.json": JSON.stringify({ ...estate, name: "" }),
  "no-context.json": JSON.stringify({ name: "mine" }),
  "missing-block.json": JSON.stringify({ ...estate, context: withoutTeam }),
  "unknown-block.json": JSON.stringify(context({ temas: {} })),
  "unknown-key.json": JSON.stringify(context({ team: { ...estate.context.team, efort: 3 } })),
  "wrong-type.json": JSON.stringify(context({ team: { ...estate.context.team, effort: "much" } })),
  "wrong-kind.json": JSON.stringify(
    context({ agenda: { ...agenda, kinds: [{ ...agenda.kinds[0], responsible: "mayor" }] } }),
  ),
  "top-key.json": JSON.stringify({ ...estate, patern: [] }),
  "until.json": JSON.stringify({ ...estate, until: "2010-01-01" }),
  "patterns.json": JSON.stringify({ ...estate, patterns: 3 }),
  "pattern-measure.json": JSON.stringify({ ...estate, patterns: [{ ...pattern, measure: "councls" }] }),
  "pattern-date.json": JSON.stringify({ ...estate, patterns: [{ ...pattern, at: "soon" }] }),
  "pattern-ends.json": JSON.stringify({ ...estate, patterns: [{ ...pattern, low: 5, high: 3 }] }),
  "pattern-days.json": JSON.stringify({ ...estate, patterns: [{ ...pattern, low: "2018-05-07", high: "2018-04-30" }] }),
  "read-before.json": JSON.stringify({ ...estate, reading: "2010-01-04" }),
  "read-after.json": JSON.stringify({ ...estate, reading: "2018-04-30", until: "2018-01-29" }),
  "empty.mjs": "export const nothing = 1;",
  "broken.mjs": "export default {",
  "notes.txt": "hello",
};

beforeAll(() => {
  for (const [name, text] of Object.entries(FILES)) writeFileSync(at(name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

const own = (name: string) => ["run", at(name), "--until", "2015-03-02"];

/** What is wrong, the command line, and what the one line must say. */
const CASES: readonly (readonly [string, readonly string[], string])[] = [
  ["scenario file missing", own("nowhere.json"), "expected a file; there is none"],
  ["scenario of another kind", own("notes.txt"), 'expected a scenario in a .json, .js, .mjs or .ts file; got ".txt"'],
  ["broken JSON", own("syntax.json"), "syntax.json: row 3, column 3: expected JSON"],
  ["JSON cut short", own("cut.json"), "cut.json: row 1, column 17: expected JSON"],
  ["scenario a number", own("number.json"), "number.json must be an object; got 7"],
  ["scenario without name", own("nameless.json"), 'nameless.json: name must be a text; got ""'],
  ["scenario without context", own("no-context.json"), "no-context.json: context must be an object; got undefined"],
  ["missing block", own("missing-block.json"), 'missing-block.json: context lacks "team"'],
  [
    "unknown block in a file",
    own("unknown-block.json"),
    'unknown-block.json: unknown key in context: "temas"; did you mean "team"?',
  ],
  [
    "unknown key in a block",
    own("unknown-key.json"),
    'unknown-key.json: unknown key in team: "efort"; did you mean "effort"?',
  ],
  [
    "wrong type in a block",
    own("wrong-type.json"),
    'wrong-type.json: team.effort must lie in [0, 400] (hours a week); got "much"',
  ],
  ["unknown role in a list", own("wrong-kind.json"), 'unknown agenda.kinds[0].responsible: "mayor"'],
  ["unknown key at the top", own("top-key.json"), 'top-key.json: unknown key "patern"; did you mean "patterns"?'],
  [
    "scenario that ends before it starts",
    own("until.json"),
    "until.json: until must not lie before start.date (2015-01-05); got 2010-01-01",
  ],
  ["patterns no list", own("patterns.json"), "patterns.json: patterns must be a list; got 3"],
  ["pattern of no measure", own("pattern-measure.json"), 'unknown measure "councls"; did you mean "councils"?'],
  [
    "pattern of no date",
    own("pattern-date.json"),
    'pattern-date.json: patterns[0].at must be a date such as 2018-04-30; got "soon"',
  ],
  [
    "pattern whose ends are exchanged",
    own("pattern-ends.json"),
    "pattern-ends.json: patterns[0].low must not exceed high (3); got 5",
  ],
  [
    "pattern whose dates are exchanged",
    own("pattern-days.json"),
    "pattern-days.json: patterns[0].low must not exceed high (2018-04-30); got 2018-05-07",
  ],
  [
    "scenario read before it starts",
    own("read-before.json"),
    "read-before.json: reading must not lie before start.date (2015-01-05); got 2010-01-04",
  ],
  [
    "scenario read after it ends",
    own("read-after.json"),
    "read-after.json: reading must not lie after until (2018-01-29); got 2018-04-30",
  ],
  ["module without scenario", own("empty.mjs"), 'expected a module that exports a scenario; got "nothing"'],
  ["module that does not load", own("broken.mjs"), "expected a module that can be loaded; got "],
];

describe("a broken file of a scenario gets one line that names it, exit code 2, and nothing is written", () => {
  test.each(CASES)("%s", async (_title, argv, message) => {
    const before = readdirSync(folder, { recursive: true });
    const { code, out, err } = await linli("run", "--out", at("results"), ...argv.slice(1));
    expect(err).toContain(message);
    expect(err).toMatch(/^error: [^\n]+\n$/);
    expect(err).toContain(argv[1]!.slice(folder.length + 1));
    expect([code, out]).toEqual([2, ""]);
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });

  test.each(CASES)("%s, in Chinese", async (_title, argv) => {
    const { code, err } = await linli(...argv, "--lang", "zh");
    expect(code).toBe(2);
    expect(err).toMatch(/^错误：[^\n]*[\u4e00-\u9fff][^\n]*\n$/);
    expect(err).not.toMatch(/ (unknown|must|lacks|got) /);
  });
});
