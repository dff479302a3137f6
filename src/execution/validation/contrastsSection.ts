/** The section on the contrast: what holds and where it breaks, in words made of the numbers; intervals; the table. */
import {
  CONTRASTS,
  type Contrast,
  type Difference,
  SETTINGS,
  type SettingKind,
} from "../../experiments/robustness/contrasts.ts";
import type { Text } from "../../model/vocabulary.ts";
import { capitalized } from "../../observe/naming.ts";
import { NOTHING, shown } from "../../observe/numbers.ts";
import { panel, panels } from "../report/figures/panel.ts";
import { type Drawing, lineColor, marginFor } from "../report/plot.ts";
import { type Column, minus, table } from "../report/tables.ts";
import { escaped, type Words } from "../report/words.ts";
import type { ContrastsResult } from "./contrastsResult.ts";
import { heading, note, paragraph, withInterval } from "./shown.ts";

export function contrastsSection(result: ContrastsResult, words: Words, drawing: Drawing): string {
  const { say } = words;
  const { replicates, runs, failed, until } = result;
  const told = say(
    `Old district less new estate at ${until}, over ${replicates} pairs of runs of equal seed in each of ${SETTINGS.length} settings (${runs} runs${failed > 0 ? `, ${failed} failed` : ""}). A difference holds where its 95 % interval (paired t) excludes 0 on the side that the study gives. Each interval stands by itself: of ${CONTRASTS.length * SETTINGS.length} some would miss by chance. Pairs in which a run has no value are left out: one without a decision has none to execute, one without a platform none to suspend. An outcome of 0 or 1 that never varies has an interval of no width, which says no more than that all runs agree.`,
    `老城区减新建小区，取${until}的值；${SETTINGS.length}种设定各有${replicates}对同种子运行（共${runs}次${failed > 0 ? `，其中${failed}次失败` : ""}）。若95%区间（配对 t）不含0且方向与该研究一致，则差别成立。各区间单独成立：${CONTRASTS.length * SETTINGS.length}个区间中难免有少数因偶然而失准。若一方没有取值，该对不计入：没有决定便谈不上执行，没有平台便谈不上停摆。取值只有0与1且始终不变时，区间宽度为零，只表示各次运行一致。`,
  );
  const verdicts = CONTRASTS.map((contrast) => `<li>${escaped(verdictOf(contrast, result, words))}</li>`);
  const figures = CONTRASTS.map((contrast) => {
    const svg = intervals(contrast, result, words, drawing);
    return panel(capitalized(words.of(contrast.label)), signText(contrast, words), svg);
  });
  const legend = say(
    "Mean difference with its 95 % interval: blue where it holds, grey where 0 is not excluded, orange where it is reversed.",
    "平均差及其95%区间：蓝色为成立，灰色为不排除0，橙色为方向相反。",
  );
  const orders = say(
    "An order of the week moves whole phases, or reverses the rules within one. A rule that looks for what another has done in the same week stays behind it in every order, for otherwise it would find nothing; appraisal therefore stays behind execution, and activities before the skills they build.",
    "次序设定移动整个环节，或把某一环节内部的规则倒序。凡规则需查看另一规则本周所为，无论何种次序都排在其后，否则将一无所获；因此评价始终在执行之后，组织活动始终在由其形成的能力之前。",
  );
  const sizes = say(
    "Sizes are of all residents together. The new estate stays one community and the old district nine, so that at equal size a community of the district is a ninth of the estate; at the smallest it has 17 residents.",
    "规模指居民总数。新建小区始终为一个社区，老城区始终为九个社区，故在相同规模下，老城区每个社区的人数约为新建小区的九分之一，最小时每社区仅17人。",
  );
  return `${paragraph(overall(result, words))}<ul class="checks">${verdicts.join("")}</ul>${panels(figures, "wide")}${note(legend)}${numbers(result, words)}${note(told)}${note(orders)}${note(sizes)}`;
}

const differencesOf = ({ measure }: Contrast, { differences }: ContrastsResult) =>
  differences.filter((d) => d.measure === measure);

/** How many of all differences hold, and under which kinds of settings all do. */
function overall({ differences }: ContrastsResult, { say }: Words): string {
  const holding = differences.filter((d) => d.verdict === "holds").length;
  const reversed = differences.filter((d) => d.verdict === "reversed").length;
  return say(
    `${holding} of ${differences.length} differences hold; ${reversed} ${reversed === 1 ? "is" : "are"} reversed; the others cannot be told apart from 0, or have too few pairs.`,
    `${differences.length}项差别中，${holding}项成立，${reversed}项方向相反，其余不能与零区分或配对不足。`,
  );
}

const KINDS: Readonly<Record<SettingKind, Text>> = {
  standard: { en: "standard model", zh: "标准模型" },
  rule: { en: "other rule of trust", zh: "另一种信任规则" },
  size: { en: "other sizes", zh: "其他人口规模" },
  order: { en: "other orders of the week", zh: "其他流程次序" },
};
const KIND_NAMES = Object.keys(KINDS) as SettingKind[];
const ofKind = (kind: SettingKind) => SETTINGS.filter((setting) => setting.kind === kind);

/** Where a contrast holds and where it breaks. */
export function verdictOf(contrast: Contrast, result: ContrastsResult, words: Words): string {
  const { say } = words;
  const found = new Map(differencesOf(contrast, result).map((d) => [d.setting, d.verdict]));
  const counts = KIND_NAMES.map((kind) => {
    const of = ofKind(kind);
    const holding = of.filter(({ name }) => found.get(name) === "holds").length;
    const one = holding === 1 ? say("holds", "成立") : say("does not hold", "不成立");
    return `${words.of(KINDS[kind])}${say(": ", "")}${of.length === 1 ? one : say(`holds in ${holding} of ${of.length}`, `${of.length}种中${holding}种成立`)}`;
  });
  const name = capitalized(words.of(contrast.label));
  const sign = signText(contrast, words);
  const breaks = breaksOf(found, words);
  return say(
    `${name} (${sign}). ${capitalized(counts.join("; "))}. ${breaks === "" ? "It breaks nowhere." : `${capitalized(breaks)}.`}`,
    `${name}（${sign}）：${counts.join("，")}。${breaks === "" ? "在所有设定下均成立。" : `${breaks}。`}`,
  );
}

function breaksOf(found: ReadonlyMap<string, Difference["verdict"]>, words: Words): string {
  const { say } = words;
  const told = (verdict: Difference["verdict"], en: string, zh: string) => {
    const names = KIND_NAMES.flatMap((kind) => {
      const of = ofKind(kind);
      const those = of.filter(({ name }) => found.get(name) === verdict);
      if (those.length < of.length || of.length === 1) return those.map((setting) => words.of(setting.label));
      return [say(`all ${KINDS[kind].en}`, `全部${KINDS[kind].zh}`)];
    });
    return names.length === 0 ? [] : [say(`${en}: ${names.join(", ")}`, `${zh}：${names.join("、")}`)];
  };
  return [
    ...told("reversed", "reversed", "方向相反"),
    ...told("open", "not told apart from 0", "不能与零区分"),
    ...told("unseen", "too few pairs with a value", "有取值的配对不足"),
  ].join(say("; ", "；"));
}

function signText({ sign }: Contrast, { say }: Words): string {
  return sign > 0 ? say("more in the old district", "老城区应更高") : say("less in the old district", "老城区应更低");
}

const COLORS: Readonly<Record<Difference["verdict"], string>> = {
  holds: lineColor(0),
  reversed: lineColor(1),
  open: "var(--soft)",
  unseen: "var(--soft)",
};

function intervals(contrast: Contrast, result: ContrastsResult, words: Words, { plot, draw }: Drawing): string {
  const label = new Map(SETTINGS.map((s): [string, string] => [s.name, words.of(s.label)]));
  const rows = differencesOf(contrast, result).map((d) => ({ ...d, row: label.get(d.setting)! }));
  const seen = rows.filter((d) => d.mean !== null);
  const domain = SETTINGS.map((s) => label.get(s.name)!);
  return draw(
    {
      width: 520,
      height: 40 + 19 * domain.length,
      marginLeft: marginFor(domain),
      marginRight: 16,
      marginTop: 6,
      marginBottom: 26,
      x: { label: null, ticks: 5, grid: true, nice: true },
      y: { type: "band", label: null, domain, tickSize: 0, padding: 0.3 },
      marks: [
        plot.ruleX([0], { stroke: "currentColor", strokeOpacity: 0.6 }),
        plot.ruleY(
          seen.filter((d) => d.low !== null),
          { x1: "low", x2: "high", y: "row", stroke: (d: Difference) => COLORS[d.verdict], strokeWidth: 2.4 },
        ),
        plot.dot(seen, { x: "mean", y: "row", r: 4, fill: (d: Difference) => COLORS[d.verdict] }),
      ],
    },
    `${words.of(contrast.label)}: ${rows.map((d) => `${d.row} ${shown(d.mean)}`).join(", ")}`,
  );
}

function numbers(result: ContrastsResult, words: Words): string {
  const { say } = words;
  const columns: Column[] = [
    { title: say("setting", "设定"), kind: "text" },
    ...CONTRASTS.map((contrast): Column => ({ title: escaped(words.of(contrast.label)), kind: "n" })),
  ];
  const body = SETTINGS.map((setting) => [
    escaped(words.of(setting.label)),
    ...CONTRASTS.map((contrast) => {
      const d = differencesOf(contrast, result).find((one) => one.setting === setting.name);
      if (!d || d.mean === null) return NOTHING;
      const both = `${minus(shown(d.first))} → ${minus(shown(d.second))}`;
      return `${withInterval(d.mean, d.low, d.high)}<br><small>${both}, n ${d.n}</small>`;
    }),
  ]);
  const told = say(
    "Mean difference, its 95 % interval, and the means of new estate → old district over the runs that have a value; n pairs.",
    "平均差、95%区间，以及有取值的运行中新建小区→老城区的均值；n 为配对数。",
  );
  return heading(say("Numbers", "数值")) + table(columns, body) + note(told);
}
