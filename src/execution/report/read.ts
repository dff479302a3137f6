/** All that a report is made of, read from a sweep's directory. */
import { InputError } from "../../kernel/check.ts";
import type { Language } from "../../observe/naming.ts";
import { type Manifest, readManifest } from "../store.ts";
import { heatMaps } from "./figures/heatMaps.ts";
import { indexBars } from "./figures/indexBars.ts";
import type { FigureSet } from "./figures/panel.ts";
import { responses } from "./figures/responses.ts";
import { timelines } from "./figures/timelines.ts";
import { trajectories } from "./figures/trajectories.ts";
import { foremost } from "./names.ts";
import { loadDrawing } from "./plot.ts";
import { type Results, readResults } from "./results.ts";
import { MOST_DETAILED } from "./tables.ts";
import { type Words, wordsIn } from "./words.ts";

export interface ReportOptions {
  /** Measures that figures and tables show; the foremost of those read by default. */
  readonly measures?: readonly string[];
}

/** Figures of a report, by the section that they stand in; null where there are none. */
export interface Sets {
  readonly outcomes: FigureSet | null;
  readonly sensitivity: FigureSet | null;
  readonly course: FigureSet | null;
  readonly events: FigureSet | null;
}

export interface Report {
  readonly dir: string;
  readonly manifest: Manifest;
  readonly results: Results;
  readonly words: Words;
  /** Measures that are shown, and those of them that have means. */
  readonly shown: readonly string[];
  readonly numeric: readonly string[];
  readonly sets: Sets;
}

/**
 * Reads a finished sweep and draws its figures.
 *
 * @throws InputError for a folder that holds no finished sweep, a measure that was not read, and where the optional
 * packages that draw figures are not installed.
 */
export async function readReport(dir: string, lang: Language, options: ReportOptions = {}): Promise<Report> {
  const manifest = readManifest(dir);
  const drawing = await loadDrawing();
  const words = wordsIn(lang);
  const shown = options.measures ?? foremost(manifest.measures);
  const unknown = shown.find((name) => !(manifest.measures as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new InputError(`${dir}: expected a measure that the sweep read; got ${JSON.stringify(unknown)}`);
  const { plan } = manifest;
  const kept = (point: number, measure: string) => point < MOST_DETAILED || shown.includes(measure);
  const results = await readResults(dir, plan.axes, kept);
  const numeric = shown.filter((m) => results.points.some((p) => p.summaries.get(`final_${m}`)?.mean != null));
  const outcomes = results.axes.length < 2 ? responses : heatMaps;
  const sets: Sets = {
    outcomes: outcomes(results, numeric, drawing, words),
    sensitivity: indexBars(results, numeric, plan.design, drawing, words),
    course: await trajectories(dir, results, drawing, words),
    events: await timelines(dir, results, drawing, words),
  };
  return { dir, manifest, results, words, shown, numeric, sets };
}
