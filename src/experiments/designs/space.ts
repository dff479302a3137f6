/**
 * The space of an experiment: axes, and the settings that points of the unit cube stand for.
 *
 * A design method knows only the cube; what a coordinate means is said here, and only here.
 */
import { checkRange, format, InputError } from "../../kernel/check.ts";

/** A point of the unit cube: one coordinate in [0, 1] an axis. */
export type Point = readonly number[];

/** Points in the order in which they are run. */
export type Design = readonly Point[];

/** What an axis can be set to. */
export type Value = number | string | boolean;

/** Numbers from `low` to `high`: real ones, or with `integer` whole ones, both ends among them. */
export interface NumberAxis {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly integer?: boolean;
}

/** One of several values, in the order given. */
export interface ChoiceAxis {
  readonly name: string;
  readonly values: readonly Value[];
}

export type Axis = NumberAxis | ChoiceAxis;

/** A value for every axis, by its name. */
export type Setting = Readonly<Record<string, Value>>;

/**
 * Throws InputError unless `axes` span a space: at least one axis, names that differ, number axes with finite ends in
 * order (whole ones if `integer`), choices with at least one value.
 */
export function checkAxes(axes: readonly Axis[]): void {
  if (axes.length === 0) throw new InputError("a space must have at least one axis; got none");
  const seen = new Set<string>();
  for (const axis of axes) {
    if (seen.has(axis.name))
      throw new InputError(`axis "${axis.name}" is given twice; every axis needs a name of its own`);
    seen.add(axis.name);
    checkAxis(axis);
  }
}

function checkAxis(axis: Axis): void {
  const where = `axis "${axis.name}"`;
  if ("values" in axis) {
    if (axis.values.length === 0) throw new InputError(`${where} must have at least one value; got none`);
    return;
  }
  const { low, high, integer = false } = axis;
  for (const [end, value] of Object.entries({ low, high })) {
    if (!Number.isFinite(value)) throw new InputError(`${where}: ${end} must be a finite number; got ${format(value)}`);
    if (integer && !Number.isInteger(value))
      throw new InputError(`${where}: ${end} must be a whole number, as the axis is; got ${format(value)}`);
  }
  if (low > high) throw new InputError(`${where}: low must not exceed high; got low ${low}, high ${high}`);
}

/**
 * The value of an axis at coordinate u of the cube, in [0, 1].
 *
 * A real axis is the straight line from `low` at 0 to `high` at 1. Whole numbers and choices divide [0, 1) into equal
 * parts, one a value, so that each is equally likely; 1 itself, which grids and Morris trajectories hold, belongs to
 * the last. Throws InputError for a coordinate outside [0, 1].
 */
export function valueAt(axis: Axis, u: number): Value {
  checkRange(`the coordinate of axis "${axis.name}"`, u, [0, 1], "share of the axis");
  if ("values" in axis) return axis.values[part(u, axis.values.length)]!;
  const { low, high } = axis;
  if (axis.integer) return low + part(u, high - low + 1);
  return u === 1 ? high : low + u * (high - low);
}

/** Which of n equal parts of [0, 1) holds u, counted from 0. */
function part(u: number, n: number): number {
  return Math.min(n - 1, Math.floor(u * n));
}

/** The setting a point stands for. Throws InputError unless it has one coordinate in [0, 1] an axis. */
export function settingAt(axes: readonly Axis[], point: Point): Setting {
  if (point.length !== axes.length)
    throw new InputError(`a point must have one coordinate an axis, here ${axes.length}; got ${point.length}`);
  return Object.fromEntries(axes.map((axis, j) => [axis.name, valueAt(axis, point[j]!)]));
}

/** The settings of a whole design, in its order. Throws InputError as `checkAxes` and `settingAt` do. */
export function settingsOf(axes: readonly Axis[], design: Design): Setting[] {
  checkAxes(axes);
  return design.map((point) => settingAt(axes, point));
}
