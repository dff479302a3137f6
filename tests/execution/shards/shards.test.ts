import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { linli } from "../../cli/terminal.ts";
import { type Ended, Product, type Running, until } from "../faults/product.ts";
import { needing, PARALLEL } from "../faults/programs.ts";
import { filesOf, listed, tableOf, tinyPlan } from "../tiny.ts";

const page = (name: string) => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), "utf8");
const blocks = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.+?)^\`\`\``, "gms"))].map((m) => m[1]!);

/** What of a Job is run here. */
interface Job {
  readonly kind: string;
  readonly spec: {
    readonly completionMode: string;
    readonly completions: number;
    readonly template: { readonly spec: { readonly containers: readonly [Container] } };
  };
}
interface Container {
  readonly command: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
}

const PAGES = ["shards.md", "shards.zh.md"];
const jobOf = (name: string) => parse(blocks(page(name), "yaml")[0]!) as Job;
const commandsOf = (name: string) => blocks(page(name), "sh").flatMap((block) => block.trim().split("\n"));
const command = (begin: string, has = "") =>
  commandsOf("shards.md").find((line) => line.startsWith(begin) && line.includes(has))!;

const product = new Product();
const plan = { ...tinyPlan, replicates: 10 };
const bin = join(product.folder, "bin");
let whole = "";

/** A folder with the plan, as a volume or a shared folder holds it. */
function fresh(): string {
  const dir = mkdtempSync(join(product.folder, "sweep-"));
  writeFileSync(join(dir, "plan.yaml"), stringify(plan));
  return dir;
}

/** Starts a command in a folder, with `linli` on the path. */
function start(dir: string, argv: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  const path = `${bin}:${process.env.PATH}`;
  return product.program(["sh", "-c", 'cd "$0" && exec "$@"', dir, ...argv], { ...env, PATH: path, LC_ALL: "C.UTF-8" });
}
const shell = (dir: string, line: string): Promise<Ended> => start(dir, ["sh", "-c", line]).ended;

beforeAll(async () => {
  await product.make("1.0.0");
  mkdirSync(bin);
  writeFileSync(join(bin, "linli"), `#!/bin/sh\nexec "${process.execPath}" "${product.main()}" "$@"\n`, {
    mode: 0o755,
  });
  const dir = fresh();
  expect(await shell(dir, "linli sweep plan.yaml --threads 2 --out whole")).toMatchObject({ code: 0 });
  whole = join(dir, "whole");
});
afterAll(() => product.end());

function expectWhole(dir: string, what: string): void {
  const ids = (of: string) => tableOf(join(of, "runs.csv")).map((row) => row.id);
  const [made, expected] = [ids(dir), ids(whole)];
  const lost = expected.filter((id) => !made.includes(id)).length;
  console.log(`${what}: ${made.length} runs, ${lost} lost, ${made.length - new Set(made).size} doubled`);
  expect(listed(dir)).toEqual(listed(whole));
  expect(filesOf(dir)).toEqual(filesOf(whole));
}

describe("the pages on shards", () => {
  test("have the same Job and the same commands", () => {
    expect(jobOf("shards.zh.md")).toEqual(jobOf("shards.md"));
    expect(commandsOf("shards.zh.md")).toEqual(commandsOf("shards.md"));
  });

  test.each(PAGES)("%s names options that the commands have", async (name) => {
    const help = await Promise.all(["sweep", "merge", "report"].map((word) => linli(word, "--help")));
    const options = (text: string): readonly string[] => text.match(/--[a-z][a-z-]+/g) ?? [];
    const known = options(help.map(({ out }) => out).join(""));
    const others = ["--watch", "--global", "--jobs", "--sshloginfile", "--workdir"];
    expect(options(page(name)).filter((option) => !known.includes(option) && !others.includes(option))).toEqual([]);
  });
});

describe("a sweep in shards leaves the files of a whole one", () => {
  test("as an indexed Job of Kubernetes, one of whose pods is killed and replaced", async () => {
    const { kind, spec } = jobOf("shards.md");
    const [container] = spec.template.spec.containers;
    const env = Object.fromEntries(container.env.map(({ name, value }) => [name, value]));
    expect([kind, spec.completionMode, env.SHARDS]).toEqual(["Job", "Indexed", String(spec.completions)]);
    const dir = fresh();
    const pod = (index: number) => start(dir, container.command, { ...env, JOB_COMPLETION_INDEX: String(index) });
    const killed = pod(0);
    const first = join(dir, `plan-results-1-of-${spec.completions}`);
    await until("a run has ended", () => killed.isOver || readable(join(first, "segments", "1", "runs.csv")) > 1);
    const inTime = !killed.isOver;
    await killed.kill();
    for (let index = 0; index < spec.completions; index++) expect(await pod(index).ended).toMatchObject({ code: 0 });
    expect(await shell(dir, command("linli merge"))).toMatchObject({ code: 0 });
    console.log(`pods: ${spec.completions}, killed ${inTime ? "in its work" : "after it"}: 1`);
    expectWhole(join(dir, "plan-results"), "Kubernetes indexed Job");
  });

  const parallel = needing("by GNU parallel", PARALLEL);
  test.skipIf(parallel.skip)(parallel.name, async () => {
    const dir = fresh();
    const home = join(dir, "home"); // it keeps a folder there
    mkdirSync(home);
    const line = command("seq", "--threads 1");
    expect(await start(dir, ["sh", "-c", line], { HOME: home }).ended).toMatchObject({ code: 0 });
    expect(await shell(dir, command("linli merge"))).toMatchObject({ code: 0 });
    expectWhole(join(dir, "plan-results"), "GNU parallel");
  });

  test("with one lost for good, once the rest is merged and made whole", async () => {
    const dir = fresh();
    for (const index of [1, 3])
      expect(await shell(dir, `linli sweep plan.yaml --shard ${index}/4`)).toMatchObject({ code: 0 });
    const merged = await shell(dir, command("linli merge"));
    expect(merged.out).toMatch(/30 runs merged into plan-results, 0 failed, 30 missing/);
    expect(await shell(dir, "linli sweep plan.yaml --out plan-results")).toMatchObject({ code: 0 });
    expectWhole(join(dir, "plan-results"), "two of four shards, then the rest");
  });
});

/** Lines of a file, as far as it is there. */
function readable(path: string): number {
  const folder = join(path, "..");
  try {
    return readdirSync(folder).length === 0 ? 0 : readFileSync(path, "utf8").split("\n").length - 1;
  } catch {
    return 0;
  }
}
