/** Runs tasks in threads. */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { Piscina } from "piscina";
import type { Task } from "../experiments/sweep.ts";
import { InputError } from "../kernel/check.ts";
import { type Executor, eachTask } from "./executor.ts";
import { StoreError } from "./files.ts";
import type { StoreSpec } from "./store.ts";
import type { TaskReport } from "./task.ts";
import type { Broken, Order } from "./worker.ts";

/** From sources, threads must be taught to read them first. */
const FROM_SOURCE = import.meta.url.endsWith(".ts");
/** A thread's file as seen from this one, or from an entry of the built code that this one was put into. */
export function threadFile(name: string): URL {
  const ending = FROM_SOURCE ? "ts" : "js";
  const files = [`../execution/${name}.${ending}`, `./execution/${name}.${ending}`];
  const urls = files.map((path) => new URL(path, import.meta.url));
  return urls.find((url) => existsSync(url)) ?? urls[0]!;
}
const TEACH = ["--import", new URL("./tsx-register.mjs", import.meta.url).href];
/** What Node is told before the name of a thread's file. */
export const nodeArguments: readonly string[] = FROM_SOURCE ? TEACH : [];

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
  const workers = new Workers<TaskReport>(count, options.worker ?? threadFile("worker"));
  const work = async (task: Task) => (await workers.persist({ task, spec })) ?? lostReport(task);
  return {
    run: (tasks, done, signal) => eachTask(tasks, count, signal, async (task) => done(await work(task))),
    close: () => workers.close(),
  };
}

/** What is told of a run that no worker has brought to its end. */
export function lostReport({ id, point, replicate }: Pick<Task, "id" | "point" | "replicate">): TaskReport {
  const reason = "the worker died";
  return { id, point, replicate, status: "failed", reason, ms: Number.NaN, measures: {}, lost: true };
}

/** A pool that begins with its first task, and is renewed where it is past help. */
export class Workers<A extends object> {
  readonly #count: number;
  readonly #file: URL;
  #pool: Promise<Piscina> | undefined;
  /** An idle pool does not keep the process: without this, it would end while a worker begins or ends. */
  #alive: NodeJS.Timeout | undefined;
  #deaths = 0;
  #finished = 0;
  #cause: unknown;

  constructor(count: number, file: URL) {
    this.#count = count;
    this.#file = file;
  }

  /** The answer of a worker; undefined if it died, and the one after it. Throws what makes it vain to go on. */
  async persist(order: Order): Promise<A | undefined> {
    for (let tries = 0; tries < ATTEMPTS; tries++) {
      const answer = await this.#perform(order);
      if (answer && "broken" in answer) throw revived(answer.broken);
      if (answer) return answer;
    }
    return undefined;
  }

  /** The answer of a worker; undefined if it died. */
  async #perform(order: Order): Promise<A | Broken | undefined> {
    for (;;) {
      this.#pool ??= this.#start();
      const used = this.#pool;
      try {
        const answer = await (await used).run(order);
        this.#finished++;
        return answer;
      } catch (error) {
        // a worker answers with its errors, so what is thrown tells that it died; or that its pool was given up
        const died = used === this.#pool;
        if (died) this.#note(error);
        if (this.#deaths >= DEATHS && this.#finished === 0)
          throw new Error(`${this.#deaths} workers died and none has finished a run: ${this.#cause}`);
        if (died) return undefined;
      }
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#alive); // also where no pool could be had
    await (await this.#pool)?.destroy();
  }

  async #start(): Promise<Piscina> {
    this.#alive ??= setInterval(() => {}, 1 << 30);
    const { Piscina } = await import("piscina");
    const pool = new Piscina({
      filename: this.#file.href,
      minThreads: this.#count,
      maxThreads: this.#count,
      idleTimeout: Number.POSITIVE_INFINITY,
      execArgv: [...nodeArguments],
    });
    // A worker died before it could begin: the pool then makes no other, and its tasks would wait for ever.
    pool.once("error", (error) => {
      this.#note(error);
      this.#pool = undefined;
      pool.on("error", () => {});
      void pool.destroy();
    });
    return pool;
  }

  #note(error: unknown): void {
    this.#deaths++;
    this.#cause = error instanceof Error ? error.message : String(error);
  }
}

/** An error by its name and message. */
export function revived({ name, message }: Broken["broken"]): Error {
  if (name === "InputError") return new InputError(message);
  return name === "StoreError" ? new StoreError(message) : new Error(message);
}
