/**
 * Approximate Bayesian computation: rejection, then sequential Monte Carlo with moves.
 *
 * Of `draws` points from the prior the `particles` nearest are kept (rejection). In each generation the farther half of
 * them is dropped and replaced by copies of the nearer half, the largest distance of which is the new tolerance ε; each
 * copy then takes some steps of a Markov chain that stays within ε, so that it becomes a draw of its own. A step moves a few
 * coordinates by a symmetric draw, mirrored at the ends of [0, 1]; as the prior is uniform, a step is taken if the run at
 * the new point lies within ε. All particles weigh the same, in however many dimensions.
 *
 * Sources: J. K. Pritchard et al. (1999), Molecular Biology and Evolution 16(12), 1791-1798 (rejection); C. C. Drovandi &
 * A. N. Pettitt (2011), Estimation of parameters for macroparasite population evolution using approximate Bayesian
 * computation, Biometrics 67(1), 225-233 (replenishment); P. Marjoram et al. (2003), PNAS 100(26), 15324-15328 (the step).
 * Departures: steps move about eight coordinates at a time, with the spread of the nearer half; the number of steps is fixed.
 */
import { createRandom, type Key, type Random, uniform } from "../../kernel/random.ts";
import type { Point } from "../designs/space.ts";

export interface SmcOptions {
  readonly dimensions: number;
  readonly seed: string | number;
  readonly draws: number;
  readonly particles: number;
  /** Most generations; fewer if every particle is at distance 0. */
  readonly generations: number;
  readonly moves: number;
}

/** Points of the unit cube with the distance of the run that was made at each. */
export interface Particle {
  readonly point: Point;
  readonly distance: number;
}

export interface Generation {
  /** 0 is rejection. */
  readonly index: number;
  /** Tolerance: the largest distance of a particle that was kept. */
  readonly epsilon: number;
  /** Estimated share of the prior within ε. */
  readonly priorShare: number;
  /** Steps tried and taken. */
  readonly tried: number;
  readonly taken: number;
  /** Particles at points of their own. */
  readonly distinct: number;
}

export interface Batch {
  readonly generation: number;
  /** Step within the generation, from 1; 0 for the draws from the prior. */
  readonly move: number;
  readonly points: readonly Point[];
  /** Distances beyond it need not be known. */
  readonly bound: number;
}

/** The distances of a batch of points, in their order; any number above the bound for those beyond it. */
export type Evaluate = (batch: Batch) => Promise<readonly number[]>;

export interface Population {
  readonly particles: readonly Particle[];
  readonly generations: readonly Generation[];
}

/** Coordinates that a step moves, on average. */
const MOVED = 8;

/** The same seed and distances give the same population, in however many starts it is made. */
export async function sequentialMonteCarlo(
  evaluate: Evaluate,
  options: SmcOptions,
  tell: (generation: Generation) => void = () => {},
): Promise<Population> {
  const { particles: size, draws } = options;
  const random = createRandom(options.seed);
  const prior = random.key("calibration", "prior");
  const points = Array.from({ length: draws }, (_, i) =>
    Array.from({ length: options.dimensions }, (_, k) => uniform(prior, 0, i, k)),
  );
  const distances = await evaluate({ generation: 0, move: 0, points, bound: Number.POSITIVE_INFINITY });
  let particles = nearestFirst(points.map((point, i) => ({ point, distance: distances[i]! }))).slice(0, size);
  let priorShare = share(distances, particles.at(-1)!.distance);
  const generations: Generation[] = [];
  const note = (generation: Generation) => {
    generations.push(generation);
    tell(generation);
  };
  note({ index: 0, epsilon: particles.at(-1)!.distance, priorShare, tried: draws, taken: size, distinct: size });
  for (let index = 1; index <= options.generations && particles.at(-1)!.distance > 0; index++) {
    const epsilon = particles[Math.ceil(size / 2) - 1]!.distance;
    const kept = particles.filter(({ distance }) => distance <= epsilon);
    priorShare *= kept.length / size;
    const { moved, tried, taken } = await replenish(kept, { index, epsilon, random, evaluate, options });
    particles = nearestFirst([...kept, ...moved]);
    note({ index, epsilon, priorShare, tried, taken, distinct: new Set(particles.map(({ point }) => point)).size });
  }
  return { particles, generations };
}

/** Nearest first; those as near in the order they came in. */
const nearestFirst = (particles: readonly Particle[]) => particles.toSorted((a, b) => a.distance - b.distance);

const share = (distances: readonly number[], epsilon: number) =>
  distances.filter((distance) => distance <= epsilon).length / distances.length;

interface Move {
  readonly index: number;
  readonly epsilon: number;
  readonly random: Random;
  readonly evaluate: Evaluate;
  readonly options: SmcOptions;
}

/** Copies of kept particles, as many as are lacking, each moved on from where it was copied. */
async function replenish(kept: readonly Particle[], { index, epsilon, random, evaluate, options }: Move) {
  const pick = random.key("calibration", "pick");
  const lacking = options.particles - kept.length;
  let moved = Array.from({ length: lacking }, (_, i) => kept[Math.floor(uniform(pick, index, i) * kept.length)]!);
  const spread = spreadOf(kept);
  let taken = 0;
  for (let move = 1; move <= options.moves && lacking > 0; move++) {
    const keys = [random.key("calibration", `which${move}`), random.key("calibration", `step${move}`)] as const;
    const points = moved.map(({ point }, i) => stepped(point, spread, keys, index, i));
    const distances = await evaluate({ generation: index, move, points, bound: epsilon });
    moved = moved.map((particle, i) => {
      if (distances[i]! > epsilon) return particle;
      taken++;
      return { point: points[i]!, distance: distances[i]! };
    });
  }
  return { moved, tried: lacking * options.moves, taken };
}

/** Standard deviation of the particles in each dimension. */
function spreadOf(particles: readonly Particle[]): number[] {
  return particles[0]!.point.map((_, k) => {
    const mean = particles.reduce((sum, { point }) => sum + point[k]!, 0) / particles.length;
    return Math.sqrt(particles.reduce((sum, { point }) => sum + (point[k]! - mean) ** 2, 0) / particles.length);
  });
}

/** A symmetric step: coordinates drawn by lot move by the spread times a sum of four uniform draws of variance 1. */
function stepped(
  point: Point,
  spread: readonly number[],
  [which, by]: readonly [Key, Key],
  generation: number,
  i: number,
): Point {
  const chance = Math.min(1, MOVED / point.length);
  const sure = Math.floor(uniform(which, generation, i, point.length) * point.length);
  return point.map((u, k) => {
    if (k !== sure && uniform(which, generation, i, k) > chance) return u;
    const sum = [0, 1, 2, 3].reduce((total, n) => total + uniform(by, generation, i, 4 * k + n), 0);
    return mirrored(u + spread[k]! * (sum - 2) * Math.sqrt(3));
  });
}

/** A coordinate mirrored at 0 and 1 until it lies between them. */
function mirrored(u: number): number {
  const x = Math.abs(u) % 2;
  return x > 1 ? 2 - x : x;
}
