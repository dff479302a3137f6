/** The week at which a run of a sweep was read, told from its row: rows name dates alone. */
import { swapName, withBlocks } from "../../experiments/swap.ts";
import type { ModuleRef } from "../../experiments/sweep.ts";
import { createClock } from "../../kernel/clock.ts";
import type { Scenario } from "../../model/scenario.ts";
import { loadScenario } from "../scenarios.ts";
import type { Manifest } from "../store.ts";

/** Cells of a run's row that tell its calendar. */
export interface RunCells {
  readonly scenario: string;
  readonly swap: string;
  /** JSON of all that was set. */
  readonly values: string;
}

export type At = "reading" | "final";

/**
 * A function from a run's row to its week, null where the run did not come to be read; loads the scenarios of the sweep.
 * Throws an InputError if one has changed.
 */
export async function weeksOf({ plan, scenarios, swaps }: Manifest, at: At): Promise<(run: RunCells) => number | null> {
  const load = async (list: Manifest["scenarios"]) => {
    const loaded: Scenario[] = [];
    for (const { ref } of list) loaded.push(await loadScenario(ref as ModuleRef));
    return loaded;
  };
  const own = new Map((await load(scenarios)).map((scenario) => [scenario.name, scenario]));
  const others = await load(swaps);
  const swapped = new Map(
    (plan.swaps ?? []).map(({ blocks }, i) => [swapName(blocks, others[i]!.name), { blocks, i }]),
  );
  return ({ scenario, swap, values }) => {
    const found = swapped.get(swap);
    const run = own.get(scenario)!;
    const whole = found ? withBlocks(run, others[found.i]!, found.blocks) : run;
    const set = { ...whole.values, ...JSON.parse(values) };
    const clock = createClock(String(set["start.date"] ?? whole.context.start.date));
    const last = clock.tick(plan.until ?? whole.until);
    if (at === "final") return last;
    const week = clock.tick(whole.reading);
    return week > 0 && week <= last ? week : null; // a run is read after a week, never before its first
  };
}
