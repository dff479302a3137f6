/**
 * A long run in a directory: its weekly series streams to disk, and every so often the whole of it is held, so that it goes
 * on after whatever ended it, to the same last bit.
 *
 * `run.json` says which run it is, and at the end what came of it; `series.csv` has a row a week; `held.bin` is the run as
 * it stood last. What `series.csv` has beyond that is made again.
 */
import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { format, InputError } from "../../kernel/check.ts";
import type { RunOptions } from "../../model/run.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { MeasureValue } from "../../observe/measure.ts";
import { emptySeries, record, STANDARD_SERIES } from "../../observe/recorder.ts";
import type { Simulation, SimulationOptions } from "../../observe/simulation.ts";
import { simulate } from "../../observe/simulation.ts";
import { csvRow } from "../csv.ts";
import { append, dropParts, makeFolder, storeError, writeWhole } from "../files.ts";
import { lock } from "../lock.ts";
import { VERSION } from "../version.ts";
import { held, hold } from "./held.ts";

const FORMAT = "linli-run-1";

/** What came of a run. */
export interface LongResult {
  readonly seed: string;
  readonly hash: string;
  readonly measures: Readonly<Record<string, MeasureValue>>;
  readonly readings: Readonly<Record<string, Readonly<Record<string, MeasureValue>>>>;
}

export interface LongRun {
  readonly dir: string;
  /** Identity of the run: of what it is made of and nothing else. */
  readonly id: string;
  readonly scenario: Scenario;
  readonly options: SimulationOptions;
  /** Weeks between two times at which it is held. */
  readonly every: number;
  /** Ends after the week under way, and holds the run. */
  readonly signal: AbortSignal;
  readonly onWeek?: (weeks: number, of: number) => void;
  /** Told once the run is held, with the week. */
  readonly onHeld?: (weeks: number) => void;
}

export interface LongEnd {
  readonly complete: boolean;
  readonly weeks: number;
  readonly of: number;
  /** Week from which this start went on; null for one that began, or was complete. */
  readonly from: number | null;
  /** Once it is complete. */
  readonly result: LongResult | null;
}

interface Manifest {
  readonly format: string;
  readonly version: string;
  readonly id: string;
  readonly scenario: string;
  readonly weeks: number | null;
  readonly result: LongResult | null;
}

/**
 * Makes a run, or goes on with it.
 *
 * @throws InputError if the directory holds anything else, is worked in, or what is held there is damaged.
 * @throws StoreError if it cannot be written; what was held last stays.
 */
export async function longRun(run: LongRun): Promise<LongEnd> {
  const dir = resolve(run.dir);
  check(dir, run);
  let unlock = () => {};
  try {
    makeFolder(dir);
    unlock = lock(dir);
    dropParts(manifestFile(dir), heldFile(dir));
    const before = check(dir, run);
    if (before?.result)
      return { complete: true, weeks: before.weeks!, of: before.weeks!, from: null, result: before.result };
    if (!before) write(dir, run, null, null);
    return await new Course(dir, run).take();
  } catch (error) {
    throw storeError(dir, error);
  } finally {
    unlock();
  }
}

const manifestFile = (dir: string) => join(dir, "run.json");
const heldFile = (dir: string) => join(dir, "held.bin");

function write(dir: string, { id, scenario }: LongRun, weeks: number | null, result: LongResult | null): void {
  const manifest: Manifest = { format: FORMAT, version: VERSION, id, scenario: scenario.name, weeks, result };
  writeWhole(manifestFile(dir), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** What is known of the run in a directory; undefined if it is new or empty. */
function check(dir: string, { id, scenario }: LongRun): Manifest | undefined {
  if (!existsSync(dir)) return undefined;
  if (!existsSync(manifestFile(dir))) {
    if (readdirSync(dir).every((name) => /^lock|^\.run\.json/.test(name))) return undefined;
    throw new InputError(`${dir}: expected a new or empty folder, or one of this run; got one that holds other files`);
  }
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(manifestFile(dir), "utf8"));
  } catch {
    throw new InputError(`${manifestFile(dir)}: expected format "${FORMAT}"; got a file that is not JSON`);
  }
  if (manifest?.format !== FORMAT)
    throw new InputError(`${manifestFile(dir)}: expected format "${FORMAT}"; got ${format(manifest?.format)}`);
  if (manifest.version !== VERSION)
    throw new InputError(`${dir} holds a run of another version: expected ${manifest.version}; got ${VERSION}`);
  if (manifest.id !== id)
    throw new InputError(
      `${dir} holds another run: expected that of ${manifest.scenario} (${manifest.id}); got one of ${scenario.name} (${id})`,
    );
  return manifest;
}

/** A run under way. */
class Course {
  readonly #dir: string;
  readonly #run: LongRun;
  readonly #simulation: Simulation;
  readonly #series: number;
  /** Bytes of the series that belong to the run as it stands. */
  #bytes: number;
  readonly #from: number | null;
  #heldAt: number;

  constructor(dir: string, run: LongRun) {
    this.#dir = dir;
    this.#run = run;
    const path = heldFile(this.#dir);
    const last = existsSync(path) ? held(path) : undefined;
    const { scenario, options } = run;
    this.#simulation = last ? last.goOn(scenario, runOptions(options)) : simulate(scenario, options);
    this.#from = last?.tick ?? null;
    this.#heldAt = last?.tick ?? -1;
    this.#bytes = last ? (last.extra as { readonly series: number }).series : 0;
    this.#series = openSync(join(dir, "series.csv"), "a");
    ftruncateSync(this.#series, this.#bytes);
    if (!last) this.#append(csvRow(["tick", "date", ...STANDARD_SERIES]));
  }

  async take(): Promise<LongEnd> {
    const { signal, onWeek, every } = this.#run;
    const [simulation, of] = [this.#simulation, this.#simulation.until];
    try {
      while (!simulation.finished && !signal.aborted) {
        this.#week();
        onWeek?.(simulation.run.tick, of);
        if (simulation.run.tick % every === 0) this.#hold();
        await setImmediate(); // lets progress be drawn and Ctrl-C be heard
      }
      const weeks = simulation.run.tick;
      if (!simulation.finished) this.#hold();
      const result = simulation.finished ? this.#finish() : null;
      return { complete: result !== null, weeks, of, from: this.#from, result };
    } finally {
      closeSync(this.#series);
    }
  }

  #week(): void {
    const { run } = this.#simulation.step();
    const now = emptySeries();
    record(now, run);
    this.#append(csvRow([run.tick, run.clock.date(run.tick), ...Object.values(now.columns).map(([value]) => value!)]));
  }

  #append(row: string): void {
    append(this.#series, Buffer.from(row));
    this.#bytes += Buffer.byteLength(row);
  }

  #hold(): void {
    const { tick } = this.#simulation.run;
    if (tick === this.#heldAt) return;
    fsyncSync(this.#series); // what the run counts on must be there before it
    hold(heldFile(this.#dir), this.#run.id, this.#simulation, { series: this.#bytes });
    this.#heldAt = tick;
    this.#run.onHeld?.(tick);
  }

  #finish(): LongResult {
    const { seed, hash, measures, readings } = this.#simulation.finish();
    const result = { seed, hash, measures, readings };
    fsyncSync(this.#series);
    write(this.#dir, this.#run, this.#simulation.until, result);
    rmSync(heldFile(this.#dir), { force: true });
    return result;
  }
}

/** Options of the run alone. */
function runOptions({ until, every, measures, changes, record: recorded, ...rest }: SimulationOptions): RunOptions {
  return rest;
}
