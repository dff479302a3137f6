/** The recorder: series of a few measures, every few weeks. It reads and never draws, so it changes no run. */
import { InputError } from "../kernel/check.ts";
import type { Run } from "../model/run.ts";
import { meanOfPresent, meanOrientation, meanTrust, tieTrust } from "./levels.ts";
import { type MeasureValue, Reading } from "./measure.ts";
import type { Series } from "./series.ts";

/** What the recorder writes down: any measure that is a number (NaN is written for none). */
export interface Recorded {
  readonly name: string;
  read(reading: Reading): MeasureValue;
}

/** What is recorded unless told otherwise: measures that cost little, by the names that they have in a reading. */
export const RECORDED: Readonly<Record<string, (reading: Reading) => number | null>> = {
  meanTrust,
  tieTrust,
  meanBelonging: ({ run }) => meanOfPresent(run, run.world.residents.at.belonging),
  meanEfficacy: ({ run }) => meanOfPresent(run, run.world.residents.at.efficacy),
  teamTrust: ({ run }) => meanOfPresent(run, run.world.residents.at.trustTeam),
  organizations: ({ run }) => run.world.organizations.count,
  members: ({ run }) => run.world.memberships.count,
  meanOrientation: ({ run }) => meanOrientation(run),
  openIssues: ({ run }) => run.world.issues.count,
  ties: ({ run }) => run.world.ties.count,
};

const STANDARD: readonly Recorded[] = Object.entries(RECORDED).map(([name, read]) => ({ name, read }));

/** What is recorded under these names: the standard ones, or those given. An InputError for a name that is neither. */
export function recordedAs(names: readonly string[], given: readonly Recorded[] = []): readonly Recorded[] {
  return names.map((name) => {
    const found = [...given, ...STANDARD].find((recorded) => recorded.name === name);
    if (!found) throw new InputError(`the series records "${name}", a measure of yours: pass it in \`record\``);
    return found;
  });
}

export const STANDARD_SERIES: readonly string[] = Object.keys(RECORDED);

export function emptySeries(names: readonly string[] = STANDARD_SERIES): Series {
  return { tick: [], columns: Object.fromEntries(names.map((name) => [name, []])) };
}

/** Appends the present state of a run. */
export function record(series: Series, run: Run, recorded: readonly Recorded[] = STANDARD): void {
  series.tick.push(run.tick);
  const reading = new Reading(run, series);
  for (const one of recorded) {
    const value = one.read(reading);
    series.columns[one.name]!.push(typeof value === "number" ? value : Number.NaN);
  }
}
