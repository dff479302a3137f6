/**
 * The one timed check: Linli's exchange round, compiled and in TypeScript, against a plain loop of the same rule over typed arrays, in one process, the
 * best of several rounds of each. Fails if a ratio is worse by more than 40 % than the one recorded in guard.json.
 *
 *     node --import tsx benchmarks/guard.ts [--record]
 */
import { readFileSync, writeFileSync } from "node:fs";
import type * as Shipped from "../scenarios/index.ts";
import type * as Library from "../src/index.ts";
import { sfc32 } from "./graph.ts";
import { plainRound, roundOf } from "./round.ts";

const N = 1000;
const STEPS = 1000;
const ROUNDS = 40;
const WORSE = 1.4;

const built = (path: string): Promise<unknown> => import(new URL(`../dist/${path}.js`, import.meta.url).href);
const library = (await built("src/index")) as typeof Library;
const { blank } = (await built("scenarios/index")) as typeof Shipped;
const compiled = roundOf(library, blank, N, 1);
const typescript = roundOf(library, blank, N, 1, true);
const contenders = {
  compiled: () => compiled.run.step(),
  typescript: () => typescript.run.step(),
  plain: plainRound(N, compiled.values, sfc32(1)),
};

function timed(step: () => void): number {
  const begun = performance.now();
  for (let s = 0; s < STEPS; s++) step();
  return performance.now() - begun;
}

const best = {
  compiled: Number.POSITIVE_INFINITY,
  typescript: Number.POSITIVE_INFINITY,
  plain: Number.POSITIVE_INFINITY,
};
for (let r = 0; r < ROUNDS; r++) {
  for (const name of ["compiled", "typescript", "plain"] as const)
    best[name] = Math.min(best[name], timed(contenders[name]));
}
const ratios = { compiled: best.compiled / best.plain, typescript: best.typescript / best.plain };
const file = new URL("./guard.json", import.meta.url);
if (process.argv.includes("--record")) {
  const [compiled, typescript] = [ratios.compiled.toFixed(3), ratios.typescript.toFixed(3)];
  writeFileSync(file, `{ "compiled": ${compiled}, "typescript": ${typescript} }\n`);
}
const recorded = JSON.parse(readFileSync(file, "utf8")) as typeof ratios;
let worse = false;
for (const name of ["compiled", "typescript"] as const) {
  const most = WORSE * recorded[name];
  worse ||= ratios[name] > most;
  console.log(
    `exchange round, ${name}, over plain loop: ${ratios[name].toFixed(3)} (recorded: ${recorded[name].toFixed(3)}, at most ${most.toFixed(3)})`,
  );
}
if (worse) process.exit(1);
