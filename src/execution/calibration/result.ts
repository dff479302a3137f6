/** What a calibration found, as plain data: its `posterior.json`. */
import { correlation, type Identification, identification } from "../../analysis/identification.ts";
import type { CheckedCalibration } from "../../experiments/calibration/plan.ts";
import type { PredictedPattern } from "../../experiments/calibration/posterior.ts";
import type { Generation, Population } from "../../experiments/calibration/smc.ts";
import { coordinateValue, type Dimension, drawOf } from "../../experiments/calibration/space.ts";
import type { Draw } from "../../experiments/trials.ts";
import { VERSION } from "../version.ts";
import type { Calibration } from "./load.ts";
import type { ChosenPoint } from "./point.ts";

export const FORMAT = "linli-posterior-1";

/** One of equally likely draws. `arms` holds context values by scenario. */
export interface PosteriorDraw extends Draw {
  readonly distance: number;
}

/** A dimension with what was learnt of it: the coordinate's statistics, and the values that they stand for. */
export interface LearntDimension extends Dimension {
  readonly learnt: Identification;
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** Coordinates of the draws, in [0, 1]. */
  readonly coordinates: readonly number[];
}

export interface CorrelatedPair {
  readonly a: number;
  readonly b: number;
  readonly correlation: number;
}

export interface CalibrationResult {
  readonly format: typeof FORMAT;
  readonly version: string;
  readonly plan: CheckedCalibration;
  /** Patterns in use and held out, by scenario. */
  readonly used: readonly (readonly string[])[];
  readonly heldOut: readonly (readonly string[])[];
  /** Runs that failed: each counts as far off as any. */
  readonly failed: number;
  readonly generations: readonly Generation[];
  readonly dimensions: readonly LearntDimension[];
  /** The pairs of dimensions that hang together most, strongest first. */
  readonly pairs: readonly CorrelatedPair[];
  readonly draws: readonly PosteriorDraw[];
  readonly chosen: ChosenPoint;
  /** By scenario. */
  readonly check: readonly (readonly PredictedPattern[])[];
}

const PAIRS = 10;

export function resultOf(
  { plan, scenarios, space, targets }: Calibration,
  { particles, generations }: Population,
  chosen: ChosenPoint,
  check: CalibrationResult["check"],
  failed = 0,
): CalibrationResult {
  const used = targets.map((own) => own.map(({ pattern }) => pattern.name));
  const dimensions = space.map((dimension, k): LearntDimension => {
    const coordinates = particles.map(({ point }) => Number(point[k]!.toFixed(4)));
    const learnt = identification(coordinates);
    const value = (u: number) => coordinateValue(dimension, u);
    return {
      ...dimension,
      ...{ learnt, median: value(learnt.median), low: value(learnt.low), high: value(learnt.high), coordinates },
    };
  });
  return {
    ...{ format: FORMAT, version: VERSION, plan, used, failed, generations, dimensions, chosen, check },
    heldOut: scenarios.map(({ scenario }, s) =>
      scenario.patterns.map(({ name }) => name).filter((name) => !used[s]!.includes(name)),
    ),
    pairs: strongest(dimensions),
    draws: particles.map(({ point, distance }) => ({ ...drawOf(space, point), distance })),
  };
}

function strongest(dimensions: readonly LearntDimension[]): CorrelatedPair[] {
  const pairs = dimensions.flatMap((x, a) =>
    dimensions.slice(a + 1).map((y, k) => ({
      ...{ a, b: a + 1 + k },
      correlation: correlation(x.coordinates, y.coordinates) ?? 0,
    })),
  );
  return pairs.sort((p, q) => Math.abs(q.correlation) - Math.abs(p.correlation)).slice(0, PAIRS);
}
