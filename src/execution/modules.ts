/** Modules by reference: a name that any process can load the same from, and that shows if a file has changed since. */
import { isUtf8 } from "node:buffer";
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, extname } from "node:path";
import { pathToFileURL } from "node:url";
import type { ModuleRef } from "../experiments/sweep.ts";
import { firstLine, format, InputError } from "../kernel/check.ts";
import { bundle, bundlePath, hashContent } from "./bundle.ts";

/** A module in a file. */
export type FileRef = Extract<ModuleRef, { path: string }>;

const BUNDLED = [".ts", ".mts", ".tsx"];
const IMPORTED = [".js", ".mjs"];

/** Endings of files that can be loaded, in words. */
export const ENDINGS = ".json, .js, .mjs or .ts";

/**
 * A reference to a file: JSON, a module, or TypeScript, which is bundled.
 *
 * The hash is of the file, for TypeScript of the bundle, which holds what it imports; what a .js or .mjs file imports is
 * not in it.
 *
 * @param path - Absolute.
 * @param name - What errors call the file.
 * @throws InputError if the file cannot be read or bundled.
 */
export async function refOf(path: string, name = basename(path)): Promise<FileRef> {
  if (BUNDLED.includes(extname(path))) {
    readText(name, path);
    return { path, hash: await bundle(path) };
  }
  return { path, hash: hashContent(readText(name, path)) };
}

/**
 * What a file holds: the value of JSON, or the exports of a module.
 *
 * @throws InputError if it is gone, is not what it was when the reference was made, or cannot be loaded.
 */
export async function loadModule(ref: FileRef, name = basename(ref.path)): Promise<unknown> {
  const { path, hash } = ref;
  if (BUNDLED.includes(extname(path))) {
    const kept = bundlePath(path, hash);
    if (!existsSync(kept)) checkHash(name, await bundle(path), hash);
    return importFile(name, kept);
  }
  const text = readText(name, path);
  checkHash(name, hashContent(text), hash);
  return extname(path) === ".json" ? parseJson(name, text) : importFile(name, path, hash);
}

function checkHash(name: string, came: string, expected: string): void {
  if (came !== expected)
    throw new InputError(
      `${name}: expected the file as it was when the sweep began (${expected}); got another (${came})`,
    );
}

/** Whether a file of that name can be loaded. Throws an InputError that says what can be unless it is. */
export function checkEnding(name: string, what: string): void {
  const ending = extname(name);
  if ([".json", ...BUNDLED, ...IMPORTED].includes(ending)) return;
  throw new InputError(`${name}: expected ${what} in a ${ENDINGS} file; got ${format(ending)}`);
}

/** Content of each file as it was imported first: Node keeps a module for good, so that new content needs a new address. */
const imported = new Map<string, string>();

async function importFile(name: string, path: string, hash = ""): Promise<unknown> {
  const first = imported.get(path) ?? hash;
  imported.set(path, first);
  const { href } = pathToFileURL(path);
  try {
    return await import(first === hash ? href : `${href}?${hash}`);
  } catch (error) {
    throw new InputError(`${name}: expected a module that can be loaded; got the error: ${firstLine(error)}`);
  }
}

/** The value of a JSON text. Throws an InputError with row and column if it is none. */
export function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = (error as Error).message;
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
    const before = text.slice(0, position).split("\n");
    const place = `row ${before.length}, column ${before.at(-1)!.length + 1}`;
    throw new InputError(
      `${name}: ${place}: expected JSON; got ${format(text.slice(position).split("\n")[0] || "the end of the file")}`,
    );
  }
}

/** Bytes of the largest file that is read: a network of some million edges. */
const LARGEST = 256 * 1024 * 1024;

/** A file's text. Throws an InputError, naming it, if it cannot be read, is no UTF-8 or larger than any that is meant. */
export function readText(name: string, path: string): string {
  return decoded(name, bytesOf(name, path));
}

function bytesOf(name: string, path: string): Buffer {
  try {
    const stat = statSync(path);
    if (stat.isFile() && stat.size <= LARGEST) return readFileSync(path);
    // such as a device, which never ends, or a pipe, which may never begin
    const came = stat.isDirectory() ? "EISDIR" : stat.isFile() ? `${stat.size} bytes` : "another thing of that name";
    const expected = stat.isFile() ? `at most ${LARGEST} bytes` : "a file that can be read";
    throw new InputError(`${name}: expected ${expected}; got ${came}`);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${name}: expected a file that can be read; got ${(error as NodeJS.ErrnoException).code}`);
  }
}

function decoded(name: string, bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new InputError(`${name}: expected UTF-8 text; got another encoding`);
  return bytes.toString().replace(/^\uFEFF/, "");
}
