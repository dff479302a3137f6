// Of the declarations that the compiler makes, those are kept that an entry leads to, most of them in one file; types of
// graphs are put beside them, so that they are there without their package.
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { declarationOf, mergeDeclarations } from "./mergeDeclarations.mjs";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const MERGED = join(dist, "src", "types.d.ts");
const GRAPH = fileURLToPath(new URL("../node_modules/graphology-types/index.d.ts", import.meta.url));
const IMPORT = /(?<=\bfrom |\bimport\()"(\.[^"]+)"/g;
const OF_PACKAGE = /(?:typeof )?\bimport\("[^."][^"]*"\)(?:\.\w+)*/g;

export function keepDeclarations(entries) {
  const found = new Set();
  const find = (file) => {
    if (found.has(file)) return;
    found.add(file);
    withoutPackages(file);
    for (const [, to] of readFileSync(file, "utf8").matchAll(IMPORT)) find(declarationOf(file, to));
  };
  for (const entry of entries) find(entry);
  for (const name of readdirSync(dist, { recursive: true }).filter((name) => name.endsWith(".d.ts")))
    if (!found.has(join(dist, name))) rmSync(join(dist, name));
  mergeDeclarations([...found], entries, MERGED);
  removeEmpty(dist);
}

/**
 * The types of graphs are copied, and led to, where a declaration names their package; what is of another package, which
 * need not be there, is not told of.
 */
function withoutPackages(file) {
  const text = readFileSync(file, "utf8");
  const graphs = text.includes('"graphology-types"');
  if (graphs) copyFileSync(GRAPH, join(dirname(file), "graphology-types.d.ts"));
  const led = text.replace('"graphology-types"', '"./graphology-types.js"').replace(OF_PACKAGE, "unknown");
  const left = /^(?:import|export) .* from "([^."][^"]*)"/m.exec(led);
  if (left) throw new Error(`${file}: expected no package in the declarations of an entry; got ${left[1]}`);
  writeFileSync(file, led);
}

/** Removes folders in which no declaration was kept. */
function removeEmpty(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (existsSync(path) && statSync(path).isDirectory()) removeEmpty(path);
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
