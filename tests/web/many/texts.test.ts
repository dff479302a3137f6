import { describe, expect, test } from "vitest";
import { spreadOf } from "../../../src/web/many/findings.ts";
import { differenceText, middleText, rangeText } from "../../../src/web/many/texts.ts";

describe("a spread in words", () => {
  test("tells median and middle 90 %, and how often there is no value", () => {
    const shares = spreadOf([0.1, 0.2, 0.3, 0.4, null], "share");
    expect(middleText(shares, "en")).toBe("median 25 %, 90 % of runs 12 % – 39 %, none in 1");
    expect(middleText(shares, "zh")).toBe("中位数25%，90%的运行在12%至39%，1次无此值");
    expect(middleText(spreadOf([3, 3, 3], "number"), "en")).toBe("3 in all");
    expect(middleText(spreadOf([null, null, "2018-01-01"], "date"), "en")).toBe("no median, none in 2");
  });

  test("counts yes and no", () => {
    expect(middleText(spreadOf([1, 0, 1], "flag"), "en")).toBe("yes in 2 of 3");
    expect(middleText(spreadOf([1, 0, 1], "flag"), "zh")).toBe("3次中2次为“是”");
  });

  test("names open bounds", () => {
    const scale = { scale: "number" } as const;
    expect(rangeText({ low: null, high: 4 }, scale, "en")).toBe("at most 4");
    expect(rangeText({ low: 2, high: null }, scale, "zh")).toBe("不低于2");
    expect(rangeText({ low: 1, high: 1 }, { scale: "flag" }, "en")).toBe("yes");
  });

  test("tells differences of shares in points", () => {
    const difference = { pairs: 20, mean: -0.009, q05: -0.19, q95: 0.09, higher: 11, lower: 9 };
    expect(differenceText(difference, { scale: "share" }, "en")).toBe(
      "right less left, pair by pair: mean −0.9 points, 90 % of pairs −19 points to +9 points; right higher in 11, left in 9 of 20",
    );
    const small = { ...difference, mean: -0.000_004 };
    expect(differenceText(small, { scale: "share" }, "zh")).toContain("平均0个百分点，");
    const same = { ...difference, higher: 0, lower: 0 };
    expect(differenceText(same, { scale: "share" }, "zh")).toBe("20对中左右两侧均相同");
  });
});
