/**
 * Where the rows of every run stand in the files of a sweep: merged ones, and segments not merged yet.
 *
 * Rows stay on disk. A run takes thirteen numbers and its id in memory, whatever it recorded.
 */
import { closeSync, openSync, readSync } from "node:fs";
import { crc32 } from "node:zlib";
import { InputError } from "../kernel/check.ts";
import { cellsOf, countCells, csvRow, eachLine } from "./csv.ts";
import { COUNTS, segmentDir, segmentNumbers } from "./segments.ts";
import { type Columns, TABLES, type Table, tableFile } from "./store.ts";
import { checkSum } from "./sums.ts";

/** A folder that holds the four tables: a segment, or the directory of a sweep that was merged. */
interface Source {
  readonly dir: string;
  readonly segment: boolean;
}

/** Where the rows of a run stand in a table: bytes from `start` to `end`. */
export interface Place {
  readonly dir: string;
  readonly start: number;
  readonly end: number;
}

const FIELDS = ["source", "point", "replicate", "failed", "ms"] as const;
const WIDTH = FIELDS.length + 2 * TABLES.length;
const at = (field: (typeof FIELDS)[number]) => FIELDS.indexOf(field);
const startOf = (table: Table) => FIELDS.length + 2 * TABLES.indexOf(table);

export class RunIndex {
  readonly columns: Columns;
  readonly #sources: Source[] = [];
  #numbers = new Float64Array(64 * WIDTH);
  #length = 0;
  readonly #slots = new Map<string, number>();

  constructor(columns: Columns) {
    this.columns = columns;
  }

  /**
   * Adds what a directory of a sweep holds. The runs it shares with those added before are taken once.
   *
   * @throws InputError if a merged file is not as it was written.
   */
  add(dir: string): this {
    for (const table of TABLES) checkSum(dir, `${table}.csv`);
    this.#scan({ dir, segment: false });
    for (const n of segmentNumbers(dir)) this.#scan({ dir: segmentDir(dir, n), segment: true });
    return this;
  }

  /** Runs in all. */
  get size(): number {
    return this.#slots.size;
  }

  get failures(): number {
    let count = 0;
    for (const slot of this.#slots.values()) count += this.#get(slot, "failed");
    return count;
  }

  /** What became of a run; undefined if it has not ended. */
  status(id: string): "finished" | "failed" | undefined {
    const slot = this.#slots.get(id);
    if (slot === undefined) return undefined;
    return this.#get(slot, "failed") === 1 ? "failed" : "finished";
  }

  /** Numbers by which runs are asked for, in the order of points and replicates. */
  ordered(): Uint32Array {
    const by = (field: "point" | "replicate") => (a: number, b: number) => this.#get(a, field) - this.#get(b, field);
    const [point, replicate] = [by("point"), by("replicate")];
    return Uint32Array.from(this.#slots.values()).sort((a, b) => point(a, b) || replicate(a, b));
  }

  /** Point, replicate and wall time (ms) of a run, and whether it failed. */
  about(slot: number): { point: number; replicate: number; ms: number; failed: boolean } {
    const [point, replicate, ms] = [this.#get(slot, "point"), this.#get(slot, "replicate"), this.#get(slot, "ms")];
    return { point, replicate, ms, failed: this.#get(slot, "failed") === 1 };
  }

  /** Where the rows of a run stand; the row of `runs` without its line end. */
  place(slot: number, table: Table): Place {
    const first = slot * WIDTH + startOf(table);
    const { dir } = this.#sources[this.#get(slot, "source")]!;
    return { dir, start: this.#numbers[first]!, end: this.#numbers[first + 1]! };
  }

  /** The row of a run by its id: cells by the names of their columns. */
  row(id: string): Readonly<Record<string, string>> | undefined {
    const slot = this.#slots.get(id);
    return slot === undefined ? undefined : this.rowAt(slot);
  }

  rowAt(slot: number): Readonly<Record<string, string>> {
    const { dir, start, end } = this.place(slot, "runs");
    const bytes = Buffer.alloc(end - start);
    const file = openSync(tableFile(dir, "runs"), "r");
    readSync(file, bytes, 0, bytes.length, start);
    closeSync(file);
    const cells = cellsOf(bytes.toString());
    return Object.fromEntries(this.columns.runs.map((name, k) => [name, cells[k]!]));
  }

  #get(slot: number, field: (typeof FIELDS)[number]): number {
    return this.#numbers[slot * WIDTH + at(field)]!;
  }

  #scan(source: Source): void {
    const number = this.#sources.push(source) - 1;
    const found = new Found(this.columns, source);
    for (const [id, run] of found.runs()) {
      const known = this.#slots.get(id);
      // a run that failed and was tried again is what came of it last
      if (known !== undefined && this.#get(known, "failed") !== 1) continue;
      this.#slots.set(id, known ?? this.#length++);
      this.#put(known ?? this.#length - 1, number, run);
    }
  }

  #put(slot: number, source: number, run: FoundRun): void {
    if ((slot + 1) * WIDTH > this.#numbers.length) {
      const grown = new Float64Array(2 * this.#numbers.length);
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    const places = TABLES.flatMap((table) => run.places[table]);
    this.#numbers.set([source, run.point, run.replicate, run.failed ? 1 : 0, run.ms, ...places], slot * WIDTH);
  }
}

interface FoundRun {
  readonly point: number;
  readonly replicate: number;
  readonly failed: boolean;
  /** Rows that the other tables must hold; -1: as many as they do. */
  readonly expected: Readonly<Record<Exclude<Table, "runs">, number>>;
  readonly rows: Record<Exclude<Table, "runs">, number>;
  readonly places: Record<Table, [number, number]>;
  ms: number;
  /** Checksum that its rows must have, and that of those read so far; null: not known. */
  readonly sum: number | null;
  crc: number;
  /** A row of it is torn, or stands apart from the others. */
  torn: boolean;
}

/** What one source holds. */
class Found {
  readonly #columns: Columns;
  readonly #source: Source;
  readonly #runs = new Map<string, FoundRun>();

  constructor(columns: Columns, source: Source) {
    this.#columns = columns;
    this.#source = source;
    this.#readRuns();
    for (const table of ["series", "events", "timing"] as const) this.#readRows(table);
  }

  /** The runs that are all there. */
  *runs(): Iterable<readonly [string, FoundRun]> {
    for (const [id, run] of this.#runs) {
      const { expected, rows } = run;
      const whole = (["series", "events", "timing"] as const).every((t) => expected[t] < 0 || expected[t] === rows[t]);
      if (whole && !run.torn && (run.sum === null || run.sum === run.crc)) yield [id, run];
    }
  }

  #readRuns(): void {
    const { segment } = this.#source;
    const columns = [...this.#columns.runs, ...(segment ? COUNTS : [])];
    const [status, replicate] = [columns.indexOf("status"), columns.indexOf("replicate")];
    this.#eachRow("runs", columns, (bytes, start, end, first) => {
      const cells = cellsOf(bytes.toString("utf8", start, end));
      const own = segment ? COUNTS.reduce((before) => bytes.lastIndexOf(",", before - 1), end) : end;
      const count = (k: number) => (segment ? Number(cells[this.#columns.runs.length + k]) : -1);
      if (this.#runs.has(cells[0]!)) return;
      this.#runs.set(cells[0]!, {
        point: Number(cells[1]),
        replicate: Number(cells[replicate]),
        failed: cells[status] === "failed",
        expected: { series: count(0), events: count(1), timing: segment ? 1 : -1 },
        rows: { series: 0, events: 0, timing: 0 },
        places: { runs: [first, first + own - start], series: [0, 0], events: [0, 0], timing: [0, 0] },
        ms: Number.NaN,
        sum: segment ? count(2) : null,
        crc: segment ? crc32(bytes.subarray(start, own)) : 0,
        torn: false,
      });
    });
  }

  #readRows(table: "series" | "events" | "timing"): void {
    let [id, run] = ["", undefined as FoundRun | undefined];
    this.#eachRow(table, this.#columns[table], (bytes, start, end, first) => {
      const next = bytes.toString("latin1", start, bytes.indexOf(",", start));
      if (next !== id) [id, run] = [next, this.#runs.get(next)];
      if (!run) return;
      const place = run.places[table];
      if (run.rows[table]++ === 0) place[0] = first;
      else if (place[1] !== first) run.torn = true;
      place[1] = first + end - start + 1;
      if (run.sum !== null) run.crc = crc32(bytes.subarray(start, end + 1), run.crc);
      if (table === "timing") run.ms = msOf(bytes.toString("latin1", bytes.lastIndexOf(",", end - 1) + 1, end));
    });
  }

  /** Calls `take` with every row that has as many cells as there are columns, the header apart. */
  #eachRow(table: Table, columns: readonly string[], take: Parameters<typeof eachLine>[1]): void {
    const path = tableFile(this.#source.dir, table);
    const header = csvRow(columns).trimEnd();
    let headed = false;
    let strange = false;
    eachLine(path, (bytes, start, end, first) => {
      if (!headed) {
        headed = true;
        strange = bytes.toString("utf8", start, end) !== header;
        if (strange && !this.#source.segment) throw new InputError(`${path}: expected the header ${shortened(header)}`);
      } else if (!strange && countCells(bytes, start, end) === columns.length) take(bytes, start, end, first);
    });
  }
}

const msOf = (cell: string) => (cell === "" ? Number.NaN : Number(cell));
const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
