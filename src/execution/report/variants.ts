/** Scenarios of a sweep, each with blocks swapped or not, and what their points are called. */
import { axisName, axisValue } from "./names.ts";
import type { Point, Results } from "./results.ts";
import type { Words } from "./words.ts";

export interface Variant {
  readonly name: string;
  readonly points: readonly Point[];
}

export function variantName({ scenario, swap }: Pick<Point, "scenario" | "swap">): string {
  return swap === "" ? scenario : `${scenario} (${swap})`;
}

/** Variants in the order of their first points. */
export function variantsOf(points: readonly Point[]): Variant[] {
  const found = new Map<string, Point[]>();
  for (const point of points) {
    const name = variantName(point);
    found.set(name, [...(found.get(name) ?? []), point]);
  }
  return [...found].map(([name, own]) => ({ name, points: own }));
}

/** What tells a point from the others. */
export function pointName(point: Point, results: Results, words: Words): string {
  const several = results.points.some((p) => variantName(p) !== variantName(point));
  const parts = [...(several ? [variantName(point)] : []), settingName(point, results, words)].filter((p) => p !== "");
  return parts.length > 0 ? parts.join(words.say(", ", "，")) : variantName(point);
}

/** Values of the axes that not all points share, at one of them; empty where there are none. */
export function settingName({ setting }: Point, { axes, points }: Results, words: Words): string {
  const parts = axes.flatMap((axis, k) =>
    points.some((p) => p.setting[k] !== setting[k]) ? [`${axisName(axis, words)} ${axisValue(setting[k]!)}`] : [],
  );
  return parts.join(words.say(", ", "，"));
}
