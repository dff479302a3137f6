/**
 * A time bank (时间银行): an organization of a kind of its own. It is a row of `organizations` like any other, so that
 * people join it, meet in it and leave it by the rules of the model; what only a time bank does is told here.
 */
import {
  below,
  defineMechanism,
  enroll,
  FOCUS,
  f32,
  fitOf,
  identityOf,
  MOST_MEMBERSHIPS,
  NEED,
  parameter,
  standardModel,
  u8,
  uniform,
} from "linli";

export const timeBank = defineMechanism({
  name: "timeBank",
  submodel: "7.4.12",
  title: { en: "Time bank", zh: "时间银行" },
  summary: {
    en: "Members give one another hours, which are booked: who has given may ask anyone of the bank.",
    zh: "成员相互服务并记下工时：付出过的人可以请银行里的任何人帮忙。",
  },
  source:
    "Cahn (2000), No More Throw-Away People; Seyfang (2004), Community Development Journal 39(1); limit of debt: Sweeney & Sweeney (1977), Journal of Money, Credit and Banking 9(1); evidence: Molm, Takahashi & Peterson (2000), American Journal of Sociology 105(5); values: assumption",
  order: "sequential",
  parameters: {
    week: parameter(
      104,
      [0, 520],
      "weeks after the start",
      "assumption",
      ["opening", "开办时间"],
      ["week in which it opens", "时间银行开办的周次"],
    ),
    founders: parameter(
      10,
      [2, 100],
      "residents",
      "assumption",
      ["founders", "创始成员"],
      ["whom the coordinator gathers, known or not", "协调人召集的居民数，无论是否相识"],
    ),
    asking: parameter(
      0.3,
      [0, 1],
      "chance a week",
      "assumption",
      ["asking", "求助频率"],
      ["that a member asks for an hour", "成员每周请求一小时服务的概率"],
    ),
    serving: parameter(
      0.8,
      [0, 1],
      "chance",
      "assumption",
      ["serving", "应允概率"],
      ["that the member who is asked gives it", "被请求者提供服务的概率"],
    ),
    limit: parameter(
      3,
      [0, 100],
      "hours",
      "Sweeney & Sweeney (1977): without credit nobody begins; value: assumption",
      ["limit of debt", "透支上限"],
      ["hours that one may owe", "允许透支的工时"],
    ),
    evidence: parameter(
      0.5,
      [0, 1],
      "favors",
      "Molm, Takahashi & Peterson (2000): a booked hour says less than a gift; value: assumption",
      ["evidence of an hour", "一小时的信任依据"],
      ["against 1 of a favor given freely", "以无偿相助一次为1"],
    ),
  },
  columns: {
    organizations: { timeBank: u8("1: a time bank") },
    residents: {
      hoursEarned: f32("hours given in the bank", [0, Number.POSITIVE_INFINITY]),
      hoursSpent: f32("hours received in the bank", [0, Number.POSITIVE_INFINITY]),
    },
  },
  writes: [
    ...["organizations.timeBank", "residents.hoursEarned", "residents.hoursSpent"],
    ...["organizations.community", "organizations.need", "organizations.identity", "organizations.founder"],
    ...["organizations.leader", "organizations.founded", "organizations.below", "organizations.members"],
    ...["organizations.orientation", "organizations.rules", "residents.leads", "residents.memberOf"],
    ...["memberships.since", "ties.kept", "ties.trust", "pairs.foci", "pairs.strength"],
  ],
  creates: ["organizations", "memberships", "ties"],
  events: {
    timeBankOpened: {
      subject: "organizations",
      other: "communities",
      text: { en: "{subject} opens a time bank", zh: "{subject}开办时间银行" },
    },
  },
  bind({ world, values, key, log }) {
    const { residents, communities, organizations, memberships, ties } = world;
    const r = residents.at;
    const bank = world.column("organizations", "timeBank");
    const earned = world.column("residents", "hoursEarned");
    const spent = world.column("residents", "hoursSpent");
    const [asks, whom, serves] = [key("asks"), key("whom"), key("serves")];
    const opened = log("timeBankOpened");

    /** Who may come to a bank of a community, those with the need first, then by public spirit. */
    function candidates(c: number): number[] {
      const { firstResident, lastResident } = communities.at;
      const all = Array.from({ length: lastResident[c]! - firstResident[c]! }, (_, k) => firstResident[c]! + k);
      const merit = (i: number) => fitOf(world, i, NEED.elders, NEED.fitOut) + r.publicSpirit[i]!;
      return all
        .filter((i) => r.presence[i] === 2 && r.memberOf[i]! < MOST_MEMBERSHIPS)
        .sort((i, j) => merit(j) - merit(i) || i - j);
    }

    function open(c: number, tick: number): void {
      const members = candidates(c).slice(0, Math.round(values.founders));
      const free = members.filter((i) => r.leads[i] === 0);
      if (members.length < 2 || free.length === 0) return;
      const leader = free.reduce((best, i) => (r.competence[i]! > r.competence[best]! ? i : best));
      const o = organizations.add();
      const { at } = organizations;
      bank[o] = 1;
      at.community[o] = c;
      at.need[o] = NEED.elders;
      at.identity[o] = identityOf(leader, tick, NEED.elders);
      at.founder[o] = at.leader[o] = leader;
      at.founded[o] = tick;
      at.below[o] = at.rules[o] = at.orientation[o] = 1; // founded by residents, with written rules, to serve
      r.leads[leader]!++;
      for (const i of members) enroll(world, i, o, tick);
      opened(o, { other: c });
    }

    /** Another member of organization o, drawn evenly; i is one of them. */
    function member(o: number, i: number, tick: number): number {
      let left = below(organizations.at.members[o]! - 1, whom, tick, i);
      for (let m = memberships.firstB[o]!; m >= 0; m = memberships.at.nextB[m]!)
        if (memberships.at.a[m] !== i && left-- === 0) return memberships.at.a[m]!;
      return -1;
    }

    /** j gives i an hour: it is booked, the two know each other from now on, and i has a reason to trust j. */
    function serve(i: number, j: number): void {
      spent[i]!++;
      earned[j]!++;
      const known = ties.find(i, j);
      const d = known >= 0 ? known : ties.add(i, j, FOCUS.organization);
      if (d < 0) return;
      const { data, stride, offset } = ties;
      if (known < 0) {
        data[d * stride + offset.trust!] = r.generalTrust[i]!;
        data[(d ^ 1) * stride + offset.trust!] = r.generalTrust[j]!;
      }
      data[d * stride + offset.kept!]! += values.evidence;
      ties.foci[d >> 1]! |= FOCUS.organization;
    }

    function exchangeHours(o: number, tick: number): void {
      if (organizations.at.members[o]! < 2) return;
      for (let m = memberships.firstB[o]!; m >= 0; m = memberships.at.nextB[m]!) {
        const i = memberships.at.a[m]!;
        const owes = spent[i]! - earned[i]!;
        if (owes + 1 > values.limit || uniform(asks, tick, i) >= values.asking) continue;
        const j = member(o, i, tick);
        if (j >= 0 && uniform(serves, tick, i, j) < values.serving) serve(i, j);
      }
    }

    return (tick) => {
      if (tick === values.week) for (let c = 0; c < communities.rows; c++) open(c, tick);
      for (let o = 0; o < organizations.rows; o++) if (organizations.alive[o] && bank[o]) exchangeHours(o, tick);
    };
  },
});

/** The standard week with time banks, whose hours pass beside the favors of every day. */
export const modelWithTimeBank = standardModel.insertAfter("exchange", timeBank);
