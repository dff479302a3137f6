import { describe, expect, test } from "vitest";
import { newEstate, oldDistrict } from "../../../scenarios/index.ts";
import { type Outcome, runJob } from "../../../src/cli/replicate.ts";
import { plainSetting } from "../../../src/experiments/page/setting.ts";
import { Arena } from "../../../src/kernel/arena.ts";
import { replicateSeed } from "../../../src/kernel/random.ts";
import { simulate } from "../../../src/observe/simulation.ts";
import { replicateOf } from "../../../src/web/engine/replicate.ts";

/** What `linli run new-estate --seed 1 --replicate 0 --json` runs and prints. */
function printed() {
  const asked = { rootSeed: "1", replicate: 0, values: {}, weekly: false, storyLines: 0, ties: false } as const;
  const { seed, hash } = runJob({ scenario: newEstate, lang: "en", ...asked }, new Arena()) as Outcome;
  return { seed, hash };
}

describe("a replicate of the page", () => {
  test("is the run that the command line prints", () => {
    const { seed, hash, replicate } = replicateOf(plainSetting("new-estate"), "1", 0);
    expect({ seed, hash }).toEqual(printed());
    expect(replicate).toBe(0);
  });

  test("is the same run in memory that another run had before", () => {
    const memory = new Arena();
    replicateOf(plainSetting("old-district"), "1", 0, memory);
    expect(replicateOf(plainSetting("new-estate"), "1", 0, memory).hash).toBe(printed().hash);
  });

  test("equals a simulation with the same values and changes", () => {
    const values = { "team.independence": 1 };
    const changes = [{ date: "2017-07-03", values: { "support.ownersCommittee": true } }];
    const found = replicateOf({ scenario: "new-estate", blocks: {}, values, changes }, "7", 3);
    const result = simulate(newEstate, { seed: replicateSeed("7", 3), values, changes }).finish();
    expect(found.hash).toBe(result.hash);
    for (const [name, value] of Object.entries(found.measures))
      expect([name, value]).toEqual([name, result.measures[name as keyof typeof result.measures]]);
    expect(found.series).toEqual(result.series);
  });

  test("reads all that the scenario's patterns are held against", () => {
    const found = replicateOf(plainSetting("old-district"), "1", 1);
    for (const { measure, at } of oldDistrict.patterns) {
      const read = at === "final" ? found.measures : found.readings[at === "reading" ? oldDistrict.reading : at];
      expect(read).toHaveProperty(measure);
    }
  });

  test("cannot be run with a value that is none", () => {
    const setting = { ...plainSetting("new-estate"), values: { "team.independence": 2 } };
    expect(() => replicateOf(setting, "1", 0)).toThrow(/team.independence/);
  });
});
