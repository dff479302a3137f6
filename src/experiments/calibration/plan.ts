/** What a plan of a calibration says, and its check. Plain data, as a file holds it. */
import { checkRange, format, InputError, unknownName } from "../../kernel/check.ts";
import { parseDate } from "../../kernel/clock.ts";
import { checkKeys } from "../axes.ts";
import { type Place, pathText, shownName } from "../place.ts";

/** A uniform prior between two ends; with `log` it is the logarithm that is uniform, for rates of unknown order. */
export interface Prior {
  readonly from: number;
  readonly to: number;
  readonly log?: boolean;
}

export type Priors = Readonly<Record<string, Prior>>;

export interface CalibrationPlan {
  readonly name?: string;
  /** Names of shipped scenarios, or paths. Their patterns are what is aimed at; put the cheapest first. */
  readonly scenarios: readonly string[];
  readonly seed: string | number;
  /** Behavioral parameters, one value for all scenarios, by dotted name. All others stay at their defaults. */
  readonly priors: Priors;
  /**
   * Values of contexts, by scenario: as it is listed, or by its name. A scenario that is left out has a prior for every number of its context whose source
   * states one as "prior [low, high]", but for those that set the population.
   */
  readonly context?: Readonly<Record<string, Priors>>;
  /** Patterns kept for the check afterwards, by scenario: they play no part in the distance. */
  readonly heldOut?: Readonly<Record<string, readonly string[]>>;
  /** Last date of the runs; patterns in use are read by then. The scenarios' by default. */
  readonly until?: string;
  /** Draws from the prior, of which the nearest are kept: rejection. */
  readonly draws: number;
  /** Particles kept, and so draws of the posterior. */
  readonly particles: number;
  /** Most generations of sequential Monte Carlo after rejection. */
  readonly generations: number;
  /** Steps that a replaced particle takes in each generation; 2 by default. */
  readonly moves?: number;
  /** Distance that is near enough: ε is never less. 0 by default: all patterns in use met by each particle's run. */
  readonly tolerance?: number;
  /** Steps of all particles after the last generation, so that copies part; none by default. */
  readonly settle?: number;
  /** Particles that are tried as the point, and the runs of each in every scenario. */
  readonly point: { readonly candidates: number; readonly replicates: number };
}

export const CALIBRATION_KEYS = [
  ...["scenarios", "seed", "priors", "draws", "particles", "generations", "point"],
  ...["name", "context", "heldOut", "until", "moves", "tolerance", "settle", "$schema"],
];
const REQUIRED = CALIBRATION_KEYS.slice(0, 7);
const MOST = 1_000_000;

export type CheckedCalibration = CalibrationPlan & { readonly moves: number };

/**
 * Checks the form of a plan and fills in its defaults; names of scenarios, parameters, fields and patterns are checked
 * with what declares them (`keyedAsListed`, `spaceOf`, `targetsOf`).
 *
 * @throws InputError that begins with the place of the first thing wrong.
 */
export function checkCalibration(value: unknown, place: Place = pathText): CheckedCalibration {
  const plan = record(value, [], place);
  checkKeys(plan, CALIBRATION_KEYS, [], place);
  const missing = REQUIRED.find((key) => !Object.hasOwn(plan, key));
  if (missing) throw new InputError(`${place([])} lacks "${missing}"`);
  const { scenarios, seed } = plan;
  if (!Array.isArray(scenarios) || scenarios.length === 0 || scenarios.some((s) => typeof s !== "string"))
    throw new InputError(`${place(["scenarios"])} must be a list of names or paths; got ${format(scenarios)}`);
  if (!((typeof seed === "string" && seed !== "") || typeof seed === "number"))
    throw new InputError(`${place(["seed"])} must be a text or a number; got ${format(seed)}`);
  checkPriors(plan.priors, ["priors"], place);
  for (const [name, priors] of entries(plan, "context", place)) checkPriors(priors, ["context", name], place);
  for (const [name, patterns] of entries(plan, "heldOut", place))
    if (!Array.isArray(patterns) || patterns.some((p) => typeof p !== "string"))
      throw new InputError(`${place(["heldOut", name])} must be a list of names of patterns; got ${format(patterns)}`);
  if (plan.until !== undefined) parseDate(plan.until, place(["until"]));
  checkSizes(plan, place);
  const { $schema: _, ...rest } = plan;
  return { moves: 2, ...rest } as unknown as CheckedCalibration;
}

function checkSizes(plan: Record<string, unknown>, place: Place): void {
  checkRange(place(["particles"]), plan.particles, [4, MOST], "particles", true);
  checkRange(place(["draws"]), plan.draws, [plan.particles as number, MOST], "draws, at least one a particle", true);
  checkRange(place(["generations"]), plan.generations, [0, 1000], "generations", true);
  if (plan.moves !== undefined) checkRange(place(["moves"]), plan.moves, [1, 100], "steps a generation", true);
  if (plan.tolerance !== undefined) checkRange(place(["tolerance"]), plan.tolerance, [0, 2], "distance");
  if (plan.settle !== undefined) checkRange(place(["settle"]), plan.settle, [0, 1000], "steps", true);
  const point = record(plan.point, ["point"], place);
  checkKeys(point, ["candidates", "replicates"], ["point"], place);
  const most = plan.particles as number;
  checkRange(place(["point", "candidates"]), point.candidates, [1, most], "particles, at most all", true);
  checkRange(place(["point", "replicates"]), point.replicates, [1, MOST], "runs a candidate", true);
}

const entries = (plan: Record<string, unknown>, key: string, place: Place) =>
  plan[key] === undefined ? [] : Object.entries(record(plan[key], [key], place));

/**
 * The plan with `context` and `heldOut` under the scenarios as it lists them: they may stand there by the name that a
 * scenario has in its file as well, which is what its results are called by.
 *
 * @param names - Names of the plan's scenarios, loaded, in its order.
 * @throws InputError for what is neither, or stands under both.
 */
export function keyedAsListed(
  plan: CheckedCalibration,
  names: readonly string[],
  place: Place = pathText,
): CheckedCalibration {
  const { scenarios } = plan;
  const listed = (key: "context" | "heldOut", name: string): string => {
    if (scenarios.includes(name)) return name;
    const found = scenarios[names.indexOf(name)];
    const at = place([key, name], true);
    if (found === undefined) {
      const known = [...new Set([...scenarios, ...names])];
      throw new InputError(`${at}: ${unknownName("scenario of the plan", shownName(name), known).message}`);
    }
    if (Object.hasOwn(plan[key]!, found))
      throw new InputError(`${at} must be left out, for it is the scenario ${found}; got both`);
    return found;
  };
  const renamed = <T>(key: "context" | "heldOut", of: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(of).map(([name, value]) => [listed(key, name), value]));
  return {
    ...plan,
    ...(plan.context ? { context: renamed("context", plan.context) } : {}),
    ...(plan.heldOut ? { heldOut: renamed("heldOut", plan.heldOut) } : {}),
  };
}

function checkPriors(value: unknown, path: readonly string[], place: Place): void {
  for (const [name, prior] of Object.entries(record(value, path, place))) {
    const at = [...path, name];
    const { from, to, log = false } = record(prior, at, place);
    checkKeys(prior as object, ["from", "to", "log"], at, place);
    for (const [key, end] of Object.entries({ from, to }))
      checkRange(place([...at, key]), end, [-MOST, MOST], "end of the prior");
    if (typeof log !== "boolean")
      throw new InputError(`${place([...at, "log"])} must be true or false; got ${format(log)}`);
    if ((from as number) >= (to as number))
      throw new InputError(`${place([...at, "from"])} must be below to (${to}); got ${from}`);
    if (log && (from as number) <= 0)
      throw new InputError(`${place([...at, "from"])} must be above 0 for a prior with log; got ${from}`);
  }
}

function record(value: unknown, path: readonly string[], place: Place): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new InputError(`${place([...path])} must hold keys and values; got ${format(value)}`);
}
