/** Which runs a sweep has still to make, and in which order; more of them as long as intervals are too wide. */
import { Moments } from "../analysis/moments.ts";
import { replicatesNeeded } from "../analysis/replicates.ts";
import type { Sweep, Task } from "../experiments/sweep.ts";
import type { RunIndex } from "./runIndex.ts";
import type { Adaptive, Shard } from "./store.ts";
import type { TaskReport } from "./task.ts";

export interface ScheduleOptions {
  readonly shard: Shard | null;
  readonly adaptive: Adaptive | null;
  /** Runs made before. */
  readonly index: RunIndex;
  /** Make those that failed again. */
  readonly retryFailed: boolean;
}

export interface Schedule {
  /** The runs to make, each once. Waits where it depends on runs under way how many more there are. */
  readonly tasks: AsyncIterable<Task>;
  /** Takes note of a run that has ended. */
  note(report: TaskReport): void;
  /** Runs in all, those made before among them; grows with adaptive replicates. */
  readonly total: number;
  /** Whether it is known that there are no more than that. */
  readonly settled: boolean;
}

/** Whether a run belongs to a shard. Adaptive replicates of a point must stay together: then points are dealt out. */
export function inShard(shard: Shard | null, number: number): boolean {
  return shard === null || number % shard.count === shard.index - 1;
}

/** How many of `count` things belong to a shard, numbered as for `inShard`. */
export function shardSize(shard: Shard | null, count: number): number {
  return shard === null ? count : Math.max(0, Math.ceil((count - shard.index + 1) / shard.count));
}

export function schedule(sweep: Sweep, options: ScheduleOptions): Schedule {
  return options.adaptive ? new AdaptiveSchedule(sweep, options, options.adaptive) : fixed(sweep, options);
}

function isKnown({ index, retryFailed }: ScheduleOptions, id: string): boolean {
  const status = index.status(id);
  return status === "finished" || (status === "failed" && !retryFailed);
}

function fixed(sweep: Sweep, options: ScheduleOptions): Schedule {
  let settled = !options.retryFailed;
  async function* tasks() {
    for (const task of sweep.tasks) {
      // Numbered replicate by replicate: with more of them, every run stays in its shard.
      const number = task.replicate * sweep.points.length + task.point;
      if (inShard(options.shard, number) && !isKnown(options, task.id)) yield task;
    }
    settled = true;
  }
  return {
    tasks: tasks(),
    note: () => {},
    total: shardSize(options.shard, sweep.count),
    get settled() {
      return settled;
    },
  };
}

/** A point some of whose runs are under way. */
interface Open {
  /** Replicates asked for so far. */
  asked: number;
  /** Values of the measures at the end, by replicate; a failed run has none. */
  readonly values: Map<number, readonly (number | null)[]>;
}

/**
 * Whether a point needs more is decided when all that it was asked for have ended, from them alone and in their order: the
 * same runs are made whatever the number of workers, and however often the sweep was stopped.
 */
class AdaptiveSchedule implements Schedule {
  readonly tasks: AsyncIterable<Task>;
  total: number;
  settled = false;
  readonly #sweep: Sweep;
  readonly #options: ScheduleOptions;
  readonly #adaptive: Adaptive;
  readonly #open = new Map<number, Open>();
  /** Runs of open points, to be made before another point is begun. */
  readonly #more: Task[] = [];
  #wake: () => void = () => {};

  constructor(sweep: Sweep, options: ScheduleOptions, adaptive: Adaptive) {
    this.#sweep = sweep;
    this.#options = options;
    this.#adaptive = adaptive;
    this.total = shardSize(options.shard, sweep.points.length) * sweep.plan.replicates;
    this.tasks = this.#all();
  }

  note({ point, replicate, status, measures }: TaskReport): void {
    const value = (name: string) => (status === "finished" ? measures[`final_${name}`] : null);
    this.#take(
      point,
      replicate,
      this.#adaptive.until.map(({ measure }) => numberOf(value(measure))),
    );
    this.#wake();
  }

  async *#all(): AsyncGenerator<Task> {
    for (const { index } of this.#sweep.points) {
      if (!inShard(this.#options.shard, index)) continue;
      yield* this.#pending();
      this.#open.set(index, { asked: 0, values: new Map() });
      this.#ask(index, this.#sweep.plan.replicates);
    }
    for (;;) {
      yield* this.#pending();
      if (this.#open.size === 0) break;
      if (this.#more.length === 0) await this.#change();
    }
    this.settled = true;
  }

  *#pending(): Generator<Task> {
    for (let task = this.#more.shift(); task; task = this.#more.shift()) yield task;
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  /** Asks for replicates of a point up to so many; those made before count at once. */
  #ask(point: number, upTo: number): void {
    const open = this.#open.get(point)!;
    const from = open.asked;
    open.asked = upTo;
    const known: [number, (number | null)[]][] = [];
    for (let replicate = from; replicate < upTo; replicate++) {
      const task = this.#sweep.task(point, replicate);
      if (isKnown(this.#options, task.id)) known.push([replicate, this.#made(task.id)]);
      else this.#more.push(task);
    }
    for (const [replicate, values] of known) this.#take(point, replicate, values);
  }

  #made(id: string): (number | null)[] {
    const row = this.#options.index.row(id)!;
    return this.#adaptive.until.map(({ measure }) => {
      const cell = row[`final_${measure}`] ?? "";
      return cell === "" ? null : numberOf(Number(cell));
    });
  }

  #take(point: number, replicate: number, values: readonly (number | null)[]): void {
    const open = this.#open.get(point);
    if (!open) return;
    open.values.set(replicate, values);
    if (open.values.size < open.asked) return;
    const needed = this.#needed(open);
    if (needed <= open.asked) {
      this.#open.delete(point);
      return;
    }
    this.total += needed - open.asked;
    this.#ask(point, needed);
  }

  /** Never more than twice as many as there are: the spread of a few is a poor guess. */
  #needed({ asked, values }: Open): number {
    const { until, cap } = this.#adaptive;
    const needs = until.map(({ width }, k) => {
      const moments = new Moments();
      for (let r = 0; r < asked; r++) {
        const value = values.get(r)![k];
        if (typeof value === "number") moments.add(value);
      }
      return replicatesNeeded(moments, asked, { width, cap });
    });
    return Math.min(Math.max(asked, ...needs), Math.max(2, 2 * asked));
  }
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" && !Number.isNaN(value) ? value : null;
}
