import { expect, test } from "vitest";
import type { ClaimsResult } from "../../../src/execution/claims/runClaims.ts";
import { loadDrawing } from "../../../src/execution/report/plot.ts";
import { escaped, wordsIn } from "../../../src/execution/report/words.ts";
import { claimsSection } from "../../../src/execution/validation/claims.ts";
import { CLAIMS, FAMILY } from "../../../src/experiments/claims/claims.ts";
import { judge } from "../../../src/experiments/claims/judge.ts";
import { createRandom, uniform } from "../../../src/kernel/random.ts";

const key = createRandom(9).key("test", "value");

/** All claims with values by chance, and none in the first pair of federations. */
function resultOf(pairs: number): ClaimsResult {
  const claims = judge(CLAIMS, pairs, ({ id }, arm, pair, _, measure) =>
    measure === "executedShare" && pair === 0 ? null : uniform(key, id, pair, arm.length),
  );
  const about = { format: "linli-claims-1", version: "0", seed: "1", draws: 1, family: FAMILY } as const;
  return { ...about, pairs, complete: true, runs: { done: 1, failed: 0, total: 1 }, claims };
}

test("all claims stand on the page, with quotation, verdict, and a row a test, in both languages", async () => {
  const drawing = await loadDrawing();
  const result = resultOf(6);
  for (const lang of ["en", "zh"] as const) {
    const html = claimsSection(result, wordsIn(lang), drawing);
    for (const { quote, text } of CLAIMS)
      for (const part of [quote[lang], quote.zh, quote.place, text[lang]]) expect(html).toContain(part);
    expect(html.match(/<svg/g)).toHaveLength(1);
    const told = CLAIMS.filter(
      ({ id, finding }) => finding && result.claims.find((c) => c.id === id)!.verdict !== "supported",
    );
    expect(html.match(/<tr>/g)).toHaveLength(1 + FAMILY + told.length);
    for (const { finding } of told) expect(html).toContain(escaped(finding![lang]));
    expect(html).toContain(lang === "en" ? "pairs without a value: 1" : "1对无值");
    expect(html).not.toMatch(/undefined|NaN|null/);
  }
});

test("the plot has a label of its own for every test", async () => {
  const labels: string[] = [];
  const drawing = await loadDrawing();
  const spy = {
    ...drawing,
    draw: (options: { y?: { domain?: unknown } }) => {
      labels.push(...(options.y!.domain as string[]));
      return "";
    },
  };
  claimsSection(resultOf(4), wordsIn("en"), spy as never);
  expect([labels.length, new Set(labels).size]).toEqual([FAMILY, FAMILY]);
});

test("a claim that does not stand tells what was looked at", async () => {
  const drawing = await loadDrawing();
  const result = resultOf(4);
  const fallen = result.claims.find(({ verdict }) => verdict !== "supported")!;
  const claim = CLAIMS.find(({ id }) => id === fallen.id)! as { finding?: object };
  const before = claim.finding;
  claim.finding = { en: "looked at here", zh: "在此考察" };
  try {
    expect(claimsSection(result, wordsIn("en"), drawing)).toContain("looked at here");
    expect(claimsSection(result, wordsIn("zh"), drawing)).toContain("在此考察");
  } finally {
    if (before === undefined) delete claim.finding;
    else claim.finding = before;
  }
});
