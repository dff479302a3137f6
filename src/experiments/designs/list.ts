/** Matched lists: the first value of every axis together, then the second of every axis, and so on. */
import { InputError } from "../../kernel/check.ts";
import { type ChoiceAxis, checkAxes, type Design } from "./space.ts";

/**
 * The points at which axes of matched lists take their k-th values together, k = 0, 1, ….
 *
 * With axes `{ name: "a", values: [1, 2] }` and `{ name: "b", values: ["x", "y"] }`, `settingsOf` turns the design into
 * `{ a: 1, b: "x" }` and `{ a: 2, b: "y" }`. Coordinate k of n is the middle of the k-th of n parts, (k + 1/2) / n.
 *
 * @returns as many points as each list has values.
 * @throws InputError for lists of different lengths, saying which, and as `checkAxes` does.
 */
export function list(axes: readonly ChoiceAxis[]): Design {
  checkAxes(axes);
  const [first, ...others] = axes;
  const n = first!.values.length;
  const odd = others.find((axis) => axis.values.length !== n);
  if (odd)
    throw new InputError(
      `matched lists must be equally long; "${first!.name}" has ${n} values, "${odd.name}" has ${odd.values.length}`,
    );
  return Array.from({ length: n }, (_, k) => axes.map(() => (k + 0.5) / n));
}
