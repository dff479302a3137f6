/** Where the draws of claims come from: one for each pair. */
import { type Draw, NO_DRAW } from "../../experiments/trials.ts";

/** What is not known is set to in turn; values of single neighborhoods stand under `arms` by their names. */
const DRAWS: readonly Draw[] = [NO_DRAW];

/** Draws of so many pairs: those at hand, over again where there are fewer. */
export function drawsFor(pairs: number): readonly Draw[] {
  return Array.from({ length: pairs }, (_, k) => DRAWS[k % DRAWS.length]!);
}

/** How many different draws there are: 1 where nothing is drawn. */
export const DIFFERENT_DRAWS = DRAWS.length;
