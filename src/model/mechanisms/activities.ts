/**
 * Submodel 7.4.5: Activities.
 *
 * An organization wishes to meet in a week with a chance that rises with its organizing skill; with fixed times, at
 * least nine times in ten. Every organization asks for a room of two hours a week; where more hours are asked than
 * there are (support.rooms), rooms are granted by lot, and without one it meets, outdoors or at a member's, with a
 * lower chance (elsewhere). Those who come may meet one another in the following week. A meeting of an organization
 * turned to others is a deed, which residents esteem.
 *
 *   q = m0 + (0.85 - m0) · k      P(comes) = σ(a0 + a1·t + a2·b)      S ← S + esteem·(1 - S)
 *
 * q       chance a week to wish to meet; with fixed times max(0.9, q)  [0, 1]
 * m0      meetings without skill (meeting)  chance a week
 * k       capability in organizing  [0, 1)
 * a0      base of coming (come)  log-odds
 * a1, a2  trust in the leader, pull of belonging (leaderTrust, belonging)  log-odds
 * t       trust of the member in the leader; in any neighbor, if they are not acquainted  [0, 1]
 * b       belonging of the member  [0, 1]
 * S       standing of the organization, raised by each deed  [0, 1]
 * esteem  esteem by deeds (esteem)  [0, 1]
 *
 * Source: the paper, Table 1 (place, time) and 3(2)2 (rooms hard to get). Departures: the paper lists places and times
 * and counts no meetings; form and values are assumptions. Order: simultaneous.
 */
/**
 * 子模型 7.4.5：组织活动。
 *
 * 组织每周想开展活动的概率随组织力上升；活动时间固定者，十周中至少有九周。每个组织每周申请两小时场地；申请总量超过供给
 * （support.rooms）时以抽签分配，未获场地者仍以较低概率（elsewhere）在户外或成员家中活动。到场者此后一周可能彼此相遇。
 * 面向他人的组织每活动一次，即做一件善事，为居民所敬重。
 *
 *   q = m0 + (0.85 - m0) · k      P(到场) = σ(a0 + a1·t + a2·b)      S ← S + esteem·(1 - S)
 *
 * q       每周想开展活动的概率；时间固定者为 max(0.9, q)  [0, 1]
 * m0      基本活动频率（meeting）  每周概率
 * k       组织力  [0, 1)
 * a0      到场的基准（come）  对数几率
 * a1, a2  对负责人的信任与归属感的作用（leaderTrust、belonging）  对数几率
 * t       成员对负责人的信任；若不相识，则为对一般邻居的信任  [0, 1]
 * b       成员的归属感  [0, 1]
 * S       组织的公信力，每件善事使之上升  [0, 1]
 * esteem  善举赢得的公信力（esteem）  [0, 1]
 *
 * 来源：论文表1（活动场地与时间）与三（二）2（场地难以协调）。与原文献的差异：论文列出场地与时间，未统计活动次数；形式
 * 与取值均为假设。次序：同时更新。
 */
import { logistic } from "../../kernel/math.ts";
import { uniform } from "../../kernel/random.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { capability } from "../membership.ts";

/** Hours a meeting needs a room. Source: assumption. */
const ROOM_HOURS = 2;
const MEMORY = 0.9;

export const activities = defineMechanism({
  name: "activities",
  submodel: "7.4.5",
  title: { en: "Activities", zh: "组织活动" },
  summary: {
    en: "Organizations meet if they can, and serve others if they are turned to it.",
    zh: "组织在有场地、有能力时开展活动，服务型组织惠及他人。",
  },
  source: "Cao, Wan & Zeng (2019), Table 1 and 3(2)2; form: assumption",
  order: "simultaneous",
  parameters: {
    meeting: parameter(
      0.25,
      [0, 1],
      "chance a week",
      "assumption",
      ["meetings without skill", "基本活动频率"],
      ["of an organization without skill or fixed times", "无能力、无固定时间的组织每周活动的概率"],
    ),
    elsewhere: parameter(
      0.4,
      [0, 1],
      "chance",
      "assumption",
      ["meeting without a room", "无场地时仍活动"],
      ["that it meets although no room was granted", "未获场地仍开展活动的概率"],
    ),
    come: parameter(
      -1,
      [-4, 4],
      "log-odds",
      "assumption",
      ["base of coming", "到场的基准"],
      ["of a member to a meeting", "成员到场的对数几率"],
    ),
    leaderTrust: parameter(
      2,
      [0, 6],
      "log-odds",
      "assumption",
      ["trust in the leader", "对负责人的信任"],
      ["raises coming", "提高到场率"],
    ),
    belonging: parameter(
      1,
      [0, 6],
      "log-odds",
      "assumption",
      ["pull of belonging", "归属感的作用"],
      ["raises coming", "提高到场率"],
    ),
    esteem: parameter(
      0.03,
      [0, 0.5],
      "share of what is missing",
      "assumption",
      ["esteem by deeds", "善举赢得的公信力"],
      ["an activity for others adds to standing", "每次服务他人带来的公信力"],
    ),
  },
  writes: [
    "organizations.lastMet",
    "organizations.attending",
    "organizations.regularity",
    "organizations.rooms",
    "organizations.deeds",
    "organizations.standing",
    "organizations.cohesion",
    "memberships.attended",
    "memberships.active",
    "communities.roomHours",
    "communities.unmet",
  ],
  bind({ world, values, context, key }) {
    const { residents, organizations, memberships, communities, ties } = world;
    const r = residents.at;
    const [meet, room, come] = [key("meet"), key("room"), key("come")];

    function assemble(o: number, tick: number, held: boolean): void {
      const at = organizations.at;
      const leader = at.leader[o]!;
      const trust = ties.offset.trust!;
      let attending = 0;
      let cohesion = 0;
      for (let m = memberships.firstB[o]!; m >= 0; m = memberships.at.nextB[m]!) {
        const i = memberships.at.a[m]!;
        const d = i === leader ? -1 : ties.find(i, leader);
        const t = i === leader ? 1 : d < 0 ? r.generalTrust[i]! : ties.data[d * ties.stride + trust]!;
        if (i !== leader) cohesion += t;
        if (!held) continue;
        const odds = values.come + values.leaderTrust * t + values.belonging * r.belonging[i]!;
        const came = uniform(come, tick, i, at.identity[o]!) < logistic(odds);
        memberships.at.active[m] = MEMORY * memberships.at.active[m]! + (came ? 1 - MEMORY : 0);
        if (!came) continue;
        memberships.at.attended[m] = tick;
        attending++;
      }
      if (at.members[o]! > 1) at.cohesion[o] = cohesion / (at.members[o]! - 1);
      if (held) at.attending[o] = attending;
    }

    function shareRooms(): void {
      const { roomHours, unmet, firstResident, lastResident } = communities.at;
      roomHours.fill(0);
      for (let o = 0; o < organizations.rows; o++) {
        if (organizations.alive[o]) roomHours[organizations.at.community[o]!]! += ROOM_HOURS;
      }
      for (let c = 0; c < communities.rows; c++) {
        const supply = (context.support.rooms * (lastResident[c]! - firstResident[c]!)) / 100;
        unmet[c] = roomHours[c]! > supply ? 1 - supply / roomHours[c]! : 0;
      }
    }

    return (tick) => {
      const at = organizations.at;
      shareRooms();
      for (let o = 0; o < organizations.rows; o++) {
        if (!organizations.alive[o]) continue;
        const id = at.identity[o]!;
        const skill = values.meeting + (0.85 - values.meeting) * capability(at.organizing[o]!);
        const wants = uniform(meet, tick, id) < (at.fixedTimes[o] ? Math.max(0.9, skill) : skill);
        const granted = uniform(room, tick, id) >= communities.at.unmet[at.community[o]!]!;
        const held = wants && (granted || uniform(room, tick, id, 1) < values.elsewhere);
        if (wants) at.rooms[o] = MEMORY * at.rooms[o]! + (granted ? 1 - MEMORY : 0);
        at.regularity[o] = MEMORY * at.regularity[o]! + (held ? 1 - MEMORY : 0);
        assemble(o, tick, held);
        if (!held) continue;
        at.lastMet[o] = tick;
        if (at.orientation[o] === 0) continue;
        at.deeds[o]!++;
        at.standing[o] = at.standing[o]! + values.esteem * (1 - at.standing[o]!);
      }
    };
  },
});
