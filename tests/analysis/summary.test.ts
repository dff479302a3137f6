import { describe, expect, test } from "vitest";
import { dateOfDay, interval, mean, median, quantile, sd, summarize } from "../../src/analysis/summary.ts";
import { parseDate } from "../../src/kernel/clock.ts";

describe("quantiles interpolate between order statistics (type 7)", () => {
  // R 4: quantile(c(1, 2, 4, 8, 16), c(.05, .25, .5, .75, .95)) gives 1.2 2.0 4.0 8.0 14.4
  const sample = [8, 1, 16, 2, 4];
  test.each([
    [0, 1],
    [0.05, 1.2],
    [0.25, 2],
    [0.5, 4],
    [0.75, 8],
    [0.95, 14.4],
    [1, 16],
  ])("share %d", (p, expected) => {
    expect(quantile(sample, p)).toBeCloseTo(expected, 12);
  });

  test("an even sample has its median between the two middle values", () => {
    expect(median([1, 10, 2, 3])).toBe(2.5); // (2 + 3) / 2, by hand
  });

  test("ten values: position 9 · 0.95 = 8.55 lies between the ninth and the tenth", () => {
    const [low, high] = interval([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(low).toBeCloseTo(1.45, 12);
    expect(high).toBeCloseTo(9.55, 12);
  });

  test("one value is all its quantiles, and no value has none", () => {
    expect(interval([3])).toEqual([3, 3]);
    expect([median([]), mean([]), sd([]), sd([1])]).toEqual([null, null, null, null]);
  });

  test("a share outside [0, 1] is refused", () => {
    expect(() => quantile([1], 1.5)).toThrow("a quantile's share must lie in [0, 1]; got 1.5");
  });

  test("the sample is left in its order", () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

test("mean and standard deviation agree with a hand computation", () => {
  expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5);
  expect(sd([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12);
});

describe("values that are missing", () => {
  test("numbers that are null are left out and counted", () => {
    const s = summarize([1, null, 3, 5]);
    expect(s).toMatchObject({ n: 4, missing: 1, median: 3, mean: 3 });
  });

  test("where more than half are missing there is no median", () => {
    expect(summarize([1, null, null])).toMatchObject({ median: null, q05: null, q95: null, mean: 1 });
  });

  test("a date that has not come counts as later than all others", () => {
    const s = summarize(["2018-01-01", "2018-01-03", null]);
    expect(s).toMatchObject({ median: "2018-01-03", q95: null, mean: null, sd: null });
    expect(summarize(["2018-01-01", null, null]).median).toBeNull();
  });

  test("nothing but nulls is no error", () => {
    expect(summarize([null, null])).toEqual({
      n: 2,
      missing: 2,
      median: null,
      q05: null,
      q95: null,
      mean: null,
      sd: null,
    });
  });
});

test("dates are ordered and halved by their days", () => {
  expect(summarize(["2018-02-27", "2018-03-01"]).median).toBe("2018-02-28");
  for (const date of ["1970-01-01", "1969-12-28", "2000-02-29", "2020-12-31"])
    expect(dateOfDay(parseDate(date))).toBe(date);
});
