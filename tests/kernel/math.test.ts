import { describe, expect, test } from "vitest";
import { clamp, exp, log, logistic, logit, power, weeklyRetention } from "../../src/kernel/math.ts";

const float = new Float64Array(1);
const word = new BigInt64Array(float.buffer);

/** Place of a number in the order of all float64: neighbors differ by 1. */
function place(x: number): bigint {
  float[0] = x;
  return word[0]! < 0n ? -(word[0]! & 0x7fffffffffffffffn) : word[0]!;
}

/** Distance in units in the last place. */
function ulps(a: number, b: number): number {
  const gap = place(a) - place(b);
  return Number(gap < 0n ? -gap : gap);
}

/** Values spread over [low, high] by a low-discrepancy sequence (multiples of the golden ratio). */
function spread(low: number, high: number, count = 20_000): number[] {
  return Array.from({ length: count }, (_, i) => low + (high - low) * ((i * 0.6180339887498949) % 1));
}

// The engine's Math functions are an independent reference; they are themselves within 1 ulp of the true value.
describe("exponential and logarithm", () => {
  test.each([
    [-1, 1],
    [-40, 40],
    [-700, 700],
    [-1e-8, 1e-8],
  ])("exp is within 1 ulp of the reference on [%f, %f]", (low, high) => {
    const worst = Math.max(...spread(low, high).map((x) => ulps(exp(x), Math.exp(x))));
    expect(worst).toBeLessThanOrEqual(1);
  });

  test.each([
    [1e-300, 1e-290],
    [1e-6, 1],
    [0.5, 2],
    [0.999, 1.001],
    [1, 1e6],
    [1e300, 1e308],
  ])("log is within 1 ulp of the reference on [%f, %f]", (low, high) => {
    const worst = Math.max(...spread(low, high).map((x) => ulps(log(x), Math.log(x))));
    expect(worst).toBeLessThanOrEqual(1);
  });

  test("powers of two have exact logarithms to 1 ulp over the whole range of exponents", () => {
    for (let k = -1074; k < 1024; k++) expect(ulps(log(2 ** k), Math.log(2 ** k))).toBeLessThanOrEqual(1);
  });

  test("edges are those of the mathematical functions", () => {
    expect([exp(0), exp(-0), exp(Number.NEGATIVE_INFINITY), exp(Number.POSITIVE_INFINITY)]).toEqual([
      1,
      1,
      0,
      Infinity,
    ]);
    expect([log(1), log(0), log(-0), log(Number.POSITIVE_INFINITY)]).toEqual([0, -Infinity, -Infinity, Infinity]);
    expect([exp(Number.NaN), log(Number.NaN), log(-1), log(Number.NEGATIVE_INFINITY)]).toEqual([NaN, NaN, NaN, NaN]);
  });

  test("exp reaches the largest number and overflows just above it", () => {
    expect(ulps(exp(709.782712893384), Math.exp(709.782712893384))).toBeLessThanOrEqual(1);
    expect(exp(709.7827128933841)).toBe(Infinity);
  });

  test("exp gives 0 below -708, where results would lose bits", () => {
    expect(exp(-707.9)).toBeGreaterThan(0);
    expect(exp(-708.1)).toBe(0);
  });
});

describe("what is built from them", () => {
  test("power agrees with the reference within its stated error", () => {
    for (const x of [0.01, 0.5, 0.96, 1, 1.5, 10]) {
      for (const y of [-3, -0.5, 12 / 52, 1, 2.5, 20]) {
        const error = Math.abs(power(x, y) / x ** y - 1);
        expect(error).toBeLessThanOrEqual((2 + Math.abs(y * Math.log(x))) * Number.EPSILON);
      }
    }
  });

  test("power knows 0 and the exponent 0", () => {
    expect([power(0, 0), power(7, 0), power(0, 2), power(0, -1)]).toEqual([1, 1, 0, Infinity]);
  });

  test("logistic is 1/2 at 0, symmetric, rising, and stays in [0, 1] at any distance", () => {
    expect(logistic(0)).toBe(0.5);
    const values = spread(-30, 30, 999).sort((a, b) => a - b);
    values.forEach((x, i) => {
      expect(logistic(x) + logistic(-x)).toBeCloseTo(1, 14);
      if (i > 0) expect(logistic(x)).toBeGreaterThanOrEqual(logistic(values[i - 1]!));
    });
    expect([logistic(-1e9), logistic(1e9)]).toEqual([0, 1]);
  });

  test("logit undoes logistic", () => {
    for (const p of spread(0.001, 0.999, 500)) expect(logistic(logit(p))).toBeCloseTo(p, 13);
  });

  test("clamp gives the nearest value inside", () => {
    expect([clamp(-2, 0, 1), clamp(0.3, 0, 1), clamp(9, 0, 1)]).toEqual([0, 0.3, 1]);
  });

  test("52 weeks of weekly retention are 12 months of monthly retention", () => {
    for (const monthly of [0.7, 0.9, 0.96, 1]) {
      expect(power(weeklyRetention(monthly), 52)).toBeCloseTo(power(monthly, 12), 12);
    }
  });
});
