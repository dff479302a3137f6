/** Takes the runs from segments as others write them there, each row once. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { cellValue } from "../../analysis/runTable.ts";
import { cellsOf } from "../csv.ts";
import { COUNTS, segmentDir, segmentNumbers } from "../segments.ts";
import { columnsOf, type StoreSpec, tableFile } from "../store.ts";
import type { TaskReport } from "../task.ts";

const NEWLINE = 0x0a;

export class Harvest {
  readonly #dir: string;
  readonly #columns: readonly string[];
  /** How far each segment has been read, in bytes. */
  readonly #read = new Map<number, number>();

  constructor(spec: StoreSpec) {
    this.#dir = spec.dir;
    this.#columns = [...columnsOf(spec).runs, ...COUNTS];
  }

  /** What has come since it was last asked. */
  take(): TaskReport[] {
    return segmentNumbers(this.#dir).flatMap((n) => this.#rowsOf(n).flatMap((row) => this.#report(row) ?? []));
  }

  #rowsOf(segment: number): string[] {
    const from = this.#read.get(segment) ?? 0;
    const bytes = readFrom(tableFile(segmentDir(this.#dir, segment), "runs"), from);
    const end = bytes.lastIndexOf(NEWLINE) + 1; // what follows is being written
    this.#read.set(segment, from + end);
    return bytes.toString("utf8", 0, end).split("\n").slice(0, -1);
  }

  /** Undefined for a header, and for what is not a row of this sweep. */
  #report(row: string): TaskReport | undefined {
    const cells = cellsOf(row);
    if (cells.length !== this.#columns.length || cells[0] === this.#columns[0]) return undefined;
    const named = this.#columns.map((name, k) => [name, cells[k]!] as const);
    const { id, point, replicate, status, reason } = Object.fromEntries(named);
    return {
      ...{ id: id!, point: Number(point), replicate: Number(replicate), ms: Number.NaN },
      ...(status === "failed" ? { status, reason: reason! } : { status: "finished" }),
      measures: measuresIn(named),
    };
  }
}

/** The measures among the cells of a run's row. */
export function measuresIn(cells: readonly (readonly [name: string, cell: string])[]): TaskReport["measures"] {
  const measures = cells.filter(([name]) => /^(reading|final)_/.test(name));
  return Object.fromEntries(measures.map(([name, cell]) => [name, cellValue(cell)]));
}

/** A file's bytes from a place on; none of one that is not there yet. Opened anew, so that other machines' writes are seen. */
function readFrom(path: string, from: number): Buffer {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return Buffer.alloc(0);
    throw error;
  }
  try {
    const bytes = Buffer.alloc(Math.max(0, fstatSync(file).size - from));
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, from));
  } finally {
    closeSync(file);
  }
}
