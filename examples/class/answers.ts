/** What the demonstration shows, for whoever teaches it: the run on the stage, and the twenty runs beside it. */
import { type DatedChange, type MeasureName, type MeasureValue, replicateSeed, simulate } from "linli";
import { median } from "linli/analysis";
import { newEstate } from "linli/scenarios";

const RUNS = 20; // as many as the page makes of each side
const ROWS = [
  ["demands brought", "demandsBrought"],
  ["… decided", "demandsDecided"],
  ["… resolved", "demandsResolved"],
  ["shelved: await the owners' vote", "shelvedAwaitingVote"],
  ["shelved: who must act refuses", "shelvedRefused"],
  ["promises broken", "promisesBroken"],
  ["the council is suspended", "suspensionDate"],
] as const satisfies readonly (readonly [string, MeasureName])[];
const COMMITTEE: DatedChange = { date: "2017-07-03", values: { "support.ownersCommittee": true } };

const sides = [[], [COMMITTEE]].map((changes) =>
  Array.from({ length: RUNS }, (_, r) => {
    const measures = [...ROWS.map(([, name]) => name), "resolvedShare" as const];
    return simulate(newEstate, { seed: replicateSeed(7, r), changes, measures }).finish().measures;
  }),
);

/** The middle of the runs: a number, or a date of those that have one with how many these are. */
function middle(values: readonly MeasureValue[]): string {
  const dates = values.filter((value) => typeof value === "string").sort();
  if (dates.length > 0) return `${dates[dates.length >> 1]}, ${dates.length} of ${values.length}`;
  return String(median(values.map(Number)));
}

const WIDTHS = [34, 14, 14, 23, 23];
const line = (cells: readonly string[]) =>
  cells
    .map((cell, k) => cell.padEnd(WIDTHS[k]!))
    .join("")
    .trimEnd();
console.log(line(["", "left, stage", "right, stage", `left, ${RUNS} runs`, `right, ${RUNS} runs`]));
for (const [title, name] of ROWS) {
  const shown = sides.map((runs) => String(runs[0]![name]));
  const many = sides.map((runs) => middle(runs.map((run) => run[name] ?? null)));
  console.log(line([title, ...shown, ...many]));
}

const gains = sides[0]!.map((left, r) => Number(sides[1]![r]!.resolvedShare) - Number(left.resolvedShare));
const mean = (100 * gains.reduce((sum, gain) => sum + gain, 0)) / RUNS;
console.log(
  `\nshare resolved, right less left: ${mean.toFixed(1)} points; higher in ${gains.filter((g) => g > 0).length} of ${RUNS} pairs`,
);
