/**
 * Many runs from a script, published as `linli/experiments`:
 *
 * ```ts
 * const result = await runSweep(await loadPlan("plan.yaml"), { dir: "results" });
 * ```
 *
 * @packageDocumentation
 */

// Calibrate parameters to the patterns of scenarios.
export { calibrate, readPosterior } from "./execution/calibration/calibrate.ts";
export { type Calibration, loadCalibration } from "./execution/calibration/load.ts";
export type { CalibrationResult, PosteriorDraw } from "./execution/calibration/result.ts";
export { type CalibrateOptions, type CalibrationProgress, CalibrationStopped } from "./execution/calibration/runs.ts";
// Claims, each tested by paired experiments.
export { type ClaimsOptions, type ClaimsResult, runClaims } from "./execution/claims/runClaims.ts";
// Run a sweep, or go on with one.
export type { Executor } from "./execution/executor.ts";
export { writePage as writeExplainPage } from "./execution/explain/page.ts";
export { type ExplainRun, type ExplainRunOptions, explain } from "./execution/explain/run.ts";
export { StoreError } from "./execution/files.ts";
export { inline } from "./execution/inline.ts";
export { type Merged, mergeStores } from "./execution/merge.ts";
// Plans from files, or in hand; with the scenarios that they name.
export { loadPlan, loadSweep, type PlanFile, readPlanFile } from "./execution/plans.ts";
export { type Picture, reportFigures } from "./execution/report/pictures.ts";
export type { ReportOptions } from "./execution/report/read.ts";
export { reportHtml } from "./execution/report/reportHtml.ts";
export { type Progress, type RunNote, runSweep, type SweepOptions, type SweepResult } from "./execution/run.ts";
export { findScenario } from "./execution/scenarios.ts";
export {
  type Adaptive,
  type Manifest,
  readManifest,
  type Shard,
  type StoreSpec,
  type UntilCi,
} from "./execution/store.ts";
export type { TaskReport } from "./execution/task.ts";
export { type ThreadsOptions, threads } from "./execution/threads.ts";
export { runTrials, type TrialOptions, type TrialResults } from "./execution/trials.ts";
export type { CalibrationPlan, Prior, Priors } from "./experiments/calibration/plan.ts";
export type { Claim, ClaimArm, ClaimTest, Frozen } from "./experiments/claims/claim.ts";
export { CLAIMS as claims } from "./experiments/claims/claims.ts";
export type { ClaimResult, Tag, TestResult } from "./experiments/claims/judge.ts";
// Designs: points of the unit cube, and what they set.
export { grid } from "./experiments/designs/grid.ts";
export { type LatinHypercubeOptions, latinHypercube } from "./experiments/designs/latinHypercube.ts";
export { list } from "./experiments/designs/list.ts";
export { type MorrisOptions, morris } from "./experiments/designs/morris.ts";
export { type SaltelliOptions, saltelli } from "./experiments/designs/saltelli.ts";
export { type SobolOptions, sobolSequence } from "./experiments/designs/sobolSequence.ts";
export {
  type Axis,
  type ChoiceAxis,
  type Design,
  type NumberAxis,
  type Point,
  type Setting,
  settingAt,
  settingsOf,
  type Value,
  valueAt,
} from "./experiments/designs/space.ts";
export type {
  BlockSet,
  BlockShare,
  ExplainedOutcome,
  ExplainResult,
  OutcomeShares,
} from "./experiments/explainResult.ts";
export type { AxisPlan, AxisRange, AxisValue, DesignPlan, Plan, SwapPlan } from "./experiments/plan.ts";
export { type CheckedPlan, checkPlan } from "./experiments/planCheck.ts";
export { planSchema } from "./experiments/planSchema.ts";
export { type Loaded, type ModuleRef, type Sweep, type SweepPoint, sweepOf, type Task } from "./experiments/sweep.ts";
export { type Arm, type Draw, type Trials, trialsOf } from "./experiments/trials.ts";
export { InputError } from "./kernel/check.ts";
