/**
 * What does a rumor about the developer do to the new estate? Every run has a twin with the same seed in which nobody
 * knows the rumor: the two are equal to the bit until it arises, and what differs afterwards is its doing.
 */
import { replicateSeed, type Simulation, simulate, standardModel } from "linli";
import { pairedDifference } from "linli/analysis";
import { newEstate } from "linli/scenarios";
import { HEARD_NOTHING, modelWithRumor } from "./rumor.ts";

const PAIRS = 10;
const ARISES = 100; // in weeks: December 2016, when buyers know one another from the chat
const UNTIL = "2018-04-30";
const MEASURES = ["generalTrust", "tieTrust", "organizations", "demandsBrought", "demandsResolved"] as const;

/** Mean over the residents who have arrived. */
function meanOver({ run }: Simulation, value: (i: number) => number): number {
  const { presence } = run.world.residents.at;
  const here = [...presence.keys()].filter((i) => presence[i]! > 0);
  return here.reduce((sum, i) => sum + value(i), 0) / here.length;
}

function heard(simulation: Simulation): number {
  const state = simulation.run.world.column("residents", "rumor");
  return meanOver(simulation, (i) => (state[i] === HEARD_NOTHING ? 0 : 1));
}

function outcome(simulation: Simulation): Readonly<Record<string, number>> {
  const { trustDeveloper } = simulation.run.world.residents.at;
  const { measures } = simulation;
  return {
    trustDeveloper: meanOver(simulation, (i) => trustDeveloper[i]!),
    ...Object.fromEntries(MEASURES.map((name) => [name, Number(measures[name])])),
  };
}

const pairs = Array.from({ length: PAIRS }, (_, r) => {
  const options = { seed: replicateSeed("rumor", r), until: UNTIL, measures: MEASURES };
  const base = simulate(newEstate, { ...options, model: standardModel }).stepTo(ARISES);
  const told = simulate(newEstate, { ...options, model: modelWithRumor, values: { "rumor.week": ARISES } });
  const equal = JSON.stringify(told.stepTo(ARISES).measures) === JSON.stringify(base.measures);
  return { equal, without: outcome(base.stepTo(UNTIL)), with: outcome(told.stepTo(UNTIL)), heard: heard(told) };
});

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const line = (name: string, cells: readonly (number | null)[]) =>
  name.padEnd(16) + cells.map((cell) => (cell === null ? "–" : cell.toFixed(3)).padStart(9)).join("");

console.log(`pairs of runs: ${PAIRS}, of them equal before the rumor arises: ${pairs.filter((p) => p.equal).length}`);
console.log(`heard of it: ${(100 * mean(pairs.map((p) => p.heard))).toFixed(0)} % of those who have arrived\n`);
console.log(`${"".padEnd(20)}without     with  differs  from (95 %) to    ratio`);
for (const name of Object.keys(pairs[0]!.with)) {
  const [a, b] = [pairs.map((p) => p.without[name]!), pairs.map((p) => p.with[name]!)];
  const { mean: difference, low, high, ratio } = pairedDifference(a, b);
  console.log(line(name, [mean(a), mean(b), difference, low, high, ratio]));
}
