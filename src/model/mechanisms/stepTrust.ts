/**
 * Submodel 7.3.2, alternative: Trust by steps. Replaces `trust`.
 *
 * Trust itself moves by a step with each favor and each breach. It keeps no evidence: one who is trusted little and
 * long is as quick to win as a stranger.
 *
 *   kept: t ← t + α·(1 - t)      broken: t ← t - ρ·α·t
 *
 * t  trust of one resident in another  [0, 1]
 * α  step of trust (step)  [0, 1]
 * ρ  weight of a breach (breachWeight)  steps a breach
 *
 * Source: Jonker & Treur (1999), Formal Analysis of Models for the Dynamics of Trust Based on Experiences. Departures:
 * several events in a week act one after another, kept before broken, because a week has no order within it. Order:
 * simultaneous.
 */
/**
 * 子模型 7.3.2（替代规则）：信任（逐步更新）。用以替换 `trust`。
 *
 * 每次相助或失信直接使信任移动一步，不保存依据：长期不受信任的人，与陌生人一样容易重新赢得信任。
 *
 *   守信：t ← t + α·(1 - t)      失信：t ← t - ρ·α·t
 *
 * t  一位居民对另一位的信任  [0, 1]
 * α  信任步长（step）  [0, 1]
 * ρ  失信的权重（breachWeight）  步／次失信
 *
 * 来源：Jonker & Treur (1999)，基于经验的信任动态模型的形式分析。与原文献的差异：一周内的多次事件依次起作用，先守信后失
 * 信，因为周内不分先后。次序：同时更新。
 */
import { power } from "../../kernel/math.ts";
import { defineMechanism, parameter } from "../mechanism.ts";

/** Trust after `kept` favors and then `broken` ones, from t in [0, 1]. */
export function steppedTrust(t: number, kept: number, broken: number, alpha: number, breachWeight: number): number {
  const up = 1 - (1 - t) * power(1 - alpha, kept);
  return up * power(Math.max(0, 1 - breachWeight * alpha), broken);
}

export const stepTrust = defineMechanism({
  name: "stepTrust",
  submodel: "7.3.2",
  title: { en: "Trust by steps (alternative)", zh: "信任（逐步更新，替代规则）" },
  summary: {
    en: "Each favor moves trust a step up, each breach a larger step down.",
    zh: "守信一次信任上升一步，失信一次下降更大一步。",
  },
  source: "Jonker & Treur (1999), MAAMAW'99, LNAI 1647",
  order: "simultaneous",
  parameters: {
    step: parameter(
      0.08,
      [0.02, 0.15],
      "share of what is missing",
      "Jonker & Treur (1999); value: assumption",
      ["step of trust", "信任步长"],
      ["how far one favor moves trust", "一次相助带来的信任变化"],
    ),
    breachWeight: parameter(
      2,
      [1, 6],
      "steps a breach",
      "Slovic (1993), Risk Analysis 13(6); value: assumption",
      ["weight of a breach", "失信的权重"],
      ["how many steps one breach takes back", "一次失信抵消的步数"],
    ),
  },
  writes: ["ties.trust", "ties.kept", "ties.broken"],
  bind({ world, values }) {
    const { ties } = world;
    return () => {
      const { data, stride, offset, to } = ties;
      const { kept, broken, trust: t } = offset as Record<"kept" | "broken" | "trust", number>;
      for (let d = 0; d < 2 * ties.pairs; d++) {
        const at = d * stride;
        const r = data[at + kept]!;
        const s = data[at + broken]!;
        if (to[d]! < 0 || (r === 0 && s === 0)) continue;
        data[at + t] = steppedTrust(data[at + t]!, r, s, values.step, values.breachWeight);
        data[at + kept] = 0;
        data[at + broken] = 0;
      }
    };
  },
});
