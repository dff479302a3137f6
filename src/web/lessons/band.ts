/** A band over many runs. */
import type { Replicate } from "../engine/replicate.ts";

export interface WeeklyBand {
  readonly weeks: readonly number[];
  readonly low: readonly number[];
  readonly median: readonly number[];
  readonly high: readonly number[];
}

/** The central nine tenths and the median of a series, week by week; weeks in which no run has a value are left out. */
export function bandOf(replicates: readonly Replicate[], name: string): WeeklyBand {
  const rows = (replicates[0]?.series.tick ?? []).flatMap((week, k) => {
    const values = replicates
      .map((r) => r.series.columns[name]?.[k])
      .filter((v) => v !== undefined && !Number.isNaN(v));
    const sorted = (values as number[]).sort((a, b) => a - b);
    if (sorted.length === 0) return [];
    const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
    return [{ week, low: at(0.05), median: at(0.5), high: at(0.95) }];
  });
  return {
    weeks: rows.map((r) => r.week),
    low: rows.map((r) => r.low),
    median: rows.map((r) => r.median),
    high: rows.map((r) => r.high),
  };
}
