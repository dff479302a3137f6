/** The contrast between two neighborhoods, as a few paired differences, under other rules, sizes and orders of the week. */
import { pairedDifference } from "../../analysis/paired.ts";
import { meanOf } from "../../analysis/summary.ts";
import type { Changes } from "../../model/run.ts";
import { VARIANTS } from "../../model/variants.ts";
import type { Text } from "../../model/vocabulary.ts";
import type { MeasureValue } from "../../observe/measure.ts";
import type { MeasureName } from "../../observe/measures.ts";
import type { LoadedScenario } from "../sweep.ts";
import type { Arm } from "../trials.ts";

/** A difference between the neighborhoods, read at the end of the runs, with the sign that the field study gives it. */
export interface Contrast {
  readonly measure: MeasureName;
  readonly sign: 1 | -1;
  readonly label: Text;
  /** What counts of the measure; the measure itself if absent. */
  readonly of?: (value: number) => number;
  /** A count without which a run has no value: where no platform was founded, none can be suspended. */
  readonly given?: MeasureName;
}

export const CONTRASTS: readonly Contrast[] = [
  {
    ...{ measure: "arisenResolvedShare", sign: 1 },
    label: { en: "issues resolved within a year", zh: "议题一年内解决的比例" },
  },
  { measure: "executedShare", sign: 1, label: { en: "decisions executed", zh: "决定的执行比例" } },
  {
    ...{ measure: "suspended", sign: -1, given: "platforms" },
    label: { en: "a platform suspended at the end", zh: "期末有协商平台停摆" },
  },
  { measure: "trustChange", sign: 1, label: { en: "change of trust", zh: "信任的变化" } },
  {
    ...{ measure: "federations", sign: 1, of: (n) => Math.min(1, n) },
    label: { en: "a federation at all", zh: "有联合会成立" },
  },
];

export type SettingKind = "standard" | "rule" | "size" | "order";

/** A state of the model under which both neighborhoods are run. */
export interface Setting {
  readonly name: string;
  readonly kind: SettingKind;
  readonly label: Text;
  /** Name of a shipped variant of the model. */
  readonly variant?: string;
  /** Residents in all communities together, about. */
  readonly residents?: number;
}

const order = (variant: string, en: string, zh: string): Setting => ({
  ...{ name: variant, kind: "order", variant, label: { en, zh } },
});

export const SIZES = [150, 300, 600, 1200, 2700, 5000] as const;

export const SETTINGS: readonly Setting[] = [
  { name: "standard", kind: "standard", label: { en: "standard model", zh: "标准模型" } },
  {
    ...{ name: "stepTrust", kind: "rule", variant: "stepTrust" },
    label: { en: "trust by steps (Jonker & Treur)", zh: "逐步信任规则（Jonker 与 Treur）" },
  },
  ...SIZES.map(
    (residents): Setting => ({
      ...{ name: `size${residents}`, kind: "size", residents },
      label: { en: `${residents} residents`, zh: `${residents}位居民` },
    }),
  ),
  order("cultivationBeforeOrganizations", "cultivation before organizations", "培育先于组织活动"),
  order("deliberationBeforeExchange", "deliberation before exchange", "协商先于互助"),
  order("executionBeforeDeliberation", "execution before deliberation", "执行先于协商"),
  order("organizationsReversed", "rules of organizations reversed", "组织环节内部倒序"),
  order("appraisalReversed", "rules of appraisal reversed", "评价环节内部倒序"),
];

/** Both neighborhoods under each setting: arm 2k is the first, arm 2k + 1 the second under setting k. */
export function contrastArms(pair: readonly [LoadedScenario, LoadedScenario]): Arm[] {
  return SETTINGS.flatMap((setting) => pair.map((scenario) => armOf(setting, scenario)));
}

function armOf({ name, variant, residents }: Setting, scenario: LoadedScenario): Arm {
  const { communities } = scenario.scenario.context.start;
  const values: Changes =
    residents === undefined ? {} : { "start.households": Math.max(5, Math.round(residents / communities)) };
  const model = variant === undefined ? {} : { model: { ref: { shipped: variant }, model: VARIANTS[variant]! } };
  return { name: `${name} ${scenario.scenario.name}`, scenario, values, ...model };
}

/** Whether a contrast has the sign of the field study: surely, surely the other, or not told apart from none. */
export type Verdict = "holds" | "open" | "reversed" | "unseen";

/** The second neighborhood less the first, over runs of equal seed. */
export interface Difference {
  readonly setting: string;
  readonly measure: string;
  /** Pairs in which both have a value. */
  readonly n: number;
  /** Means over the runs that have a value. */
  readonly first: number | null;
  readonly second: number | null;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict: Verdict;
}

/**
 * @param first values of the first neighborhood by replicate, null where a run has none.
 * @param second those of the other, in the same order.
 */
export function differenceOf(
  setting: string,
  { measure, sign, of = (x) => x }: Contrast,
  first: readonly MeasureValue[],
  second: readonly MeasureValue[],
): Difference {
  const [a, b] = [first, second].map((values) => values.map((v) => (typeof v === "number" ? of(v) : null)));
  const { n, mean, low, high } = pairedDifference(a!, b!);
  return {
    setting,
    measure,
    n,
    first: meanOf(a!),
    second: meanOf(b!),
    mean,
    low,
    high,
    verdict: judged(sign, low, high),
  };
}

function judged(sign: 1 | -1, low: number | null, high: number | null): Verdict {
  if (low === null || high === null) return "unseen";
  if (low > 0 || high < 0) return low > 0 === sign > 0 ? "holds" : "reversed";
  return "open";
}
