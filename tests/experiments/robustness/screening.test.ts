import { describe, expect, test } from "vitest";
import { newEstate } from "../../../scenarios/index.ts";
import { morrisEffects } from "../../../src/analysis/sensitivity/morrisEffects.ts";
import { mean } from "../../../src/analysis/summary.ts";
import { morris } from "../../../src/experiments/designs/morris.ts";
import {
  chanceMuStar,
  outputOf,
  SCREENED,
  sensitivityPlan,
  survivors,
} from "../../../src/experiments/robustness/screening.ts";
import { sweepOf } from "../../../src/experiments/sweep.ts";
import { createRandom, uniform } from "../../../src/kernel/random.ts";
import { standardModel } from "../../../src/model/community.ts";

const points = morris({ trajectories: 20, dimensions: 3, seed: 1 });
const screening = (of: (p: readonly number[]) => number, sd: number) => ({
  effects: morrisEffects({ points, outputs: points.map(of), seed: 1 }),
  sd,
});

describe("a screening", () => {
  test("lays every behavioral parameter into its box, one run a point", () => {
    const names = Object.keys(standardModel.parameters);
    const plan = sensitivityPlan(SCREENED[0]!, names, { design: { morris: 2 }, seed: 1 });
    const loaded = { version: "0", scenarios: [{ ref: { shipped: "new-estate" }, scenario: newEstate }] };
    const sweep = sweepOf(plan, loaded);
    expect(sweep.count).toBe(2 * (names.length + 1));
    const away = names.filter((name) => {
      const [low, high] = standardModel.parameters[name]!.range;
      return sweep.points.some(({ values }) => !((values[name] as number) >= low && (values[name] as number) <= high));
    });
    expect(away).toEqual([]);
  });

  test("keeps what moves any outcome most, against that outcome's own spread", () => {
    const large = screening((p) => 1000 * p[0]! + 200 * p[1]!, 1000);
    const small = screening((p) => 0.5 * p[2]!, 1);
    expect(survivors(["a", "b", "c"], [large, small], 2)).toEqual(["a", "c"]);
    expect(survivors(["a", "b", "c"], [large, { ...small, sd: 0 }], 2)).toEqual(["a", "b"]);
  });

  test("takes what a run lacks as the outcome says", () => {
    expect(outputOf({ measure: "resolvedShare", missing: 0 }, null)).toBe(0);
    expect(outputOf({ measure: "resolvedShare", missing: 0 }, 0.4)).toBe(0.4);
  });

  test("knows what mu* chance alone gives", () => {
    const key = createRandom("chance").key("a", "b");
    const many = morris({ trajectories: 2000, dimensions: 3, seed: 2 });
    const normal = (i: number) =>
      Math.sqrt(-2 * Math.log(1 - uniform(key, i, 0))) * Math.cos(2 * Math.PI * uniform(key, i, 1));
    const outputs = many.map((_, i) => 5 * normal(i));
    const effects = morrisEffects({ points: many, outputs, seed: 1, resamples: 100 });
    const found = mean(effects.axes.map((axis) => axis.muStar.value))!;
    expect(Math.abs(found / chanceMuStar(5) - 1)).toBeLessThan(0.03);
  });
});
