/** What one side of the teaching page runs. Plain data. */
import type { BlockName } from "../../model/context.ts";
import type { Changes } from "../../model/run.ts";
import type { DatedChange } from "../../observe/simulation.ts";

/** The neighborhoods that the page can show; `blank` is a community of the class's own. */
export const SCENARIO_NAMES = ["new-estate", "old-district", "blank"] as const;
export type ScenarioName = (typeof SCENARIO_NAMES)[number];

export interface Setting {
  readonly scenario: ScenarioName;
  /** Whole blocks of the context that come from another scenario. */
  readonly blocks: Partial<Readonly<Record<BlockName, ScenarioName>>>;
  /** Parameters and context fields set from the outset, by dotted name. */
  readonly values: Changes;
  /** What changes on the way, oldest first. */
  readonly changes: readonly DatedChange[];
}

/** A scenario as it is shipped. */
export function plainSetting(scenario: ScenarioName): Setting {
  return { scenario, blocks: {}, values: {}, changes: [] };
}
