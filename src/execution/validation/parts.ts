/** The parts of the validation page, in the order in which they are made and shown within their element. */
import { docking } from "./docking.ts";
import { empirical } from "./empirical.ts";
import { nullModels } from "./nullModels.ts";
import type { AnyPart } from "./part.ts";
import { patterns } from "./patterns.ts";

export const PARTS: readonly AnyPart[] = [docking, patterns, nullModels, empirical];
