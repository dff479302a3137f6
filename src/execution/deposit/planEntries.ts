/** A plan that stands alone: with the user's files that it names beside it, by names of the archive. */
import { readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import type { Plan } from "../../experiments/plan.ts";
import type { ModuleRef } from "../../experiments/sweep.ts";
import { InputError } from "../../kernel/check.ts";
import { refOf } from "../modules.ts";
import type { Entry } from "./entry.ts";

/** The references of what a plan names, in its order. */
export interface Refs {
  readonly scenarios: readonly ModuleRef[];
  readonly swaps: readonly ModuleRef[];
  readonly model: ModuleRef | null;
}

export interface PlanEntries {
  readonly entries: readonly Entry[];
  readonly refs: Refs;
}

const FOLDER = "code/";
export const PLAN = `${FOLDER}plan.json`;

/**
 * The plan and its files as entries, and its references with paths in the archive.
 *
 * @throws InputError if a file is gone, has changed since, or imports files of its own.
 */
export async function planEntries(plan: Plan, refs: Refs): Promise<PlanEntries> {
  const { entries, move: moved } = codeFolder([basename(PLAN)]);
  const all = async (list: readonly ModuleRef[]) => {
    const done: ModuleRef[] = [];
    for (const ref of list) done.push(await moved(ref));
    return done;
  };
  const [scenarios, swaps] = [await all(refs.scenarios), await all(refs.swaps)];
  const own = { scenarios, swaps, model: refs.model && (await moved(refs.model)) };
  entries.push({ name: PLAN, from: `${JSON.stringify(renamed(plan, own), null, 2)}\n` });
  return { entries, refs: own };
}

export type CodeFolder = ReturnType<typeof codeFolder>;

/** The folder of a user's files in the archive. Names of `kept` are not given away. */
export function codeFolder(kept: readonly string[]) {
  const taken = new Map<string, string>();
  const entries: Entry[] = [];
  /** Puts a file there; the reference under which the archive has it. Throws an InputError as `planEntries` does. */
  const move = async (ref: ModuleRef): Promise<ModuleRef> => {
    if ("shipped" in ref) return ref;
    const known = taken.get(ref.path);
    if (known !== undefined) return { ...ref, path: FOLDER + known };
    await checkAlone(ref);
    const name = freeName(basename(ref.path), [...taken.values(), ...kept]);
    taken.set(ref.path, name);
    entries.push({ name: FOLDER + name, from: { path: ref.path } });
    return { ...ref, path: FOLDER + name };
  };
  return { entries, move };
}

function renamed(plan: Plan, { scenarios, swaps, model }: Refs): Plan {
  const name = (ref: ModuleRef) => ("shipped" in ref ? ref.shipped : ref.path.slice(FOLDER.length));
  return {
    ...plan,
    scenarios: scenarios.map(name),
    ...(plan.swaps ? { swaps: plan.swaps.map((swap, i) => ({ ...swap, from: name(swaps[i]!) })) } : {}),
    ...(model ? { model: name(model) } : {}),
  };
}

function freeName(name: string, taken: readonly string[]): string {
  const ending = extname(name);
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${name.slice(0, name.length - ending.length)}-${n}${ending}`;
    if (!taken.includes(tried)) return tried;
  }
}

const OWN_FILE = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)["'](\.{1,2}\/[^"']*)["']/;

/** The file must be what it was, and what it imports from beside it would be missing in the archive. */
async function checkAlone(ref: Exclude<ModuleRef, { shipped: string }>): Promise<void> {
  const name = basename(ref.path);
  const { hash } = await refOf(ref.path, name);
  if (hash !== ref.hash)
    throw new InputError(
      `${name}: expected the file as it was when the sweep began (${ref.hash}); got another (${hash})`,
    );
  const found = extname(ref.path) === ".json" ? null : OWN_FILE.exec(readFileSync(ref.path, "utf8"));
  if (found) throw new InputError(`${name}: expected a module in one file; got one that imports "${found[1]}"`);
}
