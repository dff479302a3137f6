/** A sweep of runs that take milliseconds, and ways to look at what it leaves. */
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { blank as tinyScenario } from "../../scenarios/blank.ts";
import { cellsOf } from "../../src/execution/csv.ts";
import { findModel } from "../../src/execution/models.ts";
import { findLoaded } from "../../src/execution/scenarios.ts";
import type { Plan } from "../../src/experiments/plan.ts";
import { type Sweep, sweepOf } from "../../src/experiments/sweep.ts";

export const tinyPlan: Plan = {
  scenarios: ["blank"],
  axes: { "team.independence": [0, 0.5, 1], "discussion.bound": [0.2, 0.4] },
  replicates: 2,
  seed: "tiny",
  values: { "start.households": 12, "timing.council": 2, "start.communities": 1 },
  until: "2015-03-30",
  measures: ["meanTrust", "issuesArisen", "suspensionDate"],
  series: 2,
};

/** @param model - Path of a module with a model of its own. */
export async function tiny(more: Partial<Plan> = {}, model?: string): Promise<Sweep> {
  const plan = { ...tinyPlan, ...more, ...(model ? { model } : {}) };
  const scenarios = await Promise.all(plan.scenarios.map((name) => findLoaded(name)));
  return sweepOf(plan, { version: "0", scenarios, ...(model ? { model: await findModel(model) } : {}) });
}

export { tinyScenario };

export const fresh = () => join(mkdtempSync(join(tmpdir(), "linli-sweep-")), "results");

/** The files of a finished sweep that are the same however it came about. */
export const SAME = [
  ...["runs.csv", "series.csv", "events.csv", "summary.csv"],
  ...["runs.parquet", "series.parquet", "events.parquet"],
];

export function filesOf(dir: string): Record<string, string> {
  return Object.fromEntries(SAME.map((name) => [name, readFileSync(join(dir, name), "base64")]));
}

/** A table as rows of cells by their columns. */
export function tableOf(path: string): Record<string, string>[] {
  const [header, ...rows] = readFileSync(path, "utf8").trimEnd().split("\n").map(cellsOf);
  return rows.map((row) => Object.fromEntries(row.map((cell, k) => [header![k]!, cell])));
}

/** What lies in a finished directory. */
export const listed = (dir: string) => readdirSync(dir).sort();
