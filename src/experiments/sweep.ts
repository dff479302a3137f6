/** A sweep: the points and runs of a plan, each with its identity and seed. Nothing is run here. */
import type { BlockName } from "../model/context.ts";
import type { Model } from "../model/mechanism.ts";
import type { Changes } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";
import type { MeasureName } from "../observe/measures.ts";
import type { Design } from "./designs/space.ts";
import type { AxisValue, Plan } from "./plan.ts";

/**
 * Names a module so that any process loads the same: the name of a shipped scenario, or an absolute path with a hash of
 * what it holds (of its bundle, for TypeScript).
 */
export type ModuleRef = { readonly shipped: string } | { readonly path: string; readonly hash: string };

export interface LoadedScenario {
  readonly ref: ModuleRef;
  readonly scenario: Scenario;
}

/** What a plan names, loaded. */
export interface Loaded {
  /** Version of the package. */
  readonly version: string;
  /** In the order of `plan.scenarios`. */
  readonly scenarios: readonly LoadedScenario[];
  /** The scenario that each of `plan.swaps` takes its blocks from, in their order. */
  readonly swaps?: readonly LoadedScenario[];
  /** The standard model if absent. */
  readonly model?: { readonly ref: ModuleRef; readonly model: Model };
}

export interface PointSwap {
  /** Index into `plan.swaps`. */
  readonly index: number;
  readonly blocks: readonly BlockName[];
  /** Name of the scenario that the blocks are taken from. */
  readonly from: string;
}

export interface SweepPoint {
  readonly index: number;
  /** Index into the loaded scenarios. */
  readonly scenario: number;
  readonly swap?: PointSwap;
  /** Values of the axes, by name. */
  readonly setting: Readonly<Record<string, AxisValue>>;
  /** All that is set: the plan's values and those of the axes, sorted by name. */
  readonly values: Changes;
}

/** One run of a sweep: JSON that any executor passes to any process; never functions. */
export interface Task {
  readonly id: string;
  readonly point: number;
  readonly replicate: number;
  readonly seed: string;
  readonly scenario: ModuleRef;
  readonly swap?: { readonly from: ModuleRef; readonly blocks: readonly BlockName[] };
  readonly model?: ModuleRef;
  readonly values: Changes;
  readonly until: string;
  readonly measures: readonly MeasureName[];
  /** Weeks between records of the series; 0: no series. */
  readonly series: number;
  readonly events: boolean;
}

export interface Sweep {
  readonly plan: Plan;
  readonly loaded: Loaded;
  /** Names of the axes, in the plan's order. */
  readonly axes: readonly string[];
  readonly points: readonly SweepPoint[];
  /** Points of the unit cube, in the order of the points of one variant; null for a grid or list. */
  readonly design: Design | null;
  /** Runs in all. */
  readonly count: number;
  /** The run of a replicate at a point; the replicate may lie beyond those of the plan. */
  task(point: number, replicate: number): Task;
  /** Every run, point by point, made as it is asked for. */
  readonly tasks: Iterable<Task>;
}

/**
 * The sweep of a plan that was checked.
 *
 * @throws InputError for whatever cannot be run, before anything is.
 */
export function sweepOf(plan: Plan, loaded: Loaded): Sweep {
  void [plan, loaded];
  throw new Error("not built yet");
}
