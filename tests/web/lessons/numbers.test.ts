import { describe, expect, test } from "vitest";
import { stacked } from "../../../src/web/lessons/dots.ts";
import { median, month, num, peakOf, percent, typicality } from "../../../src/web/lessons/numbers.ts";

describe("numbers in explanations", () => {
  test("are written short, with a minus sign, and a dash for none", () => {
    expect(num(-0.456)).toBe("−0.46");
    expect(num(null)).toBe("–");
    expect(percent(0.176)).toBe("18%");
    expect(percent(Number.NaN)).toBe("–");
  });

  test("months are told in both languages", () => {
    expect(month("2018-04-09")).toEqual({ en: "Apr 2018", zh: "2018年4月" });
  });

  test("the median of an even number lies between the two in the middle", () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  test("a peak is where the highest value first stands", () => {
    expect(peakOf([1, 3, 2, 3])).toEqual({ week: 1, value: 3 });
  });
});

describe("how typical a run is", () => {
  const values = Array.from({ length: 20 }, (_, k) => k);

  test("the middle half is typical", () => {
    expect(typicality(9, values).en).toContain("a typical run");
    expect(typicality(9, values).en).toContain("9 have less and 10 have more");
  });

  test("the outermost is at the edge", () => {
    expect(typicality(0, values).en).toContain("at the edge");
    expect(typicality(19, values).zh).toContain("边缘");
  });

  test("what lies between is usual, if away from the middle", () => {
    expect(typicality(3, values).en).toContain("away from the middle");
  });

  test("where all are alike all are typical", () => {
    expect(typicality(1, [1, 1, 1]).en).toContain("a typical run");
  });
});

test("dots that would overlap are stacked", () => {
  expect(stacked([10, 11, 30], 7)).toEqual([
    { x: 7, level: 0 },
    { x: 14, level: 0 },
    { x: 28, level: 0 },
  ]);
  expect(stacked([10, 10, 10], 7).map((p) => p.level)).toEqual([0, 1, 2]);
});
