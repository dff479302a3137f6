// Of the declarations that the compiler makes, those are kept that an entry leads to; types of packages are put beside
// them, so that they are there without the packages.
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

const GRAPH = fileURLToPath(new URL("../node_modules/graphology-types/index.d.ts", import.meta.url));
const IMPORT = /(?<=\bfrom |\bimport\()"(\.[^"]+)"/g;

const dist = fileURLToPath(new URL("../dist", import.meta.url));

export function keepDeclarations(entries) {
  const kept = new Set();
  const keep = (file) => {
    if (kept.has(file)) return;
    kept.add(file);
    withOwnGraph(file);
    for (const [, to] of readFileSync(file, "utf8").matchAll(IMPORT)) keep(join(dirname(file), declarationOf(to)));
  };
  for (const entry of entries) keep(entry);
  for (const name of readdirSync(dist, { recursive: true }).filter((name) => name.endsWith(".d.ts")))
    if (!kept.has(join(dist, name))) rmSync(join(dist, name));
  removeEmpty(dist);
}

const declarationOf = (specifier) => specifier.replace(/(?:\.d)?\.[tj]s$/, ".d.ts");

/** The types of graphs are copied, and led to, where a declaration names their package. */
function withOwnGraph(file) {
  const text = readFileSync(file, "utf8");
  if (!text.includes('"graphology-types"')) return;
  copyFileSync(GRAPH, join(dirname(file), "graphology-types.d.ts"));
  writeFileSync(file, text.replace('"graphology-types"', '"./graphology-types.js"'));
}

/** Removes folders in which no declaration was kept. */
function removeEmpty(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (existsSync(path) && statSync(path).isDirectory()) removeEmpty(path);
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
