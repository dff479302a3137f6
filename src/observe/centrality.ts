/** Centralities and density by graphology's packages, which need a graph of objects and take long to load: for reports, not for each week. */
import { degreeCentrality } from "graphology-metrics/centrality/degree.js";
import { directedDensity } from "graphology-metrics/graph/density.js";
import type { Arcs } from "./arcs.ts";
import { betweennessOf, Graph, modularityOf } from "./graphology.ts";
import type { SocialGraph } from "./socialGraph.ts";

/** The undirected graph of a symmetric form; node keys are the numbers of its nodes as text. */
export function arcsToGraph(undirected: Arcs): SocialGraph {
  const graph = new Graph({ type: "undirected" });
  for (let i = 0; i < undirected.nodes; i++) graph.addNode(String(i));
  for (let i = 0; i < undirected.nodes; i++) {
    for (const j of undirected.to.subarray(undirected.start[i]!, undirected.start[i + 1]!)) {
      if (i < j) graph.addEdge(String(i), String(j));
    }
  }
  return graph;
}

/** Arcs over possible arcs, in [0, 1]; for a symmetric form that is ties over possible ties. */
export function density(arcs: Arcs): number {
  return directedDensity(arcs.nodes, arcs.to.length);
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
