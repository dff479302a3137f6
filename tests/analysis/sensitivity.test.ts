import { describe, expect, test } from "vitest";
import { morrisEffects } from "../../src/analysis/sensitivity/morrisEffects.ts";
import { sobolIndices } from "../../src/analysis/sensitivity/sobolIndices.ts";
import { morris } from "../../src/experiments/designs/morris.ts";
import { saltelli } from "../../src/experiments/designs/saltelli.ts";
import { InputError } from "../../src/kernel/check.ts";

type Model = (x: readonly number[]) => number;

const sum = (values: readonly number[]) => values.reduce((total, v) => total + v, 0);
const product = (values: readonly number[]) => values.reduce((total, v) => total * v, 1);

/** Ishigami & Homma (1990) with a = 7, b = 0.1 on [-π, π]³. */
const ishigami: Model = (u) => {
  const [x, y, z] = u.map((v) => Math.PI * (2 * v - 1)) as [number, number, number];
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
};
/**
 * Its indices as published (Saltelli et al. 2008, Global sensitivity analysis: the primer, Wiley); by hand V1 = (1 + bπ⁴/5)²/2,
 * V2 = a²/8, V13 = 8b²π⁸/225, and no other parts.
 */
const ISHIGAMI = { first: [0.3139, 0.4424, 0], total: [0.5576, 0.4424, 0.2437] };

/** Sobol's G function, and its indices from its closed form (as in Saltelli et al. 2010). */
const A = [0, 1, 4.5, 9, 99, 99, 99, 99];
const sobolG: Model = (u) => product(u.map((x, j) => (Math.abs(4 * x - 2) + A[j]!) / (1 + A[j]!)));
const partial = A.map((a) => 1 / 3 / (1 + a) ** 2);
const whole = product(partial.map((v) => 1 + v)) - 1;
const SOBOL_G = {
  first: partial.map((v) => v / whole),
  total: partial.map((v) => (v * product(partial.map((w) => 1 + w))) / (1 + v) / whole),
};

interface Sampling {
  readonly dimensions: number;
  readonly base: number;
  readonly design?: number;
  readonly second?: boolean;
}

/** Indices of a model on a design scrambled by the seed `design`, or on the plain sequence after skipping `base` points. */
function indicesOf(model: Model, { design: seed, ...shape }: Sampling) {
  const points = saltelli(seed === undefined ? { ...shape, skip: shape.base } : { ...shape, seed });
  const { dimensions, second = false } = shape;
  return sobolIndices({ dimensions, second, outputs: points.map(model), seed: 1, resamples: 200 });
}

describe("Sobol indices of functions whose indices are known", () => {
  test.each([
    ["Ishigami, plain sequence", ishigami, 3, ISHIGAMI, undefined],
    ["Ishigami, scrambled", ishigami, 3, ISHIGAMI, 11],
    ["Sobol's G, plain sequence", sobolG, 8, SOBOL_G, undefined],
    ["Sobol's G, scrambled", sobolG, 8, SOBOL_G, 12],
  ] as const)(
    "%s: within 0.02 at 4096 base points, and inside the intervals",
    (_, model, dimensions, known, design) => {
      const seed = design === undefined ? {} : { design };
      const found = indicesOf(model, { dimensions, base: 4096, ...seed });
      for (const order of ["first", "total"] as const) {
        expect(found[order]).toHaveLength(dimensions);
        for (const [j, { value, low, high }] of found[order].entries()) {
          const truth = known[order][j]!;
          expect(Math.abs(value - truth)).toBeLessThan(0.02);
          // published values are rounded to four digits
          expect([order, j, low <= truth + 5e-5 && truth - 5e-5 <= high]).toEqual([order, j, true]);
          expect(high - low).toBeLessThan(0.15);
        }
      }
    },
  );

  test("mean and variance are those of the function: a/2 and a²/8 + bπ⁴/5 + b²π⁸/18 + 1/2 for Ishigami's", () => {
    const { mean, variance, base } = indicesOf(ishigami, { dimensions: 3, base: 4096, design: 1 });
    expect(base).toBe(4096);
    expect(mean).toBeCloseTo(3.5, 1);
    expect(Math.abs(variance / (49 / 8 + Math.PI ** 4 / 50 + Math.PI ** 8 / 1800 + 0.5) - 1)).toBeLessThan(0.01);
  });

  test("pairs: in Ishigami's function the first and third axis act together, and no others", () => {
    const { second } = indicesOf(ishigami, { dimensions: 3, base: 4096, design: 2, second: true });
    const known = new Map([
      ["0,1", 0],
      ["0,2", 0.2437], // ST3, which has no other part
      ["1,2", 0],
    ]);
    expect(second.map(({ axes }) => String(axes))).toEqual([...known.keys()]);
    for (const { axes, value, low, high } of second) {
      const truth = known.get(String(axes))!;
      expect(Math.abs(value - truth)).toBeLessThan(0.03);
      expect(low <= truth && truth <= high).toBe(true);
    }
  });

  test("the BA rows change neither first-order nor total indices", () => {
    const plain = indicesOf(ishigami, { dimensions: 3, base: 64, design: 3 });
    const more = indicesOf(ishigami, { dimensions: 3, base: 64, design: 3, second: true });
    expect([more.first, more.total]).toEqual([plain.first, plain.total]);
    expect(plain.second).toEqual([]);
  });

  test("intervals hold the true value for at least 90 of 100 designs, for axes that matter", () => {
    const runs = Array.from({ length: 100 }, (_, design) => indicesOf(ishigami, { dimensions: 3, base: 128, design }));
    for (const order of ["first", "total"] as const)
      for (const j of [0, 1]) {
        const truth = ISHIGAMI[order][j]!;
        const holding = runs.filter((run) => run[order][j]!.low <= truth && truth <= run[order][j]!.high);
        expect(holding.length).toBeGreaterThanOrEqual(90);
      }
  });

  test("neither scale nor offset of the output changes an index", () => {
    const plain = indicesOf(ishigami, { dimensions: 3, base: 64, design: 3 });
    const other = indicesOf((x) => 1e6 - 1000 * ishigami(x), { dimensions: 3, base: 64, design: 3 });
    for (const j of [0, 1, 2]) {
      expect(other.first[j]!.value).toBeCloseTo(plain.first[j]!.value, 8);
      expect(other.total[j]!.value).toBeCloseTo(plain.total[j]!.value, 8);
    }
  });

  test("outputs that are rarely anything but zero leave numbers, and say how many resamples served", () => {
    const outputs = new Array<number>(8 * 3).fill(0);
    outputs[0] = 1; // A of the first base point: a resample without it, about (7/8)^8 = 0.34 of all, is constant
    const found = sobolIndices({ dimensions: 1, outputs, seed: 1 });
    expect(Math.abs(found.resamples / 500 - (1 - (7 / 8) ** 8))).toBeLessThan(0.085); // four standard errors
    // by hand: a resample that holds it c times has ST = (c / 16) / (c / 16 · (1 - c / 16)); c = 1 is the least and the most
    // frequent, and c is 3 or 4 where 97.5 % are reached (Binomial(8, 1/8) above 0: P(c > 2) = 0.10, P(c > 4) = 0.002)
    expect(found.total[0]!.value).toBeCloseTo(16 / 15, 12);
    expect(found.total[0]!.low).toBeCloseTo(16 / 15, 12);
    expect([found.total[0]!.high >= 16 / 13 - 1e-9, found.total[0]!.high <= 16 / 12 + 1e-9]).toEqual([true, true]);
    expect(Object.values(found.first[0]!).concat(Object.values(found.total[0]!)).every(Number.isFinite)).toBe(true);
  });
});

describe("Sobol indices are refused", () => {
  const good = saltelli({ base: 8, dimensions: 3, seed: 1 }).map(ishigami);
  const analyze =
    (outputs: readonly number[], second = false) =>
    () =>
      sobolIndices({ dimensions: 3, outputs, second, seed: 1 });

  test("for a wrong number of outputs", () => {
    expect(analyze(good)).not.toThrow();
    expect(analyze(good.slice(1))).toThrow(InputError);
    expect(analyze(good.slice(1))).toThrow("outputs must be N · 5 for 3 axes without BA rows, N at least 2; got 39");
    expect(analyze(good.slice(0, 5))).toThrow("got 5");
    expect(analyze(good.slice(0, 36), true)).toThrow("N · 8 for 3 axes with BA rows");
  });

  test("for an output that is no finite number, saying where it is", () => {
    expect(analyze(good.with(12, Number.NaN))).toThrow(
      "outputs[12] (row AB2 of base point 3) must be a finite number; got NaN",
    );
    expect(analyze(good.with(4, Number.POSITIVE_INFINITY))).toThrow("outputs[4] (row B of base point 1)");
    expect(analyze(good.with(14, Number.NaN).slice(0, 32), true)).toThrow("outputs[14] (row BA3 of base point 2)");
  });

  test("for an output that is constant, also if only up to rounding", () => {
    expect(analyze(good.map(() => 0.3))).toThrow("the output is constant: 0.3 at all 16 points of A and B");
    expect(analyze(good.map((_, i) => (i % 2 ? 0.3 : 0.1 + 0.2)))).toThrow("constant");
    expect(analyze(good.map(() => 0))).toThrow("the output is constant: 0");
  });
});

describe("Morris effects", () => {
  const effectsOf = (model: Model, dimensions: number, trajectories: number, seed = 1) => {
    const points = morris({ trajectories, dimensions, seed });
    return morrisEffects({ points, outputs: points.map(model), seed: 1, resamples: 200 });
  };

  test("of a linear function are its coefficients, without spread", () => {
    const coefficients = [3, -2, 0, 0.5];
    const { axes, constant, trajectories } = effectsOf((x) => 1 + sum(x.map((v, j) => coefficients[j]! * v)), 4, 10);
    expect([constant, trajectories]).toEqual([false, 10]);
    for (const [j, c] of coefficients.entries()) {
      expect(axes[j]!.mu).toBeCloseTo(c, 12);
      for (const end of ["value", "low", "high"] as const) expect(axes[j]!.muStar[end]).toBeCloseTo(Math.abs(c), 12);
      expect(axes[j]!.sigma).toBeCloseTo(0, 12);
    }
  });

  test("of a valley cancel in mu and not in mu*: by hand every effect of (x - 1/2)² is 1/3 or -1/3", () => {
    const { axes } = effectsOf((x) => (x[0]! - 0.5) ** 2, 1, 400);
    expect(axes[0]!.muStar.value).toBeCloseTo(1 / 3, 12);
    expect(Math.abs(axes[0]!.mu)).toBeLessThan(4 / 3 / 20); // four standard errors
    expect(axes[0]!.sigma).toBeGreaterThan(0.3);
  });

  test("of a product are spread: that of x is y, of mean 1/2, and the interval of mu* holds it as often as it says", () => {
    const runs = Array.from({ length: 200 }, (_, seed) => effectsOf(([x, y]) => x! * y!, 2, 30, seed).axes[0]!);
    const holding = runs.filter(({ muStar }) => muStar.low <= 0.5 && 0.5 <= muStar.high).length / 200;
    expect(Math.abs(holding - 0.95)).toBeLessThan(0.062); // four standard errors
    // standard deviation of 0, 1/3, 2/3, 1: sqrt(5) / 6
    expect(sum(runs.map(({ sigma }) => sigma)) / 200).toBeCloseTo(Math.sqrt(5) / 6, 1);
  });

  test("of a constant are nothing, which is said", () => {
    const { axes, constant } = effectsOf(() => 5, 2, 4);
    expect(constant).toBe(true);
    expect(axes).toEqual([0, 1].map(() => ({ mu: 0, muStar: { value: 0, low: 0, high: 0 }, sigma: 0 })));
  });

  describe("are refused", () => {
    const points = morris({ trajectories: 3, dimensions: 2, seed: 1 });
    const outputs = points.map(([x]) => x!);
    const analyze = (p: readonly (readonly number[])[], y: readonly number[]) => () =>
      morrisEffects({ points: p, outputs: y, seed: 1 });

    test("for another number of outputs than points", () => {
      expect(analyze(points, outputs)).not.toThrow();
      expect(analyze(points, outputs.slice(1))).toThrow("outputs must be one a point, 9 in all; got 8");
    });

    test("for an output that is no number, saying where it is", () => {
      expect(analyze(points, outputs.with(5, Number.NaN))).toThrow(
        "outputs[5] (trajectory 2, point 3) must be a finite number; got NaN",
      );
    });

    test("for points that are no trajectories, saying at which step", () => {
      expect(analyze(points.slice(1), outputs.slice(1))).toThrow("two trajectories at least, of 3 points");
      expect(analyze(points.slice(0, 3), outputs.slice(0, 3))).toThrow(InputError);
      expect(analyze([], [])).toThrow("got 0 points");
      expect(analyze(points.with(4, points[3]!), outputs)).toThrow(
        "trajectory 2, step 1 must change exactly one coordinate; it changes 0",
      );
      expect(analyze(points.with(2, points[0]!), outputs)).toThrow(
        /trajectory 1, step 2 changes axis [12], which an earlier step/,
      );
    });
  });

  test("come with intervals that are the seed's, within stated bounds", () => {
    const points = morris({ trajectories: 5, dimensions: 2, seed: 1 });
    const outputs = points.map(([x, y]) => x! * y!);
    const at = (seed: number) => morrisEffects({ points, outputs, seed }).axes;
    expect(at(1)).toEqual(at(1));
    expect(at(1)).not.toEqual(at(2));
    expect(() => morrisEffects({ points, outputs, seed: 1, resamples: 5 })).toThrow(
      /resamples must .*\[100, 100000\].*got 5/,
    );
    expect(() => morrisEffects({ points, outputs, seed: 1, confidence: 95 })).toThrow(
      /confidence must lie in \[0.5, 0.999\]/,
    );
  });
});
