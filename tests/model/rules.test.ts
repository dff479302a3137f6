import { describe, expect, test } from "vitest";
import { below, createRandom, uniform } from "../../src/kernel/random.ts";
import { curbChance } from "../../src/model/authority.ts";
import { attendChance } from "../../src/model/mechanisms/attendance.ts";
import { listen } from "../../src/model/mechanisms/discussion.ts";
import { multiplyOdds } from "../../src/model/mechanisms/efficacy.ts";
import { helpChance } from "../../src/model/mechanisms/exchange.ts";
import { learned } from "../../src/model/mechanisms/expectation.ts";
import { poisson } from "../../src/model/mechanisms/issueArrival.ts";
import { pooled } from "../../src/model/mechanisms/jointActs.ts";
import { steppedTrust } from "../../src/model/mechanisms/stepTrust.ts";
import { betaTrust } from "../../src/model/mechanisms/trust.ts";
import { capability } from "../../src/model/membership.ts";

const grid = (low: number, high: number, count = 21) =>
  Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
const rises = (values: readonly number[]) => values.every((v, i) => i === 0 || v > values[i - 1]!);
const falls = (values: readonly number[]) => rises(values.map((v) => -v));

describe("beta trust", () => {
  test("without evidence it is the base rate, whatever its weight", () => {
    for (const base of grid(0, 1)) expect(betaTrust(0, 0, 3, base)).toBeCloseTo(base, 15);
    expect(betaTrust(0, 0, 2, 0.5)).toBe(0.5);
  });

  test("with a prior of two events at 1/2 it is Jøsang and Ismail's (r + 1) / (r + s + 2)", () => {
    expect(betaTrust(7, 1, 2, 0.5)).toBe((7 + 1) / (7 + 1 + 2));
  });

  test("it rises with what was kept, falls with what was broken, and forgets the base as evidence grows", () => {
    expect(rises(grid(0, 20).map((r) => betaTrust(r, 2, 3, 0.4)))).toBe(true);
    expect(falls(grid(0, 20).map((s) => betaTrust(2, s, 3, 0.4)))).toBe(true);
    expect(betaTrust(3e6, 1e6, 3, 0)).toBeCloseTo(0.75, 5);
  });
});

describe("trust by steps", () => {
  test("nothing happened, nothing moved", () => {
    for (const t of grid(0, 1)) expect(steppedTrust(t, 0, 0, 0.08, 2)).toBeCloseTo(t, 15);
  });

  test("one favor closes a share of the gap to 1, one breach takes a larger share of what there was", () => {
    expect(steppedTrust(0.5, 1, 0, 0.1, 2)).toBeCloseTo(0.5 + 0.1 * 0.5, 14);
    expect(steppedTrust(0.5, 0, 1, 0.1, 2)).toBeCloseTo(0.5 - 2 * 0.1 * 0.5, 14);
  });

  test("two favors at once are two favors one after the other", () => {
    const once = steppedTrust(0.3, 1, 0, 0.1, 2);
    expect(steppedTrust(0.3, 2, 0, 0.1, 2)).toBeCloseTo(steppedTrust(once, 1, 0, 0.1, 2), 14);
  });

  test("it stays in [0, 1] at the ends of its parameters' ranges", () => {
    for (const t of [0, 0.5, 1]) {
      for (const [kept, broken] of [
        [0, 50],
        [50, 0],
        [50, 50],
      ] as const) {
        const after = steppedTrust(t, kept, broken, 0.15, 6);
        expect(after >= 0 && after <= 1).toBe(true);
      }
    }
  });
});

describe("help", () => {
  const weights = { need: 1, owed: 1, trust: 1.6, cost: 1.2, reputation: 0.8 };
  const chance = (c: Partial<Record<"need" | "owed" | "trust" | "cost" | "reputation", number>>) => {
    const { need = 0.5, owed = 0, trust = 0.5, cost = 0.5, reputation = 0.5 } = c;
    return helpChance(-0.6, weights, need, owed, trust, cost, reputation);
  };

  test("is likelier with need, debt, trust and reputation, and less likely with cost", () => {
    expect(rises(grid(0, 1).map((need) => chance({ need })))).toBe(true);
    expect(rises(grid(-5, 5).map((owed) => chance({ owed })))).toBe(true);
    expect(rises(grid(0, 1).map((trust) => chance({ trust })))).toBe(true);
    expect(rises(grid(0, 1).map((reputation) => chance({ reputation })))).toBe(true);
    expect(falls(grid(0, 1).map((cost) => chance({ cost })))).toBe(true);
  });

  test("a debt counts less and less: it never moves the log-odds by more than its weight", () => {
    const odds = (p: number) => Math.log(p / (1 - p));
    expect(odds(chance({ owed: 1e9 })) - odds(chance({ owed: 0 }))).toBeCloseTo(weights.owed, 6);
    expect(odds(chance({ owed: 1 })) - odds(chance({ owed: 0 }))).toBeCloseTo(weights.owed / 2, 12);
  });
});

describe("opinions", () => {
  test("one listens to those nearer than the bound, and to no other", () => {
    expect(listen(0.2, 0.4, 0.3, 0.5)).toBeCloseTo(0.3, 15);
    expect(listen(0.2, 0.9, 0.3, 0.5)).toBe(0.2);
    expect(listen(0.2, 0.5, 0.3, 0.5)).toBe(0.2); // just at the bound: not nearer than it
  });

  // Deffuant et al. (2000): about 1/(2 ε) clusters.
  test.each([
    [0.5, 1, 1],
    [0.2, 2, 3],
  ])("with the bound %f, 500 people end in %i to %i clusters of weight", (bound, least, most) => {
    const key = createRandom("deffuant").key("test", "pairs");
    const x = Array.from({ length: 500 }, (_, i) => uniform(key, 0, i));
    for (let step = 1; step < 200_000; step++) {
      const [i, j] = [below(500, key, step, 1), below(500, key, step, 2)];
      [x[i], x[j]] = [listen(x[i]!, x[j]!, bound, 0.5), listen(x[j]!, x[i]!, bound, 0.5)];
    }
    const sorted = [...x].sort((a, b) => a - b);
    const starts = sorted.map((_, k) => k).filter((k) => k === 0 || sorted[k]! - sorted[k - 1]! > bound / 2);
    const sizes = starts.map((from, c) => (starts[c + 1] ?? 500) - from);
    const clusters = sizes.filter((size) => size >= 25).length;
    expect(clusters).toBeGreaterThanOrEqual(least);
    expect(clusters).toBeLessThanOrEqual(most);
  });
});

describe("belief and expectation", () => {
  test("one success makes even odds 1.6 to one", () => {
    expect(multiplyOdds(0.5, 1.6)).toBeCloseTo(1.6 / 2.6, 15);
  });

  test("odds multiply, so success and a failure of the same weight cancel, and 0 and 1 stay", () => {
    for (const x of grid(0, 1)) expect(multiplyOdds(multiplyOdds(x, 1.6), 1 / 1.6)).toBeCloseTo(x, 14);
    expect([multiplyOdds(0, 3), multiplyOdds(1, 3)]).toEqual([0, 1]);
  });

  test("expectation moves towards what came, faster when it disappoints, and never beyond it", () => {
    expect(learned(0.5, 1, 0.1, 2)).toBeCloseTo(0.55, 15);
    expect(learned(0.5, 0, 0.1, 2)).toBeCloseTo(0.4, 15);
    expect(learned(0.5, 0, 0.9, 3)).toBe(0);
    expect(learned(0.7, 0.7, 0.1, 2)).toBe(0.7);
  });

  test("attendance rises with expectation, stake and standing, and falls with cost", () => {
    const chance = (expectation: number, stake: number, cost: number, standing: number) =>
      attendChance(0.3, 6, 1, expectation, stake, cost, standing);
    expect(rises(grid(0, 1).map((e) => chance(e, 0.5, 0.2, 0.5)))).toBe(true);
    expect(rises(grid(0, 1).map((stake) => chance(0.5, stake, 0.2, 0.5)))).toBe(true);
    expect(rises(grid(0, 1).map((standing) => chance(0.5, 0.5, 0.2, standing)))).toBe(true);
    expect(falls(grid(0, 1).map((cost) => chance(0.5, 0.5, cost, 0.5)))).toBe(true);
  });

  test("one who neither gains nor loses comes with the base's chance", () => {
    expect(attendChance(0, 6, 1, 0.5, 0.5, 0.25, 0.5)).toBe(0.5);
  });
});

describe("a team that is paid", () => {
  test("curbs nothing if it is independent, if nothing is contended, or if residents trust who must act", () => {
    expect([curbChance(3, 0, 1, 0), curbChance(3, 1, 0, 0), curbChance(3, 1, 1, 1), curbChance(0, 1, 1, 0)]).toEqual([
      0, 0, 0, 0,
    ]);
  });

  test("curbs more, the more it depends on the payer, and never for certain", () => {
    const chances = grid(0, 1).map((dependence) => curbChance(3, dependence, 1, 0));
    expect(rises(chances)).toBe(true);
    expect(chances.at(-1)).toBeCloseTo(1 - Math.exp(-3), 14);
  });
});

describe("counts, skills and means", () => {
  // The mean over an even grid of u is the mean of the distribution up to the grid; above 2, the cap of 8 would show.
  test.each([0.01, 0.1, 0.5, 1, 2])("the mean of the Poisson count at rate %f is that rate", (rate) => {
    const n = 100_000;
    let sum = 0;
    for (let k = 0; k < n; k++) sum += poisson(rate, (k + 0.5) / n);
    expect(Math.abs(sum / n - rate)).toBeLessThan(0.002);
  });

  test("the Poisson count is 0 with chance e^-rate, and grows with the draw", () => {
    expect([poisson(0.7, Math.exp(-0.7) - 1e-9), poisson(0.7, Math.exp(-0.7) + 1e-9)]).toEqual([0, 1]);
    const counts = grid(0.001, 0.999, 200).map((u) => poisson(2, u));
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });

  test("capability is 0 without skill, 1/2 at the half-saturation stock, and below 1 always", () => {
    expect([capability(0), capability(1)]).toEqual([0, 0.5]);
    expect(rises(grid(0, 50).map(capability))).toBe(true);
    expect(capability(1e6)).toBeLessThan(1);
  });

  test("pooling gains no more than is short, and no more than is to spare", () => {
    expect([pooled(2, 5), pooled(5, 2), pooled(0, 5), pooled(5, 0)]).toEqual([2, 2, 0, 0]);
  });
});
