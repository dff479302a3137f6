import { describe, expect, test } from "vitest";
import { newEstate, oldDistrict } from "../../../scenarios/index.ts";
import { armsOf, settingsOf, sidesOf } from "../../../src/experiments/claims/armsOf.ts";
import type { Claim, Contexts } from "../../../src/experiments/claims/claim.ts";
import { CLAIMS, FAMILY } from "../../../src/experiments/claims/claims.ts";
import { judge, type ReadValue } from "../../../src/experiments/claims/judge.ts";
import { createRandom, uniform } from "../../../src/kernel/random.ts";
import { VARIANTS } from "../../../src/model/variants.ts";
import { measureOf } from "../../../src/observe/measures.ts";

const contexts: Contexts = { "new-estate": newEstate.context, "old-district": oldDistrict.context };

describe("the claims", () => {
  test("are the sixteen, in order, the last three ours by extension", () => {
    expect(CLAIMS.map((c) => c.id)).toEqual(Array.from({ length: 16 }, (_, k) => k + 1));
    expect(CLAIMS.filter((c) => c.by === "ours").map((c) => c.id)).toEqual([14, 15, 16]);
    expect(new Set(CLAIMS.map((c) => c.name)).size).toBe(16);
    expect(FAMILY).toBe(CLAIMS.flatMap((c) => c.tests).length);
  });

  test.each(CLAIMS)("$id $name: quotes, has both languages, and tests arms of one neighborhood", (claim) => {
    expect(claim.quote.zh).toMatch(/[\u4e00-\u9fff]{6}/);
    expect(claim.quote.place).toMatch(/^[三四]\([一二三]\)/);
    for (const text of [claim.text, claim.note, ...Object.values(claim.arms).map((arm) => arm.text)]) {
      if (text === undefined) continue;
      expect(text.en).not.toMatch(/[\u4e00-\u9fff]/);
      expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
    }
    for (const t of claim.tests) {
      expect(claim.arms[t.a]!.neighborhood).toBe(claim.arms[t.b]!.neighborhood);
      expect(t.smallest).toBeGreaterThan(0);
      expect(t.why.en && t.why.zh).toBeTruthy();
      expect(() => measureOf(t.measure)).not.toThrow();
    }
  });

  test.each(CLAIMS)("$id $name: the two sides of each contrast differ, and all that is named is there", (claim) => {
    const arms = new Map(armsOf(claim, contexts).map((arm) => [arm.name, arm]));
    const set = (name: string) => JSON.stringify([arms.get(name)!.values, arms.get(name)!.variant]);
    for (const t of claim.tests) {
      expect(set(t.a)).not.toBe(set(t.b));
      for (const setting of settingsOf(t)) for (const side of sidesOf(t, setting)) expect(arms.has(side)).toBe(true);
      if (t.frozen.kind !== "held") continue;
      const [a, b] = sidesOf(t, t.frozen);
      expect(set(a)).not.toBe(set(t.a)); // the term is moved
      expect(set(b)).not.toBe(set(t.b));
    }
    for (const { variant } of arms.values()) if (variant !== undefined) expect(VARIANTS).toHaveProperty(variant);
  });
});

describe("judging", () => {
  const held = { kind: "held", term: { en: "t", zh: "项" }, name: "frozen", a: {}, b: {} } as const;
  const where = { neighborhood: "new-estate", text: { en: "arm", zh: "组" } } as const;
  const base = { at: "final", smallest: 0.5, why: { en: "w", zh: "因" }, frozen: held } as const;
  const claim = (id: number, ...tests: Claim["tests"]): Claim => ({
    ...CLAIMS[0]!,
    ...{ id, name: `c${id}`, arms: { a: where, b: where }, tests },
  });
  const up = { ...base, a: "a", b: "b", measure: "meanTrust", direction: 1 } as const;
  const noise = createRandom(3).key("test", "noise");
  /** Value of an arm in a pair: what the pair has in common, what the arm adds, and noise of its own. */
  const reading =
    (adds: Readonly<Record<string, number>>): ReadValue =>
    (_, arm, pair) =>
      10 * uniform(noise, pair, 0) + adds[arm]! + 0.1 * uniform(noise, pair, arm.length);

  test("an effect that survives its term frozen is emergent, one that does not is assumed", () => {
    const [emergent] = judge([claim(1, up)], 50, reading({ a: 0, b: 1, "a + frozen": 0, "b + frozen": 0.4 }));
    expect(emergent).toMatchObject({ verdict: "supported", tests: [{ tag: "emergent", share: 1, pairs: 50 }] });
    const [assumed] = judge([claim(1, up)], 50, reading({ a: 0, b: 1, "a + frozen": 0.2, "b + frozen": 0 }));
    expect(assumed).toMatchObject({ verdict: "supported", tests: [{ tag: "sign assumed" }] });
    expect(assumed!.tests[0]!.effect.mean).toBeCloseTo(1, 1);
    const [a, b] = assumed!.cells;
    expect([a!.arm, b!.arm, a!.n]).toEqual(["a", "b", 50]);
    expect(b!.mean! - a!.mean!).toBeCloseTo(assumed!.tests[0]!.effect.mean!, 12);
  });

  test("where there is no effect on the side expected there is nothing to tag", () => {
    const read = reading({ a: 0, b: -1, "a + frozen": 0, "b + frozen": 1 });
    expect(judge([claim(1, up)], 50, read)[0]).toMatchObject({ verdict: "not supported", tests: [{ tag: null }] });
  });

  test("a claim of little is supported within its band", () => {
    const read = reading({ a: 0, b: 0.1, "a + frozen": 0, "b + frozen": 0 });
    const [small] = judge([claim(1, { ...up, direction: 0 })], 50, read);
    expect(small).toMatchObject({ verdict: "supported", tests: [{ share: null, tag: null }] });
  });

  test("failed runs leave their pair; runs without the measure do too, unless a value stands for it", () => {
    const read: ReadValue = (_, arm, pair) => {
      if (pair === 0 && arm === "b") return undefined;
      return pair === 1 && arm === "a" ? null : arm === "b" ? 3 + pair : pair;
    };
    const [left] = judge([claim(1, up)], 6, read);
    expect(left!.tests[0]).toMatchObject({ pairs: 5, dropped: 1, effect: { n: 4, mean: 3 } });
    const absent = { value: 1, why: { en: "w", zh: "因" } };
    const [counted] = judge([claim(1, { ...up, absent })], 6, read);
    expect(counted!.tests[0]).toMatchObject({ pairs: 5, dropped: 0, effect: { n: 5, mean: 3 } });
  });

  test("an effect in other circumstances is compared pair by pair", () => {
    const within = { name: "elsewhere", a: {}, b: {}, text: { en: "e", zh: "他处" } };
    const sides = { a: 0, b: 1, "a + frozen": 0, "b + frozen": 0, "a + elsewhere": 5, "b + elsewhere": 9 };
    const read: ReadValue = (_, arm, pair) => pair + sides[arm as keyof typeof sides];
    const [found] = judge([claim(1, { ...up, within })], 4, read);
    expect(found!.tests[0]).toMatchObject({ within: { mean: 4 }, interaction: { mean: 3, low: 3, high: 3 } });
  });

  test("p values are adjusted over the whole family, whichever claims are run", () => {
    const read = reading({ a: 0, b: 0.02, "a + frozen": 0, "b + frozen": 0 });
    const { p, adjusted } = judge([claim(1, up)], 20, read)[0]!.tests[0]!;
    expect(adjusted).toBeCloseTo(Math.min(1, FAMILY * p!), 12);
  });
});
