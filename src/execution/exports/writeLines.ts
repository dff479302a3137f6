/** A file of any size, written line by line, whole or not at all. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { append } from "../files.ts";

const BUFFER = 1 << 16;

export async function writeLines(path: string, lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const part = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    const file = openSync(part, "w");
    try {
      let held = "";
      for await (const text of lines) {
        held += text;
        if (held.length < BUFFER) continue;
        append(file, Buffer.from(held));
        held = "";
      }
      append(file, Buffer.from(held));
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
