/**
 * Submodel 7.3.2: Trust.
 *
 * A kept promise or a favor adds evidence for, a breach evidence against; old evidence fades. Without evidence trust is
 * the trust one has in any neighbor: an unknown other differs from a distrusted one.
 *
 *   t = (r + W g) / (r + ρ s + W)     then r ← λ r, s ← λ s
 *
 * t  trust of one resident in another            [0, 1]
 * r  faded count of favors and promises kept     >= 0
 * s  faded count of breaches, each weighing ρ    >= 0
 * g  trust in an unknown neighbor, the base rate [0, 1]; W its weight
 *
 * Source: Jøsang & Ismail (2002), The Beta Reputation System, eq. 6 and the forgetting factor; breaches weigh more:
 * Slovic (1993), Perceived Risk, Trust, and Democracy. Departures: fading by the week; the base rate is g.
 * Order: simultaneous.
 */
import { weeklyRetention } from "../../kernel/math.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import type { World } from "../world.ts";

/** Expected value of a beta distribution with evidence r, s and prior W at base rate g. */
export function betaTrust(kept: number, broken: number, weight: number, base: number): number {
  return (kept + weight * base) / (kept + broken + weight);
}

export const trust = defineMechanism({
  name: "trust",
  submodel: "7.3.2",
  title: { en: "Trust", zh: "信任" },
  summary: {
    en: "Favors kept and refused become trust, which fades towards general trust.",
    zh: "相助与推辞累积为信任，旧事淡忘后回归普遍信任。",
  },
  source: "Jøsang & Ismail (2002), 15th Bled Electronic Commerce Conference, eq. 6; Slovic (1993), Risk Analysis 13(6)",
  order: "simultaneous",
  parameters: {
    retention: parameter(
      0.96,
      [0.9, 0.99],
      "share left after a month",
      "Jøsang & Ismail (2002); value: assumption",
      ["memory of conduct", "往事记忆"],
      ["evidence still counted after a month", "一个月后仍起作用的往事"],
    ),
    breachWeight: parameter(
      2,
      [1, 6],
      "favors kept a breach",
      "Slovic (1993); value: assumption",
      ["weight of a breach", "失信的权重"],
      ["how many kept promises one breach weighs", "一次失信相当于几次守信"],
    ),
    prior: parameter(
      3,
      [0.5, 20],
      "events",
      "Jøsang & Ismail (2002) take 2; value: assumption",
      ["weight of general trust", "普遍信任的权重"],
      ["events it takes to know somebody", "了解一个人所需的来往次数"],
    ),
  },
  writes: ["ties.trust", "ties.kept", "ties.broken"],
  bind({ world, values }) {
    const { ties, residents } = world;
    const general = residents.at.generalTrust;
    const lambda = weeklyRetention(values.retention);
    const { prior, breachWeight } = values;
    const compiled = compiledTrust(world, [lambda, breachWeight, prior]);
    if (compiled !== null) return () => compiled(ties.pairs);
    return () => {
      const { data, stride, offset, to } = ties;
      const { kept, broken, trust: t } = offset as Record<"kept" | "broken" | "trust", number>;
      for (let d = 0; d < 2 * ties.pairs; d++) {
        if (to[d]! < 0) continue;
        const at = d * stride;
        const r = data[at + kept]!;
        const s = data[at + broken]!;
        data[at + t] = betaTrust(r, breachWeight * s, prior, general[to[d ^ 1]!]!);
        data[at + kept] = lambda * r;
        data[at + broken] = lambda * s;
      }
    };
  },
});

/** The loop in compiled code (`assembly/trust.ts`), if that reaches all it needs. */
function compiledTrust({ compiled, ties, residents }: World, values: readonly number[]) {
  const { data, stride, offset, to } = ties;
  const general = residents.at.generalTrust;
  if (!compiled?.reaches(data, to, general)) return null;
  const fields = [stride, offset.trust!, offset.kept!, offset.broken!];
  return (pairs: number) =>
    compiled.trust(pairs, data.byteOffset, ...fields, to.byteOffset, general.byteOffset, ...values);
}
