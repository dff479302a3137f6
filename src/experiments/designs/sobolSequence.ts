/**
 * Sobol sequence: points that fill the cube evenly at every length, best at powers of 2.
 *
 * Sources: I. M. Sobol (1967), On the distribution of points in a cube and the approximate evaluation of integrals, USSR
 * Computational Mathematics and Mathematical Physics 7(4), 86-112; in the Gray code order of I. A. Antonov &
 * V. M. Saleev (1979), same journal 19(1), 252-256; direction numbers of Joe & Kuo (2008), see directionNumbers.ts.
 * Scrambling: A. B. Owen (1995), Randomly permuted (t,m,s)-nets and (t,s)-sequences, in Monte Carlo and Quasi-Monte Carlo
 * Methods in Scientific Computing, Springer, 299-317; the permutation of a digit is not stored but is a hash of the
 * digits before it, as by B. Burley (2020), Practical hash-based Owen scrambling, Journal of Computer Graphics Techniques
 * 9(4), 1-20 (who hashes all digits at once; here each has a keyed draw of its own, which is slower and simpler).
 */
import { checkRange, InputError } from "../../kernel/check.ts";
import { bits, createRandom, type Key } from "../../kernel/random.ts";
import { polynomials } from "./directionNumbers.ts";
import type { Design } from "./space.ts";

/** Binary digits of a coordinate: all coordinates are multiples of 2^-32. */
const DIGITS = 32;
const UNIT = 2 ** -DIGITS;

/** Most axes a Sobol sequence can have. */
export const MOST_SOBOL_DIMENSIONS = 337;

export interface SobolOptions {
  /** Number of points, in [1, 2^24]. A power of 2 keeps the balance of the sequence. */
  readonly points: number;
  /** Number of axes, in [1, 337]. */
  readonly dimensions: number;
  /** How many points of the sequence to leave out at its beginning, in [0, 2^24]; 0 by default. */
  readonly skip?: number;
  /** With a seed the sequence is scrambled, without one it is the plain sequence, whose first point is the origin. */
  readonly seed?: string | number;
}

/**
 * Points `skip` … `skip + points - 1` of the Sobol sequence, with `dimensions` coordinates in [0, 1).
 *
 * Asking for more points leaves the earlier ones as they are, and more axes the earlier axes, scrambled or not. Each
 * scrambled point is uniform in the cube, and the scrambled points of any length 2^m are as evenly spread as the plain
 * ones.
 *
 * @throws InputError for a number outside its range.
 */
export function sobolSequence(options: SobolOptions): Design {
  const { points, dimensions, skip = 0, seed } = options;
  checkRange("points", points, [1, 2 ** 24], "points of a Sobol sequence", true);
  if (dimensions > MOST_SOBOL_DIMENSIONS)
    throw new InputError(
      `a Sobol sequence has at most ${MOST_SOBOL_DIMENSIONS} dimensions (so many direction numbers are included); got ${dimensions}`,
    );
  checkRange("dimensions", dimensions, [1, MOST_SOBOL_DIMENSIONS], "axes", true);
  checkRange("skip", skip, [0, 2 ** 24], "points left out", true);
  const key = seed === undefined ? undefined : createRandom(seed).key("sobolSequence", "scramble");
  const directions = Array.from({ length: dimensions }, (_, j) => directionsOf(j));
  return Array.from({ length: points }, (_, i) =>
    directions.map((direction, j) => {
      const digits = digitsOf(skip + i, direction);
      return (key === undefined ? digits : scrambled(digits, key, j)) * UNIT;
    }),
  );
}

/** Digits of point i of one axis: the directions of the one-bits of i's Gray code, added without carry. */
function digitsOf(i: number, direction: Uint32Array): number {
  let digits = 0;
  let code = i ^ (i >>> 1);
  for (let k = 0; code !== 0; k++, code >>>= 1) if (code & 1) digits ^= direction[k]!;
  return digits >>> 0;
}

/**
 * Directions v1 … v32 of an axis, v(k) = m(k) · 2^(32 - k), after the recurrence of Joe & Kuo (2008), equation 2:
 * v(k) = a1·v(k-1) ⊕ … ⊕ a(s-1)·v(k-s+1) ⊕ v(k-s) ⊕ (v(k-s) >> s).
 */
function directionsOf(axis: number): Uint32Array {
  const direction = new Uint32Array(DIGITS);
  if (axis === 0) return direction.map((_, k) => 1 << (DIGITS - 1 - k));
  const { a, m } = polynomials()[axis - 1]!;
  const s = m.length;
  for (let k = 0; k < DIGITS; k++) {
    if (k < s) {
      direction[k] = m[k]! << (DIGITS - 1 - k);
      continue;
    }
    let v = direction[k - s]! ^ (direction[k - s]! >>> s);
    for (let t = 1; t < s; t++) if ((a >>> (s - 1 - t)) & 1) v ^= direction[k - t]!;
    direction[k] = v;
  }
  return direction;
}

/** Owen's nested scrambling: a digit is flipped or not by a draw named by the axis, its place and all digits before it. */
function scrambled(digits: number, key: Key, axis: number): number {
  let result = 0;
  for (let place = 0; place < DIGITS; place++) {
    const before = place === 0 ? 0 : digits >>> (DIGITS - place);
    const digit = (digits >>> (DIGITS - 1 - place)) & 1;
    const flip = bits(key, axis, before, place) & 1;
    result = (result << 1) | (digit ^ flip);
  }
  return result >>> 0;
}
