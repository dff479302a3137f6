/** The jobs of a sweep on the cluster: sent, asked after, ended. Through outages of Slurm they are waited for. */
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import type { Task } from "../../experiments/sweep.ts";
import { makeFolder } from "../files.ts";
import { segmentsOf } from "../store.ts";
import { folderOf, jobsIn, newJob, readShare, writeJob } from "./batches.ts";
import { ALL_OTHERS, cancel, hasEnded, SlurmError, statesOf, submit, type TaskState } from "./commands.ts";
import type { Notice } from "./notice.ts";
import type { Plan } from "./plan.ts";

/** Runs that one task of a job makes. */
export interface Chunk {
  readonly job: string;
  /** Number of the task in its job, from 1. */
  readonly index: number;
  /** Those not heard of yet, by their ids. */
  readonly left: Map<string, Task>;
  /** Tasks that were lost before with one of these runs alone. */
  readonly attempts: number;
  /** Whether a run of it has ended. */
  progress: boolean;
}

export type Part = Pick<Chunk, "attempts"> & { readonly tasks: readonly Task[] };

export interface EndedChunk {
  readonly chunk: Chunk;
  readonly state: string;
}

const [SOON_MS, LATE_MS] = [1000, 30_000];
/** How long jobs may take to end once all their runs have, and once they are told to. */
const [END_MS, CANCEL_MS] = [3000, 60_000];

export class Jobs {
  /** Tasks that have not been seen to end. */
  readonly live = new Set<Chunk>();
  readonly #dir: string;
  readonly #plan: Plan;
  readonly #tell: (notice: Notice) => void;
  readonly #begun = performance.now();
  /** Scripts that Slurm has not been heard to take. */
  readonly #unsent = new Map<string, string>();
  readonly #held = new Set<string>();
  #asked = this.#begun;
  #away = false;

  constructor(dir: string, plan: Plan, tell: (notice: Notice) => void) {
    this.#dir = dir;
    this.#plan = plan;
    this.#tell = tell;
  }

  /** Finds the tasks that an earlier start has left on the cluster; false if Slurm does not answer. */
  async find(): Promise<boolean> {
    const states = await this.#ask(jobsIn(this.#dir));
    for (const { job, index } of (states ?? []).filter((state) => !hasEnded(state) && state.index !== ALL_OTHERS)) {
      const { tasks } = readShare(folderOf(this.#dir, job), index);
      this.live.add({ ...{ job, index, attempts: 0, progress: false }, left: leftOf(tasks) });
    }
    if (this.live.size > 0) this.#tell({ kind: "found", tasks: this.live.size });
    return states !== undefined;
  }

  /** Submits a job with one task for each part. */
  async send(parts: readonly Part[]): Promise<Chunk[]> {
    makeFolder(segmentsOf(this.#dir));
    const job = newJob();
    const folder = folderOf(this.#dir, job);
    const script = this.#plan.script(
      job,
      folder,
      parts.map(({ tasks }) => tasks.length),
    );
    writeJob(
      folder,
      script,
      parts.map(({ tasks }) => this.#plan.share(this.#dir, tasks)),
    );
    const chunks = parts.map(({ tasks, attempts }, k) => {
      return { job, index: k + 1, attempts, progress: false, left: leftOf(tasks) };
    });
    for (const chunk of chunks) this.live.add(chunk);
    this.#unsent.set(job, script);
    await this.#submit(job, script);
    const runs = parts.reduce((sum, { tasks }) => sum + tasks.length, 0);
    this.#tell({ kind: "submitted", job, runs, tasks: parts.length });
    return chunks;
  }

  /** Whether it is time to ask again: the longer a sweep takes, the less often. */
  get due(): boolean {
    const now = performance.now();
    const gap = Math.min(LATE_MS, Math.max(SOON_MS, (now - this.#begun) / 20));
    return now - this.#asked >= gap;
  }

  /** Tasks that have ended since it was last asked; none where Slurm does not answer. */
  async ended(): Promise<EndedChunk[]> {
    const states = await this.#ask(this.names());
    if (!states) return [];
    for (const { job } of states) this.#unsent.delete(job);
    const seen = new Map(states.map((state) => [`${state.job}/${state.index}`, state]));
    for (const state of states) this.#noteHeld(state);
    const over: EndedChunk[] = [];
    for (const chunk of this.live) {
      const state = seen.get(`${chunk.job}/${chunk.index}`) ?? seen.get(`${chunk.job}/${ALL_OTHERS}`);
      if (this.#unsent.has(chunk.job) || (state && !hasEnded(state))) continue;
      this.live.delete(chunk);
      over.push({ chunk, state: state?.state ?? "GONE" });
    }
    for (const [job, script] of this.#unsent) await this.#submit(job, script);
    return over;
  }

  names(): string[] {
    return [...new Set([...this.live].map(({ job }) => job))];
  }

  /** Waits until all jobs have left the cluster, which they are told to if they do not by themselves. */
  async leave(): Promise<void> {
    const begun = performance.now();
    const waited = () => performance.now() - begun;
    let told = false;
    while (this.live.size > 0 && waited() < CANCEL_MS) {
      await this.ended();
      if (this.live.size === 0) return;
      if (!told && waited() > END_MS) {
        told = true;
        await this.cancel();
      }
      await pause(SOON_MS / 4);
    }
  }

  async cancel(): Promise<void> {
    this.#unsent.clear();
    for (const job of this.names()) await cancel(job).catch(() => {}); // they end by themselves, too
  }

  /** Undefined if there is no answer. */
  async #ask(jobs: readonly string[]): Promise<TaskState[] | undefined> {
    const states = await this.#heard(() => statesOf(jobs));
    this.#asked = performance.now();
    return states;
  }

  async #submit(job: string, script: string): Promise<void> {
    const sent = await this.#heard(async () => {
      await submit(script);
      return true;
    });
    if (sent) this.#unsent.delete(job);
  }

  /** What Slurm answers; undefined if it does not. @throws Error for what it refuses. */
  async #heard<A>(ask: () => Promise<A>): Promise<A | undefined> {
    try {
      const answer = await ask();
      if (this.#away) this.#tell({ kind: "back" });
      this.#away = false;
      return answer;
    } catch (error) {
      if (!(error instanceof SlurmError)) throw error;
      if (!error.away) throw new Error(`slurm: ${error.message}; the same command goes on with the rest`);
      if (!this.#away) this.#tell({ kind: "away", reason: error.message });
      this.#away = true;
      return undefined;
    }
  }

  #noteHeld({ job, state, reason }: TaskState): void {
    if (state !== "PENDING" || !/held/i.test(reason) || this.#held.has(job)) return;
    this.#held.add(job);
    this.#tell({ kind: "held", job, reason });
  }
}

const leftOf = (tasks: readonly Task[]) => new Map(tasks.map((task) => [task.id, task]));
