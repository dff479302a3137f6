/**
 * Submodel 7.8.5: What delegates expect.
 *
 * When a decision of the platform falls due, or what it brought to a role is refused, each delegate learns from whether
 * it was carried out (x = 1) or not (x = 0); of own work under way at its date, from the share that is done;
 * disappointment weighs more. A refusal by a role counts a share of a broken promise; what residents cannot do
 * themselves yet disappoints nobody. A decision of their own is judged at its date and when it is done, whichever
 * comes, or both.
 *
 *   e ← e + min(1, γ·f·(x < e ? ρ : 1))·(x - e)
 *
 * e  share of due decisions that the delegate expects to be carried out  [0, 1]
 * x  what was carried out  [0, 1]
 * γ  speed of learning (speed)  [0, 1]
 * f  weight of a refusal (refusal); 1 otherwise  [0, 1]
 * ρ  weight of disappointment (loss)  times
 *
 * Source: Rescorla & Wagner (1972), A Theory of Pavlovian Conditioning (the update); loss aversion: Tversky & Kahneman
 * (1992), Advances in Prospect Theory. Departures: loss aversion is about outcomes and not about learning; that losses
 * teach more is assumed by analogy, with a range around their 2.25. Order: sequential, by issue.
 */
/**
 * 子模型 7.8.5：代表的期望。
 *
 * 平台的决定到期，或提交责任方的事项被拒时，每位代表从其落实（x = 1）与否（x = 0）中学习；到期时仍在办理的自办事项，则
 * 看已完成的比例。失望的分量更重。责任方的拒绝相当于一次落空承诺的一部分；居民暂时办不了的事不会使人失望。自办的决定在
 * 到期与完成时均可能被评价。
 *
 *   e ← e + min(1, γ·f·(x < e ? ρ : 1))·(x - e)
 *
 * e  代表预期到期决定得到落实的比例  [0, 1]
 * x  实际落实的程度  [0, 1]
 * γ  学习速度（speed）  [0, 1]
 * f  拒绝的分量（refusal）；其他情况为 1  [0, 1]
 * ρ  失望的权重（loss）  倍
 *
 * 来源：Rescorla & Wagner (1972)，巴甫洛夫条件作用理论（更新规则）；损失厌恶：Tversky & Kahneman (1992)，前景理论的进
 * 展。与原文献的差异：损失厌恶说的是对结果的评价，而非学习；失望使人学得更多，是类比而来的假设，取值范围包含其 2.25。次
 * 序：依次更新，逐项议题。
 */
import { defineMechanism, parameter } from "../mechanism.ts";
import { RESIDENTS_ACT, STATE } from "../vocabulary.ts";

/** Expectation after an outcome x in [0, 1]. */
export function learned(e: number, x: number, speed: number, loss: number): number {
  return e + Math.min(1, speed * (x < e ? loss : 1)) * (x - e);
}

export const expectation = defineMechanism({
  name: "expectation",
  submodel: "7.8.5",
  title: { en: "What delegates expect", zh: "代表的期望" },
  summary: { en: "Delegates learn whether what is agreed is done.", zh: "代表从决定落实与否中学习，期望随之升降。" },
  source:
    "Rescorla & Wagner (1972); Tversky & Kahneman (1992), Journal of Risk and Uncertainty 5(4); values: assumption",
  order: "sequential",
  parameters: {
    speed: parameter(
      0.028,
      [0.02, 0.1],
      "share of the gap",
      "assumption",
      ["speed of learning", "学习速度"],
      ["by one decision that falls due", "每项到期决定"],
    ),
    loss: parameter(
      1.6,
      [1.5, 3],
      "times",
      "Tversky & Kahneman (1992); value: assumption",
      ["weight of disappointment", "失望的权重"],
      ["of a decision not carried out", "决定未落实"],
    ),
    refusal: parameter(
      0.62,
      [0, 1],
      "share",
      "assumption",
      ["weight of a refusal", "拒绝的分量"],
      ["against a broken promise", "相对于承诺落空"],
    ),
  },
  writes: ["seats.expectation"],
  bind({ world, values }) {
    const { issues, seats } = world;

    /** [outcome, weight] of the issue for its platform this week. */
    function lesson(issue: number, tick: number): readonly [number, number] {
      const at = issues.at;
      const now = at.stateSince[issue] === tick;
      if (at.state[issue] === STATE.resolved && now && at.decided[issue]! >= 0) return [1, 1];
      if (at.state[issue] === STATE.shelved && now && at.responsible[issue] !== RESIDENTS_ACT) {
        return at.missed[issue] ? [0, 1] : [0, values.refusal];
      }
      return at.state[issue] === STATE.decided && at.due[issue] === tick ? [at.progress[issue]!, 1] : [0, 0];
    }

    return (tick) => {
      for (let issue = 0; issue < issues.rows; issue++) {
        const p = issues.at.platform[issue]!;
        if (!issues.alive[issue] || p < 0) continue;
        const [x, weight] = lesson(issue, tick);
        if (weight === 0) continue;
        for (let s = seats.firstA[p]!; s >= 0; s = seats.at.nextA[s]!) {
          seats.at.expectation[s] = learned(seats.at.expectation[s]!, x, values.speed * weight, values.loss);
        }
      }
    };
  },
});
