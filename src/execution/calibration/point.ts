/**
 * The point of a posterior that is taken for defaults: of its most central particles, and its medians, the one whose runs
 * meet the patterns in use most surely.
 */
import { isInside } from "../../analysis/patterns.ts";
import { median, sd } from "../../analysis/summary.ts";
import { measuresOf } from "../../experiments/calibration/distance.ts";
import type { Particle } from "../../experiments/calibration/smc.ts";
import { type Dimension, drawOf } from "../../experiments/calibration/space.ts";
import type { Point } from "../../experiments/designs/space.ts";
import type { Draw } from "../../experiments/trials.ts";
import type { Calibration } from "./load.ts";
import type { RunsOf } from "./runs.ts";

/** A candidate, and the share of its runs inside each pattern in use, by scenario in the order of its patterns. */
export interface Candidate extends Draw {
  readonly shares: readonly (readonly number[])[];
}

export interface ChosenPoint {
  /** Values of two digits. */
  readonly point: Candidate;
  readonly candidates: readonly Candidate[];
}

/** Digits of the values of a point: more would claim what the posterior does not know. */
const DIGITS = 2;

export async function choosePoint(
  { plan, scenarios, space, targets }: Calibration,
  particles: readonly Particle[],
  run: RunsOf,
): Promise<ChosenPoint> {
  const { candidates: count, replicates } = plan.point;
  const draws = central(space, particles, count).map((point) => drawOf(space, point, DIGITS));
  const shares: number[][][] = draws.map(() => []);
  for (const s of scenarios.keys()) {
    const own = targets[s]!;
    const results = await run({
      ...{ folder: "point", stage: "point", scenario: s, draws, replicates, until: plan.until },
      measures: measuresOf(own.map(({ pattern }) => pattern)),
    });
    for (const d of draws.keys())
      shares[d]!.push(
        own.map(({ pattern, at }) => {
          const met = Array.from({ length: replicates }, (_, r) => results.value(0, d, r, at, pattern.measure));
          return met.filter((value) => isInside(pattern, value)).length / replicates;
        }),
      );
  }
  const candidates = draws.map((draw, d): Candidate => ({ ...draw, shares: shares[d]! }));
  return { point: candidates.reduce((best, other) => (surer(other, best) ? other : best)), candidates };
}

/** The least share of a pattern counts first, then their mean. */
function surer(a: Candidate, b: Candidate): boolean {
  const [x, y] = [a.shares.flat(), b.shares.flat()];
  const [least, other] = [Math.min(...x), Math.min(...y)];
  return least === other ? sum(x) > sum(y) : least > other;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The medians, and the distinct particles nearest to them, in units of the posterior's spread. */
function central(space: readonly Dimension[], particles: readonly Particle[], count: number): Point[] {
  const columns = space.map((_, k) => particles.map(({ point }) => point[k]!));
  const center = columns.map((column) => median(column)!);
  const spread = columns.map((column) => sd(column) || 1);
  const off = (point: Point) => point.reduce((total, u, k) => total + ((u - center[k]!) / spread[k]!) ** 2, 0);
  const distinct = [...new Set(particles.map(({ point }) => point))].sort((a, b) => off(a) - off(b));
  return [center, ...distinct].slice(0, count);
}
