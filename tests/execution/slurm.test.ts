import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { blocksOf, commandsIn } from "../docs/blocks.ts";
import { Product, type Running, until } from "./faults/product.ts";
import { needing } from "./faults/programs.ts";
import { compare, report, rowsWritten, writePlan } from "./faults/sweeps.ts";
import { Cluster, SLURM } from "./slurmCluster.ts";
import { tableOf } from "./tiny.ts";

const RUNS = 120;
const PER_TASK = "15";
const TASKS = 8;
const product = new Product();
const whole = join(product.folder, "whole");
let plan: string;
let cluster: Cluster;

const needed = needing("a sweep on a cluster", SLURM);

beforeAll(async () => {
  if (needed.skip) return;
  await product.make("1.0.0");
  plan = writePlan(product.folder, RUNS, { until: "2017-03-27", events: true });
  cluster = await Cluster.start(product);
  expect((await product.start(["sweep", plan, "--out", whole, "--threads", "1"]).ended).code).toBe(0);
});

afterAll(() => product.end());

const sweep = (path: string, dir: string, ...more: string[]) =>
  cluster.linli(["sweep", path, "--out", dir, "--executor", "slurm", "--lang", "en", ...more]);
const submit = (dir: string, ...more: string[]) => sweep(plan, dir, "--json", "--runs-per-task", PER_TASK, ...more);
const folderOf = (name: string) => join(product.folder, name);
const written = (dir: string, runs: number) => until(`${runs} runs are written`, () => rowsWritten(dir) >= runs);
const emptied = () => until("no job is left", async () => (await cluster.ask("squeue", "-h")) === "");

/** Waits for the end of a sweep that must come to its end. */
async function complete(submitted: Running): Promise<{ made: number; done: number }> {
  const { code, out, err } = await submitted.ended;
  expect([code, err]).toEqual([0, expect.any(String)]);
  return JSON.parse(out);
}

/** Waits for its end, with an administrator at work. */
async function repaired(submitted: Running): Promise<void> {
  const isOver = async () => {
    await cluster.repair();
    return submitted.isOver;
  };
  await until("the sweep has ended", isOver, 150);
}

/** Tasks that were submitted. */
const tasksIn = (err: string) =>
  [...err.matchAll(/submitted: (\d+) runs? in (\d+) task/g)].reduce((sum, [, , n]) => sum + Number(n), 0);

describe.skipIf(needed.skip)(needed.name, { timeout: 240_000 }, () => {
  afterEach(async () => {
    await cluster.ask("scancel", "--me"); // whatever a test that failed has left
    await cluster.repair();
    await emptied();
  });

  test("leaves the files of one in this process, with one thread a task or two", async () => {
    const dir = folderOf("plain % 1");
    const submitted = submit(dir);
    expect(await complete(submitted)).toMatchObject({ made: RUNS, done: RUNS });
    expect(tasksIn(submitted.err)).toBe(TASKS);
    report("a sweep on a cluster", compare(dir, whole));
    const threaded = folderOf("threads");
    await complete(sweep(plan, threaded, "--json", "--threads", "2", "--time", "10", "--mem", "200M"));
    report("the same with two threads a task, its size by what a run costs", compare(threaded, whole));
    expect(await cluster.ask("squeue", "-h")).toBe("");
  });

  test("makes adaptive replicates and shards as they are made anywhere", async () => {
    const adaptive = ["--replicates", "4", "--until-ci", "meanTrust=0.02", "--most", "20"];
    const [dir, alone] = [folderOf("adaptive"), folderOf("adaptive-alone")];
    await product.start(["sweep", plan, "--out", alone, "--threads", "1", ...adaptive]).ended;
    await complete(submit(dir, ...adaptive));
    report("adaptive replicates on a cluster", compare(dir, alone));
    const [one, two, both] = [folderOf("one"), folderOf("two"), folderOf("both")];
    await complete(submit(one, "--shard", "1/2"));
    await product.start(["sweep", plan, "--out", two, "--shard", "2/2"]).ended;
    await product.start(["merge", one, two, "--out", both]).ended;
    report("a shard on a cluster, one without", compare(both, whole));
  });

  test("loses nothing by kill -9 of slurmd, with what it runs or without", async () => {
    const dir = folderOf("node");
    const submitted = submit(dir);
    let kills = 0;
    for (const jobs of [true, false, true]) {
      await written(dir, ++kills * 20);
      await cluster.killNode({ jobs });
      await cluster.startNode();
    }
    await repaired(submitted);
    await complete(submitted);
    report("kill -9 of slurmd", { ...compare(dir, whole), kills, tasks: tasksIn(submitted.err) });
  });

  test("loses nothing by kill -9 of tasks, which are submitted again", async () => {
    const dir = folderOf("tasks");
    const submitted = submit(dir);
    let kills = 0;
    for (let round = 1; round <= 4; round++) {
      await written(dir, round * 20);
      await until("tasks run", () => cluster.tasks().length > 0);
      kills += cluster.killTasks();
    }
    await complete(submitted);
    expect(submitted.err).toMatch(/tasks ended early \(FAILED.*\): \d+ runs? to be submitted again/);
    expect(tasksIn(submitted.err)).toBeGreaterThan(TASKS);
    report("kill -9 of tasks", { ...compare(dir, whole), kills, tasks: tasksIn(submitted.err) });
  });

  test("loses nothing by kill -9 of slurmctld, which is waited for", async () => {
    const dir = folderOf("controller");
    const submitted = submit(dir);
    await written(dir, 30);
    await cluster.killController();
    await until("the outage is told of", () => submitted.err.includes("slurm does not answer: waiting for it"));
    await cluster.startController();
    await repaired(submitted);
    await complete(submitted);
    expect(submitted.err).toContain("slurm answers again");
    report("kill -9 of slurmctld", { ...compare(dir, whole), kills: 1, tasks: tasksIn(submitted.err) });
  });

  test("loses nothing by kill -9 of the process that submits: the cluster goes on, and so does the next", async () => {
    const dir = folderOf("submitter");
    let [kills, tasks] = [0, 0];
    for (; kills < 3; kills++) {
      const submitted = submit(dir);
      await written(dir, (kills + 1) * 15);
      await submitted.kill();
      tasks += tasksIn(submitted.err);
    }
    const before = rowsWritten(dir);
    await written(dir, before + 10); // no one follows
    cluster.killTasks("SIGSTOP"); // else they might have ended before they are asked for
    const last = submit(dir);
    await until("they are found", () => last.err.includes("tasks of an earlier start still on the cluster"));
    cluster.killTasks("SIGCONT");
    const { done, made } = await complete(last);
    tasks += tasksIn(last.err);
    expect([done, tasks]).toEqual([RUNS, TASKS]); // what was on the cluster was taken, not submitted again
    const more = { kills, "made while no one followed": RUNS - made - before, tasks };
    report("kill -9 of the process that submits", { ...compare(dir, whole), ...more });
  });

  test("that is stopped leaves its jobs, whose results the next start takes although Slurm has none left", async () => {
    const dir = folderOf("stopped");
    const submitted = submit(dir);
    await written(dir, 20);
    await submitted.kill("SIGINT");
    const { code, err } = await submitted.ended;
    expect(code).toBe(130);
    expect(err).toMatch(/the cluster goes on.+scancel -n linli-\w+\n/);
    await emptied();
    expect(rowsWritten(dir)).toBe(RUNS);
    expect(await complete(submit(dir))).toMatchObject({ made: 0, done: RUNS });
    report("a stopped sweep", compare(dir, whole));
  });

  test("that is preempted goes on, whether the cluster cancels its tasks or starts them again", async () => {
    for (const partition of ["spot", "main"]) {
      const dir = folderOf(`preempted-${partition}`);
      const submitted = submit(dir, "--partition", partition, "--runs-per-task", "60");
      await written(dir, 10);
      cluster.killTasks("SIGSTOP"); // else they might have ended before they are preempted
      await cluster.ask("sbatch", "-p", "urgent", "-n", "2", "--output=/dev/null", "--wrap", "true");
      await repaired(submitted);
      await complete(submitted);
      const again = expect.stringContaining("ended early (PREEMPTED)");
      expect(submitted.err).toEqual(partition === "spot" ? again : expect.not.stringContaining("ended early"));
      const tasks = tasksIn(submitted.err);
      report(`preempted in partition ${partition}`, { ...compare(dir, whole), preemptions: 1, tasks });
    }
  });

  test("whose tasks are canceled says so and ends, and the same command goes on", async () => {
    const dir = folderOf("canceled");
    const submitted = submit(dir);
    await written(dir, 20);
    const tasks = tasksIn(submitted.err);
    await cluster.ask("scancel", "-n", /job (\S+) submitted/.exec(submitted.err)![1]!);
    const { code, err } = await submitted.ended;
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(
        /error: slurm: tasks with \d+ runs were canceled; the same command goes on with the rest\n$/,
      ),
    ]);
    expect(tasksIn(err)).toBe(tasks); // nothing was submitted again
    await complete(submit(dir));
    report("canceled by hand", compare(dir, whole));
  });

  test("tells of runs that fail, and of those that end their task", async () => {
    const dir = folderOf("failing");
    const path = join(product.folder, "failing.json");
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(plan, "utf8")), replicates: 2, model: deadly() }));
    const submitted = sweep(path, dir, "--runs-per-task", "10");
    const { code, out, err } = await submitted.ended;
    expect([code, err]).toEqual([1, expect.stringMatching(/error: 8 of 20 runs failed\n$/)]);
    expect(out).toMatch(/Failed runs \(8\)/);
    const rows = tableOf(join(dir, "runs.csv"));
    const reasons = rows.map((row) => `${row["team.independence"]} ${row.status} ${row.reason}`);
    expect([...new Set(reasons)].sort()).toEqual([
      ...[
        "0 finished ",
        "0.25 finished ",
        '0.5 failed mechanism "deadly", week of 2015-02-09: no independence of a half',
        "0.75 finished ",
      ],
      "1 failed the task ended: FAILED",
    ]);
    report("runs that fail", { runs: rows.length, failed: 8, tasks: tasksIn(err) });
  });

  test("ends in one line where no task can run", async () => {
    const path = join(product.folder, "vain.json");
    const own = JSON.parse(readFileSync(plan, "utf8"));
    const lines: string[] = [];
    for (const [name, model] of Object.entries({ load: unloadable(), exit: deadly("true") })) {
      writeFileSync(path, JSON.stringify({ ...own, replicates: 2, model }));
      const { code, err } = await sweep(path, folderOf(`vain-${name}`), "--runs-per-task", "2").ended;
      lines.push(`${code} ${err.trimEnd().split("\n").at(-1)}`);
    }
    expect(lines).toEqual([
      expect.stringMatching(
        /^2 error: .*unloadable\.mjs: expected a module that can be loaded; got the error: not on a node$/,
      ),
      "1 error: slurm: 8 tasks ended and none has finished a run: this run ends its process",
    ]);
  });

  test.each(["cluster.md", "cluster.zh.md"])("goes as docs/%s has it", async (name) => {
    const text = readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");
    const commands = blocksOf({ name, text })
      .filter((b) => b.language === "sh")
      .flatMap((b) => commandsIn(b.code));
    expect(commands.length).toBe(4);
    const dir = folderOf(`${name}-results`);
    const source = [process.execPath, "--import", "tsx", "--conditions=linli-source", "src/cli/main.ts"];
    const ended: number[] = [];
    for (const command of commands) {
      const [program, ...words] = command.split(" ");
      expect(program).toBe("linli");
      const { code, out, err } = await product.program([...source, ...words, "--out", dir, "--lang", "en"], cluster.env)
        .ended;
      expect([command, code, err]).toEqual([command, 0, expect.any(String)]);
      ended.push(code!);
      if (words.includes("--dry-run")) expect([out.slice(0, 9), existsSync(dir)]).toEqual(["#!/bin/sh", false]);
      else if (ended.length > 2) expect(out).toMatch(/All \d+ runs were made before; nothing was run/);
    }
    expect(ended).toEqual([0, 0, 0, 0]);
  });

  test("that the cluster would refuse is refused, in both languages, and nothing is written", async () => {
    const dir = folderOf("refused");
    for (const [lang, line] of [
      ["en", /^error: slurm: the cluster refuses such a job: .*partition.*\n$/i],
      ["zh", /^错误：Slurm：集群拒绝此作业：.*partition.*\n$/i],
    ] as const) {
      const { code, err } = await submit(dir, "--partition", "nowhere", "--lang", lang).ended;
      expect([code, err]).toEqual([2, expect.stringMatching(line)]);
    }
    expect(existsSync(dir)).toBe(false);
  });
});

/** A model that can be loaded here alone. */
function unloadable(): string {
  const path = join(product.folder, "unloadable.mjs");
  writeFileSync(
    path,
    `if (process.env.SLURM_JOB_ID) throw new Error("not on a node");
    export default (standard) => standard;`,
  );
  return path;
}

/** A model that fails with a half, and ends its process with full independence, or where that is told. */
function deadly(ends = "context.team.independence === 1"): string {
  const path = join(product.folder, `deadly-${ends.length}.mjs`);
  writeFileSync(
    path,
    `const mechanism = {
      name: "deadly", submodel: "7.9.9", title: { en: "Deadly", zh: "致命" }, summary: { en: "It ends.", zh: "它会终止。" },
      source: "assumption", order: "simultaneous", parameters: {}, writes: [],
      bind: ({ context }) => (tick) => {
        if (tick < 5) return;
        if (${ends}) {
          console.error("this run ends its process");
          process.exit(9);
        }
        if (context.team.independence === 0.5) throw new Error("no independence of a half");
      },
    };
    export default (standard) => standard.insertAfter("efficacy", mechanism);`,
  );
  return path;
}
