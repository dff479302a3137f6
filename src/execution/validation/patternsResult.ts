/** What the part on patterns results in. */
import type { ShareInterval } from "../../analysis/wilson.ts";
import type { Text } from "../../model/vocabulary.ts";
import type { MeasureValue } from "../../observe/measure.ts";

/** A pattern over the replicates. */
export interface PatternRow {
  readonly name: string;
  readonly text: Text;
  readonly reported: Text;
  readonly unit: string;
  /** Date at which it is read. */
  readonly at: string;
  readonly low: number | string | null;
  readonly high: number | string | null;
  readonly median: MeasureValue;
  readonly q05: MeasureValue;
  readonly q95: MeasureValue;
  readonly inside: ShareInterval;
  /** Whether the calibration used it or kept it for this check; null of a scenario that is not calibrated. */
  readonly use: "calibration" | "heldOut" | null;
  readonly medianInside: boolean;
}

export interface ScenarioPatterns {
  readonly scenario: string;
  readonly title: Text;
  readonly patterns: readonly PatternRow[];
  /** Replicates that meet every pattern. */
  readonly all: ShareInterval;
  readonly failed: number;
}

export interface PatternsResult {
  readonly seed: string;
  readonly replicates: number;
  readonly scenarios: readonly ScenarioPatterns[];
}
