/** One task of a sweep, run in this process: from JSON to rows in a segment. */
import { performance } from "node:perf_hooks";
import type { Task } from "../experiments/sweep.ts";
import type { Arena } from "../kernel/arena.ts";
import type { Model } from "../model/mechanism.ts";
import type { Scenario } from "../model/scenario.ts";
import type { MeasureValue } from "../observe/measure.ts";
import type { Measures } from "../observe/measures.ts";
import { emptySeries, record } from "../observe/recorder.ts";
import type { Series } from "../observe/series.ts";
import { type Simulation, simulate } from "../observe/simulation.ts";
import { events } from "../observe/story.ts";
import type { Cell } from "./csv.ts";
import type { RunRows } from "./segments.ts";
import { type RunOutcome, runCells, type StoreSpec } from "./store.ts";

/** What the modules that a task names hold. */
export interface Setup {
  /** With blocks swapped, if the task says so. */
  readonly scenario: Scenario;
  /** Name of the scenario that blocks were taken from. */
  readonly from?: string;
  /** The standard model if absent. */
  readonly model?: Model;
}

/** Loads what a task names. Throws an InputError if a module is gone, or is not what it was when the sweep was planned. */
export type Prepare = (task: Task) => Promise<Setup>;

/** How a run ended, told by whoever ran it. Its rows are in the store by then. */
export interface TaskReport {
  readonly id: string;
  readonly point: number;
  readonly replicate: number;
  readonly status: "finished" | "failed";
  readonly reason?: string;
  /** Wall time. */
  readonly ms: number;
  /** `reading_…` and `final_…`. */
  readonly measures: Readonly<Record<string, MeasureValue>>;
  /** The worker died, so that no one has written a row of this run. */
  readonly lost?: true;
}

/** Runs a task, in the memory of the task before. An error of the run is its outcome: the same seed fails again. */
export function performTask(
  task: Task,
  setup: Setup,
  memory: Arena,
  spec: StoreSpec,
): { readonly report: TaskReport; readonly rows: RunRows } {
  const begun = performance.now();
  const { id, point, replicate } = task;
  const { outcome, series, events } = outcomeOf(task, setup, memory);
  const ms = Math.round((performance.now() - begun) * 1000) / 1000;
  const { reason, measures } = outcome;
  const status = reason === undefined ? "finished" : "failed";
  const report = { id, point, replicate, status, ms, measures, ...(reason === undefined ? {} : { reason }) } as const;
  return { report, rows: { run: runCells(spec, task, outcome), series, events, ms } };
}

type Outcome = { outcome: RunOutcome } & Pick<RunRows, "series" | "events">;

function outcomeOf(task: Task, setup: Setup, memory: Arena): Outcome {
  const names = { scenario: setup.scenario.name, from: setup.from };
  try {
    return finished(task, setup, memory, names);
  } catch (error) {
    const reason = (error instanceof Error && error.message) || String(error);
    return { outcome: { ...names, reason, measures: {} }, series: [], events: [] };
  }
}

function finished(task: Task, { scenario, model }: Setup, memory: Arena, names: Omit<RunOutcome, "measures">): Outcome {
  const { seed, values, until, measures } = task;
  const simulation = simulate(scenario, { seed, values, until, measures, memory, ...(model ? { model } : {}) });
  // the simulation's own series is what trends are measured on, whatever is kept
  const kept = emptySeries();
  while (!simulation.finished) {
    simulation.step();
    if (task.series > 0 && simulation.run.tick % task.series === 0) record(kept, simulation.run);
  }
  const result = simulation.finish();
  const read = {
    ...prefixed("reading", result.readings[scenario.reading] ?? {}),
    ...prefixed("final", result.measures),
  };
  return {
    outcome: { ...names, hash: result.hash, measures: read },
    series: seriesRows(task.id, simulation, kept),
    events: task.events ? eventRows(task.id, simulation) : [],
  };
}

function prefixed(at: string, measures: Partial<Measures>): Record<string, MeasureValue> {
  return Object.fromEntries(Object.entries(measures).map(([name, value]) => [`${at}_${name}`, value]));
}

function seriesRows(id: string, { run }: Simulation, series: Series): Cell[][] {
  const columns = Object.values(series.columns);
  return series.tick.map((tick, k) => [id, tick, run.clock.date(tick), ...columns.map((column) => column[k]!)]);
}

function eventRows(id: string, simulation: Simulation): Cell[][] {
  const { tick } = simulation.run.log.columns();
  return events(simulation).map(({ date, kind, who, reason }, e) => [id, tick[e]!, date, kind, who, reason]);
}
