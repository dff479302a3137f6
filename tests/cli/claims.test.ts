import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { drawsFor } from "../../src/execution/claims/draws.ts";
import { runClaims } from "../../src/execution/claims/runClaims.ts";
import { loadPlaces, trialsOfClaim } from "../../src/execution/claims/trialsOfClaim.ts";
import { cellsOf } from "../../src/execution/csv.ts";
import { loadDrawing } from "../../src/execution/report/plot.ts";
import { wordsIn } from "../../src/execution/report/words.ts";
import { claimsSection } from "../../src/execution/validation/claims.ts";
import { CLAIMS, FAMILY } from "../../src/experiments/claims/claims.ts";
import { trialsOf } from "../../src/experiments/trials.ts";
import { linli } from "./terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-claims-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const dir = join(folder, "claims");
const run = (...argv: string[]) => linli("claims", ...argv, "--pairs", "2", "--threads", "1", "--out", dir);

describe("linli claims", () => {
  test("lists what is claimed and how it is tested, in both languages, and runs nothing", async () => {
    const [en, zh] = [await linli("claims", "--list"), await linli("claims", "--list", "--lang", "zh")];
    expect([en.code, zh.code]).toEqual([0, 0]);
    for (const claim of CLAIMS) {
      expect(en.out.replace(/\s+/g, " ")).toContain(`${claim.id} ${claim.text.en} (${claim.name})`);
      expect(zh.out.replace(/\s+/g, "")).toContain(claim.quote.zh.replace(/\s+/g, ""));
    }
    expect(existsSync("claims")).toBe(false);
    const { claims } = JSON.parse((await linli("claims", "3", "--list", "--json")).out);
    expect(claims).toMatchObject([
      { id: 3, run: [{ name: "without" }, { values: { "support.ownersCommittee": true } }, {}, {}, {}, {}] },
    ]);
  });

  test("counts runs: pairs times arms, each arm once", async () => {
    const { out } = await linli("claims", "2", "--dry-run", "--json");
    expect(JSON.parse(out)).toMatchObject({ pairs: 200, total: 200 * 6 });
  });

  test("runs, tells a verdict, writes what it found, and does nothing the second time", async () => {
    const first = await run("earlyEvents");
    expect([first.code, first.err.includes("12 of 12 runs")]).toEqual([0, true]);
    expect(first.out).toContain("Events before move-in raise density and trust at handover: ");
    const json = JSON.parse(readFileSync(join(dir, "claims.json"), "utf8"));
    expect(json).toMatchObject({ pairs: 2, family: FAMILY, complete: true, runs: { done: 12, failed: 0, total: 12 } });
    const [header, ...rows] = readFileSync(join(dir, "claims.csv"), "utf8").trim().split("\n").map(cellsOf);
    expect(rows.map((row) => row.length)).toEqual([header!.length, header!.length]);
    const effect = json.claims[0].tests[0].effect.mean;
    expect(Number(rows[0]![header!.indexOf("effect")])).toBe(effect);
    expect(effect).toBeCloseTo(json.claims[0].tests[0].b - json.claims[0].tests[0].a, 12);
    const again = await run("2", "--json");
    expect(JSON.parse(again.out)).toEqual(json);
  }, 60_000);

  test("goes on where it was stopped", async () => {
    const controller = new AbortController();
    const options = { dir: join(folder, "stopped"), pairs: 2, threads: 1 };
    const onProgress = ({ done }: { done: number }) => done >= 3 && controller.abort();
    const stopped = await runClaims({ ...options, signal: controller.signal, onProgress }, [CLAIMS[1]!]);
    expect([stopped.complete, stopped.claims]).toEqual([false, []]);
    expect(stopped.runs.done).toBeLessThan(12);
    const whole = await runClaims(options, [CLAIMS[1]!]);
    expect(whole).toEqual(JSON.parse(readFileSync(join(dir, "claims.json"), "utf8")));
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

  test.each([
    [["claims", "ownerCommittee", "--dry-run"], 'unknown claim "ownerCommittee"; did you mean "ownersCommittee"?'],
    [["claims", "17", "--dry-run"], 'unknown claim "17"'],
    [["claims", "3", "--pairs", "1", "--dry-run"], '--pairs must be a whole number of at least 2; got "1"'],
  ])("says what is wrong: %j", async (argv, message) => {
    const { code, err } = await linli(...argv);
    expect([code, err.startsWith(`error: ${message}`)]).toEqual([2, true]);
    const chinese = await linli(...argv, "--lang", "zh");
    expect(chinese.err).toMatch(/^错误：(未知论断|--pairs 应为)/);
  });

  test("stands on a page: each claim with quotation, effect and verdict, in both languages", async () => {
    const result = JSON.parse(readFileSync(join(dir, "claims.json"), "utf8"));
    const drawing = await loadDrawing();
    const { quote, text } = CLAIMS[1]!;
    for (const lang of ["en", "zh"] as const) {
      const html = claimsSection(result, wordsIn(lang), drawing);
      for (const part of [quote[lang], quote.zh, quote.place, text[lang]]) expect(html).toContain(part);
      expect(html.match(/<svg/g)).toHaveLength(1);
      expect(html.match(/<tr>/g)).toHaveLength(3);
      expect(html).not.toMatch(/undefined|NaN|null/);
    }
  });
});
