/** One replicate: from a job that can be sent to a thread to an outcome that can be sent back. */
import type { LoadedModel } from "../experiments/sweep.ts";
import type { Arena } from "../kernel/arena.ts";
import { InputError } from "../kernel/check.ts";
import { replicateSeed } from "../kernel/random.ts";
import type { Network } from "../model/network.ts";
import type { Changes } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";
import type { MeasureValue } from "../observe/measure.ts";
import type { MeasureName } from "../observe/measures.ts";
import type { Language } from "../observe/naming.ts";
import { emptySeries, record } from "../observe/recorder.ts";
import type { Series } from "../observe/series.ts";
import { type DatedChange, type Simulation, type SimulationOptions, simulate } from "../observe/simulation.ts";
import { type EventRecord, events, type StoryLine, story } from "../observe/story.ts";
import { stackOf } from "./stack.ts";
import { tiesAsGexf } from "./ties.ts";

export interface Job {
  readonly scenario: Scenario;
  readonly rootSeed: string;
  readonly replicate: number;
  /** Seed of the run; made of the two above if absent. */
  readonly seed?: string;
  /** Its rules; the standard ones if absent. A thread loads them anew. */
  readonly model?: LoadedModel;
  readonly values: Changes;
  /** What is set on the way. */
  readonly changes?: readonly DatedChange[];
  readonly until?: string;
  readonly network?: Network;
  /** Record the series every week. */
  readonly weekly: boolean;
  /** Tell the story in so many lines at most; 0: do not. */
  readonly storyLines: number;
  readonly lang: Language;
  /** Measures to read; all if absent. */
  readonly measures?: readonly MeasureName[];
  /** Return the social graph at the end. */
  readonly ties: boolean;
}

export type Values = Readonly<Record<string, MeasureValue>>;

export interface Outcome {
  readonly scenario: string;
  readonly replicate: number;
  readonly seed: string;
  readonly hash: string;
  /** Date on which the run began. */
  readonly start: string;
  /** Measures at the scenario's reading date (empty if the run ended before), at the end, and by date. */
  readonly reading: Values;
  readonly measures: Values;
  readonly readings: Readonly<Record<string, Values>>;
  readonly series: Series;
  /** Dates of the series' ticks. */
  readonly dates: readonly string[];
  readonly events: readonly EventRecord[];
  /** Ticks of the events. */
  readonly ticks: readonly number[];
  readonly story: readonly StoryLine[];
  readonly ties: string | null;
}

/** A replicate that broke down: it can be run again by its seed. */
export interface Failure {
  readonly scenario: string;
  readonly replicate: number;
  readonly seed: string;
  readonly failed: string;
  /** Where it broke down. */
  readonly stack: string | null;
  /** The input was wrong, not the program. */
  readonly input: boolean;
}

export type Replicate = Outcome | Failure;

export function isFailure(replicate: Replicate): replicate is Failure {
  return "failed" in replicate;
}

/** The replicates that came to their end. */
export function finishedOf(replicates: readonly Replicate[]): Outcome[] {
  return replicates.filter((r): r is Outcome => !isFailure(r));
}

export const seedOf = ({ seed, rootSeed, replicate }: Job) => seed ?? replicateSeed(rootSeed, replicate);

/** A simulation as a job asks for it, at its start. Throws an InputError if it cannot be. */
export function simulationOf(job: Job, more: Partial<SimulationOptions> = {}): Simulation {
  return simulate(job.scenario, {
    seed: seedOf(job),
    values: job.values,
    ...(job.changes === undefined ? {} : { changes: job.changes }),
    ...(job.until === undefined ? {} : { until: job.until }),
    ...(job.model === undefined ? {} : { model: job.model.model }),
    ...(job.network === undefined ? {} : { network: job.network }),
    ...(job.measures === undefined ? {} : { measures: job.measures }),
    ...more,
  });
}

/** Runs a job, in the memory of the job before. An error becomes a failure, so that the other replicates go on. */
export function runJob(job: Job, memory: Arena): Replicate {
  try {
    return finished(job, memory);
  } catch (error) {
    return failure(job, error);
  }
}

/** The failure of a job. */
export function failure(job: Job, error: unknown): Failure {
  const seed = seedOf(job);
  const failed = error instanceof Error ? error.message : String(error);
  const { scenario, replicate } = job;
  const [stack, input] = [stackOf(error), error instanceof InputError];
  return { scenario: scenario.name, replicate, seed, failed, stack, input };
}

function finished(job: Job, memory: Arena): Outcome {
  const simulation = simulationOf(job, { memory });
  const weekly = emptySeries();
  while (!simulation.finished) {
    simulation.step();
    if (job.weekly) record(weekly, simulation.run);
  }
  const { seed, hash, measures, readings, series } = simulation.finish();
  const kept = job.weekly ? weekly : series;
  return {
    scenario: job.scenario.name,
    replicate: job.replicate,
    seed,
    hash,
    start: simulation.run.clock.start,
    reading: readings[job.scenario.reading] ?? {},
    measures,
    readings,
    series: kept,
    dates: kept.tick.map((tick) => simulation.run.clock.date(tick)),
    events: events(simulation),
    ticks: [...simulation.run.log.columns().tick],
    story: job.storyLines > 0 ? story(simulation, job.lang, { lines: job.storyLines }) : [],
    ties: job.ties ? tiesAsGexf(simulation.run) : null,
  };
}
