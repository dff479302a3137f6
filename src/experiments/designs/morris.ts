/**
 * Morris trajectories: walks through a grid of levels that change one factor a step, for elementary effects.
 *
 * Sources: M. D. Morris (1991), Factorial sampling plans for preliminary computational experiments, Technometrics 33(2),
 * 161-174; the choice of trajectories that spread widest: F. Campolongo, J. Cariboni & A. Saltelli (2007), An effective
 * screening design for sensitivity analysis of large models, Environmental Modelling & Software 22(10), 1509-1518. They
 * compare all combinations, of which there are too many past some twenty candidates; here the widest pair is taken and then,
 * one by one, the candidate that adds most, in the manner of M. V. Ruano, J. Ribes, A. Seco & J. Ferrer (2012), An
 * improved sampling strategy based on trajectory design for application of the Morris method to systems with many input
 * factors, same journal 37, 103-109. For two trajectories both are the same.
 */
import { checkRange, InputError } from "../../kernel/check.ts";
import { createRandom, type Random, shuffle, uniform } from "../../kernel/random.ts";
import { squaredDistance } from "./latinHypercube.ts";
import type { Design } from "./space.ts";

export interface MorrisOptions {
  /** Number of trajectories r, in [1, 10 000]; 10 to 50 are usual. */
  readonly trajectories: number;
  /** Number of axes d, in [1, 1000]. */
  readonly dimensions: number;
  /** Levels p of an axis, even, in [2, 100]; 4 by default. They lie at 0, 1 / (p - 1), …, 1. */
  readonly levels?: number;
  readonly seed: string | number;
  /**
   * Chooses the trajectories among so many, in [trajectories, 10 000], so that they spread widely. Without it the
   * trajectories are independent, and asking for more leaves the earlier ones as they are. Takes about
   * candidates² · dimensions³ / 2 operations: a hundred candidates are plenty.
   */
  readonly candidates?: number;
}

/**
 * Trajectories of d + 1 points each, one after another: r · (d + 1) points of d coordinates in [0, 1].
 *
 * From one point to the next of a trajectory exactly one coordinate changes, up or down by delta = p / (2 (p - 1)), and
 * each changes once, in a random order. Morris' delta makes every level equally likely.
 *
 * @throws InputError for a number outside its range, odd levels, or fewer candidates than trajectories.
 */
export function morris(options: MorrisOptions): Design {
  const { trajectories, dimensions, levels = 4, seed, candidates = trajectories } = options;
  checkRange("trajectories", trajectories, [1, 10_000], "trajectories", true);
  checkRange("dimensions", dimensions, [1, 1000], "axes", true);
  checkRange("levels", levels, [2, 100], "levels of an axis", true);
  if (levels % 2 !== 0)
    throw new InputError(`levels must be even, so that a step of half of them reaches every level; got ${levels}`);
  checkRange("candidates", candidates, [trajectories, 10_000], "trajectories to choose from", true);
  const random = createRandom(seed);
  const drawn = Array.from({ length: candidates }, (_, t) => trajectory(t, dimensions, levels, random));
  return candidates === trajectories ? drawn.flat() : widest(drawn, trajectories).flat();
}

/** Trajectory t: a random level of each axis from which a step of half the levels stays inside, and a random order. */
function trajectory(t: number, dimensions: number, levels: number, random: Random): Design {
  const half = levels / 2;
  const base = random.key("morris", "base");
  const up = random.key("morris", "direction");
  const order = new Int32Array(dimensions);
  shuffle(order, random.key("morris", "order"), t);
  const level = Array.from(
    order,
    (_, j) => Math.floor(uniform(base, t, j) * half) + (uniform(up, t, j) < 0.5 ? 0 : half),
  );
  const place = () => level.map((l) => l / (levels - 1));
  const walk = [place()];
  for (const j of order) {
    level[j]! += level[j]! < half ? half : -half;
    walk.push(place());
  }
  return walk;
}

/** So many of the candidates that their squared distances are large in sum, in the order of the candidates. */
function widest(candidates: readonly Design[], wanted: number): readonly Design[] {
  const squared = candidates.map((a, m) => candidates.map((b, l) => (l < m ? trajectoryDistance(a, b) ** 2 : 0)));
  const between = (m: number, l: number) => squared[Math.max(m, l)]![Math.min(m, l)]!;
  const left = new Set(candidates.keys());
  const gain = new Float64Array(candidates.length);
  const take = (m: number): void => {
    left.delete(m);
    for (const l of left) gain[l]! += between(m, l);
  };
  take(wanted === 1 ? 0 : endOfWidestPair(squared));
  for (let count = 1; count < wanted; count++) {
    let best = -1;
    for (const m of left) if (best < 0 || gain[m]! > gain[best]!) best = m;
    take(best);
  }
  return candidates.filter((_, m) => !left.has(m));
}

function endOfWidestPair(squared: readonly (readonly number[])[]): number {
  let [end, most] = [0, -1];
  for (const [m, row] of squared.entries()) {
    for (const d of row) if (d > most) [end, most] = [m, d];
  }
  return end;
}

/** Distance of two trajectories: the sum of the distances of all their points (Campolongo et al. 2007). */
export function trajectoryDistance(a: Design, b: Design): number {
  let sum = 0;
  for (const p of a) for (const q of b) sum += Math.sqrt(squaredDistance(p, q));
  return sum;
}
