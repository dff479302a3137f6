/** The graph in which networks leave Linli: graphology's, by its types alone, so that they need none of its code. */
import type { AbstractGraph } from "graphology-types";

/** What a node or an edge carries; GEXF and GraphML hold text, numbers and booleans. */
export type Attributes = { [name: string]: unknown };
export type SocialGraph = AbstractGraph<Attributes, Attributes, Attributes>;
