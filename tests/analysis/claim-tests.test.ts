import { describe, expect, test } from "vitest";
import { holm } from "../../src/analysis/holm.ts";
import { pairedDifference } from "../../src/analysis/paired.ts";
import { equivalenceP, pairedP } from "../../src/analysis/pairedTest.ts";
import { isOnSide, jointVerdict, type Verdict, verdictOf } from "../../src/analysis/verdict.ts";

/** Hours of sleep gained by two drugs, ten patients: Student (1908), Biometrika 6(1); `sleep` in R. */
const A = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const B = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
const SLEEP = pairedDifference(A, B);
const same = (n: number, value: number) =>
  pairedDifference(
    Array.from({ length: n }, () => 0),
    Array.from({ length: n }, () => value),
  );

describe("Holm's procedure", () => {
  // R 4: p.adjust(p, "holm"). The fifteen values are those of Benjamini & Hochberg (1995), table 1.
  test("gives what R gives", () => {
    const close = (values: readonly number[], expected: readonly number[]) =>
      values.forEach((value, k) => {
        expect(value).toBeCloseTo(expected[k]!, 12);
      });
    close(holm([0.01, 0.04, 0.03, 0.005]), [0.03, 0.06, 0.06, 0.02]);
    const many = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459];
    const rest = [0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
    const adjusted = [0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213];
    close(holm([...many, ...rest]), [...adjusted, 1, 1, 1, 1, 1, 1]);
    close(holm([0.01, 0.02], 5), [0.05, 0.08]);
  });

  test("counts tests without a value as the largest: no p value gets smaller by leaving tests out", () => {
    const all = holm([0.001, 0.2, 0.03]);
    const part = holm([0.001, 0.03], 3);
    expect(part[0]).toBeGreaterThanOrEqual(all[0]!);
    expect(part[1]).toBeGreaterThanOrEqual(all[2]!);
    expect(holm([])).toEqual([]);
  });

  test.each([
    [[1.2], undefined, "p must lie in [0, 1]"],
    [[0.1, 0.2], 1, "family must be a whole number in [2"],
  ])("refuses %j of %j", (values, family, message) => {
    expect(() => holm(values, family)).toThrow(message);
  });
});

describe("tests of pairs", () => {
  test("the paired t test gives what R's t.test gives", () => {
    expect(pairedP(SLEEP)).toBeCloseTo(0.00283289019738, 12);
    expect([SLEEP.low, SLEEP.high]).toEqual([
      expect.closeTo(0.7001142367, 9) as number,
      expect.closeTo(2.4598857633, 9) as number,
    ]);
    const swapped = pairedDifference(B, A);
    expect(pairedP(swapped)).toBeCloseTo(pairedP(SLEEP)!, 12);
  });

  test("equivalence is the larger of two one-sided tests, as R's pt gives them", () => {
    expect(equivalenceP(SLEEP, 3)).toBeCloseTo(0.00265557029266, 12);
    expect(equivalenceP(SLEEP, 2)).toBeCloseTo(0.154157235669, 12);
  });

  test("equivalence holds at .05 just where the interval of 90 % lies in the band", () => {
    const { low, high } = pairedDifference(A, B, 0.9);
    expect(low).toBeGreaterThan(0);
    expect(equivalenceP(SLEEP, high! + 0.001)).toBeLessThan(0.05);
    expect(equivalenceP(SLEEP, high! - 0.001)).toBeGreaterThan(0.05);
  });

  test("differences that do not vary are none, or certain", () => {
    expect([pairedP(same(5, 0)), pairedP(same(5, 2))]).toEqual([1, 0]);
    expect([equivalenceP(same(5, 0), 1), equivalenceP(same(5, 2), 1)]).toEqual([0, 1]);
    expect([pairedP(same(1, 2)), equivalenceP(same(1, 2), 1)]).toEqual([null, null]);
  });
});

describe("a verdict", () => {
  const effect = (mean: number, half: number) => ({ n: 9, mean, low: mean - half, high: mean + half });
  const UP = { direction: 1, smallest: 1 } as const;
  const DOWN = { direction: -1, smallest: 1 } as const;
  const LITTLE = { direction: 0, smallest: 1 } as const;

  test.each<[string, ReturnType<typeof effect>, number | null, typeof UP | typeof DOWN | typeof LITTLE, Verdict]>([
    ["large enough and certain", effect(2, 0.5), 0.01, UP, "supported"],
    ["certain, but too small to matter", effect(0.5, 0.2), 0.001, UP, "not supported"],
    ["the other way", effect(-2, 0.5), 0.001, UP, "not supported"],
    ["large enough, not certain over the family", effect(2, 1.9), 0.2, UP, "undecided"],
    ["perhaps large enough", effect(0.8, 0.5), 0.01, UP, "undecided"],
    ["down, as expected", effect(-2, 0.5), 0.01, DOWN, "supported"],
    ["up, where down was expected", effect(0.5, 0.4), 0.01, DOWN, "not supported"],
    ["little, within the band", effect(0.1, 0.3), 0.01, LITTLE, "supported"],
    ["little, beyond the band", effect(1.6, 0.5), 1, LITTLE, "not supported"],
    ["little, at an edge of the band", effect(0.9, 0.5), 0.4, LITTLE, "undecided"],
    ["of a single pair", { n: 1, mean: 2, low: null, high: null } as never, null, UP, "undecided"],
  ])("%s", (_, found, adjusted, expected, verdict) => {
    expect(verdictOf(found, adjusted, expected)).toBe(verdict);
  });

  test("of several falls with one, and stands with all", () => {
    expect(jointVerdict(["supported", "supported"])).toBe("supported");
    expect(jointVerdict(["supported", "undecided"])).toBe("undecided");
    expect(jointVerdict(["undecided", "not supported"])).toBe("not supported");
  });

  test("an interval that touches 0 lies on no side", () => {
    expect(isOnSide(effect(1, 1), 1)).toBe(false);
    expect(isOnSide(effect(1, 0.9), 1)).toBe(true);
    expect(isOnSide(effect(-1, 0.9), -1)).toBe(true);
    expect(isOnSide(effect(-1, 0.9), 1)).toBe(false);
  });
});
