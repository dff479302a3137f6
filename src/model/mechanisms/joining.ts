/**
 * Submodel 7.4.3: Joining.
 *
 * A resident who looks around turns to an organization of an acquaintance (or, now and then, to any in the community),
 * and joins it if enough of those it trusts, among acquaintances who share the need, are in it:
 *
 *   fit · S >= φ·(0.5 + caution)     S = Σ trust in members / Σ trust in acquaintances who share the need
 *
 * and if it is taken in, with a chance 1 / (1 + members/size): a large group has little room.
 *
 * Source: Granovetter (1978), Threshold Models of Collective Behavior, with trust as weight. Values: assumption.
 * Order: sequential.
 */
import { Groups } from "../../kernel/order.ts";
import { below, uniform } from "../../kernel/random.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { enroll, fitOf, MOST_MEMBERSHIPS } from "../membership.ts";
import { NEED } from "../vocabulary.ts";

export const joining = defineMechanism({
  name: "joining",
  submodel: "7.4.3",
  title: { en: "Joining", zh: "加入组织" },
  summary: {
    en: "Residents join when enough of those they trust are in.",
    zh: "信任的熟人参加得够多时，居民随之加入。",
  },
  source: "Granovetter (1978), American Journal of Sociology 83(6); values: assumption",
  order: "sequential",
  parameters: {
    looking: parameter(
      0.08,
      [0, 1],
      "chance a week",
      "assumption",
      ["looking around", "留意组织"],
      ["that a resident considers joining", "每周考虑加入的概率"],
    ),
    threshold: parameter(
      0.2,
      [0.05, 0.6],
      "share",
      "Granovetter (1978); value: assumption",
      ["threshold of joining", "加入门槛"],
      ["trusted share of like-minded acquaintances that must be in", "同好熟人中须已参加的（按信任加权）比例"],
    ),
    notice: parameter(
      0.15,
      [0, 1],
      "share",
      "assumption",
      ["by public notice", "经公开招募"],
      ["how often the organization is found without an acquaintance", "不经熟人得知组织的比例"],
    ),
    size: parameter(
      25,
      [5, 200],
      "members",
      "assumption",
      ["comfortable size", "适宜规模"],
      ["at which half of those who would join are taken in", "达到此规模时只吸收一半意愿者"],
    ),
  },
  writes: ["residents.memberOf", "memberships.since", "organizations.members"],
  creates: ["memberships"],
  events: {
    joined: {
      subject: "residents",
      other: "organizations",
      text: { en: "resident {subject} joins {other}", zh: "居民{subject}加入{other}" },
      detail: true,
    },
  },
  bind({ world, values, key, log }) {
    const { residents, communities, organizations, memberships, ties } = world;
    const r = residents.at;
    const [look, whom, which, taken, notice] = [key("look"), key("whom"), key("which"), key("taken"), key("notice")];
    const joined = log("joined");
    const here = new Groups();

    function throughFriend(i: number, tick: number): number {
      const { slots, start, degree, to } = ties;
      if (degree[i] === 0) return -1;
      const j = to[slots[start[i]! + below(degree[i]!, whom, tick, i)]!]!;
      if (r.memberOf[j] === 0) return -1;
      let m = memberships.firstA[j]!;
      for (let k = below(r.memberOf[j]!, which, tick, i); k > 0; k--) m = memberships.at.nextA[m]!;
      return memberships.at.b[m]!;
    }

    /** An organization of the community, drawn by identity, so that others' births do not change the choice. */
    function anyHere(i: number, tick: number): number {
      let chosen = -1;
      let highest = 0;
      const c = r.community[i]!;
      for (let k = here.start[c]!; k < here.start[c + 1]!; k++) {
        const o = here.rows[k]!;
        const u = uniform(which, tick, i, organizations.at.identity[o]!);
        if (u > highest) [chosen, highest] = [o, u];
      }
      return chosen;
    }

    /** Trust-weighted share of like-minded acquaintances who are members of o. */
    function activeShare(i: number, o: number): number {
      const { data, stride, offset, slots, start, degree, to } = ties;
      const need = organizations.at.need[o]!;
      let all = 0;
      let inside = 0;
      for (let k = 0; k < degree[i]!; k++) {
        const d = slots[start[i]! + k]!;
        const j = to[d]!;
        const member = r.memberOf[j]! > 0 && memberships.find(j, o) >= 0;
        if (!member && fitOf(world, j, need, NEED.fitOut) < 0.6) continue;
        const t = data[d * stride + offset.trust!]!;
        all += t;
        if (member) inside += t;
      }
      return all === 0 ? 0 : inside / all;
    }

    return (tick) => {
      if (organizations.count === 0) return;
      here.gather(organizations, organizations.at.community, communities.rows);
      for (let i = 0; i < residents.rows; i++) {
        if (r.presence[i] === 0 || r.memberOf[i]! >= MOST_MEMBERSHIPS || uniform(look, tick, i) >= values.looking)
          continue;
        const o = uniform(notice, tick, i) < values.notice ? anyHere(i, tick) : throughFriend(i, tick);
        if (o < 0 || organizations.at.community[o] !== r.community[i] || memberships.find(i, o) >= 0) continue;
        const fit = fitOf(world, i, organizations.at.need[o]!, NEED.fitOut);
        if (fit * activeShare(i, o) < values.threshold * (0.5 + r.caution[i]!)) continue;
        if (uniform(taken, tick, i) >= 1 / (1 + organizations.at.members[o]! / values.size)) continue;
        enroll(world, i, o, tick);
        joined(i, { other: o });
      }
    };
  },
});
