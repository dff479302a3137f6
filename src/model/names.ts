/** What mechanisms declare to touch, held against what there is: a table or column mistyped would be touched by nobody. */
import { checkName, InputError, unknownName } from "../kernel/check.ts";
import { standardModel } from "./community.ts";
import type { AnyMechanism, Model } from "./mechanism.ts";
import type { World } from "./world.ts";

/** Models that were found right, so that a thousand runs of one are not checked a thousand times. */
const right = new WeakSet<Model>([standardModel]);

/** Throws an InputError for a mechanism that declares a table or a column that a world of its model does not have. */
export function checkNames(model: Model, world: World): void {
  if (right.has(model)) return;
  const { specs, pairSpecs } = world.ties;
  const columns: Record<string, readonly string[]> = { ties: Object.keys(specs) };
  columns.pairs = ["foci", ...Object.keys(pairSpecs)];
  for (const [name, table] of Object.entries(world.tables)) columns[name] = Object.keys(table.specs);
  for (const m of model.mechanisms) checkMechanismNames(m, columns);
  right.add(model);
}

function checkMechanismNames(m: AnyMechanism, columns: Readonly<Record<string, readonly string[]>>): void {
  const tables = Object.keys(columns);
  const written = m.writes.map((name) => name.split("."));
  const touched = [...Object.keys(m.columns ?? {}), ...(m.creates ?? []), ...(m.removes ?? [])];
  try {
    for (const table of [...touched, ...written.map(([table]) => table!)]) checkName("table", table, tables);
    for (const [table, column] of written) checkName(`column of ${table}`, column ?? "", columns[table!]!);
  } catch (error) {
    throw new InputError(`mechanism "${m.name}" declares: ${(error as Error).message}`);
  }
}

/**
 * The error for a setting of a name that is not among the known ones.
 *
 * @param standard - Whether they are those of the standard model: a name of no rule in it may be of one that was not given.
 */
export function unknownSetting(name: string, known: readonly string[], standard: boolean): InputError {
  const error = unknownName("parameter or context field", name, known);
  const owner = name.slice(0, name.indexOf(".") + 1);
  const foreign =
    owner !== "" && !known.some((one) => one.startsWith(owner)) && !error.message.includes("did you mean");
  if (!standard || !foreign) return error;
  return new InputError(`${error.message}; a rule of one's own is named by model: (or --model)`);
}
