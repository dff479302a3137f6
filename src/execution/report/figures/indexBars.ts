/** Bars of sensitivity indices: Morris' mu* and sigma, or Sobol's first-order and total indices, with intervals. */
import { isConstant } from "../../../analysis/sensitivity/bootstrap.ts";
import { type SweepIndices, sweepIndices } from "../../../analysis/sensitivity/sweepIndices.ts";
import type { DesignPlan } from "../../../experiments/plan.ts";
import { InputError } from "../../../kernel/check.ts";
import { sweepDesign } from "../design.ts";
import { axisName, measureText } from "../names.ts";
import { type Drawing, lineColor, marginFor } from "../plot.ts";
import type { Results } from "../results.ts";
import { type Variant, variantsOf } from "../variants.ts";
import type { Words } from "../words.ts";
import { AT, type Figure, type FigureSet, measureTitle } from "./panel.ts";

interface Bar {
  readonly axis: string;
  readonly kind: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Section of a report; null for a design that has no indices. */
export function indexBars(
  results: Results,
  measures: readonly string[],
  design: DesignPlan | undefined,
  drawing: Drawing,
  words: Words,
): FigureSet | null {
  const variants = variantsOf(results.points);
  const kind = indicesOf(design);
  if (kind === null) return null;
  const refused: string[] = [];
  const figures = measures.flatMap((measure) =>
    variants.flatMap((variant) => {
      const found = indicesAt(measure, variant, results, design, words);
      const own = variants.length > 1 ? variant.name : undefined;
      if (typeof found !== "string") {
        const svg = bars(found, results, measure, drawing, words);
        const figure: Figure = { name: [measure, own ?? ""].join(" "), ...measureTitle(measure, words, own), svg };
        return [figure];
      }
      const name = words.of(measureText(measure).label) + (own === undefined ? "" : ` (${own})`);
      refused.push(`${name}${words.say(": ", "：")}${found}`);
      return [];
    }),
  );
  const lost = words.say("Without indices: ", "未能计算者：") + refused.join(words.say("; ", "；"));
  const notes = [explained(kind, words), ...(refused.length > 0 ? [lost] : [])];
  return { figures, legend: kinds(kind, words), shape: "wide", notes };
}

/** Indices of a measure in one variant, or why there are none. */
function indicesAt(
  measure: string,
  { points }: Variant,
  results: Results,
  design: DesignPlan | undefined,
  { say }: Words,
): SweepIndices | string {
  const means = points.map((p) => p.summaries.get(`${AT}_${measure}`)?.mean ?? null);
  if (means.includes(null)) return say("some points have no value", "部分参数点没有值");
  if (isConstant(means as number[])) return say("the same at every point", "各参数点取值相同");
  try {
    const shape = sweepDesign(design, results, points);
    return sweepIndices(shape, { points: points.map((p) => p.index), means }, { seed: 1 });
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

/** The indices that a design is made for. */
export function indicesOf(design: DesignPlan | undefined): "morris" | "saltelli" | null {
  if (typeof design !== "object") return null;
  if ("morris" in design) return "morris";
  return "saltelli" in design ? "saltelli" : null;
}

function kinds(kind: "morris" | "saltelli", words: Words): [string, string] {
  return kind === "morris"
    ? [
        words.say("μ*: mean size of the effects", "μ*：效应绝对值的均值"),
        words.say("σ: their spread", "σ：效应的离散程度"),
      ]
    : [words.say("S1: alone", "S1：单独作用"), words.say("ST: with all interactions", "ST：含全部交互作用")];
}

function explained(kind: "morris" | "saltelli", words: Words): string {
  const noise = words.say(
    " Indices are of the means over replicates; what chance leaves in a mean raises σ and ST.",
    "指数按各点重复运行的均值计算；均值中残留的随机波动会使 σ 与 ST 偏大。",
  );
  const told =
    kind === "morris"
      ? words.say(
          "Elementary effects over the whole width of an axis, in the measure's unit (Morris 1991; Campolongo et al. 2007). Whiskers: 95 % bootstrap interval of μ*. A large σ beside μ* tells of an uneven effect, or of one that depends on other axes.",
          "轴全程的基本效应，单位同指标（Morris 1991；Campolongo 等 2007）。须线：μ* 的95%自助法区间。σ 相对 μ* 较大，说明效应非线性或与其他轴有交互。",
        )
      : words.say(
          "Shares of the variance between points (Saltelli et al. 2010). Whiskers: 95 % bootstrap interval over base points. Estimates may leave [0, 1] where base points are few.",
          "占各点间方差的比例（Saltelli 等 2010）。须线：对基点的95%自助法区间。基点较少时估计值可能超出 [0, 1]。",
        );
  return told + noise;
}

function barsOf(found: SweepIndices, names: readonly string[]): Bar[] {
  if (found.kind === "morris")
    return found.effects.axes.flatMap(({ muStar, sigma }, j) => [
      { axis: names[j]!, kind: "μ*", ...muStar },
      { axis: names[j]!, kind: "σ", value: sigma, low: sigma, high: sigma },
    ]);
  const { first, total } = found.indices;
  return names.flatMap((axis, j) => [
    { axis, kind: "S1", ...first[j]! },
    { axis, kind: "ST", ...total[j]! },
  ]);
}

function bars(found: SweepIndices, { axes }: Results, measure: string, { plot, draw }: Drawing, words: Words): string {
  const names = axes.map((axis) => axisName(axis, words));
  const all = barsOf(found, names);
  const size = new Map(all.filter((b) => b.kind === "μ*" || b.kind === "ST").map((b) => [b.axis, b.value]));
  const order = [...names].sort((a, b) => size.get(b)! - size.get(a)!);
  const rows = [...new Set(all.map((b) => b.kind))];
  // two thin bars an axis, one under the other
  const placed = all.map((b) => ({
    ...b,
    row: `${order.indexOf(b.axis)} ${rows.indexOf(b.kind)}`,
    k: rows.indexOf(b.kind),
  }));
  const domain = order.flatMap((_, i) => [`${i} 0`, `${i} 1`, `${i} gap`]).slice(0, -1);
  const left = marginFor(order);
  return draw(
    {
      width: 520,
      height: 36 + 18 * domain.length,
      marginLeft: left,
      marginRight: 16,
      marginTop: 6,
      marginBottom: 26,
      x: { label: null, grid: true, ticks: 5, nice: true },
      y: { type: "band", label: null, axis: null, domain, padding: 0.12 },
      color: { type: "identity" },
      marks: [
        plot.barX(placed, { x: "value", y: "row", fill: (b) => lineColor(b.k), fillOpacity: 0.85 }),
        plot.ruleY(
          placed.filter((b) => b.high > b.low),
          { x1: "low", x2: "high", y: "row", stroke: "currentColor", strokeWidth: 1.3 },
        ),
        plot.ruleX([0], { stroke: "currentColor", strokeOpacity: 0.6 }),
        plot.text(order, {
          frameAnchor: "left",
          dx: -8,
          y: (_, i) => `${i} 0`,
          dy: 8,
          text: (d: string) => d,
          textAnchor: "end",
          fill: "currentColor",
        }),
      ],
    },
    `${measure}: ${rows.join(", ")}`,
  );
}
