/**
 * Segments: what one worker of one start of a sweep writes, and no one else.
 *
 * A segment is only ever appended to, and never again once its worker is gone. A run's rows are written when it has ended,
 * that of `runs` last: a run without it, or with fewer rows than it says, was cut off and counts as not done.
 */
import { closeSync, mkdirSync, openSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { type Cell, csvRow } from "./csv.ts";
import { append, makeFolder, type Write } from "./files.ts";
import { columnsOf, type StoreSpec, segmentsOf, TABLES, type Table, tableFile } from "./store.ts";

/**
 * Columns that the runs of a segment have besides: how many rows of the other tables are theirs, and the CRC-32 of the
 * row before these columns and of those rows, in the order of `TABLES`. A run whose rows are not as written is not done.
 */
export const COUNTS = ["series_rows", "event_rows", "checksum"];

export interface RunRows {
  readonly run: readonly Cell[];
  readonly series: readonly (readonly Cell[])[];
  readonly events: readonly (readonly Cell[])[];
  /** Wall time. */
  readonly ms: number;
}

/** Numbers of the segments in a directory, ascending. */
export function segmentNumbers(dir: string): number[] {
  try {
    const names = readdirSync(segmentsOf(dir)).filter((name) => /^\d{1,9}$/.test(name));
    return names.map(Number).sort((a, b) => a - b);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

export const segmentDir = (dir: string, n: number) => join(segmentsOf(dir), String(n));

export class SegmentWriter {
  /** Number of the segment. */
  readonly number: number;
  readonly #files: Readonly<Record<Table, number>>;
  readonly #write: Write | undefined;
  #broken = false;

  /** A fresh segment. `write` is in the place of the system's, for tests. */
  constructor(spec: StoreSpec, write?: Write) {
    this.number = take(spec.dir);
    this.#write = write;
    const dir = segmentDir(spec.dir, this.number);
    const open = (table: Table) => openSync(tableFile(dir, table), "ax");
    this.#files = { runs: open("runs"), series: open("series"), events: open("events"), timing: open("timing") };
    const columns = columnsOf(spec);
    for (const table of TABLES) this.#append(table, csvRow([...columns[table], ...(table === "runs" ? COUNTS : [])]));
  }

  /** Writes the rows of a run that has ended. Throws what the disk throws; nothing can be written after that. */
  write({ run, series, events, ms }: RunRows): void {
    if (this.#broken) throw new Error("the segment was torn by an earlier error");
    const row = csvRow(run).trimEnd();
    const texts = {
      series: series.map(csvRow).join(""),
      events: events.map(csvRow).join(""),
      timing: csvRow([run[0]!, this.number, ms]),
    };
    const sum = [row, ...Object.values(texts)].reduce((before, text) => crc32(text, before), 0);
    for (const table of ["series", "events", "timing"] as const) this.#append(table, texts[table]);
    this.#append("runs", `${row},${csvRow([series.length, events.length, sum])}`);
  }

  close(): void {
    for (const file of Object.values(this.#files)) closeSync(file);
  }

  #append(table: Table, text: string): void {
    this.#broken = true; // until all is written: a torn row may only be the last of its file
    append(this.#files[table], Buffer.from(text), this.#write);
    this.#broken = false;
  }
}

/** Makes the folder of a segment that no other worker has. */
function take(dir: string): number {
  makeFolder(segmentsOf(dir));
  for (let n = (segmentNumbers(dir).at(-1) ?? 0) + 1; ; n++) {
    try {
      mkdirSync(segmentDir(dir, n));
      return n;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error; // another worker took it
    }
  }
}
