/** Plans from files: read, checked, and with all that they name loaded. */
import { existsSync, statSync } from "node:fs";
import { basename, dirname, extname, resolve } from "node:path";
import { type Place, pathText } from "../experiments/place.ts";
import type { Plan } from "../experiments/plan.ts";
import { checkPlan } from "../experiments/planCheck.ts";
import { type Loaded, type Sweep, sweepOf } from "../experiments/sweep.ts";
import { format, InputError } from "../kernel/check.ts";
import { findModel } from "./models.ts";
import { loadModule, readText, refOf } from "./modules.ts";
import { fullWidthHint, readPlan } from "./planText.ts";
import { findLoaded } from "./scenarios.ts";
import { VERSION } from "./version.ts";

const TEXTS = [".yaml", ".yml", ".json"];
const MODULES = [".ts", ".mts", ".js", ".mjs"];

export interface PlanFile {
  /** As it stands in the file, not yet checked. */
  readonly value: unknown;
  /** All of a file that is not a module. */
  readonly text?: string;
  readonly place: Place;
  /** The folder that paths in the plan are relative to. */
  readonly folder: string;
}

/**
 * What a file says of a plan: YAML or JSON, or a module whose `default` or `plan` is one.
 *
 * @throws InputError naming the file, with row and column for a text that cannot be read.
 */
export async function readPlanFile(text: string): Promise<PlanFile> {
  const [path, ending] = [resolve(text), extname(text)];
  const folder = dirname(path);
  if (!existsSync(path) || statSync(path).isDirectory())
    throw new InputError(`plan ${text}: expected a file; there is none`);
  if (TEXTS.includes(ending)) {
    const all = readText(text, path);
    return { ...readPlan(all, text), folder, text: all };
  }
  if (!MODULES.includes(ending))
    throw new InputError(`${text}: expected a plan in a .yaml, .json, .js, .mjs or .ts file; got ${format(ending)}`);
  const exports = (await loadModule(await refOf(path, text), text)) as Record<string, unknown>;
  const value = exports.default ?? exports.plan;
  if (value === undefined)
    throw new InputError(
      `${text}: expected a module whose default or plan is a plan; got ${format(Object.keys(exports).join(", "))}`,
    );
  return { value, folder, place: (path) => `${basename(text)}: ${pathText(path)}` };
}

/** The sweep of a plan's file. Throws an InputError that names the place of what is wrong, before anything is run. */
export async function loadPlan(path: string): Promise<Sweep> {
  return loadSweep(await readPlanFile(path));
}

/** The sweep of a plan in hand; what it names is relative to `folder`, the present one by default. */
export async function loadSweep(file: Partial<PlanFile>): Promise<Sweep> {
  try {
    return await sweepIn(file);
  } catch (error) {
    if (!(error instanceof InputError) || file.text === undefined) throw error;
    throw new InputError(error.message + fullWidthHint(error.message, file.text));
  }
}

async function sweepIn({ value, folder = ".", place = pathText }: Partial<PlanFile>): Promise<Sweep> {
  const named = namedModel(value);
  const model = named === undefined ? undefined : await at(["model"], place, () => findModel(named, folder));
  const plan = checkPlan(value, { place, ...(model ? { model: model.model } : {}) });
  return sweepOf(
    plan,
    { version: VERSION, ...(await scenariosOf(plan, folder, place)), ...(model ? { model } : {}) },
    { place },
  );
}

/** The model must be there before the plan is checked, for it declares what the plan may name. */
function namedModel(value: unknown): string | undefined {
  const own = typeof value === "object" && value !== null && Object.hasOwn(value, "model");
  const { model } = (own ? value : {}) as { model?: unknown };
  return typeof model === "string" && model !== "" ? model : undefined;
}

async function scenariosOf(plan: Plan, folder: string, place: Place): Promise<Pick<Loaded, "scenarios" | "swaps">> {
  const scenarios = [];
  for (const [i, name] of plan.scenarios.entries())
    scenarios.push(await at(["scenarios", i], place, () => findLoaded(name, folder)));
  const swaps = [];
  for (const [i, { from }] of (plan.swaps ?? []).entries())
    swaps.push(await at(["swaps", i, "from"], place, () => findLoaded(from, folder)));
  return { scenarios, swaps };
}

async function at<T>(path: readonly (string | number)[], place: Place, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    throw error instanceof InputError ? new InputError(`${place(path)}: ${error.message}`) : error;
  }
}
