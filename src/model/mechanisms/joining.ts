/**
 * Submodel 7.4.3: Joining.
 *
 * A resident who looks around (looking) turns to an organization of an acquaintance or, by public notice (notice), to
 * any in the community. It would join if enough of those it trusts, among acquaintances who are members or share the
 * need, are in it; the cautious ask for more. It is taken in with a chance that falls with the organization's size, for
 * a large group has little room. Nobody belongs to more than three.
 *
 *   fit · S >= φ · (0.5 + caution)      S = Σ_members t / Σ_alike t      P(taken in) = 1 / (1 + m/size)
 *
 * fit      how far the organization's need is the resident's  [0, 1]
 * S        share of members among like-minded acquaintances, weighed by trust  [0, 1]
 * t        trust in the acquaintance  [0, 1]
 * φ        threshold of joining (threshold)  [0, 1]
 * caution  share of all residents who are less cautious  [0, 1]
 * m        members of the organization  members
 * size     comfortable size (size)  members
 *
 * Source: Granovetter (1978), Threshold Models of Collective Behavior. Departures: acquaintances count by trust and not
 * by heads, and only those who share the need, because a resident follows whom it trusts in the matter; values are
 * assumptions. Order: sequential, by resident.
 */
/**
 * 子模型 7.4.3：加入组织。
 *
 * 留意组织（looking）的居民，或经熟人了解其所在的组织，或经公开招募（notice）了解社区内任一组织。若在其熟人之中（限于该
 * 组织成员或有同样需求者），所信任的人已有足够多加入，便愿意加入；越谨慎的人要求越高。组织越大，吸纳新人的概率越低。一
 * 人至多加入三个组织。
 *
 *   fit · S >= φ · (0.5 + caution)      S = Σ_成员 t / Σ_志趣相同者 t      P(接纳) = 1 / (1 + m/size)
 *
 * fit      组织的需求与居民需求的契合程度  [0, 1]
 * S        志趣相同的熟人中成员所占比例，以信任加权  [0, 1]
 * t        对熟人的信任  [0, 1]
 * φ        加入门槛（threshold）  [0, 1]
 * caution  比自己更不谨慎的居民所占比例  [0, 1]
 * m        组织成员数  人
 * size     适宜规模（size）  人
 *
 * 来源：Granovetter (1978)，集体行为的门槛模型。与原文献的差异：熟人按信任而非按人头计，且只计有同样需求者，因为居民追
 * 随的是在此事上信任的人；取值均为假设。次序：依次更新，逐个居民。
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
