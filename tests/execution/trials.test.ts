import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { blank } from "../../scenarios/index.ts";
import { runTrials } from "../../src/execution/trials.ts";
import { type Trials, trialsOf } from "../../src/experiments/trials.ts";
import { VARIANTS } from "../../src/model/variants.ts";
import { simulate } from "../../src/observe/simulation.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-trials-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const scenario = { ref: { shipped: "blank" }, scenario: blank };
const trials: Trials = {
  name: "small",
  seed: "trials",
  arms: [
    { name: "as it is", scenario },
    { name: "steps", scenario, model: { ref: { shipped: "stepTrust" }, model: VARIANTS.stepTrust! } },
    { name: "no events", scenario, values: { "team.eventsMonthly": 0 } },
  ],
  draws: [
    { values: { "exchange.asking": 0.2 } },
    { values: { "exchange.asking": 0.4 }, arms: { "as it is": { "start.newcomers": 0.1 } } },
  ],
  replicates: 2,
  measures: ["meanTrust", "organizations"],
  until: "2015-06-29",
};

describe("trials", () => {
  test("share seeds over arms at each draw and replicate, and no others; every run has an id of its own", () => {
    const sweep = trialsOf(trials, "0");
    const tasks = [...sweep.tasks];
    expect(tasks.length).toBe(12);
    expect(new Set(tasks.map((task) => task.id)).size).toBe(12);
    const seeds = (arm: number) => tasks.slice(4 * arm, 4 * arm + 4).map((task) => task.seed);
    expect(new Set(seeds(0)).size).toBe(4);
    expect(seeds(1)).toEqual(seeds(0));
    expect(seeds(2)).toEqual(seeds(0));
  });

  test("an arm holds what its draw sets in it alone, and its own values before those of a draw", () => {
    const [draw] = [{ values: { "exchange.asking": 0.4, "team.eventsMonthly": 3 } }];
    const { points } = trialsOf({ ...trials, draws: [draw!] }, "0");
    expect(points[0]!.values).toEqual({ "exchange.asking": 0.4, "team.eventsMonthly": 3 });
    expect(points[2]!.values).toEqual({ "exchange.asking": 0.4, "team.eventsMonthly": 0 });
    expect(trialsOf(trials, "0").points[1]!.values).toEqual({ "exchange.asking": 0.4, "start.newcomers": 0.1 });
  });

  test("give what single simulations give, on threads as without, and go on from what was done", async () => {
    const dir = join(folder, "a");
    const results = await runTrials(trials, { dir, threads: 1 });
    expect(results).toMatchObject({ complete: true, failed: 0, done: 12, total: 12 });
    const { seed, values } = trialsOf(trials, "0").task(3, 1);
    const alone = simulate(blank, { seed, values, until: trials.until!, model: VARIANTS.stepTrust! }).finish();
    expect(results.value(1, 1, 1, "final", "meanTrust")).toBe(alone.measures.meanTrust);
    expect(results.value(0, 1, 1, "final", "meanTrust")).not.toBe(alone.measures.meanTrust);
    expect(results.value(0, 1, 1, "final", "resolvedShare")).toBeNull();
    const again = await runTrials(trials, { dir, threads: 1 });
    expect(again.value(2, 0, 0, "final", "organizations")).toBe(results.value(2, 0, 0, "final", "organizations"));
  });

  test.each([
    [{ arms: [trials.arms[0]!, trials.arms[0]!] }, 'arm "as it is" is given twice'],
    [{ draws: [{ values: { "exchange.askin": 1 } }] }, 'unknown parameter or context field "exchange.askin"'],
    [{ draws: [{ values: { "exchange.asking": 2 } }] }, "exchange.asking must lie in [0, 1]"],
  ])("refuse what cannot be run: %j", (change, message) => {
    expect(() => trialsOf({ ...trials, ...change }, "0")).toThrow(message);
  });
});
