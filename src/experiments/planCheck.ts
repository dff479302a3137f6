/** The check of a plan: from anything that a file or a program may hold to a plan that can be run, or one clear error. */
import { checkRange, format, InputError, unknownName } from "../kernel/check.ts";
import { parseDate } from "../kernel/clock.ts";
import { standardModel } from "../model/community.ts";
import { BLOCK_NAMES } from "../model/context.ts";
import type { Model } from "../model/mechanism.ts";
import { unknownSetting } from "../model/names.ts";
import { MEASURE_NAMES } from "../observe/measures.ts";
import { axisOf, checkDistinct, checkKeys, type SweepAxis } from "./axes.ts";
import { type Declared, declaredBy } from "./declared.ts";
import { checkDesign, takesLevels } from "./designCheck.ts";
import { type Path, type Place, pathText, shownName } from "./place.ts";
import type { Plan } from "./plan.ts";

/** Keys of a plan, those that must be there first. `$schema` is for editors. */
export const REQUIRED = ["scenarios", "axes", "replicates", "seed"] as const;
const KEYS = [
  ...REQUIRED,
  ...["name", "design", "values", "swaps", "measures", "until", "series", "events", "paired", "model", "$schema"],
];
/** Most replicates of a point, and most weeks between records of the series. */
export const MOST_REPLICATES = 1_000_000;
export const MOST_SERIES = 520;
const MOST_DEPTH = 20;

/** A plan in which all is said. */
export type CheckedPlan = Plan & Required<Pick<Plan, "design" | "measures" | "series" | "events" | "paired">>;

export interface PlanCheckOptions {
  /** Whose parameters the plan may name; the standard model by default. */
  readonly model?: Model;
  /** Names a place for errors; its path by default. */
  readonly place?: Place;
}

/**
 * Checks a plan and returns it with its defaults filled in, as a copy of plain data.
 *
 * @throws InputError that begins with the place of the first thing wrong.
 */
export function checkPlan(value: unknown, options: PlanCheckOptions = {}): CheckedPlan {
  const { model = standardModel, place = pathText } = options;
  const plan = record(plain(value, [], place), [], place);
  checkKeys(plan, KEYS, [], place);
  const missing = REQUIRED.find((key) => !Object.hasOwn(plan, key));
  if (missing) throw new InputError(`${place([])} lacks "${missing}"`);
  const declared = declaredBy(model);
  checkTexts(plan, "scenarios", place);
  checkDesign(
    plan.design === undefined ? "grid" : plan.design,
    Object.keys(record(plan.axes, ["axes"], place)).length,
    place,
  );
  axesOf(plan as unknown as Plan, declared, place);
  checkRange(place(["replicates"]), plan.replicates, [1, MOST_REPLICATES], "runs a point", true);
  checkSeed(plan.seed, place);
  checkValues(plan, declared, place);
  checkOthers(plan, place);
  const { $schema: _, ...rest } = plan;
  const defaults = { design: "grid", measures: MEASURE_NAMES, series: 0, events: true, paired: true };
  return { ...defaults, ...rest } as unknown as CheckedPlan;
}

/** The axes of a plan. Throws an InputError for what is not declared, malformed or out of range. */
export function axesOf(plan: Plan, declared: ReadonlyMap<string, Declared>, place: Place = pathText): SweepAxis[] {
  const { design = "grid" } = plan;
  const axes = Object.entries(plan.axes).map(([name, axis]) => {
    const path = ["axes", name];
    const made = axisOf(knownName(name, declared, path, place), axis, takesLevels(design), path, place);
    if ("values" in made && design !== "list") checkDistinct(made.values, path, place);
    return made;
  });
  if (design === "list") checkMatched(axes, place);
  return axes;
}

/** What is declared under a name. Throws an InputError that proposes the nearest name if nothing is. */
export function knownName(name: string, declared: ReadonlyMap<string, Declared>, path: Path, place: Place): Declared {
  const found = declared.get(name);
  if (found) return found;
  const standard = declared === declaredBy(standardModel);
  const { message } = unknownSetting(shownName(name), [...declared.keys()], standard);
  throw new InputError(`${place(path, true)}: ${message}`);
}

/** Lists that are taken together must be equally long, and no combination may come twice. */
function checkMatched(axes: readonly SweepAxis[], place: Place): void {
  const lists = axes.map((axis) => ("values" in axis ? axis.values : []));
  const n = lists[0]?.length ?? 0;
  const odd = lists.findIndex((list) => list.length !== n);
  if (odd >= 0)
    throw new InputError(
      `${place(["axes", axes[odd]!.name])} must be a list of ${n} values, as that of ${axes[0]!.name}; got ${lists[odd]!.length}`,
    );
  const rows = Array.from({ length: n }, (_, k) => lists.map((list) => list[k]));
  checkDistinct(rows, ["axes"], (path) =>
    path.length > 1 ? `${place(["axes"])}: row ${Number(path[1]) + 1}` : place(path),
  );
}

function checkSeed(seed: unknown, place: Place): void {
  if (typeof seed === "number" && Number.isInteger(seed) && !Number.isSafeInteger(seed))
    throw new InputError(
      `${place(["seed"])} must be at most ${Number.MAX_SAFE_INTEGER}, or a text in quotes; got ${format(seed)}`,
    ); // a larger number has been rounded on its way here
  if ((typeof seed === "string" && seed !== "") || typeof seed === "number") return;
  throw new InputError(`${place(["seed"])} must be a text or a number; got ${format(seed)}`);
}

function checkValues(plan: Record<string, unknown>, declared: ReadonlyMap<string, Declared>, place: Place): void {
  if (plan.values === undefined) return;
  for (const [name, value] of Object.entries(record(plan.values, ["values"], place))) {
    const path = ["values", name];
    knownName(name, declared, path, place).check(value, path, place);
    if (Object.hasOwn(plan.axes as object, name))
      throw new InputError(`${place(path, true)} must be left out, for it is an axis; got both`);
  }
}

function checkOthers(plan: Record<string, unknown>, place: Place): void {
  for (const key of ["name", "model"]) if (plan[key] !== undefined) checkText(plan[key], [key], place);
  if (plan.swaps !== undefined) checkSwaps(plan.swaps, place);
  if (plan.measures !== undefined) {
    checkTexts(plan, "measures", place);
    for (const [i, name] of (plan.measures as string[]).entries())
      named("measure", name, MEASURE_NAMES, ["measures", i], place);
  }
  if (plan.until !== undefined) parseDate(plan.until, place(["until"]));
  if (plan.series !== undefined) checkRange(place(["series"]), plan.series, [0, MOST_SERIES], "weeks", true);
  for (const key of ["events", "paired"])
    if (plan[key] !== undefined && typeof plan[key] !== "boolean")
      throw new InputError(`${place([key])} must be true or false; got ${format(plan[key])}`);
}

function checkSwaps(swaps: unknown, place: Place): void {
  list(swaps, ["swaps"], place).forEach((value, i) => {
    const path = ["swaps", i];
    const swap = record(value, path, place);
    checkKeys(swap, ["blocks", "from"], path, place);
    checkText(swap.from, [...path, "from"], place);
    const blocks = list(swap.blocks, [...path, "blocks"], place);
    if (blocks.length === 0)
      throw new InputError(`${place([...path, "blocks"])} must be a list with at least one block; got none`);
    blocks.forEach((block, k) => {
      named("context block", block, BLOCK_NAMES, [...path, "blocks", k], place);
    });
    checkDistinct(blocks, [...path, "blocks"], place);
  });
  checkDistinct(swaps as unknown[], ["swaps"], place);
}

function named(what: string, value: unknown, known: readonly string[], path: Path, place: Place): void {
  checkText(value, path, place);
  if (!known.includes(value as string))
    throw new InputError(`${place(path)}: ${unknownName(what, shownName(value as string), known).message}`);
}

/** Texts that differ, at least one of them. */
function checkTexts(plan: Record<string, unknown>, key: string, place: Place): void {
  const texts = list(plan[key], [key], place);
  if (texts.length === 0) throw new InputError(`${place([key])} must be a list with at least one name; got none`);
  texts.forEach((text, i) => {
    checkText(text, [key, i], place);
  });
  checkDistinct(texts, [key], place);
}

function checkText(value: unknown, path: Path, place: Place): void {
  if (typeof value !== "string" || value === "")
    throw new InputError(`${place(path)} must be a text; got ${format(value)}`);
}

function record(value: unknown, path: Path, place: Place): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new InputError(`${place(path)} must be an object; got ${format(value)}`);
}

function list(value: unknown, path: Path, place: Place): unknown[] {
  if (Array.isArray(value)) return value;
  throw new InputError(`${place(path)} must be a list; got ${format(value)}`);
}

/** A copy that holds only what JSON can: what is passed to other processes must arrive as it was. */
function plain(value: unknown, path: Path, place: Place): unknown {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (path.length > MOST_DEPTH)
    throw new InputError(`${place(path.slice(0, 2))} is nested too deeply; expected at most ${MOST_DEPTH} levels`);
  if (Array.isArray(value)) return Array.from(value, (item, i) => plain(item, [...path, i], place));
  if (typeof value === "object" && isPlainObject(value)) {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    return Object.fromEntries(entries.map(([key, v]) => [key, plain(v, [...path, key], place)]));
  }
  const came = typeof value === "object" ? `a ${value.constructor?.name || "special object"}` : format(value);
  throw new InputError(`${place(path)} must be plain data, as JSON holds it; got ${came}`);
}

function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}
