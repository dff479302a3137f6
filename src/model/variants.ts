/** Named variants of the standard model: alternative rules and null models, which any process can load by name. */
import { standardModel } from "./community.ts";
import type { Model } from "./mechanism.ts";
import { stepTrust } from "./mechanisms/stepTrust.ts";

export const VARIANTS: Readonly<Record<string, Model>> = {
  /** Trust by steps in the place of trust from evidence (Jonker & Treur 1999). */
  stepTrust: standardModel.replace("trust", stepTrust),
};
