/**
 * The one timed check: Linli's exchange round against a plain loop of the same rule over typed arrays, in one process, the
 * best of several rounds of each. Fails if their ratio is worse by more than 40 % than the one recorded in guard.json.
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
const { run, values } = roundOf(library, blank, N, 1);
const plain = plainRound(N, values, sfc32(1));

function timed(step: () => void): number {
  const begun = performance.now();
  for (let s = 0; s < STEPS; s++) step();
  return performance.now() - begun;
}

let [own, other] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
for (let r = 0; r < ROUNDS; r++) {
  own = Math.min(
    own,
    timed(() => run.step()),
  );
  other = Math.min(other, timed(plain));
}
const ratio = own / other;
const file = new URL("./guard.json", import.meta.url);
if (process.argv.includes("--record")) writeFileSync(file, `{ "ratio": ${ratio.toFixed(3)} }\n`);
const recorded = JSON.parse(readFileSync(file, "utf8")).ratio as number;
console.log(
  `exchange round over plain loop: ${ratio.toFixed(3)} (recorded: ${recorded}, at most ${(WORSE * recorded).toFixed(3)})`,
);
if (ratio > WORSE * recorded) process.exit(1);
