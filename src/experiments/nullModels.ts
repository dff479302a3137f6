/**
 * Null models of the whole simulation: the two neighborhoods run with one structure taken out at a time, by the same seeds
 * as with it. An outcome that stays what it was did not need the structure.
 */
import { pairedDifference } from "../analysis/paired.ts";
import { meanOf } from "../analysis/summary.ts";
import type { Changes } from "../model/run.ts";
import { VARIANTS } from "../model/variants.ts";
import type { Text } from "../model/vocabulary.ts";
import type { MeasureValue } from "../observe/measure.ts";
import type { MeasureName } from "../observe/measures.ts";
import type { LoadedScenario } from "./sweep.ts";
import { type Arm, NO_DRAW, type Trials } from "./trials.ts";

export interface NullModel {
  readonly name: string;
  /** What it takes out. */
  readonly label: Text;
  /** Name of a shipped variant. */
  readonly variant: string;
  readonly values?: Changes;
}

export const NULL_MODELS: readonly NullModel[] = [
  {
    ...{ name: "shuffledTrust", variant: "shuffledTrust" },
    label: { en: "who trusts whom", zh: "谁信任谁" },
  },
  {
    ...{ name: "randomLeaders", variant: "randomLeaders" },
    label: { en: "that the capable are found and lead", zh: "能人被发掘并担任负责人" },
  },
  {
    ...{ name: "rewired", variant: "rewired" },
    label: { en: "who knows whom at the start", zh: "起始时谁认识谁" },
  },
  {
    ...{ name: "rewiredQuarterly", variant: "rewired", values: { "rewired.every": 13 } },
    label: { en: "who knows whom, every quarter", zh: "谁认识谁（每季度重连）" },
  },
];

/** Outcomes that are held against the standard model's, read at the end of the runs. */
export const OUTCOMES: readonly MeasureName[] = [
  ...(["organizations", "organizationsCultivated", "participation", "federations"] as const),
  ...(["arisenResolvedShare", "executedShare", "suspended", "councils"] as const),
  ...(["meanTrust", "tieTrust", "meanBelonging", "reciprocity", "transitivity"] as const),
];

/** The arms of a scenario begin with the standard model and go on with the null models in their order. */
export function nullModelTrials(
  scenarios: readonly LoadedScenario[],
  { replicates, seed }: { readonly replicates: number; readonly seed: string | number },
): Trials {
  const arms = scenarios.flatMap((scenario): Arm[] => [
    { name: `${scenario.scenario.name} standard`, scenario },
    ...NULL_MODELS.map(({ name, variant, values }) => ({
      ...{ name: `${scenario.scenario.name} ${name}`, scenario },
      model: { ref: { shipped: variant }, model: VARIANTS[variant]! },
      ...(values ? { values } : {}),
    })),
  ]);
  return { name: "nullModels", seed, arms, draws: [NO_DRAW], replicates, measures: OUTCOMES };
}

/** What a null model changes of an outcome: null less standard, over runs of equal seed. */
export interface Effect {
  readonly scenario: string;
  readonly model: string;
  readonly measure: MeasureName;
  /** Pairs of runs in which both have a value. */
  readonly n: number;
  /** Mean of the standard model. */
  readonly standard: number | null;
  readonly change: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether an interval that allows for all comparisons of the table (Bonferroni, 5 % in all) leaves 0 out. */
  readonly sure: boolean;
}

/** @param value - Of an arm, a replicate and a measure. */
export function nullEffects(
  scenarios: readonly LoadedScenario[],
  replicates: number,
  value: (arm: number, replicate: number, measure: MeasureName) => MeasureValue,
): readonly Effect[] {
  const strict = 1 - 0.05 / (scenarios.length * NULL_MODELS.length * OUTCOMES.length);
  const each = NULL_MODELS.length + 1;
  return scenarios.flatMap(({ scenario }, s) =>
    NULL_MODELS.flatMap(({ name }, m) =>
      OUTCOMES.map((measure): Effect => {
        const of = (arm: number) =>
          Array.from({ length: replicates }, (_, r) => {
            const found = value(s * each + arm, r, measure);
            return typeof found === "number" ? found : null;
          });
        const [standard, without] = [of(0), of(m + 1)];
        const { n, mean, low, high } = pairedDifference(standard, without);
        const wide = pairedDifference(standard, without, Math.min(0.9999, strict));
        return {
          ...{ scenario: scenario.name, model: name, measure, n, change: mean, low, high },
          standard: meanOf(standard),
          sure: wide.low !== null && (wide.low > 0 || wide.high! < 0),
        };
      }),
    ),
  );
}
