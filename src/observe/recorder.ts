/** The recorder: series of a few measures, every few weeks. It reads and never draws, so it changes no run. */
import type { Run } from "../model/run.ts";
import { meanOfPresent, meanOrientation, meanTrust, tieTrust } from "./levels.ts";
import type { Series } from "./series.ts";

/** What is recorded: measures that cost little, by the names that they have in a reading. */
export const RECORDED: Readonly<Record<string, (run: Run) => number | null>> = {
  meanTrust,
  tieTrust,
  meanBelonging: (run) => meanOfPresent(run, run.world.residents.at.belonging),
  meanEfficacy: (run) => meanOfPresent(run, run.world.residents.at.efficacy),
  teamTrust: (run) => meanOfPresent(run, run.world.residents.at.trustTeam),
  organizations: (run) => run.world.organizations.count,
  members: (run) => run.world.memberships.count,
  meanOrientation,
  openIssues: (run) => run.world.issues.count,
  ties: (run) => run.world.ties.count,
};

export function emptySeries(): Series {
  return { tick: [], columns: Object.fromEntries(Object.keys(RECORDED).map((name) => [name, []])) };
}

/** Appends the present state of a run. */
export function record(series: Series, run: Run): void {
  series.tick.push(run.tick);
  for (const [name, read] of Object.entries(RECORDED)) series.columns[name]!.push(read(run) ?? Number.NaN);
}
