/** The directory of a sweep: what its files are called, what stands in their rows, and the manifest that heads it. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { arch, platform } from "node:os";
import { dirname, join, resolve } from "node:path";
import { swapName } from "../experiments/swap.ts";
import type { Sweep, Task } from "../experiments/sweep.ts";
import { format, InputError } from "../kernel/check.ts";
import { standardModel } from "../model/community.ts";
import { hashModel, hashText } from "../model/snapshot.ts";
import type { MeasureValue } from "../observe/measure.ts";
import type { MeasureName } from "../observe/measures.ts";
import { STANDARD_SERIES } from "../observe/recorder.ts";
import type { Cell } from "./csv.ts";
import { dropParts, makeFolder, writeWhole } from "./files.ts";
import { VERSION } from "./version.ts";

export const FORMAT = "linli-sweep-1";

/** The tables of a sweep; a run's row of `runs` is written last and read first. */
export const TABLES = ["runs", "series", "events", "timing"] as const;
export type Table = (typeof TABLES)[number];
export type Columns = Readonly<Record<Table, readonly string[]>>;

/** Where a sweep is stored, and what its rows hold: all that a process needs to write some. */
export interface StoreSpec {
  /** Absolute path. */
  readonly dir: string;
  readonly axes: readonly string[];
  readonly measures: readonly MeasureName[];
}

export function columnsOf({ axes, measures }: Pick<StoreSpec, "axes" | "measures">): Columns {
  const own = ["id", "point", "scenario", "swap", ...axes, "replicate", "seed", "status", "reason", "hash", "values"];
  return {
    runs: [...own, ...measures.map((name) => `reading_${name}`), ...measures.map((name) => `final_${name}`)],
    series: ["run", "tick", "date", ...STANDARD_SERIES],
    events: ["run", "tick", "date", "kind", "who", "reason"],
    timing: ["run", "worker", "ms"],
  };
}

export const tableFile = (dir: string, table: Table) => join(dir, `${table}.csv`);
export const segmentsOf = (dir: string) => join(dir, "segments");

/** What came of a run, as its row tells it. */
export interface RunOutcome {
  /** Names of its scenario, and of the one that blocks were taken from. */
  readonly scenario: string;
  readonly from?: string | undefined;
  readonly reason?: string;
  readonly hash?: string;
  /** `reading_…` and `final_…`. */
  readonly measures: Readonly<Record<string, MeasureValue>>;
}

/** The row of a run, in the order of the columns of `runs`. */
export function runCells({ axes, measures }: StoreSpec, task: Task, outcome: RunOutcome): Cell[] {
  const { scenario, from, reason, hash } = outcome;
  const status = reason === undefined ? "finished" : "failed";
  const values = task.values as Readonly<Record<string, unknown>>;
  return [
    ...[
      task.id,
      task.point,
      scenario,
      task.swap ? swapName(task.swap.blocks, from ?? "") : null,
      ...axes.map((name) => axisCell(values[name])),
    ],
    ...[task.replicate, task.seed, status, reason ?? null, hash ?? null, JSON.stringify(values)],
    ...["reading", "final"].flatMap((at) => measures.map((name) => outcome.measures[`${at}_${name}`] ?? null)),
  ];
}

function axisCell(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  return typeof value === "number" || typeof value === "string" ? value : JSON.stringify(value);
}

/** A share of a sweep's runs: every `count`-th, from the `index`-th on, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Adaptive replicates: more of them until the interval of a measure's mean is so narrow. */
export interface UntilCi {
  readonly measure: MeasureName;
  /** Width of the whole 95 % t interval of the mean of the measure at the end, in its unit. */
  readonly width: number;
}

export interface Adaptive {
  readonly until: readonly UntilCi[];
  /** Never more replicates at a point than so many. */
  readonly cap: number;
}

export interface Manifest {
  readonly format: string;
  readonly version: string;
  readonly model: string;
  readonly node: string;
  readonly machine: string;
  readonly plan: Sweep["plan"];
  readonly scenarios: readonly { readonly name: string; readonly ref: object }[];
  readonly swaps: readonly { readonly name: string; readonly ref: object }[];
  readonly userModel: object | null;
  readonly axes: readonly string[];
  readonly measures: readonly MeasureName[];
  readonly points: number;
  readonly runs: number;
  readonly adaptive: Adaptive | null;
  readonly shard: Shard | null;
}

export function manifestOf(sweep: Sweep, shard: Shard | null, adaptive: Adaptive | null): Manifest {
  const { plan, loaded, axes, points, count } = sweep;
  const named = (list: typeof loaded.scenarios = []) => list.map(({ ref, scenario }) => ({ name: scenario.name, ref }));
  return {
    format: FORMAT,
    version: VERSION,
    model: hashModel(loaded.model?.model ?? standardModel),
    node: process.version,
    machine: `${platform()} ${arch()}`,
    plan,
    scenarios: named(loaded.scenarios),
    swaps: named(loaded.swaps),
    userModel: loaded.model?.ref ?? null,
    axes,
    measures: plan.measures,
    points: points.length,
    runs: count,
    adaptive,
    shard,
  };
}

const manifestFile = (dir: string) => join(dir, "manifest.json");

/** The manifest of a directory. Throws an InputError unless it is one of a sweep, and as it was written. */
export function readManifest(dir: string): Manifest {
  let manifest: (Manifest & { readonly checksum?: string }) | null;
  try {
    manifest = JSON.parse(readFileSync(manifestFile(dir), "utf8"));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const came = code === "ENOENT" || code === "ENOTDIR" ? "none" : (code ?? "a file that is not JSON");
    throw new InputError(`${dir}: expected the manifest.json of a sweep; got ${came}`);
  }
  if (manifest?.format !== FORMAT)
    throw new InputError(`${manifestFile(dir)}: expected format "${FORMAT}"; got ${format(manifest?.format)}`);
  const { checksum, ...rest } = manifest;
  if (checksum !== undefined && checksum !== sumOfManifest(rest))
    throw new InputError(`${manifestFile(dir)}: expected the file as the sweep wrote it; got one that has changed`);
  const odd = oddKey(rest);
  if (odd) throw new InputError(`${manifestFile(dir)}: expected the manifest of a sweep; got one whose ${odd} is none`);
  return rest;
}

const sumOfManifest = (manifest: Manifest) => hashText(JSON.stringify(manifest));

/** The first key of a manifest whose value is of another kind than it must be: one by another hand has no checksum. */
function oddKey({
  plan,
  axes,
  measures,
  scenarios,
  points,
  runs,
  adaptive,
  shard,
}: Partial<Manifest>): string | undefined {
  const texts = (list: unknown) => Array.isArray(list) && list.every((text) => typeof text === "string");
  const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
  const fits: Readonly<Record<string, boolean>> = {
    plan: isObject(plan) && isObject(plan?.axes) && Number.isSafeInteger(plan?.replicates),
    ...{ axes: texts(axes), measures: texts(measures) },
    scenarios: Array.isArray(scenarios) && scenarios.every((s) => typeof s?.name === "string"),
    ...{ points: Number.isSafeInteger(points), runs: Number.isSafeInteger(runs) },
    ...{ adaptive: adaptive === null || isObject(adaptive), shard: shard === null || isObject(shard) },
  };
  return Object.keys(fits).find((key) => !fits[key]);
}

/** Throws an InputError unless a sweep may begin or go on in `dir`; changes nothing. */
export function checkStore(dir: string, manifest: Manifest): void {
  const path = resolve(dir);
  let there = path;
  while (!existsSync(there)) there = dirname(there);
  if (!statSync(there).isDirectory())
    throw new InputError(`${there === path ? dir : there}: expected a folder; got a file of that name`);
  if (there !== path) return;
  if (existsSync(manifestFile(path))) checkSame(dir, readManifest(path), manifest);
  // a manifest is written before all else, so whatever lies here without one is not ours
  else if (readdirSync(path).some((name) => !/^lock|^\.manifest/.test(name)))
    throw new InputError(
      `${dir}: expected a new or empty folder, or one of this sweep; got one that holds other files`,
    );
}

/** What helps where a directory is taken. */
export const ELSEWHERE = " (--out takes another folder)";

/** What may differ between two starts of a sweep: the machine, and more replicates. */
function checkSame(dir: string, old: Manifest, now: Manifest): void {
  for (const key of ["version", "model", "userModel", "scenarios", "swaps", "shard", "adaptive"] as const) {
    if (same(withoutPaths(old[key]), withoutPaths(now[key]))) continue;
    throw new InputError(
      `${dir} holds a sweep with another ${key}: expected ${short(old[key])}; got ${short(now[key])}${ELSEWHERE}`,
    );
  }
  const keys = [...new Set([...Object.keys(old.plan), ...Object.keys(now.plan)])] as (keyof Manifest["plan"])[];
  const other = keys.find((key) => key !== "replicates" && !same(old.plan[key], now.plan[key]));
  if (other !== undefined)
    throw new InputError(
      `${dir} holds a sweep of another plan: expected ${other} ${short(old.plan[other])}; got ${short(now.plan[other])}${ELSEWHERE}`,
    );
  if (now.plan.replicates < old.plan.replicates)
    throw new InputError(
      `${dir} holds a sweep of more replicates: expected at least ${old.plan.replicates}; got ${now.plan.replicates}${ELSEWHERE}`,
    );
}

/** A module is the same wherever it lies: its hash tells. */
export function withoutPaths(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null), (key, inner) => (key === "path" ? undefined : inner));
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? "none";
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** Makes the directory, which must be locked, with its manifest; in one that has it, the manifest is renewed where it says less. */
export function beginStore(dir: string, manifest: Manifest): void {
  makeFolder(dir);
  dropParts(manifestFile(dir));
  if (!existsSync(manifestFile(dir)) || readManifest(dir).plan.replicates < manifest.plan.replicates)
    writeWhole(manifestFile(dir), manifestText(manifest));
}

/** What a manifest's file holds: the manifest with its checksum. */
export function manifestText(manifest: Manifest): string {
  const plain = JSON.parse(JSON.stringify(manifest)) as Manifest;
  return `${JSON.stringify({ ...plain, checksum: sumOfManifest(plain) }, null, 2)}\n`;
}
