/** The plan that makes the same runs with `linli sweep`, as YAML. */

import type { Setting } from "../../experiments/page/setting.ts";
import type { MeasureName } from "../../observe/measures.ts";
import type { LeverValue } from "./levers.ts";

export interface SweepTask {
  readonly setting: Setting;
  readonly seed: string;
  readonly lever: string;
  readonly values: readonly LeverValue[];
  readonly replicates: number;
}

/** JSON is YAML; a text is always in quotes, so that none is taken for a number or a date. */
const flow = (value: unknown) => JSON.stringify(value);

/**
 * The plan of a sweep; null where a plan cannot say it: settings that change on the way, or blocks from several
 * scenarios.
 */
export function planText(task: SweepTask, measure: MeasureName): string | null {
  const { setting, seed, lever, values, replicates } = task;
  const swaps = Object.entries(setting.blocks);
  const [from, ...others] = new Set(swaps.map(([, scenario]) => scenario));
  if (setting.changes.length > 0 || others.length > 0) return null;
  const { [lever]: _, ...set } = setting.values as Readonly<Record<string, unknown>>;
  const lines = [
    `scenarios: [${setting.scenario}]`,
    ...(from ? ["# beside the scenario with these blocks, a plan also runs it without"] : []),
    ...(from ? [`swaps: [{ blocks: [${swaps.map(([block]) => block).join(", ")}], from: ${from} }]`] : []),
    `axes: { ${lever}: ${flow(values)} }`,
    ...(Object.keys(set).length > 0 ? [`values: ${flow(set)}`] : []),
    `replicates: ${replicates}`,
    `seed: ${flow(seed)}`,
    `measures: [${measure}]`,
  ];
  return `${lines.join("\n")}\n`;
}
