/** GEXF and GraphML texts of a graph, for Gephi, NetworkX, igraph and others. */
import { write } from "graphology-gexf";
import { escaped } from "../escaped.ts";
import type { Attributes, SocialGraph } from "../socialGraph.ts";
import { type GexfOptions, metaOf } from "./gexfHead.ts";
import { formatEdge, formatNode } from "./looks.ts";
import { CALLED, DESCRIBED, nearToken, tokensOf } from "./tokens.ts";
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
  return write(graph as never, { formatNode, formatEdge } as never)
    .replace(THEIRS, VIZ)
    .replace("<meta/>", () => meta);
}

/**
 * GraphML of a graph. An attribute is a double, boolean or string by the values it has; empty values are left out.
 * Where an id or the name of an attribute is no token, one stands in its place: the id is kept as data of the node, the
 * name as description of its key, and `networkFromGraphml` reads both again.
 * (graphology reads GraphML and does not write it.)
 *
 * @throws InputError naming what holds a character that XML cannot hold.
 */
export function toGraphml(graph: SocialGraph): string {
  checkWritable(graph);
  const nodeKeys = keysOf(
    "node",
    graph.mapNodes((_node, attributes) => attributes),
  );
  const edgeKeys = keysOf(
    "edge",
    graph.mapEdges((_edge, attributes) => attributes),
  );
  const ids = tokensOf(graph.nodes(), (_id, i) => `n${i}`);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...calledLine(ids, nodeKeys),
    ...keyLines("node", nodeKeys),
    ...keyLines("edge", edgeKeys),
    `  <graph edgedefault="${graph.type === "undirected" ? "undirected" : "directed"}">`,
    ...graph.mapNodes(
      (node, attributes) => `    <node id="${ids.get(node)}">${called(node, ids)}${data(nodeKeys, attributes)}</node>`,
    ),
    ...graph.mapEdges((_edge, attributes, source, target, _s, _t, undirected) => {
      const ends = `source="${ids.get(source)}" target="${ids.get(target)}" directed="${!undirected}"`;
      return `    <edge ${ends}>${data(edgeKeys, attributes)}</edge>`;
    }),
    "  </graph>",
    "</graphml>",
  ];
  return lines.join("\n") + "\n";
}

/** An attribute as its key declares it. */
interface Key {
  readonly id: string;
  readonly name: string;
  /** The token that stands for the name. */
  readonly token: string;
  readonly type: string;
}

/** Attributes in order of appearance, with the GraphML type that fits all their values. */
function keysOf(end: string, items: readonly Attributes[]): Key[] {
  const types = new Map<string, string>();
  for (const item of items) {
    for (const [name, value] of Object.entries(item)) {
      if (isEmpty(value)) continue;
      const type = typeof value === "number" ? "double" : typeof value === "boolean" ? "boolean" : "string";
      types.set(name, (types.get(name) ?? type) === type ? type : "string");
    }
  }
  const tokens = tokensOf([...types.keys()], nearToken);
  return [...types].map(([name, type], i) => {
    const token = tokens.get(name)!;
    return { id: `${end}${i}${token === name ? "" : DESCRIBED}`, name, token, type };
  });
}

function keyLines(end: string, keys: readonly Key[]): string[] {
  return keys.map(({ id, name, token, type }) => {
    const head = `  <key id="${id}" for="${end}" attr.name="${token}" attr.type="${type}"`;
    return name === token ? `${head}/>` : `${head}><desc>${escaped(name)}</desc></key>`;
  });
}

/** The declaration of what nodes are called, where ids are not all tokens. */
function calledLine(ids: ReadonlyMap<string, string>, keys: readonly Key[]): string[] {
  if ([...ids].every(([id, token]) => id === token)) return [];
  const name = keys.some(({ token }) => token === "id") ? CALLED : "id";
  return [`  <key id="${CALLED}" for="node" attr.name="${name}" attr.type="string"/>`];
}

function called(node: string, ids: ReadonlyMap<string, string>): string {
  return ids.get(node) === node ? "" : `<data key="${CALLED}">${escaped(node)}</data>`;
}

function data(keys: readonly Key[], attributes: Attributes): string {
  return keys
    .map(({ id, name }) => {
      const value = attributes[name];
      return isEmpty(value) ? "" : `<data key="${id}">${escaped(String(value))}</data>`;
    })
    .join("");
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}
