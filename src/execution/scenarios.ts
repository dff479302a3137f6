/** SCENARIO wherever one is named: a name of one that is shipped, a JSON file, or a module. */
import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import * as shipped from "../../scenarios/index.ts";
import type { LoadedScenario, ModuleRef } from "../experiments/sweep.ts";
import { format, InputError, unknownName } from "../kernel/check.ts";
import { parseDate } from "../kernel/clock.ts";
import { checkScenario, inside, type Scenario } from "../model/scenario.ts";
import { measureOf } from "../observe/measures.ts";
import { checkEnding, loadModule, refOf } from "./modules.ts";

/** The scenarios that come with the package. */
export const SHIPPED: readonly Scenario[] = Object.values(shipped);

const KEYS = [
  "name",
  "title",
  "about",
  "context",
  "sources",
  "reading",
  "until",
  "patterns",
  "facts",
  "values",
  "network",
  "terms",
];

/**
 * The scenario of that name or path.
 *
 * @throws InputError naming the file and what is wrong in it, or proposing the nearest name.
 */
export async function findScenario(text: string): Promise<Scenario> {
  return (await findLoaded(text)).scenario;
}

/** The same with the reference under which other processes load it. Paths are relative to `folder`. */
export async function findLoaded(text: string, folder = "."): Promise<LoadedScenario> {
  const known = SHIPPED.find((s) => s.name === text);
  if (known) return { ref: { shipped: text }, scenario: known };
  const path = resolve(folder, text);
  if (!/[\\/]|\.\w+$/.test(text) && !existsSync(path))
    throw unknownName(
      "scenario",
      text,
      SHIPPED.map((s) => s.name),
      titled(text)?.name,
    );
  if (!existsSync(path)) throw new InputError(`scenario file ${text}: expected a file; there is none`);
  checkEnding(text, "a scenario");
  const ref = await refOf(path, text);
  return { ref, scenario: await loadScenario(ref, text) };
}

/** The scenario whose Chinese title has these characters in this order: 新建小区 is meant for 新建商品房小区. */
function titled(text: string): Scenario | undefined {
  if (!/^\p{Script=Han}{2,20}$/u.test(text)) return undefined;
  const inOrder = new RegExp([...text].join(".*"), "u");
  return SHIPPED.find((s) => inOrder.test(s.title.zh));
}

/** The scenario that a reference names, in any process. Throws an InputError if it is no longer what it was. */
export async function loadScenario(ref: ModuleRef, name?: string): Promise<Scenario> {
  if ("shipped" in ref) {
    const found = SHIPPED.find((s) => s.name === ref.shipped);
    if (found) return found;
    throw new InputError(`scenario ${ref.shipped}: expected one that is shipped; there is none of that name`);
  }
  const value = await loadModule(ref, name);
  return checked(
    ref.path.endsWith(".json") ? value : exported(value as object, name ?? basename(ref.path)),
    basename(ref.path),
  );
}

function exported(module: object, name: string): unknown {
  const exports = module as Record<string, unknown>;
  const found = exports.default ?? Object.values(exports).find((value) => Object.hasOwn(Object(value), "context"));
  if (found !== undefined) return found;
  const names = Object.keys(exports).join(", ");
  throw new InputError(
    `${name}: expected a module that exports a scenario; got ${names === "" ? "no exports" : format(names)}`,
  );
}

/** Checks more than a context: top-level keys, and that patterns name measures and dates. */
function checked(value: unknown, file: string): Scenario {
  inside(file, () => {
    const unknown = Object.keys(Object(value)).find((key) => !KEYS.includes(key));
    if (unknown !== undefined) throw unknownName("key", unknown, KEYS);
    const given = value as Partial<Scenario> | null;
    for (const key of ["patterns", "facts"] as const) {
      if (given?.[key] !== undefined && !Array.isArray(given[key]))
        throw new InputError(`${key} must be a list; got ${format(given[key])}`);
    }
    given?.patterns?.forEach((p, i) => {
      checkPattern(p, `patterns[${i}]`);
    });
  });
  const scenario = checkScenario(value, file);
  if (file.endsWith(".json")) inside(file, () => checkReading(scenario));
  return scenario;
}

/** A run must reach the date at which it is read. A module may cut another scenario short without a word of it. */
function checkReading({ context, reading, until }: Scenario): void {
  const start = context.start.date;
  if (parseDate(reading) < parseDate(start))
    throw new InputError(`reading must not lie before start.date (${start}); got ${reading}`);
  if (parseDate(reading) > parseDate(until))
    throw new InputError(`reading must not lie after until (${until}); got ${reading}`);
}

function checkPattern(p: Partial<Scenario["patterns"][number]> | null, what: string): void {
  if (typeof p !== "object" || p === null) throw new InputError(`${what} must be an object; got ${format(p)}`);
  if (typeof p.measure !== "string")
    throw new InputError(`${what}.measure must be the name of a measure; got ${format(p.measure)}`);
  inside(`${what}.measure`, () => measureOf(p.measure!));
  if (p.at !== "reading" && p.at !== "final") parseDate(p.at, `${what}.at`);
  for (const key of ["text", "reported"] as const) {
    if (typeof p[key]?.en === "string" && typeof p[key].zh === "string") continue;
    throw new InputError(`${what}.${key} must hold texts "en" and "zh"; got ${format(p[key])}`);
  }
}
