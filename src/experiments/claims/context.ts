/** Claims on agenda, procedure and the committee's support: 8, 9, 15. */
import { both, type Claim, type ClaimTest, type Contexts, type Frozen, type Neighborhood } from "./claim.ts";
import { CARRIED_OUT, FEDERATIONS, RESOLVED, TRUST, text } from "./texts.ts";

const agendaOf = (name: Neighborhood, change: object = {}) => ({
  values: (contexts: Contexts) => ({
    "agenda.kinds": contexts[name].agenda.kinds.map((kind) => ({ ...kind, ...change })),
    "agenda.surgeHalfLife": contexts[name].agenda.surgeHalfLife,
  }),
});
const EVEN = { contention: 0.4 };
const executed = {
  measure: "executedShare",
  at: "final",
  smallest: 0.1,
  why: text("one decision in ten", "十项决定中的一项"),
} as const;

export const conflict: Claim = {
  id: 8,
  name: "conflict",
  finding: text(
    "The other way round: with the district's agenda the estate's council carries out almost nothing. Looked at: its decisions ask for residents' own hands, which the estate's procedure does not have pledged beforehand; with hands pledged the difference is halved. Contention alone changes nothing of size. What the paper puts down to conflict is in the model who must act, and whether hands are there.",
    "方向相反：换用老旧城区的议题后，新建小区的沟通会几乎什么也执行不了。查看结果：这些决定须居民自己出力，而新建小区的程序并不事先落实人手；若须先落实人手，差别减半。单独改变冲突程度几乎没有影响。原文归因于利益冲突之处，在模型中是由谁行动、有无人手。",
  ),
  by: "paper",
  text: text("Conflicting interests lower execution", "利益冲突降低决定的执行"),
  quote: {
    zh: "从协商成效来看，协商的目的在于使结果能够有所用，但由于协商议题性质的不同，两个社区协商结果的运用是不同的",
    en: "deliberation is to make its results count, but since the nature of what was deliberated differed, so did what the two neighborhoods made of the results",
    place: "四(二)",
  },
  until: "2018-12-31",
  arms: {
    shared: {
      ...{
        neighborhood: "new-estate",
        text: text("the old district's agenda, where most gain", "老旧城区的议程，多为共赢"),
      },
      ...agendaOf("old-district"),
    },
    conflict: {
      ...{
        neighborhood: "new-estate",
        text: text("its own agenda, where interests conflict", "自身的议程，利益存在摩擦"),
      },
      ...agendaOf("new-estate"),
    },
    noConflict: {
      ...{
        neighborhood: "new-estate",
        text: text("its own agenda, were there no conflict in it", "自身的议程，但毫无利益冲突"),
      },
      ...agendaOf("new-estate", { contention: 0 }),
    },
  },
  tests: [
    {
      ...{ a: "shared", b: "conflict", ...executed, direction: -1 },
      frozen: {
        ...{ kind: "held", name: "evenContention" },
        term: text("contention of an issue (7.6.4, 7.6.5, 7.6.7)", "议题的利益冲突程度（7.6.4、7.6.5、7.6.7）"),
        ...{ a: agendaOf("old-district", EVEN), b: agendaOf("new-estate", EVEN) },
      },
      within: {
        text: text("with hands pledged before a decision", "议定前须落实人手时"),
        ...both("handsPledged", { values: { "procedure.ownHands": 0.8 } }),
      },
    },
    {
      ...{ a: "noConflict", b: "conflict", ...executed, direction: -1 },
      frozen: {
        kind: "itself",
        why: text(
          "the contrast is contention itself: held even, the arms are the same",
          "对比即为冲突程度本身；设为相同则两组无别",
        ),
      },
    },
  ],
  note: text(
    "The agenda alone is swapped; with it comes who must act. So contention alone is moved as well. Runs without any decision have no share and leave their pair.",
    "只互换议程，但责任方也随之改变，故另只改变冲突程度。没有任何议定事项的运行不计入配对。",
  ),
};

const supported = (neighborhood: Neighborhood, committee: number) => ({
  neighborhood,
  text:
    committee === 0
      ? text("a committee that gives no support", "两委一站不予支持")
      : text("a committee at work from the start, of readiness .8", "两委一站自始支持（力度0.8）"),
  values: { "support.committee": committee, "support.committeeFrom": null },
});

const withoutIt = (term: [string, string], variant: string): Frozen => ({
  ...{ kind: "held", term: text(...term) },
  ...both(variant, { variant }),
});
const inExecution = withoutIt(
  [
    "roles, rooms and money answer to the committee's readiness (7.4.6, 7.6.1, 7.6.7, 7.7.1, 7.7.2)",
    "责任方、场地与经费取决于两委一站的支持（7.4.6、7.6.1、7.6.7、7.7.1、7.7.2）",
  ],
  "executionWithoutCommittee",
);
const inFederation = withoutIt(
  ["joint acts and federation are favored by the committee (7.7.3-5)", "两委一站的支持促成合办与联合（7.7.3-5）"],
  "federationWithoutCommittee",
);

const supportTests = (a: string, b: string, federating: Pick<ClaimTest, "within"> = {}): ClaimTest[] => [
  { ...{ a, b, ...CARRIED_OUT, at: "final", direction: 1 }, frozen: inExecution },
  { ...{ a, b, ...FEDERATIONS, at: "final", direction: 1 }, frozen: inFederation, ...federating },
];

/** In the estate organizations never meet. */
const meeting = {
  text: text("where organizations meet twice a month from handover on", "组织自交房起每月交流两次时"),
  ...both("meeting", { values: { "team.exchange": 2, "timing.exchangeFrom": 117 } }),
};

export const committeeSupport: Claim = {
  id: 9,
  name: "committeeSupport",
  finding: text(
    "In the district both parts stand by far, and what is left with the term frozen keeps its side. In the estate more is carried out, but no federation arises in any run: its organizations are never brought together. Brought together twice a month, they federate in four runs of a hundred more, which cannot be told from none.",
    "在老旧城区，两个分项均明显成立，冻结所指项之后方向不变。在新建小区，执行有所增加，但所有运行中均无联合会成立：那里的组织从未有机会交流。若每月交流两次，每百次运行中约多四次成立联合会，尚不能与无差别相区分。",
  ),
  by: "paper",
  text: text(
    "Committee support raises execution and federation, in both neighborhoods",
    "两委一站的支持提高决定的执行与联合会的成立（两个社区皆然）",
  ),
  quote: {
    zh: "在自组织有意识、有需求的同时，社区两委一站的支持与配合也同样重要",
    en: "besides organizations that are aware and in need, the support and cooperation of committee and station matter as much",
    place: "三(二)2",
  },
  until: "2018-12-31",
  arms: {
    estateWithout: supported("new-estate", 0),
    estateWith: supported("new-estate", 0.8),
    districtWithout: supported("old-district", 0),
    districtWith: supported("old-district", 0.8),
  },
  tests: [
    ...supportTests("estateWithout", "estateWith", { within: meeting }),
    ...supportTests("districtWithout", "districtWith"),
  ],
  note: text(
    "Execution is counted in decisions carried out, which every run has; the share of decisions has no value where nothing was decided.",
    "执行以已执行的决定数计，每次运行皆有值；若无议定事项，执行比例则无值。",
  ),
};

const procedureOf = (name: Neighborhood) => ({
  values: ({ [name]: { procedure } }: Contexts) =>
    Object.fromEntries(Object.entries(procedure).map(([field, value]) => [`procedure.${field}`, value])),
});
const ROBERT = text("motions by Robert's rules", "罗伯特议事规则");
const SHARE = text("share, report, answer, plan", "分享、汇报、答疑、规划");
const byResult: Frozen = {
  kind: "none",
  why: text("no term says that procedure counts little", "没有规则规定程序作用微小"),
};

export const procedureAlone: Claim = {
  id: 15,
  name: "procedureAlone",
  finding: text(
    "In the estate procedure changes little, and trust nowhere. In the district it does not: by its own procedure about 41 demands are carried out, by the estate's about 30. Its own has its federations meet every second week instead of every fourth, and decide what hands are pledged for; which of the two does it was not taken apart. Little holds for the outcome of an issue in the estate, not for how much a federation takes on.",
    "在新建小区，程序影响甚微；对信任的影响，两地皆微。在老旧城区则不然：按自己的程序约执行41项，换用新建小区的程序约30项。自己的程序使联合会每两周而非每四周开会，并且只议定人手已落实之事；二者何者起作用，未再细分。“影响甚微”适用于新建小区每项议题的结果，不适用于联合会承担的总量。",
  ),
  by: "ours",
  text: text("Procedure alone changes little", "仅改变议事程序，影响甚微"),
  quote: {
    zh: "反而开始干涉居民的协商，协商程序自然也失去了效用",
    en: "instead [the team] began to meddle in the residents' deliberation, and procedure lost its force",
    place: "四(二)",
  },
  until: "2018-12-31",
  arms: {
    estateOwn: { neighborhood: "new-estate", text: ROBERT, ...procedureOf("new-estate") },
    estateOther: { neighborhood: "new-estate", text: SHARE, ...procedureOf("old-district") },
    districtOther: { neighborhood: "old-district", text: ROBERT, ...procedureOf("new-estate") },
    districtOwn: { neighborhood: "old-district", text: SHARE, ...procedureOf("old-district") },
  },
  tests: [
    { ...{ a: "estateOwn", b: "estateOther", ...RESOLVED, at: "final", direction: 0 }, frozen: byResult },
    { ...{ a: "estateOwn", b: "estateOther", ...TRUST, at: "final", direction: 0 }, frozen: byResult },
    { ...{ a: "districtOther", b: "districtOwn", ...CARRIED_OUT, at: "final", direction: 0 }, frozen: byResult },
    { ...{ a: "districtOther", b: "districtOwn", ...TRUST, at: "final", direction: 0 }, frozen: byResult },
  ],
  note: text(
    "The procedure block is swapped both ways, all else as it is. It holds the hands that must be pledged before a decision, which the paper counts to procedure as well (what is decided can be done).",
    "程序模块双向互换，其余不变。其中包含“议定前须落实人手”，原文亦将其归于协商程序（所议之事能够通过行动达成）。",
  ),
};
