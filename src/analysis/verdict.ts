/**
 * What a test says of a claim whose direction and smallest effect that matters were fixed before any run.
 *
 * Of a claim that an effect has a direction (+1 or -1), with `effect` its estimate in that direction and [low, high] its
 * interval of 95 %:
 *
 *   supported       the adjusted p is below .05 and effect >= smallest
 *   not supported   high < smallest: the data exclude every effect in the direction that would matter
 *   undecided       else
 *
 * Of a claim that it changes little (0), with the band (-smallest, smallest):
 *
 *   supported       the adjusted p of the two one-sided tests is below .05
 *   not supported   the interval lies outside of the band
 *   undecided       else
 *
 * An effect can thus differ from 0 beyond doubt and be `not supported`: it is too small to matter.
 */
import type { MeanInterval } from "./intervals.ts";

export type Verdict = "supported" | "not supported" | "undecided";

/** +1: B is higher than A; -1: lower; 0: they differ by less than the smallest effect that matters. */
export type Direction = 1 | -1 | 0;

/** Level at which a claim is supported. */
export const LEVEL = 0.05;

export interface Expected {
  readonly direction: Direction;
  /** The smallest effect that matters, above 0, in the measure's unit. */
  readonly smallest: number;
}

/**
 * @param effect mean difference B - A with its interval.
 * @param adjusted p value, adjusted for the family: of the difference, or of equivalence where the direction is 0.
 */
export function verdictOf(effect: MeanInterval, adjusted: number | null, { direction, smallest }: Expected): Verdict {
  const { mean, low, high } = effect;
  if (mean === null || low === null || high === null || adjusted === null) return "undecided";
  if (direction === 0) {
    if (adjusted < LEVEL) return "supported";
    return low >= smallest || high <= -smallest ? "not supported" : "undecided";
  }
  if (adjusted < LEVEL && direction * mean >= smallest) return "supported";
  return (direction > 0 ? high : -low) < smallest ? "not supported" : "undecided";
}

/** Whether the interval lies wholly on the side of a direction. */
export function isOnSide({ low, high }: MeanInterval, direction: Direction): boolean {
  return low !== null && high !== null && (direction > 0 ? low > 0 : high < 0);
}

/** A claim that says several things stands if all of them do, and falls with one (an intersection-union test). */
export function jointVerdict(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("not supported")) return "not supported";
  return verdicts.every((verdict) => verdict === "supported") ? "supported" : "undecided";
}
