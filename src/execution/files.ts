/** Files that are written whole or not at all, and what is said when the disk is full. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
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

/** Writes a text beside its place, then moves it there. */
export function writeWhole(path: string, text: string): void {
  const part = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    const file = openSync(part, "w");
    try {
      append(file, Buffer.from(text));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
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
