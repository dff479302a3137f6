/**
 * One rule: the exchange workload in every implementation, and Linli's own exchange round beside its port to C++. All
 * are processes of their own; rounds are interleaved, so that what slows the machine slows all.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Child, compiled, nodeChild, type Round } from "./children.ts";
import { altruismOf, wattsStrogatz } from "./graph.ts";
import { STATIONARY } from "./peers/workload.ts";
import { pairedRatio, type Spread, spread } from "./statistics.ts";

export interface Implementation {
  readonly name: string;
  readonly label: string;
  /** Label in the picture. */
  readonly short: string;
  /** Nanoseconds an agent-step at 1,000 agents, roughly: sets how many steps a round has. */
  readonly about: number;
  /** Largest N at which it is run. */
  readonly most: number;
}

export const WORKLOAD: readonly Implementation[] = [
  { name: "cpp", label: "C++ (16-byte records, blocks, prefetch)", short: "C++", about: 20, most: 1e6 },
  {
    name: "pairs",
    label: "plain JavaScript, tuned (records, blocks)",
    short: "plain JavaScript, tuned",
    about: 45,
    most: 1e6,
  },
  { name: "linli", label: "Linli, a mechanism by blocks", short: "Linli, by blocks", about: 50, most: 1e6 },
  {
    name: "typed",
    label: "plain JavaScript (separate typed arrays)",
    short: "plain typed arrays",
    about: 80,
    most: 1e6,
  },
  {
    name: "linliPlainly",
    label: "Linli, a mechanism by the recipe",
    short: "Linli, by the recipe",
    about: 100,
    most: 1e6,
  },
  { name: "objects", label: "objects and Maps", short: "objects and Maps", about: 200, most: 1e6 },
  { name: "agentscript", label: "AgentScript", short: "AgentScript", about: 250, most: 1e6 },
  { name: "flocc", label: "flocc", short: "flocc", about: 500, most: 1e6 },
  { name: "graphology", label: "graphology as live graph", short: "graphology live", about: 2500, most: 1e5 },
];

export const ROUND: readonly Implementation[] = [
  {
    name: "roundVector",
    label: "C++ -O3 -march=native, vector units",
    short: "C++, vector units",
    about: 15,
    most: 1e6,
  },
  { name: "roundScalar", label: "C++ -O3 -march=native, scalar", short: "C++, scalar", about: 25, most: 1e6 },
  { name: "round", label: "Linli's exchange round", short: "Linli", about: 25, most: 1e6 },
  {
    name: "roundPlain",
    label: "Linli's exchange round in TypeScript",
    short: "Linli, TypeScript",
    about: 35,
    most: 1e6,
  },
  {
    name: "plainRound",
    label: "the same rule over plain typed arrays",
    short: "plain typed arrays",
    about: 40,
    most: 1e6,
  },
];

export interface Cell extends Spread {
  /** Median of its rounds over Linli's, round by round. */
  readonly ratio: number;
  /** Memory an agent beyond what the process had before; null where it is not told, or lost in the rest (below 1e5). */
  readonly bytes: number | null;
}

/** Measurements by implementation and N. */
export type Table = Readonly<Record<string, Readonly<Record<string, Cell>>>>;

export interface Effort {
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** Milliseconds a round. */
  readonly milliseconds: number;
  /** Seeds over which the stationary values are checked. */
  readonly seeds: number;
}

const folder = mkdtempSync(join(tmpdir(), "linli-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

function graphFile(n: number): string {
  const file = join(folder, `graph-${n}`);
  if (existsSync(file)) return file;
  const edges = wattsStrogatz(n);
  writeFileSync(file, Buffer.concat([new Int32Array([n, edges.length]), edges, altruismOf(n)].map(bytesOf)));
  return file;
}

const bytesOf = (a: Int32Array | Float32Array) => new Uint8Array(a.buffer, a.byteOffset, a.byteLength);

/** Starts an implementation; null if what it needs is not on this machine. */
function start(name: string, n: number, seed: number): Child | null {
  const state = join(folder, `state-${n}`);
  if (name === "cpp") {
    const program = compiled("exchange");
    return program === null ? null : new Child(program, [graphFile(n), `${seed}`]);
  }
  if (name === "roundVector" || name === "roundScalar") {
    const scalar = name === "roundScalar";
    const program = compiled(
      "round",
      scalar ? ["-march=native", "-fno-tree-vectorize", "-fno-tree-slp-vectorize"] : ["-march=native"],
      name,
    );
    return program === null ? null : new Child(program, [state]);
  }
  return nodeChild(name, n, seed, name === "round" ? state : undefined);
}

async function startAll(list: readonly Implementation[], n: number): Promise<Map<Implementation, Child>> {
  const started = new Map<Implementation, Child>();
  // Linli's round comes first: it writes the state that the ports read.
  for (const one of [...list].sort((a, b) => Number(b.name === "round") - Number(a.name === "round"))) {
    if (n > one.most) continue;
    const child = start(one.name, n, 1);
    if (child === null) continue;
    if (!(await child.ready())) throw new Error(`${one.label} cannot be started with ${n} agents`);
    started.set(one, child);
  }
  return started;
}

/** Times a list of implementations at each size. */
export async function time(list: readonly Implementation[], reference: string, effort: Effort): Promise<Table> {
  const table: Record<string, Record<string, Cell>> = {};
  for (const n of effort.sizes) {
    const children = await startAll(list, n);
    // Memory is slower than caches: at a million agents a step takes several times as long.
    const steps = ({ about }: Implementation) =>
      Math.max(2, Math.ceil((effort.milliseconds * 1e6) / (about * n * (n > 2e4 ? 3 : 1))));
    const rounds = new Map<Implementation, Round[]>();
    for (const [one, child] of children) await child.steps(steps(one)); // compiled by the engine before it counts
    for (let r = 0; r < effort.rounds; r++) {
      for (const [one, child] of children) rounds.set(one, [...(rounds.get(one) ?? []), await child.steps(steps(one))]);
    }
    for (const child of children.values()) child.end();
    const nsOf = (one: Implementation) => rounds.get(one)!.map((round) => round.ns);
    const own = list.find((one) => one.name === reference)!;
    for (const one of children.keys()) {
      const bytes = rounds.get(one)![0]!.bytes;
      const cell = {
        ...spread(nsOf(one)),
        ratio: pairedRatio(nsOf(one), nsOf(own)),
        bytes: n < 1e5 ? null : (bytes ?? null),
      };
      table[one.name] = { ...table[one.name], [n]: cell };
      console.log(`${one.label}, ${n} agents: ${cell.median.toFixed(1)} ns an agent-step`);
    }
  }
  return table;
}

export interface Stationary {
  readonly trust: number;
  readonly help: number;
  readonly reached: boolean;
}

/** What each implementation of the workload comes to rest at: means over steps 401 … 600 and over seeds. */
export async function stationary(list: readonly Implementation[], seeds: number): Promise<Record<string, Stationary>> {
  const found: Record<string, Stationary> = {};
  for (const one of list) {
    const means: Round[] = [];
    for (let seed = 1; seed <= seeds; seed++) {
      const child = start(one.name, 1000, seed);
      if (child === null) continue; // no compiler
      if (!(await child.ready())) throw new Error(`${one.label} cannot be started`);
      await child.steps(400);
      means.push(await child.steps(200));
      child.end();
    }
    if (means.length === 0) continue;
    const mean = (key: "trust" | "help") => means.reduce((sum, round) => sum + round[key]!, 0) / means.length;
    const near = (key: "trust" | "help") => Math.abs(mean(key) - STATIONARY[key]) <= STATIONARY.tolerance;
    found[one.name] = { trust: mean("trust"), help: mean("help"), reached: near("trust") && near("help") };
  }
  return found;
}

/** Whether Linli's round and both builds of its port end in the same bits after the same steps. */
export async function sameBits(n: number, steps: number): Promise<boolean | null> {
  const own = start("round", n, 1)!;
  await own.ready();
  const { hash } = await own.steps(steps);
  own.end();
  let same: boolean | null = null;
  for (const name of ["roundVector", "roundScalar"]) {
    const port = start(name, n, 1);
    if (port === null) return null;
    await port.ready();
    same = same !== false && (await port.steps(steps)).hash === hash;
    port.end();
  }
  return same;
}
