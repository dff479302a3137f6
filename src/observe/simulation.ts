/** A run with its recorder: what a modeler steps, reads, changes and forks. */
import { InputError } from "../kernel/check.ts";
import { standardModel } from "../model/community.ts";
import { checkRanges } from "../model/ranges.ts";
import { type Change, type Changes, Run, type RunOptions } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";
import { capture, fitting, restore, revive, snapshot } from "../model/snapshot.ts";
import { Reading } from "./measure.ts";
import { MEASURE_NAMES, type MeasureName, type Measures, measureOf, readMeasures } from "./measures.ts";
import { emptySeries, type RECORDED, type Recorded, record, recordedAs, STANDARD_SERIES } from "./recorder.ts";
import type { Series } from "./series.ts";

/** What is set in the course of a run, from the week that holds the date on. */
export interface DatedChange {
  readonly date: string;
  /** Parameters and context fields by dotted name; none of `start`, which is settled when a run begins. */
  readonly values: Changes;
}

export interface SimulationOptions extends RunOptions {
  /** What changes on the way: as if `change` were called when the run stands at each of the dates. */
  readonly changes?: readonly DatedChange[];
  /** Last date of the run; the scenario's by default. */
  readonly until?: string;
  /** Weeks between records of the series. */
  readonly every?: number;
  /** What the series holds: names of what is recorded as a rule (the default: all of it), or measures of one's own. */
  readonly record?: readonly (Recorded | keyof typeof RECORDED)[];
  /** Measures to read; all by default. Those of the graph cost as much as weeks of a run: leave them out where unused. */
  readonly measures?: readonly MeasureName[];
}

/** What a finished run tells. */
export interface Result {
  readonly scenario: string;
  readonly seed: string;
  /** Hash of the final state: equal for equal runs. */
  readonly hash: string;
  /** Measures at the end. */
  readonly measures: Measures;
  /** Measures by date: the scenario's reading date and every date at which a pattern is read. */
  readonly readings: Readonly<Record<string, Measures>>;
  readonly series: Series;
}

const RECORD_EVERY = 4;
/** Weeks between checks of the ranges of columns, each of which costs a tenth of a week or so. */
const CHECK_EVERY = 13;

/** Dates at which a scenario is read, apart from its end. */
export function readingDates(scenario: Scenario): string[] {
  const dates = scenario.patterns
    .map((p) => (p.at === "reading" ? scenario.reading : p.at))
    .filter((d) => d !== "final");
  return [...new Set([scenario.reading, ...dates])].sort();
}

/** What a simulation knows beside its run, as plain data. */
export interface Notes {
  readonly until: number;
  readonly every: number;
  readonly series: Series;
  readonly readings: Record<string, Measures>;
  readonly names: readonly MeasureName[];
  /** What changes on the way, each at its tick. */
  readonly coming: readonly Change[];
}

export class Simulation {
  /** The bare run: tables, log, model. */
  readonly run: Run;
  readonly #notes: Notes;
  readonly #recorded: readonly Recorded[];
  /** Dates at which all is measured, by their ticks. */
  readonly #readAt = new Map<number, string[]>();

  /** @param own - Measures of one's own that the series holds. */
  constructor(run: Run, notes: Notes, own: readonly Recorded[] = []) {
    this.run = run;
    this.#notes = notes;
    this.#recorded = recordedAs(Object.keys(notes.series.columns), own);
    for (const date of readingDates(run.scenario)) {
      const tick = run.clock.tick(date);
      this.#readAt.set(tick, [...(this.#readAt.get(tick) ?? []), date]);
    }
  }

  get scenario(): Scenario {
    return this.run.scenario;
  }

  /** The date on which the coming week begins. */
  get date(): string {
    return this.run.date;
  }

  get seed(): string {
    return this.run.seed;
  }

  get series(): Series {
    return this.#notes.series;
  }

  /** The measures now. Throws if a rule of one's own has left the range of a column. */
  get measures(): Measures {
    this.run.checkMemory();
    this.#checkRanges();
    return readMeasures(new Reading(this.run, this.#notes.series), this.#notes.names);
  }

  /** Last tick of the run, exclusive. */
  get until(): number {
    return this.#notes.until;
  }

  get finished(): boolean {
    return this.run.tick >= this.#notes.until;
  }

  /** Writes the present state into the series. A step does so by itself, every so many weeks. */
  record(): this {
    this.run.checkMemory();
    record(this.#notes.series, this.run, this.#recorded);
    return this;
  }

  /** Does one week; nothing once the run has ended. */
  step(): this {
    if (this.finished) return this;
    for (const change of this.#notes.coming) if (change.tick === this.run.tick) this.run.change(change.values);
    this.run.step();
    const { tick } = this.run;
    if (tick % CHECK_EVERY === 0) this.#checkRanges();
    if (tick % this.#notes.every === 0) this.record();
    for (const date of this.#readAt.get(tick) ?? []) this.#notes.readings[date] = this.measures;
    return this;
  }

  /** The standard rules keep every range; rules of one's own are not taken at their word. */
  #checkRanges(): void {
    if (this.run.model !== standardModel) checkRanges(this.run);
  }

  /** Steps until the coming week begins on or after `date` (or is that tick). Throws an InputError if that is past. */
  stepTo(date: string | number): this {
    const target = typeof date === "number" ? date : this.run.clock.tick(date);
    if (target < this.run.tick) throw new InputError(`cannot step back to ${date}: the run stands at ${this.date}`);
    while (this.run.tick < target && !this.finished) this.step();
    return this;
  }

  /** Runs to the end and tells the result. */
  finish(): Result {
    this.stepTo(this.#notes.until);
    const { scenario, run } = this;
    const measures = this.measures;
    return {
      scenario: scenario.name,
      seed: run.seed,
      hash: run.hash(),
      measures,
      readings: { ...this.#notes.readings },
      series: this.series,
    };
  }

  /** Sets parameters and context fields, by dotted name, from the coming week on. */
  change(values: Changes): this {
    this.run.change(values);
    return this;
  }

  /** Another future with the same past and the same luck; the two share nothing from now on. */
  fork(): Simulation {
    return new Simulation(revive(capture(this.run)), structuredClone(this.#notes), this.#recorded);
  }

  /** What `goOn` needs beside the run. */
  get notes(): Notes {
    return this.#notes;
  }

  /** The simulation as text, for another process. */
  snapshot(): string {
    return snapshot(this.run, this.#notes);
  }
}

/** Starts a simulation of a scenario. */
export function simulate(scenario: Scenario, options: SimulationOptions = {}): Simulation {
  const { until = scenario.until, every = RECORD_EVERY, measures: names = MEASURE_NAMES, ...others } = options;
  const { record: recorded = STANDARD_SERIES, changes = [], ...rest } = others;
  for (const name of names) measureOf(name);
  if (!(Number.isInteger(every) && every > 0))
    throw new InputError(`every must be a whole number of weeks; got ${every}`);
  const run = new Run(scenario, rest);
  const end = run.clock.tick(until, "until");
  if (end < 0) throw new InputError(`until must not lie before the start (${run.clock.start}); got ${until}`);
  checkRecorded(recorded);
  const series = emptySeries(recorded.map((r) => (typeof r === "string" ? r : r.name)));
  const coming = changes.map((change) => comingOf(change, run, until));
  return new Simulation(run, { until: end, every, series, readings: {}, names, coming }, ownOf(recorded));
}

function comingOf({ date, values }: DatedChange, run: Run, until: string): Change {
  const tick = run.clock.tick(date, "date of a change");
  if (tick < 0) throw new InputError(`a change must not come before the start (${run.clock.start}); got ${date}`);
  if (tick > run.clock.tick(until))
    throw new InputError(`a change must not come after the end (${until}); got ${date}`);
  run.checkChange(values);
  return { tick, values };
}

/** A measure of one's own must bear a name that no other column of the series has, nor would have as a rule. */
function checkRecorded(recorded: readonly (Recorded | string)[]): void {
  const names = recorded.map((r) => (typeof r === "string" ? r : r.name));
  const twice = names.find((name, k) => names.indexOf(name) !== k);
  const taken = ownOf(recorded).find(({ name }) => STANDARD_SERIES.includes(name))?.name;
  const wrong = twice ?? taken;
  if (wrong !== undefined)
    throw new InputError(`record names "${wrong}" twice or a standard one; expected another name`);
}

function ownOf(recorded: readonly (Recorded | string)[]): Recorded[] {
  return recorded.filter((r) => typeof r !== "string");
}

/**
 * Goes on with a simulation from the text of `snapshot`; a model or recorded measures of one's own are passed again.
 *
 * @throws InputError if the text is damaged or of another format or model.
 */
export function resume(text: string, options: Pick<SimulationOptions, "model" | "record"> = {}): Simulation {
  const { record: recorded = [], ...rest } = options;
  const { run, extra } = restore(text, rest);
  if (extra === null) throw new InputError("snapshot must hold a simulation; got a run alone");
  return fitting(() => goOn(run, extra as Notes, recorded));
}

/** Goes on with a run and its notes, which may have been JSON meanwhile. */
export function goOn(run: Run, kept: Notes, recorded: NonNullable<SimulationOptions["record"]> = []): Simulation {
  const notes: Notes = { ...kept, coming: kept.coming ?? [] };
  for (const column of Object.values(notes.series.columns)) {
    column.forEach((value, k) => {
      if (value === null) column[k] = Number.NaN; // JSON has no NaN
    });
  }
  return new Simulation(run, notes, ownOf(recorded));
}
