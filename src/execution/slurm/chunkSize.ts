/** How many runs a task of an array job makes. */

export interface Sizing {
  /** Runs to share out. */
  readonly runs: number;
  /** What one takes in one thread. */
  readonly ms: number;
  /** Threads of a task. */
  readonly threads: number;
  /** Seconds after which the cluster ends a task. */
  readonly walltime?: number | undefined;
}

/** Seconds of work that are worth the start of a task. */
const WORTH = 10;
/** Longer tasks gain nothing, and lose more when they are preempted. */
const LONG = 300;
/** Where there is work for them, a sweep is spread over so many tasks before these become long. */
const SPREAD = 64;
/** Nodes may be slower than the machine that measured. */
const SLOWER = 2;

export function runsPerTask({ runs, ms, threads, walltime = Number.POSITIVE_INFINITY }: Sizing): number {
  const within = (seconds: number) => Math.max(threads, Math.floor((seconds * 1000 * threads) / ms));
  const most = within(Math.min(LONG, walltime / SLOWER));
  return Math.max(1, Math.min(runs, most, Math.max(within(WORTH), Math.ceil(runs / SPREAD))));
}

/** Shares of a list, in its order. */
export function cut<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, k) => all.slice(k * size, (k + 1) * size));
}
