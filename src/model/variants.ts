/** Named variants of the standard model: alternative rules and null models, which any process can load by name. */
import { standardModel } from "./community.ts";
import type { Model } from "./mechanism.ts";
import { stepTrust } from "./mechanisms/stepTrust.ts";
import * as frozen from "./variants/frozen.ts";
import { randomDiscovery, randomLeadership } from "./variants/randomLeaders.ts";
import { rewired } from "./variants/rewired.ts";
import { shuffledTrust } from "./variants/shuffledTrust.ts";

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
};
