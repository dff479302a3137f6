/** Brokerage: what a node's neighbors do not have without it. On symmetric forms, unweighted, as NetworkX computes it. */
import { type Arcs, mutual, outDegree } from "./arcs.ts";
import { closing, triangles } from "./structure.ts";

/**
 * Burt's constraint of each node, above 0 (at most 9/8): small for a broker. An isolate, which has none, gets 1.
 *
 *   c_i = Σ_j (p_ij + Σ_q p_iq p_qj)²,   p_ij = 1 / degree of i
 *
 * j and q are neighbors of i. Source: Burt (1992), Structural Holes, eq. 2.4; NetworkX 3.6 `constraint`.
 */
export function constraint(undirected: Arcs, { allocation } = closing(undirected)): Float64Array {
  const { nodes, start, to } = undirected;
  const total = new Float64Array(nodes);
  for (let i = 0; i < nodes; i++) {
    const degree = outDegree(undirected, i);
    if (degree === 0) total[i] = 1;
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const j = to[k]!;
      if (j < i) continue;
      // What i and j invest in each other differs only by their degrees: of the sum over q, 1 / degree of i is a factor.
      const tied = 1 + allocation[k]!;
      const invested = tied / degree;
      const returned = tied / outDegree(undirected, j);
      total[i]! += invested * invested;
      total[j]! += returned * returned;
    }
  }
  return total;
}

/** Mean constraint over nodes that have a neighbor; 0 if none has. */
export function meanConstraint(undirected: Arcs, closed = closing(undirected)): number {
  return meanOfTied(undirected, constraint(undirected, closed));
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
export function meanEffectiveSize(undirected: Arcs, closed = triangles(undirected)): number {
  return meanOfTied(undirected, effectiveSize(undirected, closed));
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
export function simmelian(arcs: Arcs, both = mutual(arcs)): Simmelian {
  const ties = embedded(both);
  // Mutual arcs come in twos, of which a tie in either direction needs one.
  const tied = arcs.to.length - both.to.length / 2;
  return { ties, share: tied === 0 ? 0 : ties / tied };
}

/** Number of ties whose ends have a common neighbor. */
function embedded({ nodes, start, to }: Arcs): number {
  const neighborOf = new Int32Array(nodes).fill(-1);
  let ties = 0;
  for (let i = 0; i < nodes; i++) {
    const first = start[i]!;
    const end = start[i + 1]!;
    for (let k = first; k < end; k++) neighborOf[to[k]!] = i;
    for (let k = end - 1; k >= first && to[k]! > i; k--) {
      // Where most ties are closed the first few neighbors of the other show it: much sooner than `closing` counts them.
      const last = start[to[k]! + 1]!;
      let m = start[to[k]!]!;
      while (m < last && neighborOf[to[m]!] !== i) m++;
      if (m < last) ties++;
    }
  }
  return ties;
}
