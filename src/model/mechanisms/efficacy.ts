/**
 * Submodel 7.8.3: Efficacy.
 *
 * Success makes acting again likelier. When an issue is resolved, or a promise about it broken, the odds of the belief
 * of those who took part rise or fall by a factor: of residents who complained of it and of delegates of the platform
 * that took it up. A joint act that succeeds raises the belief of all members of its partners, a meeting for others a
 * little that of those who came. In quiet, belief drifts back to where it began.
 *
 *   o = x/(1 - x)      o ← o·success      o ← o/failure      o ← o·deed      x ← x + d·(x0 - x)
 *
 * x        belief that acting together brings something  [0, 1]
 * o        its odds
 * success  effect of success (success)  times
 * failure  effect of failure (failure)  times
 * deed     effect of a meeting for others (deed)  times
 * d        drift (drift)  share a week
 * x0       where it rests (start)  [0, 1]
 *
 * Source: Sjoberg, Mellon & Peixoto (2017), The Effect of Bureaucratic Responsiveness on Citizen Participation (one
 * success makes speaking again about 1.6 times as likely). Departures: they observe reports to a website; here the same
 * factor moves belief in any joint action, for want of a measurement of that; failure and drift are assumptions. Order:
 * simultaneous.
 */
/**
 * 子模型 7.8.3：效能感。
 *
 * 成功使人更愿意再次行动。议题得到解决或承诺落空时，参与者（反映过该问题的居民、受理平台的代表）信念的几率按倍数升降。
 * 联合活动成功提升全体伙伴组织成员的信念；面向他人的活动略微提升到场成员的信念。平静时，信念回到基线。
 *
 *   o = x/(1 - x)      o ← o·success      o ← o/failure      o ← o·deed      x ← x + d·(x0 - x)
 *
 * x        相信共同行动有用的程度  [0, 1]
 * o        其几率
 * success  成功的作用（success）  倍
 * failure  失败的作用（failure）  倍
 * deed     服务活动的作用（deed）  倍
 * d        回归速度（drift）  比例／周
 * x0       效能感基线（start）  [0, 1]
 *
 * 来源：Sjoberg, Mellon & Peixoto (2017)，官僚回应对公民参与的影响（一次成功使再次发声的可能性约为原来的 1.6 倍）。与原
 * 文献的差异：该研究观察的是网站报修；此处以同一倍数作用于对任何共同行动的信念，因为后者尚无测量；失败的作用与回归均为
 * 假设。次序：同时更新。
 */
import { defineMechanism, parameter } from "../mechanism.ts";
import { STATE } from "../vocabulary.ts";

/** The probability whose odds are `factor` times those of x. */
export function multiplyOdds(x: number, factor: number): number {
  return (factor * x) / (1 - x + factor * x);
}

export const efficacy = defineMechanism({
  name: "efficacy",
  submodel: "7.8.3",
  title: { en: "Efficacy", zh: "效能感" },
  summary: {
    en: "Success breeds the belief that acting brings something; failure takes it.",
    zh: "办成事增强效能感，落空则削弱。",
  },
  source: "Sjoberg, Mellon & Peixoto (2017), Public Administration Review 77(3); failure and drift: assumption",
  order: "simultaneous",
  parameters: {
    success: parameter(
      1.6,
      [1, 3],
      "times the odds",
      "Sjoberg, Mellon & Peixoto (2017)",
      ["effect of success", "成功的作用"],
      ["on who took part", "对参与者"],
    ),
    failure: parameter(
      1.15,
      [1, 3],
      "times the odds",
      "assumption",
      ["effect of failure", "失败的作用"],
      ["of a broken promise on who took part", "承诺落空对参与者"],
    ),
    deed: parameter(
      1.01,
      [1, 1.2],
      "times the odds",
      "assumption",
      ["effect of a meeting for others", "服务活动的作用"],
      ["on members who came", "对到场成员"],
    ),
    start: parameter(
      0.4,
      [0, 1],
      "probability",
      "assumption",
      ["where it rests", "效能感基线"],
      ["without experience", "没有经历时"],
    ),
    drift: parameter(
      0.006,
      [0, 0.1],
      "share of the gap a week",
      "assumption",
      ["drift", "回归速度"],
      ["back to where it rests", "向基线回归"],
    ),
  },
  writes: ["residents.efficacy"],
  bind({ world, values }) {
    const { residents, issues, touches, seats, memberships, organizations, jointActs, partners } = world;
    const x = residents.at.efficacy;
    const move = (i: number, factor: number) => {
      x[i] = multiplyOdds(x[i]!, factor);
    };

    function ended(issue: number, tick: number): number {
      const at = issues.at;
      if (at.state[issue] === STATE.resolved && at.closed[issue] === tick) return values.success;
      return at.state[issue] === STATE.shelved && at.missed[issue] && at.stateSince[issue] === tick
        ? 1 / values.failure
        : 1;
    }

    function membersOf(o: number, factor: number): void {
      for (let m = memberships.firstB[o]!; m >= 0; m = memberships.at.nextB[m]!) move(memberships.at.a[m]!, factor);
    }

    return (tick) => {
      for (let i = 0; i < residents.rows; i++) x[i] = x[i]! + values.drift * (values.start - x[i]!);
      for (let issue = 0; issue < issues.rows; issue++) {
        if (!issues.alive[issue]) continue;
        const factor = ended(issue, tick);
        if (factor === 1) continue;
        for (let t = touches.firstA[issue]!; t >= 0; t = touches.at.nextA[t]!)
          if (touches.at.complained[t]) move(touches.at.b[t]!, factor);
        const p = issues.at.platform[issue]!;
        if (p < 0) continue;
        for (let s = seats.firstA[p]!; s >= 0; s = seats.at.nextA[s]!) move(seats.at.b[s]!, factor);
      }
      for (let m = 0; m < memberships.rows; m++) {
        if (!memberships.alive[m] || memberships.at.attended[m] !== tick) continue;
        if (organizations.at.orientation[memberships.at.b[m]!]! > 0) move(memberships.at.a[m]!, values.deed);
      }
      for (let act = 0; act < jointActs.rows; act++) {
        if (!jointActs.alive[act] || jointActs.at.state[act] !== 1) continue;
        for (let q = partners.firstA[act]!; q >= 0; q = partners.at.nextA[q]!)
          membersOf(partners.at.b[q]!, values.success);
      }
    };
  },
});
