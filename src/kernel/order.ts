/** Orders of rows. */

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
