/**
 * Submodel 7.5.5: Exchange meetings between organizations.
 *
 * Where the team arranges them, organizations of a community meet to talk over their projects. Those who come get to
 * know one another's leaders, who build trust by hearing what the others did, see practice, and learn what the others
 * lack and have.
 *
 * Source: the paper, 3(2)1-2 (exchange between teams; half-monthly meetings at the end of 2017); Gulati (1995), Does
 * Familiarity Breed Trust?; quantities: assumption. Order: sequential.
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
      0.7,
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
