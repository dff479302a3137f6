/**
 * The merge: from segments to one file a table, in the order of points and replicates.
 *
 * Everything is written beside its place first. Then files are moved, that of runs last but for the checksums, and only
 * then are the segments removed: at any moment the runs of the directory are all there, in merged files or in segments.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { summaryHeader, summaryRows } from "../analysis/summaryRows.ts";
import { InputError } from "../kernel/check.ts";
import { csvRow, rowsOf } from "./csv.ts";
import { append, makeFolder, storeError } from "./files.ts";
import { lock } from "./lock.ts";
import { writeParquet } from "./parquet.ts";
import { RunIndex } from "./runIndex.ts";
import { segmentDir, segmentNumbers } from "./segments.ts";
import {
  beginStore,
  columnsOf,
  type Manifest,
  readManifest,
  segmentsOf,
  TABLES,
  type Table,
  tableFile,
  withoutPaths,
} from "./store.ts";
import { SUMS, writeSums } from "./sums.ts";

const PARQUET = ["runs", "series", "events"] as const;

const partOf = (dir: string) => join(dir, "merging");

/** Removes what a merge that was cut off has left. */
export function dropMerge(dir: string): void {
  rmSync(partOf(dir), { recursive: true, force: true });
}

/** Merges what `index` holds into `dir`, and removes the segments that are there. */
export async function merge(dir: string, index: RunIndex): Promise<void> {
  const part = partOf(dir);
  try {
    dropMerge(dir);
    mkdirSync(part);
    for (const table of TABLES) copyTable(index, table, part);
    await writeSummary(part);
    for (const table of PARQUET) await writeParquet(tableFile(part, table), join(part, `${table}.parquet`));
    writeSums(part);
  } catch (error) {
    dropMerge(dir); // gives back the room on a full disk
    throw storeError(dir, error);
  }
  rmSync(join(dir, SUMS), { force: true }); // those of an earlier merge
  const names = readdirSync(part).filter((name) => name !== "runs.csv" && name !== SUMS);
  for (const name of [...names, "runs.csv", SUMS]) renameSync(join(part, name), join(dir, name));
  dropMerge(dir);
  removeSegments(dir);
}

/** Whether all that ended in `dir` stands in its merged files. */
export function isMerged(dir: string): boolean {
  return existsSync(tableFile(dir, "runs")) && !existsSync(segmentsOf(dir));
}

/** Throws an InputError unless all runs of a sweep stand in its merged files, as they do when it has ended. */
export function checkEnded(dir: string): void {
  if (!isMerged(resolve(dir)))
    throw new InputError(`${dir}: expected a sweep that has ended; got one whose runs are not merged yet`);
}

/** A segment without runs holds nothing, so that one half removed is none. */
function removeSegments(dir: string): void {
  for (const n of segmentNumbers(dir)) rmSync(tableFile(segmentDir(dir, n), "runs"), { force: true });
  rmSync(segmentsOf(dir), { recursive: true, force: true });
}

function copyTable(index: RunIndex, table: Table, to: string): void {
  const out = new Copy(tableFile(to, table), table);
  try {
    out.text(csvRow(index.columns[table]));
    for (const slot of index.ordered()) {
      const { dir, start, end } = index.place(slot, table);
      out.range(dir, start, end);
      if (table === "runs") out.text("\n");
    }
    out.flush();
  } finally {
    out.close();
  }
}

const BUFFER = 1 << 20;
const OPEN_FILES = 32;

/** A file that is put together from pieces of others. */
class Copy {
  readonly #file: number;
  readonly #table: Table;
  readonly #buffer = Buffer.allocUnsafe(BUFFER);
  #filled = 0;
  /** Files read from, the longest unused first. */
  readonly #open = new Map<string, number>();

  constructor(path: string, table: Table) {
    this.#file = openSync(path, "w");
    this.#table = table;
  }

  text(text: string): void {
    const bytes = Buffer.from(text);
    if (this.#filled + bytes.length > BUFFER) this.#write();
    this.#filled += bytes.copy(this.#buffer, this.#filled);
  }

  range(dir: string, start: number, end: number): void {
    if (start === end) return;
    const file = this.#source(dir);
    for (let at = start; at < end; ) {
      if (this.#filled === BUFFER) this.#write();
      const read = readSync(file, this.#buffer, this.#filled, Math.min(end - at, BUFFER - this.#filled), at);
      if (read === 0) throw new Error(`${tableFile(dir, this.#table)} has become shorter while it was read`);
      this.#filled += read;
      at += read;
    }
  }

  flush(): void {
    this.#write();
    fsyncSync(this.#file);
  }

  close(): void {
    for (const file of [this.#file, ...this.#open.values()]) closeSync(file);
  }

  #write(): void {
    append(this.#file, this.#buffer.subarray(0, this.#filled));
    this.#filled = 0;
  }

  #source(dir: string): number {
    const file = this.#open.get(dir) ?? openSync(tableFile(dir, this.#table), "r");
    this.#open.delete(dir);
    this.#open.set(dir, file);
    for (const [oldest, number] of this.#open) {
      if (this.#open.size <= OPEN_FILES) break;
      closeSync(number);
      this.#open.delete(oldest);
    }
    return file;
  }
}

async function writeSummary(dir: string): Promise<void> {
  const file = openSync(join(dir, "summary.csv"), "w");
  try {
    const runs = rowsOf(tableFile(dir, "runs"));
    const header = (await runs.next()).value as string[];
    append(file, Buffer.from(csvRow(summaryHeader(header))));
    for await (const row of summaryRows(header, runs)) append(file, Buffer.from(csvRow(row)));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** What a merge of shards found. */
export interface Merged {
  readonly runs: number;
  readonly failed: number;
  /** Runs of the plan that no shard holds; with adaptive replicates, of the first batch of each point. */
  readonly missing: number;
}

/**
 * Merges the directories of the shards of a sweep, finished or not, into a new one: the directory that the whole sweep
 * would have made, in which it can go on. The shards stay as they are.
 *
 * @throws InputError for directories that are not of one sweep, or a target that holds anything.
 */
export async function mergeStores(dirs: readonly string[], out: string): Promise<Merged> {
  const [first, ...others] = dirs.map((dir) => ({ dir, manifest: readManifest(resolve(dir)) }));
  if (!first) throw new InputError("expected at least one directory of a sweep to merge; got none");
  for (const other of others) checkShards(first, other);
  const path = resolve(out);
  if (existsSync(path) && readdirSync(path).length > 0)
    throw new InputError(`${out}: expected a new or empty folder to merge into; got one that holds files`);
  const manifest: Manifest = { ...first.manifest, shard: null };
  const index = new RunIndex(columnsOf(manifest));
  makeFolder(path);
  const locks = [path];
  const release: (() => void)[] = [];
  try {
    for (const dir of [...locks, ...dirs.map((d) => resolve(d))]) release.push(lock(dir));
    for (const dir of dirs) index.add(resolve(dir));
    beginStore(path, manifest);
    await merge(path, index);
  } finally {
    for (const undo of release) undo();
  }
  const planned = plannedRuns(index, manifest);
  return { runs: index.size, failed: index.failures, missing: manifest.runs - planned };
}

function plannedRuns(index: RunIndex, { plan }: Manifest): number {
  let count = 0;
  for (const slot of index.ordered()) if (index.about(slot).replicate < plan.replicates) count++;
  return count;
}

function checkShards(a: { dir: string; manifest: Manifest }, b: { dir: string; manifest: Manifest }): void {
  const bare = ({ manifest: { node, machine, shard, ...rest } }: typeof a) => JSON.stringify(withoutPaths(rest));
  if (bare(a) !== bare(b))
    throw new InputError(`${b.dir}: expected a shard of the sweep of ${a.dir}; got another sweep`);
}
