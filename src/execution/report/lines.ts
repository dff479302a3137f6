/**
 * The lines that figures over time have: a line a point where they are few, else one a value of the first axis, since a
 * line over the whole of a scenario would hide what the setting does. Where they are too many for one figure, each scenario
 * has its own.
 */
import { type Levels, levelsOf } from "./levels.ts";
import { axisName } from "./names.ts";
import type { Point, Results } from "./results.ts";
import { pointName, settingName, type Variant, variantsOf } from "./variants.ts";
import type { Words } from "./words.ts";

/** Points that a line stands for. */
export interface Line {
  readonly name: string;
  readonly points: readonly number[];
}

/** The lines of one figure. */
export interface Facet {
  /** The scenario that it shows; null for all of them. */
  readonly name: string | null;
  readonly lines: readonly Line[];
}

export interface Facets {
  readonly facets: readonly Facet[];
  /** Whether a line is one point, so that a band is over its runs and not over points. */
  readonly single: boolean;
  /** Name of the axis that lines differ in, where each stands for several points. */
  readonly by: string | null;
  /** Points that no line stands for. */
  readonly left: number;
}

/** Lines that a figure can hold and a reader tell apart. */
const MOST_LINES = 6;
const MOST_FACETS = 4;
/** Points of a line whose series are read. */
const MOST_POINTS = 200;

export function facetsOf(results: Results, words: Words): Facets {
  const { points, axes, values } = results;
  if (points.length <= MOST_LINES || axes.length === 0) {
    const lines = points.slice(0, MOST_LINES).map((p) => lineOf(p, pointName(p, results, words)));
    return { facets: [{ name: null, lines }], single: true, by: null, left: points.length - lines.length };
  }
  const variants = variantsOf(points);
  const single = variants.every((v) => v.points.length <= MOST_LINES);
  const levels = levelsOf(values[0]!, 3, MOST_LINES);
  const axis = axisName(axes[0]!, words);
  const all = variants.map((v): Facet => {
    const lines = single ? v.points.map((p) => lineOf(p, settingName(p, results, words))) : byLevel(v, levels, axis);
    return { name: v.name, lines };
  });
  const facets = inOne(all, words) ?? all.slice(0, MOST_FACETS);
  const drawn = facets.flatMap((f) => f.lines.flatMap((line) => line.points)).length;
  return { facets, single, by: single ? null : axis, left: points.length - drawn };
}

const lineOf = ({ index }: Point, name: string): Line => ({ name, points: [index] });

/** A line a value of the first axis, or a part of its range; of values that are no numbers the first few. */
function byLevel({ points }: Variant, levels: Levels, axis: string): Line[] {
  const lines = levels.labels.slice(0, MOST_LINES).map((label, k) => ({
    name: `${axis} ${label}`,
    points: thinned(points.filter((p) => levels.of(p.setting[0]!) === k)),
  }));
  return lines.filter((line) => line.points.length > 0);
}

/** All lines in one figure, where it has room for them. */
function inOne(facets: readonly Facet[], { say }: Words): Facet[] | undefined {
  if (facets.length === 1) return [{ name: null, lines: facets[0]!.lines }];
  const lines = facets.flatMap((f) =>
    f.lines.map((line) => ({ ...line, name: `${f.name}${say(", ", "，")}${line.name}` })),
  );
  return lines.length <= MOST_LINES ? [{ name: null, lines }] : undefined;
}

/** At most so many points, evenly spaced. */
function thinned(points: readonly Point[]): number[] {
  const step = Math.max(1, points.length / MOST_POINTS);
  return Array.from({ length: Math.min(points.length, MOST_POINTS) }, (_, k) => points[Math.floor(k * step)]!.index);
}
