/** A start graph from a GraphML or GEXF text. */
import { InputError } from "../../kernel/check.ts";
import type { Network } from "../../model/network.ts";
import { type Element, readElements } from "./markup.ts";
import type { RawEdge } from "./rawEdge.ts";
import { badValue, buildNetwork, type NetworkOptions, selfTie, type TextFile } from "./select.ts";

/** What a format says of its nodes and edges. */
export interface Format {
  /** Attribute of the graph that says which edges have a direction as a rule, and how it is said of an edge. */
  readonly asRule: string;
  readonly ofEdge: readonly [name: string, directed: readonly string[], undirected: readonly string[]];
  /** The attributes of each node and edge, as text. */
  readonly attributes: (elements: readonly Element[]) => ReadonlyMap<Element, ReadonlyMap<string, string>>;
  /** What nodes are called, where it is not their id. */
  readonly called?: (elements: readonly Element[]) => ReadonlyMap<Element, string>;
}

/**
 * The network of the nodes and edges of a text.
 *
 * @throws InputError with file, line, what was expected and what came.
 */
export function networkFromXml(file: TextFile, options: NetworkOptions, format: Format): Network {
  const elements = readElements(file);
  const named = (name: string) => elements.filter((element) => element.name === name);
  const graph = graphOf(file.name, named("graph"));
  const hyper = named("hyperedge")[0];
  if (hyper) throw badValue(hyper.at, "edges between two nodes", "<hyperedge>");
  const nodes = named("node");
  const places = placesOf(file.name, nodes);
  checkIds(named("edge"));
  const attributes = format.attributes(elements);
  const rule = chosen(graph, format.asRule, ["directed"], ["undirected", "mutual"]) ?? false;
  const edges = named("edge").map((edge): RawEdge => {
    const [source, target] = endsOf(edge, places);
    const directed = chosen(edge, ...format.ofEdge) ?? rule;
    return {
      at: `${file.name}: edge from ${edge.attributes.get("source")} to ${edge.attributes.get("target")}`,
      ...{ source, target },
      columns: new Map([...(attributes.get(edge) ?? []), ["directed", directed ? "1" : "0"]]),
    };
  });
  const called = format.called?.(elements);
  const nameOf = (node: Element) => called?.get(node) || idOf(node);
  checkIds(nodes, nameOf);
  const people = nodes.map((node) => ({
    id: nameOf(node)!,
    attributes: Object.fromEntries(attributes.get(node) ?? []),
  }));
  return buildNetwork(file.name, people, edges, options);
}

function graphOf(file: string, graphs: readonly Element[]): Element {
  if (graphs.length === 1) return graphs[0]!;
  throw new InputError(`${file}: expected one <graph>; got ${graphs.length}`);
}

function placesOf(file: string, nodes: readonly Element[]): ReadonlyMap<string, number> {
  if (nodes.length === 0) throw new InputError(`${file}: expected at least one <node>; got none`);
  for (const { at, attributes } of nodes) if (!attributes.get("id")) throw badValue(`${at}, node`, "an id", undefined);
  checkIds(nodes);
  return new Map(nodes.map((node, i) => [node.attributes.get("id")!, i]));
}

const idOf = ({ attributes }: Element): string | undefined => attributes.get("id");

function checkIds(elements: readonly Element[], nameOf = idOf): void {
  const ids = new Set<string>();
  for (const element of elements) {
    const { at, name } = element;
    const id = nameOf(element);
    if (id && ids.has(id)) throw badValue(`${at}, ${name}`, "an id not used before", id);
    if (id) ids.add(id);
  }
}

function endsOf({ at, attributes }: Element, places: ReadonlyMap<string, number>): readonly [number, number] {
  const [source, target] = ["source", "target"].map((end) => {
    const id = attributes.get(end);
    const found = id ? places.get(id) : undefined;
    if (found === undefined) throw badValue(`${at}, edge ${end}`, "the id of a node", id);
    return found;
  });
  if (source === target) throw selfTie(`${at}, edge`, attributes.get("source")!);
  return [source!, target!];
}

/** Whether an attribute says the one or the other; undefined where it is not there. */
function chosen(
  { at, name, attributes }: Element,
  key: string,
  yes: readonly string[],
  no: readonly string[],
): boolean | undefined {
  const given = attributes.get(key);
  if (given === undefined) return undefined;
  if (yes.includes(given)) return true;
  if (no.includes(given)) return false;
  throw badValue(`${at}, ${name} ${key}`, [...yes, ...no].join(" or "), given);
}

const NUMBERS = ["int", "integer", "long", "short", "byte", "float", "double"];

/** A value as text: a number in the shortest form that stands for it, whoever wrote it; what is none stays as it is. */
export function textOf(type: string, value: string): string {
  const text = value.trim();
  if (type === "boolean") return text.toLowerCase();
  if (!NUMBERS.includes(type)) return value;
  const number = Number(text);
  const exact = Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number));
  return text !== "" && exact ? String(number) : text;
}
