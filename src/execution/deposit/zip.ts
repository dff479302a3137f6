/** An archive of files as ZIP: the same files give the same bytes, whatever the clock, the machine and its Node. */
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { InputError } from "../../kernel/check.ts";
import { append, WholeFile } from "../files.ts";
import { SUMS } from "../sums.ts";
import type { Entry } from "./entry.ts";

const CHUNK = 1 << 20;
/** What sizes and places in an archive can count to, with room for the names. */
export const MOST_BYTES = 2 ** 32 - 2 ** 26;
/** Made on Unix, whatever made it: from other systems, programs take names for those of an old code page. */
const UNIX = 3;
/** A plain file that all may read and its owner may write, where Unix keeps it. */
const PLAIN_FILE = 0o100644 << 16;

/**
 * Writes entries and the list of their checksums below one folder, whole or not at all.
 *
 * @throws InputError for more than an archive can hold.
 */
export async function writeZip(path: string, folder: string, entries: readonly Entry[]): Promise<void> {
  checkSize(path, entries);
  const whole = new WholeFile(path);
  try {
    await pack(whole.file, folder, entries);
    whole.keep();
  } catch (error) {
    whole.drop();
    throw error;
  }
}

function checkSize(path: string, entries: readonly Entry[]): void {
  const bytes = entries.reduce((sum, { from }) => sum + sizeOf(from), 0);
  if (bytes > MOST_BYTES)
    throw new InputError(
      `${path}: expected at most ${(MOST_BYTES / 1e9).toFixed(1)} GB of files; got ${(bytes / 1e9).toFixed(1)} GB`,
    );
}

const sizeOf = (from: Entry["from"]) => (typeof from === "string" ? Buffer.byteLength(from) : statSync(from.path).size);

async function pack(file: number, folder: string, entries: readonly Entry[]): Promise<void> {
  const { Zip, ZipDeflate } = await import("fflate"); // in plain JavaScript: zlib's bytes differ between versions of Node
  let failed: Error | null = null;
  const zip = new Zip((error, bytes) => {
    if (error) failed = error;
    else append(file, bytes);
  });
  const add = (name: string, from: Entry["from"]): string => {
    const hash = createHash("sha256");
    const stream = new ZipDeflate(`${folder}/${name}`, { level: 6 });
    stream.mtime = new Date(1980, 0, 1); // the first that the format knows; it is written as the local time
    stream.os = UNIX;
    stream.attrs = PLAIN_FILE;
    zip.add(stream);
    for (const bytes of chunksOf(from)) {
      hash.update(bytes);
      stream.push(bytes);
    }
    stream.push(new Uint8Array(0), true);
    if (failed) throw failed;
    return `${hash.digest("hex")}  ${name}\n`;
  };
  const sums = entries.map(({ name, from }) => add(name, from)).join("");
  add(SUMS, sums);
  zip.end();
  if (failed) throw failed;
}

function* chunksOf(from: Entry["from"]): Generator<Uint8Array> {
  if (typeof from === "string") {
    yield Buffer.from(from);
    return;
  }
  const file = openSync(from.path, "r");
  try {
    for (;;) {
      const bytes = Buffer.alloc(CHUNK); // a new one each time: the packer may keep it
      const read = readSync(file, bytes);
      if (read === 0) return;
      yield bytes.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}
