/** Lesson 2: agreement is not action. */
import { plainSetting } from "../../../experiments/page/setting.ts";
import type { Facts, Lesson, Many } from "../lesson.ts";
import { executedAtReading, finalTeamTrust, finalTrust, READING } from "../measured.ts";
import { mean, measureIn, median, num, paired, percent, valuesOf } from "../numbers.ts";

const TRUST_MATTERS = 0.02;

function executedAnswer({ left }: Many): string {
  const middle = median(valuesOf(left, executedAtReading.read));
  if (Number.isNaN(middle) || middle <= 0.05) return "none";
  return middle >= 0.85 ? "all" : middle >= 0.5 ? "most" : "fewer";
}

/** Without a council less with one, in pairs of the same seed. */
const differences = ({ left, right }: Many) => paired(right, left, finalTrust.read);

function trustAnswer(many: Many): string {
  const difference = mean(differences(many));
  return difference > TRUST_MATTERS ? "council" : difference < -TRUST_MATTERS ? "none" : "same";
}

function counted({ one }: Facts) {
  const read = one.left.end.readings[READING] ?? one.left.end.measures;
  const { demandsBrought: brought, demandsDecided: decided, demandsResolved: resolved } = read;
  const { resolvedShare, executedShare } = read;
  const shares = [resolvedShare, executedShare].map((v) => percent(typeof v === "number" ? v : null));
  return {
    en: `By April 2018 ${brought} demands were brought to the council on the left; ${decided} were agreed on, ${resolved} resolved: ${shares[0]} of those brought. Of the decisions ${shares[1]} were carried out.`,
    zh: `到2018年4月，左侧沟通会共收到${brought}项诉求，议定${decided}项，解决${resolved}项，占提交数的${shares[0]}；议定事项的执行比例为${shares[1]}。`,
  };
}

function shelved({ one }: Facts) {
  const { shelvedAwaitingVote, shelvedRefused, shelvedDisagreement, shelvedNoHands, promisesBroken } =
    one.left.end.measures;
  return {
    en: `Where they stopped, over the whole run: “wait for the owners' committee” ${shelvedAwaitingVote} times, refused ${shelvedRefused}, no agreement ${shelvedDisagreement}, no hands ${shelvedNoHands}; and ${promisesBroken} promises were given and broken.`,
    zh: `整个运行中卡在何处：“等业主委员会成立之后再表决”${shelvedAwaitingVote}次，拒绝${shelvedRefused}次，意见不一${shelvedDisagreement}次，缺人手${shelvedNoHands}次；另有${promisesBroken}次承诺落空。`,
  };
}

function compared({ one, many }: Facts) {
  const [left, right] = [one.left.end.measures.meanTrust, one.right.end.measures.meanTrust] as number[];
  const all = differences(many);
  const lower = all.filter((d) => d < 0).length;
  return {
    en: `At the end trust in a random neighbor is ${num(left, 3)} with the council and ${num(right, 3)} without. Over ${all.length} pairs of the same seed the council leaves ${num(Math.abs(mean(all)), 3)} ${mean(all) < 0 ? "less" : "more"} on average; it leaves less in ${lower} of ${all.length}.`,
    zh: `结束时对任一邻居的信任：有沟通会为${num(left, 3)}，没有为${num(right, 3)}。同一种子的${all.length}对运行中，有沟通会者平均${mean(all) < 0 ? "低" : "高"}${num(Math.abs(mean(all)), 3)}，其中${lower}对更低。`,
  };
}

function blamed({ many }: Facts) {
  const [left, right] = [many.left, many.right].map((runs) =>
    num(median(valuesOf(runs, (r) => measureIn(r, "teamTrust")))),
  );
  return {
    en: `Why, in the model: who convenes a council answers for its promises. A share of every broken promise is charged to the team that convened it. Median trust in the team at the end: ${left} with a council, ${right} without. What institutions do pulls general trust with it.`,
    zh: `在模型中为什么：谁召集，谁就要为承诺负责。每次承诺落空，都有一部分归咎于召集的团队。结束时对团队的信任中位数：有沟通会${left}，没有${right}。机构的作为又牵动普遍信任。`,
  };
}

export const agreement: Lesson = {
  name: "agreement",
  title: { en: "2 Agreement is not action", zh: "二 共识不等于行动" },
  question: {
    en: "A council that agrees on much and carries out little: is it better than none?",
    zh: "议而不行的议事会，是否比没有议事会好？",
  },
  minutes: 8,
  seed: "36",
  sides: {
    left: plainSetting("new-estate"),
    right: { ...plainSetting("new-estate"), values: { "founding.council": false } },
  },
  labels: {
    left: { en: "the estate with its council", zh: "新建小区，设沟通会" },
    right: { en: "the same estate, no council", zh: "同一小区，不设沟通会" },
  },
  replicates: 20,
  steps: [
    {
      kind: "predict",
      name: "executed",
      title: { en: "From decision to deed", zh: "从议定到执行" },
      ask: {
        en: "Of what the estate's council decides by April 2018, how much is carried out by then?",
        zh: "到2018年4月，沟通会议定的事项有多少得到执行？",
      },
      choices: [
        { name: "all", text: { en: "nearly all", zh: "几乎全部" } },
        { name: "most", text: { en: "half or more", zh: "一半以上" } },
        { name: "fewer", text: { en: "less than half", zh: "不到一半" } },
        { name: "none", text: { en: "next to nothing", zh: "几乎没有" } },
      ],
      answer: executedAnswer,
    },
    {
      kind: "predict",
      name: "trust",
      title: { en: "Better than nothing?", zh: "聊胜于无？" },
      ask: {
        en: "The same estate, once with the council and once without. Where is trust in a random neighbor higher at the end?",
        zh: "同一个小区，一次设沟通会，一次不设。结束时哪边对任一邻居的信任更高？",
      },
      choices: [
        { name: "council", text: { en: "with the council: talking helps", zh: "设沟通会：谈总比不谈好" } },
        { name: "same", text: { en: "no difference to speak of", zh: "没有明显差别" } },
        { name: "none", text: { en: "without the council", zh: "不设沟通会" } },
      ],
      answer: trustAnswer,
    },
    {
      kind: "run",
      show: "many",
      title: { en: "Twenty pairs first", zh: "先看二十对运行" },
      does: {
        en: "Twenty estates with the council, and the same twenty, with the same luck, without.",
        zh: "二十个设沟通会的小区，以及随机因素完全相同、只是不设沟通会的同样二十个小区。",
      },
      watch: {
        en: "when the two bands part, and how far executed shares spread: chance alone makes a good or a bad council.",
        zh: "两条区间带何时分开；执行比例有多分散：仅凭随机因素，沟通会就有好有坏。",
      },
      measures: [executedAtReading, finalTrust, finalTeamTrust],
      series: { name: "meanTrust", label: { en: "Trust in a random neighbor", zh: "对任一邻居的信任" } },
    },
    {
      kind: "run",
      show: "one",
      title: { en: "One council, meeting by meeting", zh: "看一个沟通会怎样走过来" },
      does: {
        en: "Play from the first council. Stop at any demand on the left and click it to see its life.",
        zh: "从首次沟通会播放。可随时暂停，点击左侧任一诉求，查看它的经过。",
      },
      watch: [
        { en: "how many come to each meeting", zh: "每次到会的人数" },
        { en: "open demands: decided is not done", zh: "未决诉求：议定不等于办成" },
        { en: "the week in which the council comes to rest", zh: "沟通会停摆的那一周" },
      ],
      from: 128,
      until: 200,
    },
    {
      kind: "explain",
      title: { en: "What came of the talking", zh: "谈出了什么" },
      predictions: ["executed", "trust"],
      typical: { measure: executedAtReading, sides: ["left"] },
      paragraphs: [
        { whose: "model", text: counted },
        { whose: "model", text: shelved },
        {
          whose: "paper",
          place: "三(一)2",
          text: () => ({
            en: "By the corps' own count about a fifth of several dozen demands was solved; most decisions had no sequel; many waited “for a vote once the owners' committee is formed”. The last council met in April 2018.",
            zh: "经服务团统计，几十项诉求实际被解决的只有五分之一左右；决策大多数最终没有下文，许多被“等业主委员会成立之后再投票表决”的理由搁置。2018年4月最后一次沟通会，此后停摆。",
          }),
        },
        { whose: "model", text: compared },
        { whose: "model", place: "7.8.1", text: blamed },
        {
          whose: "assumption",
          place: "npx linli validate --only claims",
          text: () => ({
            en: "That empty agreement does more harm than none is our claim, an extension of the paper, not its finding. It stands in 200 pairs over draws of uncertain values (claim 16). It rests on an assumption: that conveners are blamed. How much, nobody has measured.",
            zh: "“议而不行比不议更伤信任”是我们由论文引申的论断，并非论文的结论。在参数不确定的200对运行中成立（论断16）。它依赖一个假设：承诺落空会归咎于召集者；归咎多少，无人测量过。",
          }),
        },
      ],
      discuss: {
        en: "Has a meeting you sat in ever left you less willing to come again? What would have had to follow?",
        zh: "有没有哪次会议让你再也不想参加？会后要发生什么，你才愿意再来？",
      },
    },
  ],
};
