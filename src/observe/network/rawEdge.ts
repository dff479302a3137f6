/** An edge as its file gives it. */
export interface RawEdge {
  /** Where it stands, for messages: `edges.csv: row 7`. */
  readonly at: string;
  /** Indexes into the nodes. */
  readonly source: number;
  readonly target: number;
  /** The other columns as text; a column that the edge does not have is absent. */
  readonly columns: ReadonlyMap<string, string>;
}
