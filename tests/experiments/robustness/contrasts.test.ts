import { describe, expect, test } from "vitest";
import { newEstate, oldDistrict } from "../../../scenarios/index.ts";
import { CONTRASTS, contrastArms, differenceOf, SETTINGS } from "../../../src/experiments/robustness/contrasts.ts";
import { NO_DRAW, trialsOf } from "../../../src/experiments/trials.ts";

const pair = [newEstate, oldDistrict].map((scenario) => ({ ref: { shipped: scenario.name }, scenario }));
const arms = contrastArms([pair[0]!, pair[1]!]);
const [resolved, , suspended] = CONTRASTS;
const federated = CONTRASTS.at(-1)!;

describe("the contrast of the neighborhoods", () => {
  test("is run in both under every setting, as trials of sound values", () => {
    expect(arms.length).toBe(2 * SETTINGS.length);
    const measures = CONTRASTS.map((c) => c.measure);
    const { points } = trialsOf({ name: "x", seed: 1, arms, draws: [NO_DRAW], replicates: 1, measures }, "0");
    expect(points.length).toBe(arms.length);
  });

  test("keeps nine communities at every size, of as many residents in all as the estate has", () => {
    const at = (name: string) => arms.find((arm) => arm.name === name)!.values!["start.households"];
    expect([at("size2700 new-estate"), at("size2700 old-district")]).toEqual([2700, 300]);
    expect(at("size150 old-district")).toBe(17);
    expect(arms.flatMap((arm) => Object.keys(arm.values ?? {})).filter((name) => name !== "start.households")).toEqual(
      [],
    );
  });

  test("holds where the interval of the paired differences lies on the side of the field study", () => {
    // differences .3, .2, .4: mean .3, sd .1, t(2, .975) = 4.303, half width 4.303 · .1 / √3 = .2484
    const found = differenceOf("x", resolved!, [0.1, 0.2, 0.1], [0.4, 0.4, 0.5]);
    expect(found.mean).toBeCloseTo(0.3, 12);
    expect(found.low).toBeCloseTo(0.3 - 0.2484, 4);
    expect(found.verdict).toBe("holds");
    expect(differenceOf("x", resolved!, [0.4, 0.4, 0.5], [0.1, 0.2, 0.1]).verdict).toBe("reversed");
    expect(differenceOf("x", resolved!, [0.1, 0.5], [0.5, 0.1]).verdict).toBe("open");
  });

  test("of what should be rarer holds where it is less", () => {
    expect(differenceOf("x", suspended!, [1, 1, 1], [0, 0, 0]).verdict).toBe("holds");
    expect(differenceOf("x", suspended!, [0, 0, 0], [1, 1, 1]).verdict).toBe("reversed");
  });

  test("leaves out pairs without a value, and sees nothing in fewer than two", () => {
    const found = differenceOf("x", resolved!, [0.1, 0.2, null, null], [0.4, null, 0.3, null]);
    expect(found).toMatchObject({ n: 1, verdict: "unseen" });
    expect(found.first).toBeCloseTo(0.15, 12);
  });

  test("counts a federation at all, not how many", () => {
    expect(differenceOf("x", federated, [0, 0], [5, 1])).toMatchObject({ first: 0, second: 1, mean: 1 });
  });
});
