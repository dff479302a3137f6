/**
 * Student's t distribution: the share of it around 0, and the value that holds a share.
 *
 * The cumulative share for whole degrees of freedom is a finite sum; written with plain arithmetic it gives the same bits
 * on every engine.
 *
 * Source: M. Abramowitz & I. A. Stegun (1964), Handbook of mathematical functions, National Bureau of Standards, 26.7.3
 * and 26.7.4.
 */
import { checkRange } from "../kernel/check.ts";

/** Past so many degrees of freedom t is taken for as many: the third digit after the point no longer changes. */
const MOST = 100_000;

/**
 * A(t | n): the probability that |T| stays below t, for n degrees of freedom, a whole number of at least 1.
 *
 * @throws InputError for degrees of freedom that are none.
 */
export function tShare(t: number, degrees: number): number {
  checkRange("degrees", degrees, [1, Number.MAX_SAFE_INTEGER], "degrees of freedom", true);
  const n = Math.min(degrees, MOST);
  const size = Math.abs(t);
  const squared = n / (n + size * size); // cos² of the angle whose tangent is t / √n
  const sine = size / Math.sqrt(n + size * size);
  const odd = n % 2 === 1;
  let term = odd ? Math.sqrt(squared) : 1;
  let sum = n === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k <= n - 2; k += 2) {
    term *= ((k - 1) / k) * squared;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (arctangent(size / Math.sqrt(n)) + sine * sum) : sine * sum;
}

/** Values of t that were asked for, by share and degrees of freedom. */
const known = new Map<string, number>();

/**
 * The t that |T| stays below with probability `confidence`, in [0.5, 0.9999], for n degrees of freedom: 12.706 for 0.95
 * and 1, 1.96 for 0.95 and very many.
 *
 * @throws InputError for a number outside its range.
 */
export function tQuantile(confidence: number, degrees: number): number {
  checkRange("confidence", confidence, [0.5, 0.9999], "share of the distribution");
  const key = `${confidence} ${Math.min(degrees, MOST)}`;
  const found = known.get(key) ?? bisected(confidence, degrees);
  known.set(key, found);
  return found;
}

function bisected(confidence: number, degrees: number): number {
  let [low, high] = [0, 1];
  while (tShare(high, degrees) < confidence) high *= 2;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (tShare(middle, degrees) < confidence) low = middle;
    else high = middle;
  }
}

/** Arc tangent of x ≥ 0: the angle is halved until its series converges fast. */
function arctangent(x: number): number {
  if (x > 1) return Math.PI / 2 - arctangent(1 / x);
  let [y, scale] = [x, 1];
  for (; scale < 16; scale *= 2) y /= 1 + Math.sqrt(1 + y * y);
  let [term, sum] = [y, y];
  for (let k = 3; k < 25; k += 2) {
    term *= -y * y;
    sum += term / k;
  }
  return scale * sum;
}
