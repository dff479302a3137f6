/** Builds the teaching page: one HTML file with everything in it, which runs from a disk without a network. */
import { readFileSync } from "node:fs";
import { defineConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

export default defineConfig({
  root: "src/web",
  resolve: { conditions: ["source", "module", "browser"] },
  define: { __VERSION__: JSON.stringify(version) },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  // From a disk, only classic workers start.
  worker: { format: "iife" },
  plugins: [viteSingleFile({ removeViteModuleLoader: true })],
  build: { outDir: "../../dist/page", emptyOutDir: true, target: "es2022", reportCompressedSize: false },
});
