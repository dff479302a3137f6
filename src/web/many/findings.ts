/** What the paper reports, held against many runs: the rows of the view. */
import { calibration } from "../../../scenarios/calibration.ts";
import { isInside, patternValue, type Readable } from "../../analysis/patterns.ts";
import { meanOf, summarize } from "../../analysis/summary.ts";
import type { Setting } from "../../experiments/page/setting.ts";
import type { Pattern, Scenario } from "../../model/scenario.ts";
import type { Text } from "../../model/vocabulary.ts";
import type { MeasureValue } from "../../observe/measure.ts";
import { type MeasureName, measureOf } from "../../observe/measures.ts";
import type { Replicate } from "../engine/replicate.ts";
import { positionOf, type Scale, scaleOf } from "./axis.ts";

/** A measure over the runs of a setting. */
export interface Spreading {
  readonly scale: Scale;
  /** By run, in the order of replicates. */
  readonly values: readonly MeasureValue[];
  readonly median: MeasureValue;
  readonly q05: MeasureValue;
  readonly q95: MeasureValue;
}

/** A pattern of the paper over the runs. */
export interface Finding extends Spreading {
  readonly pattern: Pattern;
  /** The value in the run that the page shows: undefined while it is under way. */
  readonly shown: MeasureValue | undefined;
  readonly inside: number;
  /** It had no part in the calibration of the model. */
  readonly heldOut: boolean;
}

const readable = (run: Replicate) => run as unknown as Readable;

export function spreadOf(values: readonly MeasureValue[], scale: Scale): Spreading {
  return { scale, values, ...summarize(values) };
}

/**
 * A scenario's patterns over its runs.
 *
 * @param shown - The run that the page shows, once it has ended.
 */
export function findingsOf(
  scenario: Pick<Scenario, "name" | "reading" | "patterns">,
  runs: readonly Replicate[],
  shown: Readable | null,
): Finding[] {
  return scenario.patterns.map((pattern) => {
    const values = runs.map((run) => patternValue(pattern, scenario, readable(run)));
    const inside = values.filter((value) => isInside(pattern, value)).length;
    const spread = spreadOf(values, scaleOf(measureOf(pattern.measure).unit));
    const heldOut = calibration.heldOut?.[scenario.name]?.includes(pattern.name) ?? false;
    return { ...spread, pattern, inside, heldOut, shown: shown ? patternValue(pattern, scenario, shown) : undefined };
  });
}

/** Findings that the middle run meets. */
export function metByMedian(findings: readonly Finding[]): number {
  return findings.filter(({ pattern, median }) => isInside(pattern, median)).length;
}

/** Positions that an axis must hold: all runs, and the bounds that the paper gives. */
export function positionsOf({ pattern, values, shown }: Finding): number[] {
  const all = [...values, shown, pattern.low, pattern.high].map((value) => positionOf(value));
  return all.filter((p) => p !== null);
}

/** Whether something is set that the scenario as shipped has not. */
export function isChanged({ blocks, values, changes }: Setting): boolean {
  return Object.keys(blocks).length + Object.keys(values).length + changes.length > 0;
}

/** What both sides are compared by, at the end of their runs. */
export const OUTCOMES: readonly MeasureName[] = [
  "resolvedShare",
  "executedShare",
  "suspended",
  "meetings",
  "meanTrust",
  "meanBelonging",
  "participation",
  "organizations",
  "organizationsPerThousand",
  "federations",
];

export function outcomeLabel(name: MeasureName): Text {
  return measureOf(name).text;
}

export function outcomeOf(name: MeasureName, runs: readonly Replicate[]): Spreading {
  const values = runs.map(({ measures }) => measures[name] ?? null);
  return spreadOf(values, scaleOf(measureOf(name).unit));
}

export interface Difference {
  readonly pairs: number;
  readonly mean: number | null;
  readonly q05: MeasureValue;
  readonly q95: MeasureValue;
  /** Pairs in which the right side is higher, and lower. */
  readonly higher: number;
  readonly lower: number;
}

/** Right less left, pair by pair of the same replicate; null for dates. */
export function differenceOf(
  name: MeasureName,
  left: readonly Replicate[],
  right: readonly Replicate[],
): Difference | null {
  const others = new Map(right.map((run) => [run.replicate, run.measures[name]]));
  const pairs = left.map(({ replicate, measures }) => [measures[name], others.get(replicate)] as const);
  const known = pairs.filter((pair): pair is [number, number] => pair.every((v) => typeof v === "number"));
  if (known.length === 0) return null;
  const gaps = known.map(([a, b]) => b - a);
  const { q05, q95 } = summarize(gaps);
  const count = (test: (gap: number) => boolean) => gaps.filter(test).length;
  return { pairs: gaps.length, mean: meanOf(gaps), q05, q95, higher: count((g) => g > 0), lower: count((g) => g < 0) };
}
