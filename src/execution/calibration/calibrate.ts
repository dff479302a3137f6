/** A calibration from its plan to its posterior: run, or gone on with; every batch of runs is a store of its own. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { distanceOf, measuresOf, squares } from "../../experiments/calibration/distance.ts";
import { columnOf } from "../../experiments/calibration/posterior.ts";
import { type Batch, sequentialMonteCarlo } from "../../experiments/calibration/smc.ts";
import { type Dimension, drawOf } from "../../experiments/calibration/space.ts";
import { canonical } from "../../experiments/identity.ts";
import { format, InputError } from "../../kernel/check.ts";
import { standardModel } from "../../model/community.ts";
import { hashModel } from "../../model/snapshot.ts";
import { csvRow } from "../csv.ts";
import { makeFolder, storeError, writeWhole } from "../files.ts";
import { parseJson, readText } from "../modules.ts";
import { ELSEWHERE } from "../store.ts";
import { VERSION } from "../version.ts";
import type { Calibration } from "./load.ts";
import { choosePoint } from "./point.ts";
import { predictiveCheck } from "./predictive.ts";
import { type CalibrationResult, FORMAT, type PosteriorDraw, resultOf } from "./result.ts";
import { type CalibrateOptions, type RunsOf, runner } from "./runs.ts";

/** The file that a calibration ends with. */
export const posteriorFile = (dir: string) => join(dir, "posterior.json");

/**
 * Runs a calibration, or goes on with it; one that has ended is read.
 *
 * @throws InputError if the directory holds another calibration, StoreError if results cannot be written,
 * CalibrationStopped once the signal has ended it.
 */
export async function calibrate(calibration: Calibration, options: CalibrateOptions): Promise<CalibrationResult> {
  const dir = resolve(options.dir);
  begin(dir, calibration, options.dir);
  if (existsSync(posteriorFile(dir))) return readPosterior(dir);
  const { plan, space } = calibration;
  const tally = { failed: 0 };
  const run = runner({ ...options, dir }, calibration, tally);
  const population = await sequentialMonteCarlo(
    (batch) => distances(batch, calibration, run),
    { dimensions: space.length, ...plan },
    options.onGeneration,
  );
  const point = await choosePoint(calibration, population.particles, run);
  const check = await predictiveCheck(calibration, population.particles, run);
  const result = resultOf(calibration, population, point, check, tally.failed);
  try {
    writeWhole(join(dir, "posterior.csv"), posteriorTable(space, result.draws));
    writeWhole(posteriorFile(dir), `${JSON.stringify(result, null, 1)}\n`);
  } catch (error) {
    throw storeError(options.dir, error);
  }
  return result;
}

/** What a finished calibration found. Throws an InputError for a directory that holds none. */
export function readPosterior(dir: string): CalibrationResult {
  const file = posteriorFile(dir);
  if (!existsSync(file))
    throw new InputError(`${dir}: expected the posterior.json of a finished calibration; got none`);
  const result = Object(parseJson(file, readText(file, file))) as CalibrationResult;
  if (result.format !== FORMAT)
    throw new InputError(`${file}: expected format "${FORMAT}"; got ${format(result.format)}`);
  return result;
}

/** Writes what is calibrated, or checks that it is what was begun here. */
function begin(dir: string, { plan, scenarios, space }: Calibration, name: string): void {
  const file = join(dir, "calibration.json");
  const refs = scenarios.map(({ ref }) => ("hash" in ref ? ref.hash : ref.shipped));
  const own = { version: VERSION, model: hashModel(standardModel), plan, scenarios: refs, space };
  if (existsSync(file)) {
    const old = Object(parseJson(`${name}/calibration.json`, readText(file, file))) as Record<string, unknown>;
    const other = Object.entries(own).find(([key, value]) => canonical(old[key]) !== canonical(value));
    if (other)
      throw new InputError(`${name} holds another calibration: expected the same ${other[0]}; got another${ELSEWHERE}`);
    return;
  }
  try {
    makeFolder(dir);
    writeWhole(file, `${JSON.stringify(own, null, 1)}\n`);
  } catch (error) {
    throw storeError(name, error);
  }
}

/**
 * Distances of a batch of points. Scenarios are run one after another, and a point whose patterns so far put it beyond the
 * bound is not run in the next: it could not come back.
 */
async function distances(batch: Batch, calibration: Calibration, run: RunsOf): Promise<number[]> {
  const { plan, scenarios, space, targets } = calibration;
  const patterns = targets.flat().length;
  const folder = `generation-${batch.generation}${batch.move > 0 ? `-${batch.move}` : ""}`;
  const stage = batch.generation === 0 ? "prior" : "generation";
  const sums = batch.points.map(() => 0);
  for (const s of scenarios.keys()) {
    const within = [...batch.points.keys()].filter((i) => distanceOf(sums[i]!, patterns) <= batch.bound);
    if (within.length === 0) break;
    const own = targets[s]!;
    const results = await run({
      ...{ folder, stage, generation: batch.generation, scenario: s, until: plan.until },
      draws: within.map((i) => drawOf(space, batch.points[i]!)),
      measures: measuresOf(own.map(({ pattern }) => pattern)),
    });
    for (const [k, i] of within.entries())
      sums[i]! += squares(own, ({ pattern, at }) => results.value(0, k, 0, at, pattern.measure));
  }
  return sums.map((sum) => distanceOf(sum, patterns));
}

/** One row a draw of the posterior, in the form of the one that is shipped. */
function posteriorTable(space: readonly Dimension[], draws: readonly PosteriorDraw[]): string {
  const header = ["distance", ...space.map(({ name, scenario }) => columnOf(name, scenario))];
  const rows = draws.map(({ values, arms, distance }) => [
    Number(distance.toFixed(4)),
    ...space.map(({ name, scenario }) => (scenario === undefined ? values[name] : arms?.[scenario]?.[name]) as number),
  ]);
  return [header, ...rows].map((row) => csvRow(row)).join("");
}
