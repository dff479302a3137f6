/**
 * What a sample of a posterior tells of each value beyond its prior.
 *
 * Under the prior every coordinate is uniform on [0, 1]. What the data cannot tell apart stays so: its spread is that of
 * the prior, and its distribution is uniform (Kolmogorov-Smirnov). Draws that descend from one another share coordinates
 * and tell less than as many independent ones: values count by how often they come up, as weights do in importance
 * sampling (effective number n = 1 / Σ share², Kish 1965).
 *
 * Source: M. A. Stephens (1970), Use of the Kolmogorov-Smirnov, Cramér-von Mises and related statistics without extensive
 * tables, Journal of the Royal Statistical Society B 32(1), 115-122 (the test's distribution at n values); L. Kish (1965),
 * Survey sampling, Wiley, section 11.7 (effective number).
 */
import { mean, quantile, sd } from "./summary.ts";

export interface Identification {
  /** Mean and middle 95 % of the coordinate in the prior, in [0, 1]. */
  readonly mean: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** Independent draws that would tell as much. */
  readonly effective: number;
  /** 1 - (posterior variance / prior variance): 0 where nothing was learnt, 1 where all is known; may fall below 0. */
  readonly contraction: number;
  /** Chance of so many effective draws as far from uniform as these if nothing was learnt. */
  readonly p: number;
  /** Whether the draws are told from the prior at 1 %. */
  readonly identified: boolean;
}

const UNIFORM_VARIANCE = 1 / 12;
const LEVEL = 0.01;

/** @param coordinates of draws of the posterior, each in [0, 1]; at least two. */
export function identification(coordinates: readonly number[]): Identification {
  const effective = effectiveNumber(coordinates);
  const p = uniformityShare(coordinates, effective);
  return {
    ...{ mean: mean(coordinates)!, median: quantile(coordinates, 0.5)! },
    ...{ low: quantile(coordinates, 0.025)!, high: quantile(coordinates, 0.975)! },
    ...{ effective, contraction: 1 - sd(coordinates)! ** 2 / UNIFORM_VARIANCE, p, identified: p < LEVEL },
  };
}

/** 1 / Σ share² over distinct values: their number if each comes up as often. */
export function effectiveNumber(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return values.length ** 2 / [...counts.values()].reduce((sum, count) => sum + count ** 2, 0);
}

/**
 * Kolmogorov-Smirnov test against the uniform distribution: the share of samples of it that lie as far off.
 *
 * @param n independent values that the coordinates are worth; as many as there are by default.
 */
export function uniformityShare(coordinates: readonly number[], n = coordinates.length): number {
  const sorted = coordinates.toSorted((a, b) => a - b);
  const all = sorted.length;
  const gap = sorted.reduce((most, u, i) => Math.max(most, u - i / all, (i + 1) / all - u), 0);
  const x = (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)) * gap;
  if (x < 0.3) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k++) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x);
  return Math.min(1, Math.max(0, sum));
}

/** Pearson's correlation; null where one of them does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number | null {
  const [ma, mb] = [mean(a)!, mean(b)!];
  let [ab, aa, bb] = [0, 0, 0];
  for (const [i, x] of a.entries()) {
    const y = b[i]! - mb;
    ab += (x - ma) * y;
    aa += (x - ma) ** 2;
    bb += y * y;
  }
  return aa === 0 || bb === 0 ? null : ab / Math.sqrt(aa * bb);
}
