/** Whether a graph can be written as XML, which does not hold every character. */
import { format, InputError } from "../../kernel/check.ts";
import { NO_XML } from "../escaped.ts";
import type { Attributes, SocialGraph } from "../socialGraph.ts";

/** Throws an InputError that names graph, node or edge and attribute, unless XML can hold all that the graph says. */
export function checkWritable(graph: SocialGraph): void {
  checkAttributes("graph", graph.getAttributes());
  graph.forEachNode((node, attributes) => {
    checkText("node, id", node);
    checkAttributes(`node ${format(node)}`, attributes);
  });
  graph.forEachEdge((_edge, attributes, source, target) => {
    checkAttributes(`edge from ${format(source)} to ${format(target)}`, attributes);
  });
}

function checkAttributes(at: string, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    checkText(`${at}, name of an attribute`, name);
    checkText(`${at}, attribute ${format(name)}`, value);
  }
}

function checkText(at: string, value: unknown): void {
  if (value === null || typeof value === "number" || typeof value === "boolean") return;
  const found = NO_XML.exec(String(value));
  if (found) throw new InputError(`${at}: expected text without control characters; got ${format(found[0])}`);
}
