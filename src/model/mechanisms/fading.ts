/**
 * Submodel 7.2.2: Ties fade.
 *
 * Without contact a tie loses strength by a constant share a week and ends below a floor; the ledger of favors is
 * forgotten likewise:
 *
 *   s ← κ s      ended if s < floor          b ← δ b
 *
 * Source: Burt (2000), Decay Functions (most bridges are gone within a few years); ledger: Nowak & Sigmund (1998) forget
 * nothing, δ is an assumption. Order: simultaneous.
 */
import { weeklyRetention } from "../../kernel/math.ts";
import { defineMechanism, parameter } from "../mechanism.ts";

export const fading = defineMechanism({
  name: "fading",
  submodel: "7.2.2",
  title: { en: "Ties fade", zh: "关系淡化" },
  summary: {
    en: "Ties without contact weaken and end; favors are forgotten.",
    zh: "久不来往则关系淡化乃至中断，人情往来也会淡忘。",
  },
  source: "Burt (2000), Social Networks 22(1); retention and floor: assumption",
  order: "simultaneous",
  parameters: {
    retention: parameter(
      0.92,
      [0.5, 1],
      "share left after a month",
      "Burt (2000); value: assumption",
      ["retention of a tie", "关系保持率"],
      ["strength left after a month without contact", "一个月不来往后剩余的关系强度"],
    ),
    floor: parameter(
      0.08,
      [0, 0.5],
      "strength",
      "assumption",
      ["floor of a tie", "关系下限"],
      ["a weaker tie ends", "低于此强度则关系中断"],
    ),
    ledger: parameter(
      0.94,
      [0.9, 0.98],
      "share left after a month",
      "assumption",
      ["memory of favors", "人情记忆"],
      ["favors still counted after a month", "一个月后仍记得的人情"],
    ),
  },
  writes: ["pairs.strength", "pairs.owed"],
  removes: ["ties"],
  bind({ world, values }) {
    const { ties } = world;
    const { floor } = values;
    const kappa = weeklyRetention(values.retention);
    const delta = weeklyRetention(values.ledger);
    return () => {
      const { data, stride, common, to } = ties;
      const { strength, owed } = common as Record<"strength" | "owed", number>;
      for (let d = 0; d < 2 * ties.pairs; d += 2) {
        if (to[d]! < 0) continue;
        const pair = d * stride;
        data[pair + owed] = data[pair + owed]! * delta;
        const s = data[pair + strength]! * kappa;
        data[pair + strength] = s;
        if (s < floor) ties.remove(d);
      }
    };
  },
});
