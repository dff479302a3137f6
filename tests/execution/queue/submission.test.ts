import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseAddress } from "../../../src/execution/queue/address.ts";
import { connect, libraries } from "../../../src/execution/queue/redis.ts";
import { serve } from "../../../src/execution/queue/service.ts";
import { queued } from "../../../src/execution/queue/submission.ts";
import { runSweep, type SweepOptions } from "../../../src/execution/run.ts";
import type { Sweep } from "../../../src/experiments/sweep.ts";
import { Product } from "../faults/product.ts";
import { needing, REDIS } from "../faults/programs.ts";
import { RedisServer } from "../faults/redisServer.ts";
import { rowsWritten } from "../faults/sweeps.ts";
import { filesOf, fresh, tiny } from "../tiny.ts";

const product = new Product();
afterAll(() => product.end());

const needed = needing("a sweep over a queue", REDIS);
describe.skipIf(needed.skip)(needed.name, () => {
  let redis: RedisServer;
  const quiet = { lost: () => {}, back: () => {} };
  const connected = async () => connect(parseAddress(redis.url), await libraries(), quiet);

  beforeAll(async () => {
    redis = await RedisServer.start(product);
  });

  const served = async (signal: AbortSignal) =>
    serve({
      ...{ redis: await connected(), libraries: await libraries(), threads: 1, lostAfter: 5, signal },
      tell: () => {},
    });

  /** Runs a sweep with a worker beside it, until its end or so many runs. */
  async function run(sweep: Sweep, dir: string, more: Partial<SweepOptions> = {}, after = Number.POSITIVE_INFINITY) {
    const [stop, end] = [new AbortController(), new AbortController()];
    const worker = served(end.signal);
    const [connection, loaded] = [await connected(), await libraries()];
    const result = await runSweep(sweep, {
      ...{ dir, ...more, signal: stop.signal, onProgress: ({ done }) => done >= after && stop.abort() },
      executor: (spec) => queued(spec, { redis: connection, libraries: loaded, sweep, title: "tiny", ahead: 8 }),
    });
    end.abort();
    return { result, made: await worker };
  }

  test("leaves the files of one in this thread, series and events of long runs among them", async () => {
    const sweep = await tiny({ until: "2016-12-26", series: 1, events: true });
    const [dir, whole] = [fresh(), fresh()];
    await runSweep(sweep, { dir: whole, threads: 1 });
    const { result, made } = await run(sweep, dir);
    expect(result).toMatchObject({ complete: true, made: 12, failed: 0 });
    expect(made).toBe(12);
    expect(filesOf(dir)).toEqual(filesOf(whole));
    expect(await redis.keys()).toBe(0);
  });

  test("makes adaptive replicates as they are made anywhere", async () => {
    const adaptive = { until: [{ measure: "meanTrust", width: 0.02 }], cap: 20 } as const;
    const sweep = await tiny();
    const [dir, whole] = [fresh(), fresh()];
    const { replicates } = await runSweep(sweep, { dir: whole, threads: 1, adaptive });
    expect(replicates.some((n) => n > 2)).toBe(true);
    const { result } = await run(sweep, dir, { adaptive });
    expect(result.replicates).toEqual(replicates);
    expect(filesOf(dir)).toEqual(filesOf(whole));
  });

  test("that is stopped keeps what has come, and goes on over the queue or in threads", async () => {
    const sweep = await tiny({ replicates: 10 });
    const [dir, whole] = [fresh(), fresh()];
    await runSweep(sweep, { dir: whole, threads: 1 });
    const first = await run(sweep, dir, {}, 20);
    expect(first.result).toMatchObject({ complete: false });
    expect(first.result.done).toBeGreaterThanOrEqual(20);
    expect(rowsWritten(dir)).toBe(first.result.done);
    const second = await run(sweep, dir, {}, 40);
    // what was under way at the stop is taken, not made again
    expect(second.made).toBeLessThanOrEqual(second.result.done - first.made + 8);
    expect(await runSweep(sweep, { dir, threads: 1 })).toMatchObject({ complete: true, done: 60 });
    expect(filesOf(dir)).toEqual(filesOf(whole));
  });

  test("that is complete asks Redis for nothing, and more replicates are made alone", async () => {
    const dir = fresh();
    await run(await tiny(), dir);
    const before = filesOf(dir);
    const again = await run(await tiny(), dir);
    expect([again.result.made, again.made]).toEqual([0, 0]);
    expect(filesOf(dir)).toEqual(before);
    expect(join(dir, "segments")).not.toSatisfy((path: string) => rowsWritten(path) > 0);
    const more = await run(await tiny({ replicates: 3 }), dir);
    expect([more.result.made, more.made]).toEqual([6, 6]);
  });
});
