import { describe, expect, test } from "vitest";
import { blank } from "../../../scenarios/index.ts";
import { dockings, NOT_DOCKED } from "../../../src/experiments/docking/dockings.ts";
import { breakEven, donationGame } from "../../../src/experiments/docking/images.ts";

const all = dockings(blank);

describe("rules of the model in the place of their originals", () => {
  test.each(all.map((docking) => [docking.name.en, docking] as const))("%s: does as published", (_, d) => {
    expect(d.found.en).not.toContain("NaN");
    expect(d.holds, `${d.published.en} found: ${d.found.en}`).toBe(true);
  });

  test("every docking says in both languages what was published, by whom, and what was found", () => {
    for (const d of all) {
      for (const text of [d.name, d.published, d.found, ...(d.limits ? [d.limits] : [])])
        expect([text.en, text.zh].every((t) => t.length > 0)).toBe(true);
      expect(d.source).toMatch(/\(\d{4}\)/);
    }
    expect(NOT_DOCKED.length).toBeGreaterThan(0);
  });

  test("helping pays less than defecting where images are known too seldom, and more where often enough", () => {
    // Cost half the benefit: the published border lies at a chance of 1/2.
    const gain = (q: number) => {
      const { helpers, defectors } = donationGame(blank, q, 7);
      return helpers.received - 0.5 * helpers.given - (defectors.received - 0.5 * defectors.given);
    };
    expect(gain(0.2)).toBeLessThan(0);
    expect(gain(0.8)).toBeGreaterThan(0);
  });

  test("where no image is ever known helping earns nothing that defecting does not", () => {
    expect(Math.abs(breakEven(donationGame(blank, 0, 7)))).toBeLessThan(0.1);
  });
});
