import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, test } from "vitest";
import { newEstate, oldDistrict } from "../../scenarios/index.ts";
import { withBlocks } from "../../src/experiments/swap.ts";
import { replicateSeed } from "../../src/kernel/random.ts";
import { MEASURE_NAMES } from "../../src/observe/measures.ts";
import { RECORDED } from "../../src/observe/recorder.ts";
import { simulate } from "../../src/observe/simulation.ts";
import { linli } from "./terminal.ts";

const SHORT = ["--until", "2015-06-29"];
const folder = mkdtempSync(join(tmpdir(), "linli-"));
afterAll(() => rmSync(folder, { recursive: true }));

const json = async (...argv: string[]) => JSON.parse((await linli(...argv, "--json")).out);

describe("run --json", () => {
  test("tells what was set, so that two results can be told apart", async () => {
    const run = await json("run", "new-estate", "--set", "trust.prior=4", "--until", "2015-06-29");
    expect(run).toMatchObject({ values: { "trust.prior": 4 }, until: "2015-06-29", network: null });
  });

  test("runs one replicate of many alone, with the seed it has among them", async () => {
    const until = ["--until", "2015-06-29"];
    const three = await json("run", "new-estate", "--replicates", "3", ...until);
    const last = await json("run", "new-estate", "--replicate", "2", ...until);
    expect(last.replicates).toEqual([three.replicates[2]]);
  });

  test("prints one object of the documented shape", async () => {
    const { code, out, err } = await linli("run", "new-estate", "--json", "--until", "2016-12-26");
    expect([code, err]).toEqual([0, ""]);
    const run = JSON.parse(out);
    expect(Object.keys(run)).toEqual([
      "scenario",
      "version",
      "rootSeed",
      "values",
      "changes",
      "blocks",
      "model",
      "until",
      "network",
      "replicates",
      "patterns",
    ]);
    expect(run).toMatchObject({ scenario: "new-estate", rootSeed: "1" });
    const [replicate] = run.replicates;
    expect(Object.keys(replicate)).toEqual(["seed", "hash", "reading", "final", "events"]);
    expect(Object.keys(replicate.reading)).toEqual([...MEASURE_NAMES]);
    expect(Object.keys(replicate.final)).toEqual([...MEASURE_NAMES]);
    expect(Object.keys(replicate.events[0])).toEqual(["date", "kind", "who", "reason"]);
    expect(run.patterns[0]).toMatchObject({ name: expect.any(String), insideShare: expect.any(Number) });
    for (const key of ["low", "high", "median", "q05", "q95"]) expect(run.patterns[0]).toHaveProperty(key);
  });

  test("holds null for measures of a date that the run did not reach", async () => {
    const run = await json("run", "new-estate", ...SHORT);
    expect(new Set(Object.values(run.replicates[0].reading))).toEqual(new Set([null]));
    expect(run.replicates[0].final.residents).toBeGreaterThan(0);
  });

  test("gives equal hashes for equal seeds, and more replicates leave the first as it was", async () => {
    const [one, again, three] = [
      await json("run", "new-estate", "--seed", "estate seven", ...SHORT),
      await json("run", "new-estate", "--seed", "estate seven", ...SHORT),
      await json("run", "new-estate", "--seed", "estate seven", "--replicates", "3", ...SHORT),
    ];
    expect(again).toEqual(one);
    expect(three.replicates[0]).toEqual(one.replicates[0]);
    expect(three.replicates.map((r: { seed: string }) => r.seed)).toEqual(
      [0, 1, 2].map((r) => replicateSeed("estate seven", r)),
    );
    expect(new Set(three.replicates.map((r: { hash: string }) => r.hash)).size).toBe(3);
  });

  test("adds a weekly series on request, without touching the run", async () => {
    const plain = await json("run", "old-district", ...SHORT);
    const [replicate] = (await json("run", "old-district", "--series", ...SHORT)).replicates;
    expect(replicate.series.date.slice(0, 2)).toEqual(["2015-01-12", "2015-01-19"]);
    expect(Object.keys(replicate.series)).toEqual(["date", ...Object.keys(RECORDED)]);
    for (const column of Object.values(replicate.series)) expect(column).toHaveLength(25);
    const { series: _, ...rest } = replicate;
    expect(rest).toEqual(plain.replicates[0]);
  });

  test("takes parameters and context fields of every kind", async () => {
    const settings = [
      "trust.breachWeight=3",
      "team.effort=60",
      "founding.council=false",
      "support.committeeFrom=never",
      "team.payer=government",
      "start.handover=2016-04-04",
      'founding.groups=[{"need":"arts","week":4,"size":8}]',
    ];
    const run = await json("run", "new-estate", ...settings.flatMap((s) => ["--set", s]), ...SHORT);
    expect(run.replicates[0].hash).not.toBe((await json("run", "new-estate", ...SHORT)).replicates[0].hash);
  });
});

describe("run --set name@date and --block", () => {
  const until = ["--until", "2017-12-25"];
  const dated = ["--set", "support.ownersCommittee@2017-07-03=true", "--set", "trust.breachWeight@2016-02-10=5"];

  test("sets on the way what is changed by hand at that date", async () => {
    const run = await json("run", "new-estate", ...dated, ...until);
    const byHand = simulate(newEstate, { seed: replicateSeed("1", 0), until: "2017-12-25" });
    byHand.stepTo("2016-02-10").change({ "trust.breachWeight": 5 });
    byHand.stepTo("2017-07-03").change({ "support.ownersCommittee": true });
    expect(run.replicates[0].hash).toBe(byHand.finish().hash);
    expect(run).toMatchObject({
      values: {},
      changes: [
        { date: "2016-02-10", values: { "trust.breachWeight": 5 } },
        { date: "2017-07-03", values: { "support.ownersCommittee": true } },
      ],
    });
  });

  test("takes whole blocks from another scenario, in threads as in one", async () => {
    const argv = [
      "--block",
      "agenda=old-district",
      "--block",
      "team=old-district",
      "--set",
      "team.effort=60",
      ...SHORT,
    ];
    const run = await json("run", "new-estate", ...argv, "--replicates", "2");
    const mixed = withBlocks(newEstate, oldDistrict, ["agenda", "team"]);
    const plain = { until: "2015-06-29", values: { "team.effort": 60 } };
    const hashes = [0, 1].map((r) => simulate(mixed, { ...plain, seed: replicateSeed("1", r) }).finish().hash);
    expect(run.replicates.map((r: { hash: string }) => r.hash)).toEqual(hashes);
    expect(run).toMatchObject({ scenario: "new-estate", blocks: { agenda: "old-district", team: "old-district" } });
  });

  test("is told to the reader, and kept with the results under an id of its own", async () => {
    const argv = ["--set", "team.effort@2015-03-02=60", "--block", "agenda=old-district", ...SHORT];
    const dirs = ["with", "without"].map((name) => join(folder, name));
    const { out } = await linli("run", "new-estate", ...argv, "--out", dirs[0]!);
    expect(out).toContain("Blocks: agenda from old-district\nSet: team.effort@2015-03-02=60");
    expect((await linli("run", "new-estate", ...argv, "--lang", "zh")).out).toContain(
      "情境模块：agenda 取自 old-district",
    );
    await linli("run", "new-estate", ...argv.slice(2), "--out", dirs[1]!);
    const { plans } = JSON.parse(readFileSync(join(dirs[0]!, "manifest.json"), "utf8"));
    expect(plans[0]).toMatchObject({
      values: {},
      changes: [{ date: "2015-03-02", values: { "team.effort": 60 } }],
      blocks: { agenda: "old-district" },
    });
    const [one, other] = dirs.map(
      (dir) => parse<Record<string, string>>(readFileSync(join(dir, "runs.csv")), { columns: true })[0]!,
    );
    expect(JSON.parse(one!.values!)).toEqual({ "team.effort@2015-03-02": 60 });
    expect(one!.id).not.toBe(other!.id);
    for (const dir of dirs) rmSync(dir, { recursive: true });
  });
});

describe("run for a reader", () => {
  test("shows measures, the paper, series, story, seeds and version", async () => {
    const { code, out } = await linli("run", "new-estate", "--replicates", "2", "--until", "2016-12-26");
    expect(code).toBe(0);
    for (const part of [
      "Measures",
      "Beside what is reported",
      "Course",
      "Story of the first replicate",
      "Root seed 1",
      replicateSeed("1", 1),
    ]) {
      expect(out).toContain(part);
    }
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(118);
  });

  test("speaks Chinese with --lang zh", async () => {
    const { out } = await linli("run", "new-estate", "--lang", "zh", "--until", "2016-12-26");
    for (const part of ["新建商品房小区（自上而下）", "指标", "与经验资料对照", "过程", "经过", "随机种子 1"])
      expect(out).toContain(part);
    expect(out).not.toMatch(/measure|pattern|Story/);
  });
});

describe("run --out", () => {
  test("writes a folder of plain tables that go together", async () => {
    const dir = join(folder, "results");
    const { code } = await linli(
      "run",
      "village",
      "--replicates",
      "2",
      "--set",
      "team.effort=5",
      "--out",
      dir,
      ...SHORT,
    );
    expect(code).toBe(0);
    expect(readdirSync(dir).sort()).toEqual(["events.csv", "manifest.json", "runs.csv", "series.csv", "ties.gexf"]);
    expect(readdirSync(folder)).toEqual(["results"]);
    const rows = (name: string): Record<string, string>[] => parse(readFileSync(join(dir, name)), { columns: true });
    const runs = rows("runs.csv");
    expect(runs.map((r) => [r.scenario, r.replicate, r.status])).toEqual([
      ["village", "0", "finished"],
      ["village", "1", "finished"],
    ]);
    expect(JSON.parse(runs[0]!.values!)).toEqual({ "team.effort": 5 });
    const ids = new Set(runs.map((r) => r.id));
    expect(ids.size).toBe(2);
    for (const name of ["series.csv", "events.csv"]) for (const row of rows(name)) expect(ids).toContain(row.run);
    expect(JSON.parse(readFileSync(join(dir, "manifest.json"), "utf8")).plans[0]).toMatchObject({
      scenario: "village",
      rootSeed: "1",
      replicates: 2,
    });
    expect(readFileSync(join(dir, "ties.gexf"), "utf8")).toContain("<gexf");
  });
});
