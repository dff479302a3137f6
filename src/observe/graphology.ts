/** graphology and its packages with the types they have at run time: their default exports are mistyped under NodeNext. */
import graphology from "graphology";
import betweennessModule from "graphology-metrics/centrality/betweenness.js";
import modularityModule from "graphology-metrics/graph/modularity.js";
import type { AbstractGraph } from "graphology-types";

/** What a node or an edge carries; GEXF and GraphML hold text, numbers and booleans. */
export type Attributes = { [name: string]: unknown };
export type SocialGraph = AbstractGraph<Attributes, Attributes, Attributes>;

interface GraphShape {
  readonly type?: "directed" | "undirected" | "mixed";
  readonly multi?: boolean;
}

const interop = <T>(module: { default: T }): T => module as unknown as T;

/** graphology's class. */
export const Graph = graphology as unknown as new (options?: GraphShape) => SocialGraph;
export const modularityOf: typeof modularityModule.default = interop(modularityModule);
export const betweennessOf: typeof betweennessModule.default = interop(betweennessModule);
