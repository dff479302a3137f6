// Builds dist/; runs on install in a clone. The compiler makes the types. The code is put together in few files, because
// Node takes longer to find and read a hundred files than to run the first week of a neighborhood; entries keep the paths
// of their sources, and what they share lies beside the worker, so that addresses relative to a file stay what they are
// in the sources. What the code needs of packages is put in, with their licenses: an install is one package.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { keepDeclarations } from "./declarations.mjs";
import { inModules } from "./inModules.mjs";
import { licensesOf } from "./licenses.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const programOf = (name, path) =>
  join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), "bin", path);
const ENTRIES = [
  "src/index.ts",
  "src/networks.ts",
  "src/testing.ts",
  "src/analysis.ts",
  "src/experiments.ts",
  "src/cli/main.ts",
  "src/cli/worker.ts",
  "src/execution/worker.ts",
  "src/execution/queue/thread.ts",
  "src/execution/slurm/task.ts",
  "src/execution/docstrings.ts",
  "src/execution/deposit/sources.ts",
  "scenarios/index.ts",
];
/** What a pool of threads begins each with. */
const POOL_THREAD = { in: "node_modules/piscina/dist/worker.js", out: "src/execution/pool" };
// What only some use, and is large, is found where it is installed.
const { exports, optionalDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const external = ["node:*", ...Object.keys(optionalDependencies).flatMap((name) => [name, `${name}/*`])];
rmSync(join(root, "dist"), { recursive: true, force: true });
const inRoot = { stdio: "inherit", cwd: root };
// The teaching page, beside all else.
const page = spawn(process.execPath, [programOf("vite", "vite.js"), "build", "--logLevel", "warn"], inRoot);
const pageEnded = once(page, "exit");
execFileSync(process.execPath, [programOf("typescript", "tsc"), "-p", join(root, "tsconfig.build.json")], inRoot);
const declarations = Object.values(exports).flatMap((to) => to.types ?? []);
keepDeclarations(declarations.map((path) => join(root, path)));
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: [...ENTRIES.map((path) => ({ in: path, out: path.replace(/\.ts$/, "") })), POOL_THREAD],
  outdir: "dist",
  chunkNames: "src/cli/shared-[hash]",
  bundle: true,
  splitting: true,
  external,
  format: "esm",
  platform: "neutral",
  mainFields: ["module", "main"],
  target: "es2022",
  minify: true,
  lineLimit: 120, // Node shows the line in which an error arose
  charset: "utf8",
  legalComments: "inline", // licenses of what is included stay beside it
  sourcemap: "external", // beside the code, not in the package: they would be larger than the code
  sourcesContent: false,
  metafile: true,
  plugins: [inModules],
  logLevel: "warning",
});
chmodSync(join(root, "dist", "src", "cli", "main.js"), 0o755);
writeFileSync(join(root, "dist", "THIRD-PARTY-LICENSES.txt"), licensesOf(Object.keys(metafile.inputs)));
// What an editor checks plans by, made of the declarations that were just built.
const { planSchema } = await import(pathToFileURL(join(root, "dist", "src", "index.js")).href);
writeFileSync(join(root, "dist", "plan.schema.json"), `${JSON.stringify(planSchema())}\n`);
// The docstrings of the mechanisms, from which `linli odd` is made: built code has no comments. Small, as they are seldom read.
const { docstringsUnder } = await import(pathToFileURL(join(root, "dist", "src", "execution", "docstrings.js")).href);
const docstrings = docstringsUnder(pathToFileURL(join(root, "src", "model", "mechanisms", "/")));
const small = brotliCompressSync(JSON.stringify(docstrings));
writeFileSync(join(root, "dist", "src", "model", "docstrings.json.br"), small);
// The sources, which go into archives of results: a package may leave them out.
const sources = join(root, "dist", "src", "execution", "deposit", "sources.js");
const { packedSources } = await import(pathToFileURL(sources).href);
writeFileSync(join(root, "dist", "sources.json.br"), packedSources(pathToFileURL(join(root, "/"))));
const [code] = await pageEnded;
// What a package holds of the page.
const html = join(root, "dist", "page", "index.html");
if (code === 0) writeFileSync(`${html}.br`, brotliCompressSync(readFileSync(html)));
if (code !== 0) process.exitCode = 1;
