/**
 * Bootstrap intervals of sensitivity measures, and the check of the outputs these are computed from.
 *
 * Source: B. Efron & R. J. Tibshirani (1993), An introduction to the bootstrap, Chapman & Hall, chapter 13 (percentile
 * intervals).
 */
import { checkRange, format, InputError } from "../../kernel/check.ts";
import { createRandom, uniform } from "../../kernel/random.ts";
import { quantile } from "../summary.ts";

/** A value and the ends of its bootstrap interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface BootstrapOptions {
  /** Seed of the resamples: same seed, same intervals. */
  readonly seed: string | number;
  /** Number of resamples, in [100, 100 000]; 500 by default. */
  readonly resamples?: number;
  /** Share of the resampled values inside an interval, in [0.5, 0.999]; 0.95 by default. */
  readonly confidence?: number;
}

/**
 * How often each of n items is drawn, a resample after another: n draws with replacement each.
 *
 * @param use is handed the counts (length n, sum n), which are only valid during the call.
 * @throws InputError for a number of resamples outside its range.
 */
export function eachResample(n: number, options: BootstrapOptions, use: (counts: Float64Array) => void): void {
  const { seed, resamples = 500 } = options;
  checkRange("resamples", resamples, [100, 100_000], "resamples", true);
  const key = createRandom(seed).key("bootstrap", "resample");
  const counts = new Float64Array(n);
  for (let round = 0; round < resamples; round++) {
    counts.fill(0);
    for (let i = 0; i < n; i++) counts[Math.floor(uniform(key, round, i) * n)]! += 1;
    use(counts);
  }
}

/** A value with the interval that holds the middle share `confidence` of its resampled values, of which there is one at least. */
export function estimate(value: number, resampled: readonly number[], confidence = 0.95): Estimate {
  checkRange("confidence", confidence, [0.5, 0.999], "share of the resampled values");
  const tail = (1 - confidence) / 2;
  return { value, low: quantile(resampled, tail)!, high: quantile(resampled, 1 - tail)! };
}

/** Throws InputError for the first output that is not a finite number, naming its index and what `place` says of it. */
export function checkFinite(outputs: readonly number[], place: (index: number) => string): void {
  const index = outputs.findIndex((y) => !Number.isFinite(y));
  if (index >= 0)
    throw new InputError(`outputs[${index}] (${place(index)}) must be a finite number; got ${format(outputs[index])}`);
}

/** Whether all values are equal, up to twelve digits: what differs less is rounding, and no effect of anything. */
export function isConstant(values: readonly number[]): boolean {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const y of values) [low, high] = [Math.min(low, y), Math.max(high, y)];
  return high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high));
}
