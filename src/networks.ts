/**
 * Networks in and out of Linli, published as `linli/networks`: apart, since what reads and writes them is heavy to load.
 *
 * @packageDocumentation
 */

export type { Arc, Network, NetworkNode } from "./model/network.ts";
// … and take one away.
export { betweenness, degrees, graphModularity } from "./observe/centrality.ts";
export { networkToGraph, type ToGraphOptions, toGraph } from "./observe/graph.ts";
// Bring a network …
export { networkFromCsv } from "./observe/network/csv.ts";
export { networkFromGexf } from "./observe/network/gexf.ts";
export type { GexfOptions } from "./observe/network/gexfHead.ts";
export { networkFromGraphml } from "./observe/network/graphml.ts";
export { type HistoryOptions, type NetworkHistory, recordNetwork, type Track } from "./observe/network/history.ts";
// What it was over time.
export { historyToGexf } from "./observe/network/historyGexf.ts";
export { readNetwork } from "./observe/network/read.ts";
export type { NetworkOptions, TextFile } from "./observe/network/select.ts";
export { toGexf, toGraphml } from "./observe/network/write.ts";
