/**
 * Submodel 7.4.9: Orientation, from amusement to service to public affairs.
 *
 * In each week in which it meets, an organization leans further towards the next step and takes it when the leaning is
 * full. The step from service to public affairs is slower as long as no round of grants on public issues was ever
 * opened (timing.grants).
 *
 *   L ← L + rate · f · x · k · A      L >= 1: the next orientation, L ← 0
 *
 * L     leaning towards the next orientation  [0, 1]
 * rate  speed of turning to others (rate)  share of a step a week
 * f     without a public round (unopened) for the step to public affairs, as long as none was opened; else 1  times
 * x     mean efficacy of members  [0, 1]
 * k     capability in organizing  [0, 1)
 * A     autonomy of the organization  [0, 1]
 *
 * Source: the paper, 3(2)1 (from interests to public affairs as skill and awareness grow; the fourth round opens it).
 * Departures: the paper tells the way and not its speed; the product and its rates are assumptions. Order:
 * simultaneous.
 */
/**
 * 子模型 7.4.9：组织取向：由自娱自乐到服务邻里，再到公共事务。
 *
 * 组织每开展一周活动，便向下一取向靠近一些，累积满一步即实现转变。在从未开设公共议题轮次（timing.grants）之前，由服务邻
 * 里到公共事务的一步较慢。
 *
 *   L ← L + rate · f · x · k · A      L >= 1: 转入下一取向, L ← 0
 *
 * L     向下一取向的累积  [0, 1]
 * rate  转向他人的速度（rate）  步／周
 * f     未开公共议题轮次时，转向公共事务一步的减速（unopened）；其他情况为 1  倍
 * x     成员的平均效能感  [0, 1]
 * k     组织力  [0, 1)
 * A     组织的自主程度  [0, 1]
 *
 * 来源：论文三（二）1（随着能力的增长和意识的提升，由兴趣到公共事务；第四届项目以民生议题为导向）。与原文献的差异：论文
 * 描述路径而无速度；乘积形式与速率均为假设。次序：同时更新。
 */
import { defineMechanism, parameter } from "../mechanism.ts";
import { capability, memberEfficacy } from "../membership.ts";

export const orientation = defineMechanism({
  name: "orientation",
  submodel: "7.4.9",
  title: { en: "Orientation", zh: "组织取向" },
  summary: {
    en: "Skill and efficacy carry organizations from amusement to service to public affairs.",
    zh: "能力与效能感使组织由自娱自乐转向服务邻里，进而关心公共事务。",
  },
  source: "Cao, Wan & Zeng (2019), 3(2)1; rates: assumption",
  order: "simultaneous",
  parameters: {
    rate: parameter(
      0.1,
      [0, 0.5],
      "share of a step a week",
      "assumption",
      ["speed of turning to others", "转向他人的速度"],
      ["at full skill and efficacy", "能力与效能感最高时"],
    ),
    unopened: parameter(
      0.15,
      [0, 1],
      "times",
      "assumption",
      ["without a public round", "未开公共议题轮次"],
      ["speed of the last step before any round on public issues", "尚无民生议题轮次时最后一步的速度"],
    ),
  },
  writes: ["organizations.orientation", "organizations.leaning"],
  events: {
    oriented: {
      subject: "organizations",
      value: "code of the orientation",
      text: { en: "{subject} turns to {value}", zh: "{subject}转向{value}" },
    },
  },
  bind({ world, values, context, clock, log }) {
    const { organizations } = world;
    const arrives = clock.tick(context.start.teamArrives);
    const rounds = context.timing.grants.filter((g) => g.public).map((g) => arrives + g.week);
    const oriented = log("oriented");

    return (tick) => {
      const at = organizations.at;
      const opened = rounds.some((week) => week <= tick);
      for (let o = 0; o < organizations.rows; o++) {
        if (!organizations.alive[o] || at.lastMet[o] !== tick || at.orientation[o] === 2) continue;
        const speed = at.orientation[o] === 1 && !opened ? values.rate * values.unopened : values.rate;
        const leaning =
          at.leaning[o]! + speed * memberEfficacy(world, o) * capability(at.organizing[o]!) * at.autonomy[o]!;
        at.leaning[o] = leaning >= 1 ? 0 : leaning;
        if (leaning < 1) continue;
        at.orientation[o]!++;
        oriented(o, { value: at.orientation[o]! });
      }
    };
  },
});
