import { describe, expect, test } from "vitest";
import { calibration } from "../../scenarios/calibration.ts";
import { newEstate, oldDistrict } from "../../scenarios/index.ts";
import { posterior } from "../../scenarios/posterior.ts";
import { differentDraws, drawsFor } from "../../src/execution/claims/draws.ts";
import { checkCalibration } from "../../src/experiments/calibration/plan.ts";
import { posteriorDraws } from "../../src/experiments/calibration/posterior.ts";
import { coordinateOf, coordinateValue, spaceOf } from "../../src/experiments/calibration/space.ts";
import { standardModel } from "../../src/model/community.ts";
import type { Scenario } from "../../src/model/scenario.ts";

const scenarios: Readonly<Record<string, Scenario>> = { "new-estate": newEstate, "old-district": oldDistrict };
const space = spaceOf(checkCalibration(calibration), Object.values(scenarios));

describe("what is shipped", () => {
  test("are the values of the point, in every parameter and every context value that has a prior", () => {
    const { values, arms } = posterior.point;
    expect(Object.keys(values).sort()).toEqual(Object.keys(calibration.priors).sort());
    for (const [name, value] of Object.entries(values))
      expect([name, standardModel.parameters[name]!.default]).toEqual([name, value]);
    for (const [scenario, fields] of Object.entries(arms!))
      for (const [name, value] of Object.entries(fields)) {
        const [block, field] = name.split(".") as [string, string];
        const { context } = scenarios[scenario]!;
        expect([
          scenario,
          name,
          (context as unknown as Record<string, Record<string, unknown>>)[block]![field],
        ]).toEqual([...[scenario, name, value]]);
      }
  });

  test("is a posterior of the shipped plan: as many draws as particles, each within the prior and the last tolerance", () => {
    const draws = posteriorDraws(posterior);
    const { epsilon } = posterior.generations.at(-1)!;
    expect(draws.length).toBe(calibration.particles);
    for (const { values, arms, distance } of draws) {
      expect(distance).toBeLessThanOrEqual(epsilon);
      for (const dimension of space) {
        const { name, scenario, prior } = dimension;
        const value = (scenario === undefined ? values : arms![scenario])![name] as number;
        expect(value, name).toBeGreaterThanOrEqual(prior.from);
        expect(value, name).toBeLessThanOrEqual(prior.to);
        expect(coordinateValue(dimension, coordinateOf(dimension, value)), name).toBe(value);
      }
    }
    expect(Object.keys(draws[0]!.values).length + Object.values(draws[0]!.arms!).flatMap(Object.keys).length).toBe(
      space.length,
    );
  });

  test("meets every pattern of the calibration at its point in half of the runs or more", () => {
    for (const share of posterior.point.shares.flat()) expect(share).toBeGreaterThanOrEqual(0.5);
  });

  test("gives claims a draw a pair, over again once all are used", () => {
    const draws = drawsFor(calibration.particles + 1);
    expect(draws.at(-1)).toEqual(draws[0]);
    expect(differentDraws(draws)).toBe(posterior.generations.at(-1)!.distinct);
  });
});
