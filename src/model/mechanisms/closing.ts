/**
 * Submodel 7.8.6: Issues end.
 *
 * What was resolved is put away at the end of its week, when all have judged it. What nobody settles fades from minds:
 * an open issue loses salience by a constant share a week and, below a floor, is forgotten. While a decision about it
 * is in execution it does not fade.
 *
 *   s ← κ·s      s < floor: the issue is forgotten
 *
 * s      salience of the issue  [0, 1]
 * κ      share of salience left after a week; after a month it is retention  [0, 1]
 * floor  floor of attention (floor)  [0, 1]
 *
 * Source: Downs (1972), Up and Down with Ecology: the Issue-Attention Cycle. Departures: Downs tells of a nation's
 * public and of stages; a constant rate is assumed, the plainest decline. Order: simultaneous.
 */
/**
 * 子模型 7.8.6：议题了结。
 *
 * 已解决的议题在当周结束、各方作出评价之后归档。无人解决的议题逐渐淡出：未决议题的关注度每周按固定比例下降，低于下限即
 * 被淡忘。决定正在执行期间，关注度不下降。
 *
 *   s ← κ·s      s < floor: 议题被淡忘
 *
 * s      议题的关注度  [0, 1]
 * κ      一周后剩余的关注度比例；一个月后为 retention  [0, 1]
 * floor  关注下限（floor）  [0, 1]
 *
 * 来源：Downs (1972)，生态问题的起落：议题关注周期。与原文献的差异：Downs 讨论的是全国公众，且分阶段；固定速率是假设，
 * 为最简单的消退形式。次序：同时更新。
 */
import { weeklyRetention } from "../../kernel/math.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { STATE } from "../vocabulary.ts";

export const closing = defineMechanism({
  name: "closing",
  submodel: "7.8.6",
  title: { en: "Issues end", zh: "议题了结" },
  summary: {
    en: "Resolved issues are put away; others fade from minds.",
    zh: "已解决的议题归档，久拖不决的逐渐淡出。",
  },
  source: "Downs (1972), The Public Interest 28; values: assumption",
  order: "simultaneous",
  parameters: {
    retention: parameter(
      0.95,
      [0.7, 1],
      "share left after a month",
      "assumption",
      ["attention to open issues", "对未决问题的关注"],
      ["salience left after a month", "一个月后剩余的关注度"],
    ),
    floor: parameter(
      0.12,
      [0, 0.5],
      "salience",
      "assumption",
      ["floor of attention", "关注下限"],
      ["below it an issue is forgotten", "低于此值议题被淡忘"],
    ),
  },
  writes: ["issues.salience"],
  removes: ["issues", "touches", "commitments"],
  events: {
    forgotten: {
      subject: "issues",
      other: "communities",
      text: { en: "{subject} fades from minds", zh: "{subject}淡出关注" },
    },
  },
  bind({ world, values, log }) {
    const { issues, touches, commitments } = world;
    const kappa = weeklyRetention(values.retention);
    const forgotten = log("forgotten");
    return () => {
      const at = issues.at;
      for (let issue = 0; issue < issues.rows; issue++) {
        if (!issues.alive[issue]) continue;
        const done = at.state[issue] === STATE.resolved;
        if (at.state[issue] !== STATE.decided) at.salience[issue] = at.salience[issue]! * kappa;
        if (!done && at.salience[issue]! >= values.floor) continue;
        if (!done) forgotten(issue, { other: at.community[issue]! });
        for (let t = touches.firstA[issue]!; t >= 0; t = touches.at.nextA[t]!) touches.unlink(t);
        for (let c = commitments.firstA[issue]!; c >= 0; c = commitments.at.nextA[c]!) commitments.unlink(c);
        issues.remove(issue);
      }
    };
  },
});
