/**
 * Submodel 7.8.5: What delegates expect.
 *
 * When a decision of the platform falls due, or what it brought to a role is refused, each delegate learns from whether it
 * was carried out (x = 1) or not (x = 0); of work under way, from the share that is done; disappointment weighs more:
 *
 *   e ← e + γ·(x - e)·(x < e ? ρ : 1)
 *
 * A refusal by a role counts a share of a broken promise; what residents cannot do themselves yet disappoints nobody. A
 * decision is judged at its date and when it is done, whichever comes, or both.
 *
 * Source: Rescorla & Wagner (1972), A Theory of Pavlovian Conditioning (the update); loss aversion after Tversky &
 * Kahneman (1992); values: assumption. Order: sequential.
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
      0.024,
      [0.02, 0.1],
      "share of the gap",
      "assumption",
      ["speed of learning", "学习速度"],
      ["by one decision that falls due", "每项到期决定"],
    ),
    loss: parameter(
      2.2,
      [1.5, 3],
      "times",
      "Tversky & Kahneman (1992); value: assumption",
      ["weight of disappointment", "失望的权重"],
      ["of a decision not carried out", "决定未落实"],
    ),
    refusal: parameter(
      0.6,
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
