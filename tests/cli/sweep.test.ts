import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inChinese } from "../../src/cli/chinese.ts";
import { tableOf } from "../execution/tiny.ts";
import { fileCount, inFolder, planFile, SMALL, sweep } from "./smallSweep.ts";
import { linli } from "./terminal.ts";

/** A model whose mechanism fails for one value, and what it is set by. */
function fragile(): object {
  const path = inFolder("fragile.mjs");
  const label = `{ en: "level", zh: "水平" }`;
  const level = `{ default: 0, range: [0, 9], unit: "level", source: "assumption", label: ${label}, note: ${label} }`;
  writeFileSync(
    path,
    `export default (standard) => standard.insertAfter("efficacy", {
      ...standard.mechanisms.find((m) => m.name === "efficacy"),
      name: "fragile", submodel: "7.8.9", parameters: { level: ${level} }, writes: [], columns: {}, events: {},
      bind: ({ values }) => (tick) => { if (values.level === 2 && tick === 3) throw new Error("2 is too much"); },
    });`,
  );
  return { model: path, axes: { "fragile.level": [1, 2, 3] } };
}

describe("linli sweep", () => {
  test("runs a plan, tells of it, and does nothing the second time", async () => {
    const first = await sweep({});
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/^plan-\d+\.json\n4 of 4 runs, 0 failed, /);
    expect(first.out).toContain(`\n  npx linli report ${first.dir}   #`);
    expect(first.out).toContain(`\n  npx linli sweep ${first.plan} --run `);
    expect(first.err).toMatch(/^0 of 4 runs\n/);
    const before = readFileSync(join(first.dir, "runs.csv"), "utf8");
    const again = await linli("sweep", first.plan, "--out", first.dir, "--threads", "1");
    expect(again.code).toBe(0);
    expect(again.out).toContain("All 4 runs were made before; nothing was run.");
    expect(again.err).toBe("");
    expect(readFileSync(join(first.dir, "runs.csv"), "utf8")).toBe(before);
    const chinese = await linli("sweep", first.plan, "--out", first.dir, "--lang", "zh");
    expect(chinese.out).toContain(`\n  npx linli report ${first.dir} --lang zh   #`);
  });

  test("shows the mean of a measure at a point as its runs have it", async () => {
    const { dir, out } = await sweep({ measures: ["meanTrust"] }, "--json");
    const rows = tableOf(join(dir, "runs.csv")).filter((row) => row.point === "1");
    const mean = rows.reduce((sum, row) => sum + Number(row.final_meanTrust), 0) / rows.length;
    const { points } = JSON.parse(out);
    expect(points[1]).toMatchObject({ point: 1, setting: { "team.independence": 1 }, replicates: 2 });
    expect(points[1].final.meanTrust.mean).toBeCloseTo(mean, 12);
  });

  test("counts the measures that the table of points has no room for, and says where they are", async () => {
    const measures = ["meanTrust", "tieTrust", "organizations", "issuesArisen", "demandsBrought", "demandsDecided"];
    const { dir, out } = await sweep({ measures });
    const columns = /^─[─ ]+$/m.exec(out)![0].split("  ").length - 3; // point, axis and runs stand before them
    const left = /… and (\d+) more measures: all are\s+in (\S+)/.exec(out)!;
    expect(Number(left[1])).toBe(measures.length - columns);
    expect(left[2]).toBe(join(dir, "summary.csv"));
    expect((await sweep({ measures: ["meanTrust"] })).out).not.toContain("more measure");
    expect((await sweep({ measures }, "--lang", "zh")).out).toMatch(/……另有\d项指标，全部见/);
  });

  test("a run that fails is named with seed, reason and values; the rest finish, and the exit code says so", async () => {
    const { code, out, err, dir, plan } = await sweep(fragile());
    expect(code).toBe(1);
    expect(err).toMatch(/error: 2 of 6 runs failed\n$/);
    const failed = tableOf(join(dir, "runs.csv")).filter((row) => row.status === "failed");
    const reason = 'mechanism "fragile", week of 2015-01-26: 2 is too much';
    expect(failed.map((row) => [row.point, row.reason])).toEqual([
      ["1", reason],
      ["1", reason],
    ]);
    for (const row of failed) expect(out.replace(/\s+/g, " ")).toContain(`${row.seed} ${reason}`);
    expect(out).toContain("Values of the first: fragile.level=2");
    expect(out).toContain(`linli sweep ${plan} --run 1:0`);
    const retried = await linli("sweep", plan, "--out", dir, "--threads", "1", "--retry-failed", "--json");
    expect(retried.code).toBe(1);
    expect(JSON.parse(retried.out)).toMatchObject({ complete: true, made: 2, failed: 2, runs: 6 });
  });

  test("--run makes the very run again, and fails as it did", async () => {
    const plan = planFile(fragile());
    const dir = inFolder(`results-${fileCount()}`);
    await linli("sweep", plan, "--out", dir, "--threads", "1");
    const row = tableOf(join(dir, "runs.csv")).find((r) => r.point === "2" && r.replicate === "1")!;
    const again = await linli("sweep", plan, "--run", "2:1");
    expect(again.code).toBe(0);
    expect(again.out).toContain(`replicate 1: seed ${row.seed}, final state ${row.hash}`);
    const failing = await linli("sweep", plan, "--run", "1:0");
    expect([failing.code, failing.err]).toEqual([1, expect.stringContaining("2 is too much")]);
    expect(failing.err).toMatch(/^[^\n]+\n$/);
    const chinese = await linli("sweep", plan, "--run", "1:0", "--lang", "zh");
    expect(chinese.err).toMatch(/^错误：\S+，种子 \S+：机制“fragile”，2015-01-26 当周：2 is too much\n$/);
    const debugged = await linli("sweep", plan, "--run", "1:0", "--debug");
    expect(debugged.err).toMatch(/\ncaused by Error: 2 is too much\n\s+at .*fragile\.mjs/);
  });

  test("options go before the plan, and --dry-run writes nothing", async () => {
    const set = ["--seed", "8", "--replicates", "3", "--until", "2015-02-02", "--set", "start.households=11"];
    const { code, out, dir } = await sweep({}, ...set, "--dry-run", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ points: 2, replicates: 3, runs: 6, seed: 8, workers: 1 });
    expect(existsSync(dir)).toBe(false);
    const { dir: made } = await sweep({}, ...set);
    const rows = tableOf(join(made, "runs.csv"));
    expect(rows).toHaveLength(6);
    expect(JSON.parse(rows[0]!.values!)).toMatchObject({ "start.households": 11 });
    expect(JSON.parse(readFileSync(join(made, "manifest.json"), "utf8")).plan).toMatchObject({ until: "2015-02-02" });
  });

  test("--dry-run counts what is made and what is still to be made, and leaves it as it is", async () => {
    const { dir, plan } = await sweep({});
    const before = readFileSync(join(dir, "manifest.json"), "utf8");
    const dry = (...argv: string[]) => linli("sweep", plan, "--out", dir, "--dry-run", ...argv);
    expect((await dry("--replicates", "5")).out).toContain(`In ${dir}: 4 made before, 6 still to be made.\n`);
    expect((await dry("--replicates", "5", "--lang", "zh")).out).toContain(`${dir} 中已完成4次，尚需运行6次。\n`);
    expect(JSON.parse((await dry("--json")).out)).toMatchObject({ runs: 4, done: 4, left: 0, seconds: 0 });
    expect((await linli("sweep", plan, "--dry-run", "--out", inFolder("none"))).out).not.toContain("made before");
    expect(readFileSync(join(dir, "manifest.json"), "utf8")).toBe(before);
    expect(existsSync(join(dir, "lock"))).toBe(false);
    const other = await dry("--seed", "9");
    expect([other.code, other.out, other.err]).toEqual([2, "", expect.stringContaining("a sweep of another plan")]);
  });

  test("--until-ci adds replicates up to --most, and tells how many each point took", async () => {
    const { code, out } = await sweep({}, "--until-ci", "meanTrust=0.000001", "--most", "5");
    expect(code).toBe(0);
    expect(out).toContain("Replicates: 5 to 5 a point");
    expect(out).toContain("2 of 2 points took the most allowed (5)");
  });

  test("shards merge into the directory of the whole sweep", async () => {
    const whole = await sweep({});
    const shards = await Promise.all(
      ["1/2", "2/2"].map(async (shard, k) => {
        const dir = inFolder(`shard-${k}`);
        await linli("sweep", whole.plan, "--shard", shard, "--out", dir, "--threads", "1");
        return dir;
      }),
    );
    const merged = await linli("merge", ...shards, "--out", inFolder("merged"));
    expect(merged.out).toMatch(/^4 runs merged into .+, 0 failed, 0 missing\.\n/);
    expect(readFileSync(inFolder("merged/runs.csv"), "utf8")).toBe(readFileSync(join(whole.dir, "runs.csv"), "utf8"));
  });

  test("in Chinese, all but names is Chinese", async () => {
    const { out, err } = await sweep(fragile(), "--lang", "zh");
    expect(out).toContain("已完成 6/6 次运行，2次失败");
    expect(out).toContain("失败的运行（2次）");
    expect(err).toMatch(/错误：共 6 次运行，其中 2 次失败\n$/);
  });
});

describe("wrong input gets one line that names the place, exit code 2 and no file", () => {
  const cases: [string, string[], RegExp][] = [
    [
      "an option of the plan",
      ["--set", "team.independence=0"],
      /^error: --set team\.independence must be left out, for/,
    ],
    ["a value", ["--set", "trust.prior=-1"], /^error: trust\.prior must lie in \[/],
    ["a name", ["--set", "fragile.levl=2"], /^error: --set fragile\.levl: unknown parameter or context field/],
    ["a date", ["--until", "soon"], /^error: --until must be a date/],
    ["a date too early", ["--until", "1999-01-01"], /^error: --until/],
    ["a shard", ["--shard", "3/2"], /^error: --shard must be given as i\/n/],
    ["a measure", ["--until-ci", "trust=1"], /^error: unknown measure of the plan "trust"/],
    ["a width", ["--until-ci", "meanTrust=0"], /^error: --until-ci meanTrust: expected a width above 0; got "0"/],
    ["a lone cap", ["--most", "9"], /^error: --most: expected --until-ci beside it/],
    ["a run", ["--run", "2:0"], /^error: --run: expected a point from 0 to 1; got 2/],
    ["a run's form", ["--run", "2"], /^error: --run must be given as point:replicate/],
    ["replicates", ["--replicates", "0"], /^error: --replicates must be a whole number of at least 1/],
    ["a report of a shard", ["--report", "--shard", "1/2"], /^error: --report: expected a whole sweep/],
  ];
  test.each(cases)("%s", async (_, argv, line) => {
    const { code, out, err, dir } = await sweep({}, ...argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(line);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(existsSync(dir)).toBe(false);
  });

  test("a key that stands twice in a plan is named, with the place of the second", async () => {
    const plan = inFolder("twice.yaml");
    writeFileSync(plan, "scenarios: [blank]\naxes: {}\nreplicates: 1\nseed: 1\nreplicates: 2\n");
    const { code, err } = await linli("sweep", plan);
    expect([code, err]).toEqual([
      2,
      `error: ${plan}: row 5, column 1: expected each key once; got "replicates" twice\n`,
    ]);
  });

  test("a measure of no name is answered with those that hold it, and where all are listed", async () => {
    const { err } = await linli("sweep", planFile({ measures: ["trust"] }), "--lang", "zh");
    expect(err).toMatch(
      /未知指标“trust”；是否指“.*meanTrust.*”？.*（共\d+个）；用 `npx linli list measures` 查看全部\n$/,
    );
  });

  test("a directory inside of a file is refused", async () => {
    const { code, out, err } = await linli("sweep", planFile(), "--out", join(planFile(), "results"), "--threads", "1");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^error: .+plan-\d+\.json: expected a folder; got a file of that name\n$/);
  });

  test("a directory of another plan stays as it is", async () => {
    const { dir } = await sweep({});
    const before = readFileSync(join(dir, "manifest.json"), "utf8");
    const other = await linli("sweep", planFile({ seed: 8 }), "--out", dir, "--threads", "1", "--lang", "zh");
    expect([other.code, other.out]).toEqual([2, ""]);
    expect(other.err).toMatch(/^错误：.+ 中是另一计划的扫描：seed 应为 7；实为 8（可用 --out 另指文件夹）\n$/);
    expect(readFileSync(join(dir, "manifest.json"), "utf8")).toBe(before);
  });
});

describe("linli sensitivity", () => {
  const axes = { "team.independence": {}, "start.households": { from: 10, to: 20 } };
  const { "start.households": _, ...values } = SMALL.values;

  test("runs a plan and ranks its axes; of its directory it says the same", async () => {
    const plan = planFile({ axes, values, design: { morris: 2 }, replicates: 1 });
    const dir = inFolder(`results-${fileCount()}`);
    const own = ["--measure", "meanTrust", "--json"];
    const first = await linli("sensitivity", plan, "--out", dir, "--threads", "1", ...own);
    expect(first.code).toBe(0);
    const [found] = JSON.parse(first.out).measures;
    expect(found).toMatchObject({ measure: "meanTrust", method: "morris", trajectories: 2 });
    expect(found.axes.map((axis: { name: string }) => axis.name)).toEqual(Object.keys(axes));
    expect(JSON.parse((await linli("sensitivity", dir, ...own)).out).measures).toEqual([found]);
    const table = await linli("sensitivity", dir, "--measure", "meanTrust", "--lang", "zh");
    expect(table.out).toContain("参数轴");
  });

  test("second-order indices stand by pairs", async () => {
    const { dir } = await sweep({ axes, values, design: { saltelli: 2, secondOrder: true }, replicates: 1 });
    const { measures } = JSON.parse((await linli("sensitivity", dir, "--measure", "meanTrust", "--json")).out);
    expect(measures[0].pairs.map((pair: { axes: string[] }) => pair.axes)).toEqual([Object.keys(axes)]);
  });

  test("another design, an unknown measure and options without a plan are refused", async () => {
    const { dir, plan } = await sweep({});
    const line = async (...argv: string[]) => (await linli("sensitivity", ...argv)).err;
    expect(await line(dir)).toMatch(/expected a design that indices are made from, morris or saltelli; got "grid"/);
    expect(await line(plan)).toMatch(/expected a design that indices are made from/);
    expect(await line(dir, "--seed", "3")).toMatch(/^error: --seed: expected a plan/);
    expect(await line(dir, "--at", "noon")).toMatch(/^error: --at must be reading or final/);
  });
});

test("what stops a sweep is said in Chinese", () => {
  const lines = [
    "out: the disk is full; all runs written so far are kept, and the same command goes on with the rest",
    "out: expected a directory that no one works in; process 7 does (if it has ended, remove out/lock)",
    "out: expected a directory that no one works in; process 7 on pc does (if it has ended, remove out/lock)",
    "out holds a sweep of more replicates: expected at least 5; got 3 (--out takes another folder)",
    "out holds a sweep with another model: expected a; got b (--out takes another folder)",
    'a.yaml: row 5, column 1: expected each key once; got "seed" twice',
    "a.mjs: the plan must be an object; got 3",
    "a.yaml: row 1, column 3: the plan must be an object; got null",
    "a/b: expected a folder; got a file of that name",
  ];
  expect(lines.map(inChinese)).toEqual([
    "out：磁盘已满；已写入的运行均已保存，再次执行同一命令即可继续",
    "out：此文件夹正由进程 7 使用（若该进程已结束，请删除 out/lock）",
    "out：此文件夹正由 pc 上的进程 7 使用（若该进程已结束，请删除 out/lock）",
    "out 中扫描的重复次数更多：应不少于 5；实为 3（可用 --out 另指文件夹）",
    "out 中是另一次扫描（model 不同）：应为 a；实为 b（可用 --out 另指文件夹）",
    'a.yaml：第 5 行，第 1 列：同一层中每个键只能写一次；"seed" 写了两次',
    "a.mjs：计划应为对象；实为 3",
    "a.yaml：第 1 行，第 3 列：计划应为对象；实为空",
    "a/b：应为文件夹；实为同名文件",
  ]);
});
