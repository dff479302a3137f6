/**
 * What does a time bank add to a neighborhood? Pairs of runs with common random numbers: without a bank, with a bank in
 * which members may owe three hours, and with one that gives no credit.
 */
import { replicateSeed, type Simulation, simulate } from "linli";
import { pairedDifference } from "linli/analysis";
import { blank } from "linli/scenarios";
import { modelWithTimeBank } from "./timeBank.ts";

const PAIRS = 10;
const NEVER = 520; // a week after the last of the run
const ARMS = {
  none: { "timeBank.week": NEVER },
  bank: {},
  "no credit": { "timeBank.limit": 0 },
};
const MEASURES = ["participation", "organizations", "meanDegree", "tieTrust", "generalTrust"] as const;

/** Members of the banks, the hours they gave, and the share of pairs of members who know each other. */
function ofBanks({ run }: Simulation): Readonly<Record<string, number>> {
  const { organizations, memberships, ties } = run.world;
  const bank = run.world.column("organizations", "timeBank");
  const members: number[] = [];
  for (let o = 0; o < organizations.rows; o++)
    for (let m = memberships.firstB[o]!; bank[o] && organizations.alive[o] && m >= 0; m = memberships.at.nextB[m]!)
      members.push(memberships.at.a[m]!);
  const pairs = members.flatMap((i) => members.filter((j) => i < j).map((j) => ties.find(i, j) >= 0));
  return {
    members: members.length,
    hours: Array.from(run.world.column("residents", "hoursEarned")).reduce((sum, hours) => sum + hours, 0),
    acquainted: pairs.length === 0 ? 0 : pairs.filter(Boolean).length / pairs.length,
  };
}

function runsOf(values: Readonly<Record<string, number>>) {
  return Array.from({ length: PAIRS }, (_, r) => {
    const options = { seed: replicateSeed("bank", r), model: modelWithTimeBank, measures: MEASURES, values };
    const simulation = simulate(blank, options);
    const { measures } = simulation.finish();
    return { ...ofBanks(simulation), ...Object.fromEntries(MEASURES.map((name) => [name, Number(measures[name])])) };
  });
}

const arms = Object.entries(ARMS).map(([name, values]) => ({ name, runs: runsOf(values) }));
const valuesOf = (arm: number, name: string) => arms[arm]!.runs.map((run) => Number(Reflect.get(run, name)));
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const cell = (value: number | null) => (value === null ? "–" : value.toFixed(3)).padStart(11);

console.log(`means of ${PAIRS} runs at the end of 2020; bank less none: paired, with its 95 % interval\n`);
console.log(`${"".padEnd(14)}${arms.map(({ name }) => name.padStart(11)).join("")}   bank-none       from         to`);
for (const name of Object.keys(arms[0]!.runs[0]!)) {
  const { mean: difference, low, high } = pairedDifference(valuesOf(0, name), valuesOf(1, name));
  const cells = [...arms.map((_, arm) => mean(valuesOf(arm, name))), difference, low, high].map(cell);
  console.log(name.padEnd(14) + cells.join(""));
}
