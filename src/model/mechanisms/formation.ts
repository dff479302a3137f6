/**
 * Submodel 7.4.1: Founding from below.
 *
 * A capable, public-spirited resident who leads no organization yet may gather companions for a need: for the main need
 * in three cases of four, else for the minor one. Companions are acquaintances of sufficient trust (trust) who share
 * the need and belong to fewer than three organizations, at most fourteen. If, with the founder, they are enough (size)
 * and enough pairs of them know each other (density), the small group takes a goal and becomes an organization.
 *
 *   P = rate · c · p · (0.5 + x) · E · (1 - unmet) · rivalry^n
 *
 * P        chance a week to try
 * rate     readiness to found (rate)  chance a week
 * c, p     competence and public spirit of the founder  [0, 1]
 * x        efficacy of the founder  [0, 1]
 * E        encouragement (encouragement) in the half year after the team discovered the founder, else 1  times
 * unmet    share of asked room hours refused in the community  [0, 1]
 * rivalry  room beside others (rivalry)  [0, 1]
 * n        organizations for the same need in the community  organizations
 *
 * Source: Luo 罗家德 (2010), as quoted in the paper, 2: first a small group, then a goal; Oliver, Marwell & Teixeira
 * (1985), A Theory of the Critical Mass. Departures: the sources tell stages and give no rates; the chance as a product
 * is assumed, so that a founder lacks none of what it takes. Order: sequential, by resident.
 */
/**
 * 子模型 7.4.1：自下而上成立组织。
 *
 * 有能力、有公益心、尚未担任负责人的居民，可能为某一需求召集同伴：四次中有三次出于主要需求，其余出于次要需求。同伴是足
 * 够信任（trust）、需求相同、所属组织不足三个的熟人，至多十四位。若连同发起人达到最小规模（size），且彼此相识的比例足够
 * （density），小团体便确立目标，成为组织。
 *
 *   P = rate · c · p · (0.5 + x) · E · (1 - unmet) · rivalry^n
 *
 * P        每周尝试发起的概率
 * rate     发起倾向（rate）  每周概率
 * c, p     发起人的能力与公益心  [0, 1]
 * x        发起人的效能感  [0, 1]
 * E        团队鼓励（encouragement）：被团队发掘后的半年内有效，此外为 1  倍
 * unmet    社区内申请场地被拒的比例  [0, 1]
 * rivalry  同类组织的余地（rivalry）  [0, 1]
 * n        社区内满足同一需求的组织数  个
 *
 * 来源：罗家德 (2010)，转引自论文第二部分：先形成小团体，再有共同目标；Oliver, Marwell & Teixeira (1985)，临界数量理
 * 论。与原文献的差异：文献只描述阶段而无发生率；以乘积表示概率是假设，意在各项条件缺一不可。次序：依次更新，逐个居民。
 */
import { identityOf, uniform } from "../../kernel/random.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { enroll, fitOf, MOST_MEMBERSHIPS } from "../membership.ts";
import { NEED, NEEDS } from "../vocabulary.ts";
import { headroom } from "../world.ts";

const MOST_COMPANIONS = 14;
/** Weeks for which the team goes along with one it discovered. Source: assumption. */
const ACCOMPANIED = 26;

export const formation = defineMechanism({
  name: "formation",
  submodel: "7.4.1",
  title: { en: "Founding from below", zh: "自下而上成立组织" },
  summary: {
    en: "A capable person gathers trusted acquaintances who share a need.",
    zh: "社区能人把有共同需求、彼此信任的熟人组织起来。",
  },
  source:
    "Luo 罗家德 (2010), 比较管理 2(2); Oliver, Marwell & Teixeira (1985), American Journal of Sociology 91(3); values: assumption",
  order: "sequential",
  parameters: {
    rate: parameter(
      0.00011,
      [0, 0.1],
      "chance a week",
      "assumption",
      ["readiness to found", "发起倾向"],
      ["of the most capable and public-spirited", "最有能力、最热心者每周发起的概率"],
    ),
    encouragement: parameter(
      250,
      [1, 400],
      "times",
      "assumption",
      ["encouragement by the team", "团队鼓励"],
      ["how much likelier one founds who was discovered", "被发掘后发起的可能性倍数"],
    ),
    rivalry: parameter(
      0.12,
      [0, 1],
      "times an organization",
      "assumption",
      ["room beside others", "同类组织的余地"],
      ["chance left by each organization for the same need", "每有一个同类组织后剩余的概率"],
    ),
    size: parameter(
      4,
      [3, 12],
      "residents",
      "Luo 罗家德, as quoted in the paper; value: assumption",
      ["smallest group", "最小规模"],
      ["founder included", "含发起人"],
    ),
    density: parameter(
      0.27,
      [0, 1],
      "share of pairs",
      "assumption",
      ["density of the group", "小团体密度"],
      ["pairs of companions who know each other", "同伴间互相认识的比例"],
    ),
    trust: parameter(
      0.43,
      [0, 1],
      "probability",
      "assumption",
      ["trust in companions", "对同伴的信任"],
      ["least trust of the founder in a companion", "发起人对同伴的最低信任"],
    ),
  },
  writes: [
    "organizations.community",
    "organizations.need",
    "organizations.identity",
    "organizations.founder",
    "organizations.leader",
    "organizations.founded",
    "organizations.below",
    "organizations.members",
    "organizations.orientation",
    "residents.leads",
    "residents.memberOf",
    "memberships.since",
  ],
  creates: ["organizations", "memberships"],
  events: {
    founded: {
      subject: "organizations",
      other: "communities",
      value: "code of the need",
      text: { en: "{subject} is founded ({reason})", zh: "{subject}成立（{reason}）" },
      reasons: {
        below: { en: "by a capable resident and trusted acquaintances", zh: "由社区能人与信任的熟人自发组成" },
      },
    },
  },
  bind({ world, values, key, log }) {
    const { residents, communities, organizations, ties } = world;
    const r = residents.at;
    const chance = key("found");
    const founded = log("founded");
    const companions: number[] = [];

    function gather(i: number, need: number): number {
      const { data, stride, offset, slots, start, degree, to } = ties;
      companions.length = 0;
      for (let k = 0; k < degree[i]! && companions.length < MOST_COMPANIONS; k++) {
        const d = slots[start[i]! + k]!;
        const j = to[d]!;
        if (data[d * stride + offset.trust!]! < values.trust || r.memberOf[j]! >= MOST_MEMBERSHIPS) continue;
        if (r.presence[j]! > 0 && fitOf(world, j, need, NEED.fitOut) >= 0.6) companions.push(j);
      }
      return companions.length + 1;
    }

    function density(i: number): number {
      let known = companions.length;
      for (let a = 0; a < companions.length; a++) {
        for (let b = 0; b < a; b++) if (ties.find(companions[a]!, companions[b]!) >= 0) known++;
      }
      const size = companions.length + 1;
      return i >= 0 ? (2 * known) / (size * (size - 1)) : 0;
    }

    /** Organizations of a community that serve a need, at [community * needs + need]. */
    const rivals = new Int32Array(communities.rows * NEEDS.length);
    function countRivals(): void {
      const { community, need } = organizations.at;
      rivals.fill(0);
      for (let o = 0; o < organizations.rows; o++)
        if (organizations.alive[o]) rivals[community[o]! * NEEDS.length + need[o]!]!++;
    }

    function found(i: number, need: number, tick: number): void {
      const o = organizations.add();
      const at = organizations.at;
      at.community[o] = r.community[i]!;
      at.need[o] = need;
      at.identity[o] = identityOf(i, tick, need);
      at.founder[o] = i;
      at.leader[o] = i;
      at.founded[o] = tick;
      at.below[o] = 1;
      at.orientation[o] = need === NEED.public ? 2 : need === NEED.elders || need === NEED.fitOut ? 1 : 0;
      rivals[r.community[i]! * NEEDS.length + need]!++;
      r.leads[i]!++;
      enroll(world, i, o, tick);
      for (const j of companions) enroll(world, j, o, tick);
      founded(o, { other: r.community[i]!, reason: "below", value: need });
    }

    return (tick) => {
      countRivals();
      let room = headroom("organizations", residents.rows, communities.rows);
      for (let i = 0; i < residents.rows; i++) {
        if (r.presence[i] === 0 || r.leads[i]! > 0 || r.memberOf[i]! >= MOST_MEMBERSHIPS) continue;
        const rooms = 1 - communities.at.unmet[r.community[i]!]!;
        const drive = r.competence[i]! * r.publicSpirit[i]! * (0.5 + r.efficacy[i]!) * rooms;
        const most = values.rate * drive * (r.discovered[i]! > tick - ACCOMPANIED ? values.encouragement : 1);
        const u = uniform(chance, tick, i);
        if (u >= most) continue;
        const need = u < most * 0.75 ? r.needMain[i]! : r.needMinor[i]!;
        const left = uniform(chance, tick, i, 1);
        let open = 1;
        for (let n = rivals[r.community[i]! * NEEDS.length + need]!; n > 0; n--) open *= values.rivalry;
        if (left >= open || gather(i, need) < values.size || density(i) < values.density || room-- <= 0) continue;
        found(i, need, tick);
      }
    };
  },
});
