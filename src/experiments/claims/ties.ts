/** Claims on trust, ties and capable people: 1, 2, 10, 12. */
import { both, type Claim, type ClaimTest } from "./claim.ts";
import { TRUST, text } from "./texts.ts";

const foundingTest = (a: string, b: string, smallest: number, why: ClaimTest["why"]): ClaimTest => ({
  ...{ a, b, measure: "organizationsFounded", at: "final", direction: 1, smallest, why },
  frozen: {
    ...{
      kind: "held",
      term: text("founders ask trust of their companions (7.4.1)", "发起人对同伴的信任门槛（7.4.1）"),
    },
    ...both("anyCompanion", { values: { "formation.trust": 0 } }),
  },
});

export const localTrust: Claim = {
  id: 1,
  name: "localTrust",
  finding: text(
    "Shuffling does not lower founding: it raises it a little in both neighborhoods. Looked at: without the trust that founders ask of companions (formation.trust 0) the difference is no longer told from none, so it works through that term. It leaves as many trusted ties as before and spreads them over all, so that likely more residents have the few trusted companions that founding needs. What the model lacks is a founder's need of trust in particular people.",
    "打乱信任并未减少自组织的成立，两地反而略有增加。查看结果：若发起人对同伴不作信任要求（formation.trust 为 0），差别便不再显著，可见影响正是经由该项。打乱之后，可信的关系总数不变，只是分散到各处，可能使更多居民凑得齐发起所需的少数可信同伴。模型所缺的，是发起人对特定之人的信任需要。",
  ),
  by: "paper",
  text: text("Founding rises with local trust", "社区内的信任促进自组织的成立"),
  quote: {
    zh: "唯有社区居民彼此信任，愿意合作，才能够出于共同目标形成自组织，才能推动社区协商",
    en: "Only where residents trust one another and are willing to cooperate can they form organizations out of common goals, and move deliberation forward",
    place: "四(三)1",
  },
  until: "2018-12-31",
  arms: {
    shuffledEstate: {
      neighborhood: "new-estate",
      text: text("trust shuffled over ties", "把信任在各关系间随机打乱"),
      variant: "shuffledTrust",
    },
    estate: { neighborhood: "new-estate", text: text("trust where it grew", "信任保留在原有关系中") },
    shuffledDistrict: {
      neighborhood: "old-district",
      text: text("trust shuffled over ties", "把信任在各关系间随机打乱"),
      variant: "shuffledTrust",
    },
    district: { neighborhood: "old-district", text: text("trust where it grew", "信任保留在原有关系中") },
  },
  tests: [
    foundingTest("shuffledEstate", "estate", 1, text("one organization of about seven", "约七个组织中的一个")),
    foundingTest(
      "shuffledDistrict",
      "district",
      3,
      text("one organization in three communities", "每三个社区一个组织"),
    ),
  ],
};

const HANDOVER = "2017-04-03";
const handoverArms = {
  without: {
    neighborhood: "new-estate",
    text: text("no events before handover", "交房前不办活动"),
    values: { "timing.eventsFrom": 117 },
  },
  events: { neighborhood: "new-estate", text: text("events from the start of sales", "开盘起即办活动") },
} as const;

export const earlyEvents: Claim = {
  id: 2,
  name: "earlyEvents",
  finding: text(
    "Acquaintance more than doubles, and nothing is left of that where guests do not meet. Trust rises beyond doubt, but by less than half of what would matter: in a random pair of co-residents 98 in 100 are strangers still, whose trust is general trust.",
    "相识密度增至两倍以上；若来宾彼此不相遇，这一效应即不复存在。信任确有提高，但不到有意义幅度的一半：任取两位居民，百对中仍有九十八对互不相识，彼此只有普遍信任。",
  ),
  by: "paper",
  text: text("Events before move-in raise density and trust at handover", "入住前的社区活动提高交房时的相识密度与信任"),
  quote: {
    zh: "使业主能在未入住的时候，便开始有不断的互动，认识未来的邻居，产生亲近感，在此过程中促进沟通与信任",
    en: "so that owners, before they move in, begin to interact, come to know their future neighbors and feel close to them, which furthers communication and trust",
    place: "三(一)",
  },
  until: HANDOVER,
  arms: handoverArms,
  tests: [
    {
      ...{ a: "without", b: "events", measure: "density", at: "final", direction: 1, smallest: 0.0017 },
      why: text("one acquaintance more for each of 600 households", "六百户中每户多认识一人"),
      frozen: {
        ...{ kind: "held", term: text("guests meet at events (7.2.1)", "活动来宾彼此相遇（7.2.1）") },
        ...both("guestsApart", { values: { "encounters.event": 0 } }),
      },
    },
    {
      ...{ a: "without", b: "events", ...TRUST, at: "final", direction: 1 },
      frozen: {
        ...{ kind: "held", term: text("an event earns the team trust (7.8.1)", "活动使居民更信任团队（7.8.1）") },
        ...both("noService", { values: { "institutionalTrust.service": 0 } }),
      },
    },
  ],
};

export const longTies: Claim = {
  id: 10,
  name: "longTies",
  finding: text(
    "The reach of ties makes no difference; ties of long standing bring the first federation forward by a month, not by the three that would matter. In the model federation waits for the programme: the fourth round and the exchange meetings of the end of 2017 set its earliest date.",
    "关系的跨度没有影响；相识已久使首个联合会提前约一个月，而非有意义的三个月。在模型中，联合会要等培育项目的推进：2017年末的第四届项目与交流会决定了它最早的时间。",
  ),
  by: "paper",
  text: text("Start graphs with long ties bring federation sooner", "长久、跨胡同的邻里关系使联合会更早成立"),
  quote: {
    zh: "XHY社区的居民在胡同里由于长时间的交往形成了邻里之间的信任，又在T社区营造团队长时间的自组织培育工作中进一步加深了彼此的了解，使得联合会的成立水到渠成",
    en: "Through long dealings in the hutong residents of XHY had come to trust their neighbors, and the team's long cultivation deepened their knowledge of one another, so that the federation came as water finds its channel",
    place: "四(二)",
  },
  until: "2018-12-31",
  arms: {
    near: {
      neighborhood: "old-district",
      text: text("nine in ten acquaintances in one's own block", "相识者九成在同一胡同"),
      values: { "start.withinBlock": 0.9, "start.acquaintances": 9 },
    },
    far: {
      neighborhood: "old-district",
      text: text("as many acquaintances, one in three in one's own block", "相识人数相同，同一胡同者占三成"),
      values: { "start.withinBlock": 0.3, "start.acquaintances": 9 },
    },
    young: {
      neighborhood: "old-district",
      text: text("ties without a past", "没有往来积累的关系"),
      values: { "start.evidence": 0 },
    },
    old: {
      neighborhood: "old-district",
      text: text("ties of long standing (six favors remembered)", "长久往来的关系（积累六次互助）"),
      values: { "start.evidence": 6 },
    },
  },
  tests: [
    {
      ...{ a: "near", b: "far", measure: "firstFederationDate", at: "final", direction: -1, smallest: 3 },
      why: text("a quarter of a year", "一个季度"),
      frozen: {
        kind: "none",
        why: text("no rule asks how far a tie reaches", "没有规则涉及关系的跨度"),
      },
    },
    {
      ...{ a: "young", b: "old", measure: "firstFederationDate", at: "final", direction: -1, smallest: 3 },
      why: text("a quarter of a year", "一个季度"),
      frozen: {
        kind: "held",
        term: text("joint acts ask trust between leaders (7.7.3)", "合办活动须负责人彼此信任（7.7.3）"),
        ...both("noTrustAsked", { variant: "jointActsWithoutTrust" }),
      },
    },
  ],
  note: text(
    "Long has two senses: ties that reach beyond one's block, at equal degree, and ties of long standing, which is the paper's. Each is tested. Months until the first federation count to the end of the run where none arises.",
    "“长”有两义：跨出本胡同的关系（相识人数不变），与往来长久的关系（原文所指），分别检验。未成立联合会者，等待月数计至运行结束。",
  ),
};

const leave = (variant: string, en: string, zh: string) => ({
  ...{ neighborhood: "new-estate" as const, text: text(en, zh), variant },
});
const anyoneFounds = {
  name: "anyoneFounds",
  a: { variant: "capableLeaveAnyoneFounds" },
  b: { variant: "randomLeaveAnyoneFounds" },
};
const FOUNDS = text("founding rises with competence and public spirit (7.4.1)", "发起组织取决于能力与公益心（7.4.1）");

export const capablePeople: Claim = {
  id: 12,
  name: "capablePeople",
  finding: text(
    "Losing the capable costs most of an organization more than losing as many at random, beyond what matters; participation falls by less than would matter. Both keep their side where anyone founds as readily.",
    "失去能人比随机失去同样多的居民多损失近一个组织，幅度有意义；参与率的下降则不到有意义的幅度。即使人人发起意愿相同，两者方向不变。",
  ),
  by: "paper",
  text: text(
    "Capable people matter: losing them hurts more than losing as many at random",
    "社区能人起关键作用：失去能人比失去同等数量的随机居民损害更大",
  ),
  quote: {
    zh: "挖掘社区能人在构建社区社会资本过程中起关键性作用，社区能人在动员其他居民和运用社会资源方面都能发挥自身优势",
    en: "Discovering capable people is the key to building a community's social capital; they bring their strengths to moving other residents and using social resources",
    place: "四(三)1",
  },
  until: "2018-12-31",
  arms: {
    all: { neighborhood: "new-estate", text: text("nobody leaves", "无人迁出") },
    capable: leave("capableLeave", "the most capable twentieth leaves at handover", "交房时最有能力的二十分之一迁出"),
    random: leave("randomLeave", "as many leave, drawn by lot", "同等数量的随机居民迁出"),
  },
  tests: [
    {
      ...{ a: "capable", b: "random", measure: "organizations", at: "final", direction: 1, smallest: 0.5 },
      why: text("one organization of seven in every other estate", "每两个小区相差一个组织（约七个中）"),
      frozen: { kind: "held", term: FOUNDS, ...anyoneFounds },
    },
    {
      ...{ a: "capable", b: "random", measure: "participation", at: "final", direction: 1, smallest: 0.02 },
      why: text("two members in a hundred residents", "每百位居民相差两位成员"),
      frozen: { kind: "held", term: FOUNDS, ...anyoneFounds },
    },
  ],
};
