/** Part: the calibration that the shipped parameters come from; the full form makes it again. */
import { join } from "node:path";
import { calibration as plan } from "../../../scenarios/calibration.ts";
import { posterior } from "../../../scenarios/posterior.ts";
import { posteriorDraws } from "../../experiments/calibration/posterior.ts";
import { calibrate } from "../calibration/calibrate.ts";
import { loadCalibration } from "../calibration/load.ts";
import type { CalibrationResult } from "../calibration/result.ts";
import { CalibrationStopped } from "../calibration/runs.ts";
import { shippedCalibration } from "../calibration/shipped.ts";
import { note } from "../report/figures/panel.ts";
import { calibrationSection } from "./calibration.ts";
import { type Part, Unfinished } from "./part.ts";

interface CalibrationPartResult {
  readonly result: CalibrationResult;
  /** Whether the draws made anew are those that are shipped, to the last digit; null where none were made. */
  readonly reproduced: boolean | null;
}

export const calibrationPart: Part<CalibrationPartResult> = {
  name: "calibration",
  title: { en: "Calibration", zh: "校准" },
  asks: {
    en: "Which values of the parameters bring about both neighborhoods, how sure is that, and what cannot be told from two cases?",
    zh: "哪些参数取值能使两个社区的模式一并出现？把握有多大？仅凭两个案例，哪些量无从识别？",
  },
  element: "conceptualModelEvaluation",
  async run({ quick, dir, threads, signal, onProgress }) {
    if (quick) return { result: await shippedCalibration(), reproduced: null };
    try {
      const result = await calibrate(await loadCalibration({ value: plan }), {
        dir: join(dir, "posterior"),
        ...(threads === undefined ? {} : { threads }),
        ...(signal ? { signal } : {}),
        onProgress: ({ done, total }) => onProgress?.({ done, total, failed: 0, rate: null, secondsLeft: null }),
      });
      return {
        result,
        reproduced: JSON.stringify(valuesOf(result.draws)) === JSON.stringify(valuesOf(posteriorDraws(posterior))),
      };
    } catch (error) {
      throw error instanceof CalibrationStopped ? new Unfinished("runs of the calibration are left to make") : error;
    }
  },
  section: ({ result, reproduced }, words, drawing) =>
    note(origin(reproduced, words.say)) + calibrationSection(result, words, drawing),
};

const valuesOf = (draws: CalibrationResult["draws"]) => draws.map(({ values, arms }) => [values, arms]);

function origin(reproduced: boolean | null, say: (en: string, zh: string) => string): string {
  const command = "linli calibrate";
  if (reproduced === null)
    return say(
      `As shipped; ${command} makes it again. It has a root seed of its own, that of its plan.`,
      `此处为随包提供的校准结果；可用 ${command} 重新得出。其根种子为校准计划所定。`,
    );
  return reproduced
    ? say(
        `Made again for this page: every draw is equal to the shipped one. Command: ${command}.`,
        `已为本页重新校准：每个抽样均与随包提供者完全一致。命令：${command}。`,
      )
    : say(
        `Made again for this page: the draws are not those that are shipped. The shipped ones were made by other rules or priors.`,
        `已为本页重新校准：所得抽样与随包提供者不一致，后者出自不同的规则或先验。`,
      );
}
