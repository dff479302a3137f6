/** The validation page: its parts run or gone on with, their results written, and the page made of them in both languages. */

import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { checkName } from "../../kernel/check.ts";
import type { Language } from "../../observe/naming.ts";
import { makeFolder, storeError, writeWhole } from "../files.ts";
import { loadDrawing } from "../report/plot.ts";
import type { Progress } from "../run.ts";
import { pageHtml } from "./page.ts";
import { type AnyPart, type PartOptions, Unfinished } from "./part.ts";
import { PARTS } from "./parts.ts";
import { beginForm, dropRecord, formOf, readRecord, writeRecord } from "./record.ts";

/** Never used in the calibration. */
export const SEED = "20190214";

export interface ValidateOptions {
  /** Folder of the page: a new one, or that of the same form and seed, which is then gone on with. */
  readonly dir: string;
  readonly quick?: boolean;
  readonly seed?: string | number;
  readonly threads?: number;
  /** Folder of the published networks. */
  readonly data?: string;
  /** Names of the parts to run; the others are shown as they were left. All by default. */
  readonly only?: readonly string[];
  readonly signal?: AbortSignal;
  /** A part is begun. */
  readonly onPart?: (part: AnyPart) => void;
  readonly onProgress?: (part: AnyPart, progress: Progress) => void;
  /** In the place of the registered parts: for tests. */
  readonly parts?: readonly AnyPart[];
}

export interface ValidateResult {
  /** Files of the page. */
  readonly pages: readonly string[];
  /** Parts that could not be made, and why. */
  readonly failures: readonly { readonly part: string; readonly reason: string }[];
  /** Whether the signal stopped a part before its end; the same call goes on. */
  readonly stopped: boolean;
}

const PAGES: readonly (readonly [Language, string])[] = [
  ["en", "validation.html"],
  ["zh", "validation.zh.html"],
];

/**
 * Makes the page. What one part fails with is said on the page and does not keep the others from theirs.
 *
 * @throws InputError for an unknown part, a folder that holds another form, or where the packages that draw are missing.
 * @throws StoreError if the page cannot be written.
 */
export async function validate(options: ValidateOptions): Promise<ValidateResult> {
  const { parts = PARTS, only, quick = false, seed = SEED } = options;
  const names = parts.map((part) => part.name);
  for (const name of only ?? []) checkName("part", name, names);
  const drawing = await loadDrawing();
  const dir = resolve(options.dir);
  const form = formOf(quick, seed);
  try {
    makeFolder(dir);
    beginForm(dir, form);
    const failures: { part: string; reason: string }[] = [];
    let stopped = false;
    for (const part of parts.filter(({ name }) => only?.includes(name) ?? true)) {
      if (stopped) break;
      options.onPart?.(part);
      dropRecord(dir, part.name);
      const begun = performance.now();
      try {
        const result = await part.run(partOptions(part, dir, options, { quick, seed }));
        writeRecord(dir, form, part.name, (performance.now() - begun) / 1000, result);
      } catch (error) {
        if (error instanceof Unfinished || options.signal?.aborted) stopped = true;
        else failures.push({ part: part.name, reason: reasonOf(error).replaceAll(join(dir, "/"), "") });
      }
    }
    const records = new Map(parts.map(({ name }) => [name, readRecord(dir, name)]));
    const pages = PAGES.map(([lang, file]) => {
      const page = pageHtml({ parts, records, failures, form }, lang, drawing);
      failures.push(...page.failures.filter(({ part }) => !failures.some((known) => known.part === part)));
      writeWhole(join(dir, file), page.html);
      return join(options.dir, file);
    });
    return { pages, failures, stopped };
  } catch (error) {
    throw storeError(options.dir, error);
  }
}

function partOptions(
  part: AnyPart,
  dir: string,
  { threads, data, signal, onProgress }: ValidateOptions,
  form: { readonly quick: boolean; readonly seed: string | number },
): PartOptions {
  return {
    ...{ dir: join(dir, part.name), ...form },
    ...(threads === undefined ? {} : { threads }),
    ...(data === undefined ? {} : { data }),
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress: (progress: Progress) => onProgress(part, progress) }),
  };
}

function reasonOf(error: unknown): string {
  return (error instanceof Error && error.message) || String(error);
}
