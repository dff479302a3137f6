/**
 * Latin hypercube: n points of which every axis has exactly one in each of its n equal strata.
 *
 * Sources: M. D. McKay, R. J. Beckman & W. J. Conover (1979), A comparison of three methods for selecting values of
 * input variables in the analysis of output from a computer code, Technometrics 21(2), 239-245; for the maximin
 * criterion M. E. Johnson, L. M. Moore & D. Ylvisaker (1990), Minimax and maximin distance designs, Journal of
 * Statistical Planning and Inference 26(2), 131-148, here applied to Latin hypercubes as by M. D. Morris &
 * T. J. Mitchell (1995), Exploratory designs for computational experiments, same journal 43(3), 381-402, but by the
 * simplest search: of some independent hypercubes the best is kept (no exchange of coordinates, no annealing).
 */
import { checkRange } from "../../kernel/check.ts";
import { createRandom, shuffle, uniform } from "../../kernel/random.ts";
import type { Design, Point } from "./space.ts";

export interface LatinHypercubeOptions {
  /** Number of points, in [1, 100 000]. */
  readonly points: number;
  /** Number of axes, in [1, 1000]. */
  readonly dimensions: number;
  readonly seed: string | number;
  /**
   * Maximin: this many hypercubes are drawn, in [1, 10 000], and the one whose two nearest points are furthest apart is
   * kept, the earliest of equals. 1, the default, is a plain random hypercube. Takes candidates · points² · dimensions / 2
   * operations.
   */
  readonly candidates?: number;
  /** Puts points into the middle of their strata; without it (the default) anywhere in them. */
  readonly centered?: boolean;
}

/**
 * A Latin hypercube of `points` points of `dimensions` coordinates in (0, 1). Same options, same design; another number
 * of points is another design throughout.
 *
 * @throws InputError for a number outside its range.
 */
export function latinHypercube(options: LatinHypercubeOptions): Design {
  const { points, dimensions, seed, candidates = 1, centered = false } = options;
  checkRange("points", points, [1, 100_000], "points of a Latin hypercube", true);
  checkRange("dimensions", dimensions, [1, 1000], "axes", true);
  checkRange("candidates", candidates, [1, 10_000], "hypercubes to choose from", true);
  const random = createRandom(seed);
  const orders = random.key("latinHypercube", "order");
  const places = random.key("latinHypercube", "place");
  const strata = new Int32Array(points);
  const draw = (candidate: number): number[][] => {
    const design = Array.from({ length: points }, () => new Array<number>(dimensions));
    for (let j = 0; j < dimensions; j++) {
      const column = candidate * dimensions + j;
      shuffle(strata, orders, column);
      for (let i = 0; i < points; i++)
        design[i]![j] = (strata[i]! + (centered ? 0.5 : uniform(places, column, i))) / points;
    }
    return design;
  };
  let best = draw(0);
  if (candidates === 1) return best;
  let furthest = leastSquaredDistance(best);
  for (let candidate = 1; candidate < candidates; candidate++) {
    const design = draw(candidate);
    const distance = leastSquaredDistance(design);
    if (distance > furthest) [best, furthest] = [design, distance];
  }
  return best;
}

/** Squared Euclidean distance of the two nearest points; Infinity for fewer than two. */
function leastSquaredDistance(design: Design): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < design.length; i++)
    for (let k = 0; k < i; k++) least = Math.min(least, squaredDistance(design[i]!, design[k]!));
  return least;
}

/** Squared Euclidean distance of two points of equal length. */
export function squaredDistance(a: Point, b: Point): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j]! - b[j]!) * (a[j]! - b[j]!);
  return sum;
}
