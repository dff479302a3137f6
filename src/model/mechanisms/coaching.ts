/**
 * Submodel 7.5.3: Coaching.
 *
 * While it coaches (timing.coachingFrom, timing.coachingUntil), the team spreads a share of its hours evenly over the
 * organizations that live, up to a most useful dose for each; what an organization has been given of late fades over a
 * few weeks. What it makes of it depends on its autonomy (see skills and rules). An organization four weeks old that
 * was given any counts as cultivated.
 *
 *   dose = min(most, share · effort / N)      c ← 0.75·c + 0.25·dose
 *
 * dose    hours of coaching for each organization  hours a week
 * most    most useful dose (most)  hours a week
 * share   share of effort for coaching (share)  [0, 1]
 * effort  hours of the team (team.effort)  hours a week
 * N       organizations in all communities  organizations
 * c       coaching received of late  hours a week
 *
 * Source: the paper, 3(1)1, 3(2)1 and 4(3)2 (teach to fish). Departures: the paper tells that teams coach and not how
 * much; quantities, and that hours are shared evenly, are assumptions. Order: simultaneous.
 */
/**
 * 子模型 7.5.3：辅导。
 *
 * 辅导期内（timing.coachingFrom、timing.coachingUntil），团队将一定比例的工时平均用于现有各组织，每个组织有吸收上限；近
 * 期所受辅导在数周内逐渐淡去。组织从中得到多少，取决于其自主程度（见组织能力与组织规章）。成立满四周且受过辅导的组织计
 * 为“已培育”。
 *
 *   dose = min(most, share · effort / N)      c ← 0.75·c + 0.25·dose
 *
 * dose    每个组织所得辅导工时  小时／周
 * most    辅导上限（most）  小时／周
 * share   用于辅导的工时比例（share）  [0, 1]
 * effort  团队投入工时（team.effort）  小时／周
 * N       全部社区的组织数  个
 * c       近期所受辅导  小时／周
 *
 * 来源：论文三（一）1、三（二）1与四（三）2（授人以渔）。与原文献的差异：论文指出团队开展辅导，未给出多少；数量以及平均
 * 分配均为假设。次序：同时更新。
 */
import { defineMechanism, parameter } from "../mechanism.ts";

const MEMORY = 0.75;

export const coaching = defineMechanism({
  name: "coaching",
  submodel: "7.5.3",
  title: { en: "Coaching", zh: "辅导" },
  summary: {
    en: "The team accompanies organizations and builds their skill.",
    zh: "团队长期陪伴并辅导组织，培育其能力。",
  },
  source: "Cao, Wan & Zeng (2019), 3(1)1, 3(2)1 and 4(3)2; quantities: assumption",
  order: "simultaneous",
  parameters: {
    share: parameter(
      0.4,
      [0, 1],
      "share of effort",
      "assumption",
      ["share of effort for coaching", "用于辅导的工时比例"],
      ["of the team's hours", "占团队工时的比例"],
    ),
    most: parameter(
      2,
      [0, 20],
      "hours a week",
      "assumption",
      ["most useful dose", "辅导上限"],
      ["that one organization can take", "一个组织每周能吸收的辅导工时"],
    ),
  },
  writes: ["organizations.coaching", "organizations.coached"],
  bind({ world, values, context, clock }) {
    const { organizations } = world;
    const arrives = clock.tick(context.start.teamArrives);
    const from = arrives + context.timing.coachingFrom;
    const until = arrives + context.timing.coachingUntil;
    return (tick) => {
      const at = organizations.at;
      const given = tick < from || tick >= until ? 0 : values.share * context.team.effort;
      const dose = Math.min(values.most, given / Math.max(1, organizations.count));
      for (let o = 0; o < organizations.rows; o++) {
        if (!organizations.alive[o]) continue;
        at.coaching[o] = MEMORY * at.coaching[o]! + (1 - MEMORY) * dose;
        if (dose > 0 && tick - at.founded[o]! >= 4) at.coached[o] = 1;
      }
    };
  },
});
