/** Builds the teaching page: one HTML file with everything in it, which runs from a disk without a network. */
import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { licensesOf } from "./dev/licenses.mjs";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

/** The file goes from hand to hand alone: the licenses of what was put into it stay in it. */
const licenses: Plugin = {
  name: "licenses",
  transformIndexHtml: {
    order: "post",
    handler(html, { bundle = {} }) {
      const moduleIds = Object.values(bundle).flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
      return html.replace("</head>", () => `<!--\n${licensesOf(moduleIds)}-->\n</head>`);
    },
  },
};

export default defineConfig({
  root: "src/web",
  resolve: { conditions: ["linli-source", "module", "browser"] },
  define: { __VERSION__: JSON.stringify(version) },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  // From a disk, only classic workers start.
  worker: { format: "iife" },
  plugins: [licenses, viteSingleFile({ removeViteModuleLoader: true })],
  build: {
    outDir: "../../dist/page",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false }, // nothing is left to load
    reportCompressedSize: false,
  },
});
