/** What the outcomes rest on: all behavioral parameters screened by Morris, Sobol indices of those that matter most. */
import type { MorrisEffects } from "../../analysis/sensitivity/morrisEffects.ts";
import { standardModel } from "../../model/community.ts";
import type { MeasureValue } from "../../observe/measure.ts";
import type { MeasureName } from "../../observe/measures.ts";
import type { DesignPlan, Plan } from "../plan.ts";
import { boxOf } from "./box.ts";

/** An outcome of a neighborhood, read at the end of the runs. */
export interface Outcome {
  readonly measure: MeasureName;
  /** What a run counts that has none, as indices need a value at every point: a share of nothing is no success. */
  readonly missing: number;
}

export interface Screened {
  readonly scenario: string;
  /** Last date of the runs. */
  readonly until: string;
  readonly outcomes: readonly Outcome[];
}

const outcome = (measure: MeasureName): Outcome => ({ measure, missing: 0 });

/**
 * The old district's share of decisions executed is not among them: far from the defaults hardly a platform decides anything, so
 * that the share would tell no more than whether there is a federation. That of issues resolved is defined everywhere.
 */
export const SCREENED: readonly Screened[] = [
  {
    scenario: "new-estate",
    until: "2018-04-30",
    outcomes: ["resolvedShare", "councils", "meanTrust", "organizations"].map((m) => outcome(m as MeasureName)),
  },
  {
    scenario: "old-district",
    until: "2018-12-31",
    outcomes: ["organizationsCultivated", "federations", "arisenResolvedShare", "meanTrust"].map((m) =>
      outcome(m as MeasureName),
    ),
  },
];

/** The plan of a sensitivity analysis over these parameters, each within its box. */
export function sensitivityPlan(
  { scenario, until, outcomes }: Screened,
  parameters: readonly string[],
  { design, seed }: { readonly design: DesignPlan; readonly seed: string | number },
): Plan {
  const all = standardModel.parameters;
  const axes = parameters.map((name) => {
    const [from, to] = boxOf(all[name]!);
    return [name, { from, to }] as const;
  });
  return {
    ...{ scenarios: [scenario], axes: Object.fromEntries(axes), design, replicates: 1, seed, until, events: false },
    measures: outcomes.map(({ measure }) => measure),
  };
}

/** Output of an outcome at a point: its own where there is one, else what a run without counts. */
export function outputOf({ missing }: Outcome, value: MeasureValue): number {
  return typeof value === "number" ? value : missing;
}

/** Effects of the parameters on one outcome, with how far the outcome spread over the design. */
export interface Screening {
  readonly effects: MorrisEffects;
  /** Standard deviation over all points, in the outcome's unit. */
  readonly sd: number;
}

/**
 * The parameters that matter most: by the largest mu* that any outcome gives them, over that outcome's spread.
 *
 * @param parameters names, in the order of the effects' axes.
 */
export function survivors(parameters: readonly string[], screenings: readonly Screening[], count: number): string[] {
  const sizeOf = (j: number) =>
    Math.max(0, ...screenings.map(({ effects, sd }) => (sd === 0 ? 0 : effects.axes[j]!.muStar.value / sd)));
  return parameters
    .map((name, j) => ({ name, size: sizeOf(j) }))
    .toSorted((a, b) => b.size - a.size)
    .slice(0, count)
    .map(({ name }) => name);
}

/**
 * The mu* that chance alone would give: the mean size of the difference of two independent normal outputs of this standard
 * deviation, over Morris' step. Runs along a trajectory share their draws, so that chance often gives less.
 *
 * @param levels of an axis, even.
 */
export function chanceMuStar(sd: number, levels = 4): number {
  const step = levels / (2 * (levels - 1));
  return (2 * sd) / Math.sqrt(Math.PI) / step;
}
