/** Files of an archive, before it is written. */
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

export interface Entry {
  /** Path in the archive, with `/`. */
  readonly name: string;
  /** What it holds: a text, or the bytes of a file. */
  readonly from: string | { readonly path: string };
}

/** All files below a folder, in the order of their names, under a prefix; links and what `skip` names are left out. */
export function entriesUnder(folder: string, prefix: string, skip: (name: string) => boolean = () => false): Entry[] {
  return readdirSync(folder)
    .toSorted()
    .filter((name) => !skip(name))
    .flatMap((name) => {
      const path = join(folder, name);
      const found = lstatSync(path);
      if (found.isDirectory()) return entriesUnder(path, `${prefix}${name}/`, skip);
      return found.isFile() ? [{ name: `${prefix}${name}`, from: { path } }] : [];
    });
}
