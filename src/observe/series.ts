/** What the recorder writes and trends read. */

/** Columns of equal length: ticks, and a value (NaN: none) for each recorded measure. */
export interface Series {
  readonly tick: number[];
  readonly columns: Readonly<Record<string, number[]>>;
}
