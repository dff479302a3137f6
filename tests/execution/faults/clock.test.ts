import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Product, until } from "./product.ts";
import { FAKETIME, needing, REDIS } from "./programs.ts";
import { RedisServer } from "./redisServer.ts";
import { compare, report, rowsWritten, writePlan } from "./sweeps.ts";

const RUNS = 300;
const product = new Product();

afterAll(() => product.end());

const worker = ["worker", "--threads", "1", "--lost-after", "1", "--redis"];
const submit = (plan: string, dir: string) => ["sweep", plan, "--out", dir, "--executor", "queue", "--redis"];

test("no code of the product reads the time of day: clocks that jump change nothing", () => {
  const src = fileURLToPath(new URL("../../../src", import.meta.url));
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  const readers = files.filter((name) => /\bDate\.now\b|new Date\(\)/.test(readFileSync(join(src, name), "utf8")));
  expect(files.length).toBeGreaterThan(100);
  expect(readers).toEqual([]);
});

const needed = needing("a clock that jumps", FAKETIME, REDIS);
describe.skipIf(needed.skip)(needed.name, () => {
  const whole = join(product.folder, "whole");
  const clock = join(product.folder, "clock");
  let plan: string;
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    await product.make("1.0.0");
    plan = writePlan(product.folder, RUNS);
    expect((await product.start(["sweep", plan, "--out", whole, "--threads", "1"]).ended).code).toBe(0);
    const library = execFileSync("faketime", ["-m", "-f", "+0", "printenv", "LD_PRELOAD"], { encoding: "utf8" }).trim();
    env = { LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: clock, FAKETIME_NO_CACHE: "1", DONT_FAKE_MONOTONIC: "1" };
  });

  const jumps = ["+1d", "-1d", "+400d", "+0"];
  const dateNow = () =>
    Number(execFileSync(process.execPath, ["-p", "Date.now()"], { env: { ...process.env, ...env } }));

  test("of the submitting process and of a worker loses nothing", async () => {
    writeFileSync(clock, "+0");
    const redis = await RedisServer.start(product);
    const dir = join(product.folder, "jumped");
    const made = product.start([...worker, redis.url], { env });
    const submitted = product.start([...submit(plan, dir), redis.url], { env });
    for (const [k, jump] of jumps.entries()) {
      const goal = Math.floor(((k + 1) * RUNS) / (jumps.length + 2));
      await until(`${goal} runs are written`, () => rowsWritten(dir) >= goal);
      writeFileSync(clock, jump);
      const seen = dateNow() - performance.timeOrigin - performance.now();
      expect(Math.abs(seen - Number.parseInt(jump, 10) * 86_400_000)).toBeLessThan(60_000);
    }
    const { code, err } = await submitted.ended;
    expect([code, err]).toEqual([0, expect.any(String)]);
    await made.kill("SIGINT");
    const runs = Number(/(\d+) runs made/.exec((await made.ended).out)![1]);
    report("a clock that jumps, over a queue", { ...compare(dir, whole), jumps: jumps.length, "made in all": runs });
  });

  test("of a sweep in threads loses nothing", async () => {
    writeFileSync(clock, "+0");
    const dir = join(product.folder, "threads");
    const submitted = product.start(["sweep", plan, "--out", dir, "--threads", "2"], { env });
    for (const [k, jump] of jumps.entries()) {
      await until("runs are written", () => rowsWritten(dir) >= ((k + 1) * RUNS) / (jumps.length + 2));
      writeFileSync(clock, jump);
    }
    expect((await submitted.ended).code).toBe(0);
    report("a clock that jumps, in threads", { ...compare(dir, whole), jumps: jumps.length });
  });
});

const server = needing(
  "a server whose clock is set back, so that locks of the dead last for days, loses nothing",
  REDIS,
);
test.skipIf(server.skip)(server.name, async () => {
  await product.make("1.0.0");
  const plan = writePlan(product.folder, 50);
  const [dir, whole] = ["back", "back-whole"].map((name) => join(product.folder, name));
  expect((await product.start(["sweep", plan, "--out", whole!, "--threads", "1"]).ended).code).toBe(0);
  const redis = await RedisServer.start(product);
  const first = product.start([...worker, redis.url]);
  const submitted = product.start([...submit(plan, dir!), redis.url]);
  await until("runs are written", () => rowsWritten(dir!) >= 10);
  await first.kill();
  // what the server's clock does to whatever ends at a time of day
  const held = (await redis.ask("keys", "*")).filter((key) => /:lock$|:stalled-check$/.test(key));
  for (const key of held) await redis.ask("pexpire", key, String(2 * 86_400_000));
  product.start([...worker, redis.url]);
  expect((await submitted.ended).code).toBe(0);
  report("a server's clock set back", { ...compare(dir!, whole!), kills: 1, "keys held": held.length });
});
