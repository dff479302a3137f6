/** Runs tasks in threads. */
import { availableParallelism } from "node:os";
import type { Piscina } from "piscina";
import type { Task } from "../experiments/sweep.ts";
import { InputError } from "../kernel/check.ts";
import { type Executor, eachTask } from "./executor.ts";
import { StoreError } from "./files.ts";
import type { StoreSpec } from "./store.ts";
import type { TaskReport } from "./task.ts";
import type { Broken, Order } from "./worker.ts";

/** Built code and sources alike have the worker there; from sources, threads must be taught to read them first. */
const FROM_SOURCE = import.meta.url.endsWith(".ts");
const WORKER = new URL(`../execution/worker.${FROM_SOURCE ? "ts" : "js"}`, import.meta.url);
const TEACH = ["--import", new URL("../../dev/tsx-register.mjs", import.meta.url).href];

/** Attempts at a run whose worker dies. */
const ATTEMPTS = 2;
/** So many workers died, and none has finished a run: it is not the runs. */
const DEATHS = 8;

export interface ThreadsOptions {
  /** As many as the machine has cores by default. */
  readonly threads?: number;
  /** The worker's file; for tests. */
  readonly worker?: URL;
}

export function threads(spec: StoreSpec, options: ThreadsOptions = {}): Executor {
  const count = options.threads ?? availableParallelism();
  const pool = lazily(() => start(count, options.worker ?? WORKER));
  let [deaths, finished] = [0, 0];

  const attempt = async (task: Task): Promise<TaskReport | undefined> => {
    let answer: TaskReport | Broken;
    try {
      answer = await (await pool.get()).run({ task, spec } satisfies Order);
    } catch (error) {
      // a worker answers with its errors, so what is thrown tells that it died
      if (++deaths >= DEATHS && finished === 0)
        throw new Error(`${deaths} workers died one after another, the last of this: ${(error as Error).message}`);
      return undefined;
    }
    if ("broken" in answer) throw revived(answer);
    finished++;
    return answer;
  };

  const work = async (task: Task): Promise<TaskReport> => {
    for (let tries = 0; tries < ATTEMPTS; tries++) {
      const report = await attempt(task);
      if (report) return report;
    }
    const { id, point, replicate } = task;
    return {
      id,
      point,
      replicate,
      status: "failed",
      reason: "the worker died",
      ms: Number.NaN,
      measures: {},
      lost: true,
    };
  };

  return {
    run: (tasks, done, signal) => eachTask(tasks, count, signal, async (task) => done(await work(task))),
    close: async () => {
      await (await pool.peek())?.destroy();
    },
  };
}

async function start(count: number, worker: URL): Promise<Piscina> {
  const { Piscina } = await import("piscina");
  const pool = new Piscina({
    filename: worker.href,
    minThreads: count,
    maxThreads: count,
    idleTimeout: Number.POSITIVE_INFINITY,
    execArgv: FROM_SOURCE ? TEACH : [],
  });
  pool.on("error", () => {}); // of a worker without a task: another takes its place
  return pool;
}

function lazily<T>(make: () => Promise<T>): { get(): Promise<T>; peek(): Promise<T> | undefined } {
  let made: Promise<T> | undefined;
  return {
    get: () => {
      made ??= make();
      return made;
    },
    peek: () => made,
  };
}

function revived({ broken: { name, message } }: Broken): Error {
  if (name === "InputError") return new InputError(message);
  return name === "StoreError" ? new StoreError(message) : new Error(message);
}
