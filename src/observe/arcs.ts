/**
 * The compact form that graph measures read: the targets of each node, side by side in one array.
 *
 * A sweep over it is what makes weekly measures on thousands of residents affordable.
 */
import { sortedBy } from "../kernel/order.ts";
import type { Ties } from "../kernel/ties.ts";
import type { Network } from "../model/network.ts";

/** Arcs of a simple directed graph; a symmetric one stands for an undirected graph. */
export interface Arcs {
  /** Number of nodes. */
  readonly nodes: number;
  /** Node i leads to `to[start[i]] … to[start[i + 1] - 1]`, ascending, none twice, never to i; length nodes + 1. */
  readonly start: Int32Array;
  readonly to: Int32Array;
}

export interface TiesOptions {
  /** Takes only the ties for which this is true, say those above a threshold of trust; default: all, which is symmetric. */
  readonly keep?: (tie: number) => boolean;
  /** Residents that become nodes 0, 1, … in this order; default: all, so that node i is resident i. */
  readonly residents?: ArrayLike<number>;
}

/** The arcs of the pool of ties. */
export function arcsOfTies(ties: Ties, options: TiesOptions = {}): Arcs {
  const { keep, residents } = options;
  const place = placeOf(ties.degree.length, residents);
  const from = new Int32Array(2 * ties.count);
  const to = new Int32Array(2 * ties.count);
  let length = 0;
  for (let tie = 0; tie < 2 * ties.pairs; tie++) {
    if (ties.to[tie]! < 0) continue;
    const source = place[ties.to[tie ^ 1]!]!;
    const target = place[ties.to[tie]!]!;
    if (source < 0 || target < 0 || keep?.(tie) === false) continue;
    from[length] = source;
    to[length++] = target;
  }
  return arcsFrom(residents?.length ?? ties.degree.length, from.subarray(0, length), to.subarray(0, length));
}

function placeOf(all: number, residents: ArrayLike<number> | undefined): Int32Array {
  const place = new Int32Array(all).fill(-1);
  for (let i = 0; i < (residents?.length ?? all); i++) place[residents?.[i] ?? i] = i;
  return place;
}

/** The arcs of a network, without their weights. Node i is `network.nodes[i]`. */
export function arcsOfNetwork(network: Network): Arcs {
  const { nodes, arcs } = network;
  return arcsFrom(
    nodes.length,
    arcs.map((arc) => arc.source),
    arcs.map((arc) => arc.target),
  );
}

/** The arcs from `from[k]` to `to[k]` among `nodes` nodes; an arc given twice counts once, one to its own node not. */
export function arcsFrom(nodes: number, from: ArrayLike<number>, to: ArrayLike<number>): Arcs {
  // Sorting twice by counting, first by target, then by source, leaves each node's targets ascending.
  const order = sortedBy(from, nodes, sortedBy(to, nodes));
  const start = new Int32Array(nodes + 1);
  const targets = new Int32Array(order.length);
  let length = 0;
  let last = -1;
  for (const k of order) {
    const [source, target] = [from[k]!, to[k]!];
    const repeated = start[source + 1]! > 0 && last === target;
    if (source === target || repeated) continue;
    targets[length++] = target;
    last = target;
    start[source + 1] = start[source + 1]! + 1;
  }
  for (let i = 0; i < nodes; i++) start[i + 1] = start[i + 1]! + start[i]!;
  return { nodes, start, to: targets.slice(0, length) };
}

/** The undirected union: i and j are tied if either leads to the other. Symmetric. */
export function union(arcs: Arcs): Arcs {
  const from = sources(arcs);
  return arcsFrom(arcs.nodes, concat(from, arcs.to), concat(arcs.to, from));
}

/** The mutual arcs: i and j are tied if both lead to each other. Symmetric. */
export function mutual(arcs: Arcs): Arcs {
  const from: number[] = [];
  const to: number[] = [];
  forEachArc(arcs, (i, j) => {
    if (!hasArc(arcs, j, i)) return;
    from.push(i);
    to.push(j);
  });
  return arcsFrom(arcs.nodes, from, to);
}

/** Whether i leads to j. */
export function hasArc(arcs: Arcs, i: number, j: number): boolean {
  let low = arcs.start[i]!;
  let high = arcs.start[i + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (arcs.to[middle]! < j) low = middle + 1;
    else high = middle;
  }
  return low < arcs.start[i + 1]! && arcs.to[low] === j;
}

/** Visits each arc, sources ascending. */
export function forEachArc(arcs: Arcs, visit: (source: number, target: number) => void): void {
  for (let i = 0; i < arcs.nodes; i++) {
    for (let k = arcs.start[i]!; k < arcs.start[i + 1]!; k++) visit(i, arcs.to[k]!);
  }
}

/** Number of nodes that i leads to. */
export function outDegree(arcs: Arcs, i: number): number {
  return arcs.start[i + 1]! - arcs.start[i]!;
}

/** Number of nodes that both i and j lead to. */
export function shared(arcs: Arcs, i: number, j: number): number {
  let count = 0;
  let a = arcs.start[i]!;
  let b = arcs.start[j]!;
  const [endA, endB] = [arcs.start[i + 1]!, arcs.start[j + 1]!];
  while (a < endA && b < endB) {
    const difference = arcs.to[a]! - arcs.to[b]!;
    if (difference === 0) count++;
    if (difference <= 0) a++;
    if (difference >= 0) b++;
  }
  return count;
}

function sources(arcs: Arcs): Int32Array {
  const from = new Int32Array(arcs.to.length);
  for (let i = 0; i < arcs.nodes; i++) from.fill(i, arcs.start[i]!, arcs.start[i + 1]!);
  return from;
}

function concat(a: Int32Array, b: Int32Array): Int32Array {
  const both = new Int32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
