/** `--out FILE`: a place for one file. */
import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { makeFolder } from "../execution/files.ts";
import { InputError } from "../kernel/check.ts";

/** Throws an InputError if no file can be of that name: a folder is, or one of the folders above it is a file. */
export function checkPlace(file: string): void {
  const path = resolve(file);
  if (existsSync(path) && statSync(path).isDirectory())
    throw new InputError(`--out ${file}: expected a file to write; got a folder of that name`);
  for (let above = dirname(path); ; above = dirname(above)) {
    if (!existsSync(above)) continue;
    if (statSync(above).isDirectory()) return;
    throw new InputError(`--out ${file}: expected a folder to make; got a file of that name`);
  }
}

const NO_PLACE = ["EACCES", "EPERM", "EROFS", "ENOENT", "ENOTDIR", "ENAMETOOLONG", "EEXIST"];

/** Lets `write` write the file, in folders made for it. A place where nothing can be written is wrong input. */
export async function writeAt(file: string, write: (path: string) => void | Promise<void>): Promise<void> {
  const path = resolve(file);
  try {
    makeFolder(dirname(path));
    await write(path);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!NO_PLACE.includes(code)) throw error;
    throw new InputError(`--out ${file}: expected a file to write; got a place where none can be made (${code})`);
  }
}
