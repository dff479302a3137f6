/** The sweep that is asked for and the one that runs: they outlive the tab in which they are shown. */
import { computed, signal } from "@preact/signals";
import type { Side } from "../../experiments/page/address.ts";
import type { MeasureName } from "../../observe/measures.ts";
import type { Replicate } from "../engine/replicate.ts";
import { runReplicates, type Work } from "../engine/replicates.ts";
import { scenarioOf } from "../engine/setting.ts";
import { place } from "../state/page.ts";
import { firstRange, leverOf, ownValue, settingWith, valuesOver } from "./levers.ts";
import type { SweepTask } from "./planText.ts";
import type { When } from "./points.ts";

export const COUNTS_OF_VALUES = [3, 4, 5, 6, 7] as const;
export const COUNTS_OF_RUNS = [10, 20, 50] as const;

/** What the form holds. */
export const side = signal<Side>("left");
export const leverName = signal("team.independence");
/** The ends of the range; null: those proposed for the lever. */
export const ends = signal<readonly [number, number] | null>(null);
export const count = signal<number>(5);
export const replicates = signal<number>(20);
export const showsAll = signal(false);
export const outcome = signal<MeasureName>("resolvedShare");
export const when = signal<When>("final");

export const lever = computed(() => leverOf(leverName.value));
const setting = computed(() => place.value[side.value]);
export const own = computed(() => ownValue(lever.value, scenarioOf(setting.value), setting.value));
export const range = computed(() => ends.value ?? firstRange(lever.value, own.value));
export const values = computed(() => valuesOver(lever.value, range.value, count.value));

export interface Sweep extends SweepTask {
  readonly side: Side;
  readonly found: readonly Replicate[];
  readonly total: number;
  readonly state: "running" | "done" | "stopped";
  readonly failed: string | null;
  readonly secondsLeft: number | null;
}

/** The last sweep; null before the first. */
export const sweep = signal<Sweep | null>(null);
let work: Work | null = null;

export function start(): void {
  work?.cancel();
  const task = { setting: setting.value, seed: place.value.seed, lever: leverName.value, values: values.value };
  const begun: Sweep = {
    ...task,
    side: side.value,
    replicates: replicates.value,
    found: [],
    total: values.value.length * replicates.value,
    state: "running",
    failed: null,
    secondsLeft: null,
  };
  sweep.value = begun;
  const settings = task.values.map((value) => settingWith(task.setting, lever.value, value));
  const since = performance.now();
  work = runReplicates({ settings, rootSeed: task.seed, replicates: begun.replicates }, (found, total) => {
    const spent = (performance.now() - since) / 1000;
    change({ found, secondsLeft: (spent / found.length) * (total - found.length) });
  });
  work.done.then(
    () => change({ state: "done" }),
    (error: Error) => change({ state: "stopped", failed: error.message }),
  );
}

function change(part: Partial<Sweep>): void {
  if (sweep.value) sweep.value = { ...sweep.value, ...part };
}

export function cancel(): void {
  work?.cancel();
  change({ state: "stopped" });
}
