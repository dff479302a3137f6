/** Bands of the recorded series over replicates: the median and the middle 90 % of the runs, week by week. */
import { interval, median } from "../../analysis/summary.ts";
import type { Replicate } from "../engine/replicate.ts";
import type { Band } from "./spread.ts";

type Recorded = Pick<Replicate, "series">;

export interface Bands {
  readonly weeks: readonly number[];
  readonly bands: Readonly<Record<string, Band>>;
}

/** Bands of runs that were recorded in the same weeks; NaN where no run has a value. */
export function bandsOf(replicates: readonly Recorded[]): Bands {
  const first = replicates[0]?.series;
  if (!first) return { weeks: [], bands: {} };
  const names = Object.keys(first.columns);
  return {
    weeks: first.tick,
    bands: Object.fromEntries(names.map((name) => [name, bandOf(replicates.map((r) => r.series.columns[name]!))])),
  };
}

function bandOf(columns: readonly (readonly number[])[]): Band {
  const weeks = columns[0]!.map((_, k) => columns.map((column) => column[k]!).filter((v) => !Number.isNaN(v)));
  const ends = weeks.map(interval);
  const known = (value: number | null) => value ?? Number.NaN;
  return {
    low: ends.map(([low]) => known(low)),
    median: weeks.map((values) => known(median(values))),
    high: ends.map(([, high]) => known(high)),
  };
}
