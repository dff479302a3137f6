// Lets packages written for `require` be put into modules: esbuild leaves their `require` of what is part of Node as it
// is, and a module has none.
import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";

/** Its thread is a file beside it; put into ours, it is the file that the build makes of it. */
const THREAD = "(0, node_path_1.resolve)(__dirname, 'worker.js')";
const OURS = 'require("linli:pool-thread").path';
const POOL_THREAD = `import { fileURLToPath } from "node:url";
export const path = fileURLToPath(new URL("../execution/pool.js", import.meta.url));`;

export const inModules = {
  name: "in modules",
  setup(build) {
    build.onResolve({ filter: /^linli:pool-thread$/ }, ({ path }) => ({ path, namespace: "made" }));
    // Ask for the priority of threads, which stays as it is, and for a seed where none is given, which there always is.
    build.onResolve({ filter: /^(@napi-rs\/nice|crypto)$/ }, ({ path }) => ({ path, namespace: "empty" }));
    build.onResolve({ filter: /./ }, ({ path, kind, namespace }) => {
      // of events there is a package, which works in browsers, too
      if (!isBuiltin(path) || path === "events") return undefined;
      const name = path.startsWith("node:") ? path : `node:${path}`;
      const required = kind === "require-call" && namespace !== "made";
      return required ? { path: name, namespace: "made" } : { path: name, external: true };
    });
    build.onLoad({ filter: /./, namespace: "empty" }, () => ({ contents: "export {};" }));
    build.onLoad({ filter: /./, namespace: "made" }, ({ path }) => ({
      contents: isBuiltin(path) ? `import made from "${path}"; module.exports = made;` : POOL_THREAD,
    }));
    build.onLoad({ filter: /piscina\/dist\/index\.js$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      if (!text.includes(THREAD)) throw new Error(`${path}: expected ${THREAD}`);
      return { contents: text.replace(THREAD, OURS) };
    });
  },
};
