/** One replicate of a setting, from its beginning to what it tells: as the command line runs it under the same seed. */

import type { Setting } from "../../experiments/page/setting.ts";
import type { Arena } from "../../kernel/arena.ts";
import { COUNTS } from "../../observe/counts.ts";
import { LEVELS } from "../../observe/levels.ts";
import type { MeasureName, Measures } from "../../observe/measures.ts";
import type { Series } from "../../observe/series.ts";
import { TRENDS } from "../../observe/trends.ts";
import { scenarioOf, simulationOf } from "./setting.ts";

/** What one replicate tells: as the command line tells it under the same seed. */
export interface Replicate {
  /** Index in the settings of the task. */
  readonly setting: number;
  readonly replicate: number;
  readonly seed: string;
  readonly hash: string;
  readonly measures: Partial<Measures>;
  readonly readings: Readonly<Record<string, Partial<Measures>>>;
  /** The standard series, every four weeks. */
  readonly series: Series;
}

/** What every replicate reads: all measures but those of the graph, which cost as much as weeks of a run. */
export const READ: readonly MeasureName[] = [...COUNTS, ...LEVELS, ...TRENDS].map(({ name }) => name);

/** Those, and what the scenario's patterns are read from. */
function namesFor(setting: Setting): MeasureName[] {
  const patterns = scenarioOf(setting).patterns.map(({ measure }) => measure as MeasureName);
  return [...new Set([...READ, ...patterns])];
}

/**
 * Runs a replicate to its end.
 *
 * @param memory - Where its tables lie: those of the run before, if it is given again.
 * @throws InputError if the setting cannot be run.
 */
export function replicateOf(setting: Setting, rootSeed: string, replicate: number, memory?: Arena): Replicate {
  const options = { measures: namesFor(setting), ...(memory && { memory }) };
  const { seed, hash, measures, readings, series } = simulationOf(setting, rootSeed, replicate, options).finish();
  return { setting: 0, replicate, seed, hash, measures, readings, series };
}
