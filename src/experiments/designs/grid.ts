/** Full factorial design: every combination of some levels an axis. */
import { checkRange, InputError } from "../../kernel/check.ts";
import type { Design } from "./space.ts";

/** Most points of a grid: it grows with the product of its levels, and past this surely by mistake. */
const MOST_POINTS = 10_000_000;

/**
 * Every combination of `levels[j]` evenly spaced coordinates of axis j; the last axis varies fastest.
 *
 * Level k of n lies at k / (n - 1), both ends of the axis among them (1 for the last; a single level lies at 1/2). For
 * an axis of n choices or n whole numbers, n levels are just its values.
 *
 * @returns `levels[0] · levels[1] · …` points of `levels.length` coordinates.
 * @throws InputError for no axis, a number of levels that is not whole and positive, or over ten million points.
 */
export function grid(levels: readonly number[]): Design {
  if (levels.length === 0) throw new InputError("a grid must have at least one axis; got none");
  for (const [j, n] of levels.entries())
    checkRange(`the number of levels of axis ${j + 1}`, n, [1, MOST_POINTS], "levels", true);
  const size = levels.reduce((product, n) => product * n, 1);
  if (size > MOST_POINTS)
    throw new InputError(`a grid must have at most ${MOST_POINTS} points; ${levels.join(" x ")} levels make ${size}`);
  return Array.from({ length: size }, (_, row) => {
    const point = new Array<number>(levels.length);
    let rest = row;
    for (let j = levels.length - 1; j >= 0; j--) {
      const n = levels[j]!;
      point[j] = n === 1 ? 0.5 : (rest % n) / (n - 1);
      rest = Math.floor(rest / n);
    }
    return point;
  });
}
