/**
 * Linli: how neighbors come to govern themselves. Scenarios are at `linli/scenarios`, networks in and out at
 * `linli/networks`, sweeps at `linli/experiments`, statistics at `linli/analysis`, the test kit at `linli/testing`.
 *
 * @packageDocumentation
 */

// Plan many runs: points of a design, each with its identity and seed.
export type { AxisPlan, AxisRange, AxisValue, DesignPlan, Plan, SwapPlan } from "./experiments/plan.ts";
export { type CheckedPlan, checkPlan } from "./experiments/planCheck.ts";
export { planSchema } from "./experiments/planSchema.ts";
export { withBlocks } from "./experiments/swap.ts";
export {
  type Loaded,
  type LoadedScenario,
  type ModuleRef,
  type Sweep,
  type SweepPoint,
  sweepOf,
  type Task,
} from "./experiments/sweep.ts";
export { Arena } from "./kernel/arena.ts";
export { InputError } from "./kernel/check.ts";
export { type Clock, createClock, parseDate } from "./kernel/clock.ts";
export { clamp, exp, log, logistic, logit, power, weeklyRetention } from "./kernel/math.ts";
export { Groups } from "./kernel/order.ts";
export { below, bits, fillUniform, identityOf, type Key, replicateSeed, shuffle, uniform } from "./kernel/random.ts";
export { Listing, Relation } from "./kernel/relation.ts";
export { type ColumnSpec, f32, fixed, i32, Table, u8 } from "./kernel/table.ts";
export { Ties } from "./kernel/ties.ts";
// Change the rules: replace, add or remove a mechanism of the week.
export { type ParameterName, standardModel } from "./model/community.ts";
export type { FieldValues, GrantRound, IssueKind, StartOrganization, SteeredGroup } from "./model/context.ts";
export { BLOCK_NAMES, type BlockName, type Context, FIELDS, type Field } from "./model/context.ts";
export { checkContext } from "./model/contextCheck.ts";
export type { Binding, EventKind, Logger, Parameter, Parameters, ParameterValues } from "./model/mechanism.ts";
export { type AnyMechanism, defineMechanism, type Mechanism, Model, parameter } from "./model/mechanism.ts";
export { stepTrust } from "./model/mechanisms/stepTrust.ts";
// Who belongs where, kept consistent: what a mechanism does to organizations, memberships and seats.
export {
  capability,
  dissolve,
  enroll,
  fitOf,
  MOST_MEMBERSHIPS,
  seatDelegate,
  withdraw,
} from "./model/membership.ts";
export type { Arc, Network, NetworkNode } from "./model/network.ts";
export type { Change, Changes, RunOptions } from "./model/run.ts";
// Describe a neighborhood: seven blocks of context, with sources and patterns.
export { checkScenario, type Fact, type Pattern, type Scenario } from "./model/scenario.ts";
export type { NeedName, RoleName, Text } from "./model/vocabulary.ts";
export {
  FOCUS,
  NEED,
  NEEDS,
  ORIENTATIONS,
  RESIDENTS_ACT,
  ROLE,
  ROLES,
  RUNGS,
  STATE,
  STATES,
} from "./model/vocabulary.ts";
export type { World } from "./model/world.ts";
export { type Measure, type MeasureValue, measure, Reading } from "./observe/measure.ts";
// Measure it, with the measures at hand or one's own.
export { MEASURE_NAMES, MEASURES, type MeasureName, type Measures, measureOf } from "./observe/measures.ts";
export type { Recorded } from "./observe/recorder.ts";
export type { Series } from "./observe/series.ts";
// Run a neighborhood: step it, change it, fork it, hold it and go on.
export {
  type DatedChange,
  type Result,
  resume,
  Simulation,
  type SimulationOptions,
  simulate,
} from "./observe/simulation.ts";
