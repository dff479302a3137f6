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
  const core = new Int32Array(nodes);
  for (let i = 0; i < nodes; i++) core[i] = outDegree(undirected, i);
  const { order, place, first } = lineUp(core);
  for (let at = 0; at < nodes; at++) {
    const i = order[at]!;
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const j = to[k]!;
      const degree = core[j]!;
      if (degree <= core[i]!) continue;
      // j changes places with the first of its degree and thereby becomes the last of the degree below.
      const front = first[degree]!++;
      const other = order[front]!;
      order[place[j]!] = other;
      place[other] = place[j]!;
      order[front] = j;
      place[j] = front;
      core[j] = degree - 1;
    }
  }
  return core;
}

/** Nodes in order of their degree, the place of each in it, and where the nodes of each degree begin. */
function lineUp(degree: Int32Array): { order: Int32Array; place: Int32Array; first: Int32Array } {
  const nodes = degree.length;
  const first = new Int32Array(nodes + 1);
  for (let i = 0; i < nodes; i++) first[degree[i]! + 1]!++;
  for (let d = 0; d < nodes; d++) first[d + 1]! += first[d]!;
  const next = first.slice();
  const order = new Int32Array(nodes);
  const place = new Int32Array(nodes);
  for (let i = 0; i < nodes; i++) {
    place[i] = next[degree[i]!]!++;
    order[place[i]!] = i;
  }
  return { order, place, first };
}

/** The largest core number. */
export function maxCore(undirected: Arcs): number {
  return coreNumbers(undirected).reduce((a, b) => Math.max(a, b), 0);
}
