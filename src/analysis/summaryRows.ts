/** The table `summary.csv` of a sweep: every measure at every point, over its finished runs. */
import { bootstrapInterval, CONFIDENCE, tInterval } from "./intervals.ts";
import { type CellRow, cellValue, grouped, type Rows, type RunColumns, runColumns } from "./runTable.ts";
import { summarize } from "./summary.ts";

/** A cell to write: null is an empty one. */
export type SummaryCell = string | number | null;

const AFTER_AXES = [
  ...["measure", "at", "n", "missing", "mean", "low", "high", "median", "q05", "q95"],
  ...["bootstrapLow", "bootstrapHigh"],
];
/** Columns of the summary that follow those of the point. */
export const SUMMARY_COLUMNS = AFTER_AXES.length;
const RESAMPLES = { seed: 1 };

/**
 * The header of the summary, from that of `runs.csv`: point, scenario, swap, the axes, measure, at (`reading` or `final`),
 * n (finished runs), missing (those of them without a value), mean with the ends of its 95 % t interval, median, the quantiles
 * at 5 and 95 %, and the ends of the mean's 95 % percentile bootstrap interval.
 *
 * @throws InputError for a header of runs that lacks a column.
 */
export function summaryHeader(runsHeader: CellRow): string[] {
  return ["point", "scenario", "swap", ...runColumns(runsHeader).axes.map((axis) => axis.name), ...AFTER_AXES];
}

/**
 * The rows of the summary, a point after another, from the rows of `runs.csv` without its header. Only one point is held at
 * a time, so the rows must be in the order of points.
 *
 * Dates have quantiles and no mean; failed runs count nowhere.
 *
 * @throws InputError for a header that lacks a column, or rows of a point that do not stand together.
 */
export async function* summaryRows(runsHeader: CellRow, rows: Rows): AsyncGenerator<SummaryCell[]> {
  const columns = runColumns(runsHeader);
  for await (const [, group] of grouped(rows, (row) => row[columns.point]!)) yield* pointRows(columns, group);
}

function pointRows(columns: RunColumns, group: readonly CellRow[]): SummaryCell[][] {
  const first = group[0]!;
  const place = [columns.point, columns.scenario, columns.swap, ...columns.axes.map((axis) => axis.column)];
  const own = place.map((column) => first[column]!);
  const finished = group.filter((row) => row[columns.status] === "finished");
  return columns.measures.map(({ measure, at, column }) => {
    const values = finished.map((row) => cellValue(row[column]!));
    const { n, missing, mean, median, q05, q95 } = summarize(values);
    const numbers = mean === null ? [] : values.filter((v) => typeof v === "number");
    const { low, high } = tInterval(numbers, CONFIDENCE);
    const resampled = numbers.length > 1 ? bootstrapInterval(numbers, RESAMPLES) : null;
    const ends = [resampled?.low ?? null, resampled?.high ?? null];
    return [...own, measure, at, n, missing, mean, low, high, median, q05, q95, ...ends];
  });
}
