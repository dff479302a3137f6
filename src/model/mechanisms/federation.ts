/**
 * Submodel 7.7.5: Federation.
 *
 * Partners whose joint act succeeded, enough of them (fewest) and none in a platform yet, federate if what they learned
 * to gain by acting together exceeds what regular meetings cost; a supportive committee lowers the cost. The federation
 * is a platform founded from below: its seats go to the leader and the most active member of each organization, who
 * expect of it what the joint act showed (expectation).
 *
 *   G/n > cost·(1 - B0/2)
 *
 * G     gain for which the joint act was begun  plans
 * n     its partners  organizations
 * cost  cost of meetings (cost)  plans a partner
 * B0    readiness of the committee, once it is at work  [0, 1]
 *
 * Source: the paper, 3(2)2 (on that success a federation with regular meetings arose); Ring & Van de Ven (1994),
 * Developmental Processes of Cooperative Interorganizational Relationships. Departures: Ring and Van de Ven let
 * partners negotiate again and again; here they choose once after a success, because the paper tells of one such
 * moment. The form is assumed. Order: sequential, by joint act.
 */
/**
 * 子模型 7.7.5：成立联合会。
 *
 * 联合活动成功后，若伙伴组织足够多（fewest）、均未加入任何平台，且从合办中得知的收益超过例会成本，便成立联合会；给予支
 * 持的居委会可降低成本。联合会是自下而上成立的平台：席位归各组织的负责人与最积极的成员，其期望（expectation）来自联合活
 * 动的经验。
 *
 *   G/n > cost·(1 - B0/2)
 *
 * G     发起联合活动时估算的收益  份活动计划
 * n     伙伴组织数  个
 * cost  例会成本（cost）  份活动计划／每个伙伴
 * B0    居委会支持力度，自其开始工作起  [0, 1]
 *
 * 来源：论文三（二）2（在成功之上形成有例会的联合会）；Ring & Van de Ven (1994)，组织间合作关系的发展过程。与原文献的差
 * 异：Ring 与 Van de Ven 的伙伴反复协商；此处在成功之后一次选定，因为论文所述正是这样一个时刻。函数形式为假设。次序：依
 * 次更新，逐项联合活动。
 */
import { identityOf } from "../../kernel/random.ts";
import { committeeAt } from "../authority.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { seatDelegate } from "../membership.ts";

export const federation = defineMechanism({
  name: "federation",
  submodel: "7.7.5",
  title: { en: "Federation", zh: "成立联合会" },
  summary: {
    en: "After a success together organizations found a platform of their own.",
    zh: "联合活动成功后，各组织自下而上成立联合会。",
  },
  source:
    "Cao, Wan & Zeng (2019), 3(2)2; Ring & Van de Ven (1994), Academy of Management Review 19(1); form: assumption",
  order: "sequential",
  parameters: {
    fewest: parameter(
      3,
      [2, 6],
      "organizations",
      "the paper: four; value: assumption",
      ["fewest organizations", "最少组织数"],
      ["that found a federation", "成立联合会所需组织数"],
    ),
    cost: parameter(
      0.12,
      [0, 1],
      "plans",
      "assumption",
      ["cost of meetings", "例会成本"],
      ["a partner, against the gain learned", "每个伙伴，相对于所获收益"],
    ),
    expectation: parameter(
      0.75,
      [0, 1],
      "share carried out",
      "assumption",
      ["expectation after success", "成功后的期望"],
      ["that decisions are carried out", "对决定落实的期望"],
    ),
  },
  writes: [
    "platforms.community",
    "platforms.identity",
    "platforms.founder",
    "platforms.founded",
    "platforms.nextMeeting",
    "platforms.seats",
    "seats.organization",
    "seats.expectation",
    "seats.stake",
    "residents.seats",
    "organizations.platform",
  ],
  creates: ["platforms", "seats"],
  removes: ["jointActs", "partners"],
  events: {
    federated: {
      subject: "platforms",
      other: "communities",
      value: "organizations",
      text: { en: "{value} organizations federate as {subject}", zh: "{value}个组织发起成立{subject}" },
    },
  },
  bind({ world, values, context, clock, log }) {
    const { jointActs: acts, partners, organizations, memberships, platforms } = world;
    const o = organizations.at;
    const committee = committeeAt(context, clock);
    const federated = log("federated");

    function mostActive(row: number): number {
      let best = -1;
      for (let m = memberships.firstB[row]!; m >= 0; m = memberships.at.nextB[m]!) {
        if (memberships.at.a[m] === o.leader[row]) continue;
        if (best < 0 || memberships.at.active[m]! > memberships.at.active[best]!) best = m;
      }
      return best < 0 ? -1 : memberships.at.a[best]!;
    }

    function found(act: number, rows: readonly number[], tick: number): void {
      const p = platforms.add();
      const at = platforms.at;
      at.community[p] = acts.at.community[act]!;
      at.identity[p] = identityOf(o.leader[rows[0]!]!, tick, 0);
      at.founder[p] = 0;
      at.founded[p] = tick;
      at.nextMeeting[p] = tick + 2;
      for (const row of rows) {
        seatDelegate(world, p, o.leader[row]!, row, values.expectation);
        const second = mostActive(row);
        if (second >= 0) seatDelegate(world, p, second, row, values.expectation);
        o.platform[row] = p;
      }
      federated(p, { other: at.community[p]!, value: rows.length });
    }

    return (tick) => {
      for (let act = 0; act < acts.rows; act++) {
        if (!acts.alive[act] || acts.at.state[act] === 0) continue;
        const rows: number[] = [];
        for (let q = partners.firstA[act]!; q >= 0; q = partners.at.nextA[q]!) {
          const row = partners.at.b[q]!;
          if (o.platform[row]! < 0 && o.leader[row]! >= 0) rows.push(row);
          partners.unlink(q);
        }
        const worth = acts.at.gain[act]! / Math.max(1, acts.at.partners[act]!);
        const pays = worth > values.cost * (1 - committee(tick) / 2);
        if (acts.at.state[act] === 1 && rows.length >= values.fewest && pays) found(act, rows.reverse(), tick);
        acts.remove(act);
      }
    };
  },
});
