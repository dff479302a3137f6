/** Measures at the end against the one axis of a sweep, or against its scenarios: means with their intervals. */
import { axisName, axisValue } from "../names.ts";
import { type Drawing, lineColor, marginFor } from "../plot.ts";
import type { Point, Results, Summary } from "../results.ts";
import { variantsOf } from "../variants.ts";
import type { Words } from "../words.ts";
import { AT, type Figure, type FigureSet, measureTitle } from "./panel.ts";

interface Spot {
  readonly x: string | number;
  readonly variant: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Section of a report on a sweep of one axis or none. */
export function responses(results: Results, measures: readonly string[], drawing: Drawing, words: Words): FigureSet {
  const variants = variantsOf(results.points);
  const axis = results.axes[0];
  const figures = measures.map((measure): Figure => {
    const spots = variants.flatMap((v, k) =>
      v.points.flatMap((p) => spotOf(p, k, measure, axis ? (p.setting[0] ?? "") : v.name)),
    );
    const svg = axis === undefined ? dots(spots, measure, drawing) : lines(spots, measure, drawing);
    const across = axis && axisName(axis, words);
    return {
      name: measure,
      ...measureTitle(measure, words),
      svg,
      ...(across ? { axis: words.say(`across: ${across}`, `横轴：${across}`) } : {}),
    };
  });
  const said = words.say(
    "Mean over the runs of a point, at the end of the run, with its 95 % interval (Student's t).",
    "每个参数点在运行结束时各次运行的均值及其95%区间（t分布）。",
  );
  return { figures, legend: axis === undefined ? [] : variants.map((v) => v.name), shape: "", notes: [said] };
}

function spotOf(point: Point, variant: number, measure: string, x: string): Spot[] {
  const summary: Summary | undefined = point.summaries.get(`${AT}_${measure}`);
  if (summary?.mean == null) return [];
  const { mean, low, high } = summary;
  return [{ x, variant, mean, low: low ?? mean, high: high ?? mean }];
}

const FRAME = { width: 340, marginRight: 14, marginTop: 10 };

function lines(spots: readonly Spot[], measure: string, { plot, draw }: Drawing): string {
  const cells = [...new Set(spots.map((s) => String(s.x)))];
  const numeric = cells.every((cell) => cell !== "" && Number.isFinite(Number(cell)));
  const placed = numeric ? spots.map((s) => ({ ...s, x: Number(s.x) })) : spots;
  const values = cells.map(Number).sort((a, b) => a - b);
  const x = numeric
    ? {
        label: null,
        inset: 14,
        ...(values.length <= 7 ? { ticks: values, tickFormat: (v: number) => axisValue(String(v)) } : { ticks: 6 }),
      }
    : { type: "point" as const, label: null, domain: cells, padding: 0.5, tickFormat: axisValue };
  const color = (s: Spot) => lineColor(s.variant);
  return draw(
    {
      ...FRAME,
      height: 210,
      marginLeft: 46,
      marginBottom: 26,
      x: x as never,
      y: { label: null, grid: true, ticks: 5, nice: true },
      color: { type: "identity" },
      marks: [
        plot.lineY(placed, { x: "x", y: "mean", z: "variant", stroke: color, strokeWidth: 1.4, strokeOpacity: 0.75 }),
        plot.ruleX(placed, { x: "x", y1: "low", y2: "high", stroke: color, strokeWidth: 1.6 }),
        plot.dot(placed, { x: "x", y: "mean", r: 3.2, fill: color }),
      ],
    },
    `${measure}: mean and 95 % interval by value of the axis`,
  );
}

function dots(spots: readonly Spot[], measure: string, { plot, draw }: Drawing): string {
  const names = [...new Set(spots.map((s) => String(s.x)))];
  return draw(
    {
      ...FRAME,
      height: 44 + 34 * names.length,
      marginLeft: marginFor(names),
      marginBottom: 26,
      x: { label: null, grid: true, ticks: 4, nice: true },
      y: { type: "band", label: null, domain: names },
      color: { type: "identity" },
      marks: [
        plot.ruleY(spots, {
          x1: "low",
          x2: "high",
          y: "x",
          stroke: (s: Spot) => lineColor(s.variant),
          strokeWidth: 1.8,
        }),
        plot.dot(spots, { x: "mean", y: "x", r: 4, fill: (s: Spot) => lineColor(s.variant) }),
      ],
    },
    `${measure}: mean and 95 % interval by scenario`,
  );
}
