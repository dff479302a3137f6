// The licenses of packages whose code is put into ours.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const modules = fileURLToPath(new URL("../node_modules", import.meta.url));

/** A file of the package or, where there is none, the comment that its code begins with. */
function licenseOf(name) {
  const folder = join(modules, name);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = readFileSync(join(folder, file ?? `${name}.js`), "utf8");
  return file ? text : text.slice(text.indexOf("/*") + 2, text.indexOf("*/"));
}

/** The licenses of packages by name, as one text. */
export function licensesOf(names) {
  return names.map((name) => `${name}\n\n${licenseOf(name).trim()}\n`).join("\n\n");
}
