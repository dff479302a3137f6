/**
 * Submodel 7.8.1: Trust in institutions.
 *
 * Every known issue counts, brought to a council or not. A resident whom an open issue touches sees who must act do
 * nothing (x = 0), a little each week; sees it resolved (x = 1), or sees a promise broken (x = 0), all at once. Conduct is
 * judged for itself and against what was expected, and expectations adapt:
 *
 *   T ← T + γ·m·(x - T)·(x < e ? ρ : 1)        e ← e + γ·m·(x - e)
 *
 * m weight of the occasion (salience; a week of waiting counts `waiting`). The team is judged by its service: an event
 * one came to, coaching of one's organization (x = 1), and a delegate who saw an item kept off (x = 0).
 *
 * Source: Van Ryzin (2006), Testing the Expectancy Disconfirmation Model; James (2009), Evaluating the Expectations
 * Disconfirmation Model (disappointment weighs more); values: assumption. Order: sequential.
 */
import { defineMechanism, parameter } from "../mechanism.ts";
import { ROLE, STATE } from "../vocabulary.ts";

export const institutionalTrust = defineMechanism({
  name: "institutionalTrust",
  submodel: "7.8.1",
  title: { en: "Trust in institutions", zh: "机构信任" },
  summary: {
    en: "Institutions are judged by what they do about the issues one knows, against what was expected.",
    zh: "居民以所知问题的处理结果、对照期望来评价各机构。",
  },
  source:
    "Van Ryzin (2006), Journal of Public Administration Research and Theory 16(4); James (2009), same journal 21(1)",
  order: "sequential",
  parameters: {
    speed: parameter(
      0.15,
      [0.01, 0.5],
      "share of the gap",
      "assumption",
      ["speed of appraisal", "评价的变化速度"],
      ["by one fully salient occasion", "一次最受关注的事件"],
    ),
    waiting: parameter(
      0.07,
      [0, 0.5],
      "occasions a week",
      "assumption",
      ["weight of waiting", "等待的分量"],
      ["of a week with an open issue against its end", "问题悬置一周相对于了结的分量"],
    ),
    disappointment: parameter(
      2,
      [1.5, 3],
      "times",
      "Van Ryzin (2006); James (2009)",
      ["weight of disappointment", "失望的权重"],
      ["of conduct below expectation", "低于期望的表现"],
    ),
    service: parameter(
      0.25,
      [0, 1],
      "occasions",
      "assumption",
      ["weight of service", "服务的分量"],
      ["of an event by the team", "团队举办一次活动"],
    ),
    blame: parameter(
      0.3,
      [0, 1],
      "share",
      "assumption",
      ["blame on who convened", "召集者分担的责任"],
      [
        "share of a broken promise that falls on the team that convened the council",
        "承诺落空时召集会议的团队所承担的份额",
      ],
    ),
  },
  writes: [
    "residents.trustTeam",
    "residents.trustCommittee",
    "residents.trustGovernment",
    "residents.trustDeveloper",
    "residents.trustProperty",
    "residents.expectTeam",
    "residents.expectCommittee",
    "residents.expectGovernment",
    "residents.expectDeveloper",
    "residents.expectProperty",
  ],
  bind({ world, values }) {
    const { issues, touches, residents, platforms, seats } = world;
    const { trust, expect } = world.institutional();
    const r = residents.at;

    function judge(i: number, role: number, x: number, weight: number): void {
      const T = trust[role]!;
      const e = expect[role]!;
      const g = values.speed * weight * (x < e[i]! ? values.disappointment : 1);
      T[i] = T[i]! + Math.min(1, g) * (x - T[i]!);
      e[i] = e[i]! + Math.min(1, values.speed * weight) * (x - e[i]!);
    }

    /** What this week shows of an issue: [conduct, weight], or no weight. */
    function occasion(issue: number, tick: number): readonly [number, number] {
      const at = issues.at;
      if (at.state[issue] === STATE.resolved) return at.closed[issue] === tick ? [1, 1] : [1, 0];
      if (at.state[issue] === STATE.shelved && at.missed[issue] && at.stateSince[issue] === tick) return [0, 1];
      return [0, values.waiting];
    }

    function judgeIssues(tick: number): void {
      for (let issue = 0; issue < issues.rows; issue++) {
        const role = issues.at.responsible[issue]!;
        if (!issues.alive[issue]) continue;
        const [x, weight] = occasion(issue, tick);
        if (weight === 0) continue;
        const m = weight * issues.at.salience[issue]!;
        const p = issues.at.platform[issue]!;
        const convened = p >= 0 && platforms.at.founder[p] === 1 + ROLE.team;
        for (let t = touches.firstA[issue]!; t >= 0; t = touches.at.nextA[t]!) {
          const i = touches.at.b[t]!;
          if (role >= 0) judge(i, role, x, m);
          if (convened) judge(i, ROLE.team, x, m * values.blame);
        }
      }
    }

    return (tick) => {
      judgeIssues(tick);
      for (let i = 0; i < residents.rows; i++) if (r.atEvent[i] === tick) judge(i, ROLE.team, 1, values.service);
      for (let s = 0; s < seats.rows; s++) {
        const p = seats.at.a[s]!;
        if (!seats.alive[s] || platforms.at.lastMet[p] !== tick || platforms.at.founder[p] !== 1 + ROLE.team) continue;
        judge(seats.at.b[s]!, ROLE.team, 0, values.service * platforms.at.curbed[p]!);
      }
    };
  },
});
