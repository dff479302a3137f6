/** Scenarios of a sweep, each with blocks swapped or not; and the groups of points that lines stand for. */
import { levelsOf } from "./levels.ts";
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

/** Points that a line of a figure stands for. */
export interface Group {
  readonly name: string;
  readonly points: readonly number[];
}

export interface Groups {
  readonly groups: readonly Group[];
  /** Whether a group is one point, so that a band is over its runs and not over points. */
  readonly single: boolean;
  /** Name of the axis that groups differ in, besides their variants. */
  readonly by: string | null;
}

/** Lines that a figure can hold and a reader tell apart. */
const MOST_LINES = 6;
/** Points of a group whose series are read. */
const MOST_POINTS = 200;

/** A line a point where they are few; else one a level of the first axis, or one a variant. */
export function groupsOf(results: Results, words: Words): Groups {
  const { points, axes } = results;
  if (points.length <= MOST_LINES) {
    const groups = points.map((p) => ({ name: pointName(p, results, words), points: [p.index] }));
    return { groups, single: true, by: null };
  }
  const variants = variantsOf(points).slice(0, MOST_LINES);
  const levels = levelsOf(results.values[0] ?? [], 3, MOST_LINES);
  if (axes.length === 0 || axes.length > 2 || variants.length * levels.labels.length > MOST_LINES) {
    const groups = variants.map((v) => ({ name: v.name, points: thinned(v.points) }));
    return { groups, single: false, by: null };
  }
  const axis = axisName(axes[0]!, words);
  const groups = variants.flatMap((v) =>
    levels.labels.map((label, k) => ({
      name: `${variants.length > 1 ? `${v.name}${words.say(", ", "，")}` : ""}${axis} ${label}`,
      points: thinned(v.points.filter((p) => levels.of(p.setting[0]!) === k)),
    })),
  );
  return { groups: groups.filter((g) => g.points.length > 0), single: false, by: axis };
}

/** At most so many points, evenly spaced. */
function thinned(points: readonly Point[]): number[] {
  const step = Math.max(1, points.length / MOST_POINTS);
  return Array.from({ length: Math.min(points.length, MOST_POINTS) }, (_, k) => points[Math.floor(k * step)]!.index);
}
