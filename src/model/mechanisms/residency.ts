/**
 * Submodel 7.1.1: Arrivals and moving in.
 *
 * A resident, who stands for one household, buys in a drawn week and moves in some time after handover; where homes
 * were handed over before the run, all live there from the first week. Both weeks are drawn once, before the run; this
 * rule reads them and counts who is there.
 *
 *   tick < arrival: presence = 0      arrival <= tick < moveIn: presence = 1      tick >= moveIn: presence = 2
 *
 * arrival   week of buying, drawn evenly over the weeks of sales  weeks
 * moveIn    week of moving in: handover and an exponential wait of mean start.moveInWeeks after it  weeks
 * presence  0 not yet, 1 has bought, 2 lives there
 *
 * Source: the paper, 3(1): sales from 2015, handover in April 2017, moving in after. Departures: the paper dates no
 * single move; an exponential wait is assumed, because a mean is all that is supposed to be known. Order: simultaneous.
 */
/**
 * 子模型 7.1.1：购房与入住。
 *
 * 一位居民代表一户。居民在随机抽取的某一周购房，交房之后经过一段时间入住；若交房早于模拟起始日，则全体居民自第一周起即
 * 在社区居住。购房周与入住周在模拟开始前一次抽定，本规则只据此更新居民状态，并统计在场人数。
 *
 *   tick < arrival: presence = 0      arrival <= tick < moveIn: presence = 1      tick >= moveIn: presence = 2
 *
 * arrival   购房周，在销售期内均匀抽取  周
 * moveIn    入住周：交房后再等待一段服从指数分布的时间，均值为 start.moveInWeeks  周
 * presence  0 尚未购房，1 已购房，2 已入住
 *
 * 来源：论文三（一）：2015年开盘销售，2017年4月交房，随后陆续入住。与原文献的差异：论文未记录各户入住时间；等待时间取指
 * 数分布是假设，因为可设定的只有平均值。次序：同时更新。
 */
import { defineMechanism } from "../mechanism.ts";

export const residency = defineMechanism({
  name: "residency",
  submodel: "7.1.1",
  title: { en: "Arrivals and moving in", zh: "购房与入住" },
  summary: { en: "Residents buy, and move in after handover.", zh: "居民先后购房，交房后陆续入住。" },
  source: "Cao, Wan & Zeng (2019), 3(1); distribution of moving in: assumption",
  order: "simultaneous",
  parameters: {},
  writes: ["residents.presence", "communities.present", "communities.movedIn"],
  events: {
    handover: {
      subject: "communities",
      text: { en: "homes are handed over", zh: "交房" },
    },
  },
  bind({ world, context, clock, log }) {
    const r = world.residents.at;
    const { present, movedIn } = world.communities.at;
    const handover = clock.tick(context.start.handover);
    const handedOver = log("handover");
    return (tick) => {
      present.fill(0);
      movedIn.fill(0);
      for (let i = 0; i < world.residents.rows; i++) {
        const presence = r.moveIn[i]! <= tick ? 2 : r.arrival[i]! <= tick ? 1 : 0;
        r.presence[i] = presence;
        if (presence > 0) present[r.community[i]!]!++;
        if (presence === 2) movedIn[r.community[i]!]!++;
      }
      if (tick === handover && tick > 0) {
        for (let c = 0; c < world.communities.rows; c++) handedOver(c);
      }
    };
  },
});
