/**
 * Submodel 7.5.5: Exchange meetings between organizations.
 *
 * Where the team arranges them, from timing.exchangeFrom on, organizations of a community meet to talk over their
 * projects. Leaders who come (coming) get acquainted and build trust by hearing what the others did; the organizations
 * see one another's practice and have met.
 *
 *   P(held) = min(1, 12/52 · n)      r_ij ← r_ij + 10·familiarity      v_a ← v_a + mean of k_b
 *
 * n            exchange meetings a month (team.exchange)  meetings a month
 * r_ij         evidence of one leader for another  favors
 * familiarity  trust by meeting (familiarity)  [0, 0.5]
 * v_a          practice of others that organization a has seen of late  units of skill
 * k_b          capability in organizing of each other organization that came  [0, 1)
 *
 * Source: the paper, 3(2)1-2 (exchange between teams; half-monthly meetings at the end of 2017); Gulati (1995), Does
 * Familiarity Breed Trust? Departures: Gulati's firms get to trust one another by alliances; here talk alone gives a
 * little evidence, because the four organizations of the paper met before they acted. Quantities are assumptions.
 * Order: sequential, by pair.
 */
/**
 * 子模型 7.5.5：组织间交流会。
 *
 * 在团队安排交流会的地方，自 timing.exchangeFrom 起，同一社区的组织聚在一起讨论各自的项目。到会（coming）的负责人彼此相
 * 识，在了解对方所做之事中建立信任；各组织看到彼此的实践，并由此有了交往。
 *
 *   P(举办) = min(1, 12/52 · n)      r_ij ← r_ij + 10·familiarity      v_a ← v_a + k_b 的均值
 *
 * n            每月交流会次数（team.exchange）  次／月
 * r_ij         一位负责人信任另一位的依据  次人情
 * familiarity  交流带来的信任（familiarity）  [0, 0.5]
 * v_a          组织 a 近期所见他人的实践  能力单位
 * k_b          到会的其他各组织的组织力  [0, 1)
 *
 * 来源：论文三（二）1与2（为组织创造交流讨论的机会；2017年末半月一次的讨论会）；Gulati (1995)，熟悉是否孕育信任。与原文
 * 献的差异：Gulati 的企业通过联盟建立信任；此处仅交流也带来少许信任，因为论文中的四个组织是先交流、后合办。各项数值均为
 * 假设。次序：依次更新，逐对组织。
 */
import { Groups } from "../../kernel/order.ts";
import { uniform } from "../../kernel/random.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { capability } from "../membership.ts";
import { FOCUS } from "../vocabulary.ts";

export const exchangeMeetings = defineMechanism({
  name: "exchangeMeetings",
  submodel: "7.5.5",
  title: { en: "Exchange between organizations", zh: "组织间交流会" },
  summary: {
    en: "Organizations meet, learn from one another and get to trust one another.",
    zh: "组织在交流会上相互了解、相互借鉴、建立信任。",
  },
  source: "Cao, Wan & Zeng (2019), 3(2)1-2; Gulati (1995), Academy of Management Journal 38(1); quantities: assumption",
  order: "sequential",
  parameters: {
    coming: parameter(
      0.53,
      [0, 1],
      "chance",
      "assumption",
      ["coming to exchange meetings", "参加交流会"],
      ["of an organization with a leader", "有负责人的组织到会的概率"],
    ),
    familiarity: parameter(
      0.1,
      [0, 0.5],
      "share of what is missing",
      "Gulati (1995); value: assumption",
      ["trust by meeting", "交流带来的信任"],
      ["trust between leaders gained by a meeting", "一次交流会增加的负责人间信任"],
    ),
  },
  writes: [
    "contacts.last",
    "contacts.before",
    "contacts.meetings",
    "contacts.trust",
    "organizations.seen",
    "ties.kept",
    "pairs.foci",
  ],
  creates: ["contacts", "ties"],
  bind({ world, values, context, clock, key }) {
    const { organizations, contacts, communities, ties, residents } = world;
    const from = clock.tick(context.start.teamArrives) + context.timing.exchangeFrom;
    const weekly = Math.min(1, (context.team.exchange * 12) / 52);
    const [held, come] = [key("held"), key("come")];
    const attending: number[] = [];
    const here = new Groups();

    function meet(a: number, b: number, tick: number): void {
      const at = organizations.at;
      const [i, j] = [at.leader[a]!, at.leader[b]!];
      let c = contacts.find(a, b);
      if (c < 0) c = contacts.find(b, a);
      if (c < 0) c = contacts.link(a, b);
      contacts.at.before[c] = contacts.at.last[c]!;
      contacts.at.last[c] = tick;
      contacts.at.meetings[c]!++;
      let d = i === j ? -1 : ties.find(i, j);
      if (d < 0 && i !== j) d = ties.add(i, j, FOCUS.organization);
      if (d < 0) {
        contacts.at.trust[c] = i === j ? 1 : 0.5 * (residents.at.generalTrust[i]! + residents.at.generalTrust[j]!);
        return;
      }
      const { data, stride, offset } = ties;
      const there = d * stride;
      const back = (d ^ 1) * stride;
      data[there + offset.kept!]! += 10 * values.familiarity;
      data[back + offset.kept!]! += 10 * values.familiarity;
      contacts.at.trust[c] = Math.min(data[there + offset.trust!]!, data[back + offset.trust!]!);
    }

    return (tick) => {
      if (tick < from || weekly === 0) return;
      const at = organizations.at;
      here.gather(organizations, at.community, communities.rows);
      for (let c = 0; c < communities.rows; c++) {
        if (uniform(held, tick, c) >= weekly) continue;
        attending.length = 0;
        for (let k = here.start[c]!; k < here.start[c + 1]!; k++) {
          const o = here.rows[k]!;
          if (at.leader[o]! >= 0 && uniform(come, tick, at.identity[o]!) < values.coming) attending.push(o);
        }
        for (const a of attending) {
          for (const b of attending) {
            if (a < b) meet(a, b, tick);
            if (a !== b) at.seen[a]! += capability(at.organizing[b]!) / (attending.length - 1);
          }
        }
      }
    };
  },
});
