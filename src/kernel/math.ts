/**
 * Exponential, logarithm and what is built from them, from plain arithmetic.
 *
 * `Math.exp`, `Math.log` and `**` differ in their last bits between JavaScript engines; sums, products and
 * quotients of float64 do not. Every function here therefore gives the same bits everywhere.
 *
 * Source: the algorithms (argument reduction and coefficients) are those of fdlibm's e_exp.c and e_log.c,
 * Copyright (C) 1993 Sun Microsystems, freely granted; error below 1 ulp for exp and log.
 */

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
/** Index of the word that holds sign and exponent: engines may run on either byte order. */
const HIGH = (() => {
  float[0] = 1;
  return words[1] === 0x3ff00000 ? 1 : 0;
})();

/** 2 to the power k at [k + 1023], exact, for k in [-1023 (here 0), 1023]: a look-up is faster than setting bits. */
const POWERS_OF_TWO = Float64Array.from({ length: 2047 }, (_, k) => {
  words[1 - HIGH] = 0;
  words[HIGH] = k << 20;
  return float[0]!;
});

/** e to the power x. Overflows to Infinity above 709.78, underflows to 0 below -708. */
export function exp(x: number): number {
  if (!(x >= -708 && x <= 709)) return expAtTheEnds(x);
  const k = Math.floor(x * INVERSE_LN2 + 0.5) | 0;
  return exponential(x, k) * POWERS_OF_TWO[k + 1023]!;
}

function expAtTheEnds(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -708) return 0;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  const y = exponential(x, k);
  return k === 1024 ? y * 2 * POWERS_OF_TWO[2046]! : y * POWERS_OF_TWO[k + 1023]!;
}

/** e to the power x over 2 to the power k, the nearest one. */
function exponential(x: number, k: number): number {
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const z = r * r;
  const c =
    r -
    z *
      (1.66666666666666019037e-1 +
        z *
          (-2.77777777770155933842e-3 +
            z * (6.61375632143793436117e-5 + z * (-1.6533902205465251539e-6 + z * 4.13813679705723846039e-8))));
  return 1 - (low - (r * c) / (2 - c) - high);
}

/** Natural logarithm of x. -Infinity at 0, NaN below. */
export function log(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (!(x > 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let scaled = x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    scaled = x * 18014398509481984; // 2^54, so that subnormals have a full mantissa
    k = -54;
  }
  float[0] = scaled;
  k += (words[HIGH]! >>> 20) - 1023;
  words[HIGH] = (words[HIGH]! & 0xfffff) | 0x3ff00000;
  let m = float[0]!;
  if (m > 1.4142135623730951) {
    m *= 0.5;
    k += 1;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const even =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + odd + even) + k * LN2_LOW) - f);
}

/** x to the power y for x >= 0; relative error about |y log x| ulp. */
export function power(x: number, y: number): number {
  if (y === 0) return 1;
  if (x === 0) return y > 0 ? 0 : Number.POSITIVE_INFINITY;
  return exp(y * log(x));
}

/** The logistic function 1 / (1 + e^-x), in (0, 1). */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

/** Inverse of the logistic function, for p in (0, 1). */
export function logit(p: number): number {
  return log(p / (1 - p));
}

/** The nearest value to x inside [low, high]. */
export function clamp(x: number, low: number, high: number): number {
  return x < low ? low : x > high ? high : x;
}

/** What is left of a stock after a week, when `monthly` is left after a month (52/12 weeks). */
export function weeklyRetention(monthly: number): number {
  return power(monthly, 12 / 52);
}
