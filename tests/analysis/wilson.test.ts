import { describe, expect, test } from "vitest";
import { wilsonInterval } from "../../src/analysis/wilson.ts";

describe("Wilson's interval", () => {
  test.each([
    // Newcombe (1998), table I, method 3
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %i in %i is the published one", (count, n, low, high) => {
    const found = wilsonInterval(count, n);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  test("of none of none has no ends", () => {
    expect(wilsonInterval(0, 0)).toEqual({ count: 0, n: 0, share: null, low: null, high: null });
  });

  test("refuses more than all", () => {
    expect(() => wilsonInterval(3, 2)).toThrow("count must be a whole number in [0, 2]");
  });
});
