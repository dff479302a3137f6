/**
 * Trials: arms that are all run with the same draws of values and by the same seeds.
 *
 * A sweep lays one space of settings over scenarios; trials hold treatments against one another, each under its own
 * scenario, model and values, over draws that stand for what is not known (a prior, or a posterior). The run of an arm
 * shares its seed with those of the other arms at the same draw and replicate, and with no other run.
 */
import { InputError } from "../kernel/check.ts";
import { replicateSeed } from "../kernel/random.ts";
import { standardModel } from "../model/community.ts";
import type { Changes } from "../model/run.ts";
import type { MeasureName } from "../observe/measures.ts";
import { declaredBy } from "./declared.ts";
import { hashCode, hashStart, runId, sortedEntries } from "./identity.ts";
import { pathText } from "./place.ts";
import { type CheckedPlan, knownName } from "./planCheck.ts";
import type { Loaded, LoadedScenario, Sweep, SweepPoint, Task } from "./sweep.ts";

/** One treatment: a scenario with what is set in it, under a model. */
export interface Arm {
  readonly name: string;
  readonly scenario: LoadedScenario;
  /** The standard model if absent. */
  readonly model?: NonNullable<Loaded["model"]>;
  readonly values?: Changes;
}

/** What is set in all arms, and in single ones besides. An arm's own values go before those of a draw. */
export interface Draw {
  readonly values: Changes;
  /** By the name of an arm. */
  readonly arms?: Readonly<Record<string, Changes>>;
  /** What its seeds are made of: its place among the draws by default. A part of them elsewhere keeps its seeds by it. */
  readonly number?: number;
}

export interface Trials {
  readonly name: string;
  readonly seed: string | number;
  readonly arms: readonly Arm[];
  readonly draws: readonly Draw[];
  /** Runs of an arm with each draw. */
  readonly replicates: number;
  readonly measures: readonly MeasureName[];
  /** Last date of the runs; each scenario's own by default. */
  readonly until?: string;
}

/** The draw of nothing: every value as the scenario and the defaults have it. */
export const NO_DRAW: Draw = { values: {} };

/** What a directory of trials holds in the place of a sweep's plan. */
type TrialsPlan = CheckedPlan & { readonly arms: readonly object[]; readonly draws: readonly Draw[] };

/**
 * The runs of trials as a sweep, which is run and gone on with like any other. Points are ordered by arm, then by draw.
 *
 * @param version of the package, which the ids of runs hold.
 * @throws InputError for a value that is not declared or out of range, or two arms of one name.
 */
export function trialsOf(trials: Trials, version: string): Sweep {
  const { arms, draws, replicates } = trials;
  const twice = arms.find(({ name }, k) => arms.findIndex((arm) => arm.name === name) !== k);
  if (twice) throw new InputError(`arm "${twice.name}" is given twice; every arm needs a name of its own`);
  const plan = planOf(trials);
  const points = arms.flatMap((arm, a) => draws.map((draw, d) => pointOf(arm, draw, a, a * draws.length + d)));
  const codes = arms.map(({ model }) => hashCode(version, model));
  const starts = arms.map(({ scenario }) => hashStart(scenario.scenario));
  const task = (point: number, replicate: number): Task => {
    const { scenario: a, values } = points[point]!;
    const arm = arms[a]!;
    const until = trials.until ?? arm.scenario.scenario.until;
    const { number = point % draws.length } = draws[point % draws.length]!;
    const id = runId({
      ...{
        code: codes[a]!,
        start: starts[a]!,
        until,
        values,
        rootSeed: `${trials.seed}#${arm.name}#${number}`,
        replicate,
      },
    });
    return {
      ...{ id, point, replicate, seed: replicateSeed(trials.seed, number * replicates + replicate) },
      scenario: arm.scenario.ref,
      ...(arm.model ? { model: arm.model.ref } : {}),
      ...{ values, until, measures: trials.measures, series: 0, events: false },
    };
  };
  return {
    plan,
    loaded: { version, scenarios: arms.map((arm) => arm.scenario) },
    axes: Object.keys(plan.axes),
    points,
    design: null,
    count: points.length * replicates,
    task,
    tasks: {
      *[Symbol.iterator]() {
        for (let p = 0; p < points.length; p++) for (let r = 0; r < replicates; r++) yield task(p, r);
      },
    },
  };
}

function pointOf({ name, model, values }: Arm, draw: Draw, scenario: number, index: number): SweepPoint {
  const all = { ...draw.values, ...draw.arms?.[name], ...values };
  const declared = declaredBy(model?.model ?? standardModel);
  for (const [key, value] of Object.entries(all)) {
    const path = [name, key];
    knownName(key, declared, path, pathText).check(value, path, pathText);
  }
  return { index, scenario, setting: {}, values: Object.fromEntries(sortedEntries(all)) as Changes, copy: 0 };
}

/** Numbers that draws set in all arms are columns of the results; all else stands in their `values`. */
function planOf({ name, seed, arms, draws, replicates, measures, until }: Trials): TrialsPlan {
  const axes = Object.entries(draws[0]?.values ?? {}).filter(([, value]) => typeof value === "number");
  return {
    ...{ name, seed, replicates, measures, design: "list", series: 0, events: false, paired: true },
    scenarios: arms.map(({ scenario }) => scenario.scenario.name),
    axes: Object.fromEntries(axes.map(([axis]) => [axis, draws.map((draw) => draw.values[axis] as number)])),
    ...(until === undefined ? {} : { until }),
    arms: arms.map(({ name, scenario, model, values }) => ({
      name,
      scenario: scenario.ref,
      model: model?.ref,
      values,
    })),
    draws,
  };
}
