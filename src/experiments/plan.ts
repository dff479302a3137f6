/** What a plan of a sweep says: scenarios, axes, a design, replicates and a seed. Plain data, as a file holds it. */
import type { BlockName } from "../model/context.ts";
import type { Changes } from "../model/run.ts";
import type { MeasureName } from "../observe/measures.ts";

/** What a parameter or context field is set to. */
export type AxisValue = number | string | boolean | null | readonly unknown[] | object;

/** Numbers from one end to the other; the ends are those of the declared range where they are left out. */
export interface AxisRange {
  readonly from?: number;
  readonly to?: number;
  /** Values of a grid, both ends among them. Whole numbers need none: every one is taken. */
  readonly steps?: number;
}

/** A range of numbers, or a list of values, for a declared parameter or context field. */
export type AxisPlan = readonly AxisValue[] | AxisRange | { readonly values: readonly AxisValue[] };

/** How points are laid into the space of the axes. */
export type DesignPlan =
  | "grid"
  | "list"
  | { readonly latinHypercube: number; readonly maximin?: number }
  | { readonly sobol: number; readonly scramble?: boolean }
  | { readonly morris: number; readonly levels?: number }
  | { readonly saltelli: number; readonly secondOrder?: boolean };

/** A variant of every scenario: blocks of its context are those of another. */
export interface SwapPlan {
  readonly blocks: readonly BlockName[];
  /** A scenario, named as in `scenarios`. */
  readonly from: string;
}

export interface Plan {
  readonly name?: string;
  /** Names of shipped scenarios, or paths of modules and JSON files, relative to the plan's folder. */
  readonly scenarios: readonly string[];
  /** By the dotted name of a parameter or context field. Without any, a scenario is one point. */
  readonly axes: Readonly<Record<string, AxisPlan>>;
  /** Runs a point. */
  readonly replicates: number;
  /** Root seed: any text or number. */
  readonly seed: string | number;
  /** `grid` by default. */
  readonly design?: DesignPlan;
  /** Set in every run. */
  readonly values?: Changes;
  /** Each adds a variant of every scenario. */
  readonly swaps?: readonly SwapPlan[];
  /** Measures read at the reading date and at the end; all by default. */
  readonly measures?: readonly MeasureName[];
  /** Last date of a run; the scenario's by default. */
  readonly until?: string;
  /** Weeks between records of the series; 0, the default: no series. */
  readonly series?: number;
  /** Keep the events; true by default. */
  readonly events?: boolean;
  /** Replicate r has the same seed at every point (common random numbers); true by default. */
  readonly paired?: boolean;
  /** A module whose `default` or `model` is a model, or a function that makes one of the standard model. */
  readonly model?: string;
}
