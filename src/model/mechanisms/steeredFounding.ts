/**
 * Submodel 7.4.2: Founding from above.
 *
 * At the weeks its programme names, the team gathers a group in each community out of the activists it has discovered,
 * then out of the most capable and public-spirited whom it can see. The group owes its team the goal and the rules: its
 * autonomy is what steering leaves, and it has written rules with a chance equal to the steering.
 *
 * Source: the paper, 3(1)1 and 4(1)1 (mutual-aid group and corps; no full power over its own rules). Order: sequential.
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
