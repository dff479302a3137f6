/** A series as one line of bars. */

const BARS = "▁▂▃▄▅▆▇█";
/** A series that moves by less than this share of its size is drawn flat. */
const FLAT = 0.005;

/**
 * Bars of a series, resampled to at most `width`; null is a blank. Heights go from `low` to `high`, by default the
 * series' own least and greatest value.
 */
export function sparkline(values: readonly (number | null)[], width: number, [low, high] = rangeOf(values)): string {
  const shown = resample(values, width);
  const flat = high - low <= FLAT * Math.max(Math.abs(low), Math.abs(high));
  const height = (v: number) => (!flat ? Math.round(((v - low) / (high - low)) * (BARS.length - 1)) : 0);
  return shown.map((v) => (v === null ? " " : BARS[Math.min(BARS.length - 1, Math.max(0, height(v)))]!)).join("");
}

/** Least and greatest value of a series; [0, 0] if it has none. */
export function rangeOf(values: readonly (number | null)[]): readonly [number, number] {
  const present = values.filter((v) => v !== null);
  return present.length === 0 ? [0, 0] : [Math.min(...present), Math.max(...present)];
}

/** Means over equal stretches of a series that is longer than `width`. */
function resample(values: readonly (number | null)[], width: number): (number | null)[] {
  if (values.length <= width) return [...values];
  return Array.from({ length: width }, (_, k) => {
    const from = Math.floor((k * values.length) / width);
    const part = values.slice(from, Math.floor(((k + 1) * values.length) / width)).filter((v) => v !== null);
    return part.length === 0 ? null : part.reduce((sum, v) => sum + v, 0) / part.length;
  });
}
