import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blank } from "../../scenarios/blank.ts";
import { loadSweep } from "../../src/execution/plans.ts";
import { runSweep } from "../../src/execution/run.ts";
import { manifestText, readManifest } from "../../src/execution/store.ts";
import { VERSION } from "../../src/execution/version.ts";
import { STANDARD_SERIES } from "../../src/observe/recorder.ts";
import { linli } from "../cli/terminal.ts";
import { tableOf } from "./tiny.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-export-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const dir = join(folder, "results");
const value = {
  name: 'bonds, "weak" ones',
  scenarios: ["blank"],
  axes: { "team.independence": [0, 0.5], "timing.council": [2, 5] },
  values: { "start.households": 12, "start.communities": 1 },
  swaps: [{ blocks: ["start", "team"], from: "new-estate" }],
  replicates: 2,
  seed: "table",
  until: "2015-03-30",
  measures: ["meanTrust", "issuesArisen", "suspensionDate"],
  series: 1,
};

beforeAll(async () => {
  await runSweep(await loadSweep({ value }), { dir, threads: 1 });
});

const exported = async (...more: string[]) => {
  const { code, out } = await linli("export", dir, "--format", "behaviorspace", ...more);
  expect(code).toBe(0);
  return out;
};

/** The table as the readers of BehaviorSpace read it: six lines are left out, the next has the names. */
function read(text: string): Record<string, string>[] {
  return parse(text, { from_line: 7, columns: true });
}

describe("a sweep as a table of BehaviorSpace", () => {
  test("has the heading by which readers know it, and every cell in quotes", async () => {
    const lines = (await exported()).trimEnd().split("\n");
    expect(lines.slice(0, 6)).toEqual([
      '"BehaviorSpace results (NetLogo 6.4.0)","Table version 2.0"',
      `"linli ${VERSION}"`,
      '"bonds, ""weak"" ones"',
      expect.stringMatching(/^"\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d:\d{3} [+-]\d{4}"$/),
      '"min-pxcor","max-pxcor","min-pycor","max-pycor"',
      '"0","0","0","0"',
    ]);
    expect(lines[6]).toMatch(/^"\[run number\]",.*"\[step\]",/);
    for (const line of lines.slice(6)) expect(line).toMatch(/^"[^"]*"(,"[^"]*")*$/);
  });

  test("has the runs in their order, with what was varied before the step and measures after it", async () => {
    const rows = read(await exported());
    const runs = tableOf(join(dir, "runs.csv"));
    expect([rows.length, runs.length]).toEqual([16, 16]);
    expect(rows.map((row) => Number(row["[run number]"]))).toEqual(runs.map((_, k) => k + 1));
    const inputs = ["scenario", "swap", "team.independence", "timing.council", "replicate", "seed"];
    expect(Object.keys(rows[0]!)).toEqual(["[run number]", ...inputs, "[step]", ...value.measures]);
    for (const [k, row] of rows.entries()) {
      for (const name of inputs) expect(row[name], name).toBe(runs[k]![name]);
      for (const name of value.measures) expect(row[name], name).toBe(runs[k]![`final_${name}`]);
    }
  });

  test("counts steps as the program does, also where the start is another scenario's", async () => {
    const last = new Map(tableOf(join(dir, "series.csv")).map(({ run, tick }) => [run!, tick!]));
    const runs = tableOf(join(dir, "runs.csv"));
    expect(read(await exported()).map((row) => row["[step]"])).toEqual(runs.map(({ id }) => last.get(id!)));
  });

  test("has, if asked, a row for every recorded week", async () => {
    const rows = read(await exported("--series"));
    const series = tableOf(join(dir, "series.csv"));
    expect(rows.length).toBe(series.length);
    expect(Object.keys(rows[0]!).slice(-STANDARD_SERIES.length)).toEqual(STANDARD_SERIES);
    for (const [k, row] of rows.entries()) {
      expect(row["[step]"]).toBe(series[k]!.tick);
      for (const name of STANDARD_SERIES) expect(row[name]).toBe(series[k]![name]);
    }
    const numbers = new Set(rows.map((row) => row["[run number]"]));
    expect(numbers.size).toBe(16);
  });

  test("leaves out runs that failed, and says how many; the others keep their numbers", async () => {
    const broken = join(folder, "broken");
    cpSync(dir, broken, { recursive: true });
    const runs = readFileSync(join(broken, "runs.csv"), "utf8").split("\n");
    runs[2] = runs[2]!.replace(",finished,", ",failed,");
    writeFileSync(join(broken, "runs.csv"), runs.join("\n"));
    const file = join(folder, "new", "table.csv");
    const { out } = await linli("export", broken, "--format", "behaviorspace", "--out", file);
    expect(out).toBe(`written to ${file}: 15 runs, without 1 that failed\n`);
    expect(read(readFileSync(file, "utf8")).map((row) => Number(row["[run number]"]))).toEqual([
      1,
      ...Array.from({ length: 14 }, (_, k) => k + 3),
    ]);
  });

  test("is in a file what it is on the terminal", async () => {
    const file = join(folder, "table.csv");
    for (const more of [[], ["--series"], ["--at", "final"]]) {
      await exported(...more, "--out", file);
      expect(readFileSync(file, "utf8")).toBe(await exported(...more));
    }
  });
});

async function answers(argv: readonly string[], en: RegExp): Promise<void> {
  for (const lang of ["en", "zh"]) {
    const { code, out, err } = await linli("export", ...argv, "--lang", lang);
    expect([code, out, err.trim().split("\n").length]).toEqual([2, "", 1]);
    expect(err).toMatch(lang === "en" ? en : /[\u4e00-\u9fff]/);
  }
}

/** A sweep of the reading dates of two scenarios, the second of which is not reached. */
async function swept(name: string, change: Readonly<Record<string, unknown>>): Promise<string> {
  const to = join(folder, name);
  const { axes: _, swaps: __, ...rest } = value;
  for (const [file, reading] of Object.entries({ early: "2015-02-16", late: "2015-06-29" }))
    writeFileSync(join(folder, `${file}.json`), JSON.stringify({ ...blank, name: file, reading }));
  await runSweep(await loadSweep({ value: { ...rest, axes: {}, ...change }, folder }), { dir: to, threads: 1 });
  return to;
}

describe("a table of runs at their reading date", () => {
  test("leaves out those that ended before it, and says how many; the others keep their numbers", async () => {
    const to = await swept("read", { scenarios: ["late.json", "early.json"] });
    const { out } = await linli("export", to, "--at", "reading");
    const rows = read(out);
    expect(rows.map((row) => [row["[run number]"], row.scenario, row["[step]"]])).toEqual([
      ["3", "early", "6"],
      ["4", "early", "6"],
    ]);
    const runs = tableOf(join(to, "runs.csv"));
    for (const [k, row] of rows.entries()) expect(row.meanTrust).toBe(runs[k + 2]!.reading_meanTrust);
    expect(runs.slice(0, 2).map((run) => run.reading_meanTrust)).toEqual(["", ""]);
    for (const [lang, text] of [
      ["en", "2 runs, without 2 that ended before the reading date\n"],
      ["zh", "2次运行，不含读取日之前即已结束的2次\n"],
    ] as const) {
      const file = join(folder, `read-${lang}.csv`);
      expect((await linli("export", to, "--at", "reading", "--out", file, "--lang", lang)).out).toContain(text);
      expect(readFileSync(file, "utf8")).toBe(out);
    }
    expect(read((await linli("export", to)).out).length).toBe(4);
  });

  test("has those that end on it, and none that begins on it", async () => {
    const axes = { "start.date": ["2015-01-05", "2015-02-16"] };
    const to = await swept("edge", { scenarios: ["early.json"], axes, replicates: 1, until: "2015-02-16" });
    const runs = tableOf(join(to, "runs.csv"));
    expect(runs.map((run) => run.reading_meanTrust !== "")).toEqual([true, false]);
    const rows = read((await linli("export", to, "--at", "reading")).out);
    expect(rows.map((row) => [row["[run number]"], row["[step]"]])).toEqual([["1", "6"]]);
  });

  test("is refused, and not written, where none has reached it", async () => {
    const to = await swept("none", { scenarios: ["late.json"] });
    const file = join(folder, "none-read.csv");
    await answers([to, "--at", "reading"], /expected runs that reach their reading date; got 2 that end before it/);
    await answers([to, "--at", "reading", "--out", file], /expected runs that reach their reading date/);
    expect(existsSync(file)).toBe(false);
  });
});

test("a name of several lines, as a plan in YAML may have, is one line of the heading", async () => {
  const to = await swept("lines", { scenarios: ["early.json"], name: "bonds,\r\n  weak\nones" });
  const lines = (await linli("export", to)).out.split("\n");
  expect(lines[2]).toBe('"bonds, weak ones"');
  expect(lines[6]).toMatch(/^"\[run number\]"/);
});

describe("linli export", () => {
  test("writes the table of BehaviorSpace where no format is given", async () => {
    const { code, out } = await linli("export", dir);
    expect([code, out]).toEqual([0, await exported()]);
  });

  test("answers wrong input in one line with exit code 2, and writes nothing", async () => {
    const file = join(folder, "none.csv");
    const asked = ["--format", "behaviorspace", "--out", file];
    const [open, bare] = [join(folder, "open"), join(folder, "bare")];
    for (const copy of [open, bare]) cpSync(dir, copy, { recursive: true });
    mkdirSync(join(open, "segments"));
    const manifest = readManifest(bare);
    const text = manifestText({ ...manifest, plan: { ...manifest.plan, series: 0 } });
    writeFileSync(join(bare, "manifest.json"), text);
    await answers([dir, "--format", "spss", "--out", file], /unknown format "spss"; known: behaviorspace/);
    await answers([join(folder, "nowhere"), ...asked], /expected the manifest.json of a sweep; got none/);
    await answers([open, ...asked], /expected a sweep that has ended; got one whose runs are not merged yet/);
    await answers([bare, ...asked, "--series"], /expected a sweep that records a series; got one without/);
    await answers([dir, ...asked, "--series", "--at", "final"], /expected no --at beside it; got both/);
    await answers([dir, ...asked, "--at", "noon"], /--at must be reading or final; got "noon"/);
    await answers([dir, "--format", "behaviorspace", "--out", folder], /got a folder of that name/);
    expect(existsSync(file)).toBe(false);
  });

  test("has help with examples in both languages", async () => {
    expect((await linli("export", "--help")).out).toContain("linli export plan-results --out table.csv");
    expect((await linli("export", "--help", "--lang", "zh")).out).toContain("其他程序");
  });
});
