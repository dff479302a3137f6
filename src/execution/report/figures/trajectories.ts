/** The recorded series over time: a line a group of points, with the band that holds the middle 90 %. */

import { seriesBands } from "../../../analysis/seriesBands.ts";
import { interval, median } from "../../../analysis/summary.ts";
import { seriesLabel } from "../../../observe/labels.ts";
import { capitalized } from "../../../observe/naming.ts";
import { type Drawing, dateOf, lineColor, timeTicks } from "../plot.ts";
import { openTable, type Results } from "../results.ts";
import { type Groups, groupsOf } from "../variants.ts";
import type { Words } from "../words.ts";
import { legend, note, panel, panels } from "./panel.ts";

interface Spot {
  readonly date: Date;
  readonly group: number;
  readonly middle: number;
  readonly low: number;
  readonly high: number;
}

/** Median, low and high end. */
type Triple = readonly [number, number, number];

/** Spots of every series, by its name. */
type Lines = ReadonlyMap<string, readonly Spot[]>;

/** Section of a report; null where no series was recorded. */
export async function trajectories(
  dir: string,
  results: Results,
  { plot, draw }: Drawing,
  words: Words,
): Promise<string | null> {
  const groups = groupsOf(results, words);
  const { lines, dates } = await readLines(dir, results, groups);
  if (dates.length < 2) return null;
  const names = groups.groups.map((g) => g.name);
  const time = timeTicks(dates[0]!, dates.at(-1)!);
  const figures = [...lines].map(([name, spots]) => {
    const label = capitalized(words.of(labelOf(name)));
    const svg = draw(
      {
        width: 340,
        height: 210,
        marginLeft: 46,
        marginRight: 12,
        marginTop: 10,
        marginBottom: 26,
        x: { type: "utc", label: null, ...time, domain: [dateOf(dates[0]!), dateOf(dates.at(-1)!)] },
        y: { label: null, grid: true, ticks: 5, nice: true },
        marks: [
          plot.areaY(spots, {
            x: "date",
            y1: "low",
            y2: "high",
            z: "group",
            fill: (d: Spot) => lineColor(d.group),
            fillOpacity: 0.16,
          }),
          plot.lineY(spots, {
            x: "date",
            y: "middle",
            z: "group",
            stroke: (d: Spot) => lineColor(d.group),
            strokeWidth: 1.8,
          }),
        ],
        color: { type: "identity" },
      },
      `${label}: ${words.say("median and band over time", "中位数与区间随时间的变化")}`,
    );
    return panel(label, null, svg);
  });
  return legend(names) + panels(figures) + note(explained(groups, words));
}

function explained({ single, by }: Groups, words: Words): string {
  if (single)
    return words.say(
      "Line: median of a point's runs; band: the middle 90 % of them.",
      "线：每个参数点各次运行的中位数；带：其中间90%。",
    );
  const several = words.say(
    "A line stands for several points: the median of their medians; band: the middle 90 % of the points' medians.",
    "每条线代表多个参数点：各点中位数的中位数；带：各点中位数的中间90%。",
  );
  if (by === null) return several;
  return several + words.say(` Points are parted by ${by}.`, `参数点按“${by}”分组。`);
}

function labelOf(name: string) {
  try {
    return seriesLabel(name);
  } catch {
    return { en: name, zh: name }; // a series of the user's own
  }
}

async function readLines(dir: string, results: Results, { groups, single }: Groups) {
  const opened = await openTable(dir, "series");
  if (!opened) return { lines: new Map() as Lines, dates: [] };
  const groupOf = new Map(groups.flatMap((g, k) => g.points.map((p) => [p, k] as const)));
  const pointOf = (run: string) => {
    const point = results.pointOf.get(run);
    return point !== undefined && groupOf.has(point) ? point : undefined;
  };
  const names = opened.header.slice(3);
  const gathered = names.map(() => groups.map(() => new Map<string, Triple[]>()));
  for await (const { point, dates, columns } of seriesBands(opened.header, opened.rows, pointOf))
    for (const [s, name] of names.entries()) {
      const band = columns[name]!;
      const own = gathered[s]![groupOf.get(point)!]!;
      for (const [k, date] of dates.entries()) {
        if (band.median[k] === null) continue;
        const spot: Triple = [band.median[k]!, band.low[k]!, band.high[k]!];
        own.set(date, [...(own.get(date) ?? []), spot]);
      }
    }
  const dates = [...new Set(gathered.flat().flatMap((own) => [...own.keys()]))].sort();
  const lines = new Map<string, Spot[]>();
  for (const [s, name] of names.entries()) {
    const own = gathered[s]!;
    if (own.every((spots) => spots.size === 0)) continue;
    lines.set(
      name,
      own.flatMap((spots, group) => dates.map((date) => spotOf(date, group, spots.get(date) ?? [], single))),
    );
  }
  return { lines: lines as Lines, dates };
}

/** A place of a line; a gap where no point has a value at that date. */
function spotOf(date: string, group: number, values: readonly Triple[], single: boolean): Spot {
  const gap: Triple = [Number.NaN, Number.NaN, Number.NaN];
  const [middle, low, high] = values.length === 0 ? gap : single ? values[0]! : over(values.map(([m]) => m));
  return { date: dateOf(date), group, middle, low, high };
}

function over(medians: readonly number[]): Triple {
  const [low, high] = interval(medians);
  return [median(medians)!, low!, high!];
}
