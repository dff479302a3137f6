/** Where the dots of a row stand: those that would overlap are stacked. */
export interface Place {
  readonly x: number;
  readonly level: number;
}

export function stacked(xs: readonly number[], apart: number): Place[] {
  const levels = new Map<number, number>();
  return xs.map((x) => {
    const column = Math.round(x / apart);
    const level = levels.get(column) ?? 0;
    levels.set(column, level + 1);
    return { x: column * apart, level };
  });
}
