/** The parts of the validation page, in the order in which they are made and shown within their element. */
import { calibrationPart } from "./calibrationPart.ts";
import { claimsPart } from "./claimsPart.ts";
import { contrasts } from "./contrasts.ts";
import { docking } from "./docking.ts";
import { empirical } from "./empirical.ts";
import { explainPart } from "./explainPart.ts";
import { nullModels } from "./nullModels.ts";
import type { AnyPart } from "./part.ts";
import { patterns } from "./patterns.ts";
import { sensitivity } from "./sensitivity.ts";

export const PARTS: readonly AnyPart[] = [
  docking,
  calibrationPart,
  patterns,
  explainPart,
  claimsPart,
  contrasts,
  sensitivity,
  nullModels,
  empirical,
];
