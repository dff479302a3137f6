/**
 * A file of columns: a line with a checksum, the columns as they lie in memory, and what describes them as JSON.
 *
 * It is written beside its place, forced to the disk and then moved there, so that it is whole or not there. Columns are
 * written and read one after another: a city's columns together would not fit into one text.
 */
import { createHash, type Hash } from "node:crypto";
import { closeSync, openSync, readSync, statSync, writeSync } from "node:fs";
import { InputError } from "../../kernel/check.ts";
import { append, WholeFile } from "../files.ts";

export type Column = Float32Array | Int32Array | Uint8Array;

/** Where a column stands in the file. */
export interface Place {
  readonly type: "f32" | "i32" | "u8";
  readonly at: number;
  readonly length: number;
}

const FORMAT = "linli-checkpoint-1";
/** Bytes of the first line: format, checksum, where the JSON begins, line end. */
const HEAD = FORMAT.length + 1 + 64 + 1 + 16 + 1;
const CHUNK = 1 << 24;

const KINDS = { f32: Float32Array, i32: Int32Array, u8: Uint8Array } as const;

function typeOf(column: Column): Place["type"] {
  return column instanceof Float32Array ? "f32" : column instanceof Int32Array ? "i32" : "u8";
}

export class ColumnWriter {
  readonly #whole: WholeFile;
  readonly #hash = createHash("sha256");
  #at = HEAD;

  constructor(path: string) {
    this.#whole = new WholeFile(path);
    try {
      append(this.#whole.file, Buffer.alloc(HEAD));
    } catch (error) {
      this.drop();
      throw error;
    }
  }

  add(column: Column): Place {
    const place = { type: typeOf(column), at: this.#at, length: column.length } as const;
    const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
    for (let from = 0; from < bytes.length; from += CHUNK) this.#write(bytes.subarray(from, from + CHUNK));
    return place;
  }

  /** Ends the file with what describes its columns, and puts it into its place. */
  end(description: object): void {
    const at = String(this.#at).padStart(16);
    this.#write(Buffer.from(JSON.stringify(description)));
    this.#hash.update(at);
    const head = Buffer.from(`${FORMAT} ${this.#hash.digest("hex")} ${at}\n`);
    writeSync(this.#whole.file, head, 0, HEAD, 0);
    this.#whole.keep();
  }

  /** Gives up what was written so far. */
  drop(): void {
    this.#whole.drop();
  }

  #write(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    append(this.#whole.file, bytes);
    this.#at += bytes.length;
  }
}

export class ColumnReader {
  readonly #file: number;
  /** As it was given to `end`. */
  readonly description: unknown;

  /** @throws InputError unless the file is whole and none of its bits has changed. */
  constructor(path: string) {
    const size = statSync(path).size;
    this.#file = openSync(path, "r");
    const head = /^(\S+) ([0-9a-f]{64}) ([ \d]{16})\n$/.exec(this.#bytes(0, Math.min(HEAD, size)).toString("latin1"));
    const from = Number(head?.[3]);
    const came = head && head[1] === FORMAT ? this.#digest(size, head[3]!) : null;
    if (came === null || came !== head![2] || from < HEAD || from > size) {
      closeSync(this.#file);
      throw new InputError(`${path}: expected a checkpoint that is whole; got one that is damaged`);
    }
    this.description = JSON.parse(this.#bytes(from, size).toString());
  }

  read({ type, at, length }: Place): Column {
    const column = new KINDS[type](length);
    this.#fill(new Uint8Array(column.buffer), at);
    return column;
  }

  close(): void {
    closeSync(this.#file);
  }

  #digest(size: number, place: string): string {
    const hash: Hash = createHash("sha256");
    for (let from = HEAD; from < size; from += CHUNK) hash.update(this.#bytes(from, Math.min(from + CHUNK, size)));
    return hash.update(place).digest("hex");
  }

  #bytes(from: number, to: number): Buffer {
    const bytes = Buffer.alloc(to - from);
    this.#fill(bytes, from);
    return bytes;
  }

  #fill(bytes: Uint8Array, at: number): void {
    for (let done = 0; done < bytes.length; ) {
      const read = readSync(this.#file, bytes, done, Math.min(CHUNK, bytes.length - done), at + done);
      if (read === 0) throw new Error("the checkpoint has become shorter while it was read");
      done += read;
    }
  }
}
