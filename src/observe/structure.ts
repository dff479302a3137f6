/**
 * The shape of the whole graph: how dense, how mutual, how clustered, how centralized, how mixed.
 *
 * `undirected` in a parameter's place means a symmetric form: `union(arcs)`, or the ties pool as it is. A measure of a
 * graph too small to have it is 0. All are tested against NetworkX 3.6.
 */
import { type Arcs, mutual, outDegree } from "./arcs.ts";

/** Arcs a node, >= 0; for a symmetric form the mean number of neighbors. */
export function meanDegree(arcs: Arcs): number {
  return share(arcs.to.length, arcs.nodes);
}

/** Arcs that are answered, which `mutual` finds, over all arcs, in [0, 1]. */
export function reciprocity(arcs: Arcs, answered = mutual(arcs)): number {
  return share(answered.to.length, arcs.to.length);
}

/** The triangles of a symmetric form. */
export interface Closing {
  /** The number of triangles that each node stands in. */
  readonly triangles: Int32Array;
  /**
   * Of each tie the sum over common neighbors q of 1 / degree of q, >= 0, where the arc from its lower to its higher node
   * stands in `to`; 0 at its other arc. Source: the resource allocation index of Zhou, Lü & Zhang (2009).
   */
  readonly allocation: Float64Array;
}

/**
 * Finds each triangle once, from its lowest node: time grows with ties times degree.
 *
 * Source: the algorithm "forward" of Schank & Wagner (2005), Finding, counting and listing all triangles in large graphs.
 */
export function closing(undirected: Arcs): Closing {
  const { nodes, start, to } = undirected;
  const above = aboveOf(undirected);
  const triangles = new Int32Array(nodes);
  const allocation = new Float64Array(to.length);
  const part = new Float64Array(nodes);
  for (let i = 0; i < nodes; i++) part[i] = 1 / outDegree(undirected, i);
  // place[q]: where the arc from i, whose turn it is, to q stands; before the first of i's if there is none.
  const place = new Int32Array(nodes).fill(-1);
  for (let i = 0; i < nodes; i++) {
    const first = above[i]!;
    const end = start[i + 1]!;
    if (end - first < 2) continue;
    for (let k = first; k < end; k++) place[to[k]!] = k;
    const highest = to[end - 1]!;
    for (let k = first; k < end; k++) {
      const j = to[k]!;
      const last = start[j + 1]!;
      let found = 0;
      let sum = allocation[k]!;
      for (let m = above[j]!; m < last; m++) {
        const q = to[m]!;
        if (q > highest) break;
        const third = place[q]!;
        if (third < first) continue;
        found++;
        triangles[q]!++;
        sum += part[q]!;
        allocation[m]! += part[i]!;
        allocation[third]! += part[j]!;
      }
      allocation[k] = sum;
      triangles[i]! += found;
      triangles[j]! += found;
    }
  }
  return { triangles, allocation };
}

/** For each node the first place of its targets above it. */
function aboveOf({ nodes, start, to }: Arcs): Int32Array {
  const above = new Int32Array(nodes);
  for (let i = 0; i < nodes; i++) {
    let k = start[i]!;
    while (k < start[i + 1]! && to[k]! < i) k++;
    above[i] = k;
  }
  return above;
}

/** The number of triangles that each node stands in. */
export function triangles(undirected: Arcs): Int32Array {
  return closing(undirected).triangles;
}

/** Ties whose ends have a common neighbor over all ties, in [0, 1]. */
export function closure(undirected: Arcs, { allocation } = closing(undirected)): number {
  let closed = 0;
  for (let k = 0; k < allocation.length; k++) if (allocation[k]! > 0) closed++;
  return share(closed, undirected.to.length / 2);
}

/** Triads whose ends are tied over all triads with two ties, in [0, 1]. */
export function transitivity(undirected: Arcs, closed = triangles(undirected)): number {
  let triads = 0;
  for (let i = 0; i < undirected.nodes; i++) triads += pairs(outDegree(undirected, i));
  return share(sum(closed), triads);
}

/** Mean over nodes of the share of a node's pairs of neighbors that are tied, in [0, 1]; 0 for fewer than two neighbors. */
export function meanClustering(undirected: Arcs, closed = triangles(undirected)): number {
  let total = 0;
  for (let i = 0; i < undirected.nodes; i++) total += share(closed[i]!, pairs(outDegree(undirected, i)));
  return share(total, undirected.nodes);
}

/** Freeman (1978): how far the largest degree stands out, over that of a star, in [0, 1]. */
export function centralization(undirected: Arcs): number {
  const n = undirected.nodes;
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, outDegree(undirected, i));
  return share(n * largest - undirected.to.length, Math.max(0, (n - 1) * (n - 2)));
}

/** How arcs fall within and between groups. Shares lie in [0, 1], `ei` in [-1, 1]. */
export interface Mixing {
  /** Share of arcs within a group. */
  readonly bonding: number;
  /** Share of arcs between groups. */
  readonly bridging: number;
  /** Krackhardt & Stern (1988): (external - internal) / all. */
  readonly ei: number;
}

/** Mixing by a group label a node; a negative label belongs to no group, and its arcs lead out of every group. */
export function mixing(arcs: Arcs, group: ArrayLike<number>): Mixing {
  const { nodes, start, to } = arcs;
  const all = to.length;
  let internal = 0;
  for (let i = 0; i < nodes; i++) {
    const own = group[i]!;
    if (own < 0) continue;
    for (let k = start[i]!; k < start[i + 1]!; k++) if (group[to[k]!] === own) internal++;
  }
  return { bonding: share(internal, all), bridging: share(all - internal, all), ei: share(all - 2 * internal, all) };
}

/**
 * Newman & Girvan's modularity of the partition `group` (labels 0, 1, … below the number of nodes), in [-1/2, 1]; on a
 * directed form Leicht & Newman's (2008).
 */
export function modularity(arcs: Arcs, group: ArrayLike<number>): number {
  const { nodes, start, to } = arcs;
  const within = new Float64Array(nodes);
  const out = new Float64Array(nodes);
  const into = new Float64Array(nodes);
  for (let i = 0; i < nodes; i++) {
    const own = group[i]!;
    let inside = 0;
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const other = group[to[k]!]!;
      into[other]!++;
      if (other === own) inside++;
    }
    within[own]! += inside;
    out[own]! += outDegree(arcs, i);
  }
  const all = to.length;
  let total = 0;
  for (let g = 0; g < nodes; g++) total += share(within[g]!, all) - share(out[g]! * into[g]!, all * all);
  return total;
}

function pairs(n: number): number {
  return (n * (n - 1)) / 2;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}
