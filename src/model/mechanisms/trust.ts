/**
 * Submodel 7.3.2: Trust.
 *
 * A kept promise or a favor adds evidence for, a breach evidence against; old evidence fades. Without evidence trust is
 * the trust one has in any neighbor: an unknown other differs from a distrusted one.
 *
 *   t = (r + W·g) / (r + ρ·s + W)      then r ← λ·r, s ← λ·s
 *
 * t  trust of one resident in another  [0, 1]
 * r  faded count of favors and promises kept  events
 * s  faded count of refusals and breaches  events
 * g  trust in an unknown neighbor, the base rate  [0, 1]
 * W  weight of general trust (prior)  events
 * ρ  weight of a breach (breachWeight)  favors kept a breach
 * λ  share of evidence left after a week; after a month it is retention  [0, 1]
 *
 * Source: Jøsang & Ismail (2002), The Beta Reputation System, eq. 6 and the forgetting factor; breaches weigh more:
 * Slovic (1993), Perceived Risk, Trust, and Democracy. Departures: evidence fades by the week and not by the event,
 * because a long silence counts too; the base rate is g and not 1/2, because a stranger is met differently where
 * neighbors are trusted. Order: simultaneous.
 */
/**
 * 子模型 7.3.2：信任。
 *
 * 守信或相助增加信任的依据，失信增加不信任的依据，陈年往事逐渐淡去。没有依据时，信任等于对一般邻居的信任：不认识的人不
 * 同于不可信的人。
 *
 *   t = (r + W·g) / (r + ρ·s + W)      随后 r ← λ·r, s ← λ·s
 *
 * t  一位居民对另一位的信任  [0, 1]
 * r  守信与相助次数，随时间淡去  次
 * s  拒绝与失信次数，随时间淡去  次
 * g  对陌生邻居的信任，即基准值  [0, 1]
 * W  普遍信任的权重（prior）  次
 * ρ  失信的权重（breachWeight）  次守信／次失信
 * λ  一周后剩余的依据比例；一个月后为 retention  [0, 1]
 *
 * 来源：Jøsang & Ismail (2002)，贝塔声誉系统，式 6 及遗忘因子；失信权重更大：Slovic (1993)，感知风险、信任与民主。与原
 * 文献的差异：依据按周而非按事件淡去，因为久无往来本身也有意义；基准值取 g 而非 1/2，因为在人们彼此信任的地方，陌生人受
 * 到的对待也不同。次序：同时更新。
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
      1.9,
      [1, 6],
      "favors kept a breach",
      "Slovic (1993); value: assumption",
      ["weight of a breach", "失信的权重"],
      ["how many kept promises one breach weighs", "一次失信相当于几次守信"],
    ),
    prior: parameter(
      1.6,
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
