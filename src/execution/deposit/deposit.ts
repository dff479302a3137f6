/** An archive of a plan or of results, ready to be deposited: all that is needed to read, cite and run them again. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, extname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError } from "../../kernel/check.ts";
import { ROOT } from "../bundle.ts";
import { oddDocument } from "../odd/document.ts";
import { readManifest } from "../store.ts";
import { VERSION } from "../version.ts";
import type { Entry } from "./entry.ts";
import type { Given } from "./given.ts";
import { readme, type Shell } from "./readme.ts";
import { givenRuns, RUNS_FORMAT } from "./runs.ts";
import { sourceEntries } from "./sources.ts";
import { givenPlan, givenSweep } from "./sweep.ts";

export interface Deposit {
  /** Name of the folder that the archive unpacks to. */
  readonly folder: string;
  readonly given: Given;
  /** In the order of their names. */
  readonly entries: readonly Entry[];
}

/**
 * What is deposited of a plan's file, or of a directory of a sweep or of runs.
 *
 * @param added - Files of scenarios that a directory of runs does not hold.
 * @param shell - Words of a command as a shell takes them.
 * @throws InputError if the path is none of these, or was made by another version, whose model is not this one.
 */
export async function depositOf(path: string, added: readonly string[], shell: Shell): Promise<Deposit> {
  const given = await givenAt(path, added);
  const { linli } = given.made;
  if (linli !== VERSION) throw new InputError(`${path}: expected results of linli ${VERSION}; got those of ${linli}`);
  const folder = folderOf(path);
  const entries = [...given.entries, ...sourceEntries(ROOT, "code/linli/"), ...about(folder, given, shell)];
  return { folder, given, entries: entries.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
}

/** Name of the archive's folder: that of the directory, or of the plan without its ending. */
export function folderOf(path: string): string {
  const name = basename(resolve(path));
  return existsSync(path) && statSync(path).isDirectory() ? name : name.slice(0, name.length - extname(name).length);
}

async function givenAt(path: string, added: readonly string[]): Promise<Given> {
  if (!existsSync(path)) throw new InputError(`${path}: expected a plan, or a directory of results; there is none`);
  if (statSync(path).isDirectory() && formatOf(path) === RUNS_FORMAT) return givenRuns(path, added);
  if (added.length > 0)
    throw new InputError(`--add ${added[0]}: expected a directory of linli run --out beside it; got ${path}`);
  return statSync(path).isDirectory() ? givenSweep(path) : givenPlan(path);
}

/** The format that a manifest names; nothing if there is none that can be read. */
function formatOf(dir: string): unknown {
  try {
    return Object(JSON.parse(readFileSync(resolve(dir, "manifest.json"), "utf8"))).format;
  } catch {
    return readManifest(dir).format; // says what is wrong
  }
}

function about(folder: string, given: Given, shell: Shell): Entry[] {
  return [
    { name: "README.md", from: readme("en", folder, given, shell) },
    { name: "README.zh.md", from: readme("zh", folder, given, shell) },
    { name: "docs/odd.md", from: oddDocument("en") },
    { name: "docs/odd.zh.md", from: oddDocument("zh") },
    { name: "versions.json", from: `${JSON.stringify(given.made, null, 2)}\n` },
    shipped("CITATION.cff"),
    shipped("LICENSE"),
  ];
}

const inPackage = (name: string) => fileURLToPath(new URL(name, ROOT));
const shipped = (name: string): Entry => ({ name, from: { path: inPackage(name) } });
