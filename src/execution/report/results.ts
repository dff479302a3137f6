/** What a report needs of a sweep's `runs.csv`: its points with their summaries, its runs and its failures. */
import { type CellRow, runColumns } from "../../analysis/runTable.ts";
import { SUMMARY_COLUMNS, type SummaryCell, summaryRows } from "../../analysis/summaryRows.ts";
import type { AxisPlan } from "../../experiments/plan.ts";
import { InputError } from "../../kernel/check.ts";
import { rowsOf } from "../csv.ts";
import { tableFile } from "../store.ts";
import { checkSum } from "../sums.ts";
import { orderedCells } from "./levels.ts";

/** A measure at a point, over its finished runs. */
export interface Summary {
  readonly n: number;
  readonly missing: number;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly median: SummaryCell;
  readonly q05: SummaryCell;
  readonly q95: SummaryCell;
}

export interface Point {
  readonly index: number;
  readonly scenario: string;
  readonly swap: string;
  /** Cells of the axes, in their order. */
  readonly setting: readonly string[];
  runs: number;
  failed: number;
  /** By `final_…` and `reading_…`. */
  readonly summaries: ReadonlyMap<string, Summary>;
}

export interface Failure {
  readonly point: number;
  readonly replicate: string;
  readonly seed: string;
  readonly reason: string;
}

export interface Results {
  readonly axes: readonly string[];
  /** The different cells of each axis, in order. */
  readonly values: readonly (readonly string[])[];
  /** Measures that were read. */
  readonly measures: readonly string[];
  readonly points: readonly Point[];
  /** Point of each finished run, by its id. */
  readonly pointOf: ReadonlyMap<string, number>;
  readonly runs: number;
  readonly failed: number;
  /** The first few of them. */
  readonly failures: readonly Failure[];
}

/** Failures that a report lists. */
const MOST_FAILURES = 20;

/** The rows of a table after its header. */
export interface Opened {
  readonly header: CellRow;
  readonly rows: AsyncIterable<CellRow>;
}

/** Opens a table of a sweep; null if it is not there or empty. Throws an InputError if it is not as it was written. */
export async function openTable(dir: string, table: "runs" | "series" | "events"): Promise<Opened | null> {
  checkSum(dir, `${table}.csv`);
  const rows = rowsOf(tableFile(dir, table));
  const first = await rows.next();
  return first.done ? null : { header: first.value, rows };
}

/** Opens the runs of a sweep. Throws an InputError where there are none. */
export async function openRuns(dir: string): Promise<Opened> {
  const opened = await openTable(dir, "runs");
  if (!opened) throw new InputError(`${dir}: expected runs.csv, which a finished sweep has; got none`);
  return opened;
}

/**
 * Reads the runs of a sweep.
 *
 * @param planned the axes of the plan, which tells the order of values that are no numbers.
 * @param keeps whether a point's summary of a measure is kept, so that memory does not grow with what is not shown.
 * @throws InputError for runs that are not there, have no finished run, or lack a column.
 */
export async function readResults(
  dir: string,
  planned: Readonly<Record<string, AxisPlan>>,
  keeps: (point: number, measure: string) => boolean,
): Promise<Results> {
  const { header, rows } = await openRuns(dir);
  const columns = runColumns(header, `${dir}/runs.csv`);
  const points = new Map<number, Point & { summaries: Map<string, Summary> }>();
  const pointOf = new Map<string, number>();
  const failures: Failure[] = [];
  let failed = 0;
  let runs = 0;
  async function* noted(): AsyncGenerator<CellRow> {
    for await (const row of rows) {
      const index = Number(row[columns.point]);
      const own = points.get(index) ?? {
        index,
        scenario: row[columns.scenario]!,
        swap: row[columns.swap]!,
        setting: columns.axes.map((axis) => row[axis.column]!),
        runs: 0,
        failed: 0,
        summaries: new Map(),
      };
      points.set(index, own);
      own.runs++;
      runs++;
      if (row[columns.status] === "finished") pointOf.set(row[columns.id]!, index);
      else {
        own.failed++;
        failed++;
        const [replicate, seed, reason] = [row[columns.replicate]!, row[columns.seed]!, row[columns.reason]!];
        if (failures.length < MOST_FAILURES) failures.push({ point: index, replicate, seed, reason });
      }
      yield row;
    }
  }
  for await (const row of summaryRows(header, noted())) {
    const [point, [measure, at, n, missing, mean, low, high, median, q05, q95]] = [
      Number(row[0]),
      row.slice(-SUMMARY_COLUMNS),
    ];
    if (!keeps(point, String(measure))) continue;
    const summary = { n, missing, mean, low, high, median, q05, q95 } as Summary;
    points.get(point)!.summaries.set(`${at}_${measure}`, summary);
  }
  if (pointOf.size === 0) throw new InputError(`${dir}/runs.csv: expected at least one finished run; got none`);
  const all = [...points.values()];
  const measures = [...new Set(columns.measures.map((m) => m.measure))];
  return {
    axes: columns.axes.map((axis) => axis.name),
    values: columns.axes.map(({ name }, k) =>
      orderedCells(
        planned[name],
        all.map((p) => p.setting[k]!),
      ),
    ),
    measures,
    points: all,
    pointOf,
    runs,
    failed,
    failures,
  };
}
