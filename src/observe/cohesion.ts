/** Cohesion: who hangs together with whom. On symmetric forms. */
import { type Arcs, outDegree } from "./arcs.ts";

/** The component of each node, numbered 0, 1, … in order of their lowest nodes. */
export function components(undirected: Arcs): Int32Array {
  const { nodes, start, to } = undirected;
  const label = new Int32Array(nodes).fill(-1);
  const queue = new Int32Array(nodes);
  let found = 0;
  for (let root = 0; root < nodes; root++) {
    if (label[root]! >= 0) continue;
    let [head, tail] = [0, 0];
    queue[tail++] = root;
    label[root] = found;
    while (head < tail) {
      const i = queue[head++]!;
      for (let k = start[i]!; k < start[i + 1]!; k++) {
        if (label[to[k]!]! >= 0) continue;
        label[to[k]!] = found;
        queue[tail++] = to[k]!;
      }
    }
    found++;
  }
  return label;
}

/** Share of the nodes in the largest component, in [0, 1]. */
export function giantComponent(undirected: Arcs): number {
  if (undirected.nodes === 0) return 0;
  const sizes = new Int32Array(undirected.nodes);
  for (const label of components(undirected)) sizes[label]!++;
  return sizes.reduce((a, b) => Math.max(a, b)) / undirected.nodes;
}

/**
 * The core number of each node: the largest k such that it lies in a subgraph where all have k neighbors or more.
 *
 * Source: Batagelj & Zaversnik (2003), An O(m) algorithm for cores decomposition of networks: take the nodes by degree,
 * lowest first; each lowers the degree of its neighbors of higher degree.
 */
export function coreNumbers(undirected: Arcs): Int32Array {
  const { nodes, start, to } = undirected;
  const core = Int32Array.from({ length: nodes }, (_, i) => outDegree(undirected, i));
  const line = lineUp(core);
  for (const i of line.order) {
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      if (core[to[k]!]! > core[i]!) line.lower(to[k]!);
    }
  }
  return core;
}

/** Nodes in order of their degree, and how to lower one: it changes places with the first of its degree. */
function lineUp(degree: Int32Array): { order: Int32Array; lower(node: number): void } {
  const order = Int32Array.from(degree.keys()).sort((a, b) => degree[a]! - degree[b]! || a - b);
  const place = new Int32Array(order.length);
  // first[d]: where the nodes of degree d begin.
  const first = new Int32Array(order.length + 1).fill(order.length);
  for (let at = order.length - 1; at >= 0; at--) {
    place[order[at]!] = at;
    first[degree[order[at]!]!] = at;
  }
  for (let d = order.length - 1; d >= 0; d--) first[d] = Math.min(first[d]!, first[d + 1]!);
  const lower = (node: number) => {
    const front = first[degree[node]!]!;
    first[degree[node]!] = front + 1;
    const other = order[front]!;
    [order[front], order[place[node]!]] = [node, other];
    [place[other], place[node]] = [place[node]!, front];
    degree[node]!--;
  };
  return { order, lower };
}

/** The largest core number. */
export function maxCore(undirected: Arcs): number {
  return coreNumbers(undirected).reduce((a, b) => Math.max(a, b), 0);
}
