// Tries the package that is installed in a folder, on the Node that runs this: by `import`, by `require`, as a command and
// in threads. `node dev/try-package.mjs FOLDER` prints what came of it; other Nodes must print the same after the colon.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const folder = resolve(process.argv[2] ?? ".");
const ENTRIES = ["linli", "linli/scenarios", "linli/networks", "linli/testing", "linli/analysis", "linli/experiments"];
const SETTING = { seed: 7, until: "2016-12-26" };
const PLAN = {
  ...{ scenarios: ["blank"], axes: { "team.independence": [0, 1] }, values: { "start.households": 40 } },
  ...{ replicates: 2, seed: 3, until: "2015-12-28" },
};
/** Names of all entries, and the end of a neighborhood. */
const USE = `
  const names = entries.map((entry) => Object.keys(entry).filter((name) => name !== "default" && name !== "module.exports").length);
  const [{ simulate }, { newEstate }] = entries;
  console.log(names.join(" "), simulate(newEstate, ${JSON.stringify(SETTING)}).finish().hash);`;

const own = mkdtempSync(join(folder, "try-"));
const at = (name, text) => {
  if (text !== undefined) writeFileSync(join(own, name), text);
  return join(own, name);
};
const node = (...argv) => execFileSync(process.execPath, argv, { cwd: own, encoding: "utf8", stdio: "pipe" }).trim();
const same = (what, values) => {
  if (new Set(values).size > 1) throw new Error(`${what} differ: ${values.join(" | ")}`);
  return values[0];
};

try {
  const list = JSON.stringify(ENTRIES);
  const imported = at("by.mjs", `const entries = await Promise.all(${list}.map((name) => import(name)));${USE}`);
  const required = at("by.cjs", `const entries = ${list}.map((name) => require(name));${USE}`);
  const library = same("import and require", [node(imported), node("--no-warnings", required)]);

  // npx runs the Node that it finds first: the one of this process, where npx started it
  const env = { ...process.env, PATH: `${join(process.execPath, "..")}:${process.env.PATH}` };
  const npx = execFileSync("npx", ["--no-install", "linli", "--version"], { cwd: own, env, encoding: "utf8" }).trim();

  const plan = at("plan.json", JSON.stringify(PLAN));
  const program = join(folder, "node_modules", ".bin", "linli");
  const swept = ["1", "2"].map((threads) => {
    node(program, "sweep", plan, "--out", at(threads), "--threads", threads);
    return readFileSync(join(at(threads), "runs.csv"), "utf8");
  });
  const runs = same("sweeps in one thread and in two", swept).trim().split("\n").length - 1;
  console.log(`Node ${process.version}: names and hash ${library}; npx linli ${npx}; ${runs} runs in threads`);
} finally {
  rmSync(own, { recursive: true, force: true });
}
