/** Trials run, or gone on with, and what came of them by arm, draw and replicate. */
import { cellValue, runColumns } from "../analysis/runTable.ts";
import { type Trials, trialsOf } from "../experiments/trials.ts";
import type { MeasureValue } from "../observe/measure.ts";
import { rowsOf } from "./csv.ts";
import { type Progress, runSweep } from "./run.ts";
import { tableFile } from "./store.ts";
import { VERSION } from "./version.ts";

export interface TrialOptions {
  /** Directory of the results: a new one, or that of the same trials, which then go on. */
  readonly dir: string;
  readonly threads?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface TrialResults {
  /** Whether all runs have ended; without, there are no values yet, and the same call goes on. */
  readonly complete: boolean;
  readonly done: number;
  readonly failed: number;
  readonly total: number;
  /** What a run's measure was; null where it has none, or the run failed. */
  value(arm: number, draw: number, replicate: number, at: "reading" | "final", measure: string): MeasureValue;
  /** Whether the run came to its end. */
  finished(arm: number, draw: number, replicate: number): boolean;
}

/** @throws InputError or StoreError as `runSweep` does. */
export async function runTrials(trials: Trials, options: TrialOptions): Promise<TrialResults> {
  const sweep = trialsOf(trials, VERSION);
  const { complete, done, failed, total } = await runSweep(sweep, options);
  const read = complete ? await readRuns(options.dir) : null;
  const rowAt = (arm: number, draw: number, replicate: number) =>
    read?.rows.get(`${arm * trials.draws.length + draw}:${replicate}`);
  return {
    ...{ complete, done, failed, total },
    value(arm, draw, replicate, at, measure) {
      const cell = rowAt(arm, draw, replicate)?.[read!.columns.get(`${at}_${measure}`)!];
      return cell === undefined ? null : cellValue(cell);
    },
    finished: (arm, draw, replicate) => rowAt(arm, draw, replicate) !== undefined,
  };
}

/** Rows of the finished runs by point and replicate. */
async function readRuns(dir: string) {
  const all = rowsOf(tableFile(dir, "runs"));
  const header = (await all.next()).value as string[];
  const at = runColumns(header);
  const rows = new Map<string, readonly string[]>();
  for await (const row of all)
    if (row[at.status] === "finished") rows.set(`${row[at.point]}:${row[at.replicate]}`, row);
  return { columns: new Map(header.map((name, k) => [name, k])), rows };
}
