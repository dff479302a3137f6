/** Series over replicates: at every tick the median of a point's runs and the band that holds the middle 90 % of them. */
import { InputError } from "../kernel/check.ts";
import { type CellRow, cellNumber, type Rows } from "./runTable.ts";
import { interval, median } from "./summary.ts";

/** One recorded measure over time; null where no run has a value. */
export interface Band {
  readonly median: (number | null)[];
  readonly low: (number | null)[];
  readonly high: (number | null)[];
}

export interface PointBands<K> {
  readonly point: K;
  readonly ticks: readonly number[];
  readonly dates: readonly string[];
  /** Runs that have a series. */
  readonly runs: number;
  readonly columns: Readonly<Record<string, Band>>;
}

/**
 * Bands of the runs of each point, from the rows of `series.csv` without its header, a point after another. Only one point
 * is held at a time, so the rows must be in the order of points.
 *
 * @param pointOf the point of a run's id; undefined leaves the run out.
 * @throws InputError for a header that lacks a column, and for a point whose runs do not stand together.
 */
export async function* seriesBands<K extends string | number>(
  header: CellRow,
  rows: Rows,
  pointOf: (run: string) => K | undefined,
  names: readonly string[] = header.slice(3),
): AsyncGenerator<PointBands<K>> {
  const [run, tick, date] = ["run", "tick", "date"].map((name) => columnOf(header, name)) as [number, number, number];
  const columns = names.map((name) => [name, columnOf(header, name)] as const);
  const done = new Set<K>();
  let gathering: { point: K; from: Gathered } | undefined;
  for await (const row of rows) {
    const point = pointOf(row[run]!);
    if (point === undefined) continue;
    if (gathering && gathering.point !== point) {
      yield bandsOf(gathering.point, gathering.from, names);
      done.add(gathering.point);
      gathering = undefined;
    }
    if (done.has(point))
      throw new InputError(`series.csv: expected the rows of point ${point} side by side; got them apart`);
    gathering ??= { point, from: { runs: new Set(), ticks: new Map() } };
    const { runs, ticks } = gathering.from;
    runs.add(row[run]!);
    const at = Number(row[tick]);
    const week = ticks.get(at) ?? { date: row[date]!, values: names.map((): number[] => []) };
    ticks.set(at, week);
    for (const [k, [, column]] of columns.entries()) {
      const value = cellNumber(row[column]!);
      if (value !== null) week.values[k]!.push(value);
    }
  }
  if (gathering) yield bandsOf(gathering.point, gathering.from, names);
}

/** The values of a point's runs, by tick and column. */
interface Gathered {
  readonly runs: Set<string>;
  readonly ticks: Map<number, { readonly date: string; readonly values: number[][] }>;
}

function bandsOf<K>(point: K, { runs, ticks }: Gathered, names: readonly string[]): PointBands<K> {
  const weeks = [...ticks].sort(([a], [b]) => a - b);
  const band = (k: number): Band => {
    const values = weeks.map(([, week]) => week.values[k]!);
    const ends = values.map(interval);
    return { median: values.map(median), low: ends.map(([low]) => low), high: ends.map(([, high]) => high) };
  };
  return {
    point,
    ticks: weeks.map(([tick]) => tick),
    dates: weeks.map(([, week]) => week.date),
    runs: runs.size,
    columns: Object.fromEntries(names.map((name, k) => [name, band(k)])),
  };
}

function columnOf(header: CellRow, name: string): number {
  const column = header.indexOf(name);
  if (column < 0)
    throw new InputError(`series.csv: expected a column "${name}"; got ${header.length} columns without it`);
  return column;
}
