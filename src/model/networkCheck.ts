/** The check of a start graph that a scenario brings in its own file. */
import { checkRange, format, InputError } from "../kernel/check.ts";
import { attributeRange } from "./attributes.ts";
import type { Arc, Network, NetworkNode } from "./network.ts";

/** Throws an InputError, naming the place, unless the value is a network. */
export function checkNetwork(value: unknown, what: string): void {
  const { name, nodes, arcs, foci } = (value ?? {}) as Partial<Network>;
  if (!Array.isArray(nodes) || !Array.isArray(arcs) || !Array.isArray(foci))
    throw new InputError(`${what} must hold lists "nodes", "arcs" and "foci"; got ${format(value)}`);
  if (typeof name !== "string") throw new InputError(`${what}.name must be a text; got ${format(name)}`);
  if (nodes.length === 0) throw new InputError(`${what}.nodes must be a list with at least one node; got none`);
  checkNodes(nodes, `${what}.nodes`);
  const index = [0, nodes.length - 1] as const;
  arcs.forEach((arc: Partial<Arc> | null, i) => {
    checkArc(arc, index, `${what}.arcs[${i}]`);
  });
  foci.forEach((focus: unknown, i) => {
    if (!Array.isArray(focus)) throw new InputError(`${what}.foci[${i}] must be a list; got ${format(focus)}`);
    for (const node of focus) checkRange(`${what}.foci[${i}]`, node, index, "index of a node", true);
    if (new Set(focus).size < focus.length) throw new InputError(`${what}.foci[${i}] must hold each node once`);
  });
}

function checkNodes(nodes: readonly (Partial<NetworkNode> | null)[], what: string): void {
  const ids = new Set<string>();
  nodes.forEach((node, i) => {
    const { id, attributes } = node ?? {};
    if (typeof id !== "string" || ids.has(id))
      throw new InputError(`${what}[${i}].id must be a text that no other node has; got ${format(id)}`);
    ids.add(id);
    if (typeof attributes !== "object" || attributes === null || Array.isArray(attributes))
      throw new InputError(`${what}[${i}].attributes must be an object; got ${format(attributes)}`);
    for (const [key, text] of Object.entries(attributes)) checkAttribute(key, text, `${what}[${i}].attributes.${key}`);
  });
}

function checkAttribute(key: string, value: unknown, what: string): void {
  if (typeof value !== "string" && typeof value !== "number")
    throw new InputError(`${what} must be a text; got ${format(value)}`);
  const expected = attributeRange(key, String(value));
  if (expected) throw new InputError(`${what}: expected ${expected}; got ${format(value)}`);
}

function checkArc(arc: Partial<Arc> | null, index: readonly [number, number], what: string): void {
  checkRange(`${what}.source`, arc?.source, index, "index of a node", true);
  checkRange(`${what}.target`, arc?.target, index, "index of a node", true);
  checkRange(`${what}.weight`, arc?.weight, [Number.MIN_VALUE, Number.MAX_VALUE], "strength");
  if (arc?.source === arc?.target)
    throw new InputError(`${what} must join two persons; got node ${format(arc?.source)} twice`);
}
