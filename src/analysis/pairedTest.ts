/**
 * Tests of a mean difference: that it is none (Student's paired t), and that it is small (two one-sided tests).
 *
 * Sources: Student (1908), The probable error of a mean, Biometrika 6(1); D. J. Schuirmann (1987), A comparison of the two
 * one-sided tests procedure and the power approach for assessing the equivalence of average bioavailability, Journal of
 * Pharmacokinetics and Biopharmaceutics 15(6), 657-680.
 */
import { checkRange } from "../kernel/check.ts";
import { tShare } from "./studentT.ts";

/** Differences of pairs: how many, their mean, and their variance (with n - 1). */
export interface Differences {
  readonly n: number;
  readonly mean: number | null;
  readonly variance: number | null;
}

/** Chance that T, of n - 1 degrees of freedom, lies above t: the mean's distance from `null` in standard errors. */
function above({ n, mean, variance }: { n: number; mean: number; variance: number }, from: number): number {
  const distance = mean - from;
  if (variance === 0) return distance === 0 ? 0.5 : distance > 0 ? 0 : 1;
  const outside = (1 - tShare(distance / Math.sqrt(variance / n), n - 1)) / 2;
  return distance > 0 ? outside : 1 - outside;
}

/**
 * Two-sided p value of the hypothesis that the mean difference is 0; null of fewer than two pairs.
 *
 * Where no difference varies it is 1 if all are 0, and 0 if they are not.
 */
export function pairedP({ n, mean, variance }: Differences): number | null {
  if (mean === null || variance === null) return null;
  const upper = above({ n, mean, variance }, 0);
  return Math.min(1, 2 * Math.min(upper, 1 - upper));
}

/**
 * p value of the hypothesis that the mean difference lies outside of (-band, band): the larger of the two one-sided ones.
 * Below α the interval of confidence 1 - 2α lies in the band.
 *
 * @throws InputError for a band that is not above 0.
 */
export function equivalenceP({ n, mean, variance }: Differences, band: number): number | null {
  checkRange("band", band, [Number.MIN_VALUE, Number.MAX_VALUE], "half of the width of the band");
  if (mean === null || variance === null) return null;
  return Math.max(above({ n, mean, variance }, -band), 1 - above({ n, mean, variance }, band));
}
