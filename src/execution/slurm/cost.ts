/** What a run of a sweep costs, measured without making a long one: this may be a machine for logging in alone. */
import { performance } from "node:perf_hooks";
import type { Sweep, Task } from "../../experiments/sweep.ts";
import { simulate } from "../../observe/simulation.ts";
import { prepare } from "../prepare.ts";

/** How long to measure a run; the rest of it is reckoned from its weeks. */
const MOST_MS = 3000;
const LEAST_MS = 0.1;

/** Milliseconds that a run takes in one thread: the longer of the first and the last point's. */
export async function costOf(sweep: Sweep): Promise<number> {
  let longest = LEAST_MS;
  await measured(sweep.task(0, 0)); // the first run of a process is slow
  for (const point of [0, sweep.points.length - 1])
    longest = Math.max(longest, await measured(sweep.task(point, sweep.plan.replicates - 1)));
  return longest;
}

async function measured(task: Task): Promise<number> {
  const { scenario, model } = await prepare(task);
  const { seed, values, until, measures } = task;
  const begun = performance.now();
  const past = () => performance.now() - begun;
  try {
    const simulation = simulate(scenario, { seed, values, until, measures, ...(model ? { model } : {}) });
    while (!simulation.finished && past() < MOST_MS) simulation.step();
    if (simulation.finished) simulation.finish();
    return (past() * simulation.until) / Math.max(1, simulation.run.tick);
  } catch {
    return past(); // it fails, and will be told of as a run of the sweep
  }
}
