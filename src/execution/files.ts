/** Files that are written whole or not at all, and what is said when the disk is full. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** How bytes are written: as `writeSync`, which may write fewer than it is given. */
export type Write = (file: number, bytes: Uint8Array, from: number, length: number) => number;

/** Results that cannot be written: the disk is full or gone. What is written already stays good. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the quota of the disk is used up",
  EFBIG: "a file may not grow any larger",
  ENOENT: "it is gone, or cannot be made there",
  EROFS: "the disk cannot be written to",
  EIO: "the disk does not answer",
  EACCES: "writing is not permitted",
  EPERM: "writing is not permitted",
  EMFILE: "too many files are open",
};

/** The same error, or a StoreError in plain words if it is one of the disk. */
export function storeError(dir: string, error: unknown): unknown {
  const cause = CAUSES[(error as NodeJS.ErrnoException | null)?.code ?? ""];
  if (cause === undefined) return error;
  return new StoreError(
    `${dir}: ${cause}; all runs written so far are kept, and the same command goes on with the rest`,
  );
}

/** Writes all bytes at the end of a file. */
export function append(file: number, bytes: Uint8Array, write: Write = writeSync): void {
  for (let done = 0; done < bytes.length; ) done += write(file, bytes, done, bytes.length - done);
}

/** A file that is written beside its place, and comes there whole or not at all. */
export class WholeFile {
  /** What is written to. */
  readonly file: number;
  readonly #path: string;
  readonly #part: string;
  #open = true;

  constructor(path: string) {
    this.#path = path;
    this.#part = join(dirname(path), `.${basename(path)}.${process.pid}`);
    this.file = openSync(this.#part, "w");
  }

  /** Moves what was written to its place. */
  keep(): void {
    fsyncSync(this.file);
    this.#close();
    renameSync(this.#part, this.#path);
  }

  /** Gives up what was written so far. */
  drop(): void {
    this.#close();
    rmSync(this.#part, { force: true });
  }

  #close(): void {
    if (this.#open) closeSync(this.file);
    this.#open = false;
  }
}

/** Writes a text, whole or not at all. */
export function writeWhole(path: string, text: string): void {
  const whole = new WholeFile(path);
  try {
    append(whole.file, Buffer.from(text));
    whole.keep();
  } catch (error) {
    whole.drop();
    throw error;
  }
}

/** Removes what processes that were killed have left of files. They must be such as no other process writes now. */
export function dropParts(...paths: readonly string[]): void {
  for (const path of paths) {
    const [folder, start] = [dirname(path), `.${basename(path)}.`];
    for (const name of readdirSync(folder))
      if (name.startsWith(start) && /^\d+$/.test(name.slice(start.length))) rmSync(join(folder, name), { force: true });
  }
}

/** Makes a folder with those above it. Node's own `recursive` never ends where none can be made, as in /proc. */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (!existsSync(path)) throw error; // else another process was faster
  }
}
