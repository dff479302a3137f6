/** Measures at the end over two axes: a cell a pair of values, its mean written in it. */
import { Moments } from "../../../analysis/moments.ts";
import { shown } from "../../../observe/numbers.ts";
import { type Levels, levelsOf } from "../levels.ts";
import { axisName } from "../names.ts";
import { type Drawing, HEAT_STEPS, heatColor, heatInk, marginFor } from "../plot.ts";
import type { Results } from "../results.ts";
import { type Variant, variantsOf } from "../variants.ts";
import { textWidth, type Words } from "../words.ts";
import { AT, type Figure, type FigureSet, measureTitle } from "./panel.ts";

interface Cell {
  readonly x: string;
  readonly y: string;
  readonly mean: number;
}

const MOST_PAIRS = 3;
const MOST_VARIANTS = 3;

/** Section of a report on a sweep of two axes or more. */
export function heatMaps(results: Results, measures: readonly string[], drawing: Drawing, words: Words): FigureSet {
  const { axes, points, values } = results;
  const levels = values.map((cells) => levelsOf(cells));
  const pairs = pairsOf(axes.length).slice(0, MOST_PAIRS);
  const variants = variantsOf(points).slice(0, MOST_VARIANTS);
  const shownMeasures = measures.slice(0, pairs.length > 1 ? 2 : 4);
  const figures = shownMeasures.flatMap((measure) =>
    pairs.flatMap(([a, b]) =>
      variants.flatMap((variant) => {
        const cells = cellsOf(variant, measure, [a, b], levels);
        if (cells.length === 0) return [];
        const means = cells.map((c) => c.mean);
        const ends = [Math.min(...means), Math.max(...means)] as const;
        const [across, down] = [axisName(axes[a]!, words), axisName(axes[b]!, words)];
        const svg = heatMap(cells, [levels[a]!, levels[b]!], ends, drawing, `${measure}: ${across} × ${down}`);
        const several = variants.length > 1;
        const figure: Figure = {
          name: [measure, axes[a]!, axes[b]!, ...(several ? [variant.name] : [])].join(" "),
          ...measureTitle(measure, words, several ? variant.name : undefined),
          svg,
          axis: words.say(`across: ${across}; down: ${down}`, `横轴：${across}；纵轴：${down}`),
          ...(ends[1] > ends[0] ? { scale: ends } : {}),
        };
        return [figure];
      }),
    ),
  );
  const others = axes.length > 2 ? words.say(" Other axes are averaged over.", "其余各轴取平均。") : "";
  const parts = levels.some((l) => l.parts)
    ? words.say(" Axes of many values are cut into equal parts.", "取值较多的轴按等距分段。")
    : "";
  const said = words.say(
    "Mean over the runs at the end of the run. Each map has a scale of its own.",
    "运行结束时各次运行的均值。各图色标相互独立。",
  );
  return { figures, legend: [], shape: "", notes: [said + others + parts] };
}

function pairsOf(n: number): [number, number][] {
  return Array.from({ length: n }, (_, a) => a).flatMap((a) =>
    Array.from({ length: n - a - 1 }, (_, k): [number, number] => [a, a + 1 + k]),
  );
}

function cellsOf(
  variant: Variant,
  measure: string,
  [a, b]: readonly [number, number],
  levels: readonly Levels[],
): Cell[] {
  const found = new Map<string, Moments>();
  for (const { setting, summaries } of variant.points) {
    const mean = summaries.get(`${AT}_${measure}`)?.mean;
    if (mean == null) continue;
    const key = `${levels[a]!.of(setting[a]!)} ${levels[b]!.of(setting[b]!)}`;
    const moments = found.get(key) ?? new Moments();
    moments.add(mean);
    found.set(key, moments);
  }
  return [...found].map(([key, moments]) => {
    const [i, j] = key.split(" ").map(Number) as [number, number];
    return { x: levels[a]!.labels[i]!, y: levels[b]!.labels[j]!, mean: moments.mean! };
  });
}

function heatMap(
  cells: readonly Cell[],
  [across, down]: readonly [Levels, Levels],
  ends: readonly [number, number],
  { plot, draw }: Drawing,
  description: string,
) {
  const step = (c: Cell) => stepOf(c.mean, ends);
  const left = marginFor(down.labels);
  const room = (340 - left - 8) / across.labels.length;
  const slanted = across.labels.some((label) => textWidth(label) > room - 4);
  const bottom = slanted ? 14 + Math.ceil(0.72 * Math.max(...across.labels.map((l) => textWidth(l)))) : 24;
  const written = cells.every((c) => textWidth(shown(c.mean), 11) < room - 2);
  return draw(
    {
      width: 340,
      height: bottom + 6 + 34 * down.labels.length,
      marginLeft: left,
      marginRight: 8,
      marginTop: 6,
      marginBottom: bottom,
      x: {
        type: "band",
        label: null,
        domain: [...across.labels],
        padding: 0.04,
        tickSize: 0,
        ...(slanted ? { tickRotate: -45 } : {}),
      },
      y: { type: "band", label: null, domain: [...down.labels].reverse(), padding: 0.04, tickSize: 0 },
      color: { type: "identity" },
      marks: [
        plot.cell(cells, { x: "x", y: "y", fill: (c: Cell) => heatColor(step(c)), rx: 2 }),
        ...(written
          ? [
              plot.text(cells, {
                x: "x",
                y: "y",
                text: (c: Cell) => shown(c.mean),
                fill: (c: Cell) => heatInk(step(c)),
                fontSize: 11,
              }),
            ]
          : []),
      ],
    },
    description,
  );
}

function stepOf(value: number, [low, high]: readonly [number, number]): number {
  if (!(high > low)) return 1;
  return Math.min(HEAT_STEPS - 1, Math.floor(((value - low) / (high - low)) * HEAT_STEPS));
}
