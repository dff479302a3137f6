/** What runs tasks: in this thread, in many, or elsewhere. All of them write the same rows. */
import type { Task } from "../experiments/sweep.ts";
import type { TaskReport } from "./task.ts";

export interface Executor {
  /**
   * Runs tasks, taking the next when there is room for it, and calls `done` after each. Once `signal` is given it takes
   * no more, and ends when those begun have.
   *
   * @throws what makes it vain to go on: results that cannot be written, a module that cannot be loaded.
   */
  run(
    tasks: Iterable<Task> | AsyncIterable<Task>,
    done: (report: TaskReport) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /** Closes segments and ends workers. */
  close(): Promise<void>;
}

/**
 * Does `work` on tasks, so many at a time. An error or the signal ends it as soon as what has begun has ended, also where
 * a next task is still waited for.
 */
export async function eachTask(
  tasks: Iterable<Task> | AsyncIterable<Task>,
  lanes: number,
  signal: AbortSignal,
  work: (task: Task) => Promise<void>,
): Promise<void> {
  const source = new Source(tasks);
  const errors: unknown[] = [];
  const stop = () => source.stop();
  const lane = async () => {
    try {
      for (let task = await source.next(); task; task = await source.next()) await work(task);
    } catch (error) {
      errors.push(error);
      stop();
    }
  };
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  await Promise.all(Array.from({ length: lanes }, lane));
  signal.removeEventListener("abort", stop);
  if (errors.length > 0) throw errors[0];
}

/** Tasks, one after another, until it is stopped. */
class Source {
  readonly #iterator: Iterator<Task> | AsyncIterator<Task>;
  readonly #waiting = new Set<(task: undefined) => void>();
  #stopped = false;

  constructor(tasks: Iterable<Task> | AsyncIterable<Task>) {
    this.#iterator = Symbol.asyncIterator in tasks ? tasks[Symbol.asyncIterator]() : tasks[Symbol.iterator]();
  }

  /** The next task; undefined if there is none, or once all has been stopped. */
  next(): Promise<Task | undefined> {
    if (this.#stopped) return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      this.#waiting.add(resolve);
      Promise.resolve(this.#iterator.next())
        .then(({ done, value }) => resolve(done || this.#stopped ? undefined : value), reject)
        .finally(() => this.#waiting.delete(resolve));
    });
  }

  stop(): void {
    this.#stopped = true;
    for (const resolve of this.#waiting) resolve(undefined);
  }
}
