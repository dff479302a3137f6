/** The facts of the runs shown, for explanations. */
import { runs } from "../state/page.ts";
import type { Facts, One } from "./lesson.ts";
import { manyNow } from "./state.ts";

function oneOf(side: "left" | "right"): One | null {
  const { setting, end, columns } = runs[side].value;
  return end && { setting, end, columns };
}

/** The facts at hand; null while a run, or the many, are not done. */
export function factsNow(replicates: number): Facts | null {
  const [left, right, many] = [oneOf("left"), oneOf("right"), manyNow(replicates)];
  return left && right && many && { one: { left, right }, many };
}
