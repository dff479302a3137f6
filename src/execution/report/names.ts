/** What axes and measures are called in a report. */
import { standardModel } from "../../model/community.ts";
import { FIELDS_BY_NAME } from "../../model/context.ts";
import type { Parameter } from "../../model/mechanism.ts";
import { unitText } from "../../model/units.ts";
import type { Text } from "../../model/vocabulary.ts";
import { KEY_MEASURES } from "../../observe/labels.ts";
import { MEASURES, type MeasureName } from "../../observe/measures.ts";
import { textWidth, type Words } from "./words.ts";

const PARAMETERS: Readonly<Record<string, Parameter>> = standardModel.parameters;
const BY_NAME = new Map<string, (typeof MEASURES)[number]>(MEASURES.map((m) => [m.name, m]));

/** Label and unit of an axis; of a user's own parameter its name and none. */
export function axisText(name: string): { readonly label: Text; readonly unit: Text | null } {
  const declared = PARAMETERS[name] ?? FIELDS_BY_NAME[name];
  if (!declared) return { label: { en: name, zh: name }, unit: null };
  return { label: declared.label, unit: declared.unit === "" ? null : unitText(declared.unit) };
}

const LONGEST = 190;

/** The label of an axis where a figure has room for it, else its dotted name. */
export function axisName(name: string, words: Words): string {
  const label = words.of(axisText(name).label);
  return textWidth(label) <= LONGEST ? label : name;
}

export function measureText(name: string): { readonly label: Text; readonly unit: Text | null } {
  const measure = BY_NAME.get(name);
  if (!measure) return { label: { en: name, zh: name }, unit: null };
  return { label: measure.text, unit: measure.unit === "" ? null : unitText(measure.unit) };
}

/** A value of an axis, short: a list or object by its beginning. */
export function axisValue(cell: string): string {
  if (cell === "") return "–";
  const number = Number(cell);
  if (Number.isFinite(number)) return String(Number(number.toPrecision(4)));
  return cell.length > 18 ? `${cell.slice(0, 17)}…` : cell;
}

/** Measures that a report shows unless told otherwise, the foremost first. */
const FOREMOST: readonly MeasureName[] = [
  "demandsBrought",
  "resolvedShare",
  "organizations",
  "councils",
  "meanTrust",
  "meanBelonging",
];
const MOST_MEASURES = 6;

/** The measures that a report of these shows: all of a few, the foremost of many. */
export function foremost(read: readonly string[]): string[] {
  if (read.length <= MOST_MEASURES) return [...read];
  const order = [...new Set<string>([...FOREMOST, ...KEY_MEASURES, ...read])];
  return order.filter((name) => read.includes(name)).slice(0, MOST_MEASURES);
}
