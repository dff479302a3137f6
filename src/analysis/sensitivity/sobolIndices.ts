/**
 * Sobol indices: the shares of an output's variance that inputs account for alone, with others, and in pairs.
 *
 * Sources: I. M. Sobol (2001), Global sensitivity indices for nonlinear mathematical models and their Monte Carlo estimates,
 * Mathematics and Computers in Simulation 55, 271-280. First order: A. Saltelli, P. Annoni, I. Azzini, F. Campolongo,
 * M. Ratto & S. Tarantola (2010), Variance based sensitivity analysis of model output: design and estimator for the total
 * sensitivity index, Computer Physics Communications 181(2), 259-270, table 2 (b). Total: M. J. W. Jansen (1999), Analysis of
 * variance designs for model output, same journal 117, 35-43 (same table, f). Second order: A. Saltelli (2002), Making best use of
 * model evaluations to compute sensitivity indices, same journal 145(2), 280-297.
 */
import { checkRange, InputError } from "../../kernel/check.ts";
import { mean } from "../summary.ts";
import { type BootstrapOptions, checkFinite, type Estimate, eachResample, estimate, isConstant } from "./bootstrap.ts";

export interface SobolIndicesOptions extends BootstrapOptions {
  /** Number of axes d. */
  readonly dimensions: number;
  /** Outputs at the points of `saltelli`, in its order: N · (d + 2), or N · (2d + 2) with `second`. N is 2 at least. */
  readonly outputs: readonly number[];
  /** Whether the design has the BA rows. false by default. */
  readonly second?: boolean;
}

/** Share of variance that two axes, counted from 0, account for together beyond what they do alone. */
export interface PairEstimate extends Estimate {
  readonly axes: readonly [number, number];
}

export interface SobolIndices {
  /** Base points N. */
  readonly base: number;
  /** Mean and variance of the output over A and B, in its unit and that squared. */
  readonly mean: number;
  readonly variance: number;
  /** S1, one entry an axis: share of variance that the axis accounts for alone. Estimates may leave [0, 1] a little. */
  readonly first: readonly Estimate[];
  /** ST: share that would remain if all other axes were known. */
  readonly total: readonly Estimate[];
  /** S2, one entry a pair of axes; empty without `second`. */
  readonly second: readonly PairEstimate[];
  /** Resamples behind the intervals: fewer than asked for if in some the output was constant. */
  readonly resamples: number;
}

/** An index before division by the variance: the mean of a term a base point. */
type Terms = Float64Array;

/**
 * First-order, total and, with `second`, second-order indices with percentile bootstrap intervals over base points.
 *
 * On a Sobol sequence, whose points are not independent, the intervals are wider than the errors: safe, not exact.
 *
 * @throws InputError for a wrong number of outputs, outputs that are not finite (saying where), and an output that is constant
 * over A and B (up to twelve digits), which has no variance to share out.
 */
export function sobolIndices(options: SobolIndicesOptions): SobolIndices {
  const { dimensions, outputs, second = false } = options;
  checkRange("dimensions", dimensions, [1, 10_000], "axes", true);
  const block = (second ? 2 : 1) * dimensions + 2;
  const base = outputs.length / block;
  if (!Number.isInteger(base) || base < 2)
    throw new InputError(
      `outputs must be N · ${block} for ${dimensions} axes ${second ? "with" : "without"} BA rows, N at least 2; got ${outputs.length}`,
    );
  checkFinite(
    outputs,
    (i) => `row ${rowName(i % block, dimensions, block)} of base point ${Math.floor(i / block) + 1}`,
  );
  const both = outputs.filter((_, i) => i % block === 0 || i % block === block - 1);
  if (isConstant(both))
    throw new InputError(
      `the output is constant: ${both[0]} at all ${both.length} points of A and B, so there is no variance to share out`,
    );
  const center = mean(both)!;
  /** Centered outputs of a row of the blocks, by base point; centering changes no index but its rounding and noise. */
  const row = (r: number) => Float64Array.from({ length: base }, (_, i) => outputs[i * block + r]! - center);
  const [a, b] = [row(0), row(block - 1)];
  const ab = Array.from({ length: dimensions }, (_, j) => row(1 + j));
  const alone = ab.map((y) => y.map((_, i) => b[i]! * (y[i]! - a[i]!)));
  const total = ab.map((y) => y.map((_, i) => (a[i]! - y[i]!) ** 2 / 2));
  const axes = second ? pairsOf(dimensions) : [];
  const pairs = axes.map(([j, k]) => {
    const [ba, other] = [row(1 + dimensions + j), ab[k]!];
    return ba.map((y, i) => y * other[i]! - a[i]! * b[i]! - alone[j]![i]! - alone[k]![i]!);
  });
  const sums: Spread = { sum: a.map((y, i) => y + b[i]!), squares: a.map((y, i) => y * y + b[i]! * b[i]!) };
  const { variance, estimates, resamples } = shares([...alone, ...total, ...pairs], sums, options);
  return {
    base,
    mean: center,
    variance,
    first: estimates.slice(0, dimensions),
    total: estimates.slice(dimensions, 2 * dimensions),
    second: axes.map((pair, p) => ({ axes: pair, ...estimates[2 * dimensions + p]! })),
    resamples,
  };
}

/** Sums and sums of squares of the outputs at A and B, by base point. */
interface Spread {
  readonly sum: Terms;
  readonly squares: Terms;
}

/** Every mean of terms over the variance, with its interval. */
function shares(terms: readonly Terms[], spread: Spread, options: BootstrapOptions) {
  const n = spread.sum.length;
  const once = new Float64Array(n).fill(1);
  const average = (of: Terms, counts: Float64Array) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += counts[i]! * of[i]!;
    return sum / n;
  };
  const varianceOf = (counts: Float64Array) =>
    average(spread.squares, counts) / 2 - (average(spread.sum, counts) / 2) ** 2;
  const variance = varianceOf(once);
  const resampled = terms.map((): number[] => []);
  let resamples = 0;
  eachResample(n, options, (counts) => {
    const own = varianceOf(counts);
    if (own <= 1e-12 * variance) return; // constant in this resample, which tells nothing about shares
    resamples++;
    for (const [t, of] of terms.entries()) resampled[t]!.push(average(of, counts) / own);
  });
  if (resamples === 0) throw new InputError("the output is constant in every resample: too few base points differ");
  const estimates = terms.map((of, t) => estimate(average(of, once) / variance, resampled[t]!, options.confidence));
  return { variance, estimates, resamples };
}

function pairsOf(dimensions: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (let j = 0; j < dimensions; j++) for (let k = j + 1; k < dimensions; k++) pairs.push([j, k]);
  return pairs;
}

/** Name of row r of a block as the papers have it, axes counted from 1. */
function rowName(r: number, dimensions: number, block: number): string {
  if (r === 0) return "A";
  if (r === block - 1) return "B";
  return r <= dimensions ? `AB${r}` : `BA${r - dimensions}`;
}
