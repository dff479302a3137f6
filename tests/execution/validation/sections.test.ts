import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wilsonInterval } from "../../../src/analysis/wilson.ts";
import { type Drawing, loadDrawing } from "../../../src/execution/report/plot.ts";
import { wordsIn } from "../../../src/execution/report/words.ts";
import type { ContrastsResult } from "../../../src/execution/validation/contrastsResult.ts";
import { contrastsSection, verdictOf } from "../../../src/execution/validation/contrastsSection.ts";
import type { PatternRow, PatternsResult } from "../../../src/execution/validation/patternsResult.ts";
import { patternsSection } from "../../../src/execution/validation/patternsSection.ts";
import { sensitivityOf } from "../../../src/execution/validation/sensitivity.ts";
import { sensitivitySection } from "../../../src/execution/validation/sensitivitySection.ts";
import { CONTRASTS, differenceOf, SETTINGS } from "../../../src/experiments/robustness/contrasts.ts";
import { SCREENED } from "../../../src/experiments/robustness/screening.ts";

const [en, zh] = [wordsIn("en"), wordsIn("zh")];
const folder = mkdtempSync(join(tmpdir(), "linli-sections-"));
let drawing: Drawing;
beforeAll(async () => {
  drawing = await loadDrawing();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the section on patterns", () => {
  const row = (more: Partial<PatternRow>): PatternRow => ({
    ...{ name: "p", text: { en: "meetings", zh: "会议" }, reported: { en: "ten", zh: "十次" }, unit: "meetings" },
    ...{ at: "2018-04-30", low: 6, high: 13, median: 8, q05: 4, q95: 10, inside: wilsonInterval(80, 100) },
    ...{ use: "calibration", medianInside: true },
    ...more,
  });
  const result: PatternsResult = {
    ...{ seed: "1", replicates: 100 },
    scenarios: [
      {
        ...{ scenario: "x", title: { en: "Some place", zh: "某处" }, all: wilsonInterval(0, 20), failed: 3 },
        patterns: [
          row({}),
          row({ use: "heldOut", median: 20, medianInside: false, inside: wilsonInterval(10, 100) }),
          row({ use: "heldOut", low: "2017-04-01", high: null, median: "2017-06-01", q05: "2017-05-01", q95: null }),
          row({ low: 0, high: 0, median: 0, q05: 0, q95: 0 }),
        ],
      },
    ],
  };

  test("says from the numbers what is met, and what of it was held out", () => {
    const html = patternsSection(result, en, drawing);
    expect(html).toContain("inside for 3 of 4 patterns (2 of 2 used in the calibration, 1 of 2 held out)");
    expect(html).toContain("at least half of the runs lie inside for 3");
    expect(html).toContain("met by 0 of 20 runs (95 % interval 0–16 %)");
    expect(html).toContain("3 runs failed");
    expect(html.match(/<svg/g)!.length).toBe(4);
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });

  test("says the same in Chinese", () => {
    expect(patternsSection(result, zh, drawing)).toContain("4项模式中，3项的中位数落入区间");
  });
});

describe("the section on the contrast", () => {
  /** All hold but the first at the largest size, which is reversed, and under the other rule, which is open. */
  const differences = SETTINGS.flatMap(({ name }) =>
    CONTRASTS.map((contrast, k) => {
      const up = contrast.sign > 0 ? [0.3, 0.4, 0.5] : [0, 0, 0];
      const down = contrast.sign > 0 ? [0, 0, 0] : [1, 1, 1];
      if (k === 0 && name === "size5000") return differenceOf(name, contrast, up, down);
      if (k === 0 && name === "stepTrust") return differenceOf(name, contrast, up, [0, 0.4, 0.8]);
      return differenceOf(name, contrast, down, up);
    }),
  );
  const result: ContrastsResult = {
    ...{ replicates: 3, until: "2018-12-31", runs: 78, failed: 0, pair: ["a", "b"], differences },
  };

  test("says where a difference breaks, and how", () => {
    const said = verdictOf(CONTRASTS[0]!, result, en);
    expect(said).toContain("Standard model: holds; other rule of trust: does not hold; other sizes: holds in 5 of 6");
    expect(said).toContain("Reversed: 5000 residents; not told apart from 0: trust by steps (Jonker & Treur).");
    expect(verdictOf(CONTRASTS[1]!, result, en)).toContain("It breaks nowhere.");
    expect(verdictOf(CONTRASTS[0]!, result, zh)).toContain("方向相反：5000位居民");
  });

  test("counts the differences, and draws each with its intervals", () => {
    const html = contrastsSection(result, en, drawing);
    expect(html).toContain(`${differences.length - 2} of ${differences.length} differences hold; 1 is reversed`);
    expect(html.match(/<svg/g)!.length).toBe(CONTRASTS.length);
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe("sensitivity", () => {
  const screened = { ...SCREENED[0]!, until: "2015-08-31" };
  // in the months before anyone moves in no issue is brought and no council meets
  const parameters = ["trust.prior", "encounters.event", "promises.sharpness"];
  const size = { trajectories: 2, survivors: 2, base: 2, replicates: 3 };
  const made = (dir: string, threads: number) =>
    sensitivityOf([screened], parameters, size, { dir: join(folder, dir), quick: true, seed: 1, threads });

  test("finds what moves an outcome and that the rest do not, the same on threads", async () => {
    const result = await made("one", 1);
    const [resolved, councils, trust] = result.scenarios[0]!.outcomes;
    expect(resolved).toMatchObject({ lacking: 2 * 4, points: 2 * 4, sd: 0 });
    expect(councils!.effects.constant).toBe(true);
    expect(trust!.effects.axes[2]!.muStar.value).toBe(0);
    expect(trust!.effects.axes[0]!.muStar.value).toBeGreaterThan(0);
    expect(result.survivors).not.toContain("promises.sharpness");
    expect(result.runs).toBe(2 * 4 + 3 + 2 * 4);
    expect(await made("two", 2)).toEqual(result);
    const html = sensitivitySection(JSON.parse(JSON.stringify(result)), en, drawing);
    expect(html).toContain("the same at every point. 8 of 8 runs had no value.");
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });
});
