/** The gap between two scenarios explained: all cells run, or gone on with, and their shares written beside the runs. */
import { join, resolve } from "node:path";
import { type At, cellNumber, runColumns } from "../../analysis/runTable.ts";
import { type ExplainSweep, explainSweep, OUTCOMES } from "../../experiments/explain.ts";
import { checkOutcomes, type ExplainResult, explained, type RawCell } from "../../experiments/explainResult.ts";
import type { LoadedScenario } from "../../experiments/sweep.ts";
import { InputError } from "../../kernel/check.ts";
import type { MeasureName } from "../../observe/measures.ts";
import { storeError, writeWhole } from "../files.ts";
import { openRuns } from "../report/results.ts";
import { runSweep, type SweepOptions, type SweepResult } from "../run.ts";
import { findLoaded } from "../scenarios.ts";
import { VERSION } from "../version.ts";
import { cellsTable, sharesTable } from "./tables.ts";

export interface ExplainRunOptions extends Pick<SweepOptions, "dir" | "threads" | "signal" | "onProgress"> {
  /** Measures whose gap is explained; resolvedShare, suspended and meanTrust by default. */
  readonly outcomes?: readonly string[];
  /** Runs a cell, at least 2; 30 by default. */
  readonly replicates?: number;
  /** Root seed; 1 by default. */
  readonly seed?: string | number;
  /** Last date of the runs; by default 2018-12-31, or the end of the scenario that ends before it. */
  readonly until?: string;
  /** At the end of the runs, the default, or at the reading date of the first scenario. */
  readonly at?: At;
}

export interface ExplainRun {
  readonly sweep: SweepResult;
  /** null while runs are left to make: the same call goes on. */
  readonly result: ExplainResult | null;
}

export const REPLICATES = 30;

/**
 * How much of the gap from scenario A to B each context block explains. The directory holds the sweep of all cells, and once it is
 * finished `explain.json`, `shares.csv` and `cells.csv`.
 *
 * @param a name of a shipped scenario, or path of a module or JSON file.
 * @throws InputError for what cannot be explained, a directory of anything else, or outcomes none of which is defined.
 * @throws StoreError if results cannot be written.
 */
export async function explain(a: string, b: string, options: ExplainRunOptions): Promise<ExplainRun> {
  const planned = await planExplain(a, b, options);
  const { at = "final", dir, threads, signal, onProgress } = options;
  const sweep = await runSweep(planned.sweep, {
    dir,
    ...(threads === undefined ? {} : { threads }),
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress } : {}),
  });
  if (!sweep.complete) return { sweep, result: null };
  const outcomes = checkOutcomes(options.outcomes ?? OUTCOMES);
  const values = await readValues(sweep.dir, planned, outcomes, at);
  const result = explained(planned, { outcomes, at, failed: sweep.failed, values });
  if (result.outcomes.every((o) => o.found === null))
    throw new InputError(
      `explain: expected an outcome that is defined in every cell; got none (${result.outcomes
        .map((o) => `${o.measure} ${o.refused!.en}`)
        .join("; ")})`,
    );
  writeResult(sweep.dir, result);
  return { sweep, result };
}

/** The sweep of a call of `explain`, all of it checked. Throws as `explain` does, before anything is run or written. */
export async function planExplain(
  a: string,
  b: string,
  options: Omit<ExplainRunOptions, "dir">,
): Promise<ExplainSweep> {
  const outcomes = checkOutcomes(options.outcomes ?? OUTCOMES);
  if (outcomes.length === 0) throw new InputError("explain: expected at least one outcome; got none");
  const { replicates = REPLICATES, seed = 1, until, at } = options;
  if (replicates < 2) throw new InputError(`replicates must be a whole number of at least 2; got ${replicates}`);
  const [own, other]: LoadedScenario[] = [await findLoaded(a), await findLoaded(b)];
  const planned = explainSweep(
    { version: VERSION, a: own!, b: other! },
    { outcomes, replicates, seed, ...(until === undefined ? {} : { until }) },
  );
  const end = planned.sweep.plan.until!;
  if (at === "reading" && end < planned.a.reading)
    throw new InputError(`until must not lie before the reading date (${planned.a.reading}); got ${end}`);
  return planned;
}

/** Values of outcomes by point and replicate. */
async function readValues(dir: string, { sweep, cells }: ExplainSweep, outcomes: readonly MeasureName[], at: At) {
  const { header, rows } = await openRuns(dir);
  const columns = runColumns(header, join(dir, "runs.csv"));
  const points = cells.filter((cell) => cell.point !== null).length;
  const { replicates } = sweep.plan;
  const read = outcomes.map((measure) => ({
    measure,
    column: columns.measures.find((m) => m.measure === measure && m.at === at)!.column,
    values: Array.from({ length: points }, () => new Array<number | null | undefined>(replicates).fill(undefined)),
  }));
  for await (const row of rows) {
    if (row[columns.status] !== "finished") continue;
    const [point, replicate] = [Number(row[columns.point]), Number(row[columns.replicate])];
    for (const { values, column } of read) values[point]![replicate] = cellNumber(row[column]!);
  }
  const byName = new Map(read.map(({ measure, values }) => [measure, values]));
  return (measure: MeasureName, point: number): RawCell => byName.get(measure)![point]!;
}

function writeResult(dir: string, result: ExplainResult): void {
  const path = resolve(dir);
  try {
    writeWhole(join(path, "explain.json"), `${JSON.stringify(result, null, 1)}\n`);
    writeWhole(join(path, "shares.csv"), sharesTable(result));
    writeWhole(join(path, "cells.csv"), cellsTable(result));
  } catch (error) {
    throw storeError(dir, error);
  }
}
