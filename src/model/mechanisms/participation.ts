/**
 * Submodel 7.4.10: Ladder of participation.
 *
 * The rung is the highest of five that a resident stands on. It is read off what a resident does; nothing else sets it.
 *
 *   0 none      1 guest      2 member      3 capable      4 delegate
 *
 * none      takes no part
 * guest     came to an event in the last half year
 * member    belongs to an organization
 * capable   leads an organization, or was discovered by the team and belongs to one
 * delegate  sits in a platform that is not dormant
 *
 * Source: Arnstein (1969), A Ladder of Citizen Participation, in the paper's terms: the shallowest part first (3(2)1).
 * Departures: Arnstein's rungs are degrees of power that citizens are given; these are degrees of their own activity,
 * because that is what the paper describes. Order: simultaneous.
 */
/**
 * 子模型 7.4.10：参与阶梯。
 *
 * 居民所处的阶梯是五级中的最高一级，由其实际行动读出，不由任何其他因素设定。
 *
 *   0 none      1 guest      2 member      3 capable      4 delegate
 *
 * none      未参与
 * guest     近半年参加过活动
 * member    加入了组织
 * capable   担任组织负责人，或被团队发掘且加入了组织
 * delegate  在未停摆的平台中任代表
 *
 * 来源：Arnstein (1969)，公民参与阶梯，按论文的语境改写：由最表层的参与开始（三（二）1）。与原文献的差异：Arnstein 的阶
 * 梯是公民被赋予的权力程度；此处是居民自身行动的程度，因为论文描述的正是后者。次序：同时更新。
 */
import { defineMechanism } from "../mechanism.ts";

const HALF_YEAR = 26;

export const participation = defineMechanism({
  name: "participation",
  submodel: "7.4.10",
  title: { en: "Ladder of participation", zh: "参与阶梯" },
  summary: { en: "How far each resident takes part.", zh: "居民参与的深浅。" },
  source: "Arnstein (1969), Journal of the American Institute of Planners 35(4); Cao, Wan & Zeng (2019), 3(2)1",
  order: "simultaneous",
  parameters: {},
  writes: ["residents.rung"],
  bind({ world }) {
    const { seats, platforms } = world;
    const r = world.residents.at;

    /** Whether a resident sits in a platform that is alive. */
    function deliberates(i: number): boolean {
      let s = r.seats[i]! > 0 ? seats.firstB[i]! : -1;
      while (s >= 0 && !platforms.at.alive[seats.at.a[s]!]) s = seats.at.nextB[s]!;
      return s >= 0;
    }

    return (tick) => {
      for (let i = 0; i < world.residents.rows; i++) {
        const guest = r.atEvent[i]! > tick - HALF_YEAR;
        const capable = r.leads[i]! > 0 || (r.discovered[i]! >= 0 && r.memberOf[i]! > 0);
        r.rung[i] = deliberates(i) ? 4 : capable ? 3 : r.memberOf[i]! > 0 ? 2 : guest ? 1 : 0;
      }
    };
  },
});
