/** Trials run, or gone on with, and what came of them by arm, draw and replicate. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { cellValue, runColumns } from "../analysis/runTable.ts";
import { type Trials, trialsOf } from "../experiments/trials.ts";
import { InputError } from "../kernel/check.ts";
import type { MeasureValue } from "../observe/measure.ts";
import { rowsOf } from "./csv.ts";
import { type Progress, runSweep } from "./run.ts";
import { readManifest, tableFile } from "./store.ts";
import { checkSum } from "./sums.ts";
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
  checkReplicates(trials, options.dir);
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

/** Seeds are numbered through draws and replicates, so that more replicates of several draws would be other runs. */
function checkReplicates({ draws, replicates }: Trials, dir: string): void {
  if (draws.length < 2 || !existsSync(join(dir, "manifest.json"))) return;
  const held = readManifest(dir).plan.replicates;
  if (held !== replicates)
    throw new InputError(`${dir} holds trials of other replicates: expected ${held}; got ${replicates}`);
}

/** Rows of the finished runs by point and replicate. */
async function readRuns(dir: string) {
  checkSum(dir, "runs.csv");
  const all = rowsOf(tableFile(dir, "runs"));
  const header = (await all.next()).value as string[];
  const at = runColumns(header);
  const rows = new Map<string, readonly string[]>();
  for await (const row of all)
    if (row[at.status] === "finished") rows.set(`${row[at.point]}:${row[at.replicate]}`, row);
  return { columns: new Map(header.map((name, k) => [name, k])), rows };
}
