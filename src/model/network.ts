/** A start graph as given by a modeler: who stands in which relation to whom, before anything is simulated. */

/** A person of the network, with what the file says of them. */
export interface NetworkNode {
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** `source` gives to, names or turns to `target` (indexes into `nodes`); an undirected edge is two arcs. */
export interface Arc {
  readonly source: number;
  readonly target: number;
  /** Strength of the arc, above 0; 1 where the file has none. */
  readonly weight: number;
}

export interface Network {
  readonly name: string;
  readonly nodes: readonly NetworkNode[];
  readonly arcs: readonly Arc[];
  /** Two-mode data: the persons (indexes into `nodes`) who share each event or group; empty for one-mode data. */
  readonly foci: readonly (readonly number[])[];
}
