/** A start graph from a GraphML text. */
import type { Network } from "../../model/network.ts";
import type { Element } from "./markup.ts";
import { badValue, type NetworkOptions, type TextFile } from "./select.ts";
import { CALLED, DESCRIBED } from "./tokens.ts";
import { type Format, networkFromXml, textOf } from "./xml.ts";

/**
 * The network of a GraphML text. Edges without a direction are undirected (the format's default); edge attributes
 * `layer`, `weight` and `wave` or `time` mean what they mean in a CSV file, an absent weight is 1. Node attributes
 * become text.
 *
 * @throws InputError naming the file, and the row where there is one; also for a DOCTYPE or ENTITY declaration.
 */
export function networkFromGraphml(file: TextFile, options: NetworkOptions = {}): Network {
  return networkFromXml(file, options, GRAPHML);
}

const TYPES = ["boolean", "int", "long", "float", "double", "string"];

interface Key {
  name: string;
  readonly type: string;
  readonly ends: string;
  standard: string | undefined;
}

const GRAPHML: Format = {
  asRule: "edgedefault",
  ofEdge: ["directed", ["true", "1"], ["false", "0"]],
  attributes: (elements) => {
    const keys = keysOf(elements);
    const all = new Map<Element, Map<string, string>>();
    for (const element of elements)
      if (element.name === "node" || element.name === "edge") all.set(element, standardsOf(keys, element.name));
    for (const { name, attributes, parent, text } of elements) {
      const own = name === "data" && parent ? all.get(parent) : undefined;
      const id = attributes.get("key") ?? "";
      if (id === CALLED) continue;
      const key = keys.get(id);
      own?.set(key?.name ?? id, textOf(key?.type ?? "string", text));
    }
    return all;
  },
  called: (elements) => {
    const data = elements.filter(({ name, attributes }) => name === "data" && attributes.get("key") === CALLED);
    return new Map(data.flatMap(({ parent, text }) => (parent?.name === "node" ? [[parent, text]] : [])));
  },
};

function keysOf(elements: readonly Element[]): ReadonlyMap<string, Key> {
  const keys = new Map<string, Key>();
  const byElement = new Map<Element, Key>();
  for (const element of elements) {
    const { name, at, attributes, parent, text } = element;
    const owner = name === "default" && parent ? byElement.get(parent) : undefined;
    if (owner) owner.standard = text;
    const described = name === "desc" && parent?.attributes.get("id")?.endsWith(DESCRIBED) && byElement.get(parent);
    if (described) described.name = text;
    if (name !== "key" || !["graph", "node", "edge", "all"].includes(attributes.get("for") ?? "all")) continue;
    const [id = "", type = "string"] = [attributes.get("id"), attributes.get("attr.type")];
    if (!TYPES.includes(type)) throw badValue(`${at}, key attr.type`, TYPES.join(", "), type);
    if (keys.has(id)) throw badValue(`${at}, key`, "an id not used before", id);
    const key = {
      name: attributes.get("attr.name") || id,
      type,
      ends: attributes.get("for") ?? "all",
      standard: undefined,
    };
    keys.set(id, key);
    byElement.set(element, key);
  }
  return keys;
}

function standardsOf(keys: ReadonlyMap<string, Key>, end: string): Map<string, string> {
  const of = [...keys.values()].filter(({ ends, standard }) => standard !== undefined && ["all", end].includes(ends));
  return new Map(of.map(({ name, type, standard }) => [name, textOf(type, standard!)]));
}
