/** The section of a calibration: how the prior narrowed, the posterior of each value, and what it predicts. */

import type { PredictedPattern } from "../../experiments/calibration/posterior.ts";
import { shown, spread } from "../../observe/numbers.ts";
import type { CalibrationResult, LearntDimension } from "../calibration/result.ts";
import { note, panel, panels } from "../report/figures/panel.ts";
import { axisText } from "../report/names.ts";
import { type Drawing, lineColor } from "../report/plot.ts";
import { type Column, table } from "../report/tables.ts";
import { escaped, type Words } from "../report/words.ts";
import { SHIPPED } from "../scenarios.ts";

const BINS = 12;

export function calibrationSection(result: CalibrationResult, words: Words, drawing: Drawing): string {
  const { say } = words;
  const { dimensions } = result;
  const known = dimensions.filter(({ learnt }) => learnt.identified).sort(byContraction);
  const unknown = dimensions.filter(({ learnt }) => !learnt.identified);
  const until = result.plan.until ?? null;
  const worth = dimensions.filter(({ integer }) => !integer).map(({ learnt }) => Math.round(learnt.effective));
  const effective = [Math.min(...worth), Math.max(...worth)];
  const histograms = (list: readonly LearntDimension[]) =>
    panels(list.map((dimension) => histogram(dimension, result, words, drawing)));
  return [
    `<p>${escaped(lead(result, words))}</p>`,
    generationsTable(result, words),
    note(
      say(
        "ε: largest distance of a particle from the patterns, in widths of their intervals. Share of the prior: estimated part of the prior whose runs come so near.",
        "ε：各粒子与模式的最大距离，以模式区间宽度为单位。占先验比例：运行结果能达到该接近程度的先验部分（估计值）。",
      ),
    ),
    `<h3>${say("What the two cases tell of", "两个案例能够识别的量")}</h3>`,
    histograms(known),
    note(
      say(
        "Posterior (bars) against the uniform prior (line, over the whole axis); the dot is the point taken for the default. c: share of the prior's variance that is gone.",
        "柱：后验分布；横线：均匀先验（横轴全程）；圆点：取作默认值的点。c：先验方差的缩减比例。",
      ),
    ),
    `<h3>${say("What they cannot tell", "两个案例无法识别的量")}</h3>`,
    `<p>${escaped(
      say(
        `${unknown.length} of ${dimensions.length} values are not told from their prior at 1 % (Kolmogorov-Smirnov). Draws descend from one another: of a value they are worth ${effective[0]} to ${effective[1]} independent ones, so that a weak trace in the data would not show. Two cases cannot identify these values; results are to be read over draws of the posterior, not at one point.`,
        `${dimensions.length}个量中有${unknown.length}个在1%水平上与先验无法区分（Kolmogorov-Smirnov检验）。抽样之间有承袭关系，就单个量而言仅相当于${effective[0]}至${effective[1]}个独立抽样，故微弱的信息无从显现。仅凭两个案例无法识别这些量，因此结论应就整个后验分布来看，而不能只看某一点。`,
      ),
    )}</p>`,
    histograms(unknown),
    pairsTable(result, words),
    `<h3>${say("What the posterior predicts", "后验预测检验")}</h3>`,
    ...result.check.map((patterns, s) => checkTable(result.plan.scenarios[s]!, patterns, words)),
    note(
      say(
        `One run with each draw of the posterior. Patterns held out were named before the first run and play no part in the distance. What is read at the end is read at the end of each scenario here${until === null ? "" : `, in the distance at ${until}`}.`,
        `每个后验抽样各运行一次。留出的模式在首次运行前即已指定，不参与距离计算。凡在结束时读取者，此处均读至各情景结束之日${until === null ? "" : `，计算距离时则读至 ${until}`}。`,
      ),
    ),
  ].join("\n");
}

const byContraction = (a: LearntDimension, b: LearntDimension) => b.learnt.contraction - a.learnt.contraction;

function lead({ plan, generations, draws, dimensions }: CalibrationResult, { say }: Words): string {
  const last = generations.at(-1)!;
  const tried = generations.reduce((sum, { tried }) => sum + tried, 0);
  const share = last.priorShare.toPrecision(2);
  return say(
    `${dimensions.length} values have a prior, ${plan.scenarios.join(" and ")} together. ${plan.draws} draws from it and ${tried - plan.draws} steps of sequential Monte Carlo leave ${draws.length} draws of the posterior, of which the farthest lies ${last.epsilon.toFixed(3)} from the patterns in use; about ${share} of the prior comes so near.`,
    `共${dimensions.length}个量设有先验，${plan.scenarios.join("与")}合并校准。先从先验抽取${plan.draws}次，再经${tried - plan.draws}步序贯蒙特卡罗，得到${draws.length}个后验抽样；其中与所用模式相距最远者为${last.epsilon.toFixed(3)}，先验中约有${share}能达到这一接近程度。`,
  );
}

function generationsTable({ generations }: CalibrationResult, { say }: Words): string {
  const head = [
    say("generation", "代"),
    "ε",
    say("share of the prior", "占先验比例"),
    say("tried", "尝试"),
    say("taken", "接受"),
    say("distinct particles", "不同粒子数"),
  ];
  const rows = generations.map(({ index, epsilon, priorShare, tried, taken, distinct }) => [
    index === 0 ? say("rejection", "拒绝法") : String(index),
    epsilon.toFixed(3),
    priorShare.toPrecision(2),
    ...[tried, taken, distinct].map(String),
  ]);
  return numbersTable(head, rows);
}

/** A value in three digits, however small it is. */
const short = (value: number) => String(Number(value.toPrecision(3)));

/** A table whose first column is text and whose others are numbers. */
function numbersTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = head.map((title, k): Column => ({ title: escaped(title), ...(k === 0 ? {} : { kind: "n" }) }));
  return table(
    columns,
    rows.map((row) => row.map(escaped)),
  );
}

/** Label of a dimension, with the scenario whose context it belongs to. */
function nameOf({ name, scenario }: LearntDimension, { of, say }: Words): string {
  const label = of(axisText(name).label);
  if (scenario === undefined) return label;
  const title = SHIPPED.find((known) => known.name === scenario)?.title;
  const short =
    title === undefined
      ? scenario
      : of(title)
          .replace(/[（(].*/, "")
          .trim();
  return say(`${label} (${short})`, `${label}（${short}）`);
}

function histogram(
  dimension: LearntDimension,
  { chosen }: CalibrationResult,
  words: Words,
  { plot, draw }: Drawing,
): string {
  const { name, scenario, prior, coordinates, learnt } = dimension;
  const bins = Array.from({ length: BINS }, (_, k) => ({ from: k / BINS, to: (k + 1) / BINS, share: 0 }));
  for (const u of coordinates) bins[Math.min(BINS - 1, Math.floor(u * BINS))]!.share += BINS / coordinates.length;
  const at = scenario === undefined ? chosen.point.values : chosen.point.arms?.[scenario];
  const value = at?.[name] as number;
  const { from, to, log = false } = prior;
  const unit = log ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
  const svg = draw(
    {
      ...{ width: 250, height: 96, marginLeft: 8, marginRight: 8, marginTop: 6, marginBottom: 20 },
      x: {
        domain: [0, 1],
        ticks: [0, 1],
        tickFormat: (u: number) => short(u === 0 ? from : to),
        label: null,
        tickSize: 3,
      },
      y: { domain: [0, Math.max(2, ...bins.map((bin) => bin.share))], axis: null },
      marks: [
        plot.rectY(bins, { x1: "from", x2: "to", y: "share", fill: lineColor(0), fillOpacity: 0.75, inset: 0.5 }),
        plot.ruleY([1], { stroke: "currentColor", strokeOpacity: 0.5, strokeDasharray: "3 3" }),
        plot.dot([unit], { x: (u: number) => u, y: 0, r: 4, fill: lineColor(1), stroke: "none", clip: false }),
      ],
    },
    `${nameOf(dimension, words)}: ${short(dimension.low)} – ${short(dimension.high)}`,
  );
  return panel(nameOf(dimension, words), `${short(value)} · c ${learnt.contraction.toFixed(2)}`, svg);
}

function pairsTable({ pairs, dimensions }: CalibrationResult, words: Words): string {
  const { say } = words;
  const rows = pairs.map(({ a, b, correlation }) => [
    `${nameOf(dimensions[a]!, words)} × ${nameOf(dimensions[b]!, words)}`,
    correlation.toFixed(2),
  ]);
  const title = say("Values that stand in for one another", "相互替代的量");
  const head = [say("pair", "组合"), say("correlation in the posterior", "后验相关系数")];
  return `<h3>${title}</h3>${numbersTable(head, rows)}`;
}

function checkTable(name: string, patterns: readonly PredictedPattern[], words: Words): string {
  const { say, of } = words;
  const scenario = SHIPPED.find((known) => known.name === name);
  const head = [
    say("pattern", "模式"),
    say("part", "用途"),
    say("interval", "区间"),
    say("median, 90 % band", "中位数与90%区间"),
    say("inside", "落入比例"),
  ];
  const rows = patterns.map(({ name, heldOut, median, q05, q95, insideShare }) => {
    const pattern = scenario?.patterns.find((own) => own.name === name);
    const interval = pattern ? `${shown(pattern.low)} … ${shown(pattern.high)}` : "";
    return [
      pattern ? of(pattern.text) : name,
      heldOut ? say("held out", "留出") : say("in use", "校准"),
      interval,
      spread({ median, q05, q95 }),
      `${Math.round(100 * insideShare)} %`,
    ];
  });
  return `<h4>${escaped(scenario ? of(scenario.title) : name)}</h4>${numbersTable(head, rows)}`;
}
