/** What one side of the page runs: a scenario, what is set of it, and what changes on the way. */
import { blank, newEstate, oldDistrict } from "../../../scenarios/index.ts";
import type { ScenarioName, Setting } from "../../experiments/page/setting.ts";
import { withBlocks } from "../../experiments/swap.ts";
import { replicateSeed } from "../../kernel/random.ts";
import type { BlockName } from "../../model/context.ts";
import type { Scenario } from "../../model/scenario.ts";
import { type Simulation, type SimulationOptions, simulate } from "../../observe/simulation.ts";

/** The scenarios of those names. */
export const SCENARIOS = {
  "new-estate": newEstate,
  "old-district": oldDistrict,
  blank,
} as const satisfies Record<ScenarioName, Scenario>;

/** The scenario with its blocks put in. Throws an InputError if they do not fit together. */
export function scenarioOf({ scenario, blocks }: Setting): Scenario {
  let found: Scenario = SCENARIOS[scenario];
  for (const [block, from] of Object.entries(blocks)) found = withBlocks(found, SCENARIOS[from], [block as BlockName]);
  return found;
}

/**
 * A replicate of a setting under a root seed: what the command line runs as
 * `linli run SCENARIO --seed ROOT --replicate R --set …`.
 */
export function simulationOf(
  setting: Setting,
  rootSeed: string,
  replicate = 0,
  more: Partial<SimulationOptions> = {},
): Simulation {
  const { values, changes } = setting;
  return simulate(scenarioOf(setting), { seed: replicateSeed(rootSeed, replicate), values, changes, ...more });
}
