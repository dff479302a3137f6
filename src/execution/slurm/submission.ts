/**
 * Runs the tasks of a sweep on a cluster that Slurm manages.
 *
 * A task of an array job makes a share of the runs and writes them into segments of the sweep's own directory, which all
 * nodes see. This process writes no run: it submits, reads what has come, and submits again what a job did not bring to
 * its end. So it may be killed and started again, and a run that was made twice counts once.
 */
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import type { Task } from "../../experiments/sweep.ts";
import type { Executor } from "../executor.ts";
import { RunIndex } from "../runIndex.ts";
import { columnsOf, type StoreSpec } from "../store.ts";
import type { TaskReport } from "../task.ts";
import { lostReport, revived } from "../threads.ts";
import { folderOf, jobsIn, lastWord, lookAfresh, readBroken } from "./batches.ts";
import { cut } from "./chunkSize.ts";
import { Feed } from "./feed.ts";
import { Harvest, measuresIn } from "./harvest.ts";
import { type Chunk, type EndedChunk, Jobs, type Part } from "./jobs.ts";
import type { Notice } from "./notice.ts";
import type { Plan } from "./plan.ts";

export interface SlurmOptions {
  readonly plan: Plan;
  /** Tasks that a job may have at most. */
  readonly mostTasks: number;
  readonly tell: (notice: Notice) => void;
}

/** Tasks on the cluster at a time, and runs asked for ahead. */
const [TASKS, RUNS] = [1000, 50_000];
const [LOOK_MS, LOOK_LATE_MS] = [250, 30_000];
/** Tasks that may be lost with one run alone before it counts as failed. */
const ATTEMPTS = 2;
/** So many tasks were lost, and none has finished a run: it is not the runs. */
const LOSSES = 8;
/** No fault of the runs. */
const EXCUSED = ["PREEMPTED", "NODE_FAIL", "BOOT_FAIL"];

export function onSlurm(spec: StoreSpec, options: SlurmOptions): Executor {
  return new Submission(spec, options);
}

class Submission implements Executor {
  readonly #spec: StoreSpec;
  readonly #options: SlurmOptions;
  readonly #jobs: Jobs;
  readonly #harvest: Harvest;
  #before: RunIndex | undefined;
  /** Runs that the sweep has asked for and that have not ended. */
  readonly #asked = new Map<string, Task>();
  /** What came of runs of an earlier start's jobs that were not asked for yet. */
  readonly #early = new Map<string, TaskReport>();
  /** The task that makes a run. */
  readonly #chunkOf = new Map<string, Chunk>();
  /** Runs to submit, and shares of them that a task did not bring to their end. */
  #fresh: Task[] = [];
  #again: Part[] = [];
  #done: (report: TaskReport) => void = () => {};
  #losses = 0;
  #finished = 0;
  #canceled = 0;
  /** What makes it vain to go on. */
  #vain: Error | undefined;

  constructor(spec: StoreSpec, options: SlurmOptions) {
    this.#spec = spec;
    this.#options = options;
    this.#jobs = new Jobs(spec.dir, options.plan, options.tell);
    this.#harvest = new Harvest(spec);
  }

  async run(
    tasks: Iterable<Task> | AsyncIterable<Task>,
    done: (report: TaskReport) => void,
    signal: AbortSignal,
  ): Promise<void> {
    this.#done = done;
    const feed = new Feed(tasks);
    await this.#resume(signal);
    while (!signal.aborted) {
      const lookedMs = this.#look();
      await this.#pull(feed);
      await this.#submit();
      if (this.#asked.size === 0 && (feed.over || this.#canceled > 0)) break;
      if (this.#jobs.due) await this.#check();
      await pause(Math.min(LOOK_LATE_MS, Math.max(LOOK_MS, 10 * lookedMs)), undefined, { signal }).catch(() => {});
    }
    this.#look();
    if (!signal.aborted) await this.#jobs.leave();
    else if (this.#jobs.live.size > 0) this.#options.tell({ kind: "left", jobs: this.#jobs.names() });
    if (this.#canceled > 0)
      throw new Error(`slurm: tasks with ${this.#canceled} runs were canceled; the same command goes on with the rest`);
  }

  async close(): Promise<void> {}

  /** Takes up what an earlier start has left. */
  async #resume(signal: AbortSignal): Promise<void> {
    if (jobsIn(this.#spec.dir).length === 0) return;
    while (!signal.aborted && !(await this.#jobs.find())) await pause(LOOK_MS * 4);
    // What has come by now stands in the index: whoever has asked for a run that failed wants it made again.
    this.#harvest.take();
    this.#before = new RunIndex(columnsOf(this.#spec)).add(this.#spec.dir);
    for (const chunk of this.#jobs.live) this.#hold(chunk);
    for (const [id, chunk] of this.#chunkOf) if (this.#before.status(id) === "finished") this.#drop(id, chunk);
  }

  #hold(chunk: Chunk): void {
    for (const id of chunk.left.keys()) this.#chunkOf.set(id, chunk);
  }

  #drop(id: string, chunk: Chunk): void {
    chunk.left.delete(id);
    if (this.#chunkOf.get(id) === chunk) this.#chunkOf.delete(id);
  }

  /** Asks for runs, as long as some are to be had at once. */
  async #pull(feed: Feed): Promise<void> {
    while (this.#asked.size < RUNS) {
      const task = await feed.next();
      if (!task) return;
      this.#asked.set(task.id, task);
      const known = this.#early.get(task.id) ?? this.#made(task);
      if (known) this.#answer(known);
      else if (!this.#chunkOf.has(task.id)) this.#fresh.push(task);
    }
  }

  /** What came of a run between the sweep's own look and this one's. */
  #made({ id, point, replicate }: Task): TaskReport | undefined {
    if (this.#before?.status(id) !== "finished") return undefined;
    const measures = measuresIn(Object.entries(this.#before.row(id)!));
    return { id, point, replicate, status: "finished", ms: Number.NaN, measures };
  }

  #answer(report: TaskReport): void {
    this.#early.delete(report.id);
    if (this.#asked.delete(report.id)) this.#done(report);
  }

  /** Takes what has come; returns how long that took. */
  #look(): number {
    const begun = performance.now();
    for (const report of this.#harvest.take()) this.#take(report);
    return performance.now() - begun;
  }

  #take(report: TaskReport): void {
    const { id } = report;
    const chunk = this.#chunkOf.get(id);
    if (chunk || this.#asked.has(id)) this.#finished++;
    if (chunk) {
      chunk.progress = true;
      this.#drop(id, chunk);
    }
    if (this.#asked.has(id)) this.#answer(report);
    else if (chunk) this.#early.set(id, report);
  }

  async #submit(): Promise<void> {
    const most = Math.min(TASKS, this.#options.mostTasks);
    const room = most - this.#jobs.live.size;
    if (room < most / 2) return;
    const isOpen = ({ id }: Task) => this.#asked.has(id); // a task that was taken for lost may have made it
    const again = this.#again.map((part) => ({ ...part, tasks: part.tasks.filter(isOpen) }));
    const fresh = this.#fresh.filter(isOpen);
    const shares = cut(fresh, this.#options.plan.perTask(fresh.length));
    const parts = [
      ...again.filter(({ tasks }) => tasks.length > 0),
      ...shares.map((tasks) => ({ tasks, attempts: 0 })),
    ];
    [this.#again, this.#fresh] = [[], []];
    for (const part of parts.slice(room)) this.#again.push(part);
    if (parts.length > 0) for (const chunk of await this.#jobs.send(parts.slice(0, room))) this.#hold(chunk);
  }

  /** Asks after the tasks; what those that have ended did not bring to its end is to be submitted again. */
  async #check(): Promise<void> {
    const ended = await this.#jobs.ended();
    if (ended.length === 0) return;
    lookAfresh(this.#spec.dir);
    this.#look();
    const lost = ended.filter((one) => this.#release(one.chunk).length > 0 && this.#lose(one));
    if (this.#vain) {
      await this.#jobs.cancel();
      throw this.#vain;
    }
    const runs = lost.reduce((sum, { chunk }) => sum + this.#open(chunk).length, 0);
    if (runs > 0) this.#options.tell({ kind: "again", runs, states: [...new Set(lost.map(({ state }) => state))] });
  }

  #open({ left }: Chunk): Task[] {
    return [...left.values()].filter(({ id }) => this.#asked.has(id));
  }

  /** Runs of a task that has ended which are still to be made. */
  #release(chunk: Chunk): Task[] {
    for (const id of chunk.left.keys()) if (this.#chunkOf.get(id) === chunk) this.#chunkOf.delete(id);
    return this.#open(chunk);
  }

  /** Whether the runs are to be made again. */
  #lose({ chunk, state }: EndedChunk): boolean {
    const tasks = this.#open(chunk);
    const { job, index, progress, attempts } = chunk;
    const folder = folderOf(this.#spec.dir, job);
    const broken = readBroken(folder, index);
    if (broken) return this.#giveUp(revived(broken));
    if (state === "CANCELLED") return this.#forget(tasks);
    if (progress || EXCUSED.includes(state)) this.#again.push({ tasks, attempts: 0 });
    else {
      this.#losses++;
      if (this.#losses >= LOSSES && this.#finished === 0)
        return this.#giveUp(
          new Error(
            `slurm: ${this.#losses} tasks ended and none has finished a run: ${lastWord(folder, index) ?? state}`,
          ),
        );
      return this.#suspect(tasks, attempts + 1, state);
    }
    return true;
  }

  #giveUp(error: Error): false {
    this.#vain ??= error;
    return false;
  }

  #forget(tasks: readonly Task[]): false {
    for (const { id } of tasks) this.#asked.delete(id);
    this.#canceled += tasks.length;
    return false;
  }

  /** One of these runs has ended its task: by halves it is found which. */
  #suspect(tasks: readonly Task[], attempts: number, state: string): boolean {
    const [task] = tasks;
    if (tasks.length === 1 && attempts >= ATTEMPTS) {
      this.#answer({ ...lostReport(task!), reason: `the task ended: ${state}` });
      return false;
    }
    if (tasks.length === 1) this.#again.push({ tasks, attempts });
    else for (const half of cut(tasks, Math.ceil(tasks.length / 2))) this.#again.push({ tasks: half, attempts: 0 });
    return true;
  }
}
