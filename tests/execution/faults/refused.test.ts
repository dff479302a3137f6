import { existsSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Product, type Running, until } from "./product.ts";
import { needing, REDIS } from "./programs.ts";
import { RedisServer } from "./redisServer.ts";
import { compare, report, rowsWritten, writePlan } from "./sweeps.ts";

const RUNS = 100;
const PASSWORD = "s3cret";
const product = new Product();
const whole = join(product.folder, "whole");
let plan: string;

beforeAll(async () => {
  await Promise.all([product.make("1.0.0"), product.make("2.0.0")]);
  plan = writePlan(product.folder, RUNS);
  expect((await product.start(["sweep", plan, "--out", whole, "--threads", "1"]).ended).code).toBe(0);
});

afterAll(() => product.end());

const refused = async (running: Running, line: RegExp) => {
  const { code, out, err } = await running.ended;
  expect(err).toMatch(line);
  expect(err.trimEnd().split("\n").at(-1)).toMatch(line);
  expect(code).toBe(2);
  expect(out + err).not.toContain(PASSWORD);
};

const needed = needing("what is refused", REDIS);
describe.skipIf(needed.skip)(needed.name, () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await RedisServer.start(product, { password: PASSWORD });
  });

  const submit = (dir: string, path = plan) =>
    product.start(["sweep", path, "--out", dir, "--executor", "queue", "--redis", redis.url]);
  const worker = (version = "1.0.0", ...more: string[]) =>
    product.start(["worker", "--redis", redis.url, "--threads", "1", ...more], { version });
  const announced = (running: Running) => until("runs wait", () => running.err.includes("runs wait in the queue"));
  const taking = (running: Running) => until("runs are taken", () => running.out.includes("makes runs of"));

  test("a worker of another version", async () => {
    const dir = join(product.folder, "version");
    const submitted = submit(dir);
    await announced(submitted);
    const line = /error: worker: expected version 1\.0\.0, that of sweep plan-100\.json; got 2\.0\.0$/m;
    await refused(worker("2.0.0"), line);
    await refused(
      worker("2.0.0", "--lang", "zh"),
      /错误：工作进程：应为扫描 plan-100\.json 的版本 1\.0\.0；实为 2\.0\.0$/m,
    );
    expect(rowsWritten(dir)).toBe(0);
    const fitting = worker();
    expect((await submitted.ended).code).toBe(0);
    await fitting.kill();
    report("a worker of another version", { ...compare(dir, whole), refused: 2 });
  });

  test("two sweeps into one directory", async () => {
    const dir = join(product.folder, "one");
    const submitted = submit(dir);
    await announced(submitted);
    await until("the directory is locked", () => existsSync(join(dir, "lock")));
    const line = /error: .+: expected a directory that no one works in; process \d+ does/;
    await refused(submit(dir), line);
    await refused(product.start(["sweep", plan, "--out", dir, "--threads", "1"]), line);
    const made = worker("1.0.0");
    expect((await submitted.ended).code).toBe(0);
    await made.kill();
    report("two sweeps into one directory", { ...compare(dir, whole), refused: 2 });
  });

  test("two sweeps of one plan into two directories are both made, by one worker", async () => {
    const dirs = ["left", "right"].map((name) => join(product.folder, name));
    const made = worker("1.0.0", "--until-idle", "2");
    const ends = await Promise.all(dirs.map((dir) => submit(dir).ended));
    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    const counts = dirs.map((dir) => compare(dir, whole));
    const sum = (of: "runs" | "lost" | "doubled") => counts.reduce((total, each) => total + each[of], 0);
    const { code, out } = await made.ended;
    expect([code, out]).toEqual([0, expect.stringMatching(new RegExp(`${2 * RUNS} runs made`))]);
    report("two sweeps at a time", { runs: sum("runs"), lost: sum("lost"), doubled: sum("doubled") });
  });

  test("a worker that lacks a file of the sweep, or has another of that name", async () => {
    const file = join(product.folder, "own.json");
    const blank = product.start(["list", "blank", "--json"]);
    expect((await blank.ended).code).toBe(0);
    writeFileSync(file, scenarioOf(blank.out));
    const own = writePlan(product.folder, 20, { scenarios: [file] });
    const dir = join(product.folder, "own");
    const submitted = submit(dir, own);
    await announced(submitted);
    renameSync(file, `${file}.away`);
    await refused(worker(), /own\.json: expected the file of sweep .+ at the same place on this machine; got none$/m);
    writeFileSync(file, "{}");
    await refused(
      worker(),
      /own\.json: expected the file as it was when the sweep began \(\w+\); got another \(\w+\)$/m,
    );
    renameSync(`${file}.away`, file);
    const made = worker();
    await taking(made);
    expect((await submitted.ended).code).toBe(0);
    await made.kill();
  });

  test.each([
    ["no address", [], /--redis: expected the address of a Redis server, or one in LINLI_REDIS; got none/],
    [
      "no such host",
      ["--redis", "redis://127.0.0.1:1"],
      /redis at 127\.0\.0\.1:1\/0: expected an answer; got .*ECONNREFUSED/,
    ],
    ["no address at all", ["--redis", `http://u:${PASSWORD}@x`], /--redis must be an address such as .+; got "…@x"/],
  ])("%s", async (_, argv, line) => {
    const dir = join(product.folder, "nothing");
    await refused(product.start(["sweep", plan, "--out", dir, "--executor", "queue", ...argv]), line);
    await refused(product.start(["worker", ...argv]), line);
    expect(existsSync(dir)).toBe(false);
  });

  test("a wrong password", async () => {
    const url = `redis://:${PASSWORD}1@127.0.0.1:${redis.port}`;
    const line = /error: redis at 127\.0\.0\.1:\d+\/0: expected an answer; got WRONGPASS/;
    await refused(product.start(["worker", "--redis", url, "--debug"]), /./);
    await refused(product.start(["worker", "--redis", url]), line);
    await refused(product.start(["worker", "--redis", redis.url.replace(`:${PASSWORD}@`, "")]), /got NOAUTH/);
  });

  test("options that do not fit together", async () => {
    const dir = join(product.folder, "nothing");
    const sweep = (...argv: string[]) => product.start(["sweep", plan, "--out", dir, ...argv]);
    await refused(sweep("--redis", redis.url), /--redis: expected --executor queue beside it; got threads$/m);
    await refused(sweep("--executor", "quue"), /unknown executor "quue"; did you mean "queue"\?/);
    const both = ["--executor", "queue", "--redis", redis.url, "--threads", "2"];
    await refused(sweep(...both), /--threads: expected workers to say how many they have/);
    expect(readdirSync(product.folder)).not.toContain("nothing");
  });
});

/** The shipped scenario as a file of one's own, under another name. */
function scenarioOf(json: string): string {
  return JSON.stringify({ ...JSON.parse(json), name: "own" });
}
