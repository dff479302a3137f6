/**
 * A sweep as the table that NetLogo's BehaviorSpace writes, for programs that read those: six lines of heading, a row of
 * names, and a row of quoted cells a run, or a row a recorded week of a run.
 */
import { basename, join, resolve } from "node:path";
import { InputError } from "../../kernel/check.ts";
import { STANDARD_SERIES } from "../../observe/recorder.ts";
import { rowsOf, withoutBreaks } from "../csv.ts";
import { checkEnded } from "../merge.ts";
import { type Manifest, readManifest, tableFile } from "../store.ts";
import { type At, weeksOf } from "./weeks.ts";

export interface BehaviorSpaceOptions {
  /** Measures at which date; at the end by default. */
  readonly at?: At;
  /** A row for every recorded week, with what the series holds, instead of one for the measures. */
  readonly series?: boolean;
}

/** Runs told, and runs left out: because they failed, or ended before they were to be read. */
export interface Told {
  runs: number;
  failed: number;
  unread: number;
}

/** The format in which readers know the table: that of this NetLogo and of those after it. */
const FORMAT = ["BehaviorSpace results (NetLogo 6.4.0)", "Table version 2.0"];
/** In the place of the time of the experiment, which results do not hold: a table is the same whenever it is written. */
const NO_TIME = "01/01/1970 00:00:00:000 +0000";

/** The line of a row: every cell in quotes, as BehaviorSpace has it. Readers count lines: a cell has no break within. */
const line = (cells: readonly (string | number)[]) =>
  `${cells.map((cell) => `"${withoutBreaks(String(cell)).replaceAll('"', '""')}"`).join(",")}\n`;

/**
 * The lines of the table of a sweep.
 *
 * @param told - Counts what is told.
 * @throws InputError unless the directory is one of a sweep that has ended and holds what is asked for.
 */
export async function* behaviorSpace(
  dir: string,
  { at = "final", series = false }: BehaviorSpaceOptions,
  told: Told = { runs: 0, failed: 0, unread: 0 },
): AsyncGenerator<string> {
  const manifest = readManifest(dir);
  checkEnded(dir);
  if (series && manifest.plan.series === 0)
    throw new InputError(`${dir}: expected a sweep that records a series; got one without`);
  const inputs = ["scenario", ...(manifest.swaps.length > 0 ? ["swap"] : []), ...manifest.axes, "replicate", "seed"];
  const rows = series ? seriesRows(dir, inputs, told) : measureRows(dir, manifest, inputs, at, told);
  const first = await rows.next();
  if (first.done && told.unread > 0)
    throw new InputError(`${dir}: expected runs that reach their reading date; got ${told.unread} that end before it`);
  yield* heading(dir, manifest);
  yield line(["[run number]", ...inputs, "[step]", ...(series ? STANDARD_SERIES : manifest.measures)]);
  if (first.done) return;
  yield first.value;
  yield* rows;
}

function* heading(dir: string, { version, plan }: Manifest): Generator<string> {
  yield line(FORMAT);
  yield line([`linli ${version}`]);
  yield line([plan.name ?? basename(resolve(dir))]);
  yield line([NO_TIME]);
  yield line(["min-pxcor", "max-pxcor", "min-pycor", "max-pycor"]);
  yield line([0, 0, 0, 0]); // a model without a grid
}

/** A row of `runs.csv` by its columns, with its number, counted from 1. */
interface Run {
  readonly number: number;
  readonly cell: (column: string) => string;
}

async function* finishedRuns(dir: string, told: Told): AsyncGenerator<Run> {
  const rows = rowsOf(tableFile(resolve(dir), "runs"));
  const places = new Map(((await rows.next()).value as string[]).map((name, k) => [name, k]));
  let number = 0;
  for await (const row of rows) {
    const run: Run = { number: ++number, cell: (column) => row[places.get(column)!]! };
    if (run.cell("status") !== "finished") told.failed++;
    else yield run;
  }
}

async function* measureRows(
  dir: string,
  manifest: Manifest,
  inputs: readonly string[],
  at: At,
  told: Told,
): AsyncGenerator<string> {
  const weekOf = await weeksOf(manifest, at);
  for await (const { number, cell } of finishedRuns(dir, told)) {
    const week = weekOf({ scenario: cell("scenario"), swap: cell("swap"), values: cell("values") });
    if (week === null) {
      told.unread++; // BehaviorSpace, too, has no row of a step that a run did not reach
      continue;
    }
    told.runs++;
    yield line([number, ...inputs.map(cell), week, ...manifest.measures.map((name) => cell(`${at}_${name}`))]);
  }
}

async function* seriesRows(dir: string, inputs: readonly string[], told: Told): AsyncGenerator<string> {
  const heads = new Map<string, string[]>();
  for await (const { number, cell } of finishedRuns(dir, told)) {
    told.runs++;
    heads.set(cell("id"), [String(number), ...inputs.map(cell)]);
  }
  const rows = rowsOf(join(resolve(dir), "series.csv"));
  const header = (await rows.next()).value as string[];
  const at = ["tick", ...STANDARD_SERIES].map((name) => header.indexOf(name));
  for await (const row of rows) {
    const head = heads.get(row[0]!);
    if (head) yield line([...head, ...at.map((k) => row[k]!)]);
  }
}
