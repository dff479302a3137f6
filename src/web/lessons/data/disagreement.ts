/** Lesson 5: where the model and the paper disagree. */

import { plainSetting } from "../../../experiments/page/setting.ts";
import type { Text } from "../../../model/vocabulary.ts";
import type { Facts, Lesson, Many } from "../lesson.ts";
import { droppedItems, finalTeamTrust, life } from "../measured.ts";
import { mean, num, paired } from "../numbers.ts";
import { DISPUTES } from "./disputes.ts";

const LIFE_MATTERS = 2;

const lives = ({ left, right }: Many) => paired(left, right, life.read);

function lifeAnswer(many: Many): string {
  const difference = mean(lives(many));
  return difference >= LIFE_MATTERS ? "longer" : difference <= -LIFE_MATTERS ? "shorter" : "same";
}

function measuredIt({ many }: Facts): Text {
  const all = lives(many);
  const [longer, shorter] = [all.filter((d) => d > 0).length, all.filter((d) => d < 0).length];
  const signed = mean(all) > 0 ? `+${num(mean(all), 1)}` : num(mean(all), 1);
  return {
    en: `With an independent team the council's life changes by ${signed} months on average; it is longer in ${longer} and shorter in ${shorter} of ${all.length} pairs. Less than two months would not matter.`,
    zh: `团队独立时，沟通会的存续平均变化${signed}个月；${all.length}对运行中，${longer}对更长，${shorter}对更短。不足两个月视为无实际意义。`,
  };
}

function filtered({ many }: Facts): Text {
  const [dropped, trust] = [droppedItems, finalTeamTrust].map(({ read }) => {
    return [many.left, many.right].map((runs) => mean(runs.flatMap((r) => read(r) ?? [])));
  });
  return {
    en: `Items kept off the agenda: ${num(dropped![0], 1)} a run with the paid team, ${num(dropped![1], 1)} with the independent one, as the rule demands. Trust in the team at the end: ${num(trust![0])} and ${num(trust![1])}.`,
    zh: `被挡下的议题：受资助的团队平均${num(dropped![0], 1)}项，独立的团队${num(dropped![1], 1)}项，这是规则使然。结束时对团队的信任：${num(trust![0])}与${num(trust![1])}。`,
  };
}

export const disagreement: Lesson = {
  name: "disagreement",
  title: { en: "5 Where model and paper disagree", zh: "五 模型与论文的分歧" },
  question: {
    en: "The paper says one thing, the model another. Who is right, and what would decide?",
    zh: "论文这样说，模型那样说。谁对？靠什么来定？",
  },
  minutes: 9,
  seed: "36",
  sides: {
    left: { ...plainSetting("new-estate"), values: { "team.independence": 0.2 } },
    right: { ...plainSetting("new-estate"), values: { "team.independence": 1 } },
  },
  labels: {
    left: { en: "the developer pays four fifths of the team", zh: "团队八成经费由开发商出资" },
    right: { en: "no party to the issues pays the team", zh: "团队经费与议题各方无关" },
  },
  replicates: 20,
  steps: [
    {
      kind: "predict",
      name: "life",
      title: { en: "An independent team", zh: "独立的团队" },
      ask: {
        en: "The paper: a team entangled in others' interests loses residents' trust. With an independent team, the estate's council in the model lives …",
        zh: "论文认为，团队与其他主体有利益纠葛便难得信任。换成独立的团队，模型中的沟通会存续……",
      },
      choices: [
        { name: "longer", text: { en: "longer, by two months or more", zh: "更久，长两个月以上" } },
        { name: "same", text: { en: "about as long", zh: "差不多" } },
        { name: "shorter", text: { en: "shorter, by two months or more", zh: "更短，短两个月以上" } },
      ],
      answer: lifeAnswer,
    },
    {
      kind: "run",
      show: "many",
      title: { en: "Twenty pairs first", zh: "先看二十对运行" },
      does: {
        en: "The same twenty estates, with a paid team and with an independent one.",
        zh: "同样二十个小区，一边是受资助的团队，一边是独立的团队。",
      },
      watch: {
        en: "which row parts, and which does not. A single pair could have told you anything.",
        zh: "哪一行分开了，哪一行没有。只看一对运行，什么结论都可能得出。",
      },
      measures: [life, droppedItems, finalTeamTrust],
    },
    {
      kind: "explain",
      title: { en: "What the model says, and why", zh: "模型怎么说，为什么" },
      predictions: ["life"],
      typical: { measure: life, sides: ["right"] },
      paragraphs: [
        { whose: "model", text: measuredIt },
        { whose: "model", text: filtered },
        {
          whose: "model",
          place: "7.6.4, 7.8.5",
          text: () => ({
            en: "Why, in the model: what a paid team keeps from the table it also keeps from disappointing. Without the filter more contentious items come up, more are refused, and expectation falls with each refusal. And only delegates, at the table, see the filter: the other residents do not.",
            zh: "在模型中为什么：受资助的团队挡下的议题，也免去了一次失望。没有过滤，更多有争议的议题上会，被拒的也更多，每次被拒都降低期望。况且只有会上的代表看得到过滤，其他居民看不到。",
          }),
        },
        {
          whose: "model",
          place: "npx linli validate --only claims",
          text: () => ({
            en: "Twenty pairs cannot tell half a month from nothing. Two hundred pairs, over values that the calibration leaves open, can: there councils of an independent team live half a month less, not more (claim 4).",
            zh: "二十对运行分辨不出半个月与没有差别。在校准未能确定的取值上做二百对，则可以分辨：团队独立时，沟通会的存续缩短约半个月，而不是延长（论断4）。",
          }),
        },
        {
          whose: "paper",
          place: "四(三)2",
          text: () => ({
            en: "“Teams from outside must take care to stay independent; once entangled in other parties' interests they will hardly win the trust of residents and their organizations.”",
            zh: "“外来团队都应当注重保持自身的独立性，一旦与其他主体产生利益纠葛，外来团队将难以得到社区居民和自组织的信任”。",
          }),
        },
        {
          whose: "assumption",
          text: () => ({
            en: "That residents learn of a team's payer only at the table is an assumption of the model. The paper describes one team in one estate: it has no independent one to compare. Neither proves the other wrong.",
            zh: "“居民只有在会场上才能察觉团队受谁资助”是模型的假设。论文只有一个小区、一支团队，没有独立团队可比。两者都不能证明对方错了。",
          }),
        },
      ],
      discuss: {
        en: "How did residents of the paper's estate come to see the team as the developer's voice? Which rule would you add?",
        zh: "论文中的居民是怎么看出团队“为开发商代言”的？你会给模型加一条什么规则？",
      },
    },
    {
      kind: "explain",
      judge: DISPUTES,
      title: { en: "Be the judge", zh: "由你裁断" },
      does: {
        en: "Five more claims of the paper that the model does not bear out. Say who you think is right, then read what would decide. There is no key: the case is open.",
        zh: "论文的另外五个论断，模型也未予支持。先判断谁更有道理，再看什么数据可以判定。这里没有标准答案。",
      },
    },
  ],
};
