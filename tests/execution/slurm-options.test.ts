import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readBroken, writeJob } from "../../src/execution/slurm/batches.ts";
import { cut, runsPerTask } from "../../src/execution/slurm/chunkSize.ts";
import { walltimeSeconds } from "../../src/execution/slurm/walltime.ts";
import { nodeArguments, threadFile } from "../../src/execution/threads.ts";
import { linli } from "../cli/terminal.ts";
import { writePlan } from "./faults/sweeps.ts";
import { fresh, tiny } from "./tiny.ts";

const dir = fresh();
const plan = writePlan(join(dir, ".."), 20);
const slurm = (...more: string[]) => linli("sweep", plan, "--out", dir, "--executor", "slurm", ...more);

describe("the runs of a task", () => {
  const tasks = (runs: number, ms: number, more: { threads?: number; walltime?: number } = {}) => {
    const size = runsPerTask({ runs, ms, threads: 1, ...more });
    return [size, Math.ceil(runs / size)];
  };

  test("are worth its start, spread over many tasks, and end within five minutes and half of the walltime", () => {
    expect(tasks(100, 10)).toEqual([100, 1]);
    expect(tasks(1000, 1000)).toEqual([16, 63]);
    expect(tasks(10_000, 10)).toEqual([1000, 10]);
    expect(tasks(100_000, 1000)).toEqual([300, 334]);
    expect(tasks(100_000, 1000, { walltime: 60 })).toEqual([30, 3334]);
    expect(tasks(50, 3_600_000)).toEqual([1, 50]);
    expect(tasks(50, 3_600_000, { threads: 4 })).toEqual([4, 13]);
    expect(tasks(1, 0.1)).toEqual([1, 1]);
  });

  test("are shares in order", () => {
    expect(cut([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(cut([], 3)).toEqual([]);
  });
});

test.each([
  ["30", 1800],
  ["0:45", 45],
  ["12:30:00", 45_000],
  ["2-12", 216_000],
  ["1-0:30", 88_200],
  ["1-0:0:5", 86_405],
])("the walltime %s is %i s", (text, seconds) => {
  expect(walltimeSeconds(text)).toBe(seconds);
});

describe("wrong options", () => {
  test.each([
    [["--time", "soon"], /^--time must be a walltime such as .+; got "soon"$/, /^--time 应为时限，.+；实为 "soon"$/],
    [["--time", "0"], /got "0"$/, /实为 "0"$/],
    [["--partition", "a b"], /^--partition: expected a name; got "a b"$/, /^--partition：应为名称/],
    [["--account", "x\n#SBATCH --uid=0"], /^--account: expected a name; got/, /^--account：应为名称/],
    [["--mem", "much"], /^--mem: expected a size such as 2G; got "much"$/, /^--mem：应为内存大小/],
    [["--sbatch", "array=1-9"], /that Linli does not set; got array$/, /不得为 Linli 自行设定的选项；实为 array$/],
    [
      ["--sbatch", "time=1"],
      /^--sbatch: expected --time in its place; got time$/,
      /^--sbatch：time 应以选项 --time 给出$/,
    ],
    [["--sbatch", "Foo"], /expected an option of sbatch such as constraint=avx2; got "Foo"$/, /应为 sbatch 的选项/],
    [["--sbatch", "comment=a\nb"], /expected an option of sbatch/, /应为 sbatch 的选项/],
    [["--runs-per-task", "0"], /^--runs-per-task must be a whole number/, /^--runs-per-task 应为/],
    [
      ["--redis", "redis://x"],
      /^--redis: expected --executor queue beside it; got slurm$/,
      /同时给出 --executor queue/,
    ],
  ])("%j", async (options, english, chinese) => {
    for (const [lang, pattern] of [["en", english] as const, ["zh", chinese] as const]) {
      const { code, out, err } = await slurm(...options, "--lang", lang);
      expect([code, out, err.split("\n").length]).toEqual([2, "", 2]);
      expect(err.trim().replace(/^(error: |错误：)/, "")).toMatch(pattern);
    }
    expect(existsSync(dir)).toBe(false);
  });

  test("those of another executor", async () => {
    const { code, err } = await linli("sweep", plan, "--out", dir, "--mem", "2G", "--lang", "en");
    expect([code, err]).toEqual([2, "error: --mem: expected --executor slurm beside it; got threads\n"]);
  });
});

test("a task of another version makes no run, and leaves word of it", async () => {
  const folder = join(dir, "..", "job");
  const {
    axes,
    plan: { measures },
    tasks,
  } = await tiny();
  const spec = { dir, axes, measures };
  writeJob(folder, "", [{ version: "0.0.1", model: "", threads: 1, spec, tasks: [...tasks] }]);
  const ran = spawnSync(process.execPath, [...nodeArguments, fileURLToPath(threadFile("slurm/task")), folder, "1"]);
  expect(ran.status).toBe(1);
  const { name, message } = readBroken(folder, 1)!;
  expect([name, message]).toEqual([
    "InputError",
    expect.stringMatching(/^slurm: expected version 0\.0\.1, that of the sweep; got \d/),
  ]);
  expect(String(ran.stderr).trim()).toBe(message);
  expect(existsSync(dir)).toBe(false);
});

describe("a machine without Slurm", () => {
  const { PATH } = process.env;
  beforeEach(() => {
    process.env.PATH = "/nowhere";
  });
  afterEach(() => {
    process.env.PATH = PATH;
  });

  test("is told of in one line, and nothing is written", async () => {
    const [en, zh] = [await slurm("--lang", "en"), await slurm("--lang", "zh")];
    expect([en.code, en.err]).toEqual([2, "error: slurm: expected its program sbatch on this machine; got none\n"]);
    expect([zh.code, zh.err]).toEqual([2, expect.stringMatching(/^错误：Slurm：本机应有其程序 sbatch/)]);
    expect(existsSync(dir)).toBe(false);
  });

  test("prints the script with --dry-run, and nothing is written", async () => {
    const { code, out } = await slurm(
      "--dry-run",
      "--time",
      "1:00:00",
      "--account",
      "lab",
      "--sbatch",
      "constraint=avx2",
    );
    expect(code).toBe(0);
    expect(out).toMatch(
      /^#!\/bin\/sh\n(#SBATCH --.+\n)+# linli .+ 20 runs, 1 task; a run took .+\nexec .+"\$SLURM_ARRAY_TASK_ID"\n$/,
    );
    for (const option of ["array=1-1", "cpus-per-task=1", "requeue", "time=1:00:00", "account=lab", "constraint=avx2"])
      expect(out.split("\n")).toContain(`#SBATCH --${option}`);
    const json = await slurm("--dry-run", "--runs-per-task", "3", "--threads", "2", "--json");
    const told = JSON.parse(json.out);
    expect(told).toMatchObject({ runs: 20, tasks: 7, runsPerTask: 3 });
    expect(told.script).toContain("--array=1-7\n#SBATCH --cpus-per-task=2\n");
    expect(existsSync(dir)).toBe(false);
  });
});
