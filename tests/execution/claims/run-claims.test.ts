import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { drawsFor } from "../../../src/execution/claims/draws.ts";
import { runClaims, runsOf } from "../../../src/execution/claims/runClaims.ts";
import { contextsOf, loadPlaces, partsOf, trialsOfClaim } from "../../../src/execution/claims/trialsOfClaim.ts";
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
    const places = await loadPlaces();
    const sweeps = partsOf(CLAIMS[8]!, contextsOf(places), 2).map((part) =>
      trialsOf(trialsOfClaim(CLAIMS[8]!, part, places, draws, 1), "0"),
    );
    expect(sweeps.length).toBe(2);
    const seeds = sweeps.flatMap((sweep) => sweep.points.map((_, p) => sweep.task(p, 0).seed));
    expect(new Set(seeds).size).toBe(2);
    expect(seeds.every((seed, p) => seed === seeds[p % 2])).toBe(true);
    for (const sweep of sweeps)
      for (const point of sweep.points.filter((_, p) => p % 2 === 0)) {
        const place = sweep.loaded.scenarios[point.scenario]!.scenario.name;
        expect(point.values["exchange.asking"]).toBe(0.3);
        expect(point.values["start.newcomers"]).toBe(place === "new-estate" ? 0.7 : undefined);
      }
  });

  test("settings are run over fifty pairs or more, evenly taken, by the seeds that these pairs have in all arms", async () => {
    const places = await loadPlaces();
    const [own, settings] = partsOf(CLAIMS[8]!, contextsOf(places), 200);
    expect([own!.pairs.length, settings!.pairs.length]).toEqual([200, 50]);
    expect(settings!.pairs.slice(0, 3)).toEqual([0, 4, 8]);
    const [whole, part] = [own!, settings!].map((p) =>
      trialsOf(trialsOfClaim(CLAIMS[8]!, p, places, drawsFor(200), 1), "0"),
    );
    expect(part!.task(2, 0).seed).toBe(whole!.task(8, 0).seed);
    expect(partsOf(CLAIMS[8]!, contextsOf(places), 20)[1]!.pairs.length).toBe(20);
  });

  test("every claim can be run as it is declared: scenarios, values and models fit together", async () => {
    const places = await loadPlaces();
    const counts = await runsOf(CLAIMS, 2);
    for (const [k, claim] of CLAIMS.entries()) {
      const sweeps = partsOf(claim, contextsOf(places), 2).map((part) =>
        trialsOf(trialsOfClaim(claim, part, places, drawsFor(2), 1), "0"),
      );
      expect(sweeps.reduce((sum, { count }) => sum + count, 0)).toBe(counts[k]);
      for (const { values } of sweeps.flatMap(({ points }) => points))
        expect(JSON.parse(JSON.stringify(values))).toEqual(values);
    }
  });

  test("refuses fewer than two pairs", async () => {
    await expect(runClaims({ dir: join(folder, "none"), pairs: 1 })).rejects.toThrow(
      "pairs must be a whole number in [2",
    );
  });
});
