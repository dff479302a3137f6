/** Measures of a course: peaks and changes, read from the recorded series. */
import { measure, type Reading } from "./measure.ts";

/** Date of the highest value of a series, smoothed over three records; null if it is the last (still rising). */
function peak(name: string): (reading: Reading) => string | null {
  return ({ series, run }) => {
    const values = series.columns[name] ?? []; // where it is not recorded, nothing is known of its course
    const smooth = values.map((_, k) => {
      const near = values.slice(Math.max(0, k - 1), k + 2).filter((v) => !Number.isNaN(v));
      return near.length === 0 ? Number.NEGATIVE_INFINITY : near.reduce((sum, v) => sum + v, 0) / near.length;
    });
    const at = smooth.indexOf(Math.max(...smooth));
    return at < 0 || at === smooth.length - 1 ? null : run.clock.date(series.tick[at]!);
  };
}

/** Value now less value in the first record after `from` weeks. */
function change(name: string, from: number): (reading: Reading) => number | null {
  return ({ series }) => {
    const values = series.columns[name] ?? [];
    const first = series.tick.findIndex((t, k) => t >= from && !Number.isNaN(values[k]!));
    return first < 0 || values.length < 2 ? null : values[values.length - 1]! - values[first]!;
  };
}

const FIRST_MONTHS = 8;
const FIRST_YEAR = 52;

export const TRENDS = [
  measure("trustPeakDate", "date", "peak of trust", "信任的高点", peak("meanTrust")),
  measure("belongingPeakDate", "date", "peak of belonging", "归属感的高点", peak("meanBelonging")),
  measure(
    "trustChange",
    "probability",
    "change of trust since the second month",
    "第二个月以来信任的变化",
    change("meanTrust", FIRST_MONTHS),
  ),
  measure(
    "belongingChange",
    "[0, 1]",
    "change of belonging since the second month",
    "第二个月以来归属感的变化",
    change("meanBelonging", FIRST_MONTHS),
  ),
  measure(
    "orientationChange",
    "steps",
    "change of mean orientation since the first year",
    "首年以来平均取向的变化",
    change("meanOrientation", FIRST_YEAR),
  ),
];
