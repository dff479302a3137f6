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

/**
 * The arcs of the pool of ties. Residents are walked in the order of their nodes and each is entered with all whom it is
 * acquainted with: so lists come out ascending without being sorted.
 */
export function arcsOfTies(ties: Ties, options: TiesOptions = {}): Arcs {
  const { keep, residents } = options;
  const { start: list, degree, slots, to: target } = ties;
  const nodes = residents?.length ?? degree.length;
  const place = residents && placeOf(degree.length, residents);
  const begin = new Int32Array(nodes + 1);
  for (let i = 0; i < nodes; i++) begin[i + 1] = begin[i]! + degree[residents?.[i] ?? i]!;
  const end = begin.slice(0, nodes);
  const to = new Int32Array(begin[nodes]!);
  for (let i = 0; i < nodes; i++) {
    const resident = residents?.[i] ?? i;
    const from = list[resident]!;
    for (let k = from; k < from + degree[resident]!; k++) {
      const tie = slots[k]!;
      const j = place ? place[target[tie]!]! : target[tie]!;
      if (j >= 0 && keep?.(tie ^ 1) !== false) to[end[j]!++] = i;
    }
  }
  return closedUp(nodes, begin, end, to);
}

/** The node of each resident, -1 for none. */
function placeOf(all: number, residents: ArrayLike<number>): Int32Array {
  const place = new Int32Array(all).fill(-1);
  for (let i = 0; i < residents.length; i++) place[residents[i]!] = i;
  return place;
}

/** Arcs whose lists `to[begin[i] … end[i] - 1]` have gaps between them, which are closed in place. */
function closedUp(nodes: number, begin: Int32Array, end: Int32Array, to: Int32Array): Arcs {
  const start = new Int32Array(nodes + 1);
  let length = 0;
  for (let i = 0; i < nodes; i++) {
    if (length < begin[i]!) to.copyWithin(length, begin[i]!, end[i]!);
    length += end[i]! - begin[i]!;
    start[i + 1] = length;
  }
  return { nodes, start, to: to.subarray(0, length) };
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
  return merged(arcs, false);
}

/** The mutual arcs: i and j are tied if both lead to each other. Symmetric. */
export function mutual(arcs: Arcs): Arcs {
  return merged(arcs, true);
}

/** Whom a node leads to merged with who leads to it: those in both lists, or in either. */
function merged(arcs: Arcs, inBoth: boolean): Arcs {
  const { nodes } = arcs;
  const back = reversed(arcs);
  const start = new Int32Array(nodes + 1);
  const to = new Int32Array(inBoth ? arcs.to.length : 2 * arcs.to.length);
  let length = 0;
  for (let i = 0; i < nodes; i++) {
    let a = arcs.start[i]!;
    let b = back.start[i]!;
    const endA = arcs.start[i + 1]!;
    const endB = back.start[i + 1]!;
    while (a < endA || b < endB) {
      // `nodes`, which is no node, stands behind the last of a list.
      const there = a < endA ? arcs.to[a]! : nodes;
      const here = b < endB ? back.to[b]! : nodes;
      if (!inBoth || there === here) to[length++] = Math.min(there, here);
      if (there <= here) a++;
      if (here <= there) b++;
    }
    start[i + 1] = length;
  }
  return { nodes, start, to: to.slice(0, length) };
}

/** Each arc the other way round. */
function reversed({ nodes, start, to }: Arcs): Arcs {
  const first = new Int32Array(nodes + 1);
  for (let k = 0; k < to.length; k++) first[to[k]! + 1]!++;
  for (let i = 0; i < nodes; i++) first[i + 1]! += first[i]!;
  const next = first.slice();
  const from = new Int32Array(to.length);
  for (let i = 0; i < nodes; i++) {
    for (let k = start[i]!; k < start[i + 1]!; k++) from[next[to[k]!]!++] = i;
  }
  return { nodes, start: first, to: from };
}

/** Number of nodes that i leads to. */
export function outDegree(arcs: Arcs, i: number): number {
  return arcs.start[i + 1]! - arcs.start[i]!;
}
