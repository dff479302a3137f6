/** The box around the defaults in which parameters are moved together to see what the outcomes rest on. */
import type { Parameter } from "../../model/mechanism.ts";

/**
 * Least and greatest value of a parameter in the box, cut at its declared range.
 *
 * Half to double of the default; what this means depends on the unit. A log-odds, where 0 is no absence, goes one down and one
 * up, which multiplies odds by 2.7. Of a share left after a time it is the loss that is halved and doubled, and of a factor of
 * odds what it has beyond 1. Whole numbers are rounded. Widths are assumptions, for no source gives the spread of most.
 */
export function boxOf(parameter: Pick<Parameter, "default" | "range" | "unit" | "integer">): readonly [number, number] {
  const { range, integer = false } = parameter;
  const [low, high] = wide(parameter).toSorted((a, b) => a - b) as [number, number];
  const whole = integer ? Math.round : (x: number) => x;
  return [Math.max(range[0], whole(low)), Math.min(range[1], whole(high))];
}

function wide({ default: value, unit }: Pick<Parameter, "default" | "unit">): number[] {
  if (unit === "log-odds") return [value - 1, value + 1];
  if (unit.startsWith("share left after")) return [1 - 2 * (1 - value), 1 - (1 - value) / 2];
  if (unit === "times the odds") return [1 + (value - 1) / 2, 1 + 2 * (value - 1)];
  return [value / 2, 2 * value];
}
