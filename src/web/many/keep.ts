/** Keeps the spreads up to date: once what the page shows has been run, the others are run behind it. */
import { computed, effect, type Signal, signal } from "@preact/signals";
import { SIDES, type Side } from "../../experiments/page/address.ts";
import type { Setting } from "../../experiments/page/setting.ts";
import type { Replicate } from "../engine/replicate.ts";
import { runReplicates } from "../engine/replicates.ts";
import { place, runs } from "../state/page.ts";
import { bandsOf } from "./bands.ts";
import { type Spread, spreads } from "./spread.ts";

/** Runs of a side to choose from. */
export const COUNTS_OF_RUNS = [20, 50, 100] as const;
/** How many runs of each side there shall be. */
export const wanted = signal<number>(COUNTS_OF_RUNS[0]);
/** What was stopped by the reader; another setting, seed or number begins anew. */
export const stopped = signal<string | null>(null);
/** Whether runs of a side are under way. */
export const underWay: Readonly<Record<Side, Signal<boolean>>> = { left: signal(false), right: signal(false) };
/** Why a side's runs broke off, or null. */
export const trouble: Readonly<Record<Side, Signal<string | null>>> = { left: signal(null), right: signal(null) };

/** Pause before runs begin, so that a lever that is still moved begins none. */
const PAUSE_MS = 500;
/** Settings whose runs are kept, for a lever that is taken back. */
const MOST_KEPT = 8;
const kept = new Map<string, readonly Replicate[]>();

const keyOf = (setting: Setting, seed: string) => JSON.stringify([setting, seed]);
/** What is asked for now. */
const asked = computed(() => JSON.stringify([place.value.left, place.value.right, place.value.seed, wanted.value]));
/** Both pictures come first. */
const ready = computed(() => SIDES.every((side) => runs[side].value.end !== null || runs[side].value.failed !== null));
export const isStopped = computed(() => stopped.value === asked.value);

export function stop(): void {
  stopped.value = asked.value;
}

/** Goes on with runs that were stopped, or begins them anew. */
export function again(): void {
  stopped.value = null;
}

const runnable: Readonly<Record<Side, { readonly value: boolean }>> = {
  left: computed(() => runs.left.value.failed === null),
  right: computed(() => runs.right.value.failed === null),
};
const settings: Readonly<Record<Side, { readonly value: Setting }>> = {
  left: computed(() => place.value.left),
  right: computed(() => place.value.right),
};
const seed = computed(() => place.value.seed);

for (const side of SIDES) effect(() => follow(side));

/** Shows what is known of a side, and has the rest run; returns how to end that. */
function follow(side: Side): (() => void) | undefined {
  const [setting, rootSeed, total] = [settings[side].value, seed.value, wanted.value];
  const before = kept.get(keyOf(setting, rootSeed)) ?? [];
  show(side, setting, rootSeed, before.slice(0, total), total);
  trouble[side].value = null;
  if (before.length >= total || !ready.value || !runnable[side].value || isStopped.value) return undefined;
  let cancel = () => {};
  const timer = setTimeout(() => {
    cancel = run(side, setting, rootSeed, before, total);
  }, PAUSE_MS);
  return () => {
    clearTimeout(timer);
    cancel();
    underWay[side].value = false;
  };
}

function run(side: Side, setting: Setting, rootSeed: string, before: readonly Replicate[], total: number): () => void {
  underWay[side].value = true;
  const task = { settings: [setting], rootSeed, replicates: total - before.length, from: before.length };
  const work = runReplicates(task, (done) => {
    const all = [...before, ...done];
    keep(keyOf(setting, rootSeed), all);
    show(side, setting, rootSeed, all, total);
  });
  const end = () => {
    underWay[side].value = false;
  };
  work.done.then(end, (error: Error) => {
    end();
    trouble[side].value = error.message;
  });
  return () => work.cancel();
}

/** Keeps runs without a gap, the latest settings last. */
function keep(key: string, all: readonly Replicate[]): void {
  const gap = all.findIndex(({ replicate }, k) => replicate !== k);
  kept.delete(key);
  kept.set(key, gap < 0 ? all : all.slice(0, gap));
  const oldest = kept.keys().next().value;
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}

function show(side: Side, setting: Setting, rootSeed: string, replicates: readonly Replicate[], total: number): void {
  const found: Spread = { setting, rootSeed, replicates, total, ...bandsOf(replicates) };
  spreads[side].value = replicates.length > 0 ? found : null;
}
