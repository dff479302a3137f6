/** Brokerage: what a node's neighbors do not have without it. On symmetric forms, unweighted, as NetworkX computes it. */
import { type Arcs, mutual, outDegree, shared, union } from "./arcs.ts";
import { triangles } from "./structure.ts";

/**
 * Burt's constraint of each node, above 0 (at most 9/8): small for a broker. An isolate, which has none, gets 1.
 *
 *   c_i = Σ_j (p_ij + Σ_q p_iq p_qj)²,   p_ij = 1 / degree of i
 *
 * j and q are neighbors of i. Source: Burt (1992), Structural Holes, eq. 2.4; NetworkX 3.6 `constraint`.
 */
export function constraint(undirected: Arcs): Float64Array {
  const { nodes, start, to } = undirected;
  const through = new Float64Array(nodes);
  return Float64Array.from({ length: nodes }, (_, i) => {
    const degree = outDegree(undirected, i);
    if (degree === 0) return 1;
    spread(undirected, i, through);
    let total = 0;
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const invested = (1 + through[to[k]!]!) / degree;
      total += invested * invested;
    }
    spread(undirected, i, through, true);
    return total;
  });
}

/** Adds 1 / degree of q to each neighbor of each neighbor q of i; with `clear`, wipes them again. */
function spread(undirected: Arcs, i: number, through: Float64Array, clear = false): void {
  const { start, to } = undirected;
  for (let k = start[i]!; k < start[i + 1]!; k++) {
    const q = to[k]!;
    const part = 1 / outDegree(undirected, q);
    for (let m = start[q]!; m < start[q + 1]!; m++) through[to[m]!] = clear ? 0 : through[to[m]!]! + part;
  }
}

/** Mean constraint over nodes that have a neighbor; 0 if none has. */
export function meanConstraint(undirected: Arcs): number {
  return meanOfTied(undirected, constraint(undirected));
}

/**
 * Effective size of each node's neighborhood, in [0, degree]: n - 2t / n for n neighbors with t ties among them; 0 for an
 * isolate. Source: Borgatti (1997), Structural holes: unpacking Burt's redundancy measures; NetworkX `effective_size`.
 */
export function effectiveSize(undirected: Arcs, closed: Int32Array = triangles(undirected)): Float64Array {
  return Float64Array.from(closed, (t, i) => {
    const n = outDegree(undirected, i);
    return n === 0 ? 0 : n - (2 * t) / n;
  });
}

/** Mean effective size over nodes that have a neighbor; 0 if none has. */
export function meanEffectiveSize(undirected: Arcs): number {
  return meanOfTied(undirected, effectiveSize(undirected));
}

function meanOfTied(undirected: Arcs, values: Float64Array): number {
  let total = 0;
  let tied = 0;
  for (let i = 0; i < undirected.nodes; i++) {
    if (outDegree(undirected, i) === 0) continue;
    total += values[i]!;
    tied++;
  }
  return tied === 0 ? 0 : total / tied;
}

/** Simmelian ties: how many, and their share of all pairs that are tied in either direction, in [0, 1]. */
export interface Simmelian {
  readonly ties: number;
  readonly share: number;
}

/**
 * Pairs tied in both directions who are both so tied to a same third.
 *
 * Source: Krackhardt (1999), The ties that torture: Simmelian tie analysis in organizations.
 */
export function simmelian(arcs: Arcs): Simmelian {
  const both = mutual(arcs);
  let ties = 0;
  for (let i = 0; i < both.nodes; i++) {
    for (let k = both.start[i]!; k < both.start[i + 1]!; k++) {
      const j = both.to[k]!;
      if (j > i && shared(both, i, j) > 0) ties++;
    }
  }
  const tied = union(arcs).to.length / 2;
  return { ties, share: tied === 0 ? 0 : ties / tied };
}
