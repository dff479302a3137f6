// Builds dist/; runs on install in a clone. The compiler makes the types. The code is put together in few files, because Node takes longer to find and read a hundred files than to run
// the first week of a neighborhood; entries keep the paths of their sources, and what they share lies beside the worker,
// so that addresses relative to a file stay what they are in the sources.
import { execFileSync } from "node:child_process";
import { chmodSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
const ENTRIES = [
  "src/index.ts",
  "src/networks.ts",
  "src/testing.ts",
  "src/analysis.ts",
  "src/experiments.ts",
  "src/cli/main.ts",
  "src/cli/worker.ts",
  "src/execution/worker.ts",
  "scenarios/index.ts",
];
rmSync(join(root, "dist"), { recursive: true, force: true });
execFileSync(process.execPath, [compiler, "-p", join(root, "tsconfig.build.json")], { stdio: "inherit", cwd: root });
await build({
  absWorkingDir: root,
  entryPoints: ENTRIES,
  outbase: ".",
  outdir: "dist",
  chunkNames: "src/cli/shared-[hash]",
  bundle: true,
  splitting: true,
  packages: "external",
  format: "esm",
  platform: "neutral",
  target: "es2022",
  minifyWhitespace: true,
  legalComments: "inline", // licenses of what is included stay beside it
  sourcemap: true,
  logLevel: "warning",
});
chmodSync(join(root, "dist", "src", "cli", "main.js"), 0o755);
// What an editor checks plans by, made of the declarations that were just built.
const { planSchema } = await import(pathToFileURL(join(root, "dist", "src", "index.js")).href);
writeFileSync(join(root, "dist", "plan.schema.json"), `${JSON.stringify(planSchema())}\n`);
