/** What a validation leaves on disk beside its runs: the form that its folder holds, and each part's result. */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { cpus, platform } from "node:os";
import { join } from "node:path";
import { InputError } from "../../kernel/check.ts";
import { writeWhole } from "../files.ts";
import { parseJson } from "../modules.ts";
import { VERSION } from "../version.ts";

/** What all results of a folder have in common. */
export interface Form {
  readonly version: string;
  readonly quick: boolean;
  readonly seed: string;
}

/** A part's result, with what made it. */
export interface PartRecord extends Form {
  readonly part: string;
  readonly machine: {
    readonly cores: number;
    readonly processor: string;
    readonly system: string;
    readonly node: string;
  };
  /** Wall time of the start that made it; runs of earlier starts are not in it. */
  readonly seconds: number;
  readonly result: unknown;
}

const FORM = "validation.json";
const recordFile = (dir: string, part: string) => join(dir, `${part}.json`);

/**
 * Begins a folder for a form of the page, or goes on with one.
 *
 * @throws InputError for a folder that holds anything else, or another form, whose results cannot stand on one page with these.
 */
export function beginForm(dir: string, form: Form): void {
  const file = join(dir, FORM);
  if (!existsSync(file) && readdirSync(dir).length > 0)
    throw new InputError(`${dir}: expected a new or empty folder, or one of this page; got one that holds other files`);
  if (!existsSync(file)) writeWhole(file, `${JSON.stringify(form)}\n`);
  const held = parseJson(file, readFileSync(file, "utf8")) as Form;
  if (textOf(held) === textOf(form)) return;
  throw new InputError(
    `${dir}: expected a folder that is new or holds ${textOf(form)}; got one that holds ${textOf(held)}`,
  );
}

function textOf({ version, quick, seed }: Form): string {
  return `the ${quick ? "quick" : "full"} form of version ${version}, seed ${seed}`;
}

export function writeRecord(dir: string, form: Form, part: string, seconds: number, result: unknown): void {
  const processor = cpus()[0]?.model.trim() ?? "";
  const machine = { cores: cpus().length, processor, system: platform(), node: process.version };
  const record: PartRecord = { part, ...form, machine, seconds, result };
  writeWhole(recordFile(dir, part), `${JSON.stringify(record, null, 1)}\n`);
}

/** The result of a part; null where there is none yet. */
export function readRecord(dir: string, part: string): PartRecord | null {
  const file = recordFile(dir, part);
  return existsSync(file) ? (parseJson(file, readFileSync(file, "utf8")) as PartRecord) : null;
}

export function dropRecord(dir: string, part: string): void {
  rmSync(recordFile(dir, part), { force: true });
}

export function formOf(quick: boolean, seed: string | number): Form {
  return { version: VERSION, quick, seed: String(seed) };
}
