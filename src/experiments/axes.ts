/** The axes of a plan: what each may be set to, checked against what is declared of its name. */
import { checkRange, format, InputError, unknownName } from "../kernel/check.ts";
import type { Declared } from "./declared.ts";
import type { Axis } from "./designs/space.ts";
import { canonical } from "./identity.ts";
import { type Path, type Place, shownName } from "./place.ts";
import type { AxisRange, AxisValue } from "./plan.ts";

/** An axis as one of several values, or as numbers between two ends. */
export type SweepAxis =
  | { readonly name: string; readonly values: readonly AxisValue[] }
  | { readonly name: string; readonly low: number; readonly high: number; readonly integer: boolean };

/** Most values of a range of whole numbers that a grid takes by itself. */
const MOST_WHOLE = 1000;
const MOST_STEPS = 100_000;

/**
 * The axis that a plan describes. With `levels` (a grid or matched lists) a range becomes the list of its values.
 *
 * @throws InputError naming the place of what is malformed, out of range or twice the same.
 */
export function axisOf(declared: Declared, plan: unknown, levels: boolean, path: Path, place: Place): SweepAxis {
  if (Array.isArray(plan)) return choice(declared, plan, path, place);
  if (typeof plan !== "object" || plan === null)
    throw new InputError(`${place(path)} must be a list of values or a range; got ${format(plan)}`);
  if (Object.hasOwn(plan, "values")) {
    checkKeys(plan, ["values"], path, place);
    const { values } = plan as { values: unknown };
    if (!Array.isArray(values))
      throw new InputError(`${place([...path, "values"])} must be a list; got ${format(values)}`);
    return choice(declared, values, [...path, "values"], place);
  }
  checkKeys(plan, ["from", "to", "steps"], path, place);
  if (declared.choices && Object.keys(plan).length === 0) return { name: declared.name, values: declared.choices };
  if (declared.kind !== "number" && declared.kind !== "integer")
    throw new InputError(`${place(path)} must be a list of values, for it holds no numbers; got a range`);
  return range(declared, plan, levels, path, place);
}

/** Throws an InputError for a key that is not among those known. */
export function checkKeys(value: object, known: readonly string[], path: Path, place: Place): void {
  const odd = Object.keys(value).find((key) => !known.includes(key));
  if (odd !== undefined)
    throw new InputError(`${place([...path, odd], true)}: ${unknownName("key", shownName(odd), known).message}`);
}

function choice(declared: Declared, values: readonly unknown[], path: Path, place: Place): SweepAxis {
  if (values.length === 0) throw new InputError(`${place(path)} must be a list with at least one value; got none`);
  values.forEach((value, i) => {
    declared.check(value, [...path, i], place);
  });
  return { name: declared.name, values: values as readonly AxisValue[] };
}

function range(declared: Declared, plan: AxisRange, levels: boolean, path: Path, place: Place): SweepAxis {
  const { name } = declared;
  const [from = declared.range[0], to = declared.range[1]] = [plan.from, plan.to];
  declared.check(from, [...path, "from"], place);
  declared.check(to, [...path, "to"], place);
  if (from >= to) throw new InputError(`${place([...path, "from"])} must be below to (${to}); got ${from}`);
  const integer = declared.kind === "integer";
  if (levels) return { name, values: levelsOf(from, to, integer, plan.steps, path, place) };
  if (plan.steps !== undefined)
    throw new InputError(
      `${place([...path, "steps"], true)} must be left out: this design chooses its values; got steps`,
    );
  return { name, low: from, high: to, integer };
}

/**
 * So many evenly spaced values, ends among them. Whole numbers are rounded; others are rounded to 12 digits, so that
 * 0.3 is 0.3 and equal values of different ranges are equal.
 */
function levelsOf(from: number, to: number, integer: boolean, steps: unknown, path: Path, place: Place): number[] {
  const at = [...path, "steps"];
  const most = integer ? to - from + 1 : MOST_STEPS;
  if (steps === undefined && !integer) throw new InputError(`${place(path)} lacks "steps"`);
  if (steps === undefined && most > MOST_WHOLE)
    throw new InputError(
      `${place(path)} holds ${most} whole numbers: expected "steps" or a range of at most ${MOST_WHOLE}; got neither`,
    );
  const n = steps ?? most;
  checkRange(place(at), n, [2, Math.min(most, MOST_STEPS)], "values of the axis", true);
  return Array.from({ length: n }, (_, k) => {
    const value = from + (k / (n - 1)) * (to - from);
    if (k === 0 || k === n - 1) return k === 0 ? from : to;
    return integer ? Math.round(value) : Number(value.toPrecision(12));
  });
}

/** Throws an InputError for a value that stands twice in a list: its runs would be made twice. */
export function checkDistinct(values: readonly unknown[], path: Path, place: Place): void {
  const seen = new Map<string, number>();
  values.forEach((value, i) => {
    const text = canonical(value);
    const before = seen.get(text);
    if (before !== undefined)
      throw new InputError(
        `${place([...path, i])} must differ from value ${before + 1} of the list; got ${format(value)} twice`,
      );
    seen.set(text, i);
  });
}

/** The axis as a design knows it: a list is the places in it, for its values may be of any kind. */
export function spaceAxis(axis: SweepAxis): Axis {
  return "values" in axis ? { name: axis.name, values: axis.values.map((_, i) => i) } : axis;
}

/** What a coordinate of the space stands for. */
export function axisValue(axis: SweepAxis, value: unknown): AxisValue {
  return "values" in axis ? axis.values[value as number]! : (value as number);
}
