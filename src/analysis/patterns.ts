/** What the study reports, held against runs: how often a pattern is met. */
import type { Pattern, Scenario } from "../model/scenario.ts";
import type { MeasureValue } from "../observe/measure.ts";
import { measureOf } from "../observe/measures.ts";
import { summarize } from "./summary.ts";

/** What patterns are read from: the measures at the end, and by date. */
export interface Readable {
  readonly measures: Readonly<Record<string, MeasureValue>>;
  readonly readings: Readonly<Record<string, Readonly<Record<string, MeasureValue>>>>;
}

/** A pattern over replicates. */
export interface PatternResult {
  readonly name: string;
  readonly measure: string;
  readonly at: string;
  readonly low: number | string | null;
  readonly high: number | string | null;
  readonly median: MeasureValue;
  readonly q05: MeasureValue;
  readonly q95: MeasureValue;
  /** Share of the replicates that meet it; no value counts as outside. */
  readonly insideShare: number | null;
}

export interface PatternResults {
  readonly patterns: readonly PatternResult[];
  /** Share of the replicates that meet every pattern; null without patterns or replicates. */
  readonly allInsideShare: number | null;
}

/** The value of a pattern's measure in a run; null where there is none, or the run ended before that date. */
export function patternValue(pattern: Pattern, scenario: Pick<Scenario, "reading">, run: Readable): MeasureValue {
  const at = pattern.at === "reading" ? scenario.reading : pattern.at;
  const measures = at === "final" ? run.measures : run.readings[at];
  return measures?.[pattern.measure] ?? null;
}

/** Whether a value lies in a pattern's band; a null bound is open, a null value lies outside. */
export function isInside(pattern: Pick<Pattern, "low" | "high">, value: MeasureValue): boolean {
  const { low, high } = pattern;
  if (value === null) return false;
  return (low === null || value >= low) && (high === null || value <= high);
}

/**
 * A scenario's patterns over its runs.
 *
 * @throws InputError if a pattern names no measure.
 */
export function evaluatePatterns(
  scenario: Pick<Scenario, "reading" | "patterns">,
  runs: readonly Readable[],
): PatternResults {
  const met = runs.map(() => true);
  const patterns = scenario.patterns.map((pattern) => {
    const { name, measure, at, low, high } = pattern;
    measureOf(measure);
    const values = runs.map((run) => patternValue(pattern, scenario, run));
    const inside = values.map((value) => isInside(pattern, value));
    inside.forEach((yes, r) => {
      met[r] &&= yes;
    });
    const { median, q05, q95 } = summarize(values);
    return { name, measure, at, low, high, median, q05, q95, insideShare: share(inside) };
  });
  return { patterns, allInsideShare: patterns.length === 0 ? null : share(met) };
}

function share(flags: readonly boolean[]): number | null {
  return flags.length === 0 ? null : flags.filter(Boolean).length / flags.length;
}
