/** Named variants of the standard model: alternative rules and null models, which any process can load by name. */
import { standardModel } from "./community.ts";
import { Model } from "./mechanism.ts";
import { stepTrust } from "./mechanisms/stepTrust.ts";
import * as frozen from "./variants/frozen.ts";
import { randomDiscovery, randomLeadership } from "./variants/randomLeaders.ts";
import { rewired } from "./variants/rewired.ts";
import { shuffledTrust } from "./variants/shuffledTrust.ts";

/** Mechanisms of a phase that a variant moves as one, in the order they then have. */
const CULTIVATION = ["events", "discovery", "coaching", "grants", "exchangeMeetings"];
const DELIBERATION = [
  "complaints",
  "convening",
  "attendance",
  "agendaSetting",
  "discussion",
  "decision",
  "counterpart",
];
const EXECUTION = ["ownExecution", "promises", "jointActs", "jointExecution"];
const ORGANIZATIONS_BACK = [
  ...["activities", "orientation", "skills", "ownRules", "means"],
  ...["leaving", "joining", "steeredFounding", "formation"],
];
const APPRAISAL_BACK = [
  ...["participation", "belonging", "standing", "expectation"],
  ...["generalTrust", "institutionalTrust", "federation", "efficacy"],
];

export const VARIANTS: Readonly<Record<string, Model>> = {
  /** Trust by steps in the place of trust from evidence (Jonker & Treur 1999). */
  stepTrust: standardModel.replace("trust", stepTrust),
  /** A term frozen that names an effect, and people who move away: for experiments. */
  ...frozen,
  /** Null model: as much trust, of no one in particular. */
  shuffledTrust: standardModel.insertAfter("trust", shuffledTrust),
  /** Null model: leaders and discovered people by lot. */
  randomLeaders: standardModel
    .insertAfter("steeredFounding", randomLeadership)
    .insertAfter("discovery", randomDiscovery),
  /** Null model: as many acquaintances each, whoever they are. */
  rewired: standardModel.insertAfter("fading", rewired),

  // Other orders of the week. A rule that looks for what happened this week stays behind the rule that makes it happen:
  // organizations' skills behind their activities, appraisal behind all that it judges, closing behind everything.
  /** The team's work with organizations before they found, join, meet and learn. */
  cultivationBeforeOrganizations: moved(CULTIVATION, "formation"),
  /** Favors asked and judged only after meetings have deliberated. */
  deliberationBeforeExchange: moved(["exchange", "trust"], "ownExecution"),
  /** What is decided is carried out from the next week on. */
  executionBeforeDeliberation: moved(EXECUTION, DELIBERATION[0]!),
  /** The organizations' rules from last to first; activities, on which skills and orientation wait, come first. */
  organizationsReversed: moved(ORGANIZATIONS_BACK, "events"),
  /** The rules of appraisal from last to first; closing, which clears away what they judge, stays last. */
  appraisalReversed: moved(APPRAISAL_BACK, "closing"),
};

/** The standard week with these mechanisms, in this order, just before the one called `before`. */
function moved(names: readonly string[], before: string): Model {
  const rest = standardModel.mechanisms.filter((m) => !names.includes(m.name));
  const at = rest.findIndex((m) => m.name === before);
  const those = names.map((name) => standardModel.mechanisms.find((m) => m.name === name)!);
  return new Model(rest.toSpliced(at, 0, ...those));
}
