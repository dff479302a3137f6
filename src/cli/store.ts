/** `--out DIR`: the results of a run as a directory of plain files, written whole or not at all. */
import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { arch, platform } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { type Cell, csvCell } from "../execution/csv.ts";
import { makeFolder } from "../execution/files.ts";
import { VERSION } from "../execution/version.ts";
import { hashCode, hashStart, runId } from "../experiments/identity.ts";
import { byWrittenName } from "../experiments/settingText.ts";
import { InputError } from "../kernel/check.ts";
import { standardModel } from "../model/community.ts";
import { hashModel, hashText } from "../model/snapshot.ts";
import { SERIES_NAMES } from "../observe/labels.ts";
import { MEASURE_NAMES } from "../observe/measures.ts";
import type { Plan } from "./options.ts";
import { finishedOf, isFailure, type Outcome, type Replicate } from "./replicate.ts";

/** Throws an InputError unless DIR can be made: it must not exist, or be an empty folder. */
export function checkTarget(dir: string): void {
  const path = resolve(dir);
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory())
    throw new InputError(`--out ${dir}: expected a folder to make; got a file of that name`);
  const count = readdirSync(path).length;
  if (count > 0)
    throw new InputError(`--out ${dir}: expected a new or empty folder; got one that holds ${count} files`);
}

/** A plan with what came of it. */
export interface Results {
  readonly plan: Plan;
  readonly replicates: readonly Replicate[];
}

/** Writes results beside their place, then moves them there. */
export function writeResults(dir: string, results: readonly Results[]): void {
  checkTarget(dir);
  const path = resolve(dir);
  const part = join(dirname(path), `.${basename(path)}.part-${process.pid}`);
  try {
    makeFolder(part);
    for (const [name, text] of Object.entries(filesOf(results))) writeFileSync(join(part, name), text);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw error;
  }
}

function filesOf(results: readonly Results[]): Record<string, string> {
  const rows = (of: (plan: Plan, outcome: Outcome) => Cell[][]) =>
    results.flatMap(({ plan, replicates }) => finishedOf(replicates).flatMap((outcome) => of(plan, outcome)));
  return {
    "manifest.json": `${JSON.stringify(manifest(results), null, 2)}\n`,
    "runs.csv": csv([RUN_COLUMNS, ...results.flatMap(runRows)]),
    "series.csv": csv([["run", "tick", "date", ...SERIES_NAMES], ...rows(seriesRows)]),
    "events.csv": csv([["run", "tick", "date", "kind", "who", "reason"], ...rows(eventRows)]),
    ...tiesFiles(results),
  };
}

/** The graph of each plan's replicate 0; numbered where there are several plans. */
function tiesFiles(results: readonly Results[]): Record<string, string> {
  const name = (k: number) => (results.length === 1 ? "ties.gexf" : `ties-${k + 1}.gexf`);
  return Object.fromEntries(
    results.flatMap(({ replicates }, k) => {
      const ties = finishedOf(replicates).find((o) => o.ties !== null)?.ties;
      return ties ? [[name(k), ties]] : [];
    }),
  );
}

function manifest(results: readonly Results[]): object {
  return {
    format: "linli-results-1",
    version: VERSION,
    model: hashModel(standardModel),
    node: process.version,
    machine: `${platform()} ${arch()}`,
    plans: results.map(({ plan: { scenario, blocks, rootSeed, values, changes, until, network, jobs, model } }) => {
      const own = {
        scenario: scenario.name,
        rootSeed,
        replicates: jobs.length,
        values,
        changes,
        blocks,
        userModel: model?.ref ?? null,
        until,
        network: network ? { name: network.name, hash: hashText(JSON.stringify(network)) } : null,
      };
      return { ...own, context: scenario.context };
    }),
  };
}

/** The id of a replicate of a plan. */
export function idOf(plan: Plan, replicate: number): string {
  const { scenario, model, rootSeed, until, network } = plan;
  const [code, start] = [hashCode(VERSION, model), hashStart(scenario, network)];
  return runId({ code, start, until, values: byWrittenName(plan), rootSeed, replicate });
}

const RUN_COLUMNS = [
  ...["id", "scenario", "replicate", "seed", "status", "reason", "values", "hash"],
  ...MEASURE_NAMES.map((name) => `reading_${name}`),
  ...MEASURE_NAMES.map((name) => `final_${name}`),
];

function runRows({ plan, replicates }: Results): Cell[][] {
  const values = JSON.stringify(byWrittenName(plan));
  const of = (at: Outcome["measures"]) => MEASURE_NAMES.map((name) => at[name] ?? null);
  return replicates.map((r) => {
    const own = [idOf(plan, r.replicate), r.scenario, r.replicate, r.seed];
    if (isFailure(r)) return [...own, "failed", r.failed, values, null, ...of({}), ...of({})];
    return [...own, "finished", null, values, r.hash, ...of(r.reading), ...of(r.measures)];
  });
}

function seriesRows(plan: Plan, { replicate, series, dates }: Outcome): Cell[][] {
  const id = idOf(plan, replicate);
  return series.tick.map((tick, k) => [id, tick, dates[k]!, ...SERIES_NAMES.map((name) => series.columns[name]![k]!)]);
}

function eventRows(plan: Plan, { replicate, events, ticks }: Outcome): Cell[][] {
  const id = idOf(plan, replicate);
  return events.map(({ date, kind, who, reason }, e) => [id, ticks[e]!, date, kind, who, reason]);
}

/** Comma-separated text; a cell without a value is empty. */
function csv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(",")}\n`).join("");
}
