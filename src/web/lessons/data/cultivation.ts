/** Lesson 3: what cultivation does. */
import { plainSetting } from "../../../experiments/page/setting.ts";
import type { Facts, Lesson, Many, Measured } from "../lesson.ts";
import {
  executingAtReading,
  organizationsAtReading,
  orientationAtReading,
  READING,
  trustAtReading,
} from "../measured.ts";
import { mean, measureIn, median, num, paired, valuesOf } from "../numbers.ts";

const CANDIDATES: Readonly<Record<string, Measured>> = {
  organizations: organizationsAtReading,
  trust: trustAtReading,
  orientation: orientationAtReading,
};

/** How far coaching moves a measure, in units of the spread of runs. */
function moved({ left, right }: Many, { read }: Measured): number {
  const all = valuesOf([...left, ...right], read);
  const middle = mean(all);
  const spread = Math.sqrt(mean(all.map((v) => (v - middle) ** 2)));
  return spread === 0 ? 0 : Math.abs(mean(paired(left, right, read))) / spread;
}

function mostMoved(many: Many): string {
  const found = Object.entries(CANDIDATES).map(([name, measure]) => [name, moved(many, measure)] as const);
  return found.sort((a, b) => b[1] - a[1])[0]![0];
}

const at = (many: Many, { read, show }: Measured) => {
  const [left, right] = [many.left, many.right].map((runs) => show(median(valuesOf(runs, read))));
  return { left, right };
};

function shown({ one }: Facts) {
  const [left, right] = [one.left, one.right].map(({ end }) => end.readings[READING] ?? end.measures);
  const turn = [left, right].map((m) => num(m!.meanOrientation as number));
  return {
    en: `On the stage: by April 2018 the left has ${left!.organizations} organizations, ${left!.orientedPublic} of them turned to public affairs (mean ${turn[0]}); the right has ${right!.organizations}, ${right!.orientedPublic} of them (mean ${turn[1]}).`,
    zh: `画面所示的这次：到2018年4月，左侧有${left!.organizations}个自组织，其中${left!.orientedPublic}个转向公共事务（平均取向${turn[0]}）；右侧有${right!.organizations}个，其中${right!.orientedPublic}个（平均取向${turn[1]}）。`,
  };
}

function overMany({ many }: Facts) {
  const [turn, skill] = [at(many, orientationAtReading), at(many, executingAtReading)];
  const [number, trust] = [at(many, organizationsAtReading), at(many, trustAtReading)];
  return {
    en: `Over ${many.left.length} runs of each (medians, coaching for a year → throughout): orientation ${turn.left} → ${turn.right}, skill in carrying out ${skill.left} → ${skill.right}; number of organizations ${number.left} → ${number.right}, trust in a random neighbor ${trust.left} → ${trust.right}.`,
    zh: `每侧${many.left.length}次运行的中位数（辅导一年→贯穿始终）：取向${turn.left}→${turn.right}，执行力${skill.left}→${skill.right}；自组织数${number.left}→${number.right}，对任一邻居的信任${trust.left}→${trust.right}。`,
  };
}

function later({ many }: Facts) {
  const gapAt = (date?: string) => mean(paired(many.left, many.right, (r) => measureIn(r, "meanOrientation", date)));
  const [then, end] = [gapAt(READING), gapAt()];
  const [before, after] = [num(then), num(end)];
  const caughtUp = Math.abs(end) < Math.abs(then) / 2;
  return {
    en: `The lead in orientation is ${before} in April 2018 and ${after} at the end of 2020. Grants on public issues and success of their own turn organizations as well; those coached for a year ${caughtUp ? "have caught up by more than half" : "have not caught up by half"}.`,
    zh: `取向上的差距，2018年4月为${before}，2020年底为${after}。民生议题的微创投与自身的成功也会使组织转变；只辅导一年的组织${caughtUp ? "已追回一半以上" : "追回的还不到一半"}。`,
  };
}

export const cultivation: Lesson = {
  name: "cultivation",
  title: { en: "3 What cultivation does", zh: "三 培育改变了什么" },
  question: {
    en: "Years of coaching: does it bring more organizations, more trust, or other organizations?",
    zh: "多年的辅导，带来的是更多组织、更多信任，还是不一样的组织？",
  },
  minutes: 8,
  seed: "36",
  sides: {
    left: { ...plainSetting("old-district"), values: { "timing.coachingUntil": 60 } },
    right: plainSetting("old-district"),
  },
  labels: {
    left: { en: "the old district, coaching ends after a year", zh: "老旧城区，辅导一年后停止" },
    right: { en: "the old district, coaching throughout", zh: "老旧城区，辅导贯穿始终" },
  },
  replicates: 10,
  steps: [
    {
      kind: "predict",
      name: "moves",
      title: { en: "What will differ most?", zh: "差别最大的是什么？" },
      ask: {
        en: "One district is coached for a year, the other throughout. Grants, events and exchange are the same. By April 2018, what has coaching changed most?",
        zh: "一个街道只辅导一年，另一个贯穿始终；微创投、活动与交流完全相同。到2018年4月，辅导改变最大的是什么？",
      },
      choices: [
        { name: "organizations", text: { en: "how many organizations there are", zh: "自组织的数量" } },
        { name: "trust", text: { en: "how far neighbors trust one another", zh: "邻里之间的信任" } },
        {
          name: "orientation",
          text: {
            en: "what organizations turn to: amusement or public affairs",
            zh: "自组织的取向：自娱自乐还是公共事务",
          },
        },
      ],
      answer: mostMoved,
    },
    {
      kind: "run",
      show: "many",
      title: { en: "Ten pairs first", zh: "先看十对运行" },
      does: {
        en: "Ten districts of 2,700 households each way, with the same luck. This takes up to two minutes.",
        zh: "两种辅导各运行十个2700户的街道，随机因素相同。最多约需两分钟。",
      },
      watch: {
        en: "which rows of dots part, and which lie over one another.",
        zh: "哪几行点分开了，哪几行重叠在一起。",
      },
      measures: [orientationAtReading, executingAtReading, organizationsAtReading, trustAtReading],
      series: { name: "meanOrientation", label: { en: "What organizations turn to", zh: "自组织的取向" } },
    },
    {
      kind: "run",
      show: "one",
      title: { en: "The story of one", zh: "再看其中一次" },
      does: {
        en: "Play from the end of the first year. Click an organization to see its skills.",
        zh: "从第一年末播放。点击任一组织，查看它的能力。",
      },
      watch: [
        {
          en: "organizations of the same kind on both sides: who takes rules first?",
          zh: "两侧同类组织：谁先定下规章？",
        },
        {
          en: "the fourth round, end of 2017 (week 148): who applies jointly?",
          zh: "2017年末第四届项目（第148周）：谁联合申报？",
        },
        { en: "federations after that", zh: "此后的联合会" },
      ],
      from: 56,
      until: 176,
    },
    {
      kind: "explain",
      title: { en: "What cultivation does, and what not", zh: "培育改变了什么，没有改变什么" },
      predictions: ["moves"],
      typical: { measure: orientationAtReading, sides: ["right"] },
      paragraphs: [
        { whose: "model", text: shown },
        { whose: "model", text: overMany },
        {
          whose: "model",
          place: "7.4.8",
          text: () => ({
            en: "Why, in the model: an hour of coaching adds to an organization's stock of skill, the more so the more it decides for itself; stocks fade without practice. Skill and members' efficacy carry it from amusement to service to public affairs. But groups are founded, and neighbors trust, for other reasons: companions who share a need, favors kept.",
            zh: "在模型中为什么：每小时辅导都增长组织的能力，组织越自主，学得越多；不练则退。能力与成员的效能感，使组织由自娱自乐走向服务邻里，再走向公共事务。而成立组织、邻里互信另有缘由：有同样需要的伙伴，一次次兑现的互助。",
          }),
        },
        { whose: "model", text: later },
        {
          whose: "paper",
          place: "三(二)1",
          text: () => ({
            en: "“Going along with them for long … organizations turned from passive to active, from amusing themselves to caring for the community.” Thirty were cultivated by April 2018.",
            zh: "“在长期陪伴的前提下，适时诱导，提供机遇与支持，使得自组织的参与能够由被动转化为主动，由自娱自乐转化为关注社区”；到2018年4月共培育30个。",
          }),
        },
        {
          whose: "assumption",
          place: "npx linli validate --only claims",
          text: () => ({
            en: "The paper has one district and no district without coaching: it cannot compare. That long coaching raises orientation stands in 200 pairs (claim 11). How much an hour teaches and how fast skill fades are assumptions.",
            zh: "论文只有一个街道，没有“不辅导的街道”可比。“长期培育提高取向”在200对运行中成立（论断11）。每小时辅导学到多少、能力衰退多快，都是假设。",
          }),
        },
      ],
      discuss: {
        en: "A funder counts organizations and stops after a year. What does the count miss?",
        zh: "资助方只数组织个数，一年后停止资助。只看数量，会漏掉什么？",
      },
    },
  ],
};
