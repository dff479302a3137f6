/** Medians and spreads of timings. */

/** Nanoseconds an agent-step over the rounds: median, least, greatest. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function spread(values: readonly number[]): Spread {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}

/** The median of the ratios of rounds that were run one right after the other: what slows both leaves it as it is. */
export function pairedRatio(a: readonly number[], b: readonly number[]): number {
  return median(a.map((x, k) => x / b[k]!));
}
