/** A calibration's plan with all that it names loaded and checked. */
import { type Target, targetsOf } from "../../experiments/calibration/distance.ts";
import { type CheckedCalibration, checkCalibration, keyedAsListed } from "../../experiments/calibration/plan.ts";
import { type Dimension, spaceOf } from "../../experiments/calibration/space.ts";
import type { LoadedScenario } from "../../experiments/sweep.ts";
import type { PlanFile } from "../plans.ts";
import { findLoaded } from "../scenarios.ts";

/** A calibration with all that it names loaded and checked. */
export interface Calibration {
  readonly plan: CheckedCalibration;
  readonly scenarios: readonly LoadedScenario[];
  readonly space: readonly Dimension[];
  /** Patterns in use, by scenario. */
  readonly targets: readonly (readonly Target[])[];
}

/** Loads a plan's scenarios and checks all that it names. Throws an InputError that names the place of what is wrong. */
export async function loadCalibration({ value, folder = ".", place }: Partial<PlanFile>): Promise<Calibration> {
  const checked = checkCalibration(value, place);
  const scenarios: LoadedScenario[] = [];
  for (const name of checked.scenarios) scenarios.push(await findLoaded(name, folder));
  const own = scenarios.map(({ scenario }) => scenario);
  const names = own.map(({ name }) => name);
  const plan = keyedAsListed(checked, names, place);
  return { plan, scenarios, space: spaceOf(plan, own, place), targets: targetsOf(plan, own, place) };
}
