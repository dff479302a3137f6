/** Values as a reader meets them: few digits, dates as they are, a dash where there is none. */
import type { MeasureValue } from "./measure.ts";

export const NOTHING = "–";

/** A measure's value: whole numbers as such, others with as many decimals as tell something. */
export function shown(value: MeasureValue | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return NOTHING;
  if (typeof value === "string") return value;
  if (Number.isInteger(value)) return String(value);
  const size = Math.abs(value);
  if (size < 1) return value.toFixed(3);
  return String(Number(value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2)));
}

export interface Spread {
  readonly median: MeasureValue;
  readonly q05: MeasureValue;
  readonly q95: MeasureValue;
}

/** Median with the interval that holds 90 % of the runs; the median alone where all runs agree. */
export function spread({ median, q05, q95 }: Spread): string {
  if (q05 === q95 && q05 === median) return shown(median);
  return `${shown(median)} [${shown(q05)}, ${shown(q95)}]`;
}
