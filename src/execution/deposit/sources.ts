/** The sources of the program, as an archive holds them: all but the teaching page, which no run needs. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { type Entry, entriesUnder } from "./entry.ts";

/** Where the build keeps them, for a package that ships none as they are. */
const KEPT = "dist/sources.json.br";
const FOLDERS = ["src", "scenarios", "data"];
const FILES = ["package.json", "LICENSE"];

/** The sources of the package in that folder as entries under a prefix; the same from a clone and from a package. */
export function sourceEntries(root: URL, prefix: string): Entry[] {
  const texts = existsSync(new URL("src", root)) ? sourceTexts(root) : keptTexts(root);
  return Object.entries(texts).map(([name, text]) => ({ name: prefix + name, from: text }));
}

/** The condition under which the package's names lead to its sources. */
export function sourceCondition(root: URL): string {
  const { exports } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
  const ways = Object.entries(exports["."] as Readonly<Record<string, string>>);
  return ways.find(([, path]) => /^\.\/src\/.*\.ts$/.test(path))![0];
}

/** What the build keeps. */
export function packedSources(root: URL): Uint8Array {
  return brotliCompressSync(JSON.stringify(sourceTexts(root)));
}

function sourceTexts(root: URL): Record<string, string> {
  const path = (name: string) => fileURLToPath(new URL(name, root));
  const skip = (name: string) => name.startsWith(".") || name === "web";
  const below = FOLDERS.flatMap((folder) => entriesUnder(path(folder), `${folder}/`, skip).map(({ name }) => name));
  return Object.fromEntries([...below, ...FILES].map((name) => [name, readFileSync(path(name), "utf8")]));
}

function keptTexts(root: URL): Record<string, string> {
  return JSON.parse(brotliDecompressSync(readFileSync(new URL(KEPT, root))).toString());
}
