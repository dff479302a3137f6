/** A sweep from its plan to its files: what was done before is kept, the rest is run, and all of it is merged. */
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
import type { Sweep, Task } from "../experiments/sweep.ts";
import { checkName, checkRange, InputError } from "../kernel/check.ts";
import { measureOf } from "../observe/measures.ts";
import type { Executor } from "./executor.ts";
import { makeFolder, storeError } from "./files.ts";
import { inline } from "./inline.ts";
import { lock } from "./lock.ts";
import { dropMerge, isMerged, merge } from "./merge.ts";
import { RunIndex } from "./runIndex.ts";
import { type Schedule, schedule } from "./schedule.ts";
import { SegmentWriter } from "./segments.ts";
import {
  type Adaptive,
  beginStore,
  checkStore,
  columnsOf,
  type Manifest,
  manifestOf,
  runCells,
  type Shard,
  type StoreSpec,
} from "./store.ts";
import type { TaskReport } from "./task.ts";
import { threads } from "./threads.ts";

export interface SweepOptions {
  /** Directory of the results: a new one, or that of the same sweep, which then goes on. */
  readonly dir: string;
  /** Workers; as many as the machine has cores by default. With one, runs are made in this thread. */
  readonly threads?: number;
  /** What runs the tasks, in the place of threads. */
  readonly executor?: (spec: StoreSpec) => Executor;
  readonly shard?: Shard;
  readonly adaptive?: Adaptive;
  /** Make the runs again that failed before. */
  readonly retryFailed?: boolean;
  /** Begin no more runs; those begun are ended and kept. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  /** Runs that have ended, those of earlier starts among them. */
  readonly done: number;
  readonly failed: number;
  /** Runs in all; grows with adaptive replicates. */
  readonly total: number;
  /** Runs a second since this start; null before the first. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
}

/** A run worth a look, and all that is needed to make it again. */
export interface RunNote {
  readonly task: Task;
  /** Name of its scenario. */
  readonly scenario: string;
  /** Wall time; null for a run whose worker died. */
  readonly ms: number | null;
  /** Why it failed. */
  readonly reason?: string;
}

export interface SweepResult {
  readonly dir: string;
  /** Whether all runs have ended and are merged; else the same call goes on. */
  readonly complete: boolean;
  readonly done: number;
  readonly failed: number;
  readonly total: number;
  /** Runs made in this start, and how long it took. */
  readonly made: number;
  readonly seconds: number;
  /** The five slowest, slowest first, and the first failed ones, twenty at most, of all starts. */
  readonly slowest: readonly RunNote[];
  readonly failures: readonly RunNote[];
  /** Replicates made at each point, in the order of points. */
  readonly replicates: readonly number[];
}

const SLOWEST = 5;
const FAILURES = 20;

/**
 * Runs a sweep, or goes on with it.
 *
 * @throws InputError if the directory holds anything else, or another process works in it.
 * @throws StoreError if results cannot be written; those written are kept.
 */
export async function runSweep(sweep: Sweep, options: SweepOptions): Promise<SweepResult> {
  const dir = resolve(options.dir);
  const manifest = manifestOf(sweep, checkedShard(options.shard), checkedAdaptive(sweep, options.adaptive));
  checkStore(dir, manifest);
  let unlock = () => {};
  try {
    makeFolder(dir);
    unlock = lock(dir);
    checkStore(dir, manifest);
    beginStore(dir, manifest);
    dropMerge(dir);
    return await runIn(dir, manifest, sweep, options);
  } catch (error) {
    throw storeError(dir, error);
  } finally {
    unlock();
  }
}

async function runIn(dir: string, manifest: Manifest, sweep: Sweep, options: SweepOptions): Promise<SweepResult> {
  const begun = performance.now();
  const { measures, shard, adaptive } = manifest;
  const spec = { dir, axes: sweep.axes, measures };
  const signal = options.signal ?? new AbortController().signal;
  const before = new RunIndex(columnsOf(spec)).add(dir);
  const { retryFailed = false } = options;
  const plan = schedule(sweep, { shard, adaptive, index: before, retryFailed });
  const tally = new Tally(plan, before, retryFailed, options.onProgress);
  await execute(plan, sweep, spec, options, signal, tally);
  let index = new RunIndex(before.columns).add(dir);
  // also after the signal: what was begun then may have been the last
  const complete = plan.settled && index.size >= plan.total;
  if (complete && !isMerged(dir)) {
    await merge(dir, index);
    index = new RunIndex(before.columns).add(dir);
  }
  return {
    dir,
    complete,
    done: index.size,
    failed: index.failures,
    total: Math.max(plan.total, index.size),
    made: tally.made,
    seconds: (performance.now() - begun) / 1000,
    ...notesOf(index, sweep),
  };
}

async function execute(
  plan: Schedule,
  sweep: Sweep,
  spec: StoreSpec,
  options: SweepOptions,
  signal: AbortSignal,
  tally: Tally,
): Promise<void> {
  const executor = (options.executor ?? ownExecutor(options.threads))(spec);
  const lost = new LostRuns(sweep, spec);
  try {
    await executor.run(
      plan.tasks,
      (report) => {
        if (report.lost) lost.write(report);
        plan.note(report);
        tally.note(report);
      },
      signal,
    );
  } finally {
    lost.close();
    await executor.close();
  }
}

function ownExecutor(count = availableParallelism()): (spec: StoreSpec) => Executor {
  checkRange("threads", count, [1, 1024], "workers", true);
  return (spec) => (count === 1 ? inline(spec) : threads(spec, { threads: count }));
}

/** Writes the rows of runs whose workers died. */
class LostRuns {
  readonly #sweep: Sweep;
  readonly #spec: StoreSpec;
  #segment: SegmentWriter | undefined;

  constructor(sweep: Sweep, spec: StoreSpec) {
    this.#sweep = sweep;
    this.#spec = spec;
  }

  write({ point, replicate, reason, ms }: TaskReport): void {
    const task = this.#sweep.task(point, replicate);
    const swap = this.#sweep.points[point]!.swap;
    const outcome = { scenario: nameOf(this.#sweep, point), from: swap?.from, reason: reason ?? "lost", measures: {} };
    this.#segment ??= new SegmentWriter(this.#spec);
    this.#segment.write({ run: runCells(this.#spec, task, outcome), series: [], events: [], ms });
  }

  close(): void {
    this.#segment?.close();
  }
}

/** Counts runs as they end, and tells of it. */
class Tally {
  made = 0;
  readonly #plan: Schedule;
  readonly #begun = performance.now();
  readonly #before: number;
  #failed: number;
  readonly #tell: (progress: Progress) => void;

  constructor(plan: Schedule, before: RunIndex, retryFailed: boolean, tell: (progress: Progress) => void = () => {}) {
    this.#plan = plan;
    this.#failed = retryFailed ? 0 : before.failures;
    this.#before = before.size - (retryFailed ? before.failures : 0);
    this.#tell = tell;
    this.#report();
  }

  note({ status }: TaskReport): void {
    this.made++;
    if (status === "failed") this.#failed++;
    this.#report();
  }

  #report(): void {
    const done = this.#before + this.made;
    const total = Math.max(this.#plan.total, done);
    const seconds = (performance.now() - this.#begun) / 1000;
    const rate = this.made > 0 && seconds > 0 ? this.made / seconds : null;
    const secondsLeft = rate === null ? null : (total - done) / rate;
    this.#tell({ done, failed: this.#failed, total, rate, secondsLeft });
  }
}

function nameOf({ loaded, points }: Sweep, point: number): string {
  return loaded.scenarios[points[point]!.scenario]!.scenario.name;
}

function notesOf(index: RunIndex, sweep: Sweep): Pick<SweepResult, "slowest" | "failures" | "replicates"> {
  const replicates = sweep.points.map(() => 0);
  let slowest: { slot: number; ms: number }[] = [];
  const failed: number[] = [];
  for (const slot of index.ordered()) {
    const about = index.about(slot);
    replicates[about.point]!++;
    if (about.failed && failed.length < FAILURES) failed.push(slot);
    if (about.ms > (slowest[SLOWEST - 1]?.ms ?? 0))
      slowest = [...slowest, { slot, ms: about.ms }].sort((a, b) => b.ms - a.ms).slice(0, SLOWEST);
  }
  const note = (slot: number): RunNote => {
    const { point, replicate, ms, failed: isFailed } = index.about(slot);
    const own = {
      task: sweep.task(point, replicate),
      scenario: nameOf(sweep, point),
      ms: Number.isNaN(ms) ? null : ms,
    };
    return isFailed ? { ...own, reason: index.rowAt(slot).reason! } : own;
  };
  return { slowest: slowest.map(({ slot }) => note(slot)), failures: failed.map(note), replicates };
}

function checkedShard(shard: Shard | undefined): Shard | null {
  if (!shard) return null;
  checkRange("shard count", shard.count, [1, 1_000_000], "shards", true);
  checkRange("shard", shard.index, [1, shard.count], `of ${shard.count} shards`, true);
  return { index: shard.index, count: shard.count };
}

function checkedAdaptive({ plan }: Sweep, adaptive: Adaptive | undefined): Adaptive | null {
  if (!adaptive) return null;
  const { until, cap } = adaptive;
  if (until.length === 0)
    throw new InputError("adaptive replicates: expected at least one measure with a width; got none");
  checkRange("cap", cap, [Math.max(2, plan.replicates), 1_000_000], "replicates of a point", true);
  for (const { measure, width } of until) {
    checkName("measure of the plan", measure, plan.measures);
    if (measureOf(measure).unit === "date")
      throw new InputError(`adaptive replicates: expected a measure that has a mean; got ${measure}, a date`);
    checkRange(`width of ${measure}`, width, [Number.MIN_VALUE, Number.MAX_VALUE], "width of the interval");
  }
  return { until: until.map(({ measure, width }) => ({ measure, width })), cap };
}
