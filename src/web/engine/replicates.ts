/** Many runs, off the main thread: replicates of some settings under one root seed, with common random numbers. */

import type { Setting } from "../../experiments/page/setting.ts";
import type { ReplicateAnswer, ReplicateRequest } from "./messages.ts";
import { type Hand, Pool } from "./pool.ts";
import type { Replicate } from "./replicate.ts";
import SimWorker from "./sim.worker.ts?worker&inline";

export type { Replicate };

export interface ReplicatesTask {
  readonly settings: readonly Setting[];
  readonly rootSeed: string;
  /** Runs of each setting. */
  readonly replicates: number;
  /** The first of them; 0 by default. */
  readonly from?: number;
}

export interface Work {
  /** All replicates, by setting and replicate. Rejects with a line for the reader if a setting cannot be run. */
  readonly done: Promise<readonly Replicate[]>;
  /** Ends the work at once; `done` then never settles. */
  cancel(): void;
}

/** Most workers at once: one core is left to the page. */
const MOST_WORKERS = 4;
const size = () => Math.min(MOST_WORKERS, Math.max(1, (navigator.hardwareConcurrency || 2) - 1));

let pool: Pool<ReplicateRequest, Replicate> | undefined;

/** A worker of the same file as those of the two sides, so that the model is in the page once. */
function newHand(): Hand<ReplicateRequest, Replicate> {
  const worker = new SimWorker();
  return {
    do: (job) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<ReplicateAnswer>) => {
          if (data.tell === "replicate") resolve(data.replicate);
          else reject(new Error(data.message));
        };
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(job);
      }),
    end: () => worker.terminate(),
  };
}

/**
 * Runs replicates of some settings in workers that are kept for the next time. They are done in their order, each of all
 * settings before the next, so that what is done at any time can be compared.
 *
 * @param onProgress - Told after each: all that is done, by setting and replicate, and how many there will be.
 */
export function runReplicates(
  { settings, rootSeed, replicates, from = 0 }: ReplicatesTask,
  onProgress: (done: readonly Replicate[], total: number) => void,
): Work {
  const n = settings.length;
  const jobs = Array.from({ length: n * replicates }, (_, k): ReplicateRequest => {
    return { ask: "replicate", setting: settings[k % n]!, rootSeed, replicate: from + Math.floor(k / n) };
  });
  const found: Replicate[] = [];
  let cancel = () => {};
  const done = new Promise<readonly Replicate[]>((resolve, reject) => {
    if (jobs.length === 0) resolve([]);
    const receive = (k: number, answer: Replicate) => {
      found.push({ ...answer, setting: k % n });
      const sorted = [...found].sort((a, b) => a.setting - b.setting || a.replicate - b.replicate);
      onProgress(sorted, jobs.length);
      if (sorted.length === jobs.length) resolve(sorted);
    };
    pool ??= new Pool(newHand, size());
    cancel = pool.run(jobs, receive, reject);
  });
  return { done, cancel };
}
