/**
 * Checksums of merged files, in the form of `sha256sum`, which checks them as well: `sha256sum -c SHA256SUMS`.
 *
 * A directory that an earlier version made has none, and is taken as it is.
 */
import { createHash } from "node:crypto";
import { closeSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../kernel/check.ts";
import { writeWhole } from "./files.ts";

/** Name of the list of checksums. */
export const SUMS = "SHA256SUMS";

/** Writes the checksums of all files in a folder. */
export function writeSums(dir: string): void {
  const lines = readdirSync(dir).map((name) => `${sumOf(join(dir, name))}  ${name}\n`);
  writeWhole(join(dir, SUMS), lines.join(""));
}

/** Throws an InputError unless a file is as it was when the checksums of its folder were written, if they were. */
export function checkSum(dir: string, name: string): void {
  const [path, text] = [join(dir, name), readIfThere(join(dir, SUMS))];
  if (text === null) return;
  const sums = new Map(text.split("\n").map((line) => [line.slice(66), line.slice(0, 64)]));
  const came = sumIfThere(path);
  if (came === null) throw new InputError(`${path}: expected the file as the sweep wrote it; got none`);
  if (came !== sums.get(name))
    throw new InputError(`${path}: expected the file as the sweep wrote it; got one that ${SUMS} does not know`);
}

const CHUNK = 1 << 20;

function sumOf(path: string): string {
  const hash = createHash("sha256");
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.allocUnsafe(CHUNK);
    for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes)) hash.update(bytes.subarray(0, read));
    return hash.digest("hex");
  } finally {
    closeSync(file);
  }
}

const sumIfThere = (path: string) => ifThere(() => sumOf(path));
const readIfThere = (path: string) => ifThere(() => readFileSync(path, "utf8"));

function ifThere<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
