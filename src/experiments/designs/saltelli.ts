/**
 * Saltelli's matrices for Sobol indices: two independent samples A and B, and A with one column of B after another.
 *
 * Sources: A. Saltelli (2002), Making best use of model evaluations to compute sensitivity indices, Computer Physics
 * Communications 145(2), 280-297; A. Saltelli, P. Annoni, I. Azzini, F. Campolongo, M. Ratto & S. Tarantola (2010),
 * Variance based sensitivity analysis of model output: design and estimator for the total sensitivity index, same journal
 * 181(2), 259-270. The order of rows and the rules of `skip` are those of SALib (J. Herman & W. Usher 2017, SALib: An
 * open-source Python library for sensitivity analysis, Journal of Open Source Software 2(9), 97), whose warnings are
 * errors here; on skipping: A. B. Owen (2020), On dropping the first Sobol' point, arXiv:2008.08051.
 */
import { checkRange, InputError } from "../../kernel/check.ts";
import { MOST_SOBOL_DIMENSIONS, sobolSequence } from "./sobolSequence.ts";
import type { Design } from "./space.ts";

export interface SaltelliOptions {
  /** Base points N, a power of 2 in [2, 2^20]. The design has N · (d + 2) points, N · (2d + 2) with `second`. */
  readonly base: number;
  /** Number of axes d, in [1, 168]: the Sobol sequence has twice as many. */
  readonly dimensions: number;
  /** With a seed the Sobol sequence is scrambled, which is better than skipping; without one it is plain. */
  readonly seed?: string | number;
  /** Points of the sequence to leave out first: 0, the default, or a power of 2 of at least `base`. */
  readonly skip?: number;
  /** Adds the BA rows, needed for second-order indices. false by default. */
  readonly second?: boolean;
}

/**
 * Rows of N blocks, one a base point: A, AB1 … ABd, with `second` BA1 … BAd, and B.
 *
 * A is the first d coordinates of a point of a Sobol sequence of 2d axes, B the others; ABj is A with coordinate j of B,
 * BAj is B with coordinate j of A. All coordinates lie in [0, 1). A larger `base` leaves the earlier blocks as they are.
 *
 * @throws InputError for a number outside its range, a base that is no power of 2, or a skip that spoils the balance.
 */
export function saltelli(options: SaltelliOptions): Design {
  const { base, dimensions, seed, skip = 0, second = false } = options;
  checkRange("base", base, [2, 2 ** 20], "base points", true);
  if (!isPowerOfTwo(base))
    throw new InputError(`base must be a power of 2, which the balance of a Sobol sequence rests on; got ${base}`);
  checkRange("dimensions", dimensions, [1, Math.floor(MOST_SOBOL_DIMENSIONS / 2)], "axes", true);
  if (skip !== 0 && !(isPowerOfTwo(skip) && skip >= base))
    throw new InputError(`skip must be 0 or a power of 2 of at least base (${base}); got ${skip}`);
  const sequence = sobolSequence({
    points: base,
    dimensions: 2 * dimensions,
    skip,
    ...(seed === undefined ? {} : { seed }),
  });
  return sequence.flatMap((point) => {
    const [a, b] = [point.slice(0, dimensions), point.slice(dimensions)];
    const crossed = (into: readonly number[], from: readonly number[]) => into.map((_, j) => into.with(j, from[j]!));
    return [a, ...crossed(a, b), ...(second ? crossed(b, a) : []), b];
  });
}

function isPowerOfTwo(n: number): boolean {
  return Number.isInteger(n) && n > 0 && Number.isInteger(Math.log2(n));
}
