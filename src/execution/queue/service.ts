/** A worker of queues: makes runs of any sweep that a Redis server has, in threads, until it is told to end. */
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import type { Job, Worker } from "bullmq";
import type { Redis } from "ioredis";
import type { Task } from "../../experiments/sweep.ts";
import { InputError } from "../../kernel/check.ts";
import { lostReport, threadFile, Workers } from "../threads.ts";
import { checkOffer, clear, type Found, findOffers, type Offer } from "./offers.ts";
import { pack } from "./packing.ts";
import { type Libraries, PREFIX } from "./redis.ts";
import type { Packed } from "./thread.ts";

export interface ServiceOptions {
  /** A connection, which is closed at the end. */
  readonly redis: Redis;
  readonly libraries: Libraries;
  readonly threads: number;
  /** Other workers take over the runs of one that was not heard of for so long, in seconds. */
  readonly lostAfter: number;
  /** Ends once there was nothing to do for so long, in seconds. */
  readonly untilIdle?: number;
  /** Take no more runs; those begun are ended and handed back. */
  readonly signal: AbortSignal;
  readonly tell: (notice: Notice) => void;
}

export type Notice =
  | { readonly kind: "taken" | "left"; readonly title: string }
  | { readonly kind: "refused"; readonly reason: string };

const LOOK_MS = 500;
/** After a lost connection. */
const RETRY_MS = 1000;
/** A run that so many workers have died of counts as failed. */
const DEATHS = 8;

/**
 * Serves until the signal is given or there is nothing to do; returns the number of runs made.
 *
 * @throws InputError if no sweep that waits for results can be served: of another version, or with files that are not here.
 */
export async function serve(options: ServiceOptions): Promise<number> {
  const service = new Service(options);
  try {
    await service.run();
  } finally {
    await service.close();
  }
  return service.runs;
}

class Service {
  runs = 0;
  readonly #options: ServiceOptions;
  readonly #pool: Workers<Packed>;
  readonly #serving = new Map<string, { readonly offer: Offer; readonly worker: Worker<Task, string> }>();
  readonly #refused = new Map<string, InputError>();
  readonly #stop = new AbortController();
  readonly #stopped = new Promise<void>((resolve) => {
    this.#stop.signal.addEventListener("abort", () => resolve());
  });
  #failure: unknown;
  #busy = 0;
  #lastBusy = performance.now();

  constructor(options: ServiceOptions) {
    this.#options = options;
    this.#pool = new Workers(options.threads, threadFile("queue/thread"));
    const stop = () => this.#stop.abort();
    options.signal.addEventListener("abort", stop);
    if (options.signal.aborted) stop();
  }

  async run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted && !this.#isIdle()) {
      // while the server is away, looking waits for it
      await Promise.race([this.#look(), this.#stopped]);
      if (!signal.aborted) await pause(LOOK_MS, undefined, { signal }).catch(() => {});
    }
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Waits for the runs under way. */
  async close(): Promise<void> {
    this.#stop.abort();
    await Promise.all([...this.#serving.values()].map(({ worker }) => worker.close()));
    await this.#pool.close();
    this.#options.redis.disconnect();
  }

  #isIdle(): boolean {
    const { untilIdle = Number.POSITIVE_INFINITY } = this.#options;
    return this.#busy === 0 && performance.now() - this.#lastBusy > untilIdle * 1000;
  }

  async #look(): Promise<void> {
    const found = await findOffers(this.#options.redis);
    const wanted = found.filter(({ alive, work }) => alive || work);
    const holds = (list: readonly Found[], queue: string) => list.some(({ offer }) => offer.queue === queue);
    for (const [queue] of this.#serving) {
      if (!holds(wanted, queue)) await this.#leave(queue);
      if (!holds(found, queue)) await clear(this.#options.redis, queue);
    }
    for (const one of wanted) await this.#consider(one);
    const refusal = wanted.map(({ offer }) => this.#refused.get(offer.queue)).find((error) => error);
    if (refusal && this.#serving.size === 0) throw refusal;
  }

  async #consider({ offer, alive }: Found): Promise<void> {
    const { queue, title } = offer;
    if (this.#stop.signal.aborted || this.#serving.has(queue) || this.#refused.has(queue)) return;
    try {
      await checkOffer(offer);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      if (!alive) return; // no one waits for it
      this.#refused.set(queue, error);
      if (this.#serving.size > 0) this.#options.tell({ kind: "refused", reason: error.message });
      return;
    }
    if (this.#stop.signal.aborted) return;
    this.#serving.set(queue, { offer, worker: this.#open(offer) });
    this.#options.tell({ kind: "taken", title });
  }

  #open(offer: Offer): Worker<Task, string> {
    const { redis, libraries, threads, lostAfter } = this.#options;
    const worker = new libraries.bullmq.Worker<Task, string>(
      offer.queue,
      (job, token) => this.#perform(offer, job, token),
      {
        ...{ connection: redis, prefix: PREFIX, concurrency: threads, runRetryDelay: RETRY_MS },
        ...{ lockDuration: lostAfter * 1000, stalledInterval: lostAfter * 500, maxStalledCount: DEATHS },
      },
    );
    worker.on("completed", () => this.runs++);
    worker.on("error", () => {}); // outages are told of by the connection; a run taken over meanwhile counts once
    return worker;
  }

  async #leave(queue: string): Promise<void> {
    const { worker, offer } = this.#serving.get(queue)!;
    this.#serving.delete(queue);
    await worker.close();
    this.#options.tell({ kind: "left", title: offer.title });
  }

  async #perform({ spec }: Offer, job: Job<Task, string>, token: string | undefined): Promise<string> {
    this.#busy++;
    try {
      const answer = await this.#pool.persist({ task: job.data, spec: { dir: "", ...spec } });
      return answer?.packed ?? pack({ report: lostReport(job.data) });
    } catch (error) {
      this.#failure ??= error;
      this.#stop.abort();
      await job.moveToWait(token); // another worker may do better
      throw new this.#options.libraries.bullmq.WaitingError();
    } finally {
      this.#busy--;
      this.#lastBusy = performance.now();
    }
  }
}
