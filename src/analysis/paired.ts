/**
 * The difference of two settings over the same replicates, and what pairing them by seed is worth.
 *
 * Replicate r of both has the same random numbers, so that much of what chance does to one it does to the other and falls
 * out of the difference: its variance is var A + var B - 2 cov(A, B), where unpaired replicates have var A + var B.
 *
 * Source: A. M. Law (2015), Simulation modeling and analysis, 5th edition, McGraw-Hill, sections 10.2.1 (paired t) and
 * 11.2 (common random numbers).
 */
import { InputError } from "../kernel/check.ts";
import { CONFIDENCE, type MeanInterval, tInterval } from "./intervals.ts";
import { Moments } from "./moments.ts";

/** Mean difference B - A with its paired t interval, over the pairs of which both have a value. */
export interface PairedDifference extends MeanInterval {
  /** Variance of the difference; null of fewer than two pairs. */
  readonly variance: number | null;
  /** Variance that it would have with independent replicates: var A + var B. */
  readonly unpaired: number | null;
  /**
   * Paired variance over unpaired: the share of replicates that give the same interval. Below 1 pairing saves runs, above
   * 1 it costs some; null where neither A nor B varies.
   */
  readonly ratio: number | null;
}

/**
 * @param a values of the one setting by replicate, null where a run has none or failed.
 * @param b those of the other, as many, in the same order.
 * @throws InputError for lists of different length.
 */
export function pairedDifference(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
  confidence = CONFIDENCE,
): PairedDifference {
  if (a.length !== b.length)
    throw new InputError(`pairs must be of equal length; got ${a.length} and ${b.length} values`);
  const [difference, first, second] = [new Moments(), new Moments(), new Moments()];
  for (const [r, x] of a.entries()) {
    const y = b[r]!;
    if (x === null || y === null) continue;
    difference.add(y - x);
    first.add(x);
    second.add(y);
  }
  const { variance } = difference;
  const unpaired = variance === null ? null : first.variance! + second.variance!;
  const ratio = unpaired === null || unpaired === 0 ? null : variance! / unpaired;
  return { ...tInterval(difference, confidence), variance, unpaired, ratio };
}
