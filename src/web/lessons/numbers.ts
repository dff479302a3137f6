/** Numbers as explanations say them. */
import type { Text } from "../../model/vocabulary.ts";
import type { MeasureName } from "../../observe/measures.ts";
import type { Replicate } from "../engine/replicate.ts";

/** 0.456 as ".46"; a minus sign is a minus sign. */
export function num(value: number | null | undefined, digits = 2): string {
  if (value === null || value === undefined || Number.isNaN(value)) return "–";
  return value.toFixed(digits).replace("-", "−");
}

export function percent(value: number | null | undefined): string {
  return value === null || value === undefined || Number.isNaN(value) ? "–" : `${Math.round(100 * value)}%`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The month of a date, in words. */
export function month(date: string): Text {
  const [year, m] = date.split("-").map(Number);
  return { en: `${MONTHS[m! - 1]} ${year}`, zh: `${year}年${m}月` };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, v) => sum + v, 0) / values.length;
}

/** A measure of a replicate at its end, or at a date at which it was read; null if it has none. */
export function measureIn(replicate: Replicate, name: MeasureName, at?: string): number | null {
  const value = (at === undefined ? replicate.measures : replicate.readings[at])?.[name];
  return typeof value === "number" && !Number.isNaN(value) ? value : null;
}

export function valuesOf(replicates: readonly Replicate[], read: (r: Replicate) => number | null): number[] {
  return replicates.map(read).filter((v): v is number => v !== null);
}

/** A series of a replicate at a week: the last value not after it. */
export function seriesAt({ series }: Replicate, name: string, week: number): number | null {
  const at = series.tick.findLastIndex((t) => t <= week);
  const value = at < 0 ? undefined : series.columns[name]?.[at];
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** The week and height of the highest value. */
export function peakOf(values: readonly number[]): { readonly week: number; readonly value: number } {
  let [week, value] = [0, Number.NEGATIVE_INFINITY];
  values.forEach((v, k) => {
    if (v > value) [week, value] = [k, v];
  });
  return { week, value };
}

/** Differences b less a of runs with the same seed. */
export function paired(
  a: readonly Replicate[],
  b: readonly Replicate[],
  read: (r: Replicate) => number | null,
): number[] {
  return a.flatMap((one) => {
    const other = b.find((r) => r.replicate === one.replicate);
    const [from, to] = [read(one), other ? read(other) : null];
    return from === null || to === null ? [] : [to - from];
  });
}

/**
 * How typical a value is among many, honestly: how many lie below and above, and whether it is one of the middle half.
 */
export function typicality(own: number, values: readonly number[]): Text {
  const n = values.length;
  const below = values.filter((v) => v < own).length;
  const above = values.filter((v) => v > own).length;
  const position = (below + (n - below - above) / 2) / n;
  const word =
    position >= 0.25 && position <= 0.75
      ? { en: "a typical run", zh: "属于典型的运行" }
      : position >= 0.075 && position <= 0.925
        ? { en: "away from the middle, yet within what is usual", zh: "偏离中间，但仍属常见" }
        : { en: "at the edge: do not take it for the rule", zh: "处在边缘，不可当作常态" };
  return {
    en: `Of ${n} runs with this setting, ${below} have less and ${above} have more: this one is ${word.en}.`,
    zh: `同样设定的${n}次运行中，${below}次低于它，${above}次高于它：${word.zh}。`,
  };
}
