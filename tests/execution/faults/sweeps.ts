/** Plans of short runs, and what is found in the directories that sweeps of them leave. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Plan } from "../../../src/experiments/plan.ts";
import { filesOf, listed, tableOf, tinyPlan } from "../tiny.ts";

/** Writes the plan of so many runs, each of which takes some milliseconds. */
export function writePlan(folder: string, runs: number, more: Partial<Plan> = {}): string {
  const path = join(folder, `plan-${runs}.json`);
  const axes = { "team.independence": [0, 0.25, 0.5, 0.75, 1], "discussion.bound": [0.2, 0.4] };
  writeFileSync(path, JSON.stringify({ ...tinyPlan, axes, replicates: runs / 10, ...more }));
  return path;
}

/** Rows of runs in the segments of a directory, counted once a row: a run that stands twice counts twice. */
export function rowsWritten(dir: string): number {
  const segments = join(dir, "segments");
  if (!existsSync(segments)) return 0;
  const files = readdirSync(segments).map((name) => join(segments, name, "runs.csv"));
  const lines = files
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, "utf8").split("\n").length - 2);
  return lines.reduce((sum, n) => sum + Math.max(0, n), 0);
}

/** Compares a finished directory with one that met no fault; says what is lost and what doubled. */
export function compare(dir: string, whole: string): { runs: number; lost: number; doubled: number } {
  const ids = tableOf(join(dir, "runs.csv")).map(({ id }) => id!);
  const expected = tableOf(join(whole, "runs.csv")).map(({ id }) => id!);
  const lost = expected.filter((id) => !ids.includes(id)).length;
  const counts = { runs: ids.length, lost, doubled: ids.length - new Set(ids).size };
  expect(counts).toEqual({ runs: expected.length, lost: 0, doubled: 0 });
  expect(filesOf(dir)).toEqual(filesOf(whole));
  expect(listed(dir)).toEqual(listed(whole));
  return counts;
}

/** Prints the numbers of a test. */
export function report(name: string, numbers: Readonly<Record<string, number | string>>): void {
  const words = Object.entries(numbers).map(([what, number]) => `${number} ${what}`);
  console.log(`${name}: ${words.join(", ")}`);
}
