/** The values of an axis as a figure shows them: each as such where they are few, in equal parts of the range where many. */
import type { AxisPlan } from "../../experiments/plan.ts";
import { axisValue } from "./names.ts";

export interface Levels {
  readonly labels: readonly string[];
  /** Which level a cell of the axis belongs to. */
  of(cell: string): number;
  /** Whether levels are parts of a range. */
  readonly parts: boolean;
}

const isNumber = (cell: string) => cell !== "" && Number.isFinite(Number(cell));

/** The different cells of an axis in order: of numbers as such, of other values as the plan lists them. */
export function orderedCells(plan: AxisPlan | undefined, cells: Iterable<string>): string[] {
  const distinct = [...new Set(cells)];
  if (distinct.every(isNumber)) return distinct.sort((a, b) => Number(a) - Number(b));
  const list: unknown = plan !== undefined && "values" in plan && !Array.isArray(plan) ? plan.values : plan;
  if (!Array.isArray(list)) return distinct.sort();
  const planned = list.map((value) =>
    value === null ? "" : typeof value === "string" ? value : JSON.stringify(value),
  );
  return distinct.sort((a, b) => planned.indexOf(a) - planned.indexOf(b));
}

const MOST_VALUES = 10;

/** Levels of the ordered cells of an axis; more numbers than `most` are cut into so many equal `parts`. */
export function levelsOf(ordered: readonly string[], parts = 6, most = MOST_VALUES): Levels {
  const place = new Map(ordered.map((cell, k) => [cell, k]));
  if (ordered.length <= most || !ordered.every(isNumber))
    return { labels: ordered.map(axisValue), of: (cell) => place.get(cell)!, parts: false };
  const [low, high] = [Number(ordered[0]), Number(ordered.at(-1))];
  const end = (k: number) => axisValue(String(Number((low + (k / parts) * (high - low)).toPrecision(2))));
  return {
    labels: Array.from({ length: parts }, (_, k) => `${end(k)}–${end(k + 1)}`),
    of: (cell) => Math.min(parts - 1, Math.floor(((Number(cell) - low) / (high - low)) * parts)),
    parts: true,
  };
}
