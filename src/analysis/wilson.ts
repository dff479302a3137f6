/**
 * Wilson's score interval of a share.
 *
 * Sources: E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference, Journal of the American
 * Statistical Association 22(158), 209-212; R. G. Newcombe (1998), Two-sided confidence intervals for the single proportion:
 * comparison of seven methods, Statistics in Medicine 17, 857-872 (method 3).
 */
import { checkRange } from "../kernel/check.ts";

export interface ShareInterval {
  readonly count: number;
  readonly n: number;
  /** count / n; null of nothing, as are the ends. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Of the normal distribution, for 95 %. */
const Z = 1.959963984540054;

/**
 * The 95 % interval of a share that was `count` of `n`.
 *
 * @throws InputError unless both are whole and count lies in [0, n].
 */
export function wilsonInterval(count: number, n: number): ShareInterval {
  checkRange("n", n, [0, Number.MAX_SAFE_INTEGER], "cases", true);
  checkRange("count", count, [0, n], "of all cases", true);
  if (n === 0) return { count, n, share: null, low: null, high: null };
  const share = count / n;
  const center = share + (Z * Z) / (2 * n);
  const half = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  const whole = 1 + (Z * Z) / n;
  return { count, n, share, low: Math.max(0, (center - half) / whole), high: Math.min(1, (center + half) / whole) };
}
