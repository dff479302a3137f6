/**
 * The benchmark: one rule beside other implementations, the whole week from a district to a city, and the start.
 *
 *     npm run bench [-- --quick]
 *
 * Writes a table, the numbers and a picture into benchmarks/results.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, platform, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { installPeers } from "./children.ts";
import type { City } from "./city.ts";
import { type Results, type Row, toMarkdown } from "./results.ts";
import { type Effort, type Implementation, ROUND, sameBits, stationary, type Table, time, WORKLOAD } from "./rule.ts";
import { spread } from "./statistics.ts";

const quick = process.argv.includes("--quick");
const unknown = process.argv.slice(2).find((argument) => argument !== "--quick");
if (unknown !== undefined) {
  console.error(`bench: unknown option ${JSON.stringify(unknown)}; expected --quick or nothing`);
  process.exit(2);
}

const EFFORT: Effort = quick
  ? { sizes: [1e3, 1e4], rounds: 3, milliseconds: 60, seeds: 6 }
  : { sizes: [1e3, 1e4, 1e5, 1e6], rounds: 7, milliseconds: 300, seeds: 12 };
const COMMUNITIES = quick ? [9, 90] : [9, 90, 900, 3334];
const WEEKS = 52;
const STARTS = quick ? 5 : 15;

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

function versionOf(command: string): string {
  try {
    return execFileSync(command, ["--version"], { encoding: "utf8" }).split("\n")[0]!;
  } catch {
    return "none";
  }
}

function machine(): Record<string, string> {
  const version = (folder: string) => JSON.parse(readFileSync(file(`${folder}package.json`), "utf8")).version as string;
  const peers = ["agentscript", "flocc", "graphology"].map(
    (name) => `${name} ${version(`peers/node_modules/${name}/`)}`,
  );
  const processor = `${cpus()[0]?.model.trim() ?? "unknown"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  return {
    Linli: version("../"),
    Node: process.versions.node,
    on: `${platform()} ${arch()}, ${processor}`,
    compiler: versionOf("c++"),
    peers: peers.join(", "),
  };
}

function rows(list: readonly Implementation[], table: Table): Row[] {
  return list
    .filter(({ name }) => table[name])
    .map(({ name, label, short }) => ({
      name,
      label,
      short,
      cells: Object.entries(table[name]!).map(([n, cell]) => ({ n: Number(n), ...cell })),
    }));
}

function city(communities: number): City {
  const command = ["--max-old-space-size=4000", "--import", "tsx", file("city.ts"), `${communities}`, `${WEEKS}`];
  const found = JSON.parse(execFileSync(process.execPath, command, { encoding: "utf8" })) as City;
  console.log(`${found.residents} residents: ${found.week.toFixed(0)} ns a resident-week`);
  return found;
}

/** Milliseconds that a process takes, by its own clock. */
function start(...command: string[]): number {
  return Number(execFileSync(process.execPath, command, { encoding: "utf8" }));
}

installPeers();
const starts: number[] = [];
const empty: number[] = [];
for (let k = 0; k < STARTS; k++) {
  empty.push(start(file("empty.mjs")));
  starts.push(start(file("start.mjs")));
}
const cities = COMMUNITIES.map(city);
const same = await sameBits(10_000, 50);
const still = await stationary(WORKLOAD, EFFORT.seeds);
const rounds = rows(ROUND, await time(ROUND, "round", EFFORT));
const workload = rows(WORKLOAD, await time(WORKLOAD, "linli", EFFORT));
const results: Results = {
  date: new Date().toISOString().slice(0, 10),
  machine: machine(),
  quick,
  workload,
  rounds,
  stationary: still,
  sameBits: same,
  cities,
  start: spread(starts),
  empty: spread(empty),
};
const drawing = "./peers/picture.ts"; // what it imports is installed in peers alone: the compiler must not follow it
const { picture } = (await import(drawing)) as { picture(results: Results): string };
const name = quick ? "quick" : "bench";
writeFileSync(file(`results/${name}.json`), `${JSON.stringify(results, null, 2)}\n`);
writeFileSync(file(`results/${name}.svg`), picture(results));
writeFileSync(file(`results/${quick ? "quick.md" : "README.md"}`), toMarkdown(results));
console.log(`\n${toMarkdown(results)}`);
const failed = Object.entries(still).filter(([, one]) => !one.reached);
for (const [name] of failed) console.error(`${name} does not come to rest where it must`);
if (failed.length > 0 || same === false) process.exit(1);
