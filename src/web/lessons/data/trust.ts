/** Lesson 1: how trust changes. */

import { plainSetting } from "../../../experiments/page/setting.ts";
import { createClock } from "../../../kernel/clock.ts";
import type { Text } from "../../../model/vocabulary.ts";
import { scenarioOf } from "../../engine/setting.ts";
import type { Facts, Lesson, Many, One } from "../lesson.ts";
import { finalTrust, trustIn, WEEK } from "../measured.ts";
import { measureIn, median, month, num, peakOf, valuesOf } from "../numbers.ts";

/** Which way trust went from handover to the end, in most runs of a side. */
function wayOf(many: Many, side: "left" | "right"): "rises" | "falls" | "stays" {
  const changes = valuesOf(many[side], (r) => {
    const [from, to] = [trustIn(WEEK.handover)(r), trustIn(WEEK.end)(r)];
    return from === null || to === null ? null : to - from;
  });
  const middle = median(changes);
  return middle > 0.02 ? "rises" : middle < -0.02 ? "falls" : "stays";
}

/** A field of the start block of a run, as it was set. */
function startOf({ setting }: One, field: "date" | "institutionalTrust"): unknown {
  return setting.values[`start.${field}`] ?? scenarioOf(setting).context.start[field];
}

function monthOf(one: One, week: number): Text {
  return month(createClock(String(startOf(one, "date"))).date(week));
}

/** Trust by week; before the first household there is none. */
const trustOf = ({ columns }: One) => columns.meanTrust ?? [];

function curve({ one }: Facts): Text {
  const values = trustOf(one.left);
  const peak = peakOf(values);
  const [from, last] = [num(values[WEEK.handover]), num(values.at(-1))];
  if (peak.week >= values.length - 8) {
    return {
      en: `On the left trust in a random neighbor goes from ${from} at handover to ${last}; it has no peak on the way.`,
      zh: `左侧对任一邻居的信任由交房时的${from}变为${last}，途中没有高点。`,
    };
  }
  const { en, zh } = monthOf(one.left, peak.week);
  return {
    en: `On the left trust in a random neighbor stands at ${from} at handover, peaks at ${num(peak.value)} in ${en} and ends at ${last}.`,
    zh: `左侧对任一邻居的信任在交房时为${from}，${zh}达到高点${num(peak.value)}，结束时为${last}。`,
  };
}

function other({ one }: Facts): Text {
  const values = trustOf(one.right);
  const [from, to] = [num(values[WEEK.handover]), num(values.at(-1))];
  return {
    en: `On the right it goes from ${from} in the same week to ${to}.`,
    zh: `右侧同期由${from}变为${to}。`,
  };
}

/** Share of what comes up on a side's agenda that is nobody's duty but the residents' own, in percent. */
function ownBusiness(one: One): number {
  const { kinds } = scenarioOf(one.setting).context.agenda;
  const rate = (list: typeof kinds) => list.reduce((sum, kind) => sum + kind.perThousandMonthly, 0);
  return Math.round((100 * rate(kinds.filter((kind) => kind.responsible === "residents"))) / rate(kinds));
}

function whyNotThere({ one }: Facts): Text {
  const [left, right] = [one.left, one.right].map((side) => [side.end.measures.openIssues, ownBusiness(side)]);
  return {
    en: `Issues lie open on the right, too: ${right![0]}. But there ${right![1]}% of what comes up is the residents' own business (care, common events, quarrels over dogs), on the left ${left![1]}%: no institution owes an answer, so none disappoints, and what neighbors do about it themselves is evidence for trust.`,
    zh: `右侧也有${right![0]}件未决，但那里的事有${right![1]}%属居民自己的事（助老、社区活动、养犬纠纷），左侧为${left![1]}%：没有机构欠着答复，也就无所谓失望；邻居们自己动手去办，反而增进信任。`,
  };
}

function roles({ one }: Facts): Text {
  const { developerTrust, propertyTrust, openIssues } = one.left.end.measures;
  const began = num(Number(startOf(one.left, "institutionalTrust")));
  const [developer, property] = [developerTrust, propertyTrust].map((v) => num(v as number));
  return {
    en: `Why it breaks: an open issue tells everyone it touches, week after week, that whoever must act does nothing. Disappointment weighs more than a kept word. At the end ${openIssues} issues lie open on the left, trust in the developer is ${developer}, in the property company ${property} (all began at ${began}). What institutions do colors what one expects of a stranger next door, so general trust is pulled down with them.`,
    zh: `信任为何瓦解：一件悬而未决的事，每周都在告诉受影响的居民“该管的人不管”，而失信的影响大于守信。结束时左侧仍有${openIssues}件未决，对开发商的信任为${developer}，对物业的信任为${property}（起点均为${began}）。机构的作为会影响人们对陌生邻居的期望，普遍信任随之被拉低。`,
  };
}

export const trust: Lesson = {
  name: "trust",
  title: { en: "1 How trust changes", zh: "一 信任的变化" },
  question: {
    en: "The new estate built trust before anyone moved in. What became of it?",
    zh: "新建小区在入住之前就积累了信任，后来怎样？",
  },
  minutes: 8,
  seed: "36",
  sides: { left: plainSetting("new-estate"), right: plainSetting("old-district") },
  labels: { left: { en: "new estate", zh: "新建商品房小区" }, right: { en: "old district", zh: "老旧城区" } },
  replicates: 10,
  steps: [
    {
      kind: "predict",
      name: "estate",
      title: { en: "After the keys are handed over", zh: "交房之后" },
      ask: {
        en: "From handover (April 2017) to the end of 2020, trust in a random neighbor of the new estate …",
        zh: "从交房（2017年4月）到2020年底，新建小区居民对任一邻居的信任会……",
      },
      choices: [
        {
          name: "rises",
          text: { en: "goes on rising: people now live side by side", zh: "继续上升：大家成了真正的邻居" },
        },
        { name: "stays", text: { en: "stays where it is", zh: "大致不变" } },
        { name: "falls", text: { en: "falls, after a last rise", zh: "再升一阵后下降" } },
      ],
      answer: (many) => wayOf(many, "left"),
    },
    {
      kind: "predict",
      name: "district",
      title: { en: "And in the old district?", zh: "胡同里呢？" },
      ask: {
        en: "In the same years, trust in a random neighbor of the old district …",
        zh: "同一时期，老旧城区居民对任一邻居的信任会……",
      },
      choices: [
        { name: "rises", text: { en: "rises", zh: "上升" } },
        {
          name: "stays",
          text: { en: "stays where it is: they know one another already", zh: "大致不变：本来就是老街坊" },
        },
        { name: "falls", text: { en: "falls", zh: "下降" } },
      ],
      answer: (many) => wayOf(many, "right"),
    },
    {
      kind: "run",
      show: "many",
      title: { en: "Many neighborhoods first", zh: "先看多次运行" },
      does: {
        en: "Ten new estates and ten old districts, alike in all but chance. This takes up to a minute.",
        zh: "十个新建小区、十个老旧城区，除随机因素外完全相同。约需一分钟。",
      },
      watch: {
        en: "how narrow the bands are against the gap between them: is what you see chance, or the rule?",
        zh: "两条区间带各有多宽、相距多远：所见是偶然，还是常态？",
      },
      measures: [finalTrust],
      series: { name: "meanTrust", label: { en: "Trust in a random neighbor", zh: "对任一邻居的信任" } },
    },
    {
      kind: "run",
      show: "one",
      title: { en: "The story of one", zh: "再看其中一次" },
      does: {
        en: "Play the run from before handover until the council has come to rest.",
        zh: "从交房前播放到沟通会停摆之后。",
      },
      watch: [
        { en: "until April 2017: events, ties that appear", zh: "2017年4月之前：社区活动与新出现的关系" },
        {
          en: "after handover: issues pile up, most must be settled by others",
          zh: "交房之后：问题堆积，大多须由他人解决",
        },
        {
          en: "the five institutions under the picture: in whom do people lose trust?",
          zh: "图下方的五个机构：居民对谁失去信任？",
        },
      ],
      from: 100,
      until: 210,
    },
    {
      kind: "explain",
      title: { en: "What happened, and why", zh: "发生了什么，为什么" },
      predictions: ["estate", "district"],
      typical: { measure: finalTrust, sides: ["left", "right"] },
      paragraphs: [
        { whose: "model", text: curve },
        { whose: "model", text: other },
        {
          whose: "model",
          place: "7.3.3",
          text: () => ({
            en: "Why it grows: at events people meet, then help one another; a kept favor is evidence. Trust in the team, earned by service, counts as well.",
            zh: "信任为何生长：活动使人相遇，继而互助，每一次兑现的互助都会增进信任；团队以服务赢得的信任也起作用。",
          }),
        },
        { whose: "model", place: "7.8.1", text: roles },
        { whose: "model", text: whyNotThere },
        {
          whose: "paper",
          place: "四(一)3",
          text: () => ({
            en: "“The hard-won trust and identity of the new estate wore away” as a mass of pressing matters was put off by all sides. Of the hutong: long dealings, then long cultivation, deepened trust.",
            zh: "“大量亟待解决的公共事务被各方拖延，新建小区来之不易的社区信任和认同逐渐被消解”；而胡同居民因长期交往、长期培育而加深信任（四(二)）。",
          }),
        },
        {
          whose: "assumption",
          text: ({ many }) => ({
            en: `The paper gives no number for trust: the level at the start, the speed of every change and the years after April 2018 are assumptions. That trust peaks in 2017 on the left and has risen on the right by April 2018 was asked of the model when it was calibrated, so it proves nothing; that it ends lower on the left in ${lower(many)} of ${many.left.length} pairs of runs was not.`,
            zh: `论文没有给出信任的数值：起点、变化快慢以及2018年4月以后的走势都是假设。左侧信任在2017年达到高点、右侧到2018年4月有所上升，都是校准时的要求，不能算作验证；${many.left.length}对运行中有${lower(many)}对左侧结束时更低，则不是。`,
          }),
        },
      ],
      discuss: {
        en: "Would trust have lasted had the issues never been brought up? Under Levers, let events go on until the end: how much of the fall is left?",
        zh: "如果问题从未被提出，信任会留住吗？在“调节”中让活动一直办到最后：下降还剩多少？",
      },
    },
  ],
};

function lower({ left, right }: Many): number {
  return left.filter((r, k) => {
    const [a, b] = [measureIn(r, "meanTrust"), right[k] ? measureIn(right[k], "meanTrust") : null];
    return a !== null && b !== null && a < b;
  }).length;
}
