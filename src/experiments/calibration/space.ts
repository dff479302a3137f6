/** The space of a calibration: one dimension a parameter and a context value, each a coordinate in [0, 1] by its prior. */
import { InputError } from "../../kernel/check.ts";
import { exp, log } from "../../kernel/math.ts";
import { standardModel } from "../../model/community.ts";
import { FIELDS_BY_NAME } from "../../model/context.ts";
import type { Scenario } from "../../model/scenario.ts";
import { declaredBy } from "../declared.ts";
import { type Point, valueAt } from "../designs/space.ts";
import { type Place, pathText } from "../place.ts";
import { knownName } from "../planCheck.ts";
import type { Draw } from "../trials.ts";
import type { CalibrationPlan, Prior, Priors } from "./plan.ts";

export interface Dimension {
  /** Dotted name of a parameter or context field. */
  readonly name: string;
  /** The scenario whose context it belongs to; undefined for a behavioral parameter, which all share. */
  readonly scenario?: string;
  readonly prior: Prior;
  readonly integer: boolean;
}

/** What sets how many residents there are: costs grow with it, and the patterns count for the study's own size. */
const POPULATION = ["start.communities", "start.households", "start.blocks"];

/** Digits that a drawn value keeps: more say nothing. */
const DIGITS = 4;

/**
 * The dimensions of a plan, parameters first.
 *
 * @param scenarios - Those of the plan, loaded, in its order.
 * @throws InputError for a name that is not declared, holds no number, or has a prior beyond its range.
 */
export function spaceOf(plan: CalibrationPlan, scenarios: readonly Scenario[], place: Place = pathText): Dimension[] {
  const own = dimensions(plan.priors, ["priors"], undefined, place);
  const field = own.find(({ name }) => FIELDS_BY_NAME[name]);
  if (field)
    throw new InputError(`${place(["priors", field.name], true)} must be a behavioral parameter; got a context field`);
  const contexts = scenarios.flatMap((scenario, s) => {
    const given = plan.context?.[plan.scenarios[s]!];
    return dimensions(given ?? statedPriors(scenario), ["context", plan.scenarios[s]!], plan.scenarios[s], place);
  });
  return [...own, ...contexts];
}

/** Priors that a scenario's sources state, for numbers of its context. */
export function statedPriors({ sources }: Scenario): Priors {
  return Object.fromEntries(
    Object.entries(sources).flatMap(([name, source]) => {
      const [, from, to] = /prior \[([\d.]+), ([\d.]+)\]/.exec(source) ?? [];
      const kind = FIELDS_BY_NAME[name]?.kind;
      if (to === undefined || POPULATION.includes(name) || (kind !== "number" && kind !== "integer")) return [];
      return [[name, { from: Number(from), to: Number(to) }]];
    }),
  );
}

function dimensions(priors: Priors, path: readonly string[], scenario: string | undefined, place: Place): Dimension[] {
  const declared = declaredBy(standardModel);
  return Object.entries(priors).map(([name, prior]) => {
    const at = [...path, name];
    const known = knownName(name, declared, at, place);
    if (known.kind !== "number" && known.kind !== "integer")
      throw new InputError(`${place(at, true)} must hold a number to have a prior; got ${known.kind}`);
    known.check(prior.from, [...at, "from"], place);
    known.check(prior.to, [...at, "to"], place);
    return { name, ...(scenario === undefined ? {} : { scenario }), prior, integer: known.kind === "integer" };
  });
}

/** The value of a dimension at coordinate u in [0, 1], rounded to so many digits within the prior. */
export function coordinateValue({ name, prior, integer }: Dimension, u: number, digits = DIGITS): number {
  const { from, to, log: isLog = false } = prior;
  const value = isLog
    ? exp(log(from) + u * (log(to) - log(from)))
    : (valueAt({ name, low: from, high: to, integer }, u) as number);
  return integer ? value : Math.min(to, Math.max(from, Number(value.toPrecision(digits))));
}

/** What a point of the unit cube sets in the scenarios, by values of so many digits. */
export function drawOf(space: readonly Dimension[], point: Point, digits = DIGITS): Draw {
  const of = (scenario: string | undefined) =>
    Object.fromEntries(
      space.flatMap((dimension, k) =>
        dimension.scenario === scenario ? [[dimension.name, coordinateValue(dimension, point[k]!, digits)]] : [],
      ),
    );
  const scenarios = [...new Set(space.flatMap(({ scenario }) => scenario ?? []))];
  return { values: of(undefined), arms: Object.fromEntries(scenarios.map((name) => [name, of(name)])) };
}
