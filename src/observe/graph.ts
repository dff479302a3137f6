/** The graphology adapter: a graph for export, layout and the measures of its packages; never for the weekly loop. */
import type { Ties } from "../kernel/ties.ts";
import type { Network } from "../model/network.ts";
import { Graph } from "./graphology.ts";
import type { Attributes, SocialGraph } from "./socialGraph.ts";
import { typedAttributes } from "./typed.ts";

export interface ToGraphOptions {
  /** If given, the graph is directed and holds the ties for which this is true, say those above a threshold of trust. */
  readonly keep?: (tie: number) => boolean;
  /** Residents to take, by number; default: all. */
  readonly residents?: Iterable<number>;
  /** Attributes of a resident. */
  readonly attributes?: (resident: number) => Attributes;
  /** Attributes of a tie (of the tie 2p where the graph is undirected). */
  readonly tieAttributes?: (tie: number) => Attributes;
}

/**
 * The graph of the pool of ties: undirected acquaintances or, with `keep`, directed ties. Node keys are the numbers of
 * residents as text, edge keys the numbers of ties.
 */
export function toGraph(ties: Ties, options: ToGraphOptions = {}): SocialGraph {
  const graph = new Graph({ type: options.keep ? "directed" : "undirected" });
  for (const resident of options.residents ?? ties.degree.keys()) {
    graph.addNode(String(resident), options.attributes?.(resident) ?? {});
  }
  const step = options.keep ? 1 : 2;
  for (let tie = 0; tie < 2 * ties.pairs; tie += step) addTie(graph, ties, tie, options);
  return graph;
}

function addTie(graph: SocialGraph, ties: Ties, tie: number, options: ToGraphOptions): void {
  if (ties.to[tie]! < 0 || options.keep?.(tie) === false) return;
  const [from, to] = [String(ties.to[tie ^ 1]!), String(ties.to[tie]!)];
  if (!graph.hasNode(from) || !graph.hasNode(to)) return;
  const attributes = options.tieAttributes?.(tie) ?? {};
  if (options.keep) graph.addDirectedEdgeWithKey(String(tie), from, to, attributes);
  else graph.addUndirectedEdgeWithKey(String(tie), from, to, attributes);
}

/**
 * The directed graph of a network: node keys are ids, edge keys the numbers of arcs; edges carry their weight. An
 * attribute is a number or a truth value where all nodes have such or none. The persons of a focus are no edges.
 */
export function networkToGraph(network: Network): SocialGraph {
  const graph = new Graph({ type: "directed" });
  const attributes = typedAttributes(network.nodes);
  for (const [i, { id }] of network.nodes.entries()) graph.addNode(id, attributes[i]!);
  for (const [k, { source, target, weight }] of network.arcs.entries()) {
    // graphology's own keys differ from process to process
    graph.addDirectedEdgeWithKey(String(k), network.nodes[source]!.id, network.nodes[target]!.id, { weight });
  }
  return graph;
}
