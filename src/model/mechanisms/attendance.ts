/**
 * Submodel 7.6.3: Meetings, attendance and dormancy.
 *
 * A platform meets in the rhythm of its procedure. A delegate comes with
 *
 *   σ(k0 + k1 (e·stake - cost) + k2 (standing - 1/2))
 *
 * e      share of due decisions that the delegate expects to be carried out
 * stake  what the platform's matters mean to the delegate
 *
 * Below the quorum q there is no meeting; after m such weeks in a row the platform is dormant. It stays so until mean
 * intention is above the quorum again.
 *
 * Source: expectancy theory, Vroom (1964), Work and Motivation; the paper, 3(1)2 (the platform rests). Values and
 * ranges: assumption. Order: sequential.
 */
import { logistic } from "../../kernel/math.ts";
import { uniform } from "../../kernel/random.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { capability } from "../membership.ts";

/** Chance that a delegate comes to a meeting. */
export function attendChance(
  base: number,
  worth: number,
  esteem: number,
  expectation: number,
  stake: number,
  cost: number,
  standing: number,
): number {
  return logistic(base + worth * (expectation * stake - cost) + esteem * (standing - 0.5));
}

export const attendance = defineMechanism({
  name: "attendance",
  submodel: "7.6.3",
  title: { en: "Attendance and dormancy", zh: "到会与停摆" },
  summary: {
    en: "Delegates come as long as they expect something; without a quorum a platform goes dormant.",
    zh: "代表有所期待才到会；屡次不足法定人数，平台即停摆。",
  },
  source: "Vroom (1964), Work and Motivation; Cao, Wan & Zeng (2019), 3(1)2; values: assumption",
  order: "sequential",
  parameters: {
    base: parameter(
      0.5,
      [-1, 1],
      "log-odds",
      "assumption",
      ["base of attendance", "到会的基准"],
      ["of a delegate", "代表到会的对数几率"],
    ),
    worth: parameter(
      8,
      [2, 8],
      "log-odds",
      "assumption",
      ["weight of expected worth", "预期收获的权重"],
      ["expectation times stake less cost", "期望乘以利害关系再减成本"],
    ),
    cost: parameter(
      0.375,
      [0.05, 0.4],
      "units of worth",
      "assumption",
      ["cost of a meeting", "参会成本"],
      ["time and trouble", "时间与精力"],
    ),
    esteem: parameter(
      1,
      [0, 4],
      "log-odds",
      "assumption",
      ["weight of standing", "公信力的权重"],
      ["of the platform among its delegates", "平台在代表中的公信力"],
    ),
    quorum: parameter(
      0.5,
      [0.3, 0.6],
      "share of seats",
      "assumption",
      ["quorum", "法定人数"],
      ["below it there is no meeting", "低于此比例不开会"],
    ),
    patience: parameter(
      3,
      [1, 3],
      "meetings in a row",
      "assumption",
      ["failed meetings until dormancy", "连续流会次数"],
      ["then the platform rests", "达到后平台停摆"],
    ),
  },
  writes: [
    "platforms.meets",
    "platforms.meetings",
    "platforms.firstMet",
    "platforms.lastMet",
    "platforms.nextMeeting",
    "platforms.missed",
    "platforms.alive",
    "platforms.dormantSince",
    "platforms.attending",
    "platforms.skill",
    "seats.present",
    "seats.attended",
  ],
  events: {
    met: {
      subject: "platforms",
      other: "communities",
      value: "delegates present",
      text: { en: "{subject} meets, {value} delegates present", zh: "{subject}开会，{value}名代表到会" },
    },
    dormant: {
      subject: "platforms",
      other: "communities",
      value: "meetings held",
      text: {
        en: "{subject} is suspended after {value} meetings: {reason}",
        zh: "{subject}在{value}次会议后停摆：{reason}",
      },
      reasons: { noQuorum: { en: "delegates no longer come", zh: "代表不再到会" } },
    },
    revived: {
      subject: "platforms",
      other: "communities",
      text: { en: "{subject} meets again", zh: "{subject}恢复运转" },
    },
  },
  bind({ world, values, context, key, log }) {
    const { platforms, seats, organizations, residents } = world;
    const come = key("come");
    const [metLog, dormantLog, revivedLog] = [log("met"), log("dormant"), log("revived")];
    const rhythm = context.procedure.everyWeeks;

    function intention(s: number, p: number): number {
      const { expectation, stake } = seats.at;
      return attendChance(
        values.base,
        values.worth,
        values.esteem,
        expectation[s]!,
        stake[s]!,
        values.cost,
        platforms.at.standing[p]!,
      );
    }

    function assemble(p: number, tick: number): number {
      let present = 0;
      for (let s = seats.firstA[p]!; s >= 0; s = seats.at.nextA[s]!) {
        const came = uniform(come, tick, seats.at.b[s]!, platforms.at.identity[p]!) < intention(s, p);
        seats.at.present[s] = came ? 1 : 0;
        if (came) present++;
      }
      return present;
    }

    /** Deliberating capability: the best organization at the table, and what its delegates are capable of. */
    function skillOf(p: number): number {
      let best = 0;
      let competence = 0;
      let count = 0;
      for (let s = seats.firstA[p]!; s >= 0; s = seats.at.nextA[s]!) {
        const o = seats.at.organization[s]!;
        if (o >= 0) best = Math.max(best, capability(organizations.at.deliberating[o]!));
        competence += residents.at.competence[seats.at.b[s]!]!;
        count++;
      }
      return count === 0 ? 0 : 0.7 * best + 0.3 * (competence / count);
    }

    function hold(p: number, tick: number): void {
      const at = platforms.at;
      const present = assemble(p, tick);
      at.attending[p] = present;
      at.nextMeeting[p] = tick + rhythm;
      if (present < values.quorum * at.seats[p]! || at.seats[p] === 0) {
        at.missed[p]!++;
        if (at.missed[p]! < values.patience) return;
        at.alive[p] = 0;
        at.dormantSince[p] = tick;
        dormantLog(p, { other: at.community[p]!, reason: "noQuorum", value: at.meetings[p]! });
        return;
      }
      at.missed[p] = 0;
      at.meets[p] = 1;
      at.meetings[p]!++;
      if (at.meetings[p] === 1) at.firstMet[p] = tick;
      at.lastMet[p] = tick;
      at.skill[p] = skillOf(p);
      for (let s = seats.firstA[p]!; s >= 0; s = seats.at.nextA[s]!) seats.at.attended[s]! += seats.at.present[s]!;
      metLog(p, { other: at.community[p]!, value: present });
    }

    function reconsider(p: number, tick: number): void {
      let sum = 0;
      for (let s = seats.firstA[p]!; s >= 0; s = seats.at.nextA[s]!) sum += intention(s, p);
      if (sum <= (values.quorum + 0.15) * platforms.at.seats[p]!) return;
      platforms.at.alive[p] = 1;
      platforms.at.missed[p] = 0;
      platforms.at.dormantSince[p] = -1_000_000;
      platforms.at.nextMeeting[p] = tick + rhythm;
      revivedLog(p, { other: platforms.at.community[p]! });
    }

    return (tick) => {
      const at = platforms.at;
      for (let p = 0; p < platforms.rows; p++) {
        if (!platforms.alive[p]) continue;
        at.meets[p] = 0;
        if (!at.alive[p]) reconsider(p, tick);
        else if (tick >= at.nextMeeting[p]!) hold(p, tick);
      }
    };
  },
});
