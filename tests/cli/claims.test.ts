import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { cellsOf } from "../../src/execution/csv.ts";
import { CLAIMS, FAMILY } from "../../src/experiments/claims/claims.ts";
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

  test("counts runs: its arms over all pairs, those of settings over fifty", async () => {
    const { out } = await linli("claims", "2", "--dry-run", "--json");
    expect(JSON.parse(out)).toMatchObject({ pairs: 200, total: 200 * 2 + 50 * 4 });
  });

  test("runs, tells a verdict, writes what it found, and does nothing the second time", async () => {
    const first = await run("earlyEvents");
    expect([first.code, first.err.includes("12 of 12 runs")]).toEqual([0, true]);
    expect(first.out).toContain("Events before move-in raise density and trust at handover: ");
    const json = JSON.parse(readFileSync(join(dir, "claims-2.json"), "utf8"));
    expect(json).toMatchObject({ pairs: 2, family: FAMILY, complete: true, runs: { done: 12, failed: 0, total: 12 } });
    const [header, ...rows] = readFileSync(join(dir, "claims-2.csv"), "utf8").trim().split("\n").map(cellsOf);
    expect(rows.map((row) => row.length)).toEqual([header!.length, header!.length]);
    const effect = json.claims[0].tests[0].effect.mean;
    expect(Number(rows[0]![header!.indexOf("effect")])).toBe(effect);
    expect(effect).toBeCloseTo(json.claims[0].tests[0].b - json.claims[0].tests[0].a, 12);
    const again = await run("2", "--json");
    expect(JSON.parse(again.out)).toEqual(json);
  }, 60_000);

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
});
