import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { linli } from "./terminal.ts";

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const node = (...argv: string[]) => execFileSync(process.execPath, argv, { encoding: "utf8", stdio: "pipe" });

const LINLI = file("dist/src/cli/main.js");

beforeAll(() => {
  node(file("dev/build.mjs"));
}, 120_000);

test("built code, which spreads replicates over threads, prints the same bytes as the source, which does not", async () => {
  const argv = ["run", "new-estate", "--replicates", "5", "--until", "2015-06-29", "--json", "--series"];
  const rules = ["--model", file("docs/plans/fatigue.ts"), "--set", "fatigue.load=0.1"];
  const printed = [argv, [...argv, ...rules]].map((each) => node(LINLI, ...each));
  expect(printed).toEqual([(await linli(...argv)).out, (await linli(...argv, ...rules)).out]);
  expect(printed[0]).not.toBe(printed[1]);
});

test("built code, which has no comments, tells of the model what the source tells", async () => {
  for (const lang of ["en", "zh"])
    expect(node(LINLI, "odd", "--lang", lang)).toBe((await linli("odd", "--lang", lang)).out);
});

test("the teaching page is built with the rest, and found", () => {
  const printed = node(LINLI, "page", "--print").trim();
  expect(printed).toBe(pathToFileURL(file("dist/page/index.html")).href);
  const page = readFileSync(fileURLToPath(printed), "utf8");
  expect(page).toContain("<title>Linli");
  for (const name of ["preact", "@preact/signals", "seedrandom"]) expect(page).toContain(`\n${name}\n\n`);
  expect(page).not.toMatch(/<(?:script|link|img)[^>]*\s(?:src|href)="(?!data:)/);
});

describe("sweeps of built code", () => {
  const folder = mkdtempSync(join(tmpdir(), "linli-built-"));
  const plan = join(folder, "plan.json");
  const results = (dir: string) =>
    ["runs.csv", "summary.csv"].map((name) => readFileSync(join(folder, dir, name), "utf8"));
  const sweep = (dir: string, ...argv: string[]) => ["sweep", plan, "--out", join(folder, dir), ...argv];

  beforeAll(async () => {
    const axes = { "team.independence": [0, 0.5, 1] };
    const values = { "start.households": 40 };
    const more = { replicates: 8, seed: 3, until: "2015-12-28", measures: ["meanTrust", "organizations"] };
    writeFileSync(plan, JSON.stringify({ scenarios: ["blank"], axes, values, ...more }));
    await linli(...sweep("inline", "--threads", "1"));
  });

  test("two threads write what one writes from source", () => {
    node(LINLI, ...sweep("threads", "--threads", "2"));
    expect(results("threads")).toEqual(results("inline"));
  });

  test("Ctrl-C ends what has begun with exit code 130, and the same command goes on to the same results", async () => {
    const argv = sweep("stopped", "--threads", "2");
    const child = spawn(process.execPath, [LINLI, ...argv], { stdio: ["ignore", "pipe", "pipe"] });
    const said = { out: "", err: "" };
    child.stdout.on("data", (text) => (said.out += text));
    child.stderr.on("data", (text) => {
      said.err += text;
      if (/^6 of 24 runs/m.test(String(text))) child.kill("SIGINT");
    });
    const [code] = await once(child, "close");
    expect(code).toBe(130);
    const [, done] = /Stopped after (\d+) of 24 runs\. The same command goes on/.exec(said.err)!;
    expect(Number(done)).toBeGreaterThanOrEqual(6);
    expect(readdirSync(join(folder, "stopped"))).not.toContain("lock");
    const rest = JSON.parse(node(LINLI, ...argv, "--json"));
    expect(rest).toMatchObject({ complete: true, done: 24, made: 24 - Number(done) });
    expect(results("stopped")).toEqual(results("inline"));
  });

  test("a script runs a plan through linli/experiments, in threads, and reads it with linli/analysis", () => {
    const script = `
      import { loadPlan, runSweep } from "linli/experiments";
      import { Moments } from "linli/analysis";
      const result = await runSweep(await loadPlan(process.argv[1]), { dir: process.argv[2], threads: 2 });
      console.log(result.complete, result.made, Moments.of([1, 2, 3]).mean);`;
    const argv = ["--input-type=module", "-e", script, plan, join(folder, "script")];
    expect(execFileSync(process.execPath, argv, { encoding: "utf8", stdio: "pipe", cwd: file(".") })).toBe(
      "true 24 2\n",
    );
    expect(results("script")).toEqual(results("inline"));
  });

  test("the license of the direction numbers goes with them", () => {
    const code = readdirSync(file("dist/src"), { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".js"),
    );
    const texts = code.map((name) => readFileSync(file(`dist/src/${name}`), "utf8"));
    const holders = texts.filter((text) => text.includes("14 1 3 5 5 31"));
    expect(holders.length).toBeGreaterThan(0);
    for (const text of holders)
      expect(text).toMatch(/Copyright \(c\) 2008, Frances Y\. Kuo and Stephen Joe[\s\S]+THIS SOFTWARE IS PROVIDED/);
  });
});
