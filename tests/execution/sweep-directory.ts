/** A small sweep's directory, made by running it here and now and writing its files plainly. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Axis, type Design, settingsOf } from "../../src/experiments/designs/space.ts";
import { replicateSeed } from "../../src/kernel/random.ts";
import type { Scenario } from "../../src/model/scenario.ts";
import type { MeasureName } from "../../src/observe/measures.ts";
import { STANDARD_SERIES } from "../../src/observe/recorder.ts";
import { simulate } from "../../src/observe/simulation.ts";
import { events } from "../../src/observe/story.ts";

export interface SmallSweep {
  readonly scenarios: readonly Scenario[];
  readonly axes: readonly Axis[];
  /** Points of the unit cube. */
  readonly points: Design;
  readonly replicates: number;
  readonly until: string;
  readonly measures: readonly MeasureName[];
  /** The plan as the manifest has it, besides what is above. */
  readonly plan: Readonly<Record<string, unknown>>;
  /** Runs that are written as failed. */
  readonly failing?: (point: number, replicate: number) => string | undefined;
  readonly series?: number;
}

type Cell = string | number | boolean | null;
const cell = (value: Cell) => {
  const text = value === null || Number.isNaN(value) ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
const csv = (rows: readonly (readonly Cell[])[]) => rows.map((row) => `${row.map(cell).join(",")}\n`).join("");

/** Runs a sweep and gives the folder that it is written into. */
export function writeSweep(sweep: SmallSweep, dir = mkdtempSync(join(tmpdir(), "linli-report-"))): string {
  const { scenarios, axes, points, replicates, until, measures, failing, series: every = 4 } = sweep;
  const settings = axes.length === 0 ? [{}] : settingsOf(axes, points);
  const runs: Cell[][] = [
    [
      ...["id", "point", "scenario", "swap", ...axes.map((axis) => axis.name), "replicate", "seed", "status", "reason"],
      ...["hash", "values", ...measures.map((m) => `reading_${m}`), ...measures.map((m) => `final_${m}`)],
    ],
  ];
  const series: Cell[][] = [["run", "tick", "date", ...STANDARD_SERIES]];
  const happened: Cell[][] = [["run", "tick", "date", "kind", "who", "reason"]];
  let point = 0;
  for (const scenario of scenarios)
    for (const values of settings) {
      for (let replicate = 0; replicate < replicates; replicate++) {
        const id = `${point}-${replicate}`.padStart(16, "0");
        const seed = replicateSeed("7", replicate);
        const own = [id, point, scenario.name, null, ...axes.map((a) => values[a.name] ?? null), replicate, seed];
        const reason = failing?.(point, replicate);
        if (reason !== undefined) {
          runs.push([...own, "failed", reason, null, JSON.stringify(values), ...measures.flatMap(() => [null, null])]);
          continue;
        }
        const simulation = simulate(scenario, { seed, until, values, every, measures });
        const result = simulation.finish();
        const reading = result.readings[scenario.reading];
        const of = (at: Readonly<Record<string, Cell>> | undefined) => measures.map((name) => at?.[name] ?? null);
        const read = [...of(reading), ...of(result.measures)];
        runs.push([...own, "finished", null, result.hash, JSON.stringify(values), ...read]);
        const { clock, log } = simulation.run;
        for (const [k, tick] of result.series.tick.entries())
          series.push([id, tick, clock.date(tick), ...STANDARD_SERIES.map((n) => result.series.columns[n]![k]!)]);
        const ticks = log.columns().tick;
        for (const [e, h] of events(simulation).entries())
          happened.push([id, ticks[e]!, h.date, h.kind, h.who, h.reason]);
      }
      point++;
    }
  const plan = {
    scenarios: scenarios.map((s) => s.name),
    axes: {},
    replicates,
    seed: 7,
    until,
    measures,
    ...sweep.plan,
  };
  const manifest = {
    format: "linli-sweep-1",
    version: "0.2.0",
    model: "0123456789abcdef",
    node: process.version,
    machine: "linux x64",
    plan: { ...plan, series: every },
    scenarios: scenarios.map((s) => ({ name: s.name, ref: { shipped: s.name } })),
    swaps: [],
    userModel: null,
    axes: axes.map((axis) => axis.name),
    measures,
    points: point,
    runs: point * replicates,
    adaptive: null,
    shard: null,
  };
  mkdirSync(dir, { recursive: true });
  const files = {
    "manifest.json": `${JSON.stringify(manifest, null, 2)}\n`,
    "runs.csv": csv(runs),
    ...(every > 0 ? { "series.csv": csv(series) } : {}),
    "events.csv": csv(happened),
    "timing.csv": "run,worker,ms\n",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  return dir;
}
