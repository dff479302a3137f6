/** The design of a sweep, read back from its points: for indices nothing else is needed than what the table of runs holds. */
import type { SweepDesign } from "../../analysis/sensitivity/sweepIndices.ts";
import type { DesignPlan } from "../../experiments/plan.ts";
import { InputError } from "../../kernel/check.ts";
import type { Point, Results } from "./results.ts";

/** Levels of an axis that Morris trajectories have unless the plan says otherwise. */
const LEVELS = 4;

/**
 * The design of one variant's points, in their order.
 *
 * @throws InputError for a design that indices are not made from.
 */
export function sweepDesign(
  design: DesignPlan | undefined,
  { values }: Pick<Results, "values">,
  points: readonly Point[],
): SweepDesign {
  if (typeof design === "object" && "saltelli" in design)
    return { kind: "saltelli", dimensions: values.length, second: design.secondOrder === true };
  if (typeof design === "object" && "morris" in design)
    return { kind: "morris", points: trajectoriesOf(points, values, design.levels ?? LEVELS) };
  throw new InputError("design must be morris or saltelli for indices; got another");
}

/**
 * Trajectories in the unit cube, each from its own origin: an effect is a difference over a step, and Morris' steps are
 * all of delta = p / (2 (p - 1)), up or down as the value of the axis went.
 */
function trajectoriesOf(points: readonly Point[], values: readonly (readonly string[])[], levels: number): number[][] {
  const delta = levels / (2 * (levels - 1));
  const ranks = values.map((cells) => new Map(cells.map((cell, k) => [cell, k])));
  const cube: number[][] = [];
  for (const [i, point] of points.entries()) {
    const before = points[i - 1];
    if (!before || i % (values.length + 1) === 0) {
      cube.push(values.map(() => 0));
      continue;
    }
    const step = (j: number) => ranks[j]!.get(point.setting[j]!)! - ranks[j]!.get(before.setting[j]!)!;
    cube.push(cube[i - 1]!.map((u, j) => u + delta * Math.sign(step(j))));
  }
  return cube;
}
