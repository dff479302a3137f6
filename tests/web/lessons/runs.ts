/** Runs for the tests of lessons, as the page would have them. */

import type { Setting } from "../../../src/experiments/page/setting.ts";
import { COUNTS } from "../../../src/observe/counts.ts";
import { LEVELS } from "../../../src/observe/levels.ts";
import { TRENDS } from "../../../src/observe/trends.ts";
import type { Replicate } from "../../../src/web/engine/replicate.ts";
import { Session, WEEKLY } from "../../../src/web/engine/session.ts";
import { simulationOf } from "../../../src/web/engine/setting.ts";
import type { One } from "../../../src/web/lessons/lesson.ts";

const MEASURES = [...COUNTS, ...LEVELS, ...TRENDS].map(({ name }) => name);

/** Replicates to the end of the scenario, or until a date. */
export function replicatesOf(setting: Setting, seed: string, n: number, until?: string): Replicate[] {
  const options = { measures: MEASURES, ...(until && { until }) };
  return Array.from({ length: n }, (_, replicate) => {
    return { setting: 0, replicate, ...simulationOf(setting, seed, replicate, options).finish() };
  });
}

export function oneOf(setting: Setting, seed: string): One {
  const session = new Session();
  const rows: (readonly number[])[] = [];
  session.begin(setting, seed);
  rows.push(session.read().values);
  while (!session.finished) {
    session.step();
    rows.push(session.read().values);
  }
  const columns = Object.fromEntries(WEEKLY.map((name, k) => [name, rows.map((row) => row[k]!)]));
  return { setting, end: session.end(), columns };
}
