/**
 * Submodel 7.4.5: Activities.
 *
 * An organization meets in a week with a chance that rises with its organizing skill, nearly always if its times are
 * fixed. It asks for a room; where more hours are asked than there are, rooms are granted by lot, and without one it
 * meets, outdoors or at a member's, with a lower chance. A member comes with
 *
 *   σ(a0 + a1·trust in the leader + a2·belonging)
 *
 * Those who come meet one another. An organization that serves others does a deed; residents who see it esteem it.
 *
 * Source: the paper, Table 1 (place, time) and 3(2)2 (rooms hard to get); form: assumption. Order: simultaneous.
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
