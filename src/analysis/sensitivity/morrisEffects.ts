/**
 * Elementary effects of Morris trajectories: which inputs matter at all, and which act unevenly or together.
 *
 * Sources: M. D. Morris (1991), Factorial sampling plans for preliminary computational experiments, Technometrics 33(2),
 * 161-174 (mu, sigma); F. Campolongo, J. Cariboni & A. Saltelli (2007), An effective screening design for sensitivity
 * analysis of large models, Environmental Modelling & Software 22(10), 1509-1518 (mu*).
 */
import { InputError } from "../../kernel/check.ts";
import { mean, sd } from "../summary.ts";
import { type BootstrapOptions, checkFinite, type Estimate, eachResample, estimate, isConstant } from "./bootstrap.ts";

export interface MorrisEffectsOptions extends BootstrapOptions {
  /** The design: r trajectories of d + 1 points of d coordinates, as `morris` makes it. r is 2 at least. */
  readonly points: readonly (readonly number[])[];
  /** The output at each point, in the same order. */
  readonly outputs: readonly number[];
}

/** Effects of one axis, in units of the output for the whole width of the axis. */
export interface MorrisEffect {
  /** Mean of the effects: opposite ones cancel. */
  readonly mu: number;
  /** Mean of their absolute values, the rank of importance; with the bootstrap interval over trajectories. */
  readonly muStar: Estimate;
  /** Their standard deviation (r - 1): above 0 where the axis acts unevenly or together with others. */
  readonly sigma: number;
}

export interface MorrisEffects {
  /** r. */
  readonly trajectories: number;
  /** Whether the output is the same everywhere (up to twelve digits), so that no axis has an effect. */
  readonly constant: boolean;
  /** One entry an axis, in the order of the coordinates. */
  readonly axes: readonly MorrisEffect[];
}

/**
 * Mean, absolute mean and spread of the elementary effects (y' - y) / (x' - x) of every axis.
 *
 * @throws InputError for points that are no trajectories (saying at which step), another number of outputs than points, and
 * outputs that are not finite (saying where).
 */
export function morrisEffects(options: MorrisEffectsOptions): MorrisEffects {
  const { points, outputs } = options;
  const dimensions = points[0]?.length ?? 0;
  const length = dimensions + 1;
  const trajectories = points.length / length;
  if (dimensions === 0 || !Number.isInteger(trajectories) || trajectories < 2)
    throw new InputError(
      `points must be two trajectories at least, of ${length} points for ${dimensions} coordinates; got ${points.length} points`,
    );
  if (outputs.length !== points.length)
    throw new InputError(`outputs must be one a point, ${points.length} in all; got ${outputs.length}`);
  checkFinite(outputs, (i) => `trajectory ${Math.floor(i / length) + 1}, point ${(i % length) + 1}`);
  const effects = Array.from({ length: dimensions }, () => new Array<number>(trajectories).fill(Number.NaN));
  for (let t = 0; t < trajectories; t++) {
    for (let step = 1; step < length; step++) {
      const at = t * length + step;
      const where = `trajectory ${t + 1}, step ${step}`;
      const axis = changedAxis(points[at - 1]!, points[at]!, where);
      if (!Number.isNaN(effects[axis]![t]!))
        throw new InputError(`${where} changes axis ${axis + 1}, which an earlier step changed; each may change once`);
      effects[axis]![t] = (outputs[at]! - outputs[at - 1]!) / (points[at]![axis]! - points[at - 1]![axis]!);
    }
  }
  return { trajectories, constant: isConstant(outputs), axes: summaries(effects, trajectories, options) };
}

function summaries(effects: readonly number[][], trajectories: number, options: BootstrapOptions): MorrisEffect[] {
  const sizes = effects.map((own) => own.map(Math.abs));
  const resampled = effects.map((): number[] => []);
  eachResample(trajectories, options, (counts) => {
    for (const [j, own] of sizes.entries())
      resampled[j]!.push(own.reduce((sum, e, t) => sum + counts[t]! * e, 0) / trajectories);
  });
  return effects.map((own, j) => ({
    mu: mean(own)!,
    muStar: estimate(mean(sizes[j]!)!, resampled[j]!, options.confidence),
    sigma: sd(own)!,
  }));
}

/** The one axis in which two points differ. */
function changedAxis(from: readonly number[], to: readonly number[], where: string): number {
  if (from.length !== to.length)
    throw new InputError(`${where} leads from a point of ${from.length} coordinates to one of ${to.length}`);
  const changed = [...from.keys()].filter((j) => from[j] !== to[j]);
  if (changed.length !== 1)
    throw new InputError(`${where} must change exactly one coordinate; it changes ${changed.length}`);
  return changed[0]!;
}
