/** Communities and centralities by graphology's packages. They need a graph of objects: for reports, not for each week. */
import { degreeCentrality } from "graphology-metrics/centrality/degree.js";
import { type Key, uniform } from "../kernel/random.ts";
import { type Arcs, forEachArc } from "./arcs.ts";
import { betweennessOf, Graph, louvain, modularityOf, type SocialGraph } from "./graphology.ts";

/**
 * Communities by the Louvain method (Blondel et al. 2008): a label 0, 1, … a node. `undirected` is a symmetric form; the
 * draws are those of `key` at `tick`, so equal arguments give equal communities. Without ties each node is its own.
 */
export function communities(undirected: Arcs, key: Key, tick: number): Int32Array {
  if (undirected.to.length === 0) return Int32Array.from({ length: undirected.nodes }, (_, i) => i);
  let draws = 0;
  const labels = louvain(arcsToGraph(undirected), { rng: () => uniform(key, tick, draws++) });
  return Int32Array.from({ length: undirected.nodes }, (_, i) => labels[String(i)]!);
}

/** The undirected graph of a symmetric form; node keys are the numbers of its nodes as text. */
export function arcsToGraph(undirected: Arcs): SocialGraph {
  const graph = new Graph({ type: "undirected" });
  for (let i = 0; i < undirected.nodes; i++) graph.addNode(String(i));
  forEachArc(undirected, (i, j) => {
    if (i < j) graph.addEdge(String(i), String(j));
  });
  return graph;
}

/** Modularity of a graph, edges counting once whatever their weight, given the community of each node key. 0 without edges. */
export function graphModularity(graph: SocialGraph, community: (node: string) => string | number): number {
  if (graph.size === 0) return 0;
  return modularityOf(graph as never, { getNodeCommunity: community, getEdgeWeight: null });
}

/** Betweenness of each node key, in [0, 1] of what it could be at most; weights are ignored. */
export function betweenness(graph: SocialGraph): Readonly<Record<string, number>> {
  return betweennessOf(graph as never, { getEdgeWeight: null, normalized: true });
}

/** Degree of each node key over the largest possible; in a directed graph both directions count (at most 2). */
export function degrees(graph: SocialGraph): Readonly<Record<string, number>> {
  return degreeCentrality(graph as never);
}
