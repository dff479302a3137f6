/**
 * How many replicates a point needs until the interval of a mean is as narrow as asked for.
 *
 * Source: A. M. Law (2015), Simulation modeling and analysis, 5th edition, McGraw-Hill, section 9.4.1: the least i ≥ n
 * with t(i - 1)·√(S²(n) / i) ≤ β. Asked again after every batch, since the spread of the first few is itself a guess.
 */
import { checkRange } from "../kernel/check.ts";
import { CONFIDENCE, halfWidth } from "./intervals.ts";
import type { Moments } from "./moments.ts";

export interface ReplicatesOptions {
  /** Width of the whole interval that is narrow enough, in the unit of the measure, above 0. */
  readonly width: number;
  /** Never more than so many, in [2, 1 000 000]. */
  readonly cap: number;
  /** In [0.5, 0.9999]; 0.95 by default. */
  readonly confidence?: number;
}

/**
 * Replicates that a point needs in all, from the values it has: at least 2 and as many as it has, otherwise at most `cap`.
 * It has enough when the answer is the number it has.
 *
 * A measure of which fewer than two runs have a value needs one more at a time, up to the cap.
 *
 * @param runs runs made so far, those without a value among them.
 * @throws InputError for a number outside its range.
 */
export function replicatesNeeded(moments: Moments, runs: number, options: ReplicatesOptions): number {
  const { width, cap, confidence = CONFIDENCE } = options;
  checkRange("width", width, [Number.MIN_VALUE, Number.MAX_VALUE], "width of the interval");
  checkRange("cap", cap, [2, 1_000_000], "replicates of a point", true);
  const { n } = moments;
  if (n < 2) return Math.min(cap, Math.max(2, runs + 1));
  const narrow = (i: number) => 2 * halfWidth(moments, i, confidence)! <= width;
  if (narrow(n) || runs >= cap) return runs;
  let [short, enough] = [n, n];
  while (enough < cap && !narrow(enough)) [short, enough] = [enough, 2 * enough];
  while (enough - short > 1) {
    const middle = Math.floor((short + enough) / 2);
    if (narrow(middle)) enough = middle;
    else short = middle;
  }
  // where some runs have no value, as many more will have none
  return Math.min(cap, Math.max(runs + 1, Math.ceil((enough * runs) / n)));
}
