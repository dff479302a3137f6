/** SCENARIO on the command line: a name of one that is shipped, a JSON file, or a module. */
import { existsSync, readFileSync } from "node:fs";
import { basename, extname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as shipped from "../../scenarios/index.ts";
import { format, InputError, unknownName } from "../kernel/check.ts";
import { parseDate } from "../kernel/clock.ts";
import { checkScenario, type Scenario } from "../model/scenario.ts";
import { measureOf } from "../observe/measures.ts";

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
  const known = SHIPPED.find((s) => s.name === text);
  if (known) return known;
  const path = resolve(text);
  if (!/[\\/]|\.\w+$/.test(text) && !existsSync(path))
    throw unknownName(
      "scenario",
      text,
      SHIPPED.map((s) => s.name),
    );
  if (!existsSync(path)) throw new InputError(`scenario file ${text}: expected a file; there is none`);
  const value = extname(path) === ".json" ? readJson(text, path) : await importModule(text, path);
  return checked(value, basename(path));
}

function readJson(name: string, path: string): unknown {
  const text = readText(name, path);
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = (error as Error).message;
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
    const before = text.slice(0, position).split("\n");
    const place = `row ${before.length}, column ${before.at(-1)!.length + 1}`;
    throw new InputError(
      `${name}: ${place}: expected JSON; got ${format(text.slice(position).split("\n")[0] || "the end of the file")}`,
    );
  }
}

/** A file's text. Throws an InputError, naming it, if it cannot be read. */
export function readText(name: string, path: string): string {
  try {
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    throw new InputError(`${name}: expected a file that can be read; got ${(error as NodeJS.ErrnoException).code}`);
  }
}

async function importModule(name: string, path: string): Promise<unknown> {
  if (![".js", ".mjs"].includes(extname(path))) {
    throw new InputError(`${name}: expected a scenario in a .json, .js or .mjs file; got ${format(extname(path))}`);
  }
  const module = await importAny(name, path);
  const found = module.default ?? Object.values(module).find((value) => Object.hasOwn(Object(value), "context"));
  if (found === undefined)
    throw new InputError(
      `${name}: expected a module that exports a scenario; got ${format(Object.keys(module).join(", "))}`,
    );
  return found;
}

async function importAny(name: string, path: string): Promise<Record<string, unknown>> {
  try {
    return (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  } catch (error) {
    throw new InputError(
      `${name}: expected a module that can be loaded; got ${format((error as Error).message.split("\n")[0])}`,
    );
  }
}

/** Checks more than a context: top-level keys, and that patterns name measures and dates. */
function checked(value: unknown, file: string): Scenario {
  const unknown = Object.keys(Object(value)).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) throw unknownName(`key in ${file}:`, unknown, KEYS);
  const given = value as Partial<Scenario> | null;
  for (const key of ["patterns", "facts"] as const) {
    if (given?.[key] !== undefined && !Array.isArray(given[key]))
      throw new InputError(`${file}.${key} must be a list; got ${format(given[key])}`);
  }
  given?.patterns?.forEach((p, i) => {
    checkPattern(p, `${file}.patterns[${i}]`);
  });
  return checkScenario(value, file);
}

function checkPattern(p: Partial<Scenario["patterns"][number]> | null, what: string): void {
  if (typeof p !== "object" || p === null) throw new InputError(`${what} must be an object; got ${format(p)}`);
  if (typeof p.measure !== "string")
    throw new InputError(`${what}.measure must be the name of a measure; got ${format(p.measure)}`);
  measureOf(p.measure);
  if (p.at !== "reading" && p.at !== "final") parseDate(p.at, `${what}.at`);
  for (const key of ["text", "reported"] as const) {
    if (typeof p[key]?.en === "string" && typeof p[key].zh === "string") continue;
    throw new InputError(`${what}.${key} must hold texts "en" and "zh"; got ${format(p[key])}`);
  }
}
