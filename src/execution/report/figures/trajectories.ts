/** The recorded series over time: a line a point or value of an axis, with the band that holds the middle 90 %. */

import { seriesBands } from "../../../analysis/seriesBands.ts";
import { interval, median } from "../../../analysis/summary.ts";
import { seriesLabel } from "../../../observe/labels.ts";
import { capitalized } from "../../../observe/naming.ts";
import { type Facet, type Facets, facetsOf } from "../lines.ts";
import { type Drawing, dateOf, lineColor, timeTicks } from "../plot.ts";
import { openTable, type Results } from "../results.ts";
import type { Words } from "../words.ts";
import type { Figure, FigureSet } from "./panel.ts";

interface Spot {
  readonly date: Date;
  /** Place of its line in the legend. */
  readonly line: number;
  readonly middle: number;
  readonly low: number;
  readonly high: number;
}

/** Median, low and high end. */
type Triple = readonly [number, number, number];

/** A series in every facet that has one. */
interface Course {
  readonly series: string;
  readonly facets: readonly { readonly facet: Facet; readonly spots: readonly Spot[] }[];
}

/** Section of a report; null where no series was recorded. */
export async function trajectories(
  dir: string,
  results: Results,
  drawing: Drawing,
  words: Words,
): Promise<FigureSet | null> {
  const facets = facetsOf(results, words);
  const legend = [...new Set(facets.facets.flatMap((f) => f.lines.map((line) => line.name)))];
  const { courses, dates } = await readCourses(dir, results, facets, legend);
  if (dates.length < 2) return null;
  const figures = courses.flatMap(({ series, facets: own }) => {
    const label = capitalized(words.of(labelOf(series)));
    const range = own.length > 1 ? rangeOf(own.flatMap(({ spots }) => spots)) : undefined;
    return own.map(({ facet, spots }): Figure => {
      const title = facet.name === null ? label : words.say(`${label} – ${facet.name}`, `${label}——${facet.name}`);
      const name = facet.name === null ? series : `${series} ${facet.name}`;
      return { name, title, unit: null, svg: course(spots, dates, range, title, drawing, words) };
    });
  });
  // the figures of a series stand side by side
  const shape = facets.facets.length % 2 === 0 ? "wide" : "";
  return { figures, legend, shape, notes: [explained(facets, words)] };
}

function course(
  spots: readonly Spot[],
  dates: readonly string[],
  range: readonly [number, number] | undefined,
  title: string,
  { plot, draw }: Drawing,
  words: Words,
): string {
  const [first, last] = [dates[0]!, dates.at(-1)!];
  const color = (d: Spot) => lineColor(d.line);
  return draw(
    {
      width: 340,
      height: 210,
      marginLeft: 46,
      marginRight: 12,
      marginTop: 10,
      marginBottom: 26,
      x: { type: "utc", label: null, ...timeTicks(first, last), domain: [dateOf(first), dateOf(last)] },
      y: { label: null, grid: true, ticks: 5, nice: true, ...(range ? { domain: range } : {}) },
      marks: [
        plot.areaY(spots, { x: "date", y1: "low", y2: "high", z: "line", fill: color, fillOpacity: 0.16 }),
        plot.lineY(spots, { x: "date", y: "middle", z: "line", stroke: color, strokeWidth: 1.8 }),
      ],
      color: { type: "identity" },
    },
    `${title}: ${words.say("median and band over time", "中位数与区间随时间的变化")}`,
  );
}

/** Least and greatest of what is drawn: figures of one series have one scale. */
function rangeOf(spots: readonly Spot[]): [number, number] {
  const ends = spots.flatMap(({ low, high }) => [low, high]).filter((value) => !Number.isNaN(value));
  return ends.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
}

function explained({ facets, single, by, left }: Facets, words: Words): string {
  const { say } = words;
  const line = single
    ? say(
        "Line: median of a point's runs; band: the middle 90 % of them.",
        "线：每个参数点各次运行的中位数；带：其中间90%。",
      )
    : say(
        `A line stands for all points of a value of ${by}: the median of their medians; band: the middle 90 % of the points' medians.`,
        `每条线代表“${by}”取同一值（或同一段）的全部参数点：各点中位数的中位数；带：各点中位数的中间90%。`,
      );
  const scale = say(" Figures of one series have one scale.", "同一序列的各图刻度相同。");
  const more = say(` ${left} more points are in no line.`, `另有${left}个参数点未绘入。`);
  return line + (facets.length > 1 ? scale : "") + (left > 0 ? more : "");
}

function labelOf(name: string) {
  try {
    return seriesLabel(name);
  } catch {
    return { en: name, zh: name }; // a series of the user's own
  }
}

async function readCourses(dir: string, results: Results, { facets, single }: Facets, legend: readonly string[]) {
  const none = { courses: [] as readonly Course[], dates: [] as readonly string[] };
  const opened = await openTable(dir, "series");
  if (!opened) return none;
  const lines = facets.flatMap((facet) => facet.lines.map((line) => ({ facet, line })));
  const lineOf = new Map(lines.flatMap(({ line }, k) => line.points.map((p) => [p, k] as const)));
  const pointOf = (run: string) => {
    const point = results.pointOf.get(run);
    return point !== undefined && lineOf.has(point) ? point : undefined;
  };
  const names = opened.header.slice(3);
  const gathered = names.map(() => lines.map(() => new Map<string, Triple[]>()));
  for await (const { point, dates, columns } of seriesBands(opened.header, opened.rows, pointOf))
    for (const [s, name] of names.entries()) {
      const band = columns[name]!;
      const own = gathered[s]![lineOf.get(point)!]!;
      for (const [k, date] of dates.entries()) {
        if (band.median[k] === null) continue;
        const spot: Triple = [band.median[k]!, band.low[k]!, band.high[k]!];
        own.set(date, [...(own.get(date) ?? []), spot]);
      }
    }
  const dates = [...new Set(gathered.flat().flatMap((own) => [...own.keys()]))].sort();
  const spotsOf = (s: number, facet: Facet) =>
    lines.flatMap(({ facet: its, line }, k) => {
      const values = gathered[s]![k]!;
      if (its !== facet || values.size === 0) return [];
      return dates.map((date) => spotOf(date, legend.indexOf(line.name), values.get(date) ?? [], single));
    });
  const courses = names.map((series, s): Course => {
    const own = facets.map((facet) => ({ facet, spots: spotsOf(s, facet) }));
    return { series, facets: own.filter(({ spots }) => spots.length > 0) };
  });
  return { courses, dates };
}

/** A place of a line; a gap where no point has a value at that date. */
function spotOf(date: string, line: number, values: readonly Triple[], single: boolean): Spot {
  const gap: Triple = [Number.NaN, Number.NaN, Number.NaN];
  const [middle, low, high] = values.length === 0 ? gap : single ? values[0]! : over(values.map(([m]) => m));
  return { date: dateOf(date), line, middle, low, high };
}

function over(medians: readonly number[]): Triple {
  const [low, high] = interval(medians);
  return [median(medians)!, low!, high!];
}
