/** GEXF and GraphML texts of a graph, for Gephi, NetworkX, igraph and others. */
import { write } from "graphology-gexf";
import { escaped } from "../escaped.ts";
import type { Attributes, SocialGraph } from "../socialGraph.ts";
import { type GexfOptions, metaOf } from "./gexfHead.ts";
import { checkWritable } from "./writable.ts";

/** The name space as graphology writes it, and as GEXF has it. */
const [THEIRS, VIZ] = ["http:///www.gexf.net/1.1draft/viz", "http://www.gexf.net/1.2draft/viz"];

/**
 * GEXF 1.2 of a graph, with the attributes of nodes and edges. What the graph's own attributes say of it stands in the
 * place of the options.
 *
 * @throws InputError naming what holds a character that XML cannot hold.
 */
export function toGexf(graph: SocialGraph, options: GexfOptions = {}): string {
  checkWritable(graph);
  const meta = metaOf({ description: "Residents and their ties", ...options });
  return write(graph as never)
    .replace(THEIRS, VIZ)
    .replace("<meta/>", () => meta);
}

/**
 * GraphML of a graph. An attribute is a double, boolean or string by the values it has; empty values are left out.
 * (graphology reads GraphML and does not write it.)
 *
 * @throws InputError naming what holds a character that XML cannot hold.
 */
export function toGraphml(graph: SocialGraph): string {
  checkWritable(graph);
  const nodeKeys = keysOf(graph.mapNodes((_node, attributes) => attributes));
  const edgeKeys = keysOf(graph.mapEdges((_edge, attributes) => attributes));
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keyLines("node", nodeKeys),
    ...keyLines("edge", edgeKeys),
    `  <graph edgedefault="${graph.type === "undirected" ? "undirected" : "directed"}">`,
    ...graph.mapNodes(
      (node, attributes) => `    <node id="${escaped(node)}">${data("node", nodeKeys, attributes)}</node>`,
    ),
    ...graph.mapEdges((_edge, attributes, source, target, _s, _t, undirected) => {
      const ends = `source="${escaped(source)}" target="${escaped(target)}" directed="${!undirected}"`;
      return `    <edge ${ends}>${data("edge", edgeKeys, attributes)}</edge>`;
    }),
    "  </graph>",
    "</graphml>",
  ];
  return lines.join("\n") + "\n";
}

/** Attribute names in order of appearance, with the GraphML type that fits all their values. */
function keysOf(items: readonly Attributes[]): Map<string, string> {
  const keys = new Map<string, string>();
  for (const item of items) {
    for (const [name, value] of Object.entries(item)) {
      if (isEmpty(value)) continue;
      const type = typeof value === "number" ? "double" : typeof value === "boolean" ? "boolean" : "string";
      keys.set(name, (keys.get(name) ?? type) === type ? type : "string");
    }
  }
  return keys;
}

function keyLines(end: string, keys: ReadonlyMap<string, string>): string[] {
  return [...keys].map(([name, type], i) => {
    return `  <key id="${end}${i}" for="${end}" attr.name="${escaped(name)}" attr.type="${type}"/>`;
  });
}

function data(end: string, keys: ReadonlyMap<string, string>, attributes: Attributes): string {
  return [...keys.keys()]
    .map((name, i) => {
      const value = attributes[name];
      return isEmpty(value) ? "" : `<data key="${end}${i}">${escaped(String(value))}</data>`;
    })
    .join("");
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}
