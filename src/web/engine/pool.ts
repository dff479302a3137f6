/** A pool of hands that do jobs one at a time, for several works at once; it knows nothing of workers. */

/** Who does a job: a worker, as a rule. It is kept until it is told to end. */
export interface Hand<J, A> {
  do(job: J): Promise<A>;
  /** Ends at once, in the midst of a job if need be; what was promised then never settles. */
  end(): void;
}

interface Open<J, A> {
  readonly jobs: readonly J[];
  next: number;
  /** When it was last given a hand. */
  served: number;
  readonly onDone: (job: number, answer: A) => void;
  readonly onFailed: (error: Error) => void;
}

export class Pool<J, A> {
  readonly #make: () => Hand<J, A>;
  readonly #size: number;
  readonly #idle: Hand<J, A>[] = [];
  readonly #busy = new Map<Hand<J, A>, Open<J, A>>();
  readonly #works = new Set<Open<J, A>>();
  #served = 0;

  /** @param make - Makes a hand, when there is more to do than hands; never more than `size`. */
  constructor(make: () => Hand<J, A>, size: number) {
    this.#make = make;
    this.#size = size;
  }

  /**
   * Does jobs in their order, as many at once as there are hands; works that are open together share them evenly. A job
   * that fails ends its work.
   *
   * @returns Ends the work at once.
   */
  run(jobs: readonly J[], onDone: Open<J, A>["onDone"], onFailed: Open<J, A>["onFailed"]): () => void {
    const work: Open<J, A> = { jobs, next: 0, served: 0, onDone, onFailed };
    this.#works.add(work);
    this.#hire();
    return () => this.#end(work);
  }

  /** Gives waiting jobs to free hands. */
  #hire(): void {
    while (this.#busy.size < this.#size) {
      const work = this.#neediest();
      if (!work) return;
      const hand = this.#idle.pop() ?? this.#make();
      this.#busy.set(hand, work);
      work.served = ++this.#served;
      void this.#await(hand, work, work.next++);
    }
  }

  /** Of the works with jobs that wait, the one that the fewest hands work for; of several, who has waited longest. */
  #neediest(): Open<J, A> | undefined {
    const hands = (work: Open<J, A>) => [...this.#busy.values()].filter((w) => w === work).length;
    const waiting = [...this.#works].filter((work) => work.next < work.jobs.length);
    return waiting.sort((a, b) => hands(a) - hands(b) || a.served - b.served)[0];
  }

  async #await(hand: Hand<J, A>, work: Open<J, A>, job: number): Promise<void> {
    const { answer, error } = await attempt(() => hand.do(work.jobs[job]!));
    if (this.#busy.get(hand) !== work) return; // ended meanwhile
    if (error) this.#end(work);
    else this.#free(hand, work);
    if (error) work.onFailed(error);
    else work.onDone(job, answer as A);
  }

  #free(hand: Hand<J, A>, work: Open<J, A>): void {
    this.#busy.delete(hand);
    this.#idle.push(hand);
    if (work.next === work.jobs.length && ![...this.#busy.values()].includes(work)) this.#works.delete(work);
    this.#hire();
  }

  #end(work: Open<J, A>): void {
    this.#works.delete(work);
    for (const [hand, busyWith] of this.#busy) {
      if (busyWith !== work) continue;
      hand.end();
      this.#busy.delete(hand);
    }
    this.#hire();
  }
}

async function attempt<A>(act: () => Promise<A>): Promise<{ readonly answer?: A; readonly error?: Error }> {
  try {
    return { answer: await act() };
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}
