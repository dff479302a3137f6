/** The package as a stranger has it: packed in a clone, with what npm does there, and installed in an empty folder. */
import { execFileSync } from "node:child_process";
import { cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
/** What the package is made of, and made with; dist/ is not taken, which tests of the build clear. */
const CLONED = ["src", "scenarios", "data", "dev", "README.md", "LICENSE", "package.json", "vite.config.ts"];
const SETTINGS = ["tsconfig.json", "tsconfig.build.json"];

export interface Installed {
  readonly folder: string;
  readonly tarball: string;
  /** Writes a file beside node_modules and returns its path. */
  write(name: string, text: string): string;
  remove(): void;
}

export function installed(): Installed {
  const place = mkdtempSync(join(tmpdir(), "linli-package-"));
  const tarball = packed(join(place, "clone"), place);
  const folder = join(place, "empty");
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  npm(folder, "install", tarball, "--omit=optional", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts");
  return {
    folder,
    tarball,
    write: (name, text) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
    remove: () => rmSync(place, { recursive: true, force: true }),
  };
}

/** `npm pack`, which builds first, in a copy of the files that are kept. */
function packed(clone: string, place: string): string {
  for (const name of [...CLONED, ...SETTINGS]) cpSync(join(root, name), join(clone, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(clone, "node_modules"));
  const [{ filename }] = JSON.parse(npm(clone, "pack", "--json", "--silent", "--pack-destination", place));
  return join(place, filename);
}

function npm(cwd: string, ...argv: string[]): string {
  return execFileSync("npm", argv, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** Bytes that a folder takes on the disk, as `du` counts them, in whole blocks. */
export function onDisk(path: string): number {
  const { blocks } = lstatSync(path);
  const inside = lstatSync(path).isDirectory() ? readdirSync(path).map((name) => onDisk(join(path, name))) : [];
  return inside.reduce((sum, bytes) => sum + bytes, blocks * 512);
}
