/** What `--json` prints of a run: one object, free of language, with null where there is no value. */
import { evaluatePatterns } from "../analysis/patterns.ts";
import { VERSION } from "../execution/version.ts";
import { MEASURE_NAMES } from "../observe/measures.ts";
import { type Plan, settingsOf } from "./options.ts";
import { finishedOf, isFailure, type Outcome, type Replicate, type Values } from "./replicate.ts";

/** The object of `run --json`. A replicate that broke down has `failed`, the reason, and no values. */
export function runAsJson(plan: Plan, replicates: readonly Replicate[], series: boolean): object {
  const { scenario, rootSeed } = plan;
  return {
    scenario: scenario.name,
    version: VERSION,
    rootSeed,
    ...settingsOf(plan),
    replicates: replicates.map((r) => replicateAsJson(r, series)),
    patterns: evaluatePatterns(scenario, finishedOf(replicates)).patterns,
  };
}

function replicateAsJson(r: Replicate, series: boolean): object {
  const none = { hash: null, reading: allMeasures({}), final: allMeasures({}), events: [] };
  if (isFailure(r)) return { seed: r.seed, ...none, failed: r.failed };
  const { seed, hash, reading, measures, events } = r;
  const plain = { seed, hash, reading: allMeasures(reading), final: allMeasures(measures), events };
  return series ? { ...plain, series: seriesAsJson(r) } : plain;
}

/** Every measure by name; null where there is none. */
export function allMeasures(values: Values): Values {
  return Object.fromEntries(MEASURE_NAMES.map((name) => [name, values[name] ?? null]));
}

function seriesAsJson({ dates, series }: Outcome): object {
  const columns = Object.entries(series.columns).map(([name, values]) => {
    return [name, values.map((v) => (Number.isNaN(v) ? null : v))] as const;
  });
  return { date: dates, ...Object.fromEntries(columns) };
}
