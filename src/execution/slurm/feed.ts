/** Tasks as they come: one that is slow to come is left for later. */
import { setTimeout as pause } from "node:timers/promises";
import type { Task } from "../../experiments/sweep.ts";

/** A task that depends on runs under way comes late. */
const LATE_MS = 50;

export class Feed {
  /** Whether there are no more. */
  over = false;
  readonly #iterator: Iterator<Task> | AsyncIterator<Task>;
  #coming: Promise<IteratorResult<Task>> | undefined;

  constructor(tasks: Iterable<Task> | AsyncIterable<Task>) {
    this.#iterator = Symbol.asyncIterator in tasks ? tasks[Symbol.asyncIterator]() : tasks[Symbol.iterator]();
  }

  /** The next task; undefined if there are no more, or none for now. */
  async next(): Promise<Task | undefined> {
    if (this.over) return undefined;
    this.#coming ??= Promise.resolve(this.#iterator.next());
    const given = new AbortController();
    const late = pause(LATE_MS, undefined, { signal: given.signal }).catch(() => undefined);
    const result = await Promise.race([this.#coming, late]);
    given.abort();
    if (!result) return undefined;
    this.#coming = undefined;
    this.over = result.done === true;
    return result.done ? undefined : result.value;
  }
}
