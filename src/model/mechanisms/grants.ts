/**
 * Submodel 7.5.4: Micro-grants.
 *
 * In a round of the programme (timing.grants) organizations apply with a chance that rises with organizing skill; the
 * best proposals, by skill, standing and luck, get money to carry out what they planned, and learn by doing it. A round
 * on public issues makes those who get a grant lean towards their next orientation.
 *
 *   P(applies) = a0 + (1 - a0)·k      merit = k + S + u
 *   granted: money ← money + amount      K ← K + learning·A      L ← min(1, L + opening) in public rounds
 *
 * a0        applying without skill (apply)  [0, 1]
 * k         capability in organizing  [0, 1)
 * S         standing of the organization  [0, 1]
 * u         a uniform draw  [0, 1]
 * amount    money of a grant (timing.grants)  thousand yuan
 * K         stocks of organizing and of executing skill  units of skill
 * learning  learning by a project (learning)  units of skill
 * A         autonomy of the organization  [0, 1]
 * L         leaning towards the next orientation  [0, 1]
 * opening   leaning by a public round (opening)  share of a step
 *
 * Source: the paper, 3(2) (three rounds that build skill, a fourth on livelihood issues). Departures: the paper does
 * not tell how grants were awarded; the form is assumed, and so is what a project teaches. Order: simultaneous.
 */
/**
 * 子模型 7.5.4：微公益创投。
 *
 * 在每一轮创投（timing.grants）中，组织申报的概率随组织力上升；按能力、公信力与运气评出的优胜者获得经费，实施项目，并在
 * 实施中学习。以公共议题为导向的轮次，使获资助者向下一取向靠近。
 *
 *   P(申报) = a0 + (1 - a0)·k      merit = k + S + u
 *   获资助：money ← money + amount      K ← K + learning·A      L ← min(1, L + opening)（公共议题轮次）
 *
 * a0        无能力者的申报概率（apply）  [0, 1]
 * k         组织力  [0, 1)
 * S         组织的公信力  [0, 1]
 * u         均匀随机数  [0, 1]
 * amount    每项资助金额（timing.grants）  千元
 * K         组织力与执行力的存量  能力单位
 * learning  项目所得能力（learning）  能力单位
 * A         组织的自主程度  [0, 1]
 * L         向下一取向的累积  [0, 1]
 * opening   公共议题轮次的引导（opening）  步
 *
 * 来源：论文三（二）（三届项目培养基本能力，第四届以民生议题为导向）。与原文献的差异：论文未说明如何评选；评选形式与项
 * 目所得均为假设。次序：同时更新。
 */
import { uniform } from "../../kernel/random.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { capability } from "../membership.ts";

export const grants = defineMechanism({
  name: "grants",
  submodel: "7.5.4",
  title: { en: "Micro-grants", zh: "微公益创投" },
  summary: {
    en: "Rounds of small grants let organizations act and learn.",
    zh: "一轮轮微公益创投让组织在做事中学会做事。",
  },
  source: "Cao, Wan & Zeng (2019), 3(2); form: assumption",
  order: "simultaneous",
  parameters: {
    apply: parameter(
      0.5,
      [0, 1],
      "chance",
      "assumption",
      ["applying without skill", "无能力者的申报概率"],
      ["rises to one with organizing skill", "随组织能力升至一"],
    ),
    learning: parameter(
      0.5,
      [0, 2],
      "units of skill",
      "assumption",
      ["learning by a project", "项目所得能力"],
      ["added to organizing and executing", "对组织力与执行力的增量"],
    ),
    opening: parameter(
      0.5,
      [0, 1],
      "share of a step",
      "assumption",
      ["leaning by a public round", "公共议题轮次的引导"],
      ["towards the next orientation", "向下一取向的推进"],
    ),
  },
  writes: [
    "organizations.money",
    "organizations.grants",
    "organizations.coached",
    "organizations.organizing",
    "organizations.executing",
    "organizations.leaning",
  ],
  events: {
    granted: {
      subject: "organizations",
      value: "1: a round on public issues",
      text: { en: "{subject} wins a micro-grant", zh: "{subject}获得微公益创投支持" },
    },
  },
  bind({ world, values, context, clock, key, log }) {
    const { organizations } = world;
    const arrives = clock.tick(context.start.teamArrives);
    const [apply, merit] = [key("apply"), key("merit")];
    const granted = log("granted");
    return (tick) => {
      for (const round of context.timing.grants) {
        if (tick !== arrives + round.week) continue;
        const at = organizations.at;
        const score = (o: number) =>
          capability(at.organizing[o]!) + at.standing[o]! + uniform(merit, tick, at.identity[o]!);
        const applicants: number[] = [];
        for (let o = 0; o < organizations.rows; o++) {
          if (!organizations.alive[o]) continue;
          const chance = values.apply + (1 - values.apply) * capability(at.organizing[o]!);
          if (uniform(apply, tick, at.identity[o]!) < chance) applicants.push(o);
        }
        applicants.sort((a, b) => score(b) - score(a) || a - b);
        for (const o of applicants.slice(0, round.grants)) {
          at.money[o]! += round.amount;
          at.grants[o]!++;
          at.coached[o] = 1;
          at.organizing[o]! += values.learning * at.autonomy[o]!;
          at.executing[o]! += values.learning * at.autonomy[o]!;
          if (round.public) at.leaning[o] = Math.min(1, at.leaning[o]! + values.opening);
          granted(o, { value: round.public ? 1 : 0 });
        }
      }
    };
  },
});
