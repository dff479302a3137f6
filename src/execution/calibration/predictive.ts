/** The posterior predictive check: one run of every scenario with each draw of the posterior, against all its patterns. */
import { isInside } from "../../analysis/patterns.ts";
import { summarize } from "../../analysis/summary.ts";
import { measuresOf } from "../../experiments/calibration/distance.ts";
import type { Particle } from "../../experiments/calibration/smc.ts";
import { drawOf } from "../../experiments/calibration/space.ts";
import type { MeasureValue } from "../../observe/measure.ts";
import type { Calibration } from "./load.ts";
import type { RunsOf } from "./runs.ts";

export interface PredictedPattern {
  readonly name: string;
  readonly measure: string;
  /** Whether it was held out of the distance. */
  readonly heldOut: boolean;
  readonly median: MeasureValue;
  readonly q05: MeasureValue;
  readonly q95: MeasureValue;
  /** Share of the runs inside its interval; no value counts as outside. */
  readonly insideShare: number;
}

/**
 * Patterns read at the end of a scenario need runs to its end; one that is read at the plan's last date needs runs to that.
 */
export async function predictiveCheck(
  { plan, scenarios, space, targets }: Calibration,
  particles: readonly Particle[],
  run: RunsOf,
): Promise<PredictedPattern[][]> {
  const draws = particles.map(({ point }) => drawOf(space, point));
  const found: PredictedPattern[][] = [];
  for (const [s, { scenario }] of scenarios.entries()) {
    const early = ({ at }: { at: string }) => at !== "reading" && at !== "final" && at === plan.until;
    const runs = async (isEarly: boolean) => {
      const patterns = scenario.patterns.filter((pattern) => early(pattern) === isEarly);
      if (patterns.length === 0) return null;
      return run({
        ...{ folder: isEarly ? "check-early" : "check", stage: "check", scenario: s, draws },
        measures: measuresOf(patterns),
        until: isEarly ? plan.until : scenario.until,
      });
    };
    const [whole, byPlan] = [await runs(false), await runs(true)];
    const used = new Set(targets[s]!.map(({ pattern }) => pattern.name));
    found.push(
      scenario.patterns.map((pattern) => {
        const { name, measure, at } = pattern;
        const read = at === "reading" || at === scenario.reading ? "reading" : "final";
        const results = early(pattern) ? byPlan : whole;
        const values = draws.map((_, d) => results!.value(0, d, 0, read, measure));
        const { median, q05, q95 } = summarize(values);
        const insideShare = values.filter((value) => isInside(pattern, value)).length / values.length;
        return { name, measure, heldOut: !used.has(name), median, q05, q95, insideShare };
      }),
    );
  }
  return found;
}
