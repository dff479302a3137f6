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

const IMPLEMENTATIONS: Readonly<Record<string, (n: number, seed: number, file?: string) => Promise<Peer | Stepper>>> = {
  linli: async (n, seed) => exchangePeers(await library(), await blank()).exchangeByBlocks(n, seed),
  linliPlainly: async (n, seed) => exchangePeers(await library(), await blank()).exchangePlainly(n, seed),
  pairs: async (n, seed) => (await import("./peers/pairs.ts")).pairs(n, seed),
  typed: async (n, seed) => (await import("./peers/typed.ts")).typed(n, seed),
  objects: async (n, seed) => (await import("./peers/objects.ts")).objects(n, seed),
  graphology: async (n, seed) => (await import("./peers/live-graphology.ts")).liveGraphology(n, seed),
  agentscript: async (n, seed) => (await import("./peers/agentscript.ts")).agentscript(n, seed),
  flocc: async (n, seed) => (await import("./peers/flocc.ts")).flocc(n, seed),
  round: async (n, seed, file) => {
    const round = roundOf(await library(), await blank(), n, seed);
    if (file) writeState(round, file);
    return { step: () => round.run.step(), after: () => ({ hash: hashOf(round) }) };
  },
  plainRound: async (n, seed) => {
    const { values } = roundOf(await library(), await blank(), 100, seed);
    return { step: plainRound(n, values, sfc32(seed)), after: () => ({}) };
  },
};

/** What has nothing to record: the rounds. */
interface Stepper {
  step(): void;
  after(): object;
}

const [name, agents, seed, file] = process.argv.slice(2);
const n = Number(agents);
const before = process.memoryUsage().rss;
const peer = await IMPLEMENTATIONS[name!]!(n, Number(seed), file);
console.log(JSON.stringify({ ready: true }));
for await (const line of createInterface({ input: process.stdin })) {
  const steps = Number(line);
  const begun = performance.now();
  let means: object = {};
  if ("steps" in peer) means = peer.steps(steps);
  else for (let s = 0; s < steps; s++) peer.step();
  const ns = ((performance.now() - begun) * 1e6) / n / steps;
  const bytes = (process.memoryUsage().rss - before) / n;
  console.log(JSON.stringify({ ns, bytes, ...means, ...("after" in peer ? peer.after() : {}) }));
}
