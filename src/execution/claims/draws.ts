/** Where the draws of claims come from: one of the shipped posterior for each pair. */
import { posterior } from "../../../scenarios/posterior.ts";
import { posteriorDraws } from "../../experiments/calibration/posterior.ts";
import type { Draw } from "../../experiments/trials.ts";

/** Draws of so many pairs: evenly taken where there are more, over again where there are fewer. */
export function drawsFor(pairs: number): readonly Draw[] {
  const draws = posteriorDraws(posterior).map(({ values, arms }) => ({ values, ...(arms ? { arms } : {}) }));
  // the table is ordered by distance: the first of it are no fair sample
  const step = Math.max(1, draws.length / pairs);
  return Array.from({ length: pairs }, (_, k) => draws[Math.floor(k * step) % draws.length]!);
}

/** How many of them differ. */
export function differentDraws(draws: readonly Draw[]): number {
  return new Set(draws.map((draw) => JSON.stringify(draw))).size;
}
