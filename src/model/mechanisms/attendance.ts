/**
 * Submodel 7.6.3: Meetings, attendance and dormancy.
 *
 * A platform meets in the rhythm of its procedure (procedure.everyWeeks). A delegate comes the more surely, the more is
 * expected of it and the better it stands. Below the quorum (quorum) there is no meeting; after some failed meetings in
 * a row (patience) the platform is dormant. It comes to life again when the mean chance of coming is above the quorum
 * by .15, so that it does not flicker at the edge. At a meeting the platform's skill is taken from who sits in it.
 *
 *   P(comes) = σ(k0 + k1·(e·stake - cost) + k2·(S - 1/2))      skill = 0.7·max k_o + 0.3·mean c
 *
 * e       share of due decisions that the delegate expects to be carried out  [0, 1]
 * stake   what the platform's matters mean to the delegate  [0, 1]
 * cost    cost of a meeting (cost)  units of worth
 * S       standing of the platform  [0, 1]
 * k0      base of attendance (base)  log-odds
 * k1, k2  weight of expected worth, of standing (worth, esteem)  log-odds
 * skill   deliberating capability of the platform  [0, 1]
 * k_o     capability in deliberating of an organization at the table  [0, 1)
 * c       competence of a delegate  [0, 1]
 *
 * Source: expectancy theory, Vroom (1964), Work and Motivation; the paper, 3(1)2 (the platform rests). Departures:
 * Vroom multiplies expectancy and value; standing is added, because delegates stay by fair treatment, too. Values and
 * ranges are assumptions. Order: sequential, by platform.
 */
/**
 * 子模型 7.6.3：到会与停摆。
 *
 * 平台按议事规程规定的间隔（procedure.everyWeeks）开会。期望越高、平台公信力越强，代表越可能到会。不足法定人数
 * （quorum）则流会；连续流会若干次（patience），平台停摆。当代表到会的平均概率超过法定人数比例 0.15 时，平台恢复运转，
 * 以免在临界处反复。每次会议以在座者更新平台的协商力。
 *
 *   P(到场) = σ(k0 + k1·(e·stake - cost) + k2·(S - 1/2))      skill = 0.7·max k_o + 0.3·c 的均值
 *
 * e       代表预期到期决定得到落实的比例  [0, 1]
 * stake   平台事务对代表的利害  [0, 1]
 * cost    参会成本（cost）  价值单位
 * S       平台的公信力  [0, 1]
 * k0      到会的基准（base）  对数几率
 * k1, k2  预期收获与公信力的权重（worth、esteem）  对数几率
 * skill   平台的协商力  [0, 1]
 * k_o     在座各组织的协商力  [0, 1)
 * c       代表的能力  [0, 1]
 *
 * 来源：Vroom (1964)，工作与激励（期望理论）；论文三（一）2（平台暂时停摆）。与原文献的差异：Vroom 以期望乘以效价；此处
 * 另加公信力，因为公正的对待也使代表留下。取值与范围均为假设。次序：依次更新，逐个平台。
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
      0.39,
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
