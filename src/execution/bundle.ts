/**
 * A user's TypeScript as a module that any process can import: bundled once, kept under a name made of what it holds.
 *
 * `linli` and its entries are not put into the bundle but lead to the package that runs, so that a user's mechanism
 * and the model it enters share their classes.
 */
import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir, tmpdir, userInfo } from "node:os";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { threadId } from "node:worker_threads";
import type { BuildFailure, Plugin } from "esbuild";
import { InputError } from "../kernel/check.ts";

/** Stand in a bundle for addresses of this machine, which its hash must not depend on. */
const PACKAGE = "linli-package:";
const OWN_ADDRESS = "linli-module:";

/** The folder of the package that runs, which lies two folders up from the sources and three from the build. */
export const ROOT = ["../../", "../../../"]
  .map((path) => new URL(path, import.meta.url))
  .find((url) => existsSync(new URL("package.json", url)))!;
const EXPORTS: Readonly<Record<string, string | Readonly<Record<string, string>>>> = JSON.parse(
  readFileSync(new URL("package.json", ROOT), "utf8"),
).exports;
/** From source the entries are sources. */
const CONDITION = import.meta.url.endsWith(".ts") ? "linli-source" : "default";

export function hashContent(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 32);
}

/**
 * Bundles a module and keeps the bundle where `bundlePath` says.
 *
 * @returns the hash of what the bundle holds, which is the same on every machine.
 * @throws InputError, naming row and column, for what cannot be bundled.
 */
export async function bundle(path: string): Promise<string> {
  const text = await bundled(path);
  const hash = hashContent(text);
  const kept = bundlePath(path, hash);
  if (!existsSync(kept)) {
    const part = `${kept}.${process.pid}-${threadId}`;
    writeFileSync(part, addressed(text, path));
    renameSync(part, kept);
  }
  return hash;
}

/** Where the bundle of a module with that hash is kept. */
export function bundlePath(path: string, hash: string): string {
  const addresses = hashContent(`${ROOT}\n${CONDITION}\n${path}`).slice(0, 8);
  return join(cacheFolder(), `${basename(path).replace(/\.\w+$/, "")}-${hash}-${addresses}.mjs`);
}

async function bundled(path: string): Promise<string> {
  const { build } = await esbuild(path);
  try {
    const { outputFiles } = await build({
      absWorkingDir: dirname(path),
      entryPoints: [path],
      bundle: true,
      write: false,
      format: "esm",
      platform: "node",
      target: "node20",
      define: { "import.meta.url": JSON.stringify(OWN_ADDRESS) },
      plugins: [ownPackage],
      logLevel: "silent",
    });
    return outputFiles[0]!.text;
  } catch (error) {
    const first = (error as BuildFailure).errors?.[0];
    if (!first) throw error;
    const { file, line, column } = first.location ?? { file: basename(path), line: 1, column: 0 };
    throw new InputError(
      `${file}: row ${line}, column ${column + 1}: expected a module that can be bundled; got ${JSON.stringify(first.text)}`,
    );
  }
}

async function esbuild(path: string): Promise<typeof import("esbuild")> {
  try {
    return await import("esbuild");
  } catch {
    throw new InputError(
      `${basename(path)}: expected the package esbuild beside linli, which bundles TypeScript (or a .mjs file); got none`,
    );
  }
}

const ownPackage: Plugin = {
  name: "linli",
  setup(build) {
    build.onResolve({ filter: /^linli(\/|$)/ }, ({ path }) => {
      const entry = `.${path.slice("linli".length)}`;
      if (Object.hasOwn(EXPORTS, entry)) return { path: PACKAGE + entry, external: true };
      return { errors: [{ text: `linli has no entry "${entry}"; it has ${Object.keys(EXPORTS).join(", ")}` }] };
    });
  },
};

/** The bundle with addresses of this machine. */
function addressed(text: string, path: string): string {
  const entries = Object.entries(EXPORTS).map(([entry, to]) => {
    const target = typeof to === "string" ? to : to[CONDITION]!;
    return [JSON.stringify(PACKAGE + entry), JSON.stringify(new URL(target, ROOT).href)] as const;
  });
  const own = [JSON.stringify(OWN_ADDRESS), JSON.stringify(pathToFileURL(path).href)] as const;
  return [...entries, own].reduce((done, [from, to]) => done.replaceAll(from, to), text);
}

/** The folder in which the system keeps what can be made again; else a private one among the temporary files. */
function cacheFolder(): string {
  const { env, platform } = process;
  const home = homedir();
  const system = { darwin: join(home, "Library", "Caches"), win32: env.LOCALAPPDATA ?? join(home, "AppData", "Local") };
  const base = system[platform as keyof typeof system] ?? (env.XDG_CACHE_HOME || join(home, ".cache"));
  const folder = join(base, "linli");
  try {
    mkdirSync(folder, { recursive: true });
    return folder;
  } catch {
    return privateFolder();
  }
}

function privateFolder(): string {
  const { uid, username } = userInfo();
  const folder = join(tmpdir(), `linli-${username}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (found.isDirectory() && (uid < 0 || found.uid === uid)) return folder;
  throw new InputError(`${folder}: expected a folder of one's own to keep bundles in; got another's`);
}
