/**
 * Submodel 7.8.1: Trust in institutions.
 *
 * Every known issue counts, brought to a council or not. A resident whom an open issue touches sees who must act do
 * nothing (x = 0), a little each week; sees it resolved (x = 1), or sees a promise broken (x = 0), all at once. Conduct
 * is judged for itself and against what was expected, and expectations adapt. Of an issue before a council that the
 * team convened, a share of the judgment falls on the team. The team is judged by its service, too: an event that one
 * came to (x = 1), and, by delegates, items kept off of late at a meeting (x = 0).
 *
 *   T ← T + γ·m·(x < e ? ρ : 1)·(x - T)      e ← e + γ·m·(x - e)
 *
 * T        trust of the resident in the role  [0, 1]
 * x        conduct that the occasion shows  0 or 1
 * e        conduct expected of the role  [0, 1]
 * γ        speed of appraisal (speed)  [0, 1]
 * m        weight of the occasion: salience at its end, waiting times salience in a week with an open issue  occasions
 * ρ        weight of disappointment (disappointment)  times
 * waiting  weight of waiting (waiting)  occasions a week
 * service  weight m of an event; of a meeting, times the share kept off of late (service)  occasions
 * blame    share of m that falls on the team that convened (blame)  [0, 1]
 *
 * Source: Van Ryzin (2006), Testing the Expectancy Disconfirmation Model; James (2009), Evaluating the Expectations
 * Disconfirmation Model (disappointment weighs more). Departures: both hold satisfaction at one time against
 * expectation; here trust and expectation move with each occasion, because the paper tells how trust wears away as
 * issues drag on. Values are assumptions. Order: sequential, by occasion.
 */
/**
 * 子模型 7.8.1：机构信任。
 *
 * 凡知晓的议题都起作用，无论是否上会。受未决议题影响的居民，每周都略微感到责任方无所作为（x = 0）；议题解决（x = 1）或
 * 承诺落空（x = 0）时，则一次性作出评价。评价既看作为本身，也与期望相比，期望随之调整。若议题在团队召集的议事会上，评价
 * 中有一部分由团队承担。对团队还看其服务：参加过活动者给予好评（x = 1）；代表则因会上有议题被挡下而给予差评（x = 0）。
 *
 *   T ← T + γ·m·(x < e ? ρ : 1)·(x - T)      e ← e + γ·m·(x - e)
 *
 * T        居民对该机构的信任  [0, 1]
 * x        此次所见的作为  0 或 1
 * e        对该机构作为的期望  [0, 1]
 * γ        评价的变化速度（speed）  [0, 1]
 * m        此次评价的分量：终结时为关注度；未决的每一周为 waiting 乘以关注度  事件
 * ρ        失望的权重（disappointment）  倍
 * waiting  等待的分量（waiting）  事件／周
 * service  参加一次活动的分量 m；对会议则乘以近期被挡下的比例（service）  事件
 * blame    由召集的团队分担的比例（blame）  [0, 1]
 *
 * 来源：Van Ryzin (2006)，期望失验模型的检验；James (2009)，期望失验模型的评估（失望的分量更重）。与原文献的差异：两文
 * 比较的是某一时点的满意度与期望；此处信任与期望随每次所见而变，因为论文描述的是信任如何在拖延中被消解。取值均为假设。
 * 次序：依次更新，逐次评价。
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
    "Van Ryzin (2006), Journal of Public Administration Research and Theory 16(4); James (2009), same journal 19(1)",
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
