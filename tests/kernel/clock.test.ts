import { describe, expect, test } from "vitest";
import { createClock, parseDate } from "../../src/kernel/clock.ts";

const DAY = 86_400_000;

describe("dates", () => {
  test("days are counted as the platform's calendar counts them, over two centuries", () => {
    for (let days = -40_000; days < 40_000; days += 13) {
      expect(parseDate(new Date(days * DAY).toISOString().slice(0, 10))).toBe(days);
    }
  });

  test.each([
    ["2016-02-29", 0],
    ["2000-02-29", 0],
    ["2400-02-29", 0],
  ])("%s is a leap day", (date) => {
    const [year] = date.split("-");
    expect(parseDate(`${year}-03-01`) - parseDate(date)).toBe(1);
  });

  test.each([
    "2015-02-29",
    "1900-02-29",
    "2100-02-29",
    "2018-04-31",
    "2018-13-01",
    "2018-00-10",
    "2018-01-00",
    "2018-1-1",
    "18-01-01",
    "2018/01/01",
    "2018-01-01T00:00",
    " 2018-01-01",
    "",
    "soon",
  ])("%j is no date", (date) => {
    expect(() => parseDate(date, "until")).toThrow(
      `until must be a date such as 2018-04-30; got ${JSON.stringify(date)}`,
    );
  });

  test.each([[null], [undefined], [20180101], [{}]])("%j is no date", (value) => {
    expect(() => parseDate(value)).toThrow("must be a date");
  });
});

describe("the clock", () => {
  const clock = createClock("2015-01-05");

  test("tick 0 begins on the start date, a Monday, and every tick begins on a Monday", () => {
    expect(clock.date(0)).toBe("2015-01-05");
    for (let tick = 0; tick < 600; tick++) expect(new Date(clock.date(tick)).getUTCDay()).toBe(1);
  });

  test("a week holds seven dates: from its Monday to its Sunday", () => {
    // 2018-04-30 was a Monday.
    const tick = clock.tick("2018-04-30");
    expect(clock.date(tick)).toBe("2018-04-30");
    expect([clock.tick("2018-05-06"), clock.tick("2018-05-07"), clock.tick("2018-04-29")]).toEqual([
      tick,
      tick + 1,
      tick - 1,
    ]);
  });

  test("a year of 52 weeks falls a day short, two in a leap year", () => {
    expect(createClock("2015-01-05").date(52)).toBe("2016-01-04");
    expect(createClock("2016-01-04").date(52)).toBe("2017-01-02");
  });

  test("dates before the start have negative ticks", () => {
    expect([clock.tick("2015-01-04"), clock.tick("2014-12-29"), clock.tick("2014-12-28")]).toEqual([-1, -1, -2]);
  });

  test("a bad start date is named", () => {
    expect(() => createClock("2015-02-30")).toThrow('start date must be a date such as 2018-04-30; got "2015-02-30"');
  });
});
