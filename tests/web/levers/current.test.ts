import { describe, expect, test } from "vitest";
import { plainSetting, type Setting } from "../../../src/experiments/page/setting.ts";
import { isMoved, outsetValue, valueOn, withOutset, withoutLever } from "../../../src/web/levers/current.ts";

const name = "support.oversight";
const setting: Setting = {
  ...plainSetting("new-estate"),
  values: { [name]: 0.4, "support.committeeFrom": null },
  changes: [
    { date: "2016-01-04", values: { [name]: 0.6 } },
    { date: "2018-01-01", values: { [name]: 0.9, "team.independence": 1 } },
  ],
};

describe("what a lever stands at", () => {
  test("is the last change up to the date shown, not one still to come", () => {
    expect(valueOn(setting, name, 0.1, "2015-12-28")).toBe(0.4);
    expect(valueOn(setting, name, 0.1, "2016-01-04")).toBe(0.6);
    expect(valueOn(setting, name, 0.1, "2020-01-06")).toBe(0.9);
    expect(valueOn(setting, "team.independence", 0.3, "2016-01-04")).toBe(0.3);
  });

  test("is never, where never is set, and not the scenario's own date", () => {
    expect(outsetValue(setting, "support.committeeFrom", "2015-01-05")).toBeNull();
    expect(outsetValue(setting, "support.rooms", 6)).toBe(6);
  });
});

describe("a lever moved", () => {
  test("leaves what else is set, a set never included", () => {
    expect(withOutset(setting, "team.independence", 1, 0.3).values).toEqual({
      ...setting.values,
      "team.independence": 1,
    });
    expect(withOutset(setting, "support.committeeFrom", null, "2015-01-05").values).toEqual(setting.values);
  });

  test("is not set to what the scenario has anyway", () => {
    expect(withOutset(setting, name, 0.1, 0.1).values).toEqual({ "support.committeeFrom": null });
  });

  test("goes back in all weeks, and changes left empty go with it", () => {
    const back = withoutLever(setting, name);
    expect(back.values).toEqual({ "support.committeeFrom": null });
    expect(back.changes).toEqual([{ date: "2018-01-01", values: { "team.independence": 1 } }]);
    expect([isMoved(setting, name), isMoved(back, name)]).toEqual([true, false]);
  });
});
