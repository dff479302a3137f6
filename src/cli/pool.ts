/** Runs jobs on as many threads as the machine has; results come back in the order of the jobs. */
import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { Arena } from "../kernel/arena.ts";
import { failure, type Job, type Replicate, runJob } from "./replicate.ts";
import { sent } from "./sent.ts";

/** Threads load compiled code; from source, jobs run in this one. */
const COMPILED = import.meta.url.endsWith(".js");

/** Runs all jobs. `onDone` is called after each. The results do not depend on the number of threads. */
export async function runJobs(jobs: readonly Job[], onDone: (done: number) => void = () => {}): Promise<Replicate[]> {
  const threads = Math.min(jobs.length, availableParallelism());
  return COMPILED && threads > 1 ? onThreads(jobs, threads, onDone) : inline(jobs, onDone);
}

async function inline(jobs: readonly Job[], onDone: (done: number) => void): Promise<Replicate[]> {
  const results: Replicate[] = [];
  const memory = new Arena();
  for (const job of jobs) {
    results.push(runJob(job, memory));
    onDone(results.length);
    await setImmediate(); // lets progress be drawn and Ctrl-C be heard
  }
  return results;
}

function onThreads(jobs: readonly Job[], threads: number, onDone: (done: number) => void): Promise<Replicate[]> {
  const results: Replicate[] = [];
  let [next, done] = [0, 0];
  return new Promise((resolve) => {
    const start = (): void => {
      const worker = new Worker(new URL("./worker.js", import.meta.url));
      let current = -1;
      const give = () => {
        current = next++;
        if (current < jobs.length) worker.postMessage(sent(jobs[current]!));
        else void worker.terminate();
      };
      const take = (replicate: Replicate) => {
        results[current] = replicate;
        onDone(++done);
        if (done === jobs.length) resolve(results);
      };
      worker.on("message", (replicate: Replicate) => {
        take(replicate);
        give();
      });
      worker.on("error", (error) => {
        take(failure(jobs[current]!, error)); // the thread is gone: another takes its place
        if (next < jobs.length) start();
      });
      give();
    };
    for (let t = 0; t < threads; t++) start();
  });
}
