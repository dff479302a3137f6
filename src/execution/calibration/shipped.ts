/** The calibration that the shipped defaults are a point of: its plan, and what it found. */
import { calibration as plan } from "../../../scenarios/calibration.ts";
import { posterior } from "../../../scenarios/posterior.ts";
import { posteriorDraws } from "../../experiments/calibration/posterior.ts";
import { coordinateOf } from "../../experiments/calibration/space.ts";
import { loadCalibration } from "./load.ts";
import { type CalibrationResult, resultOf } from "./result.ts";

/** As `calibrate` with the shipped plan found it; of the candidates for the point the one that was taken. */
export async function shippedCalibration(): Promise<CalibrationResult> {
  const calibration = await loadCalibration({ value: plan });
  const { generations, point, check } = posterior;
  const particles = posteriorDraws(posterior).map(({ values, arms, distance }) => ({
    distance,
    point: calibration.space.map((dimension) => {
      const own = dimension.scenario === undefined ? values : arms?.[dimension.scenario];
      return coordinateOf(dimension, own?.[dimension.name] as number);
    }),
  }));
  return resultOf(calibration, { particles, generations }, { point, candidates: [point] }, check);
}
