import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { blank } from "../../scenarios/blank.ts";
import { inChinese } from "../../src/cli/chinese.ts";
import { OUTCOMES } from "../../src/experiments/explain.ts";
import { linli } from "./terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-cli-explain-"));
const start = { ...blank.context.start, households: 14, blocks: 2 };
function scenario(name: string, context: object): string {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify({ name, context: { ...blank.context, start, ...context }, until: "2015-03-30" }));
  return path;
}
const a = scenario("near", {});
const b = scenario("far", { start: { ...start, acquaintances: 9 }, team: { ...blank.context.team, eventsMonthly: 6 } });

let made = 0;
async function explain(...argv: string[]) {
  const dir = join(folder, `results-${++made}`);
  return { dir, ...(await linli("explain", a, b, "--replicates", "3", "--threads", "1", "--out", dir, ...argv)) };
}

describe("linli explain", () => {
  test("tells of every outcome, its shares and interactions, and does nothing the second time", async () => {
    const first = await explain();
    expect([first.code, first.err]).toEqual([0, expect.stringMatching(/^0 of 12 runs\n/)]);
    expect(first.out).toContain("4 combinations of 2 blocks, 3 runs each, read on 2015-03-30");
    expect(first.out).toContain("The same in both: founding, timing, agenda, support, procedure");
    for (const outcome of OUTCOMES) expect(first.out).toContain(`(${outcome}, `);
    expect(first.out).toMatch(/^start +\+0\.\d+ \[\+0\.\d+, \+0\.\d+\] +\+\d+ \[\+\d+, \+\d+\] +\+0\.\d/m);
    expect(first.out).toMatch(/Interactions: start × team /);
    expect(first.out).toContain("In 12 of 12 runs nothing was brought, which counts as 0 resolved");
    const again = await linli("explain", a, b, "--replicates", "3", "--threads", "1", "--out", first.dir);
    expect([again.code, again.out, again.err]).toEqual([0, first.out, ""]);
  });

  test("--json is the result that lies in the directory, and --report makes page and picture", async () => {
    const { dir, code, out } = await explain("--outcome", "meanTrust", "--json", "--report");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(JSON.parse(readFileSync(join(dir, "explain.json"), "utf8")));
    expect(readFileSync(join(dir, "explain.html"), "utf8")).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(readFileSync(join(dir, "explain.svg"), "utf8")).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  });

  test("in Chinese, all but names is Chinese", async () => {
    const { out } = await explain("--lang", "zh", "--outcome", "meanTrust");
    expect(out).toContain("2 个模块，4 种组合，各运行 3 次，读取日 2015-03-30");
    expect(out).toMatch(/^初始条件 +\+0\./m);
    expect(out).toContain("两者相同：组织发起、时序安排、议题、外部支持、议事程序");
  });

  test("combinations that cannot be are named, and shares are along the orders that are left", async () => {
    const { support } = blank.context;
    const late = scenario("late", { start: { ...start, handover: "2015-02-02", moveInWeeks: 0.1 } });
    const owned = { ...support, ownersCommitteeFrom: "2015-01-12", money: 9 };
    const early = scenario("early", { start: { ...start, acquaintances: 9 }, support: owned });
    const own = ["--outcome", "meanTrust", "--replicates", "3", "--threads", "1", "--report"];
    const dir = join(folder, "orders");
    const { code, out } = await linli("explain", late, early, ...own, "--out", dir);
    expect(code).toBe(0);
    expect(out).toContain("1 combination cannot be: an owners' committee is formed before homes are handed over");
    expect(out).toContain("Shares are means over the 1 of 2 orders of swapping that meet none of them.");
    expect(out).toMatch(/^support .+ – +[^–]+$/m); // it cannot be swapped in alone, but last
    expect(out).not.toContain("Interactions: s");
    const zh = await linli("explain", late, early, ...own, "--out", dir, "--lang", "zh");
    expect(zh.out).toContain("1 种组合不成立：交房之前便成立业主委员会");
    expect(readFileSync(join(dir, "explain.html"), "utf8")).toContain("1 种组合不成立（交房之前便成立业主委员会）");
  });

  const wrong: [string, string[], RegExp][] = [
    ["one replicate", ["--replicates", "1"], /^error: --replicates must be a whole number of at least 2; got "1"\n$/],
    ["a date", ["--until", "soon"], /^error: --until must be a date/],
    ["a time", ["--at", "noon"], /^error: --at must be reading or final; got "noon"\n$/],
    ["a measure", ["--outcome", "meanTrsut"], /^error: unknown measure "meanTrsut"; did you mean "meanTrust"\?/],
    ["a date for an outcome", ["--outcome", "lastCouncilDate"], /^error: outcome lastCouncilDate: expected a measure/],
  ];
  test.each(wrong)("%s gets one line, exit code 2 and no directory", async (_, argv, line) => {
    const { code, out, err, dir } = await explain(...argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(line);
    expect(existsSync(dir)).toBe(false);
  });

  test("the same scenario twice has no gap, in both languages", async () => {
    const { code, err } = await linli("explain", a, a, "--out", join(folder, "none"));
    expect([code, err]).toEqual([
      2,
      "error: explain: expected two scenarios with different contexts; got near and near, which have the same\n",
    ]);
    const zh = await linli("explain", a, a, "--out", join(folder, "none"), "--lang", "zh");
    expect(zh.err).toBe("错误：explain：应为情境不同的两个情景；near 与 near 的情境相同\n");
  });

  test("a directory of another seed stays as it is", async () => {
    const { dir } = await explain();
    const other = await linli("explain", a, b, "--replicates", "3", "--out", dir, "--seed", "9");
    expect([other.code, other.err]).toEqual([
      2,
      expect.stringMatching(/holds a sweep of another plan: expected seed 1; got "9"/),
    ]);
  });
});

test("what cannot be explained is said in Chinese", () => {
  const lines = [
    "explain: expected scenarios that can be run to 2018-12-31; got one in which the run ends before it starts",
    "explain: expected scenarios that can be run to 2018-12-31; got one in which a team without hours convenes a council or gathers groups",
    "outcome suspensionDate: expected a measure that has a mean; got one that is a date",
    "until must not lie before the reading date (2018-04-30); got 2016-01-04",
    "intervals need a value of every cell in half of the resamples; got 3 of 2000: more replicates are needed",
  ];
  expect(lines.map(inChinese)).toEqual([
    "explain：两情景应能运行至 2018-12-31；其中一个的运行截止日早于起始日",
    "explain：两情景应能运行至 2018-12-31；其中一个的营造团队没有投入工时，却要召集议事会或组建团体",
    "指标 suspensionDate 应有均值；实为日期",
    "until 不得早于读取日（2018-04-30）；实为 2016-01-04",
    "计算区间须有半数以上的重抽样在每种组合中都有值；2000 次中仅 3 次：请增加重复次数",
  ]);
});
