/**
 * Submodel 7.4.6: Means and plans.
 *
 * An organization has hands (hours of active members), money (grants, and what the committee gives, shared evenly among
 * the organizations of the community) and rooms (see activities). Its plans grow with its skill and with its turn to
 * others; what they ask beyond its means is its shortage, what it has beyond them its surplus. Plans ask means in
 * proportions that differ from organization to organization and are fixed at its birth.
 *
 *   hands = h · Σ a_i · H_i      money ← money·(1 - spending) + G/N      plan = p0 + p1·(k + O/2)
 *   hands needed = plan·(0.5 + u1)      money needed = plan·price·(0.5 + u2)      rooms needed = min(1, 0.7·(0.5 + u3))
 *
 * h           hours given (hands)  [0, 1]
 * a_i         recent share of meetings that the member came to  [0, 1]
 * H_i         hours a week that the member has for others  hours a week
 * G           what the committee gives: its readiness (support.committee, from support.committeeFrom on) · support.money · 12/52  thousand yuan a week
 * N           organizations in the community  organizations
 * spending    money spent a week (spending)  [0, 1]
 * p0, p1      plain plan, ambition (plan, ambition)  hours a week
 * k           capability in organizing  [0, 1)
 * O           orientation: 0 amusement, 1 service, 2 public affairs
 * price       price of plans (price)  thousand yuan an hour
 * u1, u2, u3  uniform draws of the organization, the same in every week  [0, 1]
 *
 * Source: the paper, 3(2)2: hands short, money short, rooms hard to get. Departures: the paper names the three and
 * gives no amounts; quantities are assumptions. Order: simultaneous.
 */
/**
 * 子模型 7.4.6：资源与计划。
 *
 * 组织拥有人手（积极成员的工时）、经费（资助，以及居委会提供、由社区内各组织均分的部分）与场地（见组织活动）。计划随组
 * 织力和面向他人的程度而扩大；计划所需超出所有即为短缺，所有超出所需即为富余。各组织对三类资源的需求比例不同，成立时即
 * 已确定。
 *
 *   hands = h · Σ a_i · H_i      money ← money·(1 - spending) + G/N      plan = p0 + p1·(k + O/2)
 *   所需人手 = plan·(0.5 + u1)      所需经费 = plan·price·(0.5 + u2)      所需场地 = min(1, 0.7·(0.5 + u3))
 *
 * h           投入工时（hands）  [0, 1]
 * a_i         成员近期到场的比例  [0, 1]
 * H_i         成员每周可用于公益的工时  小时／周
 * G           居委会提供的经费：支持力度（support.committee，自 support.committeeFrom 起）· support.money · 12/52  千元／周
 * N           社区内的组织数  个
 * spending    经费消耗（spending）  [0, 1]
 * p0, p1      基本计划，抱负（plan、ambition）  小时／周
 * k           组织力  [0, 1)
 * O           取向：0 自娱自乐，1 服务邻里，2 公共事务
 * price       活动成本（price）  千元／工时
 * u1, u2, u3  该组织的均匀随机数，各周不变  [0, 1]
 *
 * 来源：论文三（二）2：人手不够、经费不足、场地难以协调。与原文献的差异：论文指出三项短缺而未给出数量；各项数值均为假
 * 设。次序：同时更新。
 */
import { uniform } from "../../kernel/random.ts";
import { committeeAt } from "../authority.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { capability } from "../membership.ts";

export const means = defineMechanism({
  name: "means",
  submodel: "7.4.6",
  title: { en: "Means and plans", zh: "资源与计划" },
  summary: {
    en: "Hands, money and rooms of organizations, and what their plans ask.",
    zh: "组织的人手、经费、场地，以及活动计划的需要。",
  },
  source: "Cao, Wan & Zeng (2019), 3(2)2; quantities: assumption",
  order: "simultaneous",
  parameters: {
    hands: parameter(
      0.25,
      [0, 1],
      "share of a member's hours",
      "assumption",
      ["hours given", "投入工时"],
      ["of an active member's hours for others", "活跃成员投入组织的工时比例"],
    ),
    plan: parameter(
      4,
      [0, 40],
      "hours a week",
      "assumption",
      ["plain plan", "基本计划"],
      ["work that the plans of an unskilled group ask", "能力不足的组织计划所需工时"],
    ),
    ambition: parameter(
      10,
      [0, 80],
      "hours a week",
      "assumption",
      ["ambition", "抱负"],
      ["work added by skill and by each turn to others", "能力提升与面向他人所增加的工时"],
    ),
    price: parameter(
      0.12,
      [0, 1],
      "thousand yuan an hour of plan",
      "assumption",
      ["price of plans", "活动成本"],
      ["money that plans ask an hour of work", "每工时计划所需经费"],
    ),
    spending: parameter(
      0.04,
      [0, 0.5],
      "share a week",
      "assumption",
      ["spending", "经费消耗"],
      ["of money in hand", "每周花掉的经费比例"],
    ),
  },
  writes: [
    "organizations.hands",
    "organizations.money",
    "organizations.handsNeed",
    "organizations.moneyNeed",
    "organizations.roomsNeed",
  ],
  bind({ world, values, context, clock, key }) {
    const { residents, organizations, memberships, communities } = world;
    const [hands, money, rooms] = [key("hands"), key("money"), key("rooms")];
    const committee = committeeAt(context, clock);
    const counts = new Int32Array(communities.rows);

    function handsOf(o: number): number {
      let hours = 0;
      for (let m = memberships.firstB[o]!; m >= 0; m = memberships.at.nextB[m]!) {
        hours += memberships.at.active[m]! * residents.at.hours[memberships.at.a[m]!]!;
      }
      return values.hands * hours;
    }

    return (tick) => {
      const at = organizations.at;
      counts.fill(0);
      for (let o = 0; o < organizations.rows; o++) if (organizations.alive[o]) counts[at.community[o]!]!++;
      const given = (committee(tick) * context.support.money * 12) / 52;
      for (let o = 0; o < organizations.rows; o++) {
        if (!organizations.alive[o]) continue;
        const id = at.identity[o]!;
        const taste = (k: number) => 0.5 + uniform(k, 0, id);
        at.hands[o] = handsOf(o);
        at.money[o] = at.money[o]! * (1 - values.spending) + given / counts[at.community[o]!]!;
        const plan = values.plan + values.ambition * (capability(at.organizing[o]!) + 0.5 * at.orientation[o]!);
        at.handsNeed[o] = plan * taste(hands);
        at.moneyNeed[o] = plan * values.price * taste(money);
        at.roomsNeed[o] = Math.min(1, 0.7 * taste(rooms));
      }
    };
  },
});
