/** Named variants of the standard model: alternative rules and null models, which any process can load by name. */
import { standardModel } from "./community.ts";
import type { Model } from "./mechanism.ts";
import { stepTrust } from "./mechanisms/stepTrust.ts";
import * as frozen from "./variants/frozen.ts";

export const VARIANTS: Readonly<Record<string, Model>> = {
  /** Trust by steps in the place of trust from evidence (Jonker & Treur 1999). */
  stepTrust: standardModel.replace("trust", stepTrust),
  /** A term frozen that names an effect, and people who move away: for experiments. */
  ...frozen,
};
