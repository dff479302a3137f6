/** Orders and groups of rows. */
import type { Table } from "./table.ts";

/**
 * The items of `order` (rows of `keys`; default: all of them) by their keys, whole numbers in [0, n), ascending; items of
 * equal keys keep their order. Sorting by one key and then by another therefore sorts by both.
 */
export function sortedBy(keys: ArrayLike<number>, n: number, order?: Int32Array): Int32Array {
  const items = order ?? Int32Array.from({ length: keys.length }, (_, k) => k);
  const next = new Int32Array(n + 1);
  for (const k of items) next[keys[k]! + 1]!++;
  for (let i = 0; i < n; i++) next[i + 1]! += next[i]!;
  const sorted = new Int32Array(items.length);
  for (const k of items) sorted[next[keys[k]!]!++] = k;
  return sorted;
}

/**
 * The living rows of a table by group, say organizations by community, as they stood when `gather` was last called: those
 * of group g are `rows[k]` for k from `start[g]` to before `start[g + 1]`, ascending. For mechanisms that look at each
 * group in turn: a scan of the whole table for each would cost the square of a city.
 */
export class Groups {
  rows = new Int32Array(0);
  start = new Int32Array(0);

  /** @param group - The group of each row, in [0, groups). */
  gather(table: Table, group: Int32Array, groups: number): void {
    if (this.rows.length < table.rows) this.rows = new Int32Array(Math.ceil(1.5 * table.rows));
    if (this.start.length < groups + 1) this.start = new Int32Array(groups + 1);
    const { rows, start } = this;
    const { alive } = table;
    start.fill(0);
    for (let row = 0; row < table.rows; row++) if (alive[row]) start[group[row]!]!++;
    let end = 0;
    for (let g = 0; g < groups; g++) start[g] = end += start[g]!;
    start[groups] = end;
    for (let row = table.rows - 1; row >= 0; row--) if (alive[row]) rows[--start[group[row]!]!] = row;
  }
}

/** Moves row p of each array, `widths` items long, to row `place[p]`; in place, by exchanging along the cycles of `place`. */
export function permute(
  place: Int32Array,
  arrays: readonly (Int32Array | Float32Array | Uint8Array)[],
  widths: number[],
): void {
  for (let p = 0; p < place.length; p++) {
    while (place[p] !== p) {
      const q = place[p]!;
      for (let a = 0; a < arrays.length; a++) exchange(arrays[a]!, p * widths[a]!, q * widths[a]!, widths[a]!);
      place[p] = place[q]!;
      place[q] = q;
    }
  }
}

function exchange(array: Int32Array | Float32Array | Uint8Array, a: number, b: number, width: number): void {
  for (let k = 0; k < width; k++) {
    const held = array[a + k]!;
    array[a + k] = array[b + k]!;
    array[b + k] = held;
  }
}
