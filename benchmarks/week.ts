/**
 * What a week costs: milliseconds a simulated week, without measures, in both neighborhoods. Takes the built code if
 * there is any, else the sources; medians over several runs.
 *
 *     npm run bench
 */
import { existsSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import type * as Shipped from "../scenarios/index.ts";
import type * as Library from "../src/index.ts";

const RUNS = 7;

const fromBuild = existsSync(new URL("../dist/src/index.js", import.meta.url));
const load = (path: string): Promise<unknown> =>
  import(new URL(fromBuild ? `../dist/${path}.js` : `../${path}.ts`, import.meta.url).href);
const { simulate } = (await load("src/index")) as typeof Library;
const { newEstate, oldDistrict } = (await load("scenarios/index")) as typeof Shipped;

/** Milliseconds to draw the population, and for a week. */
function timed(scenario: Library.Scenario, seed: number): { residents: number; start: number; week: number } {
  const begun = performance.now();
  const { run } = simulate(scenario, { seed });
  const drawn = performance.now();
  const weeks = run.clock.tick(scenario.until);
  while (run.tick < weeks) run.step();
  const done = performance.now();
  return { residents: run.world.residents.rows, start: drawn - begun, week: (done - drawn) / weeks };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const row = (cells: readonly string[]) =>
  console.log(cells.map((c, i) => (i ? c.padStart(12) : c.padEnd(14))).join(""));

console.log(
  `Node ${process.versions.node}, ${platform()} ${arch()}, ${cpus()[0]?.model.trim() ?? "unknown processor"}`,
);
console.log(`${fromBuild ? "built code" : "sources"}, medians of ${RUNS} runs; milliseconds`);
row(["", "residents", "start", "week", "slowest"]);
for (const scenario of [newEstate, oldDistrict]) {
  const runs = Array.from({ length: RUNS }, (_, seed) => timed(scenario, seed));
  const weeks = runs.map((r) => r.week);
  const [start, week, slowest] = [median(runs.map((r) => r.start)), median(weeks), Math.max(...weeks)];
  row([scenario.name, String(runs[0]!.residents), start.toFixed(1), week.toFixed(3), slowest.toFixed(3)]);
}
