/** What a directory already has of a sweep, read without touching it. */
import { resolve } from "node:path";
import type { Sweep } from "../experiments/sweep.ts";
import { RunIndex } from "./runIndex.ts";
import { type Adaptive, checkStore, columnsOf, manifestOf, type Shard } from "./store.ts";

export interface Made {
  /** Runs that have ended, those that failed among them. */
  readonly done: number;
  readonly failed: number;
}

/**
 * Runs of a sweep that are made, as the sweep itself would find them there.
 *
 * @throws InputError where the sweep would be refused: for a directory of anything else.
 */
export function madeIn(dir: string, sweep: Sweep, shard: Shard | undefined, adaptive: Adaptive | undefined): Made {
  checkStore(dir, manifestOf(sweep, shard ?? null, adaptive ?? null));
  const { axes, plan } = sweep;
  const index = new RunIndex(columnsOf({ axes, measures: plan.measures })).add(resolve(dir));
  return { done: index.size, failed: index.failures };
}
