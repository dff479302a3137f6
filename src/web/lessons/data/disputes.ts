/** Claims of the paper that the model does not bear out; words and quotations as the list of claims has them. */
import type { Dispute } from "../lesson.ts";

/** Numbers of findings are those of 200 pairs over draws of uncertain values: linli validate --only claims. */
export const DISPUTES: readonly Dispute[] = [
  {
    claim: 3,
    text: {
      en: "An owners' committee from the start raises the share resolved",
      zh: "一开始就有业主委员会，问题解决的比例更高",
    },
    quote: {
      en: "many demands were shelved on the ground of “waiting for a vote once the owners' committee is formed”",
      zh: "许多诉求被“等业主委员会成立之后再投票表决”的理由而被搁置",
    },
    place: "三(一)2",
    finding: {
      en: "The share resolved rises, but by two in a hundred only. The law asks the vote for one kind of issue; most demands fail at their cost to who must act, and pretexts take the place of the vote.",
      zh: "解决比例有所提高，但仅约两个百分点。依法须表决的只有一类议题；多数诉求受阻于责任方的成本，托辞也会取代表决成为搁置理由。",
    },
    data: {
      en: "Demands and their fates in estates before and after their owners' committee was formed.",
      zh: "若干小区业委会成立前后，各项诉求的去向。",
    },
  },
  {
    claim: 6,
    text: {
      en: "A coalition of all organizations raises the share resolved",
      zh: "联合所有自组织，问题解决的比例更高",
    },
    quote: {
      en: "the networks of reciprocity and trust between organizations stayed closed, social capital ceased to grow, and the corps could hardly strengthen its hand against the other parties by uniting the organizations",
      zh: "自组织之间互惠和信任的网络无法打通，社会资本积累的过程中断，服务团难以通过联合其他自组织提升与其他协商主体之间博弈的资本",
    },
    place: "四(一)3",
    finding: {
      en: "Nothing of size. But no rule of the model lets a counterpart ask how many organizations stand behind a demand: it cannot test what it leaves out.",
      zh: "几乎没有影响。但模型没有规则让责任方的回应取决于有多少组织支持该诉求：没有写进去的，就无从检验。",
    },
    data: {
      en: "Demands signed by one organization against those signed by several, and how the company answered.",
      zh: "单个组织与多个组织联名提出的诉求，物业分别如何答复。",
    },
  },
  {
    claim: 8,
    text: { en: "Conflicting interests lower execution", zh: "利益冲突降低决定的执行" },
    quote: {
      en: "deliberation is to make its results count, but since the nature of what was deliberated differed, so did what the two neighborhoods made of the results",
      zh: "从协商成效来看，协商的目的在于使结果能够有所用，但由于协商议题性质的不同，两个社区协商结果的运用是不同的",
    },
    place: "四(二)",
    finding: {
      en: "The other way round: given the district's peaceful issues, the estate's council carries out almost nothing, for these ask for residents' own hands, and its procedure has none pledged. Contention itself changes little.",
      zh: "方向相反：换上老旧城区较少冲突的议题，沟通会几乎什么也执行不了，因为这些事要居民自己出力，而它的程序并不落实人手。冲突程度本身影响很小。",
    },
    data: {
      en: "Who had to act on each decision, who had promised to, and how contentious it was, from minutes of many councils.",
      zh: "从多个议事会的记录中，查每项决定由谁办、谁答应过、争议多大。",
    },
  },
  {
    claim: 10,
    text: { en: "Start graphs with long ties bring federation sooner", zh: "长久、跨胡同的邻里关系使联合会更早成立" },
    quote: {
      en: "Through long dealings in the hutong residents of XHY had come to trust their neighbors, and the team's long cultivation deepened their knowledge of one another, so that the federation came as water finds its channel",
      zh: "XHY社区的居民在胡同里由于长时间的交往形成了邻里之间的信任，又在T社区营造团队长时间的自组织培育工作中进一步加深了彼此的了解，使得联合会的成立水到渠成",
    },
    place: "四(二)",
    finding: {
      en: "Ties of long standing bring the first federation forward by a month, not by three. It waits for the programme: the fourth round and the exchange meetings of late 2017.",
      zh: "相识已久只使首个联合会提前约一个月，而非三个月。它要等培育项目：2017年末的第四届项目与交流会。",
    },
    data: {
      en: "Dates of federations in old and new quarters that went through the same programme.",
      zh: "同一培育项目下，老街区与新街区联合会成立的时间。",
    },
  },
  {
    claim: 1,
    text: { en: "Founding rises with local trust", zh: "社区内的信任促进自组织的成立" },
    quote: {
      en: "Only where residents trust one another and are willing to cooperate can they form organizations out of common goals, and move deliberation forward",
      zh: "唯有社区居民彼此信任，愿意合作，才能够出于共同目标形成自组织，才能推动社区协商",
    },
    place: "四(三)1",
    finding: {
      en: "Shuffling trust over all ties does not lower founding: it raises it a little. What the model lacks is a founder's need to trust particular people.",
      zh: "把信任在各关系间打乱，成立的组织并未减少，反而略增。模型所缺的，是发起人对特定之人的信任需要。",
    },
    data: {
      en: "Whom founders asked first, and whom they would not have asked.",
      zh: "发起人最先找了谁，又不会去找谁。",
    },
  },
];
