/** Two-mode data: persons by events or groups, told by the column `kind` of the nodes. */
import type { Network, NetworkNode } from "../../model/network.ts";
import type { RawEdge } from "./rawEdge.ts";

/**
 * Persons and foci, if the nodes are of exactly two kinds and every edge leads from the one to the other; undefined
 * otherwise. The edges' sources are persons. A focus is the list of its persons, ascending; foci keep the order of their
 * nodes and may be empty.
 */
export function twoMode(name: string, nodes: readonly NetworkNode[], edges: readonly RawEdge[]): Network | undefined {
  const kinds = new Set(nodes.map((node) => node.attributes.kind));
  const person = nodes[edges[0]!.source]!.attributes.kind;
  if (kinds.size !== 2 || kinds.has(undefined)) return undefined;
  const isPerson = (node: number) => nodes[node]!.attributes.kind === person;
  if (!edges.every((edge) => isPerson(edge.source) && !isPerson(edge.target))) return undefined;
  return split(name, nodes, edges, isPerson);
}

function split(
  name: string,
  nodes: readonly NetworkNode[],
  edges: readonly RawEdge[],
  isPerson: (node: number) => boolean,
): Network {
  const indexes = nodes.map((_, i) => i);
  const persons = indexes.filter(isPerson);
  const place = new Map(persons.map((node, i) => [node, i]));
  const foci = new Map(indexes.filter((i) => !isPerson(i)).map((node) => [node, new Set<number>()]));
  for (const edge of edges) foci.get(edge.target)!.add(place.get(edge.source)!);
  return {
    name,
    nodes: persons.map((i) => nodes[i]!),
    arcs: [],
    foci: [...foci.values()].map((focus) => [...focus].sort((a, b) => a - b)),
  };
}
