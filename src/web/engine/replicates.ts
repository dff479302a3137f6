/** Many runs, off the main thread: replicates of some settings under one root seed, with common random numbers. */
import type { Measures } from "../../observe/measures.ts";
import type { Series } from "../../observe/series.ts";
import type { Setting } from "./setting.ts";

/** What one replicate tells: as the command line tells it under the same seed. */
export interface Replicate {
  /** Index in the settings of the task. */
  readonly setting: number;
  readonly replicate: number;
  readonly seed: string;
  readonly hash: string;
  readonly measures: Partial<Measures>;
  readonly readings: Readonly<Record<string, Partial<Measures>>>;
  /** The standard series, every four weeks. */
  readonly series: Series;
}

export interface ReplicatesTask {
  readonly settings: readonly Setting[];
  readonly rootSeed: string;
  readonly replicates: number;
}

export interface Work {
  /** All replicates, by setting and replicate. Rejects with a line for the reader if a setting cannot be run. */
  readonly done: Promise<readonly Replicate[]>;
  /** Ends the work at once; `done` then never settles. */
  cancel(): void;
}

export function runReplicates(
  _task: ReplicatesTask,
  _onProgress: (done: readonly Replicate[], total: number) => void,
): Work {
  throw new Error("to be written");
}
