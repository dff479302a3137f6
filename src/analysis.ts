/**
 * Statistics of many runs, published as `linli/analysis`.
 *
 * @packageDocumentation
 */
export { holm } from "./analysis/holm.ts";
export { bootstrapInterval, CONFIDENCE, halfWidth, type MeanInterval, tInterval } from "./analysis/intervals.ts";
export { Moments } from "./analysis/moments.ts";
export { type PairedDifference, pairedDifference } from "./analysis/paired.ts";
export { type PairedRow, type PairedRowsOptions, pairedRows } from "./analysis/pairedRows.ts";
export { type Differences, equivalenceP, pairedP } from "./analysis/pairedTest.ts";
export {
  evaluatePatterns,
  isInside,
  type PatternResult,
  type PatternResults,
  patternValue,
  type Readable,
} from "./analysis/patterns.ts";
export { type ReplicatesOptions, replicatesNeeded } from "./analysis/replicates.ts";
export type { At, CellRow, Rows } from "./analysis/runTable.ts";
export type { BootstrapOptions, Estimate } from "./analysis/sensitivity/bootstrap.ts";
export {
  type MorrisEffect,
  type MorrisEffects,
  type MorrisEffectsOptions,
  morrisEffects,
} from "./analysis/sensitivity/morrisEffects.ts";
export {
  type PairEstimate,
  type SobolIndices,
  type SobolIndicesOptions,
  sobolIndices,
} from "./analysis/sensitivity/sobolIndices.ts";
export {
  type SweepDesign,
  type SweepIndices,
  sweepIndices,
  variantMeans,
} from "./analysis/sensitivity/sweepIndices.ts";
export { type Band, type PointBands, seriesBands } from "./analysis/seriesBands.ts";
export {
  dividends,
  type Game,
  interactionIndex,
  type PairInteraction,
  shapleyValue,
} from "./analysis/shapley.ts";
export {
  type CellValues,
  type FactorShare,
  type GapShares,
  gapShares,
  type SetEstimate,
} from "./analysis/shapleyShares.ts";
export { tQuantile, tShare } from "./analysis/studentT.ts";
export { interval, mean, median, quantile, type Summary, sd, summarize } from "./analysis/summary.ts";
export { type SummaryCell, summaryHeader, summaryRows } from "./analysis/summaryRows.ts";
export { type Direction, isOnSide, jointVerdict, type Verdict, verdictOf } from "./analysis/verdict.ts";
