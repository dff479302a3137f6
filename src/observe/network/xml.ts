/** A start graph from a GraphML or GEXF text. */
import { parse as parseGexf } from "graphology-gexf";
import { parse as parseGraphml } from "graphology-graphml";
import { InputError } from "../../kernel/check.ts";
import type { Network, NetworkNode } from "../../model/network.ts";
import { Graph } from "../graphology.ts";
import type { Attributes, SocialGraph } from "../socialGraph.ts";
import { checkGraphXml } from "./markup.ts";
import type { RawEdge } from "./rawEdge.ts";
import { buildNetwork, type NetworkOptions, type TextFile } from "./select.ts";

type Parse = (graph: typeof Graph, text: string) => SocialGraph;

/**
 * The network of a GraphML text. Edges without a direction are undirected (the format's default); edge attributes
 * `layer`, `weight` and `wave` or `time` mean what they mean in a CSV file, an absent weight is 1. Node attributes
 * become text.
 *
 * @throws InputError naming the file, and the row where there is one; also for a DOCTYPE or ENTITY declaration.
 */
export function networkFromGraphml(file: TextFile, options: NetworkOptions = {}): Network {
  return networkFromXml(
    file,
    options,
    (graph, text) => parseGraphml(graph as never, plainGraphml(text)) as SocialGraph,
  );
}

/** The network of a GEXF text (static, 1.1 to 1.3); otherwise as `networkFromGraphml`. A node's label is an attribute. */
export function networkFromGexf(file: TextFile, options: NetworkOptions = {}): Network {
  return networkFromXml(file, options, (graph, text) => parseGexf(graph as never, plainGexf(text)) as SocialGraph);
}

function networkFromXml(file: TextFile, options: NetworkOptions, parse: Parse): Network {
  checkGraphXml(file);
  const graph = read(file, parse);
  const nodes: NetworkNode[] = graph.mapNodes((id, attributes) => ({ id, attributes: texts(attributes) }));
  return buildNetwork(file.name, nodes, readEdges(file.name, graph), options);
}

function read(file: TextFile, parse: Parse): SocialGraph {
  try {
    return parse(Graph, file.text.replace("\uFEFF", ""));
  } catch (error) {
    const reason = (error as Error).message.split("\n")[0]!.replace(/^graphology-\w+\/parser: /, "");
    throw new InputError(`${file.name}: expected a graph that graphology can read; got "${reason}"`);
  }
}

function readEdges(file: string, graph: SocialGraph): RawEdge[] {
  const index = new Map(graph.nodes().map((id, i) => [id, i]));
  return graph.mapEdges((_edge, attributes, source, target, _from, _to, undirected) => ({
    at: `${file}: edge from ${source} to ${target}`,
    source: index.get(source)!,
    target: index.get(target)!,
    columns: new Map(Object.entries({ ...texts(attributes), directed: undirected ? "0" : "1" })),
  }));
}

function texts(attributes: Attributes): Record<string, string> {
  const pairs = Object.entries(attributes).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(pairs.map(([name, value]) => [name, String(value)]));
}

/**
 * GraphML in the words that graphology's reader knows: it overlooks `directed="false"` in a directed graph, and stops at
 * keys for all elements or for elements other than graph, node and edge.
 */
function plainGraphml(text: string): string {
  const keyed = text.replace(/<key\b[^>]*?(?:\/>|>[\s\S]*?<\/key>)/g, (key) => {
    if (/\sfor\s*=\s*["'](?:graph|node|edge)["']/.test(key) || !/\sfor\s*=/.test(key)) return key;
    if (!/\sfor\s*=\s*["']all["']/.test(key)) return "";
    return ["graph", "node", "edge"].map((end) => key.replace(/(\sfor\s*=\s*["'])all/, `$1${end}`)).join("");
  });
  if (!/<graph\b[^>]*\sedgedefault\s*=\s*["']directed/.test(keyed)) return keyed;
  return keyed
    .replace(/(<graph\b[^>]*\sedgedefault\s*=\s*["'])directed/, "$1undirected")
    .replace(/<edge\b(?![^>]*\sdirected\s*=)/g, '<edge directed="true"');
}

/** GEXF in the words that graphology's reader knows: a mutual edge is an undirected one. */
function plainGexf(text: string): string {
  return text.replace(/(<edge\b[^>]*\stype\s*=\s*["'])mutual/g, "$1undirected");
}
