/** The directory that `linli run --out` or `linli compare --out` wrote, as what is to be deposited. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { byWrittenName, type Settings, writeValue } from "../../experiments/settingText.ts";
import type { ModuleRef } from "../../experiments/sweep.ts";
import { InputError } from "../../kernel/check.ts";
import { rowsOf } from "../csv.ts";
import { findLoaded, SHIPPED } from "../scenarios.ts";
import { entriesUnder } from "./entry.ts";
import type { Given } from "./given.ts";
import { type CodeFolder, codeFolder } from "./planEntries.ts";
import { isNoResult } from "./sweep.ts";

export const RUNS_FORMAT = "linli-results-1";

interface RunPlan extends Settings {
  readonly scenario: string;
  readonly rootSeed: string;
  readonly replicates: number;
  readonly blocks: Readonly<Record<string, string>>;
  /** Absent in directories of before there was one. */
  readonly userModel?: ModuleRef | null;
  readonly until: string;
  readonly network: { readonly name: string } | null;
}

interface RunsManifest {
  readonly version: string;
  readonly model: string;
  readonly node: string;
  readonly machine: string;
  readonly plans: readonly RunPlan[];
}

/**
 * Of a directory of runs.
 *
 * @param added - The user's scenario files, which the directory does not hold.
 * @throws InputError if what is needed to run it again is not to be had.
 */
export async function givenRuns(dir: string, added: readonly string[]): Promise<Given> {
  const manifest: RunsManifest = JSON.parse(readFileSync(join(resolve(dir), "manifest.json"), "utf8"));
  const { version, model, node, machine } = manifest;
  const code = codeFolder([]);
  const files = await scenarioFiles(added, code);
  const plans: RunPlan[] = [];
  for (const plan of manifest.plans)
    plans.push(plan.userModel ? { ...plan, userModel: await code.move(plan.userModel) } : plan);
  const [weekly, numbers] = [await isWeekly(dir), await replicatesOf(dir)];
  const more = (plan: RunPlan) => [...replicateWords(plan, numbers), ...(weekly ? ["--series"] : [])];
  const commands = plans.map((plan, k) => [
    ...["linli", "run", fileOf(plan.scenario, dir, files), ...settingWords(plan, dir, files), ...more(plan)],
    ...["--out", plans.length === 1 ? "again" : `again-${k + 1}`],
  ]);
  const head = { name: "results/manifest.json", from: `${JSON.stringify({ ...manifest, plans }, null, 2)}\n` };
  const results = entriesUnder(resolve(dir), "results/", (name) => isNoResult(name) || name === "manifest.json");
  const planned = plans.reduce((sum, { replicates }) => sum + replicates, 0);
  return {
    kind: "runs",
    made: { linli: version, model, node, machine },
    commands,
    runs: { there: numbers.length, planned },
    ownModel: plans.map(modelFile).find((file) => file !== null) ?? null,
    entries: [...code.entries, head, ...results],
  };
}

const modelFile = ({ userModel }: RunPlan) => (userModel && "path" in userModel ? userModel.path : null);

/** Puts scenario files into the archive; their places by the names of the scenarios that are there. */
async function scenarioFiles(added: readonly string[], code: CodeFolder): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const path of added) {
    const { ref, scenario } = await findLoaded(path);
    const moved = await code.move(ref);
    if ("shipped" in moved) throw new InputError(`--add ${path}: expected a file; got a shipped name`);
    files.set(scenario.name, moved.path);
  }
  return files;
}

function fileOf(scenario: string, dir: string, files: ReadonlyMap<string, string>): string {
  const file = files.get(scenario) ?? SHIPPED.find(({ name }) => name === scenario)?.name;
  if (file !== undefined) return file;
  throw new InputError(`${dir}: expected the file of scenario ${scenario} by --add; got none`);
}

function settingWords(plan: RunPlan, dir: string, files: ReadonlyMap<string, string>): string[] {
  const { rootSeed, blocks, until, network } = plan;
  if (network)
    throw new InputError(
      `${dir}: expected runs of a scenario alone; got one over the network ${network.name}, whose files it does not hold`,
    );
  return [
    ...["--seed", rootSeed, "--until", until],
    ...(modelFile(plan) === null ? [] : ["--model", modelFile(plan)!]),
    ...Object.entries(blocks).flatMap(([block, from]) => ["--block", `${block}=${fileOf(from, dir, files)}`]),
    ...Object.entries(byWrittenName(plan)).flatMap(([name, value]) => ["--set", `${name}=${writeValue(value)}`]),
  ];
}

function replicateWords({ replicates }: RunPlan, numbers: readonly number[]): string[] {
  if (replicates === 1 && numbers[0] !== undefined && numbers[0] !== 0) return ["--replicate", String(numbers[0])];
  return ["--replicates", String(replicates)];
}

/** Numbers of the replicates, in the order of the rows. */
async function replicatesOf(dir: string): Promise<number[]> {
  const rows = rowsOf(join(resolve(dir), "runs.csv"));
  const column = ((await rows.next()).value as string[]).indexOf("replicate");
  const numbers: number[] = [];
  for await (const row of rows) numbers.push(Number(row[column]));
  return numbers;
}

/** Whether the series was recorded every week. */
async function isWeekly(dir: string): Promise<boolean> {
  const rows = rowsOf(join(resolve(dir), "series.csv"));
  const column = ((await rows.next()).value as string[]).indexOf("tick");
  const [first, second] = [await rows.next(), await rows.next()];
  await rows.return(undefined);
  if (first.done || second.done) return false;
  return Number(second.value[column]) - Number(first.value[column]) === 1;
}
