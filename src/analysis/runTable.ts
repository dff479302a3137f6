/** What the columns of a sweep's `runs.csv` are, and the values in its cells. */
import { InputError } from "../kernel/check.ts";
import type { MeasureValue } from "../observe/measure.ts";

/** A row of a table as its cells; a missing value is an empty cell. */
export type CellRow = readonly string[];
export type Rows = Iterable<CellRow> | AsyncIterable<CellRow>;

/** When a measure was read: at the scenario's reading date, or at the end of the run. */
export type At = "reading" | "final";

export interface MeasureColumn {
  readonly measure: string;
  readonly at: At;
  readonly column: number;
}

/** Where things stand in a row of runs. */
export interface RunColumns {
  readonly id: number;
  readonly point: number;
  readonly scenario: number;
  readonly swap: number;
  readonly replicate: number;
  readonly seed: number;
  readonly status: number;
  readonly reason: number;
  /** The axes of the sweep, in its order. */
  readonly axes: readonly { readonly name: string; readonly column: number }[];
  readonly measures: readonly MeasureColumn[];
}

const FIXED = ["id", "point", "scenario", "swap", "replicate", "seed", "status", "reason"] as const;

/**
 * The columns of a header of runs: the axes stand between `swap` and `replicate`, measures are `reading_…` and `final_…`.
 *
 * @throws InputError for a header that lacks a column.
 */
export function runColumns(header: CellRow, file = "runs.csv"): RunColumns {
  const fixed = Object.fromEntries(FIXED.map((name) => [name, header.indexOf(name)])) as Record<
    (typeof FIXED)[number],
    number
  >;
  const lacking = FIXED.find((name) => fixed[name] < 0);
  if (lacking) throw new InputError(`${file}: expected a column "${lacking}"; got ${header.length} columns without it`);
  const axes = header.slice(fixed.swap + 1, fixed.replicate).map((name, k) => ({ name, column: fixed.swap + 1 + k }));
  const measures = header.flatMap((name, column) => {
    const parts = /^(reading|final)_(.+)$/.exec(name);
    return parts && column > fixed.replicate ? [{ measure: parts[2]!, at: parts[1] as At, column }] : [];
  });
  return { ...fixed, axes, measures };
}

/** The value in a cell: none if it is empty, a number, or a text such as a date. */
export function cellValue(cell: string): MeasureValue {
  if (cell === "") return null;
  const number = Number(cell);
  return Number.isNaN(number) ? cell : number;
}

/** The number in a cell; null if there is none. */
export function cellNumber(cell: string): number | null {
  const value = cellValue(cell);
  return typeof value === "number" ? value : null;
}

/**
 * Rows gathered by a key, a group after another: those of a group must stand together.
 *
 * @throws InputError for a group that comes up again after another.
 */
export async function* grouped<K>(
  rows: Rows,
  keyOf: (row: CellRow) => K,
  what = "runs.csv",
): AsyncGenerator<readonly [K, CellRow[]]> {
  const done = new Set<K>();
  let group: [K, CellRow[]] | undefined;
  for await (const row of rows) {
    const key = keyOf(row);
    if (group && group[0] !== key) {
      yield group;
      done.add(group[0]);
      group = undefined;
    }
    if (!group && done.has(key))
      throw new InputError(`${what}: expected the rows of ${String(key)} side by side; got them apart`);
    group ??= [key, []];
    group[1].push(row);
  }
  if (group) yield group;
}
