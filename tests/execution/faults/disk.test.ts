import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disk } from "./disks.ts";
import { type Ended, Product } from "./product.ts";
import { MOUNTS, needing, REDIS } from "./programs.ts";
import { RedisServer } from "./redisServer.ts";
import { compare, report, rowsWritten, writePlan } from "./sweeps.ts";

const RUNS = 60;
const product = new Product();
const whole = join(product.folder, "whole");
let plan: string;

beforeAll(async () => {
  await product.make("1.0.0");
  plan = writePlan(product.folder, RUNS);
  expect((await product.start(["sweep", plan, "--out", whole, "--threads", "1"]).ended).code).toBe(0);
});

afterAll(() => product.end());

/** Runs on ever larger disks until there is room for all; each time what was written must stay. */
async function fill(first: number, sweep: (dir: string) => Promise<Ended>): Promise<string> {
  const { dir, grow } = disk(product, first);
  let [fulls, inMerge, kept] = [0, 0, 0];
  for (let size = first; ; size = Math.ceil(size * 1.4)) {
    grow(size);
    const { code, err, out } = await sweep(dir);
    if (code === 0) break;
    fulls++;
    expect([code, out]).toEqual([1, ""]);
    const errors = err.split("\n").filter((line) => line.startsWith("error: "));
    expect(errors).toEqual([
      expect.stringMatching(/^error: .+: the disk is full; all runs written so far are kept, and/),
    ]);
    const rows = rowsWritten(dir);
    expect(rows).toBeGreaterThanOrEqual(kept);
    if (rows === RUNS) inMerge++;
    kept = rows;
    expect(readdirSync(dir).filter((name) => !["manifest.json", "segments"].includes(name))).toEqual([]);
  }
  expect(inMerge).toBeGreaterThan(0);
  report("a full disk", { ...compare(dir, whole), "times full": fulls, "of them in the merge": inMerge });
  return dir;
}

const needed = needing("a disk that is full", MOUNTS);
describe.skipIf(needed.skip)(needed.name, () => {
  test("ends a sweep in threads with one line, and the same command goes on", async () => {
    await fill(4, (dir) => product.start(["sweep", plan, "--out", dir, "--threads", "2"]).ended);
  });

  const queue = needing("ends a sweep over a queue with one line, and the same command goes on", REDIS);
  test.skipIf(queue.skip)(queue.name, async () => {
    const redis = await RedisServer.start(product);
    product.start(["worker", "--redis", redis.url, "--threads", "1"]);
    await fill(
      12,
      (dir) => product.start(["sweep", plan, "--out", dir, "--executor", "queue", "--redis", redis.url]).ended,
    );
  });
});
