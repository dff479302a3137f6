/** Part: whether the contrast of the neighborhoods outlives other rules, sizes and orders of the week. */
import {
  CONTRASTS,
  type Contrast,
  contrastArms,
  differenceOf,
  SETTINGS,
} from "../../experiments/robustness/contrasts.ts";
import { NO_DRAW } from "../../experiments/trials.ts";
import { findLoaded } from "../scenarios.ts";
import { runTrials } from "../trials.ts";
import type { ContrastsResult } from "./contrastsResult.ts";
import { contrastsSection } from "./contrastsSection.ts";
import { finished, inFolder, type Part, type PartOptions } from "./part.ts";

const PAIR = ["new-estate", "old-district"] as const;
const UNTIL = "2018-12-31";
const REPLICATES = { full: 30, quick: 3 };

export const contrasts: Part<ContrastsResult> = {
  name: "contrasts",
  title: { en: "Robustness of the contrast", zh: "两类社区对比的稳健性" },
  asks: {
    en: "Do the neighborhoods differ in the way the study says under another rule of trust, at other sizes, and in other orders of the week?",
    zh: "换用另一种信任规则、改变人口规模、调整每周流程的次序之后，两类社区的差别是否仍如该研究所述？",
  },
  element: "modelAnalysis",
  run,
  section: contrastsSection,
};

async function run(options: PartOptions): Promise<ContrastsResult> {
  const replicates = options.quick ? REPLICATES.quick : REPLICATES.full;
  const [first, second] = await Promise.all(PAIR.map((name) => findLoaded(name)));
  const trials = {
    ...{ name: "contrasts", seed: `${options.seed}-contrasts`, draws: [NO_DRAW], replicates, until: UNTIL },
    arms: contrastArms([first!, second!]),
    measures: CONTRASTS.flatMap(({ measure, given }) => (given === undefined ? [measure] : [measure, given])),
  };
  const results = finished(await runTrials(trials, inFolder(options, "runs")));
  const values = (arm: number, { measure, given }: Contrast) =>
    Array.from({ length: replicates }, (_, r) => {
      const none = given !== undefined && results.value(arm, 0, r, "final", given) === 0;
      return none ? null : results.value(arm, 0, r, "final", measure);
    });
  const differences = SETTINGS.flatMap((setting, k) =>
    CONTRASTS.map((contrast) =>
      differenceOf(setting.name, contrast, values(2 * k, contrast), values(2 * k + 1, contrast)),
    ),
  );
  return { replicates, until: UNTIL, runs: results.total, failed: results.failed, pair: PAIR, differences };
}
