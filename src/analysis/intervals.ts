/**
 * Intervals of a mean over replicates: Student's, and the bootstrap's where a few runs stand far from the others.
 *
 * Sources: A. M. Law (2015), Simulation modeling and analysis, 5th edition, McGraw-Hill, section 4.5 (Student's);
 * B. Efron & R. J. Tibshirani (1993), An introduction to the bootstrap, Chapman & Hall, chapter 13 (percentiles).
 */
import { Moments } from "./moments.ts";
import { type BootstrapOptions, type Estimate, eachResample, estimate } from "./sensitivity/bootstrap.ts";
import { tQuantile } from "./studentT.ts";
import { mean } from "./summary.ts";

/** Share of such intervals that hold the mean they are made for. */
export const CONFIDENCE = 0.95;

/** A mean with the ends of its interval, which are null where a single value tells of no spread. */
export interface MeanInterval {
  readonly n: number;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Mean ± t·s/√n of independent values of about normal distribution.
 *
 * @param values numbers, or their moments.
 * @param confidence in [0.5, 0.9999].
 * @throws InputError for a confidence outside its range.
 */
export function tInterval(values: Iterable<number> | Moments, confidence = CONFIDENCE): MeanInterval {
  const moments = values instanceof Moments ? values : Moments.of(values);
  const { n, mean: center } = moments;
  const half = halfWidth(moments, n, confidence);
  if (center === null || half === null) return { n, mean: center, low: null, high: null };
  return { n, mean: center, low: center - half, high: center + half };
}

/**
 * Half the width that the t interval would have with `n` values of the spread seen so far; null where none is seen yet.
 * `n` is at least 2.
 */
export function halfWidth(moments: Moments, n: number, confidence = CONFIDENCE): number | null {
  const { variance } = moments;
  return variance === null ? null : tQuantile(confidence, n - 1) * Math.sqrt(variance / n);
}

/**
 * Mean with its percentile bootstrap interval; null of no values.
 *
 * @throws InputError for options outside their ranges.
 */
export function bootstrapInterval(values: readonly number[], options: BootstrapOptions): Estimate | null {
  const center = mean(values);
  if (center === null) return null;
  const resampled: number[] = [];
  eachResample(values.length, options, (counts) => {
    let sum = 0;
    for (const [i, value] of values.entries()) sum += counts[i]! * value;
    resampled.push(sum / values.length);
  });
  return estimate(center, resampled, options.confidence);
}
