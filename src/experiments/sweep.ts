/** A sweep: the points and runs of a plan, each with its identity and seed. Nothing is run here. */
import { standardModel } from "../model/community.ts";
import type { BlockName } from "../model/context.ts";
import type { Model } from "../model/mechanism.ts";
import type { Changes } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";
import type { MeasureName } from "../observe/measures.ts";
import { axisValue, type SweepAxis, spaceAxis } from "./axes.ts";
import { declaredBy } from "./declared.ts";
import { designOf, sizeOf, takesLevels } from "./designCheck.ts";
import { type Design, settingAt } from "./designs/space.ts";
import { canonical, hashCode, hashStart, type RunParts, runId, runSeed, sortedEntries } from "./identity.ts";
import { type Place, pathText } from "./place.ts";
import type { AxisValue, Plan } from "./plan.ts";
import { axesOf, type CheckedPlan, checkPlan } from "./planCheck.ts";
import { swapName, withBlocks } from "./swap.ts";
import { checkLoaded, checkRuns, checkSize, placed } from "./sweepCheck.ts";

/**
 * Names a module so that any process loads the same: the name of a shipped scenario, or an absolute path with a hash of
 * what it holds (of its bundle, for TypeScript).
 */
export type ModuleRef = { readonly shipped: string } | { readonly path: string; readonly hash: string };

export interface LoadedScenario {
  readonly ref: ModuleRef;
  readonly scenario: Scenario;
}

/** Rules of a user's own, or a variant that is shipped. */
export interface LoadedModel {
  readonly ref: ModuleRef;
  readonly model: Model;
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
  readonly model?: LoadedModel;
}

export interface PointSwap {
  /** Index into `plan.swaps`. */
  readonly index: number;
  readonly blocks: readonly BlockName[];
  /** Name of the scenario that the blocks are taken from. */
  readonly from: string;
  /** Both, as a column holds them: `agenda+team from old-district`. */
  readonly name: string;
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
  /** Earlier points of the sweep whose runs are the same, which a design may hold; their ids must yet differ. */
  readonly copy: number;
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
  /** With its defaults filled in. */
  readonly plan: CheckedPlan;
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

export interface SweepOptions {
  /** Names a place of the plan for errors; its path by default. */
  readonly place?: Place;
}

/** A scenario as it is run at some points: with blocks of another, or as it is. */
interface Variant {
  readonly scenario: number;
  readonly swap?: PointSwap;
  readonly start: string;
  readonly until: string;
}

/**
 * The sweep of a plan, whose points and runs are all checked before any is run.
 *
 * Points are ordered by scenario, then by swap (without one first), then as the design orders them.
 *
 * @throws InputError as `checkPlan` does, and for scenarios, swaps, dates and values that do not fit together.
 */
export function sweepOf(given: Plan, loaded: Loaded, { place = pathText }: SweepOptions = {}): Sweep {
  const model = loaded.model?.model ?? standardModel;
  const plan = checkPlan(given, { model, place });
  const originals = loaded.scenarios.map((s) => s.scenario);
  checkLoaded(plan, originals, loaded.swaps?.length ?? 0, place);
  const declared = declaredBy(model);
  const axes = axesOf(plan, declared, place);
  const scenarios = originals.flatMap((_, s) => scenariosAt(plan, loaded, s, place));
  checkSize(sizeOf(plan.design, axes) * scenarios.length, axes.length, place);
  const design = designOf(plan.design, axes, plan.seed);
  const settings = design.map((point) => settingOf(axes, point));
  const variants = scenarios.map(({ scenario, at, swap }): Variant => {
    const until = plan.until ?? scenario.until;
    checkRuns(scenario, plan, settings, { declared, until, place });
    return { scenario: at, ...(swap ? { swap } : {}), start: hashStart(scenario), until };
  });
  return new PlannedSweep(plan, loaded, axes, takesLevels(plan.design) ? null : design, { variants, settings });
}

function settingOf(axes: readonly SweepAxis[], point: readonly number[]): SweepPoint["setting"] {
  const setting = settingAt(axes.map(spaceAxis), point);
  return Object.fromEntries(axes.map((axis) => [axis.name, axisValue(axis, setting[axis.name])]));
}

/** A scenario as it is, and with each swap; one that would take blocks from itself is left out. */
function scenariosAt(plan: Plan, { scenarios, swaps = [] }: Loaded, at: number, place: Place) {
  const own = scenarios[at]!.scenario;
  const swapped = (plan.swaps ?? []).flatMap(({ blocks }, index) => {
    const from = swaps[index]!.scenario;
    if (hashStart(from) === hashStart(own)) return [];
    const scenario = placed(["swaps", index], place, () => withBlocks(own, from, blocks));
    return [{ at, scenario, swap: { index, blocks, from: from.name, name: swapName(blocks, from.name) } }];
  });
  return [{ at, scenario: own, swap: undefined }, ...swapped];
}

class PlannedSweep implements Sweep {
  readonly plan: CheckedPlan;
  readonly loaded: Loaded;
  readonly axes: readonly string[];
  readonly design: Design | null;
  readonly points: readonly SweepPoint[];
  readonly #code: string;
  readonly #variants: readonly Variant[];
  readonly #perVariant: number;

  constructor(
    plan: CheckedPlan,
    loaded: Loaded,
    axes: readonly SweepAxis[],
    design: Design | null,
    { variants, settings }: { variants: readonly Variant[]; settings: readonly SweepPoint["setting"][] },
  ) {
    this.plan = plan;
    this.loaded = loaded;
    this.axes = axes.map((axis) => axis.name);
    this.design = design;
    this.#code = hashCode(loaded.version, loaded.model);
    this.#variants = variants;
    this.#perVariant = settings.length;
    this.points = pointsOf(plan, variants, settings);
  }

  get count(): number {
    return this.points.length * this.plan.replicates;
  }

  task(point: number, replicate: number): Task {
    const { values, swap, scenario, copy } = this.points[point]!;
    const { plan, loaded } = this;
    const { start, until } = this.#variants[Math.floor(point / this.#perVariant)]!;
    const { seed: rootSeed, paired, measures, series, events } = plan;
    const parts: RunParts = { code: this.#code, start, until, values, rootSeed, replicate, paired, copy };
    return {
      ...{ id: runId(parts), point, replicate, seed: runSeed(parts) },
      scenario: loaded.scenarios[scenario]!.ref,
      ...(swap ? { swap: { from: loaded.swaps![swap.index]!.ref, blocks: swap.blocks } } : {}),
      ...(loaded.model ? { model: loaded.model.ref } : {}),
      ...{ values, until, measures, series, events },
    };
  }

  get tasks(): Iterable<Task> {
    const make = () => this.#tasks();
    return { [Symbol.iterator]: make };
  }

  *#tasks(): Generator<Task> {
    for (const { index } of this.points)
      for (let replicate = 0; replicate < this.plan.replicates; replicate++) yield this.task(index, replicate);
  }
}

function pointsOf(plan: Plan, variants: readonly Variant[], settings: readonly SweepPoint["setting"][]): SweepPoint[] {
  const seen = new Map<string, number>();
  return variants.flatMap(({ scenario, swap, start, until }, v) =>
    settings.map((setting, k) => {
      const values = Object.fromEntries(sortedEntries({ ...plan.values, ...setting }));
      const key = start + until + canonical(values);
      const copy = seen.get(key) ?? 0;
      seen.set(key, copy + 1);
      return { index: v * settings.length + k, scenario, ...(swap ? { swap } : {}), setting, values, copy };
    }),
  );
}
