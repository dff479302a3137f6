/** The runs of a calibration: each batch, of one scenario with some draws, is a store of its own. */
import { join } from "node:path";
import type { Generation } from "../../experiments/calibration/smc.ts";
import type { Draw } from "../../experiments/trials.ts";
import type { MeasureName } from "../../observe/measures.ts";
import { runTrials, type TrialResults } from "../trials.ts";
import type { Calibration } from "./load.ts";

export interface CalibrateOptions {
  /** Directory of the results: a new one, or that of the same calibration, which then goes on. */
  readonly dir: string;
  readonly threads?: number;
  readonly signal?: AbortSignal;
  /** Told of every batch as its runs end. */
  readonly onProgress?: (progress: CalibrationProgress) => void;
  readonly onGeneration?: (generation: Generation) => void;
}

export interface CalibrationProgress {
  readonly stage: "prior" | "generation" | "point" | "check";
  readonly generation: number;
  readonly done: number;
  readonly total: number;
}

/** Thrown when the signal has ended the runs; what was done is kept, and the same call goes on. */
export class CalibrationStopped extends Error {}

/** Runs of one scenario with draws. */
export interface RunBatch {
  /** Name of its folder. */
  readonly folder: string;
  readonly stage: CalibrationProgress["stage"];
  readonly generation?: number;
  readonly scenario: number;
  readonly draws: readonly Draw[];
  readonly measures: readonly MeasureName[];
  readonly replicates?: number;
  readonly until?: string | undefined;
}

/** Counts the runs of all batches that failed. */
export interface Tally {
  failed: number;
}

export type RunsOf = (batch: RunBatch) => Promise<TrialResults>;

export function runner(options: CalibrateOptions, { plan, scenarios }: Calibration, tally: Tally): RunsOf {
  return async ({ folder, stage, generation = 0, scenario, draws, measures, replicates = 1, until }) => {
    const { dir, threads, signal, onProgress } = options;
    const name = plan.scenarios[scenario]!;
    const trials = {
      name: `${folder} ${name}`,
      seed: `${plan.seed}/${folder}`,
      arms: [{ name, scenario: scenarios[scenario]! }],
      ...{ draws, measures, replicates, ...(until === undefined ? {} : { until }) },
    };
    const results = await runTrials(trials, {
      dir: join(dir, folder, String(scenario + 1)),
      ...(threads === undefined ? {} : { threads }),
      ...(signal ? { signal } : {}),
      onProgress: ({ done, total }) => onProgress?.({ stage, generation, done, total }),
    });
    if (!results.complete) throw new CalibrationStopped();
    tally.failed += results.failed;
    return results;
  };
}
