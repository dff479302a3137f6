/** What the demonstration shows, for whoever teaches it: the run on the stage, and the twenty runs beside it; `--lang zh` in Chinese. */
import { type DatedChange, type MeasureName, type MeasureValue, replicateSeed, simulate } from "linli";
import { median } from "linli/analysis";
import { newEstate } from "linli/scenarios";

const zh = process.argv.slice(2).join(" ") === "--lang zh";
const say = (en: string, chinese: string) => (zh ? chinese : en);

const RUNS = 20; // as many as the page makes of each side
const ROWS = [
  [say("demands brought", "提出的诉求"), "demandsBrought"],
  [say("… decided", "其中议定"), "demandsDecided"],
  [say("… resolved", "其中解决"), "demandsResolved"],
  [say("shelved: await the owners' vote", "因等待业主表决而搁置"), "shelvedAwaitingVote"],
  [say("shelved: who must act refuses", "因责任方拒绝而搁置"), "shelvedRefused"],
  [say("promises broken", "落空的承诺"), "promisesBroken"],
  [say("the council is suspended", "沟通会停摆"), "suspensionDate"],
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
  if (dates.length > 0) {
    const [date, n, of] = [dates[dates.length >> 1], dates.length, values.length];
    return say(`${date}, ${n} of ${of}`, `${date}，${of}次中${n}次`);
  }
  return String(median(values.map(Number)));
}

const WIDTHS = [34, 14, 14, 23, 23];
/** Columns that a text takes: a Chinese character takes two. */
const widthOf = (text: string) => text.replace(/[\u2e80-\uffef]/g, "  ").length;
const line = (cells: readonly string[]) =>
  cells
    .map((cell, k) => cell + " ".repeat(Math.max(0, WIDTHS[k]! - widthOf(cell))))
    .join("")
    .trimEnd();
const [onLeft, onRight] = [say("left, ", "左侧"), say("right, ", "右侧")];
const [stage, many] = [say("stage", "画面"), say(`${RUNS} runs`, `${RUNS}次运行`)];
console.log(line(["", onLeft + stage, onRight + stage, onLeft + many, onRight + many]));
for (const [title, name] of ROWS) {
  const shown = sides.map((runs) => String(runs[0]![name]));
  const middles = sides.map((runs) => middle(runs.map((run) => run[name] ?? null)));
  console.log(line([title, ...shown, ...middles]));
}

const gains = sides[0]!.map((left, r) => Number(sides[1]![r]!.resolvedShare) - Number(left.resolvedShare));
const mean = (100 * gains.reduce((sum, gain) => sum + gain, 0)) / RUNS;
const higher = gains.filter((gain) => gain > 0).length;
console.log(
  say(
    `\nshare resolved, right less left: ${mean.toFixed(1)} points; higher in ${higher} of ${RUNS} pairs`,
    `\n解决比例，右减左：${mean.toFixed(1)}个百分点；${RUNS}对中${higher}对右侧更高`,
  ),
);
