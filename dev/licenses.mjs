// The licenses of packages whose code is put into ours.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

/** A file of the package or, where there is none, the comment that its code begins with. */
function licenseOf(folder, name) {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = readFileSync(join(folder, file ?? `${name}.js`), "utf8");
  return file ? text : text.slice(text.indexOf("/*") + 2, text.indexOf("*/"));
}

/** The licenses of the packages that files are of, named by their paths, absolute or from the root, as one text. */
export function licensesOf(paths) {
  const folders = new Set(paths.flatMap((path) => PACKAGE.exec(path)?.[0] ?? []));
  const texts = [...folders].map((folder) => {
    const { name, version } = JSON.parse(readFileSync(resolve(root, folder, "package.json"), "utf8"));
    return `${name}\n\nVersion ${version}. ${licenseOf(resolve(root, folder), name).trim()}\n`;
  });
  return texts.sort().join("\n\n");
}
