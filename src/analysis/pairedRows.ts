/** Differences of points over the same replicates, out of the runs of a sweep. */
import { InputError } from "../kernel/check.ts";
import { type PairedDifference, pairedDifference } from "./paired.ts";
import { type At, type CellRow, cellNumber, grouped, type Rows, runColumns } from "./runTable.ts";

export interface PairedRowsOptions {
  readonly measures: readonly string[];
  readonly at: At;
  /**
   * The point that a point is held against: one that comes before it, or itself if others are held against it; undefined
   * leaves it out.
   */
  readonly against: (point: number) => number | undefined;
}

export interface PairedRow extends PairedDifference {
  readonly point: number;
  readonly against: number;
  readonly measure: string;
}

/**
 * Differences point − other over replicates, by measure, from the rows of `runs.csv` without its header in the order of
 * points. Held in memory are one point at a time and the points that others are held against.
 *
 * @throws InputError for a header that lacks a column or measure, or a point held against one that does not come before.
 */
export async function* pairedRows(
  header: CellRow,
  rows: Rows,
  { measures, at, against }: PairedRowsOptions,
): AsyncGenerator<PairedRow> {
  const columns = runColumns(header);
  const read = measures.map((measure) => {
    const found = columns.measures.find((m) => m.measure === measure && m.at === at);
    if (!found) throw new InputError(`runs.csv: expected a column "${at}_${measure}"; got none`);
    return found.column;
  });
  const held = new Map<number, readonly ByReplicate[]>();
  for await (const [key, group] of grouped(rows, (row) => row[columns.point]!)) {
    const point = Number(key);
    const finished = group.filter((row) => row[columns.status] === "finished");
    const own = read.map(
      (column): ByReplicate =>
        new Map(finished.map((row) => [row[columns.replicate]!, cellNumber(row[column]!)] as const)),
    );
    const other = against(point);
    if (other === point || other === undefined) {
      if (other === point) held.set(point, own);
      continue;
    }
    const values = held.get(other);
    if (!values) throw new InputError(`point ${point} is held against ${other}, which must come before it`);
    for (const [k, measure] of measures.entries())
      yield { point, against: other, measure, ...difference(values[k]!, own[k]!) };
  }
}

/** A measure's value by replicate. */
type ByReplicate = ReadonlyMap<string, number | null>;

function difference(a: ByReplicate, b: ByReplicate): PairedDifference {
  const both = [...a.keys()].filter((replicate) => b.has(replicate));
  const values = (of: ByReplicate) => both.map((replicate) => of.get(replicate)!);
  return pairedDifference(values(a), values(b));
}
