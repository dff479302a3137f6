/** From values to places in a chart, and the round numbers that stand beside it. */

export interface Domain {
  readonly low: number;
  readonly high: number;
}

/** Smallest and largest of all numbers in the lists; null where there is none. */
export function extent(lists: readonly (readonly number[])[]): Domain | null {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const list of lists) {
    for (const value of list) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return low <= high ? { low, high } : null;
}

/** The step of 1, 2 or 5 times a power of ten that cuts a span into about `count` parts. */
export function niceStep(span: number, count: number): number {
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const part = rough / power - 1e-9;
  return power * (part > 5 ? 10 : part > 2 ? 5 : part > 1 ? 2 : 1);
}

/** A domain that ends on round numbers, at least `least` wide, with those numbers. */
export function niceScale(
  found: Domain | null,
  least: number,
  count = 3,
): Domain & { readonly ticks: readonly number[] } {
  const { low, high } = found ?? { low: 0, high: least };
  const lacking = Math.max(0, least - (high - low)) / 2;
  // Nothing that is shown falls below 0.
  const from = low < 0 ? low : Math.max(0, low - lacking);
  const to = Math.max(high + lacking, from + least);
  const step = niceStep(to - from, count);
  const [first, last] = [Math.floor(from / step + 1e-9), Math.ceil(to / step - 1e-9)];
  const ticks = Array.from({ length: last - first + 1 }, (_, k) => rounded((first + k) * step));
  return { low: ticks[0]!, high: ticks[ticks.length - 1]!, ticks };
}

const rounded = (value: number) => Number(value.toPrecision(12));

/** Height from the top, 0–100, at which a value stands. */
export function heightOf(value: number, { low, high }: Domain): number {
  return 100 * (1 - (value - low) / (high - low));
}

/** Weeks at which years begin, with the year. `weekOf` tells the week of a date. */
export function yearTicks(start: string, weeks: number, weekOf: (date: string) => number) {
  const ticks: { readonly week: number; readonly year: number }[] = [];
  for (let year = Number(start.slice(0, 4)); ; year++) {
    const week = weekOf(`${year}-01-01`);
    if (week > weeks) return ticks;
    ticks.push({ week: Math.max(0, week), year });
  }
}

/** Moves places apart so that none is nearer to the next than `gap`, and all lie between 0 and `end`. */
export function spreadOut(places: readonly number[], gap: number, end: number): number[] {
  const moved: number[] = [];
  places.forEach((place, k) => {
    moved.push(k === 0 ? Math.max(0, place) : Math.max(place, moved[k - 1]! + gap));
  });
  for (let k = moved.length - 1, most = end; k >= 0 && moved[k]! > most; k--, most -= gap) moved[k] = most;
  return moved;
}
