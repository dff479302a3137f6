/** Axes of small charts: round ticks for numbers, months and years for dates, and how values are written. */
import { dateOfDay } from "../../analysis/summary.ts";
import { parseDate } from "../../kernel/clock.ts";
import type { MeasureValue } from "../../observe/measure.ts";
import type { Language } from "../../observe/naming.ts";
import { NOTHING, shown } from "../../observe/numbers.ts";

/** What an axis runs from and to, and where it is marked. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/** How the values of a measure are written and laid on an axis. */
export type Scale = "number" | "share" | "flag" | "date";

/** The scale of a unit, as measures and context fields declare it. */
export function scaleOf(unit: string): Scale {
  if (unit === "date") return "date";
  if (unit === "0 or 1" || unit === "yes or no") return "flag";
  return /^share\b/.test(unit) ? "share" : "number";
}

/** Where a value stands on an axis: dates by their day; null where there is none. */
export function positionOf(value: MeasureValue | undefined): number | null {
  if (value === null || value === undefined || Number.isNaN(value)) return null;
  return typeof value === "string" ? parseDate(value) : value;
}

/** A value in words and digits. */
export function valueText(value: MeasureValue | undefined, scale: Scale, lang: Language): string {
  if (typeof value !== "number" || Number.isNaN(value))
    return value === null || value === undefined ? NOTHING : shown(value);
  if (scale === "flag" && value === 0) return lang === "zh" ? "否" : "no";
  if (scale === "flag" && value === 1) return lang === "zh" ? "是" : "yes";
  if (scale === "share") return percent(value, lang);
  return shown(value)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}

/** A share in percent, with a space before the sign in English. */
export function percent(share: number, lang: Language): string {
  const digits = Number((100 * share).toFixed(Math.abs(share) < 0.05 ? 1 : 0));
  return lang === "zh" ? `${digits}%` : `${digits} %`;
}

/** An axis that holds these positions, with about so many ticks. */
export function axisOf(positions: readonly number[], scale: Scale, lang: Language, count = 4): Axis {
  if (scale === "flag") return { low: -0.3, high: 1.3, ticks: [0, 1].map((at) => tickAt(at, scale, lang)) };
  const [least, most] = [Math.min(...positions), Math.max(...positions)];
  if (!Number.isFinite(least)) return { low: 0, high: 1, ticks: [] };
  const room = (most - least) * 0.06 || (scale === "date" ? 180 : Math.abs(most) * 0.2 || 0.5);
  const [low, high] = [least - room, most + room];
  const whole = scale === "number" && positions.every(Number.isInteger);
  const isTick = (tick: number) => !whole || Number.isInteger(tick);
  const at = scale === "date" ? dateTicks(low, high, count) : numberTicks(low, high, count).filter(isTick);
  return { low, high, ticks: at.map((t) => tickAt(t, scale, lang)) };
}

function tickAt(at: number, scale: Scale, lang: Language) {
  return { at, text: scale === "date" ? dateOfDay(at).slice(0, 7) : valueText(at, scale, lang) };
}

/** Round numbers within a range, about `count` of them: 1, 2, 5 or (but for counts of a few) 2.5 times a power of ten apart. */
export function numberTicks(low: number, high: number, count: number): number[] {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ((power === 1 ? [1, 2, 5, 10] : [1, 2, 2.5, 5, 10]).find((s) => s * power >= rough) ?? 10);
  const ticks: number[] = [];
  for (let k = Math.ceil(low / step); k * step <= high; k++) ticks.push(Number((k * step).toPrecision(12)));
  return ticks;
}

const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120];

/** First days of months within a range of days: about `count` of them. */
export function dateTicks(low: number, high: number, count: number): number[] {
  const months = MONTHS.find((m) => (high - low) / (m * 30.4) <= count + 1) ?? 240;
  const [year, month] = dateOfDay(Math.floor(low)).split("-").map(Number) as [number, number];
  const ticks: number[] = [];
  for (let k = Math.ceil((year * 12 + month - 1) / months) * months; ; k += months) {
    const day = parseDate(`${Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, "0")}-01`);
    if (day > high) return ticks;
    if (day >= low) ticks.push(day);
  }
}
