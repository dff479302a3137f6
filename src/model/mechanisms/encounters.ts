/**
 * Submodel 7.2.1: Encounters.
 *
 * People meet at foci: neighbors of a block on the stairs, buyers and residents in the chat of their building, guests
 * of last week's event, members of an organization that met last week, and friends of friends by introduction. At each
 * focus a resident meets somebody with a weekly chance; whom, is drawn evenly from those at the focus, so that two
 * given persons meet the less, the larger it is. A meeting renews a tie. Strangers who meet get acquainted with a
 * chance (acquaintance), if both have room for another tie; trust in a new acquaintance is trust in any neighbor.
 *
 *   s ← s + gain · (1 - s)      P(i meets j at f) = p_f / N_f
 *
 * s     strength of the tie: recency of contact  [0, 1]
 * gain  renewal by a meeting (gain)  [0, 1]
 * p_f   chance a week of a meeting at focus f (block, chat, event, organization, introduction)  [0, 1]
 * N_f   those whom one may meet at the focus  residents
 *
 * Source: Feld (1981), The Focused Organization of Social Ties; Jin, Girvan & Newman (2001), Structure of Growing
 * Social Networks (introductions, a cap on ties). Departures: no pairwise rate of meeting, as Jin, Girvan and Newman
 * have it, because residents of an estate meet at places and not at random; chances a week are assumptions. Order:
 * sequential, by resident.
 */
/**
 * 子模型 7.2.1：相遇与相识。
 *
 * 居民在各类“焦点”上相遇：同楼栋的邻居在楼道里，已购房者在楼栋群里，上周活动的参加者，上周开展活动的组织成员，以及经
 * 熟人引荐。居民每周以一定概率在每类焦点上遇到一人，对象从该焦点的人中均匀抽取，所以焦点越大，某两人相遇的机会越小。相
 * 遇使已有关系恢复；陌生人相遇后以一定概率（acquaintance）相识，前提是双方都还容得下新的关系；对新相识者的信任等于对一
 * 般邻居的信任。
 *
 *   s ← s + gain · (1 - s)      P(i 遇到 j 于 f) = p_f / N_f
 *
 * s     关系强度：最近是否来往  [0, 1]
 * gain  来往的巩固（gain）  [0, 1]
 * p_f   每周在焦点 f 上与人相遇的概率（block、chat、event、organization、introduction）  [0, 1]
 * N_f   在该焦点上可能遇到的人数  人
 *
 * 来源：Feld (1981)，社会关系的焦点组织；Jin, Girvan & Newman (2001)，社会网络的生长结构（引荐与关系数上限）。与原文献
 * 的差异：不采用 Jin 等人的两两相遇率，因为小区居民是在场所中相遇，并非随机碰面；各项每周概率均为假设。次序：依次更新，
 * 逐个居民。
 */
import { below, uniform } from "../../kernel/random.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { FOCUS } from "../vocabulary.ts";

const weekly = (value: number, labels: readonly [string, string], notes: readonly [string, string]) =>
  parameter(value, [0, 1], "chance a week", "assumption", labels, notes);

export const encounters = defineMechanism({
  name: "encounters",
  submodel: "7.2.1",
  title: { en: "Encounters", zh: "相遇与相识" },
  summary: {
    en: "Residents meet in their block, chat, events, organizations and through friends; ties are born and renewed.",
    zh: "居民在楼栋、微信群、活动和组织中相遇，或经朋友引荐，由此结识并保持来往。",
  },
  source: "Feld (1981), American Journal of Sociology 86(5); Jin, Girvan & Newman (2001), Physical Review E 64, 046132",
  order: "sequential",
  parameters: {
    block: weekly(0.33, ["meetings in the block", "楼栋相遇"], ["those who live there", "已入住者"]),
    chat: weekly(0.1, ["meetings in the chat", "群聊相遇"], ["those who have bought", "已购房者"]),
    event: weekly(0.8, ["meetings at an event", "活动相遇"], ["each guest", "每位参加者"]),
    organization: weekly(0.6, ["meetings in an organization", "组织内相遇"], ["each who came", "每位到场成员"]),
    introduction: weekly(0.11, ["introductions", "引荐"], ["a friend of a friend", "朋友的朋友"]),
    acquaintance: parameter(
      0.37,
      [0.01, 1],
      "chance a meeting of strangers",
      "assumption",
      ["chance of getting acquainted", "相识概率"],
      ["that strangers who meet know each other from then on", "陌生人相遇后成为相识的概率"],
    ),
    gain: parameter(
      0.3,
      [0.01, 1],
      "share of what is missing",
      "assumption",
      ["renewal by a meeting", "来往的巩固"],
      ["how far a meeting brings a tie back to full strength", "一次来往使关系恢复的程度"],
    ),
  },
  writes: ["pairs.strength", "pairs.foci", "ties.trust"],
  creates: ["ties"],
  bind({ world, values, key }) {
    const { residents, blocks, communities, memberships, ties } = world;
    const r = residents.at;
    const n = residents.rows;
    const [meet, whom, acquaint] = [key("meet"), key("whom"), key("acquaint")];
    const guests = new Int32Array(n);
    const guestsFrom = new Int32Array(communities.rows + 1);

    function listGuests(tick: number): void {
      let count = 0;
      for (let c = 0; c < communities.rows; c++) {
        guestsFrom[c] = count;
        const last = communities.at.lastResident[c]!;
        for (let i = communities.at.firstResident[c]!; i < last; i++)
          if (r.atEvent[i] === tick - 1) guests[count++] = i;
      }
      guestsFrom[communities.rows] = count;
    }

    function together(i: number, j: number, focus: number, tick: number): void {
      if (i === j) return;
      const { data, stride, offset, common } = ties;
      const known = ties.find(i, j);
      const d = known >= 0 ? known : uniform(acquaint, tick, i, j) < values.acquaintance ? ties.add(i, j, focus) : -1;
      if (d < 0) return;
      if (known < 0) {
        data[d * stride + offset.trust!] = r.generalTrust[i]!;
        data[(d ^ 1) * stride + offset.trust!] = r.generalTrust[j]!;
      }
      const strength = (d & ~1) * stride + common.strength!;
      data[strength]! += values.gain * (1 - data[strength]!);
      ties.foci[d >> 1]! |= focus;
    }

    function memberMet(i: number, tick: number): number {
      const m = memberships.firstA[i]!;
      if (m < 0 || memberships.at.attended[m] !== tick - 1) return -1;
      let other = memberships.firstB[memberships.at.b[m]!]!;
      const size = world.organizations.at.members[memberships.at.b[m]!]!;
      for (let k = below(size, whom, tick, i, 4); k > 0 && other >= 0; k--) other = memberships.at.nextB[other]!;
      return other >= 0 && memberships.at.attended[other] === tick - 1 ? memberships.at.a[other]! : -1;
    }

    function introduced(i: number, tick: number): number {
      if (ties.degree[i] === 0) return -1;
      const friend = ties.to[ties.slots[ties.start[i]! + below(ties.degree[i]!, whom, tick, i, 5)]!]!;
      return ties.to[ties.slots[ties.start[friend]! + below(ties.degree[friend]!, whom, tick, i, 6)]!]!;
    }

    function inBlock(i: number, tick: number, salt: number): number {
      const b = r.block[i]!;
      const first = blocks.at.firstResident[b]!;
      return first + below(blocks.at.lastResident[b]! - first, whom, tick, i, salt);
    }

    return (tick) => {
      listGuests(tick);
      for (let i = 0; i < n; i++) {
        const presence = r.presence[i]!;
        if (presence === 0) continue;
        if (presence === 2 && uniform(meet, tick, i, 1) < values.block) {
          const j = inBlock(i, tick, 1);
          if (r.presence[j] === 2) together(i, j, FOCUS.block, tick);
        }
        if (uniform(meet, tick, i, 2) < values.chat) {
          const j = inBlock(i, tick, 2);
          if (r.presence[j]! > 0) together(i, j, FOCUS.chat, tick);
        }
        if (r.atEvent[i] === tick - 1 && uniform(meet, tick, i, 3) < values.event) {
          const c = r.community[i]!;
          const from = guestsFrom[c]!;
          together(i, guests[from + below(guestsFrom[c + 1]! - from, whom, tick, i, 3)]!, FOCUS.event, tick);
        }
        if (r.memberOf[i]! > 0 && uniform(meet, tick, i, 4) < values.organization) {
          const j = memberMet(i, tick);
          if (j >= 0) together(i, j, FOCUS.organization, tick);
        }
        if (uniform(meet, tick, i, 5) < values.introduction) {
          const j = introduced(i, tick);
          if (j >= 0) together(i, j, FOCUS.introduction, tick);
        }
      }
    };
  },
});
