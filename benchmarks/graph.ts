/** The graph of the workload: Watts & Strogatz (1998), mean degree 10, a tenth of the ties rewired, the same for all. */
import type { Network } from "../src/index.ts";

const DEGREE = 10;
const REWIRING = 0.1;

/** Numbers in [0, 1), sfc32 (Doty-Humphrey 2010): for graphs and peers, never for Linli's own draws. */
export function sfc32(seed: number): () => number {
  let [a, b, c, d] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1];
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return (t >>> 0) / 4294967296;
  };
  for (let k = 0; k < 15; k++) next();
  return next;
}

/** Pairs of acquaintances of n agents, ends side by side: agent edges[2p] knows agent edges[2p + 1]. */
export function wattsStrogatz(n: number, seed = 1): Int32Array {
  const random = sfc32(seed);
  const half = DEGREE / 2;
  const edges = new Int32Array(n * DEGREE);
  const taken = new Set<number>();
  const key = (i: number, j: number) => Math.min(i, j) * n + Math.max(i, j);
  for (let k = 1; k <= half; k++) {
    for (let i = 0; i < n; i++) {
      edges[2 * (i * half + k - 1)] = i;
      edges[2 * (i * half + k - 1) + 1] = (i + k) % n;
    }
  }
  const isNear = (i: number, j: number) => Math.min((i - j + n) % n, (j - i + n) % n) <= half;
  for (let p = 0; p < n * half; p++) {
    if (random() >= REWIRING) continue;
    const i = edges[2 * p]!;
    let j = Math.floor(random() * n);
    // A far end that the agent knows from the outset, or has been given by an earlier rewiring, is drawn anew.
    while (j === i || isNear(i, j) || taken.has(key(i, j))) j = Math.floor(random() * n);
    taken.add(key(i, j));
    edges[2 * p + 1] = j;
  }
  return edges;
}

/** The same graph as a network to start a run from. */
export function networkOf(n: number, edges: Int32Array): Network {
  const arcs = Array.from({ length: edges.length / 2 }, (_, p) => ({
    source: edges[2 * p]!,
    target: edges[2 * p + 1]!,
    weight: 0,
  }));
  const attributes = {};
  return {
    name: "workload",
    nodes: Array.from({ length: n }, (_, i) => ({ id: String(i), attributes })),
    arcs,
    foci: [],
  };
}

/**
 * Neighbors of each agent side by side, for peers that walk lists: those of i from start[i] to before start[i + 1]. `pair`
 * is the place of the agent in `edges`: its pair is half of that, its side the last bit.
 */
export function neighborsOf(n: number, edges: Int32Array): { start: Int32Array; to: Int32Array; pair: Int32Array } {
  const start = new Int32Array(n + 1);
  for (const end of edges) start[end + 1]!++;
  for (let i = 0; i < n; i++) start[i + 1]! += start[i]!;
  const next = start.slice(0, n);
  const to = new Int32Array(edges.length);
  const pair = new Int32Array(edges.length);
  for (let e = 0; e < edges.length; e++) {
    const at = next[edges[e]!]!++;
    to[at] = edges[e ^ 1]!;
    pair[at] = e;
  }
  return { start, to, pair };
}

/** Where the other direction of each place in `neighborsOf` lies, from its `pair`. */
export function mirrorOf(pair: Int32Array): Int32Array {
  const place = new Int32Array(pair.length);
  for (let at = 0; at < pair.length; at++) place[pair[at]!] = at;
  return pair.map((e) => place[e ^ 1]!);
}

/**
 * The altruism of n agents, uniform and the same for all implementations. What the workload comes to rest at depends on
 * its mean: over draws of a thousand agents trust varies by .0045 around .370. This draw has mean .496, for which the
 * value to be reached, .3686, holds.
 */
export function altruismOf(n: number): Float32Array {
  return Float32Array.from({ length: n }, sfc32(28));
}
