import { describe, expect, test } from "vitest";
import { boxOf } from "../../../src/experiments/robustness/box.ts";
import { standardModel } from "../../../src/model/community.ts";

const box = (value: number, range: [number, number], unit: string, integer = false) =>
  boxOf({ default: value, range, unit, integer });

describe("the box of a parameter", () => {
  test("goes from half to double", () => {
    expect(box(0.2, [0, 1], "chance a week")).toEqual([0.1, 0.4]);
    expect(box(-0.5, [-2, 2], "units of benefit")).toEqual([-1, -0.25]);
  });

  test("goes one down and one up in log-odds", () => {
    expect(box(0, [-3, 3], "log-odds")).toEqual([-1, 1]);
  });

  test("halves and doubles the loss of what is left", () => {
    const [low, high] = box(0.92, [0.5, 1], "share left after a month");
    expect(low).toBeCloseTo(0.84, 12);
    expect(high).toBeCloseTo(0.96, 12);
  });

  test("halves and doubles what a factor of odds has beyond one", () => {
    expect(box(1.5, [1, 3], "times the odds")).toEqual([1.25, 2]);
  });

  test("is cut at the declared range", () => {
    expect(box(0.8, [0.5, 1], "share")).toEqual([0.5, 1]);
    expect(box(-7.5, [-8, 0], "log-odds")).toEqual([-8, -6.5]);
  });

  test("has whole ends for whole numbers", () => {
    expect(box(3, [1, 20], "members", true)).toEqual([2, 6]);
  });

  test("is wide, and holds the default, for every parameter of the model", () => {
    const parameters = Object.entries(standardModel.parameters);
    expect(parameters.length).toBeGreaterThan(100);
    const odd = parameters.filter(([, p]) => {
      const [low, high] = boxOf(p);
      return !(low < high && low <= p.default && p.default <= high);
    });
    expect(odd).toEqual([]);
  });
});
