/**
 * One implementation in a process of its own, so that none is compiled for the arrays of another. It prints
 * {"ready":true}; then for each line of input, a number of steps, what it measured: nanoseconds an agent-step, and means.
 *
 *     node --import tsx benchmarks/child.ts NAME N SEED [FILE]
 */
import { createInterface } from "node:readline";
import type * as Shipped from "../scenarios/index.ts";
import type * as Library from "../src/index.ts";
import { exchangePeers } from "./exchange.ts";
import { sfc32 } from "./graph.ts";
import type { Peer } from "./peers/workload.ts";
import { hashOf, plainRound, roundOf, writeState } from "./round.ts";

const built = (path: string): Promise<unknown> => import(new URL(`../dist/${path}.js`, import.meta.url).href);
const library = async () => (await built("src/index")) as typeof Library;
const blank = async () => ((await built("scenarios/index")) as typeof Shipped).blank;

/** A peer by its file: what it imports is installed in peers alone, so the compiler must not follow it from here. */
const peer =
  (file: string, name: string) =>
  async (n: number, seed: number): Promise<Peer> =>
    (await import(`./peers/${file}.ts`))[name](n, seed);

const IMPLEMENTATIONS: Readonly<Record<string, (n: number, seed: number, file?: string) => Promise<Peer | Stepper>>> = {
  linli: async (n, seed) => exchangePeers(await library(), await blank()).exchangeByBlocks(n, seed),
  linliPlainly: async (n, seed) => exchangePeers(await library(), await blank()).exchangePlainly(n, seed),
  pairs: peer("pairs", "pairs"),
  typed: peer("typed", "typed"),
  objects: peer("objects", "objects"),
  graphology: peer("live-graphology", "liveGraphology"),
  agentscript: peer("agentscript", "agentscript"),
  flocc: peer("flocc", "flocc"),
  round: async (n, seed, file) => ownRound(n, seed, false, file),
  roundPlain: async (n, seed, file) => ownRound(n, seed, true, file),
  plainRound: async (n, seed) => {
    const { values } = roundOf(await library(), await blank(), 100, seed);
    return { step: plainRound(n, values, sfc32(seed)), after: () => ({}) };
  },
};

async function ownRound(n: number, seed: number, plain: boolean, file?: string): Promise<Stepper> {
  const round = roundOf(await library(), await blank(), n, seed, plain);
  if (file) writeState(round, file);
  return { step: () => round.run.step(), after: () => ({ hash: hashOf(round) }) };
}

/** What has nothing to record: the rounds. */
interface Stepper {
  step(): void;
  after(): object;
}

const [name, agents, seed, file] = process.argv.slice(2);
// Some peers shuffle with it: seeded, their runs are the same each time.
Math.random = sfc32(Number(seed));
const n = Number(agents);
const before = process.memoryUsage().rss;
const measured = await IMPLEMENTATIONS[name!]!(n, Number(seed), file);
console.log(JSON.stringify({ ready: true }));
for await (const line of createInterface({ input: process.stdin })) {
  const steps = Number(line);
  const begun = performance.now();
  let means: object = {};
  if ("steps" in measured) means = measured.steps(steps);
  else for (let s = 0; s < steps; s++) measured.step();
  const ns = ((performance.now() - begun) * 1e6) / n / steps;
  const bytes = (process.memoryUsage().rss - before) / n;
  console.log(JSON.stringify({ ns, bytes, ...means, ...("after" in measured ? measured.after() : {}) }));
}
