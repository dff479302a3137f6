/** Section 1 of the document: purpose, patterns, and how the study was read. */
import type { Pattern, Scenario } from "../../model/scenario.ts";
import { unitText } from "../../model/units.ts";
import { measureOf } from "../../observe/measures.ts";
import type { Words } from "../report/words.ts";
import { code, heading, numeral, page, prose, table } from "./markdown.ts";

export function purpose(scenarios: readonly Scenario[], words: Words): string {
  const { say } = words;
  return page(
    heading(2, say("1 Purpose and patterns", "1 目的与模式")),
    heading(3, say("1.1 Purpose", "1.1 目的")),
    say(prose(PURPOSE.en), prose(PURPOSE.zh)),
    heading(3, say("1.2 Patterns", "1.2 模式")),
    say(prose(PATTERNS.en), prose(PATTERNS.zh)),
    ...scenarios.map((s) => patternTable(s, words)),
    heading(3, say("1.3 The study, and how it is read", "1.3 所依据的研究及其解读")),
    say(prose(READING.en), prose(READING.zh)),
  );
}

function patternTable(scenario: Scenario, { say, lang }: Words): string {
  const when = ({ at }: Pattern) =>
    at === "reading" ? scenario.reading : at === "final" ? say("end of the run", "模拟结束时") : at;
  const bound = (value: number | string | null) => (typeof value === "number" ? numeral(value) : (value ?? "–"));
  const header = [
    say("pattern", "模式"),
    say("measure", "指标"),
    say("unit", "单位"),
    say("read at", "读取日期"),
    say("accepted", "接受区间"),
    say("the study reports", "论文所述"),
  ];
  const rows = scenario.patterns.map((p) => [
    p.text[lang],
    code(p.measure),
    unitText(measureOf(p.measure).unit)[lang],
    when(p),
    p.low === p.high ? bound(p.low) : `${bound(p.low)} … ${bound(p.high)}`,
    p.reported[lang],
  ]);
  return page(`**${scenario.title[lang]}** (${code(scenario.name)})`, table(header, rows));
}

const PURPOSE = {
  en: `
Linli is a model of how neighbors come to govern themselves: how residents who meet, help and learn to trust one another
found organizations, bring demands to a platform of deliberation, agree, and then act or do not. Its purpose is
explanation and theoretical exposition, and teaching. It asks whether one set of behavioral rules carries two histories
that a field study tells of neighborhoods in the same programme of community building, a new estate whose council is
suspended after some months and an old district whose organizations federate, when nothing but the context differs; and
which parts of the context make how much of the difference. The thesis of the study, that deliberation lives by the
capacity to execute what was agreed, is built into the model as a distinction (decision and execution are separate
submodels) and not as a result.

It is made for students and scholars of community governance. It is not a forecast of any neighborhood, not a fitted
statistical model, and no instrument to appraise persons or organizations. With two cases the parameters are not
identified: what runs show is what follows if the rules hold, under values most of which are assumptions and said to be.
`,
  zh: `
“邻里”模型研究居民如何走向自我治理：居民相遇、互助、建立信任，进而成立组织，把诉求提交协商平台，形成决定，然后行动或不行动。
模型的目的是解释与理论阐发，以及教学。它提出的问题是：一项实地研究记述了同一类社区营造项目中的两段历程，新建商品房小区的议事会数月后停摆，
老旧城区的自组织成立联合会；若只有情境不同，同一套行为规则能否同时再现二者？情境的哪些部分造成了多大的差别？
该研究的论点是：协商的本质在于行动，自组织的执行力是关键。这一论点以区分的形式进入模型（议定与执行是两个独立的子模型），而不是作为结果写入。

模型面向社区治理的学生与研究者。它不是对任何社区的预测，不是拟合得出的统计模型，也不是评价个人或组织的工具。
只有两个案例，参数无法识别：模拟所显示的，是在规则成立时会发生什么，而多数取值是假设，并已注明。
`,
};

const PATTERNS = {
  en: `
A run is held against the patterns below. Each is a band for a measure at a date:
what the study reports, widened by what its wording leaves open (a fifth of about forty demands has a standard deviation
of some seven points). Reported is the share of runs inside each band, and inside all at once. The patterns are used to
accept or reject runs; whichever of them serve to choose parameter values are no test of the model.
`,
  zh: `
模拟结果与下列模式对照。每项模式是某一指标在某一日期的区间：以论文所述为准，并按其措辞留有余地
（约四十项诉求中的五分之一，其标准差约为七个百分点）。报告落入每一区间以及同时落入全部区间的运行比例。
模式用于接受或拒绝模拟结果；凡用于选定参数值的模式，都不构成对模型的检验。
`,
};

const READING = {
  en: `
The study is Cao, Wan & Zeng (2019), called “the paper” below and cited by its sections: 3(1)2 is part three, section one,
item two. It is a comparison of two cases, from participant observation and interviews; it gives few numbers. Where it
slips or leaves a choice, the model takes it so:

- The abstract places the new estate in city S, the body in city H. The model names no city.
- Section 3(2)2 says of the federation that it was formed “from above”, against Table 2, the rest of the section and the
  figure of the district. It is read as formed from below.
- Section 4(3) says that want of deliberating ability “does not lead” to inequality in deliberation, against the context,
  which argues that ability must come first. It is read as “leads to inequality”: a platform without skill takes up fewer
  items, knows fewer tactics and is heeded less.
- The district is said to have had five years of community building, and its first round of grants in 2015. Runs begin in
  January 2015 in both neighborhoods, and the team is there from that week.
- The number of councils is not given (“several”). From monthly meetings, July 2017 to April 2018, ten are inferred; the
  band is wide.
- “About a fifth” of the demands solved is the corps' own count. It is taken as a share of demands brought to the council,
  by whatever way they were solved.
- The paper does not count organizations that ended, nor ties, nor trust. Patterns about them are directions only.
`,
  zh: `
所依据的研究是曹飞廉、万怡、曾凡木（2019），下称“论文”，并按其章节引用：三（一）2 即第三部分第一节第 2 点。
该文以参与式观察与深度访谈比较两个案例，数字不多。原文有疏误或留有余地之处，本模型按如下方式处理：

- 摘要称新建小区位于 S 市，正文称 H 市。模型不指明城市。
- 三（二）2 称联合会“自上而下”形成，与表2、该节其余内容及老旧城区示意图相悖。此处读作“自下而上”。
- 四（三）称协商能力不足“不会导致”协商过程的不平等，与上下文强调能力先行相悖。此处读作“会导致”：
  能力不足的平台受理的议题更少，掌握的策略更少，也更不受重视。
- 论文称老旧城区已开展五年社区营造，又称首届微公益创投在 2015 年。两个社区的模拟均自 2015 年 1 月开始，团队自该周起即已进驻。
- 论文未给出沟通会的次数（“数次”）。由 2017 年 7 月至 2018 年 4 月每月一次推断约为十次；所设区间较宽。
- 实际解决“五分之一左右”是服务团自己的统计。此处取其为提交沟通会的诉求中得到解决的比例，不论经由何种途径解决。
- 论文未统计解散的组织、关系与信任。有关模式只取其方向。
`,
};
