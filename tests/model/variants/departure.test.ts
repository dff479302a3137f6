import { describe, expect, test } from "vitest";
import { newEstate } from "../../../scenarios/index.ts";
import { Run } from "../../../src/model/run.ts";
import { VARIANTS } from "../../../src/model/variants.ts";
import { checkMechanism } from "../../../src/testing.ts";

const runOf = (model: string, values = {}) => new Run(newEstate, { seed: 5, model: VARIANTS[model]!, values });

describe("people who move away", () => {
  test.each([
    ["capableLeave", "withoutCapable"],
    ["randomLeave", "withoutRandom"],
  ])("keep the contract of a mechanism: %s", (variant, name) => {
    const model = VARIANTS[variant]!;
    const mechanism = model.mechanisms.find((m) => m.name === name)!;
    const values = { [`${name}.week`]: 112 };
    expect(checkMechanism(mechanism, { scenario: newEstate, model, values, from: "2017-01-02", weeks: 30 })).toEqual(
      [],
    );
  });

  test("are as many, of the share asked, and hold nothing from then on", () => {
    const counts = ["capableLeave", "randomLeave"].map((variant) => {
      const run = runOf(variant);
      while (run.tick < 130) run.step();
      const { residents, ties } = run.world;
      const gone = run.world.column("residents", "gone");
      const out = Array.from({ length: residents.rows }, (_, i) => i).filter((i) => gone[i] === 1);
      for (const i of out) {
        const { presence, memberOf, leads, seats } = residents.at;
        expect([presence[i], memberOf[i], leads[i], seats[i], ties.degree[i]]).toEqual([0, 0, 0, 0, 0]);
      }
      return out.length;
    });
    expect(counts).toEqual([30, 30]); // a twentieth of 600
  });

  test("are the best in the one model, and any in the other", () => {
    const meanMerit = (variant: string) => {
      const run = runOf(variant);
      while (run.tick < 118) run.step();
      const { competence, publicSpirit } = run.world.residents.at;
      const gone = run.world.column("residents", "gone");
      const all = Array.from(competence, (c, i) => c + publicSpirit[i]!);
      const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
      return mean(all.filter((_, i) => gone[i] === 1)) - mean(all);
    };
    expect(meanMerit("capableLeave")).toBeGreaterThan(0.3);
    expect(Math.abs(meanMerit("randomLeave"))).toBeLessThan(0.2);
  });

  test("leave all else as it was before their week", () => {
    const hash = (variant: string) => {
      const run = runOf(variant);
      while (run.tick < 117) run.step();
      return run.world.ties.count;
    };
    expect(hash("capableLeave")).toBe(hash("randomLeave"));
  });
});
