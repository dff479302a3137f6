// Tries the package that is installed in a folder, on the Node that runs this: by `import`, by `require`, as a command and
// in threads. `node dev/try-package.mjs FOLDER` prints what came of it; other Nodes must print the same after the colon.
// With LINLI_TIMED=1, an import that takes 60 ms or more is a failure.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const folder = resolve(process.argv[2] ?? ".");
const ENTRIES = ["linli", "linli/scenarios", "linli/networks", "linli/testing", "linli/analysis", "linli/experiments"];
const MOST_MS = 60;
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
/**
 * Milliseconds that an import adds to the start of Node, in the median: on a clock, and of work, which a busy machine
 * leaves nearly as it is.
 */
function importTime() {
  const TELL = "; const { user, system } = process.cpuUsage(); console.log((user + system) / 1e3)";
  const time = (code) => {
    const from = performance.now();
    const work = Number(node("--input-type=module", "--eval", code + TELL));
    return [performance.now() - from, work];
  };
  const pairs = Array.from({ length: 11 }, () => [time("0"), time('await import("linli")')]);
  return [0, 1].map((k) => pairs.map(([bare, whole]) => whole[k] - bare[k]).sort((a, b) => a - b)[5]);
}

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
  const [clock, work] = importTime();
  const time = `import in ${clock.toFixed(0)} ms (${work.toFixed(0)} of work)`;
  if (process.env.LINLI_TIMED && Math.min(clock, work) >= MOST_MS)
    throw new Error(`${time}: expected under ${MOST_MS}`);
  console.log(`Node ${process.version}, ${time}: names and hash ${library}; npx linli ${npx}; ${runs} runs in threads`);
} finally {
  rmSync(own, { recursive: true, force: true });
}
