/** Whether a graph can be written as XML, which does not hold every character. */
import { format } from "../../kernel/check.ts";
import type { Attributes, SocialGraph } from "../socialGraph.ts";
import { checkCharacters } from "./select.ts";

/** Throws an InputError that names graph, node or edge and attribute, unless XML can hold all that the graph says. */
export function checkWritable(graph: SocialGraph): void {
  checkAttributes(graph.getAttributes(), () => "graph");
  graph.forEachNode((node, attributes) => {
    checkCharacters(node, () => "node, id");
    checkAttributes(attributes, () => `node ${format(node)}`);
  });
  graph.forEachEdge((_edge, attributes, source, target) => {
    checkAttributes(attributes, () => `edge from ${format(source)} to ${format(target)}`);
  });
}

function checkAttributes(attributes: Attributes, at: () => string): void {
  for (const [name, value] of Object.entries(attributes)) {
    checkCharacters(name, () => `${at()}, name of an attribute`);
    if (!isPlain(value)) checkCharacters(String(value), () => `${at()}, attribute ${format(name)}`);
  }
}

const isPlain = (value: unknown) => value === null || typeof value === "number" || typeof value === "boolean";
