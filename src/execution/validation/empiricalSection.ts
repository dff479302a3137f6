/** The section on published networks: what was observed, what the model and the null models make, and which is nearer. */
import type { MeanInterval } from "../../analysis/intervals.ts";
import {
  type HelpResult,
  type Nearer,
  SHAPES,
  type ShapeName,
  type Source,
} from "../../experiments/empirical/comparison.ts";
import { FACETS, type Facet, MAKERS, type Maker, type WaveResult } from "../../experiments/empirical/persistence.ts";
import type { Text } from "../../model/vocabulary.ts";
import { shown } from "../../observe/numbers.ts";
import { panel, panels } from "../report/figures/panel.ts";
import { type Drawing, lineColor, marginFor } from "../report/plot.ts";
import { type Column, table } from "../report/tables.ts";
import { escaped, type Words } from "../report/words.ts";
import type { EmpiricalResult } from "./empirical.ts";
import { heading, note, paragraph, withInterval } from "./shown.ts";

const SOURCES: Readonly<Record<Source, Text>> = {
  model: { en: "model", zh: "模型" },
  living: { en: "model, ties come and go", zh: "模型（关系有生有灭）" },
  noLedger: { en: "debts bear on nothing", zh: "人情不起作用" },
  noTrust: { en: "trust bears on nothing", zh: "信任不起作用" },
  random: { en: "null: help at random", zh: "零模型：随机相助" },
  byLot: { en: "null: arcs by lot", zh: "零模型：抽签连边" },
  sameDegrees: { en: "null: same degrees", zh: "零模型：保持度数" },
};
const SHAPE_TEXT: Readonly<Record<ShapeName, Text>> = {
  reciprocity: { en: "reciprocity", zh: "互惠率" },
  transitivity: { en: "transitivity", zh: "传递性" },
};
const MAKER_TEXT: Readonly<Record<Maker, Text>> = {
  model: { en: "model", zh: "模型" },
  decay: { en: "null: decay at the first rate", zh: "零模型：按首期速率独立衰减" },
  sameDegrees: { en: "null: same degrees", zh: "零模型：保持度数" },
};
const FACET_TEXT: Readonly<Record<Facet, Text>> = {
  kept: { en: "ties named again", zh: "再次提名的关系比例" },
  jaccard: { en: "ties of both over ties of either (Jaccard)", zh: "两期共有关系占并集比例（Jaccard）" },
  closed: { en: "with a common friend, less without", zh: "有共同朋友者减无共同朋友者" },
};

export function empiricalSection(result: EmpiricalResult, words: Words, drawing: Drawing): string {
  const { say } = words;
  const told = say(
    "The model's exchange runs for five years on who could help whom, without evidence, debts or repute at the start. The arcs along which help went most often after the first year, as many as were observed, are its help network; this rule was set before the first comparison. Nulls share the acquaintances (help at random; arcs by lot) or the in- and out-degrees of what was observed. These networks check mechanisms, not Chinese estates: the model knows no kinship, no distance and no wealth, all ask equally often, and a report of monthly help is no count of favors.",
    "模型的互助规则在“谁可能帮助谁”的无向网络上运行五年，起始时没有任何往来记录、人情或口碑。取第一年之后帮助最频繁的有向边，数目与观测相同，作为模型产生的互助网络；此规则在首次比较之前定下。零模型或与模型共用相识网络（随机相助、抽签连边），或保持观测网络的出入度。这些网络检验的是机制，而非中国的小区：模型不含亲属、距离与贫富，人人求助频率相同，“每月至少一次”的报告也不等于帮助次数。",
  );
  const waves = say(
    "Encounters and fading run from the first wave of the survey. Of the model's ties at a later wave the strongest are taken, as many as the wave names among those interviewed in both; that waves lie one, one and two years apart is an assumption. Homes are not given: all may meet.",
    "相遇与淡化规则自首期调查的关系网络起运行；后续各期取模型中最强的关系，数目与该期（两期均受访者之间）提名的相同。各期间隔一、一、两年为假设；住处未知，人人皆可相遇。",
  );
  const absent =
    result.missing.length === 0
      ? ""
      : note(
          say(
            `Not at hand, and left out: ${result.missing.join(", ")}.`,
            `未提供数据、从略：${result.missing.join("、")}。`,
          ),
        );
  return (
    paragraph(told) +
    absent +
    result.help.map((one) => helpSection(one, words, drawing)).join("") +
    (result.persistence.length > 0 ? paragraph(waves) : "") +
    result.persistence
      .map((one) => heading(words.of(one.title)) + wavesTable(one.waves, words) + note(one.source))
      .join("")
  );
}

function helpSection(one: EmpiricalResult["help"][number], words: Words, drawing: Drawing): string {
  const figures = SHAPES.map((shape) => panel(words.of(SHAPE_TEXT[shape]), null, picture(one, shape, words, drawing)));
  return (
    heading(words.of(one.title)) +
    paragraph(SHAPES.map((shape) => verdict(one, shape, words)).join(" ")) +
    panels(figures, "wide") +
    helpTable(one, words) +
    note(one.source)
  );
}

/** Which nulls the model is nearer to the data than, farther than, and not told apart from. */
function verdict({ observed, made, nearer }: HelpResult, shape: ShapeName, words: Words): string {
  const { say } = words;
  const own = nearer.filter((one) => one.shape === shape);
  const names = (of: (by: Nearer["by"]) => boolean) =>
    own.filter(({ by }) => by.low !== null && of(by)).map(({ than }) => words.of(SOURCES[than]));
  const parts = [
    [say("nearer than", "较近于"), names(({ low }) => low! > 0)],
    [say("farther than", "较远于"), names(({ high }) => high! < 0)],
    [say("not told apart from", "无法区分于"), names(({ low, high }) => low! <= 0 && high! >= 0)],
  ] as const;
  const told = parts.filter(([, list]) => list.length > 0).map(([how, list]) => `${how} ${list.join(say(", ", "、"))}`);
  const model = made.find(({ source }) => source === "model")!.mean[shape];
  const name = words.of(SHAPE_TEXT[shape]);
  return say(
    `Observed ${name} ${shown(observed[shape])}, model ${shown(model.mean)} [${shown(model.low)}, ${shown(model.high)}]: ${told.join("; ")}.`,
    `观测${name} ${shown(observed[shape])}，模型 ${shown(model.mean)} [${shown(model.low)}, ${shown(model.high)}]：与观测值的距离${told.join("；")}。`,
  );
}

function picture({ observed, made }: HelpResult, shape: ShapeName, words: Words, { plot, draw }: Drawing): string {
  const rows = made.map(({ source, mean, spread }, k) => ({
    ...{ name: words.of(SOURCES[source]), mean: mean[shape].mean!, low: spread[shape][0], high: spread[shape][1], k },
  }));
  const names = rows.map(({ name }) => name);
  const marks = [
    plot.ruleX([observed[shape]], { stroke: "var(--warn)", strokeWidth: 2 }),
    plot.ruleY(rows, { x1: "low", x2: "high", y: "name", stroke: lineColor(0), strokeWidth: 2 }),
    plot.dot(rows, { x: "mean", y: "name", fill: lineColor(0), r: 4 }),
  ];
  const scales = { x: { domain: [0, 1], label: null }, y: { domain: names, label: null } };
  const size = { width: 480, height: 40 + 24 * rows.length, marginLeft: marginFor(names) };
  const said = `${words.of(SHAPE_TEXT[shape])}: ${words.say("observed", "观测")} ${shown(observed[shape])}`;
  return draw({ ...size, ...scales, marks }, said);
}

function helpTable({ observed, made, people, pairs, years, replicates }: HelpResult, words: Words): string {
  const { say } = words;
  const columns: Column[] = [
    { title: "", kind: "text" },
    { title: say("arcs", "有向边"), kind: "n" },
    ...SHAPES.map((shape): Column => ({ title: words.of(SHAPE_TEXT[shape]), kind: "n" })),
  ];
  const rows = made.map(({ source, arcs, mean }) => [
    words.of(SOURCES[source]),
    String(arcs),
    ...SHAPES.map((shape) => cell(mean[shape])),
  ]);
  const first = [say("observed", "观测"), String(observed.arcs), ...SHAPES.map((shape) => shown(observed[shape]))];
  const told = say(
    `${people} persons or households, ${pairs} pairs acquainted, ${years} years, ${replicates} replicates. Means with 95 % intervals; in the figures dots are means, lines hold the middle 95 % of replicates, and the upright line is what was observed.`,
    `${people}人（户），${pairs}对相识，运行${years}年，重复${replicates}次。表中为均值及其95%区间；图中圆点为均值，横线为各次重复的中间95%，竖线为观测值。`,
  );
  return table(columns, [first, ...rows]) + note(told);
}

function wavesTable(waves: readonly WaveResult[], words: Words): string {
  const { say } = words;
  const columns: Column[] = [
    { title: say("years", "年"), kind: "n" },
    { title: "", kind: "text" },
    { title: say("observed", "观测"), kind: "n" },
    ...MAKERS.map((maker): Column => ({ title: escaped(words.of(MAKER_TEXT[maker])), kind: "n" })),
  ];
  const rows = waves.flatMap(({ year, observed, made, alive, people }) => [
    ...FACETS.map((facet, k) => [
      k === 0 ? String(year) : "",
      escaped(words.of(FACET_TEXT[facet])),
      shown(observed[facet]),
      ...MAKERS.map((maker) => cell(made[maker][facet])),
    ]),
    [
      "",
      escaped(say(`not ended, however weak (${people} people)`, `未中断（无论强弱；${people}人）`)),
      "",
      cell(alive),
      "",
      "",
    ],
  ]);
  return table(columns, rows);
}

const cell = ({ mean, low, high }: MeanInterval): string => withInterval(mean, low, high);
