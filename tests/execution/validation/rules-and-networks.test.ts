import { describe, expect, test } from "vitest";
import { blank, newEstate } from "../../../scenarios/index.ts";
import { loadDrawing } from "../../../src/execution/report/plot.ts";
import { wordsIn } from "../../../src/execution/report/words.ts";
import { docking } from "../../../src/execution/validation/docking.ts";
import { empirical, runEmpirical } from "../../../src/execution/validation/empirical.ts";
import { nullModels } from "../../../src/execution/validation/nullModels.ts";
import { NULL_MODELS, nullEffects, nullModelTrials, OUTCOMES } from "../../../src/experiments/nullModels.ts";
import { trialsOf } from "../../../src/experiments/trials.ts";

const drawing = await loadDrawing();
const loaded = [newEstate, blank].map((scenario) => ({ ref: { shipped: scenario.name }, scenario }));
const options = { dir: "none", quick: true, seed: "parts" } as const;
const asRead = <T>(result: T): T => JSON.parse(JSON.stringify(result));

describe("the part on docking", () => {
  test("tells every rule, in both languages, from plain JSON; a rule that fails is marked", async () => {
    const result = asRead(await docking.run(options));
    for (const lang of ["en", "zh"] as const) {
      const html = docking.section(result, wordsIn(lang), drawing);
      for (const d of result.dockings) expect(html).toContain(d.name[lang]);
      expect(html).not.toContain('class="warn"');
      const failed = { ...result, dockings: result.dockings.map((d) => ({ ...d, holds: false })) };
      expect(docking.section(failed, wordsIn(lang), drawing).match(/class="warn"/g)!.length).toBe(
        result.dockings.length,
      );
    }
  });
});

describe("the part on null models", () => {
  test("runs the standard model and each null model of both neighborhoods by the same seeds", () => {
    const sweep = trialsOf(nullModelTrials(loaded, { replicates: 2, seed: 1 }), "0");
    expect(sweep.count).toBe(2 * (1 + NULL_MODELS.length) * 2);
    const seeds = [...sweep.tasks].map(({ seed }) => seed);
    expect(new Set(seeds).size).toBe(2);
  });

  // Replicate r gives r; without who trusts whom 10 more; quarterly rewired scatters about none.
  const value = (arm: number, r: number) => r + (arm === 1 ? 10 : arm === 4 ? (r % 2 ? 1 : -1) : 0);

  test("tells a change from the standard, and is sure of one that leaves no doubt alone", () => {
    const effects = nullEffects(loaded, 8, value);
    expect(effects.length).toBe(2 * NULL_MODELS.length * OUTCOMES.length);
    const of = (model: string) => effects.find((e) => e.scenario === "new-estate" && e.model === model)!;
    expect(of("shuffledTrust")).toMatchObject({ standard: 3.5, change: 10, low: 10, high: 10, sure: true });
    expect(of("rewiredQuarterly").sure).toBe(false);
    expect(of("rewiredQuarterly").change).toBeCloseTo(0, 12);
    const scenarios = loaded.map(({ scenario: { name, title } }) => ({ name, title }));
    const html = nullModels.section(
      { seed: "1", replicates: 8, failed: 1, scenarios, effects },
      wordsIn("en"),
      drawing,
    );
    expect(html).toContain("1 runs failed");
    expect(html.match(/<strong>/g)!.length).toBe(OUTCOMES.length);
  });
});

describe("the part on published networks", () => {
  test("does without those that are not at hand, and says which; the shipped one is always there", () => {
    const result = asRead(runEmpirical(options));
    expect(result.help.map(({ name }) => name)).toEqual(["arangDak"]);
    expect(result.missing.length).toBe(3);
    for (const lang of ["en", "zh"] as const) {
      const html = empirical.section(result, wordsIn(lang), drawing);
      expect(html).toContain("nicaragua_household_gifts");
      expect(html.match(/<svg/g)!.length).toBe(2);
      expect(html).not.toMatch(/NaN|undefined/);
    }
  });
});
