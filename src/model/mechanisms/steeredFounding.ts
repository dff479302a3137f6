/**
 * Submodel 7.4.2: Founding from above.
 *
 * At the weeks that its programme names (founding.groups), the team gathers a group in each community: activists it has
 * discovered first, then the most capable and public-spirited who share the need. The best of them leads. The group
 * owes its team the goal and the rules: it decides of its own affairs what steering leaves, and has written rules with
 * a chance equal to the steering. With fewer than three persons there is no group.
 *
 *   autonomy = 1 - steering      P(rules) = steering      merit = 2·D + c + p + fit
 *
 * steering  how far the team steers what it founds (founding.steering)  [0, 1]
 * autonomy  share of its own affairs that the organization decides  [0, 1]
 * D         1 if the team has discovered the resident, else 0
 * c, p      competence and public spirit  [0, 1]
 * fit       how far the need is the resident's: main 1, minor 0.6, else 0.1; fit-out 0.8 between buying and moving in
 *
 * Source: the paper, 3(1)1 and 4(1)1 (mutual-aid group and corps; no full power over its own rules). Departures: the
 * paper tells that the group was steered and not how far; the linear form is assumed. Order: sequential, by community.
 */
/**
 * 子模型 7.4.2：自上而下组建组织。
 *
 * 在项目规定的周次（founding.groups），团队在每个社区组建一个团体：先吸收已发掘的积极分子，再吸收有此需求、最有能力与公
 * 益心的居民，其中最优者任负责人。团体的目标与规章来自团队：它自主决定的程度等于团队主导之后所剩的部分，并以等于主导程
 * 度的概率从一开始就有成文规章。不足三人则不成立。
 *
 *   autonomy = 1 - steering      P(有规章) = steering      merit = 2·D + c + p + fit
 *
 * steering  团队主导程度（founding.steering）  [0, 1]
 * autonomy  组织自主决定事务的比例  [0, 1]
 * D         已被团队发掘为 1，否则为 0
 * c, p      能力与公益心  [0, 1]
 * fit       需求契合程度：主要需求 1，次要需求 0.6，其他 0.1；购房至入住之间对新居互助为 0.8
 *
 * 来源：论文三（一）1与四（一）1（新居互助团与服务团；没有充分的权力制定自身规范）。与原文献的差异：论文指出受团队引
 * 导，但未说明程度；线性形式是假设。次序：依次更新，逐个社区。
 */
import { identityOf, uniform } from "../../kernel/random.ts";
import { defineMechanism } from "../mechanism.ts";
import { enroll, fitOf, MOST_MEMBERSHIPS } from "../membership.ts";
import { codeOf, FOCUS, NEED, NEEDS } from "../vocabulary.ts";

export const steeredFounding = defineMechanism({
  name: "steeredFounding",
  submodel: "7.4.2",
  title: { en: "Founding from above", zh: "自上而下组建组织" },
  summary: {
    en: "The team gathers activists into a group under its guidance.",
    zh: "社区营造团队把发掘出的积极分子组建成团体，并加以引导。",
  },
  source: "Cao, Wan & Zeng (2019), 3(1)1 and 4(1)1",
  order: "sequential",
  parameters: {},
  writes: [
    "organizations.community",
    "organizations.need",
    "organizations.identity",
    "organizations.founder",
    "organizations.leader",
    "organizations.founded",
    "organizations.autonomy",
    "organizations.rules",
    "organizations.members",
    "organizations.orientation",
    "organizations.coached",
    "residents.leads",
    "residents.memberOf",
    "memberships.since",
    "pairs.foci",
  ],
  creates: ["organizations", "memberships", "ties"],
  events: {
    founded: {
      subject: "organizations",
      other: "communities",
      value: "code of the need",
      text: { en: "{subject} is founded ({reason})", zh: "{subject}成立（{reason}）" },
      reasons: { above: { en: "by the team, out of activists it discovered", zh: "由团队从发掘的积极分子中组建" } },
    },
  },
  bind({ world, context, clock, key, log }) {
    const { residents, communities, organizations, ties } = world;
    const r = residents.at;
    const { groups, steering } = context.founding;
    const arrives = clock.tick(context.start.teamArrives);
    const rulesKey = key("rules");
    const founded = log("founded");

    function found(c: number, need: number, size: number, tick: number): void {
      const first = communities.at.firstResident[c]!;
      const present = Array.from({ length: communities.at.lastResident[c]! - first }, (_, k) => first + k).filter(
        (i) => r.presence[i]! > 0 && r.memberOf[i]! < MOST_MEMBERSHIPS,
      );
      const merit = (i: number) =>
        (r.discovered[i]! >= 0 ? 2 : 0) + r.competence[i]! + r.publicSpirit[i]! + fitOf(world, i, need, NEED.fitOut);
      const members = present.sort((i, j) => merit(j) - merit(i) || i - j).slice(0, size);
      const leader = members[0];
      if (leader === undefined || members.length < 3) return;
      const o = organizations.add();
      const at = organizations.at;
      at.community[o] = c;
      at.need[o] = need;
      at.identity[o] = identityOf(leader, tick, need);
      at.founder[o] = leader;
      at.leader[o] = leader;
      at.founded[o] = tick;
      at.autonomy[o] = 1 - steering;
      at.rules[o] = uniform(rulesKey, tick, c, need) < steering ? 1 : 0;
      at.orientation[o] = need === NEED.public ? 2 : 1;
      at.coached[o] = 1;
      r.leads[leader]!++;
      for (const i of members) {
        enroll(world, i, o, tick);
        if (i !== leader && ties.find(leader, i) < 0) ties.add(leader, i, FOCUS.organization);
      }
      founded(o, { other: c, reason: "above", value: need });
    }

    return (tick) => {
      for (const group of groups) {
        if (tick !== arrives + group.week) continue;
        for (let c = 0; c < communities.rows; c++) found(c, codeOf(NEEDS, group.need), group.size, tick);
      }
    };
  },
});
