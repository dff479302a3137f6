/**
 * Submodel 7.2.2: Ties fade.
 *
 * Without contact a tie loses strength by a constant share a week and ends below a floor; the ledger of favors is
 * forgotten likewise.
 *
 *   s ← κ · s      b ← δ · b      s < floor: the tie ends
 *
 * s      strength of the tie  [0, 1]
 * κ      share of strength left after a week; after a month it is retention  [0, 1]
 * b      favors received less favors given  favors
 * δ      share of the ledger left after a week; after a month it is ledger  [0, 1]
 * floor  floor of a tie (floor)  [0, 1]
 *
 * Source: Burt (2000), Decay Functions (most bridges are gone within a few years). Departures: Burt's hazard of decay
 * falls with the age of a tie; here it is constant, since meetings renew ties and so make the old ones last. The
 * ledger: Nowak & Sigmund (1998) forget nothing; that favors are forgotten is an assumption. Order: simultaneous.
 */
/**
 * 子模型 7.2.2：关系淡化。
 *
 * 久不来往，关系强度每周按固定比例下降，低于下限即中断；人情往来的账目同样逐渐淡忘。
 *
 *   s ← κ · s      b ← δ · b      s < floor: 关系中断
 *
 * s      关系强度  [0, 1]
 * κ      一周后剩余的关系强度比例；一个月后为 retention  [0, 1]
 * b      所受人情减去所施人情  次人情
 * δ      一周后仍记得的人情比例；一个月后为 ledger  [0, 1]
 * floor  关系下限（floor）  [0, 1]
 *
 * 来源：Burt (2000)，关系的衰减函数（多数桥接关系在数年内消失）。与原文献的差异：Burt 发现关系越久，中断的风险越低；本
 * 模型的淡化率不变，因为来往会使关系恢复，老关系自然更持久。人情账目：Nowak & Sigmund (1998) 不设遗忘，人情会淡忘是假
 * 设。次序：同时更新。
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
      0.91,
      [0.5, 1],
      "share left after a month",
      "Burt (2000); value: assumption",
      ["retention of a tie", "关系保持率"],
      ["strength left after a month without contact", "一个月不来往后剩余的关系强度"],
    ),
    floor: parameter(
      0.16,
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
