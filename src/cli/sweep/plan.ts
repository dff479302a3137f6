/** The sweep of a plan's file under the options of a command, which go before what the file says. */
import { loadSweep, type PlanFile, readPlanFile } from "../../execution/plans.ts";
import type { Adaptive, Shard, UntilCi } from "../../execution/store.ts";
import type { Place } from "../../experiments/place.ts";
import { isStandardName } from "../../experiments/settingText.ts";
import type { Sweep } from "../../experiments/sweep.ts";
import { checkName, format, InputError } from "../../kernel/check.ts";
import { parseDate } from "../../kernel/clock.ts";
import type { MeasureName } from "../../observe/measures.ts";
import { parseSettings, splitPair } from "../values.ts";

/** Options that change what a plan says. */
export interface PlanFlags {
  readonly replicates?: number;
  readonly seed?: string;
  readonly until?: string;
  readonly set?: readonly string[];
}

/** Loads the sweep. Throws an InputError that names the option or the place in the file. */
export async function planned(path: string, flags: PlanFlags): Promise<Sweep> {
  if (flags.until !== undefined) parseDate(flags.until, "--until");
  const values = valuesOf(flags.set ?? []);
  const file = await readPlanFile(path);
  return loadSweep(overlaid(file, flags, values));
}

function overlaid(file: PlanFile, flags: PlanFlags, set: Record<string, unknown>): PlanFile {
  const { value, place } = file;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return file;
  const plan = value as Record<string, unknown>;
  const { replicates, until } = flags;
  const given = {
    ...(replicates === undefined ? {} : { replicates }),
    ...(flags.seed === undefined ? {} : { seed: seedOf(flags.seed) }),
    ...(until === undefined ? {} : { until }),
  };
  const isSet = Object.keys(set).length > 0;
  const values = typeof plan.values === "object" && plan.values !== null ? plan.values : {};
  const named: Place = (path, key) => {
    const [first, second] = path;
    if (first !== undefined && Object.hasOwn(given, first)) return `--${first}`;
    if (first === "values" && second !== undefined && Object.hasOwn(set, second)) return `--set ${second}`;
    return place(path, key);
  };
  return { ...file, value: { ...plan, ...given, ...(isSet ? { values: { ...values, ...set } } : {}) }, place: named };
}

/** A number as a plan would hold it, so that `--seed 7` is the seed 7 of a file. */
function seedOf(text: string): string | number {
  return String(Number(text)) === text && Number.isSafeInteger(Number(text)) ? Number(text) : text;
}

/** What a plan's own model declares is not known yet: it is checked with the plan. */
function valuesOf(settings: readonly string[]): Record<string, unknown> {
  const pairs = settings.map((setting) => {
    const [name, text] = splitPair(setting, "--set");
    return [name, isStandardName(name) ? parseSettings([setting]).values[name] : guessed(text)] as const;
  });
  return Object.fromEntries(pairs); // whatever a name is, "__proto__" too, it is there to be refused
}

function guessed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Options of how much of it is run. */
export interface ShareFlags {
  readonly shard?: string;
  readonly untilCi?: readonly string[];
  readonly most?: number;
}

/** Most replicates of a point with `--until-ci`, unless `--most` says otherwise. */
export const MOST = 200;

export function shardOf({ shard }: ShareFlags): Shard | undefined {
  if (shard === undefined) return undefined;
  const [, index, count] = /^(\d{1,7})\/(\d{1,7})$/.exec(shard)?.map(Number) ?? [];
  if (index !== undefined && count !== undefined && index >= 1 && index <= count) return { index, count };
  throw new InputError(`--shard must be given as i/n, the first of four being 1/4; got ${format(shard)}`);
}

export function adaptiveOf({ untilCi = [], most }: ShareFlags, { plan }: Sweep): Adaptive | undefined {
  if (untilCi.length === 0) {
    if (most === undefined) return undefined;
    throw new InputError(`--most: expected --until-ci beside it; got --most ${most} alone`);
  }
  const until = untilCi.map((text): UntilCi => {
    const [measure, width] = splitPair(text, "--until-ci");
    checkName("measure of the plan", measure, plan.measures);
    if (!(Number(width) > 0 && Number.isFinite(Number(width))))
      throw new InputError(`--until-ci ${measure}: expected a width above 0; got ${format(width)}`);
    return { measure: measure as MeasureName, width: Number(width) };
  });
  const least = Math.max(2, plan.replicates);
  if (most !== undefined && most < least)
    throw new InputError(`--most must be a whole number of at least ${least}; got "${most}"`);
  return { until, cap: most ?? Math.max(MOST, least) };
}
