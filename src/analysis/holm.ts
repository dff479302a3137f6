/**
 * Many tests at once: p values raised so that, over the whole family, a true null is rejected with at most the level's
 * chance, however the tests depend on one another.
 *
 * Source: S. Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics
 * 6(2), 65-70.
 */
import { checkRange } from "../kernel/check.ts";

/**
 * Holm's step-down: the i-th smallest of m p values is multiplied by m - i + 1, made at least as large as those before
 * it, and cut off at 1.
 *
 * @param values p values in [0, 1], in any order; the result has the same order.
 * @param family tests in the family, those without a value included, which count as the largest; by default all have one.
 * @throws InputError for a value outside [0, 1], or a family smaller than its values.
 */
export function holm(values: readonly number[], family = values.length): number[] {
  for (const p of values) checkRange("p", p, [0, 1], "probability");
  checkRange("family", family, [values.length, Number.MAX_SAFE_INTEGER], "tests", true);
  const adjusted = new Array<number>(values.length);
  let before = 0;
  for (const [k, i] of [...values.keys()].sort((i, j) => values[i]! - values[j]!).entries()) {
    before = Math.max(before, Math.min(1, (family - k) * values[i]!));
    adjusted[i] = before;
  }
  return adjusted;
}
