/** Claims run, or gone on with: one store of trials a claim, and what they show together. */
import { join } from "node:path";
import type { Claim, ClaimTest } from "../../experiments/claims/claim.ts";
import { CLAIMS, FAMILY } from "../../experiments/claims/claims.ts";
import { type ClaimResult, judge, type ReadValue } from "../../experiments/claims/judge.ts";
import { checkRange } from "../../kernel/check.ts";
import { createClock } from "../../kernel/clock.ts";
import type { MeasureValue } from "../../observe/measure.ts";
import { measureOf } from "../../observe/measures.ts";
import { runTrials, type TrialResults } from "../trials.ts";
import { VERSION } from "../version.ts";
import { differentDraws, drawsFor } from "./draws.ts";
import { contextsOf, loadPlaces, type PartOfClaim, type Places, partsOf, trialsOfClaim } from "./trialsOfClaim.ts";

/** Pairs of a contrast unless asked otherwise. */
export const PAIRS = 200;

/** How far all runs of all claims asked for are. */
export interface ClaimsProgress {
  readonly claim: Claim;
  readonly done: number;
  readonly failed: number;
  readonly total: number;
}

export interface ClaimsOptions {
  /** Directory of the results: a new one, or that of the same claims, which then go on. */
  readonly dir: string;
  /** Pairs of runs in each contrast, at least 2; 200 by default. */
  readonly pairs?: number;
  readonly seed?: string | number;
  readonly threads?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ClaimsProgress) => void;
}

export interface ClaimsResult {
  readonly format: "linli-claims-1";
  readonly version: string;
  readonly seed: string;
  readonly pairs: number;
  /** Different draws of what is not known; 1 where every value is as the scenarios and defaults have it. */
  readonly draws: number;
  /** Tests over which p values are adjusted. */
  readonly family: number;
  /** Whether all runs have ended; what is not complete holds only the claims that are. */
  readonly complete: boolean;
  readonly runs: { readonly done: number; readonly failed: number; readonly total: number };
  readonly claims: readonly ClaimResult[];
}

/** Runs that claims take at so many pairs. */
export async function runsOf(claims: readonly Claim[], pairs: number): Promise<readonly number[]> {
  const contexts = contextsOf(await loadPlaces());
  return claims.map((claim) =>
    partsOf(claim, contexts, pairs).reduce((sum, part) => sum + part.pairs.length * part.arms.length, 0),
  );
}

/**
 * Runs claims one after another into `dir`, each in a folder of its name. The same call goes on where it was stopped.
 *
 * @throws InputError or StoreError as `runSweep` does.
 */
export async function runClaims(options: ClaimsOptions, claims: readonly Claim[] = CLAIMS): Promise<ClaimsResult> {
  const { dir, pairs = PAIRS, seed = 1, onProgress, ...rest } = options;
  checkRange("pairs", pairs, [2, 100_000], "pairs of runs", true);
  const places = await loadPlaces();
  const draws = drawsFor(pairs);
  const counts = await runsOf(claims, pairs);
  const total = counts.reduce((sum, n) => sum + n, 0);
  const read = new Map<Claim, ReadValue>();
  let [done, failed] = [0, 0];
  for (const claim of claims) {
    const readers: ReadValue[] = [];
    const parts = partsOf(claim, contextsOf(places), pairs);
    for (const part of parts) {
      const trials = trialsOfClaim(claim, part, places, draws, seed);
      const before = { done, failed };
      const results = await runTrials(trials, {
        ...{ dir: join(dir, trials.name), ...rest },
        onProgress: (now) =>
          onProgress?.({ claim, total, done: before.done + now.done, failed: before.failed + now.failed }),
      });
      done += results.done;
      failed += results.failed;
      if (!results.complete) break;
      readers.push(readerOf(claim, part, places, results));
    }
    if (readers.length < parts.length) break;
    read.set(claim, (...asked) => readers.map((reader) => reader(...asked)).find((value) => value !== undefined));
  }
  const ended = claims.filter((claim) => read.has(claim));
  return {
    ...{
      format: "linli-claims-1",
      version: VERSION,
      seed: String(seed),
      pairs,
      draws: differentDraws(draws),
      family: FAMILY,
    },
    ...{ complete: ended.length === claims.length, runs: { done, failed, total } },
    claims: judge(ended, pairs, (claim, ...place) => read.get(claim)!(claim, ...place)),
  };
}

/** Reads one part of a claim's runs; undefined for an arm or a pair that it does not hold. */
function readerOf(claim: Claim, { arms, pairs }: PartOfClaim, places: Places, results: TrialResults): ReadValue {
  const armAt = new Map(arms.map(({ name }, k) => [name, k]));
  const drawAt = new Map(pairs.map((number, k) => [number, k]));
  return (_, arm, pair, at, measure) => {
    const [k, draw] = [armAt.get(arm), drawAt.get(pair)];
    if (k === undefined || draw === undefined || !results.finished(k, draw, 0)) return undefined;
    const { context } = places[arms[k]!.neighborhood].scenario;
    return numberOf(results.value(k, draw, 0, at, measure), measure, context.start.date, claim.until);
  };
}

const WEEKS_A_MONTH = 52 / 12;

/** A date in months from the start of the run; without one as long as the run: what was waited for did not come. */
function numberOf(value: MeasureValue, measure: ClaimTest["measure"], start: string, until: string): number | null {
  if (measureOf(measure).unit !== "date") return value as number | null;
  return createClock(start).tick((value as string | null) ?? until) / WEEKS_A_MONTH;
}
