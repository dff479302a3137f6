/** The section on sensitivity: what matters most in words, bars of the screening, a table of Sobol indices. */
import { standardModel } from "../../model/community.ts";
import { capitalized } from "../../observe/naming.ts";
import { NOTHING, shown } from "../../observe/numbers.ts";
import { panel, panels } from "../report/figures/panel.ts";
import { axisName, axisText, measureText } from "../report/names.ts";
import { type Drawing, lineColor, marginFor } from "../report/plot.ts";
import { type Column, minus, table } from "../report/tables.ts";
import { escaped, type Words } from "../report/words.ts";
import type { OutcomeSensitivity, ScenarioSensitivity, SensitivityResult } from "./sensitivityResult.ts";
import { heading, note, paragraph } from "./shown.ts";

/** Bars of a figure. */
const MOST_BARS = 12;
/** Base points from which on shares of variance are put into words. */
const LEAST_BASE = 32;

export function sensitivitySection(result: SensitivityResult, words: Words, drawing: Drawing): string {
  const { say } = words;
  const { parameters, trajectories, survivors, base, replicates, runs } = result;
  const all = Object.keys(standardModel.parameters).length;
  const [which, whichZh] =
    parameters.length === all
      ? [`All ${all} behavioral parameters`, `全部${all}个行为参数`]
      : [`${parameters.length} of the ${all} behavioral parameters`, `${all}个行为参数中的${parameters.length}个`];
  const box = say(
    `${which} are moved within a box around their defaults: half to double, one down and one up in log-odds, half to double of the loss where a parameter is what is left after a time and of the excess over 1 where it multiplies odds; cut at the declared range. The widths are assumptions, and a wider box gives a parameter more weight.`,
    `${whichZh}在其默认值附近的范围内变动：一般为默认值的一半至两倍；对数优势上下各1；表示“一段时间后剩余比例”的，取其损失的一半至两倍；表示优势倍数的，取其超过1部分的一半至两倍；均以声明的取值范围为限。范围宽度是假设，范围越宽，参数显得越重要。`,
  );
  const how = say(
    `Screening by Morris trajectories (${trajectories} of ${parameters.length + 1} points in each neighborhood), then Sobol indices (Saltelli's design of ${base} base points) of the ${survivors.length} parameters with the largest μ* relative to the outcome's spread over the box, whichever the outcome; ${runs} runs in all, one a point, all of one seed, so that an effect is that in one course of chance. An outcome without a value counts as 0: nothing brought is nothing resolved. With few trajectories the ranks behind the first are unsure; the whiskers say how unsure.`,
    `先以 Morris 轨迹筛选（每个社区${trajectories}条，每条${parameters.length + 1}点），再对${survivors.length}个参数计算 Sobol 指数（Saltelli 抽样，${base}个基点）；入选者为就任一结果而言 μ* 与该结果离散程度之比最大的参数。共${runs}次运行，每点一次且种子相同，故效应取自同一随机过程。没有取值的结果计为0：无人提交即无所解决。轨迹较少时，靠后的名次并不确定，须线表示其不确定程度。`,
  );
  const scenarios = result.scenarios.map((one) => scenarioSection(one, result, words, drawing));
  const chance = say(
    `Bars: μ*, the mean size of the change of the outcome over the whole width of the box, with its 95 % bootstrap interval; the ${MOST_BARS} largest. Dashed: the μ* that chance alone would give, from ${replicates} runs of different seeds at the defaults. Shared seeds often leave less than that, so that a bar below the line may be real, one well above it is.`,
    `条形：μ*，即参数走完全部范围时结果变化幅度的均值，附95%自助法区间，列最大的${MOST_BARS}个。虚线：仅由随机性造成的 μ*，据默认值下${replicates}次不同种子的运行估算。共用种子通常使随机影响小于此值，故虚线以下的效应未必不存在，远高于虚线的则确实存在。`,
  );
  return paragraph(box) + scenarios.join("") + note(chance) + sobolTable(result, words) + note(how);
}

const titleOf = (measure: string, words: Words) => capitalized(words.of(measureText(measure).label));

function scenarioSection(one: ScenarioSensitivity, result: SensitivityResult, words: Words, drawing: Drawing): string {
  const lines = one.outcomes.map((outcome) => `<li>${escaped(outcomeText(outcome, result, words))}</li>`);
  const figures = one.outcomes
    .filter(({ effects }) => !effects.constant)
    .map((outcome) => panel(titleOf(outcome.measure, words), null, bars(outcome, result.parameters, words, drawing)));
  const title = `${words.of(one.title)}${words.say(`, read at ${one.until}`, `，取${one.until}的值`)}`;
  return `${heading(title)}<ul class="checks">${lines.join("")}</ul>${panels(figures, "wide")}`;
}

/** Names of parameters by falling mu*. */
function ranked({ effects }: OutcomeSensitivity, parameters: readonly string[]) {
  return parameters.map((name, j) => ({ name, ...effects.axes[j]!.muStar })).toSorted((a, b) => b.value - a.value);
}

function outcomeText(outcome: OutcomeSensitivity, { parameters, survivors }: SensitivityResult, words: Words): string {
  const { say } = words;
  const { measure, floor, lacking, points, indices } = outcome;
  const order = ranked(outcome, parameters);
  const above = order.filter(({ low }) => low > floor).length;
  const foremost = order.slice(0, 3).map(({ name }) => named(name, words));
  const without =
    lacking === 0
      ? ""
      : say(` ${lacking} of ${points} runs had no value.`, `${points}次运行中有${lacking}次没有取值。`);
  if (outcome.effects.constant)
    return (
      say(`${titleOf(measure, words)}: the same at every point.`, `${titleOf(measure, words)}：各点取值相同。`) +
      without
    );
  const moved = say(
    `${titleOf(measure, words)}: moved most by ${foremost.join(", ")}; ${above} of ${parameters.length} parameters surely more than chance.`,
    `${titleOf(measure, words)}：影响最大的是${foremost.join("、")}；${parameters.length}个参数中有${above}个的影响明确大于随机性。`,
  );
  if (indices === null) return moved + say(" Constant over the survivors.", "在入选参数的范围内不变。") + without;
  const sure = indices.base >= LEAST_BASE && indices.first.every(({ value }) => value > -0.1);
  const alone = indices.first.reduce((sum, { value }) => sum + value, 0);
  const largest = indices.total.map(({ value }, j) => ({ value, j })).toSorted((a, b) => b.value - a.value)[0]!;
  const few = say(" Base points are too few to share out the variance.", "基点过少，无法分解方差。");
  const shares = say(
    ` Alone the ${survivors.length} survivors account for ${percent(alone)} of the variance among them; the largest total index is that of ${named(survivors[largest.j]!, words)}.`,
    `${survivors.length}个入选参数单独作用合计占其间方差的${percent(alone)}；总效应指数最大的是${named(survivors[largest.j]!, words)}。`,
  );
  return moved + (sure && alone <= 1.1 ? shares : few) + without;
}

/** A parameter by its label, and by its name, for labels such as "sharpness" belong to several. */
const named = (name: string, words: Words) =>
  words.say(`${words.of(axisText(name).label)} (${name})`, `${words.of(axisText(name).label)}（${name}）`);

const percent = (x: number) => `${Math.round(100 * x)} %`;

function bars(outcome: OutcomeSensitivity, parameters: readonly string[], words: Words, { plot, draw }: Drawing) {
  const rows = ranked(outcome, parameters)
    .filter(({ value }) => value > 0)
    .slice(0, MOST_BARS);
  const label = (name: string) => words.say(name, axisName(name, words));
  return draw(
    {
      width: 520,
      height: 34 + 20 * rows.length,
      marginLeft: marginFor(rows.map(({ name }) => label(name))),
      marginRight: 16,
      marginTop: 6,
      marginBottom: 26,
      x: { label: null, grid: true, ticks: 5, nice: true },
      y: {
        type: "band",
        label: null,
        domain: rows.map(({ name }) => name),
        tickFormat: label,
        tickSize: 0,
        padding: 0.3,
      },
      marks: [
        plot.barX(rows, { x: "value", y: "name", fill: lineColor(0), fillOpacity: 0.85 }),
        plot.ruleY(rows, { x1: "low", x2: "high", y: "name", stroke: "currentColor", strokeWidth: 1.3 }),
        plot.ruleX([outcome.floor], { stroke: lineColor(1), strokeDasharray: "4 3", strokeWidth: 1.5 }),
        plot.ruleX([0], { stroke: "currentColor", strokeOpacity: 0.6 }),
      ],
    },
    `${titleOf(outcome.measure, words)}: ${rows.map(({ name, value }) => `${name} ${shown(value)}`).join(", ")}`,
  );
}

/** Total and first-order indices of the survivors in all outcomes. */
function sobolTable({ survivors, scenarios }: SensitivityResult, words: Words): string {
  const { say } = words;
  const all = scenarios.flatMap(({ title, outcomes }) => outcomes.map((outcome) => ({ title, outcome })));
  const columns: Column[] = [
    { title: say("parameter", "参数"), kind: "text" },
    ...all.map(
      ({ title, outcome }): Column => ({
        title: `${escaped(words.of(measureText(outcome.measure).label))}<br><small>${words.of(title).replace(/\s*[（(].*/, "")}</small>`,
        kind: "n",
      }),
    ),
  ];
  const body = survivors.map((name, j) => [
    `${escaped(words.of(axisText(name).label))}<br><code>${name}</code>`,
    ...all.map(({ outcome: { indices } }) => {
      if (indices === null) return NOTHING;
      const [first, total] = [indices.first[j]!, indices.total[j]!];
      const number = (x: number) => minus(x.toFixed(2));
      return `${number(total.value)}<br><small>${number(total.low)} … ${number(total.high)}<br>S1 ${number(first.value)}</small>`;
    }),
  ]);
  const told = say(
    "Total index ST with its 95 % bootstrap interval over base points, and S1 below: shares of the variance over the survivors' boxes, the other parameters at their defaults. What chance does counts as if the parameters acted together, and raises ST. With few base points estimates leave [0, 1].",
    "总效应指数 ST 及其对基点的95%自助法区间，其下为 S1：入选参数在其范围内变动时所占方差的比例，其余参数取默认值。随机性会被计作参数之间的交互，使 ST 偏大。基点较少时估计值可能超出 [0, 1]。",
  );
  return heading(say("Sobol indices of the survivors", "入选参数的 Sobol 指数")) + table(columns, body) + note(told);
}
