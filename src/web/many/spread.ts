/** The spread of many runs of each side: what stands behind the one that is shown. */
import { type Signal, signal } from "@preact/signals";
import type { Side } from "../../experiments/page/address.ts";
import type { Setting } from "../../experiments/page/setting.ts";
import type { Replicate } from "../engine/replicate.ts";

/** Median and the central 90 % of the runs, by week. */
export interface Band {
  readonly low: readonly number[];
  readonly median: readonly number[];
  readonly high: readonly number[];
}

export interface Spread {
  readonly setting: Setting;
  readonly rootSeed: string;
  /** Runs done, and runs that were asked for. */
  readonly replicates: readonly Replicate[];
  readonly total: number;
  /** Weeks at which the bands stand. */
  readonly weeks: readonly number[];
  /** By name of the standard series. */
  readonly bands: Readonly<Record<string, Band>>;
}

/** null until the first runs of a side are done. */
export const spreads: Readonly<Record<Side, Signal<Spread | null>>> = {
  left: signal(null),
  right: signal(null),
};
