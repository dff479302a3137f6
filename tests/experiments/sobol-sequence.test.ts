import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { polynomials } from "../../src/experiments/designs/directionNumbers.ts";
import { MOST_SOBOL_DIMENSIONS, sobolSequence } from "../../src/experiments/designs/sobolSequence.ts";

/** In which of `parts` equal parts of [0, 1) each value lies, sorted. */
const partsOf = (values: readonly number[], parts: number) =>
  values.map((x) => Math.floor(x * parts)).sort((a, b) => a - b);
const upTo = (n: number) => Array.from({ length: n }, (_, k) => k);
const column = (design: readonly (readonly number[])[], j: number) => design.map((point) => point[j]!);

describe("the plain sequence has the values that other programs give", () => {
  // scipy 1.17.1: scipy.stats.qmc.Sobol(337, scramble=False, bits=32).random(8)[:, d - 1] * 16
  test.each([
    [1, [0, 8, 12, 4, 6, 14, 10, 2]],
    [2, [0, 8, 4, 12, 6, 14, 2, 10]],
    [3, [0, 8, 4, 12, 10, 2, 14, 6]],
    [10, [0, 8, 12, 4, 10, 2, 6, 14]],
    [64, [0, 8, 12, 4, 2, 10, 14, 6]],
    [200, [0, 8, 4, 12, 14, 6, 10, 2]],
    [337, [0, 8, 4, 12, 6, 14, 2, 10]],
  ])("first eight points, dimension %d", (d, sixteenths) => {
    const design = sobolSequence({ points: 8, dimensions: d });
    expect(column(design, d - 1).map((x) => x * 16)).toEqual(sixteenths);
  });

  // the same object's random(1024)[i, [2, 9, 63, 336]] * 1024
  test.each([
    [100, [792, 712, 664, 968]],
    [777, [167, 331, 437, 1011]],
    [1023, [627, 871, 41, 167]],
  ])("point %d, reached by skipping those before it", (i, expected) => {
    const [point] = sobolSequence({ points: 1, dimensions: 337, skip: i });
    expect([2, 9, 63, 336].map((j) => point![j]! * 1024)).toEqual(expected);
  });
});

describe("the direction numbers", () => {
  test("belong to one primitive polynomial each, of which all to degree 11 are there", () => {
    const seen = new Set<number>();
    for (const { a, m } of polynomials()) {
      const s = m.length;
      const polynomial = (1 << s) | (a << 1) | 1;
      seen.add(polynomial);
      // primitive: the powers of x run through all 2^s - 1 nonzero residues before they come back to 1
      let [power, order] = [1, 0];
      do {
        power <<= 1;
        if (power >> s) power ^= polynomial;
        order++;
      } while (power !== 1 && order < 1 << s);
      expect([polynomial, order]).toEqual([polynomial, (1 << s) - 1]);
    }
    // φ(2^s - 1) / s primitive polynomials of degree s: 1 1 2 2 6 6 18 16 48 60 176
    expect(seen.size).toBe(1 + 1 + 2 + 2 + 6 + 6 + 18 + 16 + 48 + 60 + 176);
    expect(seen.size + 1).toBe(MOST_SOBOL_DIMENSIONS);
  });

  test("are odd and below 2^k at place k", () => {
    const bad = polynomials().flatMap(({ m }) => m.filter((n, k) => n % 2 === 0 || n >= 2 << k));
    expect(bad).toEqual([]);
  });
});

describe("plain and scrambled alike", () => {
  test.each([undefined, 7])("each axis of 2^m points has one in every interval of length 2^-m (seed %s)", (seed) => {
    const scramble = seed === undefined ? {} : { seed };
    const design = sobolSequence({ points: 512, dimensions: MOST_SOBOL_DIMENSIONS, ...scramble });
    for (const n of [2, 16, 256, 512])
      for (let j = 0; j < MOST_SOBOL_DIMENSIONS; j++) {
        if (partsOf(column(design.slice(0, n), j), n).some((part, k) => part !== k))
          expect.fail(`axis ${j + 1} of ${n} points misses an interval`);
      }
  });

  test("every aligned block of 2^m points has that balance, whatever the seed", () => {
    const size = fc.integer({ min: 0, max: 7 });
    fc.assert(
      fc.property(fc.string(), size, fc.nat(50), (seed, m, block) => {
        const points = 2 ** m;
        const design = sobolSequence({ points, dimensions: 12, skip: block * points, seed });
        for (let j = 0; j < 12; j++) expect(partsOf(column(design, j), points)).toEqual(upTo(points));
      }),
      { numRuns: 50, seed: 1 },
    );
  });

  test.each([undefined, 3])(
    "the first two axes are a (0, m, 2)-net: one point in every box of volume 2^-m (seed %s)",
    (seed) => {
      const scramble = seed === undefined ? {} : { seed };
      const design = sobolSequence({ points: 64, dimensions: 2, ...scramble });
      for (let k = 0; k <= 6; k++) {
        const [wide, high] = [2 ** k, 2 ** (6 - k)];
        const boxes = design.map(([x, y]) => Math.floor(x! * wide) * high + Math.floor(y! * high));
        expect(boxes.sort((a, b) => a - b)).toEqual(upTo(64));
      }
    },
  );

  test.each([undefined, "s"])("more points and more axes leave the earlier ones as they are (seed %s)", (seed) => {
    const scramble = seed === undefined ? {} : { seed };
    const small = sobolSequence({ points: 10, dimensions: 3, ...scramble });
    const large = sobolSequence({ points: 40, dimensions: 9, ...scramble });
    expect(large.slice(0, 10).map((point) => point.slice(0, 3))).toEqual(small);
  });
});

describe("scrambling", () => {
  test("is a matter of the seed", () => {
    const at = (seed: number) => sobolSequence({ points: 16, dimensions: 2, seed });
    expect(at(1)).toEqual(at(1));
    expect(at(1)).not.toEqual(at(2));
  });

  test("makes each point uniform: over 400 seeds the sixth point's mean is 1/2 and its variance 1/12", () => {
    const drawn = upTo(400).map((seed) => sobolSequence({ points: 1, dimensions: 5, skip: 5, seed })[0]!);
    for (let j = 0; j < 5; j++) {
      const values = column(drawn, j);
      const mean = values.reduce((sum, x) => sum + x, 0) / 400;
      const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 400;
      expect(Math.abs(mean - 1 / 2)).toBeLessThan(0.06); // four standard errors: 4 · 0.289 / 20
      expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.015); // four: 4 · sqrt(1 / 180) / 20
    }
  });

  test("is nested: what is below the first digit is scrambled in each half of an axis by itself", () => {
    // in the plain sequence the first two points, 0 and 1/2, agree below the first digit; a shift would leave that so
    const below = upTo(400).map((seed) => sobolSequence({ points: 2, dimensions: 1, seed }).map(([x]) => (2 * x!) % 1));
    const covariance = below.reduce((sum, [x, y]) => sum + (x! - 0.5) * (y! - 0.5), 0) / 400;
    expect(Math.abs(covariance * 12)).toBeLessThan(0.2); // four standard errors of a correlation: 4 / 20
  });

  test("keeps axes independent: two axes of one point are uncorrelated over seeds", () => {
    const drawn = upTo(400).map((seed) => sobolSequence({ points: 1, dimensions: 2, skip: 1, seed })[0]!);
    const covariance = drawn.reduce((sum, [x, y]) => sum + (x! - 0.5) * (y! - 0.5), 0) / 400;
    expect(Math.abs(covariance * 12)).toBeLessThan(0.2); // four standard errors of a correlation: 4 / 20
  });
});

test("what cannot be made is refused with its bounds", () => {
  expect(() => sobolSequence({ points: 0, dimensions: 2 })).toThrow(
    /points must be a whole number in \[1, 16777216\].*got 0/,
  );
  expect(() => sobolSequence({ points: 8, dimensions: 338 })).toThrow(/at most 337 dimensions.*got 338/);
  expect(() => sobolSequence({ points: 8, dimensions: 2, skip: -1 })).toThrow(/skip must be a whole number.*got -1/);
});
