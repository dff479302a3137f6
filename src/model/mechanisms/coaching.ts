/**
 * Submodel 7.5.3: Coaching.
 *
 * While it coaches, the team spreads a share of its hours evenly over the organizations that live, up to a most useful
 * dose for each; what an organization has been given of late fades over a few weeks. What it makes of it depends on its
 * autonomy (see skills and rules).
 *
 * Source: the paper, 3(1)1, 3(2)1 and 4(3)2 (teach to fish); quantities: assumption. Order: simultaneous.
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
