/**
 * Submodel 7.4.4: Leaving and dissolution.
 *
 * Each week a member may leave. An organization ends when too few are left (fewest), or when it has not met for a year.
 * A group for the fit-out of new homes has done its task once a tenth of those who have bought live there: if it has
 * served others and its leader is public-spirited, it turns to public affairs and goes on, else it dissolves. When a
 * leader leaves, the most competent member follows.
 *
 *   P(leaves) = σ(l0 - l1·C - l2·fit - l3·m)
 *
 * C        cohesion: mean trust between leader and members  [0, 1]
 * fit      how far the organization's need is the resident's; 1 in a group for fit-out  [0, 1]
 * m        recent share of weeks with a meeting  [0, 1]
 * l0       base of leaving (base)  log-odds
 * l1 … l3  hold of cohesion, of a shared need, of regular meetings (cohesion, fit, regularity)  log-odds
 *
 * Source: McPherson, Popielarz & Drobnic (1992), Social Networks and Organizational Dynamics: ties inside lengthen,
 * ties outside shorten membership; the change of task: the paper, 3(1)1. Departures: cohesion stands for ties inside,
 * and ties outside act through joining, because a resident's hours are not shared out among organizations; values are
 * assumptions. Order: sequential, by membership, then by organization.
 */
/**
 * 子模型 7.4.4：退出与解散。
 *
 * 成员每周都可能退出。成员过少（fewest）或一年未开展活动，组织即告解散。新居互助类团体在已购房者有十分之一入住后任务完
 * 成：若曾服务他人且负责人有公益心，则转向公共事务、继续存在，否则解散。负责人退出后，由能力最强的成员接任。
 *
 *   P(退出) = σ(l0 - l1·C - l2·fit - l3·m)
 *
 * C        凝聚力：负责人与成员之间的平均信任  [0, 1]
 * fit      组织的需求与居民需求的契合程度；新居互助类团体中为 1  [0, 1]
 * m        近期有活动的周次比例  [0, 1]
 * l0       退出的基准（base）  对数几率
 * l1 … l3  凝聚力、共同需求、定期活动的挽留（cohesion、fit、regularity）  对数几率
 *
 * 来源：McPherson, Popielarz & Drobnic (1992)，社会网络与组织动态：内部关系延长、外部关系缩短成员资格；任务转变见论文三
 * （一）1。与原文献的差异：以凝聚力代表内部关系，外部关系则通过加入其他组织起作用，因为居民的工时并不在各组织间分配；取
 * 值均为假设。次序：依次更新，先逐项成员资格，后逐个组织。
 */
import { logistic } from "../../kernel/math.ts";
import { uniform } from "../../kernel/random.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { dissolve, fitOf, forgetDissolved, withdraw } from "../membership.ts";
import { NEED } from "../vocabulary.ts";

const YEAR = 52;
const logOdds = (value: number, range: readonly [number, number], en: string, zh: string) =>
  parameter(value, range, "log-odds", "assumption", [en, zh], ["of leaving in a week", "每周退出的对数几率"]);

export const leaving = defineMechanism({
  name: "leaving",
  submodel: "7.4.4",
  title: { en: "Leaving and dissolution", zh: "退出与解散" },
  summary: {
    en: "Members leave; organizations end, or take a new task when theirs is done.",
    zh: "成员退出；组织解散，或在任务完成后转型。",
  },
  source: "McPherson, Popielarz & Drobnic (1992), American Sociological Review 57(2); Cao, Wan & Zeng (2019), 3(1)1",
  order: "sequential",
  parameters: {
    base: logOdds(-2.7, [-8, 0], "base of leaving", "退出的基准"),
    cohesion: logOdds(2, [0, 6], "hold of cohesion", "凝聚力的挽留"),
    fit: logOdds(0.99, [0, 6], "hold of a shared need", "共同需求的挽留"),
    regularity: logOdds(1.5, [0, 6], "hold of regular meetings", "定期活动的挽留"),
    fewest: parameter(
      3,
      [2, 10],
      "members",
      "assumption",
      ["fewest members", "最少成员"],
      ["with fewer an organization ends", "少于此数组织解散"],
    ),
  },
  writes: [
    "residents.memberOf",
    "residents.leads",
    "organizations.leader",
    "organizations.members",
    "organizations.need",
    "organizations.orientation",
    "seats.organization",
  ],
  removes: ["memberships", "organizations", "contacts", "commitments", "partners"],
  events: {
    dissolved: {
      subject: "organizations",
      other: "communities",
      value: "members at the end",
      text: { en: "{subject} ends: {reason}", zh: "{subject}解散：{reason}" },
      reasons: {
        fewMembers: { en: "too few members are left", zh: "成员过少" },
        idle: { en: "it had not met for a year", zh: "一年未开展活动" },
        taskDone: { en: "its task is done", zh: "任务完成" },
      },
    },
    turned: {
      subject: "organizations",
      other: "communities",
      value: "code of the new need",
      text: { en: "{subject}, its task done, turns to public affairs", zh: "{subject}任务完成，转型处理公共事务" },
    },
  },
  bind({ world, values, key, log }) {
    const { residents, organizations, memberships, communities } = world;
    const r = residents.at;
    const leave = key("leave");
    const dissolved = log("dissolved");
    const turned = log("turned");
    const waiting = new Int32Array(communities.rows);

    function countWaiting(): void {
      waiting.fill(0);
      for (let i = 0; i < residents.rows; i++) if (r.presence[i] === 1) waiting[r.community[i]!]!++;
    }

    /** True if the organization ended or turned because nobody has its need any more. */
    function taskDone(o: number): boolean {
      const at = organizations.at;
      const c = at.community[o]!;
      if (at.need[o] !== NEED.fitOut || waiting[c]! >= 0.9 * communities.at.present[c]!) return false;
      if (at.deeds[o]! > 0 && r.publicSpirit[at.leader[o]!]! > 0.5) {
        at.need[o] = NEED.public;
        at.orientation[o] = 2;
        turned(o, { other: c, value: NEED.public });
      } else {
        dissolved(o, { other: c, reason: "taskDone", value: at.members[o]! });
        dissolve(world, o);
      }
      return true;
    }

    return (tick) => {
      countWaiting();
      const at = organizations.at;
      for (let m = 0; m < memberships.rows; m++) {
        if (!memberships.alive[m]) continue;
        const i = memberships.at.a[m]!;
        const o = memberships.at.b[m]!;
        const fit = at.need[o] === NEED.fitOut ? 1 : fitOf(world, i, at.need[o]!, NEED.fitOut);
        const odds =
          values.base - values.cohesion * at.cohesion[o]! - values.fit * fit - values.regularity * at.regularity[o]!;
        const identity = at.identity[o]!;
        if (uniform(leave, tick, i, identity) < logistic(odds)) withdraw(world, m);
      }
      for (let o = 0; o < organizations.rows; o++) {
        if (!organizations.alive[o] || taskDone(o)) continue;
        const idle = tick - Math.max(at.lastMet[o]!, at.founded[o]!, 0) > YEAR;
        if (at.members[o]! >= values.fewest && !idle) continue;
        dissolved(o, { other: at.community[o]!, reason: idle ? "idle" : "fewMembers", value: at.members[o]! });
        dissolve(world, o);
      }
      forgetDissolved(world);
    };
  },
});
