/** Part: what the study reports held against fresh runs, pattern by pattern, those of the calibration and those held out. */
import { calibration } from "../../../scenarios/calibration.ts";
import * as shipped from "../../../scenarios/index.ts";
import { evaluatePatterns, isInside, type Readable } from "../../analysis/patterns.ts";
import { wilsonInterval } from "../../analysis/wilson.ts";
import { NO_DRAW } from "../../experiments/trials.ts";
import type { Pattern, Scenario } from "../../model/scenario.ts";
import type { MeasureValue } from "../../observe/measure.ts";
import { type MeasureName, measureOf } from "../../observe/measures.ts";
import { runTrials, type TrialResults } from "../trials.ts";
import { finished, inFolder, type Part, type PartOptions } from "./part.ts";
import type { PatternRow, PatternsResult, ScenarioPatterns } from "./patternsResult.ts";
import { patternsSection } from "./patternsSection.ts";

const REPLICATES = { full: 200, quick: 12 };

export const patterns: Part<PatternsResult> = {
  name: "patterns",
  title: { en: "Patterns of the field study", zh: "实地研究报告的模式" },
  asks: {
    en: "Do fresh runs show what the study reports, also where the calibration did not look?",
    zh: "用校准时从未用过的种子重新运行，能否重现该研究报告的模式，包括校准时留出的模式？",
  },
  element: "outputCorroboration",
  run,
  section: patternsSection,
};

/** Scenarios that have something to be held against. */
const studied = Object.values(shipped).filter((scenario: Scenario) => scenario.patterns.length > 0);

async function run(options: PartOptions): Promise<PatternsResult> {
  const replicates = options.quick ? REPLICATES.quick : REPLICATES.full;
  const whole = await runsOf(studied, replicates, undefined, options);
  const dates = [...new Set(studied.flatMap((scenario) => ownDates(scenario)))].sort();
  const byDate = new Map<string, { arms: readonly Scenario[]; results: TrialResults }>();
  for (const date of dates) {
    const arms = studied.filter((scenario) => ownDates(scenario).includes(date));
    byDate.set(date, { arms, results: await runsOf(arms, replicates, date, options) });
  }
  const scenarios = studied.map((scenario, arm) => {
    const numbers = Array.from({ length: replicates }, (_, r) => r);
    const runs = numbers.map((r): Readable => {
      const dated = ownDates(scenario).map((date) => {
        const { arms, results } = byDate.get(date)!;
        return [date, valuesOf(scenario, results, arms.indexOf(scenario), r, "final")] as const;
      });
      const readings = {
        [scenario.reading]: valuesOf(scenario, whole, arm, r, "reading"),
        ...Object.fromEntries(dated),
      };
      return { measures: valuesOf(scenario, whole, arm, r, "final"), readings };
    });
    return evaluated(scenario, runs, numbers.filter((r) => !whole.finished(arm, 0, r)).length);
  });
  return { seed: String(options.seed), replicates, scenarios };
}

/** Dates at which patterns are read that are neither the reading date nor the end: runs to there read them at their end. */
function ownDates({ patterns, reading }: Scenario): string[] {
  return [...new Set(patterns.map((p) => p.at).filter((at) => at !== "reading" && at !== "final" && at !== reading))];
}

async function runsOf(
  scenarios: readonly Scenario[],
  replicates: number,
  until: string | undefined,
  options: PartOptions,
): Promise<TrialResults> {
  const measures = new Set(scenarios.flatMap(({ patterns }) => patterns.map((p) => measureOf(p.measure).name)));
  const trials = {
    ...{ name: "patterns", seed: options.seed, draws: [NO_DRAW], replicates, measures: [...measures] as MeasureName[] },
    arms: scenarios.map((scenario) => ({
      name: scenario.name,
      scenario: { ref: { shipped: scenario.name }, scenario },
    })),
    ...(until === undefined ? {} : { until }),
  };
  return finished(await runTrials(trials, inFolder(options, until ?? "whole")));
}

function valuesOf(
  { patterns }: Scenario,
  results: TrialResults,
  arm: number,
  replicate: number,
  at: "reading" | "final",
): Record<string, MeasureValue> {
  return Object.fromEntries(patterns.map(({ measure }) => [measure, results.value(arm, 0, replicate, at, measure)]));
}

function evaluated(scenario: Scenario, runs: readonly Readable[], failed: number): ScenarioPatterns {
  const { patterns: results, allInsideShare } = evaluatePatterns(scenario, runs);
  const count = (share: number | null) => wilsonInterval(Math.round((share ?? 0) * runs.length), runs.length);
  const rows = results.map(({ name, low, high, median, q05, q95, insideShare }, i): PatternRow => {
    const { text, reported, measure } = scenario.patterns[i]!;
    return {
      ...{ name, text, reported, unit: measureOf(measure).unit, at: dateOf(scenario.patterns[i]!, scenario) },
      ...{ low, high, median, q05, q95, inside: count(insideShare), use: useOf(scenario.name, name) },
      medianInside: isInside({ low, high }, median),
    };
  });
  const { name, title } = scenario;
  return { scenario: name, title, patterns: rows, all: count(allInsideShare), failed };
}

function dateOf({ at }: Pattern, { reading, until }: Scenario): string {
  return at === "reading" ? reading : at === "final" ? until : at;
}

/** What the calibration did with a pattern. */
function useOf(scenario: string, pattern: string): PatternRow["use"] {
  if (!calibration.scenarios.includes(scenario)) return null;
  return calibration.heldOut?.[scenario]?.includes(pattern) ? "heldOut" : "calibration";
}
