/**
 * The shape of the whole graph: how dense, how mutual, how clustered, how centralized, how mixed.
 *
 * `undirected` in a parameter's place means a symmetric form: `union(arcs)`, or the ties pool as it is. A measure of a
 * graph too small to have it is 0. All are tested against NetworkX 3.6.
 */
import { directedDensity } from "graphology-metrics/graph/density.js";
import { type Arcs, forEachArc, hasArc, outDegree, shared } from "./arcs.ts";

/** Arcs over possible arcs, in [0, 1]; for a symmetric form that is ties over possible ties. */
export function density(arcs: Arcs): number {
  return directedDensity(arcs.nodes, arcs.to.length);
}

/** Arcs a node, >= 0; for a symmetric form the mean number of neighbors. */
export function meanDegree(arcs: Arcs): number {
  return share(arcs.to.length, arcs.nodes);
}

/** Arcs that are answered over all arcs, in [0, 1]. */
export function reciprocity(arcs: Arcs): number {
  let answered = 0;
  forEachArc(arcs, (i, j) => {
    if (hasArc(arcs, j, i)) answered++;
  });
  return share(answered, arcs.to.length);
}

/** The number of triangles that each node stands in. */
export function triangles(undirected: Arcs): Int32Array {
  const counts = new Int32Array(undirected.nodes);
  forEachArc(undirected, (i, j) => {
    if (i > j) return;
    // Each triangle of i is found by two of its ties, once from either end.
    const common = shared(undirected, i, j);
    counts[i]! += common;
    counts[j]! += common;
  });
  return counts.map((count) => count / 2);
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
  const all = arcs.to.length;
  let internal = 0;
  forEachArc(arcs, (i, j) => {
    if (group[i]! >= 0 && group[i] === group[j]) internal++;
  });
  return { bonding: share(internal, all), bridging: share(all - internal, all), ei: share(all - 2 * internal, all) };
}

/**
 * Newman & Girvan's modularity of the partition `group` (labels 0, 1, … below the number of nodes), in [-1/2, 1]; on a
 * directed form Leicht & Newman's (2008).
 */
export function modularity(arcs: Arcs, group: ArrayLike<number>): number {
  const [within, out, into] = [0, 0, 0].map(() => new Float64Array(arcs.nodes)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  forEachArc(arcs, (i, j) => {
    out[group[i]!]!++;
    into[group[j]!]!++;
    if (group[i] === group[j]) within[group[i]!]!++;
  });
  const all = arcs.to.length;
  let total = 0;
  for (let g = 0; g < arcs.nodes; g++) total += share(within[g]!, all) - share(out[g]! * into[g]!, all * all);
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
