/**
 * Submodel 7.6.2: Convening a platform.
 *
 * Where the context has the team convene a council (founding.council), it does so in the week that its programme names
 * (timing.council), in each community where anybody lives: it seats, up to a number (procedure.delegates), members of
 * an organization turned to public affairs first, then capable people it discovered, then the most competent and
 * public-spirited. Delegates bring expectations that rest on their trust in the team. Without three of them there is no
 * platform.
 *
 *   merit = 4·M + 2·D + c + p      e = min(1, e0 + e1·T)      stake = 0.6 + 0.4·p
 *
 * M      1 if the resident belongs to that organization, else 0
 * D      1 if the team has discovered the resident, else 0
 * c, p   competence and public spirit  [0, 1]
 * e      share of due decisions that the delegate expects to be carried out  [0, 1]
 * e0     expectation without trust (expectation)  [0, 1]
 * e1     expectation from trust (trust)  [0, 1]
 * T      trust of the delegate in the team  [0, 1]
 * stake  what the platform's matters mean to the delegate  [0, 1]
 *
 * Source: the paper, 3(1)2 (the team pushed the platform and recruited; the corps speaks for residents) and 4(1)1.
 * Departures: the paper names who sat at the table and not how each was chosen; ranks and values are assumptions.
 * Order: sequential, by community.
 */
/**
 * 子模型 7.6.2：召集协商平台。
 *
 * 若情境规定由团队召集议事会（founding.council），则在项目规定的周次（timing.council），按规定人数
 * （procedure.delegates）于每个已有人入住的社区召集：先请转向公共事务的组织的成员，再请已发掘的能人，最后是最有能力与公
 * 益心的居民。代表的期望来自对团队的信任。不足三人则平台不成立。
 *
 *   merit = 4·M + 2·D + c + p      e = min(1, e0 + e1·T)      stake = 0.6 + 0.4·p
 *
 * M      属于该组织为 1，否则为 0
 * D      已被团队发掘为 1，否则为 0
 * c, p   能力与公益心  [0, 1]
 * e      代表预期到期决定得到落实的比例  [0, 1]
 * e0     无信任时的期望（expectation）  [0, 1]
 * e1     信任带来的期望（trust）  [0, 1]
 * T      代表对团队的信任  [0, 1]
 * stake  平台事务对代表的利害  [0, 1]
 *
 * 来源：论文三（一）2（团队推动搭建平台并招募成员，服务团代表居民利益）与四（一）1。与原文献的差异：论文写明哪些主体参
 * 会，未写明如何选定；排序与取值均为假设。次序：依次更新，逐个社区。
 */
import { clamp } from "../../kernel/math.ts";
import { Groups } from "../../kernel/order.ts";
import { identityOf } from "../../kernel/random.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { seatDelegate } from "../membership.ts";
import { ROLE } from "../vocabulary.ts";

export const convening = defineMechanism({
  name: "convening",
  submodel: "7.6.2",
  title: { en: "Convening a platform", zh: "召集协商平台" },
  summary: { en: "A role convenes residents to deliberate.", zh: "由机构召集居民代表成立协商平台。" },
  source: "Cao, Wan & Zeng (2019), 3(1)2 and 4(1)1; values: assumption",
  order: "sequential",
  parameters: {
    expectation: parameter(
      0.35,
      [0, 1],
      "share carried out",
      "assumption",
      ["expectation without trust", "无信任时的期望"],
      ["that decisions are carried out, of one who does not trust the team", "不信任团队者对决定落实的期望"],
    ),
    trust: parameter(
      0.7,
      [0, 1],
      "share carried out",
      "assumption",
      ["expectation from trust", "信任带来的期望"],
      ["added at full trust in the team", "完全信任团队时的增量"],
    ),
  },
  writes: [
    "platforms.community",
    "platforms.identity",
    "platforms.founder",
    "platforms.founded",
    "platforms.nextMeeting",
    "platforms.seats",
    "seats.organization",
    "seats.expectation",
    "seats.stake",
    "residents.seats",
    "organizations.platform",
  ],
  creates: ["platforms", "seats"],
  events: {
    convened: {
      subject: "platforms",
      other: "communities",
      value: "1 + code of the role that convenes",
      text: { en: "{subject} is convened", zh: "{subject}召集成立" },
    },
  },
  bind({ world, values, context, clock, log }) {
    const { residents, communities, organizations, memberships, platforms } = world;
    const r = residents.at;
    const week = clock.tick(context.start.teamArrives) + context.timing.council;
    const convened = log("convened");
    const here = new Groups();

    function publicOrganization(c: number): number {
      for (let k = here.start[c]!; k < here.start[c + 1]!; k++) {
        if (organizations.at.orientation[here.rows[k]!] === 2) return here.rows[k]!;
      }
      return -1;
    }

    /** What a delegate expects before the first meeting. */
    function hope(i: number): number {
      return clamp(values.expectation + values.trust * r.trustTeam[i]!, 0, 1);
    }

    function convene(c: number, tick: number): void {
      const first = communities.at.firstResident[c]!;
      const carrier = publicOrganization(c);
      const merit = (i: number) =>
        (carrier >= 0 && memberships.find(i, carrier) >= 0 ? 4 : 0) +
        (r.discovered[i]! >= 0 ? 2 : 0) +
        r.competence[i]! +
        r.publicSpirit[i]!;
      const delegates = Array.from({ length: communities.at.lastResident[c]! - first }, (_, k) => first + k)
        .filter((i) => r.presence[i]! > 0)
        .sort((i, j) => merit(j) - merit(i) || i - j)
        .slice(0, context.procedure.delegates);
      if (delegates.length < 3) return;
      const p = platforms.add();
      platforms.at.community[p] = c;
      platforms.at.identity[p] = identityOf(delegates[0]!, tick, 1 + ROLE.team);
      platforms.at.founder[p] = 1 + ROLE.team;
      platforms.at.founded[p] = tick;
      platforms.at.nextMeeting[p] = tick;
      for (const i of delegates) {
        seatDelegate(world, p, i, carrier >= 0 && memberships.find(i, carrier) >= 0 ? carrier : -1, hope(i));
      }
      if (carrier >= 0) organizations.at.platform[carrier] = p;
      convened(p, { other: c, value: 1 + ROLE.team });
    }

    return (tick) => {
      if (!context.founding.council || tick !== week) return;
      here.gather(organizations, organizations.at.community, communities.rows);
      for (let c = 0; c < communities.rows; c++) if (communities.at.movedIn[c]! > 0) convene(c, tick);
    };
  },
});
