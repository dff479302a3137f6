/** Attributes of nodes as values: networks hold text alone, as their files do. */
import type { NetworkNode } from "../model/network.ts";
import type { Attributes } from "./socialGraph.ts";

/** A number as tables have it. Others are codes that would not come back: 007, or a room 1E5. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]\d+)?$/;
/** Names under which formats keep text. */
const TEXTS = ["label", "kind"];

type Read = (text: string) => unknown;

/** Attributes with numbers or truth values where a whole column holds them; what is empty stays so. */
export function typedAttributes(nodes: readonly NetworkNode[]): Attributes[] {
  const reads = new Map<string, Read>();
  for (const name of new Set(nodes.flatMap(({ attributes }) => Object.keys(attributes))))
    reads.set(name, readOf(name, nodes.map(({ attributes }) => attributes[name] ?? "").filter(Boolean)));
  return nodes.map(({ attributes }) => {
    const typed = Object.entries(attributes).map(([name, text]) => [name, text === "" ? "" : reads.get(name)!(text)]);
    return Object.fromEntries(typed);
  });
}

function readOf(name: string, texts: readonly string[]): Read {
  if (TEXTS.includes(name)) return String;
  if (texts.every(isNumber)) return Number;
  return texts.every((text) => /^(?:true|false)$/i.test(text)) ? (text) => text.toLowerCase() === "true" : String;
}

function isNumber(text: string): boolean {
  const number = Number(text);
  if (!NUMBER.test(text) || !Number.isFinite(number) || Object.is(number, -0)) return false;
  return !Number.isInteger(number) || Number.isSafeInteger(number);
}
