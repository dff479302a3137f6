/** What a sweep found: an outcome at each value of the lever. */
import { meanOf, summarize } from "../../analysis/summary.ts";
import type { MeasureValue } from "../../observe/measure.ts";
import { type MeasureName, measureOf } from "../../observe/measures.ts";
import type { Language } from "../../observe/naming.ts";
import { READ, type Replicate } from "../engine/replicate.ts";
import { scaleOf } from "../many/axis.ts";
import type { Cell } from "../save/csv.ts";
import { type Lever, type LeverValue, leverOf } from "./levers.ts";
import type { SweepTask } from "./planText.ts";

/** What a class asks for first. */
export const FIRST_OUTCOMES: readonly MeasureName[] = [
  "resolvedShare",
  "executedShare",
  "demandsBrought",
  "demandsDecided",
  "demandsResolved",
  "suspended",
  "councils",
  "meetings",
  "meanTrust",
  "meanBelonging",
  "participation",
  "organizations",
  "federations",
  "jointActs",
];

/** All that replicates read and that is a number. */
export const ALL_OUTCOMES: readonly MeasureName[] = READ.filter((name) => scaleOf(measureOf(name).unit) !== "date");

/** The end of the run, or the date of a reading. */
export type When = "final" | string;

export interface Point {
  readonly value: LeverValue;
  /** By replicate, as far as they are done. */
  readonly runs: readonly { readonly replicate: number; readonly outcome: number | null }[];
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly mean: number | null;
}

export function outcomeAt(run: Replicate, measure: MeasureName, when: When): number | null {
  const read = when === "final" ? run.measures : run.readings[when];
  const value: MeasureValue | undefined = read?.[measure];
  return typeof value === "number" ? value : null;
}

export function pointsOf(
  { values }: Pick<SweepTask, "values">,
  found: readonly Replicate[],
  measure: MeasureName,
  when: When,
): Point[] {
  return values.map((value, k) => {
    const mine = found.filter(({ setting }) => setting === k);
    const runs = mine.map((run) => ({ replicate: run.replicate, outcome: outcomeAt(run, measure, when) }));
    const outcomes = runs.map(({ outcome }) => outcome);
    const { median, q05, q95 } = summarize(outcomes);
    const number = (v: MeasureValue) => v as number | null;
    return { value, runs, median: number(median), low: number(q05), high: number(q95), mean: meanOf(outcomes) };
  });
}

/** Rows of a table of all runs: one a run, header first, with the numbers that `linli sweep` writes. */
export function sweepRows(
  task: SweepTask,
  found: readonly Replicate[],
  measures: readonly MeasureName[],
  lang: Language,
): Cell[][] {
  const named = (text: string, code: string) => `${text} (${code})`;
  const lever: Lever = leverOf(task.lever);
  const header = [
    named(lever.label[lang], lever.name),
    named(lang === "zh" ? "重复" : "replicate", "replicate"),
    named(lang === "zh" ? "种子" : "seed", "seed"),
    named(lang === "zh" ? "终态哈希" : "hash of the end", "hash"),
    ...measures.map((name) => named(measureOf(name).text[lang], `final_${name}`)),
  ];
  const rows = found.map(({ setting, replicate, seed, hash, measures: read }): Cell[] => {
    return [String(task.values[setting]), replicate, seed, hash, ...measures.map((name) => read[name])];
  });
  return [header, ...rows];
}
