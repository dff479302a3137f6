/**
 * How far a run lies from the patterns it is held against.
 *
 * A pattern is an interval, so a value inside it is at distance 0, as in pattern-oriented modeling, where a pattern is
 * matched or not; outside, the distance grows in units of the interval's width, up to a limit at which it no longer
 * matters how far:
 *
 *   d = √( Σ v² / n )    v = min(2, gap / width)
 *
 * over the n patterns in use of all scenarios. A value that is missing counts as far as any.
 *
 * Sources: V. Grimm & S. F. Railsback (2012), Pattern-oriented modelling, Philosophical Transactions of the Royal Society
 * B 367(1586), 298-310; E. van der Vaart et al. (2015), Calibration and evaluation of individual-based models using
 * approximate Bayesian computation, Ecological Modelling 312, 182-190.
 */
import { InputError } from "../../kernel/check.ts";
import { parseDate } from "../../kernel/clock.ts";
import type { Pattern, Scenario } from "../../model/scenario.ts";
import type { MeasureValue } from "../../observe/measure.ts";
import type { MeasureName } from "../../observe/measures.ts";
import { type Place, pathText } from "../place.ts";
import type { CalibrationPlan } from "./plan.ts";

/** A pattern, and where in a run's results its value stands. */
export interface Target {
  readonly pattern: Pattern;
  readonly at: "reading" | "final";
}

export const FARTHEST = 2;

/**
 * The patterns of a plan's scenarios that are in use: all that are not held out.
 *
 * @throws InputError if a pattern is held out that there is not, none is left, or one is read at no date of the runs.
 */
export function targetsOf(plan: CalibrationPlan, scenarios: readonly Scenario[], place: Place = pathText): Target[][] {
  return scenarios.map((scenario, s) => {
    const name = plan.scenarios[s]!;
    const held = plan.heldOut?.[name] ?? [];
    const unknown = held.find((own) => !scenario.patterns.some((pattern) => pattern.name === own));
    if (unknown !== undefined)
      throw new InputError(`${place(["heldOut", name])} must name patterns of ${name}; got "${unknown}"`);
    const used = scenario.patterns.filter((pattern) => !held.includes(pattern.name));
    if (used.length === 0) throw new InputError(`scenario ${name}: expected a pattern to calibrate to; got none`);
    const until = plan.until ?? scenario.until;
    return used.map((pattern) => ({ pattern, at: readAt(pattern, scenario, until, place) }));
  });
}

function readAt({ name, at }: Pattern, { reading }: Scenario, until: string, place: Place): Target["at"] {
  if (at === "reading" || at === reading) return "reading";
  if (at === "final" || at === until) return "final";
  throw new InputError(
    `${place(["until"])} must be the date at which pattern ${name} is read (${at}), or hold it out; got ${until}`,
  );
}

/** How far a value lies outside a pattern, in widths of its interval: 0 inside, 2 at most. */
export function violation({ low, high }: Pick<Pattern, "low" | "high">, value: MeasureValue): number {
  if (value === null) return FARTHEST;
  const [x, a, b] = [numberOf(value), low === null ? null : numberOf(low), high === null ? null : numberOf(high)];
  const gap = Math.max(0, a === null ? 0 : a - x, b === null ? 0 : x - b);
  if (gap === 0) return 0;
  const width = a !== null && b !== null && b > a ? b - a : 1;
  return Math.min(FARTHEST, gap / width);
}

/** Numbers as they are, dates as days. */
function numberOf(value: NonNullable<MeasureValue>): number {
  return typeof value === "number" ? value : parseDate(value);
}

/** Σ v² over patterns; `distanceOf` of the sum over all scenarios. */
export function squares(targets: readonly Target[], read: (target: Target) => MeasureValue): number {
  return targets.reduce((sum, target) => sum + violation(target.pattern, read(target)) ** 2, 0);
}

export const distanceOf = (sum: number, patterns: number) => Math.sqrt(sum / patterns);

/** The measures that patterns are read from. */
export const measuresOf = (patterns: readonly Pick<Pattern, "measure">[]) =>
  [...new Set(patterns.map(({ measure }) => measure))] as MeasureName[];
