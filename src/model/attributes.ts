/** What a network may say of its persons. */
import { RESIDENTS } from "./columns.ts";

/** Attributes of a network's nodes that, under these names, replace what would be drawn. */
export const ATTRIBUTES = [
  "newcomer",
  "tenure",
  "competence",
  "publicSpirit",
  "caution",
  "hours",
  "generalTrust",
] as const;

/** What is wrong with an attribute's text: the range it must lie in; undefined if it can be used (or is empty). */
export function attributeRange(name: string, given: string): string | undefined {
  const key = ATTRIBUTES.find((attribute) => attribute === name);
  if (key === undefined || given === "") return undefined;
  const [low, high] = RESIDENTS[key].range;
  const value = Number(given);
  return value >= low && value <= high ? undefined : `a number in [${low}, ${high}]`;
}
