/** All rules that have a published result to be held against, in the order of the week. */
import type { Scenario } from "../../model/scenario.ts";
import type { Text } from "../../model/vocabulary.ts";
import type { Docking } from "./docking.ts";
import { introductions } from "./growth.ts";
import { imageScoring } from "./images.ts";
import { acquisition, forgettingCurve, learningCurve, losses, saturation, success } from "./learning.ts";
import { narrowConfidence, wideConfidence } from "./opinions.ts";
import { joiningTogether, mobilization } from "./thresholds.ts";
import { forgetting, sevenToOne, steps, withoutEvidence } from "./trusting.ts";

/** @param ground - Any scenario of one community: what its fields say of anything but the tried rule does not matter. */
export function dockings(ground: Scenario): readonly Docking[] {
  return [
    introductions(ground),
    imageScoring(ground),
    withoutEvidence(),
    sevenToOne(),
    forgetting(ground),
    steps(ground),
    joiningTogether(ground),
    learningCurve(ground),
    forgettingCurve(ground),
    saturation(),
    wideConfidence(ground),
    narrowConfidence(ground),
    mobilization(ground),
    success(),
    acquisition(),
    losses(),
  ];
}

/** Rules whose source states no result exact enough to be held against: they are tested, not docked. */
export const NOT_DOCKED: readonly { readonly rule: string; readonly reason: Text }[] = [
  {
    rule: "discussion (Hegselmann & Krause 2002)",
    reason: {
      en: "all who are near move at once in the original; here two at a time, as in Deffuant et al.",
      zh: "原模型中所有相近者同时调整；此处如 Deffuant 等，每次两人。",
    },
  },
  {
    rule: "fading (Burt 2000)",
    reason: {
      en: "his decay is of reported relations of bankers; see persistence against repeated surveys",
      zh: "其衰减针对银行从业者自报关系；参见与多期调查的持续性比较。",
    },
  },
  {
    rule: "jointActs (Gulati 1995), exchange (Molm et al. 2000), generalTrust, standing",
    reason: {
      en: "a direction is published, and the rule has its sign by construction",
      zh: "文献只给出方向，而规则在构造上已含此方向。",
    },
  },
  {
    rule: "formation, attendance, agendaSetting, decision, counterpart (the answer), ownExecution",
    reason: { en: "form of the model's own", zh: "形式为本模型自拟。" },
  },
];
