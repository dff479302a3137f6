/**
 * Submodel 7.6.2: Convening a platform.
 *
 * Where the context has the team convene a council, it does so at the week its programme names, in each community where
 * anybody lives: it seats members of an organization turned to public affairs, then capable people it discovered, then
 * the most competent who are public-spirited. Delegates bring expectations that rest on their trust in the team.
 *
 * Source: the paper, 3(1)2 (the team pushed the platform and recruited; the corps speaks for residents) and 4(1)1.
 * Values: assumption. Order: sequential.
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
