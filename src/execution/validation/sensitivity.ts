/** Part: what the outcomes rest on, by a screening of all behavioral parameters and Sobol indices of the foremost. */

import { isConstant } from "../../analysis/sensitivity/bootstrap.ts";
import { morrisEffects } from "../../analysis/sensitivity/morrisEffects.ts";
import { type SobolIndices, sobolIndices } from "../../analysis/sensitivity/sobolIndices.ts";
import { sd } from "../../analysis/summary.ts";
import type { DesignPlan } from "../../experiments/plan.ts";
import {
  chanceMuStar,
  type Outcome,
  outputOf,
  SCREENED,
  type Screened,
  sensitivityPlan,
  survivors,
} from "../../experiments/robustness/screening.ts";
import { NO_DRAW } from "../../experiments/trials.ts";
import { standardModel } from "../../model/community.ts";
import { loadSweep } from "../plans.ts";
import { runSweep } from "../run.ts";
import { findLoaded } from "../scenarios.ts";
import { runTrials } from "../trials.ts";
import { finalValues } from "./finalValues.ts";
import { finished, inFolder, type Part, type PartOptions } from "./part.ts";
import type { ScenarioSensitivity, SensitivityResult } from "./sensitivityResult.ts";
import { sensitivitySection } from "./sensitivitySection.ts";

/** How much is run. */
export interface Size {
  readonly trajectories: number;
  readonly survivors: number;
  /** Base points of Saltelli's design. */
  readonly base: number;
  /** Runs at the defaults, for what chance does. */
  readonly replicates: number;
}

const FULL: Size = { trajectories: 10, survivors: 10, base: 64, replicates: 30 };
const QUICK: Size = { trajectories: 2, survivors: 3, base: 4, replicates: 4 };
/** The quick form screens one parameter of so many. */
const QUICK_EVERY = 8;

export const sensitivity: Part<SensitivityResult> = {
  name: "sensitivity",
  title: { en: "Global sensitivity", zh: "全局敏感性" },
  asks: {
    en: "Which of the behavioral parameters decide the main outcomes, when all are moved together?",
    zh: "同时变动全部行为参数时，主要结果由哪些参数决定？",
  },
  element: "modelAnalysis",
  run,
  section: sensitivitySection,
};

/** Outputs by measure at the points of a design, in their order, and how many points had none. */
type Outputs = ReadonlyMap<string, { readonly values: readonly number[]; readonly lacking: number }>;

function run(options: PartOptions): Promise<SensitivityResult> {
  const all = Object.keys(standardModel.parameters);
  const parameters = options.quick ? all.filter((_, k) => k % QUICK_EVERY === 0) : all;
  return sensitivityOf(SCREENED, parameters, options.quick ? QUICK : FULL, options);
}

/** Screens these parameters for these outcomes, then computes indices of those that matter most. */
export async function sensitivityOf(
  scenariosScreened: readonly Screened[],
  parameters: readonly string[],
  size: Size,
  options: PartOptions,
): Promise<SensitivityResult> {
  const seed = `${options.seed}-sensitivity`;
  const screened = [];
  for (const one of scenariosScreened) {
    const { outputs, points, runs } = await swept(
      one,
      parameters,
      { morris: size.trajectories },
      seed,
      "morris",
      options,
    );
    const chance = await spreadAtDefaults(one, size.replicates, seed, options);
    const outcomes = one.outcomes.map((outcome) => {
      const { values, lacking } = outputs.get(outcome.measure)!;
      const effects = morrisEffects({ points, outputs: values, seed: 1 });
      return { outcome, lacking, effects, sd: sd(values)!, chance: chance.get(outcome.measure)! };
    });
    screened.push({ one, outcomes, runs: runs + size.replicates });
  }
  const all = screened.flatMap(({ outcomes }) => outcomes);
  const kept = survivors(parameters, all, size.survivors);
  const scenarios: ScenarioSensitivity[] = [];
  let runs = screened.reduce((sum, one) => sum + one.runs, 0);
  for (const { one, outcomes } of screened) {
    const shared = await swept(one, kept, { saltelli: size.base }, seed, "sobol", options);
    runs += shared.runs;
    const { title } = (await findLoaded(one.scenario)).scenario;
    scenarios.push({
      ...{ scenario: one.scenario, title, until: one.until },
      outcomes: outcomes.map(({ outcome, effects, lacking, sd, chance }) => {
        const outputs = shared.outputs.get(outcome.measure)!.values;
        return {
          ...{ measure: outcome.measure, lacking, points: effects.trajectories * (parameters.length + 1) },
          ...{ sd, chance, floor: chanceMuStar(chance), effects },
          indices: indicesOf(outputs, kept.length),
        };
      }),
    });
  }
  const { trajectories, base, replicates } = size;
  return { parameters, trajectories, survivors: kept, base, replicates, runs, scenarios };
}

/** The outputs of a sensitivity plan, run or gone on with. */
async function swept(
  one: Screened,
  parameters: readonly string[],
  design: DesignPlan,
  seed: string,
  folder: string,
  options: PartOptions,
): Promise<{ outputs: Outputs; points: readonly (readonly number[])[]; runs: number }> {
  const sweep = await loadSweep({ value: sensitivityPlan(one, parameters, { design, seed }) });
  const place = inFolder(options, `${folder}-${one.scenario}`);
  const { failed } = finished(await runSweep(sweep, place));
  if (failed > 0) throw new Error(`${failed} of ${sweep.count} runs failed, and indices need every point`);
  const measures = one.outcomes.map(({ measure }) => measure);
  const values = await finalValues(place.dir, measures);
  const outputs = one.outcomes.map((outcome): [string, { values: number[]; lacking: number }] => {
    const own = values.get(outcome.measure)!;
    const lacking = own.filter((value) => value === null).length;
    return [outcome.measure, { values: own.map((value) => outputOf(outcome, value)), lacking }];
  });
  return { outputs: new Map(outputs), points: sweep.design!, runs: sweep.count };
}

/** Standard deviation of each outcome over replicates of different seeds with all parameters at their defaults. */
async function spreadAtDefaults(
  { scenario, until, outcomes }: Screened,
  replicates: number,
  seed: string,
  options: PartOptions,
): Promise<ReadonlyMap<string, number>> {
  const arms = [{ name: scenario, scenario: await findLoaded(scenario) }];
  const measures = outcomes.map(({ measure }) => measure);
  const trials = { name: "chance", seed, arms, draws: [NO_DRAW], replicates, measures, until };
  const results = finished(await runTrials(trials, inFolder(options, `chance-${scenario}`)));
  const outputAt = (outcome: Outcome, r: number) => outputOf(outcome, results.value(0, 0, r, "final", outcome.measure));
  return new Map(
    outcomes.map((outcome) => [
      outcome.measure,
      sd(Array.from({ length: replicates }, (_, r) => outputAt(outcome, r)))!,
    ]),
  );
}

/** Null where no index can be had because the outcome is the same everywhere. */
function indicesOf(outputs: readonly number[], dimensions: number): SobolIndices | null {
  const block = dimensions + 2;
  const both = outputs.filter((_, i) => i % block === 0 || i % block === block - 1);
  return isConstant(both) ? null : sobolIndices({ dimensions, outputs, seed: 1 });
}
