/** A part of the validation page: what it runs, what comes of it as plain JSON, and the section that shows that. */

import { join } from "node:path";
import type { Text } from "../../model/vocabulary.ts";
import type { Drawing } from "../report/plot.ts";
import type { Words } from "../report/words.ts";
import type { Progress, SweepOptions } from "../run.ts";

/**
 * The elements of a model's evaluation under which the page sets its parts, in their order.
 *
 * Sources: J. Augusiak, P. J. Van den Brink & V. Grimm (2014), Merging validation and evaluation of ecological models to
 * “evaludation”, Ecological Modelling 280, 117-128; V. Grimm et al. (2014), Towards better modelling and decision support:
 * documenting model development, testing, and analysis using TRACE, same journal, 129-139.
 */
export type Element =
  | "dataEvaluation"
  | "conceptualModelEvaluation"
  | "implementationVerification"
  | "outputVerification"
  | "modelAnalysis"
  | "outputCorroboration";

export interface PartOptions {
  /** Folder of the part's own: stores go into folders under it, and are gone on with when the part is started again. */
  readonly dir: string;
  /** The short form: few replicates, the same in all else. */
  readonly quick: boolean;
  readonly seed: string | number;
  /** Worker threads; one a core if absent. */
  readonly threads?: number;
  /** Folder of the published networks; a part that needs them and is given none says so in its result. */
  readonly data?: string;
  /** Begin no more runs. A part whose runs are then not complete throws `Unfinished`. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Part<R> {
  /** Names its folder, its result `NAME.json` and the anchor of its section; camelCase. */
  readonly name: string;
  readonly title: Text;
  /** The question that it answers, in a sentence. */
  readonly asks: Text;
  readonly element: Element;
  /** Result as plain JSON: it is written to a file, and the section is made of what is read from there. */
  run(options: PartOptions): Promise<R>;
  /** HTML under the part's own heading, an `h2`; inner headings are `h3`. */
  section(result: R, words: Words, drawing: Drawing): string;
}

/** Any part, whatever its result. */
// biome-ignore lint/suspicious/noExplicitAny: a list holds parts of different results, and each section takes its own.
export type AnyPart = Part<any>;

/** The runs of a part were stopped before their end; what they wrote is good, and the same command goes on. */
export class Unfinished extends Error {
  override readonly name = "Unfinished";
}

/** Results of which no run is missing. Throws `Unfinished` unless they are complete. */
export function finished<T extends { readonly complete: boolean; readonly done: number; readonly total: number }>(
  results: T,
): T {
  if (!results.complete) throw new Unfinished(`${results.done} of ${results.total} runs are made`);
  return results;
}

/** Options for runs whose store is a folder in that of the part. */
export function inFolder({ dir, threads, signal, onProgress }: PartOptions, folder: string): SweepOptions {
  return {
    dir: join(dir, folder),
    ...(threads === undefined ? {} : { threads }),
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
  };
}
