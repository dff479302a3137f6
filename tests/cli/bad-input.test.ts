import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { linli } from "./terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-"));
const at = (name: string) => join(folder, name);
beforeAll(() => {
  writeFileSync(at("notes.txt"), "hello");
  const network = (name: string, files: Readonly<Record<string, string>>) => {
    mkdirSync(at(name));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(at(name), file), text);
  };
  const nodes = "id,block\nAn,1\nBo,2\nCe,2\n";
  network("half", { "nodes.csv": nodes });
  network("ragged", { "nodes.csv": "id,block\nAn,1\nBo\n", "edges.csv": "source,target\nAn,Bo\n" });
  network("twice", { "nodes.csv": "id\nAn\nBo\nAn\n", "edges.csv": "source,target\nAn,Bo\n" });
  network("stranger", { "nodes.csv": nodes, "edges.csv": "source,target\nAn,Bo\nDo,Bo\n" });
  network("layers", { "nodes.csv": nodes, "edges.csv": "source,target,layer\nAn,Bo,help\nBo,Ce,chat\n" });
  network("waves", { "nodes.csv": nodes, "edges.csv": "source,target,wave\nAn,Bo,1\nBo,Ce,2\n" });
  network("attribute", { "nodes.csv": "id,competence\nAn,7\nBo,1\n", "edges.csv": "source,target\nAn,Bo\n" });
  network("full", { "old.csv": "1\n" });
});
afterAll(() => rmSync(folder, { recursive: true }));

const RUN = ["run", "new-estate", "--until", "2015-03-02"];
const run = (...more: string[]) => [...RUN, ...more];
const network = (name: string, ...more: string[]) => run("--network", at(name), ...more);

/** What is wrong, the command line, and what the one line must say. */
const CASES: readonly (readonly [string, readonly string[], string])[] = [
  ["unknown command", ["rnu"], "unknown command 'rnu' (Did you mean run?)"],
  [
    "unknown option",
    run("--replicats", "2"),
    "unknown option '--replicats' (Did you mean one of --replicate, --replicates?)",
  ],
  ["option without value", run("--seed"), "option '--seed <text>' argument missing"],
  ["missing argument", ["compare", "new-estate"], "missing required argument 'b'"],
  ["too many arguments", run("old-district"), "too many arguments for 'run'. Expected 1 argument but got 2"],
  ["unknown scenario", ["run", "new-estat"], 'unknown scenario "new-estat"; did you mean "new-estate"? known: '],
  ["unknown language", run("--lang", "fr"), '--lang must be en or zh; got "fr"'],
  ["one replicate and many", run("--replicate", "1", "--replicates", "2"), "--replicate runs one replicate alone"],
  [
    "unknown name for one side",
    ["compare", "new-estate", "new-estate", "--set-b", "team.indepedence=1"],
    'did you mean "team.independence"?',
  ],
  ["no replicates", run("--replicates", "0"), '--replicates must be a whole number of at least 1; got "0"'],
  ["negative replicates", run("--replicates", "-1"), '--replicates must be a whole number of at least 1; got "-1"'],
  ["replicates in words", run("--replicates", "abc"), '--replicates must be a whole number of at least 1; got "abc"'],
  ["half a replicate", run("--replicates", "1.5"), '--replicates must be a whole number of at least 1; got "1.5"'],
  ["no date", run("--until", "2018-13-01"), 'until must be a date such as 2018-04-30; got "2018-13-01"'],
  [
    "until before the start",
    run("--until", "2014-01-01"),
    "until must not lie before the start (2015-01-05); got 2014-01-01",
  ],
  [
    "unknown name to set",
    run("--set", "team.indpendence=1"),
    'unknown parameter or context field "team.indpendence"; did you mean "team.independence"?',
  ],
  [
    "setting without value",
    run("--set", "team.independence"),
    '--set must be given as name=value; got "team.independence"',
  ],
  ["setting without name", run("--set", "=1"), '--set must be given as name=value; got "=1"'],
  ["parameter out of range", run("--set", "trust.breachWeight=-4"), "trust.breachWeight must lie in ["],
  ["parameter no number", run("--set", "trust.breachWeight=much"), '; got "much"'],
  [
    "field out of range",
    run("--set", "team.independence=1.5"),
    "team.independence must lie in [0, 1] (share); got 1.5",
  ],
  [
    "field not whole",
    run("--set", "procedure.delegates=4.5"),
    "procedure.delegates must be a whole number in [3, 60] (residents); got 4.5",
  ],
  [
    "flag neither true nor false",
    run("--set", "founding.council=perhaps"),
    'founding.council must be true or false; got "perhaps"',
  ],
  [
    "field no date",
    run("--set", "start.handover=soon"),
    'start.handover must be a date such as 2018-04-30; got "soon"',
  ],
  ["unknown payer", run("--set", "team.payer=mayor"), 'unknown team.payer: "mayor"'],
  ["list no JSON", run("--set", "founding.groups=[1,"), 'founding.groups must be given as JSON; got "[1,"'],
  ["list of something else", run("--set", 'founding.groups=[{"need":"arts"}]'), 'founding.groups[0] lacks "week"'],
  [
    "values that clash",
    run("--set", "start.households=5", "--set", "start.blocks=50"),
    "start.blocks must not exceed start.households (5); got 50",
  ],
  ["name of every object", run("--set", "constructor=1"), 'unknown parameter or context field "constructor"'],
  ["unknown name on the way", run("--set", "team.efort@2015-02-02=1"), 'did you mean "team.effort"?'],
  ["value out of range on the way", run("--set", "team.independence@2015-02-02=2"), "[0, 1] (share); got 2"],
  [
    "change at no date",
    run("--set", "team.effort@2015-02-30=1"),
    'date of team.effort must be a date such as 2018-04-30; got "2015-02-30"',
  ],
  [
    "change at an empty date",
    run("--set", "team.effort@=1"),
    'date of team.effort must be a date such as 2018-04-30; got ""',
  ],
  [
    "change of where the run begins",
    run("--set", "start.blocks@2015-02-02=3"),
    "start.blocks is settled when a run begins; it takes no date",
  ],
  [
    "change before the start",
    run("--set", "team.effort@2014-12-29=1"),
    "a change must not come before the start (2015-01-05); got 2014-12-29",
  ],
  [
    "change after the end",
    run("--set", "team.effort@2015-03-09=1"),
    "a change must not come after the end (2015-03-02); got 2015-03-09",
  ],
  ["block of no name", run("--block", "agena=old-district"), 'unknown context block "agena"; did you mean "agenda"?'],
  [
    "block of no scenario",
    run("--block", "agenda=old-distric"),
    'unknown scenario "old-distric"; did you mean "old-dist',
  ],
  ["block without scenario", run("--block", "agenda"), '--block must be given as name=value; got "agenda"'],
  [
    "block that does not fit what is set",
    run("--block", "start=old-district", "--set", "start.communities=1"),
    "start.organizations[",
  ],
  ["missing network", network("nowhere"), "expected a folder or a file; there is none"],
  ["half a network", network("half"), "expected nodes.csv and edges.csv; edges.csv missing"],
  [
    "network of another kind",
    network("notes.txt"),
    "network: expected nodes.csv and edges.csv, or one .graphml or .gexf file; got notes.txt",
  ],
  ["ragged nodes", network("ragged"), "nodes.csv: row 3: expected 2 columns; got 1"],
  [
    "node given twice",
    network("twice"),
    'nodes.csv: row 4, column id: expected a name not used before (row 2 has it); got "An"',
  ],
  ["edge of a stranger", network("stranger"), 'edges.csv: row 3, column source: expected an id of nodes.csv; got "Do"'],
  [
    "attribute out of range",
    network("attribute"),
    'nodes.csv: row 2, column competence: expected a number in [0, 1]; got "7"',
  ],
  ["layers unchosen", network("layers"), "edges.csv holds 2 layers: choose one by --layer; known: help, chat"],
  ["unknown layer", network("layers", "--layer", "halp"), 'unknown layer of edges.csv "halp"; did you mean "help"?'],
  ["unknown wave", network("waves", "--wave", "3"), 'unknown wave of edges.csv "3"'],
  [
    "layer without network",
    run("--layer", "help"),
    "--layer chooses in a network: expected --network PATH beside it; got none",
  ],
  ["filter without value", network("layers", "--where", "layer"), '--where must be given as name=value; got "layer"'],
  [
    "unknown column",
    network("layers", "--where", "leyer=help"),
    'unknown column of edges.csv "leyer"; did you mean "layer"?',
  ],
  ["folder that is not empty", run("--out", at("full")), "expected a new or empty folder; got one that holds 1 files"],
  ["folder that is a file", run("--out", at("notes.txt")), "expected a folder to make; got a file of that name"],
  [
    "unknown block",
    ["compare", "new-estate", "old-district", "--swap", "agenda,tem"],
    'unknown context block "tem"; did you mean "team"?',
  ],
  [
    "block named twice",
    ["compare", "new-estate", "old-district", "--swap", "team,team"],
    '--swap names a block once; got "team" twice',
  ],
  [
    "unknown item",
    ["why", "new-estate", "issue:7", "--until", "2015-03-02"],
    'unknown item "issue:7"; this run has none of that kind',
  ],
  [
    "nearby items",
    ["why", "old-district", "organization:77", "--until", "2015-01-12"],
    'unknown item "organization:77"; nearest: organization:5, organization:4, organization:3 (6 of that kind in all)',
  ],
  [
    "item of no kind",
    ["why", "old-district", "eldr care", "--until", "2015-01-12"],
    'unknown item "eldr care"; did you mean "',
  ],
  [
    "replicate no number",
    ["why", "new-estate", "issue:1", "--replicate", "x"],
    '--replicate must be a whole number of at least 0; got "x"',
  ],
  ["unknown list", ["list", "parametres"], 'unknown name "parametres"; did you mean "parameters"?'],
];

describe("bad input gets one line, exit code 2, and nothing is written", () => {
  test.each(CASES)("%s", async (_title, argv, message) => {
    const before = readdirSync(folder, { recursive: true });
    const given =
      argv.includes("--out") || argv[0] !== "run" ? argv : ["run", "--out", at("results"), ...argv.slice(1)];
    const { code, out, err } = await linli(...given);
    expect(err).toContain(message);
    expect(err).toMatch(/^error: [^\n]+\n$/);
    expect([code, out]).toEqual([2, ""]);
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });

  test.each(CASES)("%s, in Chinese", async (_title, argv) => {
    const { code, err } = await linli(...argv, ...(argv.includes("--lang") ? [] : ["--lang", "zh"]));
    expect(code).toBe(2);
    if (!argv.includes("--lang")) expect(err).toMatch(/^错误：[^\n]*[\u4e00-\u9fff][^\n]*\n$/);
  });
});

test("--debug adds the stack trace", async () => {
  const { code, err } = await linli("run", "nowhere", "--debug");
  expect(code).toBe(2);
  expect(err).toMatch(/\n\s+at /);
});
