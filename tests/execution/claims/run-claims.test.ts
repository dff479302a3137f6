import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { drawsFor } from "../../../src/execution/claims/draws.ts";
import { runClaims, runsOf } from "../../../src/execution/claims/runClaims.ts";
import { loadPlaces, trialsOfClaim } from "../../../src/execution/claims/trialsOfClaim.ts";
import { CLAIMS } from "../../../src/experiments/claims/claims.ts";
import { trialsOf } from "../../../src/experiments/trials.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-run-claims-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("runs of claims", () => {
  test("goes on where it was stopped", async () => {
    const controller = new AbortController();
    const options = { dir: join(folder, "stopped"), pairs: 2, threads: 1 };
    const onProgress = ({ done }: { done: number }) => done >= 3 && controller.abort();
    const stopped = await runClaims({ ...options, signal: controller.signal, onProgress }, [CLAIMS[1]!]);
    expect([stopped.complete, stopped.claims]).toEqual([false, []]);
    expect(stopped.runs.done).toBeLessThan(12);
    const whole = await runClaims(options, [CLAIMS[1]!]);
    const atOnce = await runClaims({ ...options, dir: join(folder, "at-once") }, [CLAIMS[1]!]);
    expect(whole).toMatchObject({ complete: true, runs: { done: 12, failed: 0, total: 12 } });
    expect(whole).toEqual(atOnce);
  }, 60_000);

  test("pairs share draw and seed over all arms of a claim, frozen ones among them", async () => {
    const draws = [
      { values: { "exchange.asking": 0.3 }, arms: { "new-estate": { "start.newcomers": 0.7 } } },
      drawsFor(1)[0]!,
    ];
    const sweep = trialsOf(trialsOfClaim(CLAIMS[8]!, await loadPlaces(), draws, 1), "0");
    const seeds = sweep.points.map((_, p) => sweep.task(p, 0).seed);
    expect(new Set(seeds).size).toBe(2);
    expect(seeds.every((seed, p) => seed === seeds[p % 2])).toBe(true);
    for (const point of sweep.points.filter((_, p) => p % 2 === 0)) {
      const place = sweep.loaded.scenarios[point.scenario]!.scenario.name;
      expect(point.values["exchange.asking"]).toBe(0.3);
      expect(point.values["start.newcomers"]).toBe(place === "new-estate" ? 0.7 : undefined);
    }
  });

  test("every claim can be run as it is declared: scenarios, values and models fit together", async () => {
    const places = await loadPlaces();
    const counts = await runsOf(CLAIMS, 2);
    for (const [k, claim] of CLAIMS.entries()) {
      const sweep = trialsOf(trialsOfClaim(claim, places, drawsFor(2), 1), "0");
      expect(sweep.count).toBe(counts[k]);
      for (const { values } of sweep.points) expect(JSON.parse(JSON.stringify(values))).toEqual(values);
    }
  });

  test("refuses fewer than two pairs", async () => {
    await expect(runClaims({ dir: join(folder, "none"), pairs: 1 })).rejects.toThrow(
      "pairs must be a whole number in [2",
    );
  });
});
