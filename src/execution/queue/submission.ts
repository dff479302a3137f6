/**
 * Runs the tasks of a sweep on whatever workers a Redis server has.
 *
 * A run is a job under the run's own id. Workers leave its rows with the job; this process alone writes them, and removes
 * the job only then. So a run may be made twice but counts once, and whichever process is killed, what is in Redis or on
 * disk is enough to go on.
 */
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import type { Job, Queue } from "bullmq";
import type { Redis } from "ioredis";
import type { Sweep, Task } from "../../experiments/sweep.ts";
import { type Executor, eachTask } from "../executor.ts";
import { StoreError, storeError } from "../files.ts";
import { RunIndex } from "../runIndex.ts";
import { SegmentWriter } from "../segments.ts";
import { columnsOf, type StoreSpec } from "../store.ts";
import type { TaskReport } from "../task.ts";
import { lostReport } from "../threads.ts";
import { freeStuck } from "./clocks.ts";
import { hasQueue, queueName } from "./name.ts";
import { announce, type Offer, offerOf, retire } from "./offers.ts";
import { type Result, unpack } from "./packing.ts";
import { type Libraries, PREFIX, reasonOf } from "./redis.ts";

/** So many runs wait in the queue or are under way: enough for many workers, and little to keep in Redis. */
const AHEAD = 256;
/** Results taken at once. */
const BATCH = 64;
const POLL_MS = 50;
const ANNOUNCE_MS = 5000;
/** A server that was started again may have forgotten what it was last told. */
const REMIND_MS = 10_000;
/** How long to try to leave Redis in order. */
const LEAVE_MS = 3000;

export interface QueueOptions {
  /** A connection, which is closed at the end. */
  readonly redis: Redis;
  readonly libraries: Libraries;
  readonly sweep: Sweep;
  /** What workers are told that the sweep is called. */
  readonly title: string;
  /** Called once runs wait for workers. */
  readonly onBegin?: () => void;
  /** Runs ahead; for tests. */
  readonly ahead?: number;
}

export function queued(spec: StoreSpec, options: QueueOptions): Executor {
  return new Submission(spec, options);
}

/** The sweep's place in Redis. */
interface Link {
  readonly queue: Queue<Task, string>;
  readonly offer: Offer;
}

type Answer = (report: TaskReport | undefined) => void;

class Submission implements Executor {
  readonly #spec: StoreSpec;
  readonly #redis: Redis;
  readonly #options: QueueOptions;
  #link: Link | undefined;
  /** Runs that were asked for and have not come back. */
  readonly #waiting = new Map<string, { readonly task: Task; readonly answer: Answer }>();
  /** What came back of runs that were not asked for yet: an earlier start was killed. */
  readonly #early = new Map<string, TaskReport>();
  /** Runs whose results have been taken since this start. */
  readonly #taken = new Set<string>();
  readonly #stop = new AbortController();
  #segment: SegmentWriter | undefined;
  #before: RunIndex | undefined;
  #complete = false;
  #announced = Number.NEGATIVE_INFINITY;
  #heard = performance.now();

  constructor(spec: StoreSpec, options: QueueOptions) {
    this.#spec = spec;
    this.#redis = options.redis;
    this.#options = options;
    this.#redis.on("ready", () => {
      this.#heard = Number.NEGATIVE_INFINITY;
    });
  }

  async run(
    tasks: Iterable<Task> | AsyncIterable<Task>,
    done: (report: TaskReport) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const stop = () => this.#end();
    signal.addEventListener("abort", stop);
    if (signal.aborted) stop();
    if (hasQueue(this.#spec.dir)) this.#open(); // an earlier start may have left results
    const harvest = this.#harvest();
    harvest.catch(() => {}); // thrown below
    try {
      await eachTask(tasks, this.#options.ahead ?? AHEAD, this.#stop.signal, async (task) => this.#perform(task, done));
      this.#complete = !this.#stop.signal.aborted;
    } finally {
      this.#end();
      signal.removeEventListener("abort", stop);
      await within(LEAVE_MS, harvest);
    }
  }

  async close(): Promise<void> {
    await within(LEAVE_MS, this.#leave()).catch(() => {}); // what stays in Redis is of no harm
    this.#redis.disconnect();
    this.#segment?.close();
  }

  #open(): Link {
    const { redis, libraries, sweep, title, onBegin } = this.#options;
    if (this.#link) return this.#link;
    const offer = offerOf(queueName(this.#spec.dir), title, sweep);
    const queue = new libraries.bullmq.Queue<Task, string>(offer.queue, { connection: redis, prefix: PREFIX });
    queue.on("error", () => {}); // outages are told of by the connection
    onBegin?.();
    this.#link = { queue, offer };
    return this.#link;
  }

  /** Asks for no more, and waits for no one: what comes back later is taken by the next start. */
  #end(): void {
    this.#stop.abort();
    for (const { answer } of this.#waiting.values()) answer(undefined);
  }

  async #perform(task: Task, done: (report: TaskReport) => void): Promise<void> {
    try {
      const report = await this.#ask(task);
      if (report) done(report);
    } catch (error) {
      this.#end();
      throw error;
    }
  }

  async #ask(task: Task): Promise<TaskReport | undefined> {
    const early = this.#early.get(task.id);
    if (early) {
      this.#early.delete(task.id);
      return early;
    }
    this.#taken.delete(task.id); // a run that failed may be asked for again
    const back = new Promise<TaskReport | undefined>((answer) => this.#waiting.set(task.id, { task, answer }));
    const added = this.#add([task]).catch((error: unknown) => {
      throw failure(error);
    });
    await Promise.race([added, back]);
    return back;
  }

  /** Adds jobs; those that are there already stay as they are. */
  async #add(tasks: readonly Task[]): Promise<void> {
    const jobs = tasks.map((task) => ({ name: "run", data: task, opts: { jobId: `run-${task.id}` } }));
    await this.#open().queue.addBulk(jobs);
  }

  async #harvest(): Promise<void> {
    try {
      for (let last = false; !last; ) {
        last = this.#stop.signal.aborted; // once more after the end
        const taken = this.#link ? await this.#exchange(this.#link) : 0;
        if (taken === 0 && !last) await pause(POLL_MS, undefined, { signal: this.#stop.signal }).catch(() => {});
      }
    } finally {
      this.#end();
    }
  }

  /** Tells Redis what it must know, and takes what has come; returns how many results were new. */
  async #exchange(link: Link): Promise<number> {
    try {
      await this.#remind(link);
      return await this.#take(link);
    } catch (error) {
      throw error instanceof StoreError ? error : failure(error);
    }
  }

  async #remind({ offer }: Link): Promise<void> {
    const now = performance.now();
    if (now - this.#announced > ANNOUNCE_MS && !this.#stop.signal.aborted) {
      this.#announced = now;
      await announce(this.#redis, offer);
    }
    if (now - this.#heard > REMIND_MS && this.#waiting.size > 0) {
      this.#heard = now;
      await freeStuck(this.#redis, offer.queue);
      await this.#add([...this.#waiting.values()].map(({ task }) => task));
    }
  }

  /** Writes the results that have come, and removes their jobs. */
  async #take({ queue }: Link): Promise<number> {
    const jobs: (Job<Task, string> | undefined)[] = await queue.getJobs(["completed", "failed"], 0, BATCH - 1, true);
    const there = jobs.filter((job) => job !== undefined);
    const fresh = there.filter((job) => this.#receive(job)).length;
    await Promise.all(there.map((job) => job.remove().catch(() => {}))); // else the next time
    if (fresh > 0) this.#heard = performance.now();
    return fresh;
  }

  #receive({ data, returnvalue }: Job<Task, string>): boolean {
    const { id } = data;
    if (this.#taken.has(id)) return false;
    const asked = this.#waiting.get(id);
    if (!asked && this.#statusBefore(id) === "finished") return false;
    const { report, rows } = resultOf(data, returnvalue);
    if (rows) this.#write(rows);
    this.#taken.add(id);
    this.#waiting.delete(id);
    if (asked) asked.answer(report);
    else this.#early.set(id, report);
    return true;
  }

  #write(rows: NonNullable<Result["rows"]>): void {
    try {
      this.#segment ??= new SegmentWriter(this.#spec);
      this.#segment.write(rows);
    } catch (error) {
      throw storeError(this.#spec.dir, error);
    }
  }

  /** What became of a run in earlier starts. */
  #statusBefore(id: string): "finished" | "failed" | undefined {
    this.#before ??= new RunIndex(columnsOf(this.#spec)).add(this.#spec.dir);
    return this.#before.status(id);
  }

  async #leave(): Promise<void> {
    if (!this.#link) return;
    const { queue, offer } = this.#link;
    if (this.#complete) await queue.obliterate({ force: true });
    else await queue.drain();
    await queue.close();
    await retire(this.#redis, offer.queue, this.#complete);
  }
}

function failure(error: unknown): Error {
  return new Error(`redis: ${reasonOf(error)}; the same command goes on with the rest`);
}

function resultOf(task: Task, packed: string | undefined): Result {
  try {
    if (packed) return unpack(packed);
  } catch {
    // not what a worker of ours returns
  }
  return { report: lostReport(task) };
}

/** Waits for what may never come, but not longer than so long. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  work.catch(() => {});
  const late = new AbortController();
  const waited = pause(ms, undefined, { signal: late.signal }).catch(() => {});
  try {
    await Promise.race([work, waited]);
  } finally {
    late.abort();
  }
}
