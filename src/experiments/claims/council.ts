/** Claims on the council of the estate: its law, its team, its start, its tactics: 3, 4, 5, 7, 16. */
import { both, type Claim, type Contexts } from "./claim.ts";
import { LIFE, RESOLVED, TRUST, text } from "./texts.ts";

const estate = "new-estate";
const asItIs = { neighborhood: estate, text: text("as the paper describes it", "如原文所述") } as const;

const kindsWith = (change: object) => ({
  values: (contexts: Contexts) => ({
    "agenda.kinds": contexts[estate].agenda.kinds.map((kind) => ({ ...kind, ...change })),
  }),
});

export const ownersCommittee: Claim = {
  id: 3,
  name: "ownersCommittee",
  finding: text(
    "The share rises, but by two in a hundred. Looked at: the law asks the vote for one kind of issue alone, the use of public space; where the vote is not asked for at all nothing is left of the effect. Most demands fail at their cost to who must act, and pretexts take the place of the vote. With an independent team the effect is hardly larger.",
    "解决比例有所提高，但仅约两个百分点。查看结果：依法须表决的只有公共空间一类议题；若一律无须表决，效应即不复存在。多数诉求受阻于责任方的成本，托辞也会取代表决成为搁置理由。团队独立时，效应也大不了多少。",
  ),
  by: "paper",
  text: text(
    "An owners' committee from the start raises the share resolved",
    "一开始就有业主委员会，问题解决的比例更高",
  ),
  quote: {
    zh: "许多诉求被“等业主委员会成立之后再投票表决”的理由而被搁置",
    en: "many demands were shelved on the ground of “waiting for a vote once the owners' committee is formed”",
    place: "三(一)2",
  },
  until: "2018-12-31",
  arms: {
    without: asItIs,
    with: {
      ...{
        neighborhood: estate,
        text: text("an owners' committee can vote from the start", "业主委员会一开始即可表决"),
      },
      values: { "support.ownersCommittee": true },
    },
  },
  tests: [
    {
      ...{ a: "without", b: "with", ...RESOLVED, at: "final", direction: 1 },
      frozen: {
        ...{
          kind: "held",
          term: text("the law asks its vote for some kinds (7.6.7)", "部分议题依法须业委会表决（7.6.7）"),
        },
        ...both("noVoteAsked", kindsWith({ vote: false })),
      },
      within: {
        text: text("with an independent team", "团队独立时"),
        ...both("independentTeam", { values: { "team.independence": 1 } }),
      },
    },
  ],
};

export const independentTeam: Claim = {
  id: 4,
  name: "independentTeam",
  finding: text(
    "Filtering ends, as it must by the rule that names it. But councils live half a month shorter, not longer, and trust in the team does not move. More contentious items come to the table, more of them are refused, and expectation falls with each: what the team kept from the table it also kept from disappointing. The paper sees the loss of trust in a team that speaks for its payer; in the model a delegate learns of a team's filter only at the table.",
    "议题过滤随之消失，这是规则使然。但沟通会的存续反而缩短约半个月，对团队的信任也无变化。更有争议的议题进入会场，被拒者随之增多，每次被拒都降低期望：团队挡下的议题，也免去了一次失望。原文看到的是团队为出资方代言而失去信任；在模型中，代表只有在会场上才能察觉团队的过滤。",
  ),
  by: "paper",
  text: text(
    "An independent team lowers dormancy and agenda filtering and raises trust in the team",
    "独立的营造团队使停摆减少、议题过滤减少、居民更信任团队",
  ),
  quote: {
    zh: "外来团队都应当注重保持自身的独立性，一旦与其他主体产生利益纠葛，外来团队将难以得到社区居民和自组织的信任",
    en: "teams from outside must take care to stay independent; once entangled in other parties' interests they will hardly win the trust of residents and their organizations",
    place: "四(三)2",
  },
  until: "2019-10-28",
  arms: {
    paid: {
      ...{ neighborhood: estate, text: text("the developer pays four fifths of the team", "团队八成经费由开发商出资") },
      values: { "team.independence": 0.2 },
    },
    independent: {
      ...{ neighborhood: estate, text: text("no party to the issues pays the team", "团队经费与议题各方无关") },
      values: { "team.independence": 1 },
    },
  },
  tests: [
    {
      ...{ a: "paid", b: "independent", ...LIFE, at: "final", direction: 1 },
      frozen: {
        kind: "held",
        term: text(
          "delegates stay away from a platform of low standing (7.6.3)",
          "公信力低的平台代表不愿到会（7.6.3）",
        ),
        ...both("standingCountsNot", { values: { "attendance.esteem": 0 } }),
      },
    },
    {
      ...{ a: "paid", b: "independent", measure: "dropped", at: "final", direction: -1, smallest: 1 },
      why: text("one item kept off the agenda", "一项议题被挡下"),
      frozen: {
        ...{ kind: "held", term: text("a paid team drops items (7.6.4)", "受资助的团队挡下议题（7.6.4）") },
        ...both("noFilter", { values: { "agendaSetting.filter": 0 } }),
      },
    },
    {
      ...{ a: "paid", b: "independent", measure: "teamTrust", at: "final", direction: 1, smallest: 0.02 },
      why: text("two in a hundred residents", "每百位居民相差两位"),
      frozen: {
        kind: "held",
        term: text(
          "a delegate who saw an item kept off trusts the team less (7.8.1)",
          "代表目睹议题被挡而不再信任团队（7.8.1）",
        ),
        ...both("noService", { values: { "institutionalTrust.service": 0 } }),
      },
    },
  ],
  note: text(
    "Independence acts through two terms alone: items dropped and tactics vetoed. Each part of the claim is frozen at the term that names that part.",
    "独立性只经两条规则起作用：挡下议题、约束策略。每一分项各冻结与其直接对应的规则。",
  ),
};

/** Both arms: the team's programme goes on, and neither law nor committee changes while councils live. */
const steady = {
  "timing.coachingUntil": 312,
  "timing.eventsUntil": 312,
  "support.committeeFrom": null,
  "support.ownersCommitteeFrom": null,
} as const;

export const lateCouncil: Claim = {
  id: 5,
  name: "lateCouncil",
  finding: text(
    "Councils put off do live longer, by about two months, and they do without the widening of tactics by skill. The effect is as large as the smallest that matters, so that pairs of this number cannot settle it. Part of it is that the surge of issues after handover has passed.",
    "推迟的沟通会确实存续更久，约多两个月，且不依赖能力对策略的拓宽。效应恰在最小有意义幅度附近，以现有配对数尚不能断定。其中一部分缘于交房后的议题高峰已过。",
  ),
  by: "paper",
  text: text("Councils put off for cultivation live longer", "先培育、后协商，协商平台存续更久"),
  quote: {
    zh: "社区协商机制的建立应当是在自组织有能力的前提下自下而上建立的",
    en: "deliberation should be set up from below, once organizations have the ability for it",
    place: "四(三)2",
  },
  until: "2020-12-28",
  arms: {
    early: {
      ...{ neighborhood: estate, text: text("first council three months after handover", "交房三个月后首次议事会") },
      values: { ...steady, "timing.council": 130 },
    },
    late: {
      ...{
        neighborhood: estate,
        text: text("first council a year later, cultivation going on", "推迟一年召开，其间继续培育"),
      },
      values: { ...steady, "timing.council": 182 },
    },
  },
  tests: [
    {
      ...{ a: "early", b: "late", ...LIFE, at: "final", direction: 1 },
      frozen: {
        ...{ kind: "held", term: text("skill widens the tactics (7.6.7)", "协商能力拓宽策略（7.6.7）") },
        ...both("fullTactics", { values: { "counterpart.tactics": 1 } }),
      },
    },
  ],
  note: text(
    "Both arms have the same programme, and the same law throughout, so that a later council does not meet another one. It does meet fewer issues: the surge after handover fades. Lives are taken at equal age, 24 months after the first meeting.",
    "两组的培育项目与制度环境全程相同，使较晚的议事会不致遇到不同制度；但它面对的议题较少，因交房后的高峰已过。存续期按同等年龄（首次会议后24个月）计。",
  ),
};

export const moreTactics: Claim = {
  id: 7,
  name: "moreTactics",
  finding: text(
    "The share rises by about four in a hundred, short of five. Looked at: where the costs of the counterpart are halved it rises by more than five. Tactics weigh where the counterpart is near to giving in; where its costs are high they do not suffice.",
    "解决比例提高约四个百分点，不足五个。查看结果：责任方的成本减半时，提高超过五个百分点。策略在责任方接近让步时才起作用；成本过高时，策略再多也不够。",
  ),
  by: "paper",
  text: text(
    "More tactics raise the share resolved when the counterpart stalls",
    "责任方拖延时，策略越多，问题解决的比例越高",
  ),
  quote: {
    zh: "最终只能反复向开发商、物业公司提要求，在开发商、物业公司拖延问题时，没有任何应对策略，协商结果无法执行",
    en: "in the end they could only ask developer and property company again and again; when these stalled they had no tactic, and what had been agreed could not be carried out",
    place: "四(一)2",
  },
  until: "2018-12-31",
  arms: {
    one: {
      ...{
        neighborhood: estate,
        text: text("one tactic of three without skill: asking again", "无能力时策略单一：反复提要求"),
      },
      values: { "counterpart.tactics": 0.33 },
    },
    all: {
      ...{ neighborhood: estate, text: text("all tactics known", "熟悉各种协商策略") },
      values: { "counterpart.tactics": 1 },
    },
  },
  tests: [
    {
      ...{ a: "one", b: "all", ...RESOLVED, at: "final", direction: 1 },
      frozen: {
        kind: "itself",
        why: text(
          "the parameter is the term: the answer weighs the mobilized by the share of tactics (7.6.7), and nothing else reads it",
          "该参数即为此项：答复以策略比例加权动员者（7.6.7），此外无规则读取",
        ),
      },
      within: {
        text: text("with a counterpart that does not stall (costs halved)", "责任方不拖延时（成本减半）"),
        ...both("noStalling", {
          values: (contexts) => ({
            "agenda.kinds": contexts[estate].agenda.kinds.map((kind) => ({ ...kind, cost: kind.cost / 2 })),
          }),
        }),
      },
    },
  ],
};

const blamed = {
  kind: "held",
  term: text("a broken promise is charged to who convened (7.8.1)", "承诺落空归咎于召集者（7.8.1）"),
  ...both("noBlame", { values: { "institutionalTrust.blame": 0 } }),
} as const;

export const emptyAgreement: Claim = {
  id: 16,
  name: "emptyAgreement",
  by: "ours",
  text: text(
    "Agreement without execution leaves less trust than no council at all",
    "议而不行比根本没有议事会更损害信任",
  ),
  quote: {
    zh: "由于社区内诸如物业管理、公共空间运营、房屋维护等大量亟待解决的公共事务被各方拖延，新建小区来之不易的社区信任和认同逐渐被消解",
    en: "as a mass of pressing matters – property management, public space, maintenance – was put off by all sides, the hard-won trust and identity of the new estate wore away",
    place: "四(一)3",
  },
  until: "2018-12-31",
  arms: {
    none: {
      ...{ neighborhood: estate, text: text("no council", "不设议事会") },
      values: { "founding.council": false },
    },
    asItIs: {
      ...asItIs,
      text: text("the council, most of whose decisions have no sequel", "原有议事会，多数决定没有下文"),
    },
    broken: {
      ...{
        neighborhood: estate,
        text: text("the council, every promise to which is broken", "议事会所获承诺全部落空"),
      },
      variant: "brokenPromises",
    },
  },
  tests: [
    { ...{ a: "none", b: "asItIs", ...TRUST, at: "final", direction: -1 }, frozen: blamed },
    { ...{ a: "none", b: "broken", ...TRUST, at: "final", direction: -1 }, frozen: blamed },
  ],
};
