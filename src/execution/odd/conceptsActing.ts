/** Design concepts 1 to 6: principles, emergence, and how agents act, learn and look ahead. */
import type { Text } from "../../model/vocabulary.ts";

/** A design concept: its name and what the model makes of it. */
export interface Concept {
  readonly title: Text;
  readonly text: Text;
}

export const PRINCIPLES: readonly Concept[] = [
  {
    title: { en: "Basic principles", zh: "基本原理" },
    text: {
      en: `
The model joins theories of social capital with theories of collective action at the level of single rules, and leaves it to
runs what they bring about together. Social capital is taken in its three parts, trust, norms of reciprocity and networks
(Coleman 1988; Putnam 1993): trust grows out of evidence (7.3.2), reciprocity out of a ledger of favors (7.3.1), ties out of
shared foci (7.2.1). Self-organization follows the paper: first a small group that trusts one another, then a goal, then
rules of its own (7.4.1, 7.4.7; Luo 2010; Ostrom 1990). Participation follows thresholds (7.4.3, 7.6.7; Granovetter 1978),
capacity a learning curve (7.4.8; Argote 2013), staying in a platform expectancy and procedural justice (7.6.3, 7.8.4;
Vroom 1964; Tyler 2006), satisfaction with institutions the disconfirmation of expectations (7.8.1; Van Ryzin 2006).

One law stands above the rules: there is one set of behavioral rules and parameters, and only the context differs. No rule
asks in which scenario it runs, and no platform behaves by its name. Steering, payment and timing act through lower-level
rules alone: who sets the agenda, which tactics are allowed, what skill had time to grow, whom residents see the team serve.

Agreement is not action. A decision needs support and, where the procedure asks for them, pledged hands; its execution needs
skill, means and persistence, or the interest of whoever promised. This is the paper's thesis turned into a structure.

The form of many rules is the model's own, because the sources tell directions and no functions. Each submodel says where it
departs from its source and why, and each value without a source is marked as an assumption.
`,
      zh: `
模型在单条规则的层面上结合社会资本理论与集体行动理论，而规则共同作用的结果由模拟得出。社会资本取其三要素：信任、互惠规范与网络
（Coleman 1988；Putnam 1993）：信任出自依据（7.3.2），互惠出自人情往来（7.3.1），关系出自共同的焦点（7.2.1）。
自组织依照论文：先是彼此信任的小团体，再有目标，再有自己的规则（7.4.1、7.4.7；罗家德 2010；Ostrom 1990）。
参与取决于门槛（7.4.3、7.6.7；Granovetter 1978），能力遵循学习曲线（7.4.8；Argote 2013），
是否留在平台取决于期望与程序正义（7.6.3、7.8.4；Vroom 1964；Tyler 2006），对机构的满意取决于期望是否落空（7.8.1；Van Ryzin 2006）。

规则之上有一条总则：行为规则与参数只有一套，不同的只是情境。没有规则询问自己处于哪个情景，也没有平台因其名称而有不同的行为。
主导、出资与时序只通过底层规则起作用：谁设置议程，允许哪些策略，哪些能力有时间成长，居民看到团队为谁服务。

达成一致不等于行动。议定需要赞成，并在规程要求时需要落实人手；执行则需要能力、资源与坚持，或承诺者自身的利益。论文的论点由此成为模型的结构。

许多规则的函数形式为本模型自拟，因为文献只给出方向而无函数。各子模型写明与所据文献的差异及理由，没有来源的取值一律标为假设。
`,
    },
  },
  {
    title: { en: "Emergence", zh: "涌现" },
    text: {
      en: `
Emergent are: who knows and trusts whom; the number, size, skill and orientation of organizations, and which of them take
rules and fixed times; which demands are brought, decided, carried out, shelved, and why; when a platform is suspended or
comes to life again; joint acts and federations, their dates and members; the course of trust, belonging and efficacy.

Imposed are: the population and its needs, the rates and kinds of issues, the programme of the team (events, coaching,
grants, exchange meetings, the groups it gathers, the week in which it convenes a council), what the committee gives, and
the date from which an owners' committee can vote. That a platform founded from below counts as fairly founded (7.8.4), that
a dependent team curbs what hurts its payer (7.6.4, 7.6.7), that a role gives in to pressure (7.6.7), and that scarcity and
contact favor joint acts (7.7.3) are signs put into single rules; claims that rest on one of them are results of the model
only as to size and to what they depend on.
`,
      zh: `
涌现的结果包括：谁认识并信任谁；组织的数量、规模、能力与取向，以及哪些组织形成规章与固定时间；哪些诉求被提出、议定、执行、搁置，原因何在；
平台何时停摆、何时恢复；联合活动与联合会及其时间与成员；信任、归属感与效能感的走势。

外加的设定包括：人口及其需求，议题的类型与出现率，团队的项目（活动、辅导、创投、交流会、组建的团体、召集议事会的周次），居委会提供的支持，
以及业主委员会可以表决的日期。自下而上成立的平台更具代表性（7.8.4），依附性团队约束不利于出资方之事（7.6.4、7.6.7），
责任方屈从于压力（7.6.7），短缺与交往有利于联合（7.7.3），这些是写入单条规则的方向；凡依赖其中之一的论断，模型只能回答其大小与条件。
`,
    },
  },
];

export const ACTING: readonly Concept[] = [
  {
    title: { en: "Adaptation", zh: "适应" },
    text: {
      en: `
Residents adapt whom they ask and help (by trust, debts and reputation), which organizations they join and leave, whether
they complain, mobilize, come to events and to meetings. Founders adapt to rooms and to organizations that serve the same
need already. Organizations adapt what they pledge to the belief of their members, and seek partners when their plans fall
short. Platforms adapt their agenda to salience, skill and, where hands are asked for, to hands at the table. All these are
chances that depend on state, not choices of a best alternative. Institutions answer to pressure, oversight and cost; they do
not change their rules.
`,
      zh: `
居民调整的是：向谁求助、帮助谁（依信任、人情与口碑），加入或退出哪些组织，是否反映问题、被动员、参加活动与会议。
发起人顾及场地与已有的同类组织。组织依成员的信念决定承诺多少，并在计划短缺时寻找伙伴。平台依关注度、能力以及（在须落实人手时）在座的人手安排议程。
以上均为取决于状态的概率，而不是择优。机构对压力、监督与成本作出反应，但不改变自己的规则。
`,
    },
  },
  {
    title: { en: "Objectives", zh: "目标" },
    text: {
      en: `
Residents pursue no explicit objective; their rules are habits, norms and thresholds. Explicit reckoning is done in three
places: a counterpart holds benefit (pressure, readiness, oversight) against cost (7.6.7); organizations reckon what a joint
act would gain in units of their own plans, pooled scarce means against cost of coordination (7.7.3); partners hold that gain
against the cost of regular meetings (7.7.5). A delegate comes by expected worth, expectation times stake less cost (7.6.3),
without maximizing it.
`,
      zh: `
居民没有明确的目标函数，其规则是习惯、规范与门槛。明确的计算只有三处：责任方比较收益（压力、意愿、监督）与成本（7.6.7）；
组织以自身活动计划为单位，估算联合活动的收益，即互通有无减去协调成本（7.7.3）；伙伴组织比较这一收益与例会成本（7.7.5）。
代表是否到会取决于预期收获，即期望乘以利害再减成本（7.6.3），但并不求其最大。
`,
    },
  },
  {
    title: { en: "Learning", zh: "学习" },
    text: {
      en: `
Organizations learn: stocks of organizing, deliberating and executing skill grow by practice, by practice of others seen, and
by coaching as far as they decide their own affairs, and are forgotten (7.4.8). Residents learn whom to trust from what each
did (7.3.2), and what to expect of strangers from acquaintances and institutions (7.3.3). Delegates learn from each due
decision whether decisions are carried out (7.8.5), residents from each issue what institutions are like (7.8.1) and from
success and failure what acting together brings (7.8.3). The forms of the rules themselves do not change.
`,
      zh: `
组织在学习：组织力、协商力与执行力的存量随实践、所见他人的实践以及辅导（以自主程度为限）增长，并会遗忘（7.4.8）。
居民从每个人的作为学会该信任谁（7.3.2），从熟人与机构推知对陌生人可作何期待（7.3.3）。代表从每项到期决定学会决定能否落实（7.8.5），
居民从每项议题了解机构如何（7.8.1），并从成败得知共同行动有何用处（7.8.3）。规则的形式本身不变。
`,
    },
  },
  {
    title: { en: "Prediction", zh: "预测" },
    text: {
      en: `
Prediction is adaptive and implicit in most rules: a delegate expects that the share of decisions carried out will be what
experience and, before it, trust in the convener suggest (7.6.2, 7.8.5); a resident expects of each institution the conduct
that it showed (7.8.1); trust predicts help. Organizations predict explicitly, one step ahead, what a joint act would gain
from the shortages and surpluses that they have now (7.7.3). Nobody foresees other agents' reactions or dates of the
programme.
`,
      zh: `
预测是适应性的，多隐含在规则之中：代表预期决定得到落实的比例，依据的是经验，在有经验之前则是对召集者的信任（7.6.2、7.8.5）；
居民预期各机构会像以往那样作为（7.8.1）；信任即是对他人是否相助的预测。组织对联合活动的收益作一步的明确预测，依据的是目前的短缺与富余（7.7.3）。
没有谁能预见其他行动者的反应或项目的日程。
`,
    },
  },
];
