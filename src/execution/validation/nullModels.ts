/** Part: the two neighborhoods with one structure taken out at a time. */
import { newEstate, oldDistrict } from "../../../scenarios/index.ts";
import { type Effect, NULL_MODELS, nullEffects, nullModelTrials, OUTCOMES } from "../../experiments/nullModels.ts";
import type { Text } from "../../model/vocabulary.ts";
import { measureText } from "../report/names.ts";
import { type Column, table } from "../report/tables.ts";
import { escaped, type Words } from "../report/words.ts";
import { runTrials } from "../trials.ts";
import { finished, inFolder, type Part, type PartOptions } from "./part.ts";
import { heading, note, paragraph, withInterval } from "./shown.ts";

export interface NullModelsResult {
  readonly seed: string;
  readonly replicates: number;
  readonly failed: number;
  readonly scenarios: readonly { readonly name: string; readonly title: Text }[];
  readonly effects: readonly Effect[];
}

const REPLICATES = { full: 50, quick: 2 };

export const nullModels: Part<NullModelsResult> = {
  name: "nullModels",
  title: { en: "Null models of the neighborhoods", zh: "社区模拟的零模型" },
  asks: {
    en: "Which outcomes need that trust, leaders and acquaintances are where they are, and not just how many?",
    zh: "哪些结果取决于信任、负责人与相识关系“在谁身上”，而不只是“有多少”？",
  },
  element: "modelAnalysis",
  run,
  section: nullModelsSection,
};

async function run(options: PartOptions): Promise<NullModelsResult> {
  const replicates = options.quick ? REPLICATES.quick : REPLICATES.full;
  const scenarios = [newEstate, oldDistrict].map((scenario) => ({ ref: { shipped: scenario.name }, scenario }));
  const trials = nullModelTrials(scenarios, { replicates, seed: options.seed });
  const results = finished(await runTrials(trials, inFolder(options, "nullModels")));
  return {
    ...{ seed: String(options.seed), replicates, failed: results.failed },
    scenarios: scenarios.map(({ scenario: { name, title } }) => ({ name, title })),
    effects: nullEffects(scenarios, replicates, (arm, r, measure) => results.value(arm, 0, r, "final", measure)),
  };
}

export function nullModelsSection(result: NullModelsResult, words: Words): string {
  const { say } = words;
  const { replicates, seed, failed, scenarios, effects } = result;
  const told = say(
    `Each null model takes one structure out and leaves its amounts: trust is dealt out anew over ties every week (the rule of trust would undo it otherwise); every new leader is drawn by lot among members, and the team discovers as many people as ever, but by lot; acquaintances are rewired with the degrees kept (Maslov & Sneppen 2002), in the first week alone or every quarter. ${replicates} runs of each, of root seed ${seed}, with the same random numbers as the standard model's. What changes is needed by the outcome; what does not is not.`,
    `每个零模型抽去一种结构而保留其总量：信任值每周在各条关系间重新洗牌（否则信任规则一周后即复原）；每位新负责人由成员抽签产生，团队发掘的人数不变但对象随机；相识关系在保持各人度数的前提下重连（Maslov 与 Sneppen 2002），仅首周一次或每季度一次。各运行${replicates}次，根种子${seed}，与标准模型使用相同的随机数。随之改变的结果依赖该结构，不变的则不依赖。`,
  );
  const lost =
    failed === 0 ? "" : note(say(`${failed} runs failed and are left out.`, `${failed}次运行失败，未计入。`));
  const tables = scenarios.map(({ name, title }) => {
    const own = effects.filter((effect) => effect.scenario === name);
    return heading(words.of(title)) + paragraph(summary(own, words)) + effectsTable(own, words);
  });
  const read = say(
    "Means at the end of the run; change with its paired 95 % interval. Bold: an interval that allows for all comparisons on this page (Bonferroni) leaves no change out.",
    "运行结束时的均值；变化量附配对 95% 区间。粗体：按本节全部比较作 Bonferroni 校正后，区间仍不含零。",
  );
  return paragraph(told) + lost + tables.join("") + note(read);
}

/** Of each null model, which outcomes change for sure. */
function summary(effects: readonly Effect[], words: Words): string {
  const { say } = words;
  const each = NULL_MODELS.map(({ name, label }) => {
    const sure = effects.filter((effect) => effect.model === name && effect.sure);
    const names = sure.map(({ measure }) => words.of(measureText(measure).label));
    const listed = names.length === 0 ? say("nothing beyond doubt", "均无确定变化") : names.join(say(", ", "、"));
    return say(`Taken out: ${label.en}; changed by it: ${listed}.`, `抽去“${label.zh}”后改变的有：${listed}。`);
  });
  return each.join(say(" ", ""));
}

function effectsTable(effects: readonly Effect[], words: Words): string {
  const { say } = words;
  const columns: Column[] = [
    { title: say("outcome", "结果"), kind: "text" },
    { title: say("standard", "标准模型"), kind: "n" },
    ...NULL_MODELS.map(
      ({ label }): Column => ({
        title: escaped(say(`without ${label.en}`, `抽去：${label.zh}`)),
        kind: "n",
      }),
    ),
  ];
  const rows = OUTCOMES.map((measure) => {
    const own = effects.filter((effect) => effect.measure === measure);
    return [
      escaped(words.of(measureText(measure).label)),
      withInterval(own[0]?.standard ?? null, null, null),
      ...own.map(({ change, low, high, sure }) => {
        const cell = withInterval(change, low, high);
        return sure ? `<strong>${cell}</strong>` : cell;
      }),
    ];
  });
  return table(columns, rows);
}
