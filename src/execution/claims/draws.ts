/** Where the draws of claims come from: one of the shipped posterior for each pair. */
import { posterior } from "../../../scenarios/posterior.ts";
import { posteriorDraws } from "../../experiments/calibration/posterior.ts";
import type { Draw } from "../../experiments/trials.ts";

/** Draws of so many pairs: those of the posterior in its order, over again where there are fewer. */
export function drawsFor(pairs: number): readonly Draw[] {
  const draws = posteriorDraws(posterior).map(({ values, arms }) => ({ values, ...(arms ? { arms } : {}) }));
  return Array.from({ length: pairs }, (_, k) => draws[k % draws.length]!);
}

/** How many of them differ. */
export function differentDraws(draws: readonly Draw[]): number {
  return new Set(draws.map((draw) => JSON.stringify(draw))).size;
}
