import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Product, type Running, until } from "./product.ts";
import { needing, REDIS } from "./programs.ts";
import { RedisServer } from "./redisServer.ts";
import { compare, report, rowsWritten, writePlan } from "./sweeps.ts";

const RUNS = 200;
const product = new Product();
const whole = join(product.folder, "whole");
let plan: string;

beforeAll(async () => {
  await product.make("1.0.0");
  plan = writePlan(product.folder, RUNS, { until: "2016-03-28" });
  expect((await product.start(["sweep", plan, "--out", whole, "--threads", "1"]).ended).code).toBe(0);
});

afterAll(() => product.end());

const worker = (redis: RedisServer) =>
  product.start(["worker", "--redis", redis.url, "--threads", "1", "--lost-after", "1"]);
const submit = (redis: RedisServer, dir: string) =>
  product.start(["sweep", plan, "--out", dir, "--executor", "queue", "--redis", redis.url, "--json"]);

/** Waits for the end of a sweep that must come to its end. */
async function complete(submitted: Running): Promise<{ made: number; done: number }> {
  const { code, out, err } = await submitted.ended;
  expect([code, err]).toEqual([0, expect.any(String)]);
  return JSON.parse(out);
}

const killed = needing("a queue", REDIS);
describe.skipIf(killed.skip)(killed.name, () => {
  test("loses nothing by kill -9 of workers, again and again", async () => {
    const redis = await RedisServer.start(product);
    const dir = join(product.folder, "workers");
    const workers = [worker(redis), worker(redis)];
    const submitted = submit(redis, dir);
    let kills = 0;
    for (; kills < 4; kills++) {
      const goal = Math.floor(((kills + 1) * RUNS) / 6);
      await until(`${goal} runs are written`, () => rowsWritten(dir) >= goal);
      await workers[kills % 2]!.kill();
      workers[kills % 2] = worker(redis);
    }
    expect(await complete(submitted)).toMatchObject({ made: RUNS, done: RUNS });
    await until("redis is empty", async () => (await redis.keys()) === 0);
    report("kill -9 of a worker", { ...compare(dir, whole), kills });
  });

  test("loses nothing by kill -9 of the process that submits", async () => {
    const redis = await RedisServer.start(product);
    const dir = join(product.folder, "submitter");
    const made = worker(redis);
    let kills = 0;
    for (; kills < 4; kills++) {
      const submitted = submit(redis, dir);
      const goal = Math.floor(((kills + 1) * RUNS) / 6);
      await until(`${goal} runs are written`, () => rowsWritten(dir) >= goal);
      await submitted.kill();
    }
    const before = rowsWritten(dir);
    const last = await complete(submit(redis, dir));
    expect(last.done).toBe(RUNS);
    await made.kill("SIGTERM");
    const { code, out } = await made.ended;
    expect(code).toBe(0);
    const runs = Number(/(\d+) runs made/.exec(out)![1]);
    // what was in Redis was taken, not made again; a kill may tear the row that was being written
    expect(runs).toBeGreaterThanOrEqual(RUNS);
    expect(runs).toBeLessThanOrEqual(RUNS + kills);
    const more = { kills, "written before the last start": before, "made by the worker": runs };
    report("kill -9 of the process that submits", { ...compare(dir, whole), ...more });
  });

  test("loses nothing by kill -9 of redis with its append-only file", async () => {
    const redis = await RedisServer.start(product);
    const dir = join(product.folder, "redis");
    const made = worker(redis);
    const submitted = submit(redis, dir);
    let kills = 0;
    for (; kills < 3; kills++) {
      const goal = Math.floor(((kills + 1) * RUNS) / 6);
      await until(`${goal} runs are written`, () => rowsWritten(dir) >= goal);
      await redis.kill();
      await until("the outage is told of", () => submitted.err.split("does not answer").length > kills + 1);
      await redis.start();
    }
    await complete(submitted);
    for (const { err } of [submitted, made]) {
      expect(err).toMatch(/redis at 127\.0\.0\.1:\d+\/0 does not answer: waiting for it/);
      expect(err).toMatch(/answers again/);
    }
    report("kill -9 of redis", { ...compare(dir, whole), kills });
  });

  test("loses nothing where redis forgets everything", async () => {
    const redis = await RedisServer.start(product);
    const dir = join(product.folder, "forgotten");
    worker(redis);
    const submitted = submit(redis, dir);
    await until("runs are written", () => rowsWritten(dir) >= RUNS / 4);
    await redis.kill();
    await redis.start({ empty: true });
    await complete(submitted);
    report("a redis that forgets", { ...compare(dir, whole), kills: 1 });
  });
});
