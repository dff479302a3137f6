/** A user's model: a module that changes the rules of the standard one, or makes its own. */
import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { LoadedModel, ModuleRef } from "../experiments/sweep.ts";
import { checkName, firstLine, format, InputError } from "../kernel/check.ts";
import { standardModel } from "../model/community.ts";
import { type AnyMechanism, Model } from "../model/mechanism.ts";
import { VARIANTS } from "../model/variants.ts";
import { checkEnding, loadModule, refOf } from "./modules.ts";

/**
 * The model of a module's path, relative to `folder`, with the reference under which other processes load it.
 *
 * @throws InputError naming the file and what is wrong with it.
 */
export async function findModel(text: string, folder = "."): Promise<LoadedModel> {
  const path = resolve(folder, text);
  if (!existsSync(path)) throw new InputError(`model file ${text}: expected a file; there is none`);
  checkEnding(text, "a model");
  const ref = await refOf(path, text);
  return { ref, model: await loadModel(ref, text) };
}

/**
 * The model that a reference names, in any process: its `default` or `model`, or what that makes of the standard model;
 * without these, the first model that it exports.
 */
export async function loadModel(ref: ModuleRef, name?: string): Promise<Model> {
  if ("shipped" in ref) return shippedModel(ref.shipped);
  const file = name ?? basename(ref.path);
  const exports = Object(await loadModule(ref, name)) as Record<string, unknown>;
  const given = exports.default ?? exports.model ?? Object.values(exports).find((value) => value instanceof Model);
  const model = typeof given === "function" ? made(given as (standard: Model) => unknown, file) : given;
  if (model instanceof Model) return model;
  const { mechanisms } = Object(model) as { mechanisms?: unknown };
  if (Array.isArray(mechanisms)) return new Model(mechanisms as AnyMechanism[]); // of another copy of the package
  throw new InputError(
    `${file}: expected a module whose default or model is a model, or makes one of the standard model; got ${format(model)}`,
  );
}

/** A variant of the standard model that comes with the package. */
export function shippedModel(name: string): Model {
  checkName("model", name, Object.keys(VARIANTS));
  return VARIANTS[name]!;
}

function made(make: (standard: Model) => unknown, file: string): unknown {
  try {
    return make(standardModel);
  } catch (error) {
    throw new InputError(`${file}: expected a function that makes a model; got the error: ${firstLine(error)}`);
  }
}
