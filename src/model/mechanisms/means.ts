/**
 * Submodel 7.4.6: Means and plans.
 *
 * An organization has hands (hours of active members), money (grants, and what the committee gives, shared among the
 * organizations of the community) and rooms. Its plans grow with its skill and with its turn to others; what they ask
 * beyond its means is its shortage, what it has beyond them its surplus. Plans ask means in proportions that differ from
 * organization to organization, fixed at its birth.
 *
 * Source: the paper, 3(2)2: hands short, money short, rooms hard to get; quantities: assumption. Order: simultaneous.
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
