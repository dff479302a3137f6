/** Summaries of a measure over replicates: median, quantiles, mean, standard deviation. */
import { createClock, parseDate } from "../kernel/clock.ts";
import type { MeasureValue } from "../observe/measure.ts";

/**
 * Quantile p of a sample, by linear interpolation between order statistics: position (n - 1)·p (type 7 of Hyndman & Fan
 * 1996, Sample quantiles in statistical packages, The American Statistician 50(4)). null for an empty sample.
 */
export function quantile(values: readonly number[], p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a quantile's share must lie in [0, 1]; got ${p}`);
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * p;
  const low = Math.floor(position);
  const [a, b] = [sorted[low]!, sorted[Math.ceil(position)]!];
  return a === b ? a : a + (position - low) * (b - a);
}

/** Middle of a sample; null for an empty one. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}

/** Arithmetic mean; null for an empty sample. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, v) => sum + v, 0) / values.length;
}

/** Mean of the values that there are; null of none. */
export const meanOf = (values: readonly (number | null)[]) => mean(values.filter((value) => value !== null));

/** Standard deviation of a sample (n - 1); null for fewer than two values. */
export function sd(values: readonly number[]): number | null {
  const center = mean(values);
  if (center === null || values.length < 2) return null;
  return Math.sqrt(values.reduce((sum, v) => sum + (v - center) ** 2, 0) / (values.length - 1));
}

/** Ends of the interval that holds the middle 90 % of a sample; nulls for an empty one. */
export function interval(values: readonly number[]): readonly [number | null, number | null] {
  return [quantile(values, 0.05), quantile(values, 0.95)];
}

/** A measure over replicates. Dates come as ISO dates, and have no mean. */
export interface Summary {
  /** Replicates, and how many of them have no value. */
  readonly n: number;
  readonly missing: number;
  readonly median: MeasureValue;
  readonly q05: MeasureValue;
  readonly q95: MeasureValue;
  readonly mean: number | null;
  readonly sd: number | null;
}

/**
 * Summary of a measure over replicates, some of which may have no value.
 *
 * A date that is null has not come yet: it counts as later than every date, and a quantile that falls among such is
 * null. A number that is null (a share of nothing, say) is left out; where more than half are, the quantiles are null.
 */
export function summarize(values: readonly MeasureValue[]): Summary {
  const present = values.filter((v) => v !== null);
  const [n, missing] = [values.length, values.length - present.length];
  const dates = present.filter((v) => typeof v === "string");
  if (dates.length > 0) return { n, missing, ...dateQuantiles(dates, missing), mean: null, sd: null };
  const numbers = present as number[];
  const known = missing * 2 > n ? [] : numbers;
  const [q05, q95] = interval(known);
  return { n, missing, median: median(known), q05, q95, mean: mean(numbers), sd: sd(numbers) };
}

function dateQuantiles(dates: readonly string[], missing: number): Pick<Summary, "median" | "q05" | "q95"> {
  const days = [...dates.map((d) => parseDate(d)), ...new Array<number>(missing).fill(Number.POSITIVE_INFINITY)];
  const at = (p: number) => {
    const day = quantile(days, p)!;
    return day < Number.POSITIVE_INFINITY ? dateOfDay(Math.round(day)) : null;
  };
  return { median: at(0.5), q05: at(0.05), q95: at(0.95) };
}

/** The calendar counts weeks, so that a day is a week of the clock that begins on its weekday. */
const CLOCKS = Array.from({ length: 7 }, (_, weekday) => createClock(`1970-01-0${weekday + 1}`));

/** ISO date of a day number (days from 1970-01-01). */
export function dateOfDay(day: number): string {
  const week = Math.floor(day / 7);
  return CLOCKS[day - 7 * week]!.date(week);
}
