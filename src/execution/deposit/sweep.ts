/** A sweep or its plan as what is to be deposited. */
import { resolve } from "node:path";
import type { ModuleRef } from "../../experiments/sweep.ts";
import { rowsOf } from "../csv.ts";
import { checkEnded } from "../merge.ts";
import { loadPlan } from "../plans.ts";
import { type Manifest, manifestOf, manifestText, readManifest, tableFile } from "../store.ts";
import { type Entry, entriesUnder } from "./entry.ts";
import type { Given } from "./given.ts";
import { PLAN, type PlanEntries, planEntries } from "./planEntries.ts";

/** Names in the folder of results that are none: locks, and what a program keeps to itself. */
export const isNoResult = (name: string) => /^\.|^lock|^segments$|^merging$/.test(name);

/** Of a plan's file, of which nothing has been run. Throws an InputError for a plan that cannot be used. */
export async function givenPlan(path: string): Promise<Given> {
  const manifest = manifestOf(await loadPlan(path), null, null);
  const plan = await entriesOf(manifest);
  return given("plan", manifest, plan, plan.entries, 0);
}

/** Of the directory of a sweep. Throws an InputError unless all its runs stand in merged files. */
export async function givenSweep(dir: string): Promise<Given> {
  const manifest = readManifest(dir);
  checkEnded(dir);
  const plan = await entriesOf(manifest);
  const results = entriesUnder(resolve(dir), "results/", (name) => isNoResult(name) || name === "manifest.json");
  const head = { name: "results/manifest.json", from: manifestText(moved(manifest, plan)) };
  return given("sweep", manifest, plan, [...plan.entries, head, ...results], await countRuns(dir));
}

function entriesOf({ plan, scenarios, swaps, userModel }: Manifest): Promise<PlanEntries> {
  const refs = (list: Manifest["scenarios"]) => list.map(({ ref }) => ref as ModuleRef);
  return planEntries(plan, { scenarios: refs(scenarios), swaps: refs(swaps), model: userModel as ModuleRef | null });
}

/** The manifest with paths of the archive in the place of those of this machine. */
function moved(manifest: Manifest, { refs }: PlanEntries): Manifest {
  const { scenarios, swaps } = manifest;
  return {
    ...manifest,
    scenarios: scenarios.map((s, i) => ({ ...s, ref: refs.scenarios[i]! })),
    swaps: swaps.map((s, i) => ({ ...s, ref: refs.swaps[i]! })),
    userModel: refs.model,
  };
}

async function countRuns(dir: string): Promise<number> {
  let rows = -1; // the header
  for await (const _ of rowsOf(tableFile(resolve(dir), "runs"))) rows++;
  return Math.max(0, rows);
}

function given(
  kind: Given["kind"],
  manifest: Manifest,
  { refs: { model } }: PlanEntries,
  entries: readonly Entry[],
  there: number,
): Given {
  const { version, node, machine, adaptive, shard } = manifest;
  const until = adaptive?.until.flatMap(({ measure, width }) => ["--until-ci", `${measure}=${width}`]) ?? [];
  const most = adaptive ? ["--most", String(adaptive.cap)] : [];
  const part = shard ? ["--shard", `${shard.index}/${shard.count}`] : [];
  return {
    kind,
    made: { linli: version, model: manifest.model, node, machine },
    commands: [["linli", "sweep", PLAN, ...until, ...most, ...part, "--out", "again"]],
    runs: { there, planned: manifest.runs },
    ownModel: model && "path" in model ? model.path : null,
    entries,
  };
}
