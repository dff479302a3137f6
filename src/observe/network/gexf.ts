/** A start graph from a GEXF text. */
import type { Network } from "../../model/network.ts";
import type { Element } from "./markup.ts";
import { badValue, type NetworkOptions, type TextFile } from "./select.ts";
import { type Format, networkFromXml, textOf } from "./xml.ts";

/** The network of a GEXF text (static, 1.1 to 1.3); otherwise as `networkFromGraphml`. A node's label is an attribute. */
export function networkFromGexf(file: TextFile, options: NetworkOptions = {}): Network {
  return networkFromXml(file, options, GEXF);
}

interface Declared {
  readonly name: string;
  readonly type: string;
  standard: string | undefined;
}

/** Declared attributes by the class of what has them (node or edge) and their id. */
type Model = Readonly<Record<"node" | "edge", ReadonlyMap<string, Declared>>>;

const GEXF: Format = {
  asRule: "defaultedgetype",
  ofEdge: ["type", ["directed"], ["undirected", "mutual"]],
  attributes: (elements) => {
    const model = modelOf(elements);
    const all = new Map<Element, Map<string, string>>();
    for (const element of elements)
      if (element.name === "node" || element.name === "edge") all.set(element, ownOf(element, model[element.name]));
    for (const element of elements) if (element.name === "attvalue") setValue(element, model, all);
    return all;
  },
};

function modelOf(elements: readonly Element[]): Model {
  const model = { node: new Map<string, Declared>(), edge: new Map<string, Declared>() };
  const byElement = new Map<Element, Declared>();
  for (const element of elements) {
    const { name, attributes, parent, text } = element;
    const owner = name === "default" && parent ? byElement.get(parent) : undefined;
    if (owner) owner.standard = text;
    const end = parent?.attributes.get("class");
    if (name !== "attribute" || (end !== "node" && end !== "edge")) continue;
    const id = attributes.get("id") ?? "";
    // programs number their attributes; where the id is a word, it is the name
    const title = Number.isNaN(Number(id)) ? id : attributes.get("title") || id;
    const declared = { name: title, type: attributes.get("type") ?? "string", standard: undefined };
    if (model[end].has(id)) throw badValue(`${element.at}, attribute`, "an id not used before", id);
    model[end].set(id, declared);
    byElement.set(element, declared);
  }
  return model;
}

/** What stands in the tag itself, and what is declared for all that do not say otherwise. */
function ownOf({ attributes }: Element, declared: ReadonlyMap<string, Declared>): Map<string, string> {
  const own = new Map<string, string>();
  for (const { name, type, standard } of declared.values())
    if (standard !== undefined) own.set(name, textOf(type, standard));
  for (const name of ["label", "weight", "kind"]) {
    const value = attributes.get(name);
    if (value) own.set(name, textOf(name === "weight" ? "double" : "string", value));
  }
  return own;
}

function setValue(
  { at, attributes, parent }: Element,
  model: Model,
  all: ReadonlyMap<Element, Map<string, string>>,
): void {
  const owner = parent?.parent;
  if (!owner || (owner.name !== "node" && owner.name !== "edge")) return;
  const id = attributes.get("for") ?? attributes.get("id") ?? "";
  const declared = model[owner.name].get(id);
  if (!declared) throw badValue(`${at}, attvalue for`, `an attribute that is declared for a ${owner.name}`, id);
  all.get(owner)!.set(declared.name, textOf(declared.type, attributes.get("value") ?? ""));
}
