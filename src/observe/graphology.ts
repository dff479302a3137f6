/** graphology and its packages with the types they have at run time: their default exports are mistyped under NodeNext. */
import graphology from "graphology";
import betweennessModule from "graphology-metrics/centrality/betweenness.js";
import modularityModule from "graphology-metrics/graph/modularity.js";
import type { SocialGraph } from "./socialGraph.ts";

interface GraphShape {
  readonly type?: "directed" | "undirected" | "mixed";
  readonly multi?: boolean;
}

const interop = <T>(module: { default: T }): T => module as unknown as T;

/** graphology's class. */
export const Graph = graphology as unknown as new (options?: GraphShape) => SocialGraph;
export const modularityOf: typeof modularityModule.default = interop(modularityModule);
export const betweennessOf: typeof betweennessModule.default = interop(betweennessModule);
