/** Dots of single runs on one line: those that would cover one another are stacked. */

export interface Dot {
  readonly x: number;
  /** Steps above or below the line: 0, 1, -1, 2 … */
  readonly level: number;
  /** Its place in the list of values. */
  readonly index: number;
}

/**
 * Lays dots at the positions of their values, nearest to the line first come.
 *
 * @param positions - null: a run without a value, which has no dot.
 * @param apart - Least distance of two dots on one level.
 */
export function stacked(positions: readonly (number | null)[], apart: number): Dot[] {
  const last = new Map<number, number>();
  const sorted = positions.flatMap((x, index) => (x === null ? [] : [{ x, index }])).sort((a, b) => a.x - b.x);
  return sorted.map(({ x, index }) => {
    let level = 0;
    while ((last.get(level) ?? Number.NEGATIVE_INFINITY) > x - apart) level = level > 0 ? -level : 1 - level;
    last.set(level, x);
    return { x, level, index };
  });
}

/** Distance between levels at which a stack fits into half the height; no more than `most`. */
export function levelStep(dots: readonly Dot[], half: number, most: number): number {
  const highest = Math.max(1, ...dots.map(({ level }) => Math.abs(level)));
  return Math.min(most, half / highest);
}
