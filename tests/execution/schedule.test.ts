import { expect, test } from "vitest";
import { RunIndex } from "../../src/execution/runIndex.ts";
import { schedule } from "../../src/execution/schedule.ts";
import { columnsOf } from "../../src/execution/store.ts";
import type { Sweep, Task } from "../../src/experiments/sweep.ts";

/** What a schedule asks of a sweep: its points and runs. */
function sweepOf(points: number, replicates: number): Sweep {
  const tasks = Array.from({ length: points * replicates }, (_, k) => {
    const [point, replicate] = [Math.floor(k / replicates), k % replicates];
    return { point, replicate, id: `${point}:${replicate}` } as Task;
  });
  return { points: Array.from({ length: points }), count: tasks.length, tasks } as unknown as Sweep;
}

async function shardOf(points: number, replicates: number, index: number, count: number) {
  const none = new RunIndex(columnsOf({ axes: [], measures: [] }));
  const options = { shard: { index, count }, adaptive: null, index: none, retryFailed: false };
  const plan = schedule(sweepOf(points, replicates), options);
  const ids: string[] = [];
  for await (const task of plan.tasks) ids.push(task.id);
  return { ids, total: plan.total };
}

test.each([
  [4, 1, 2],
  [3, 2, 2],
  [5, 3, 4],
  [2, 1, 7],
])(
  "%i points, %i replicates and then one more, in %i shards: each run in one shard, and it stays there",
  async (points, replicates, count) => {
    const seen: string[] = [];
    for (let index = 1; index <= count; index++) {
      const before = await shardOf(points, replicates, index, count);
      const after = await shardOf(points, replicates + 1, index, count);
      expect(before.ids).toHaveLength(before.total);
      expect(after.ids).toHaveLength(after.total);
      expect(after.ids).toEqual(expect.arrayContaining(before.ids));
      seen.push(...after.ids);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(points * (replicates + 1));
  },
);
