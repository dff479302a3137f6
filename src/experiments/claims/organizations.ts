/** Claims on organizations and what they do together: 6, 11, 13, 14. */
import { both, type Claim, type ClaimArm, type Frozen } from "./claim.ts";
import { FEDERATIONS, RESOLVED, text } from "./texts.ts";

export const coalition: Claim = {
  id: 6,
  name: "coalition",
  finding: text(
    "Nothing of size: organizations that meet hardly act jointly in the estate, with a supporting committee or without, and no answer of a counterpart asks how many organizations stand behind a demand. The paper's claim needs a rule that the model does not have.",
    "几乎没有影响：在新建小区，组织即使定期交流也很少合办活动，有无两委一站的支持皆然；责任方的回应并不取决于有多少组织支持该诉求。要检验原文的论断，需要模型目前没有的规则。",
  ),
  by: "paper",
  text: text("A coalition of all organizations raises the share resolved", "联合所有自组织，问题解决的比例更高"),
  quote: {
    zh: "自组织之间互惠和信任的网络无法打通，社会资本积累的过程中断，服务团难以通过联合其他自组织提升与其他协商主体之间博弈的资本",
    en: "the networks of reciprocity and trust between organizations stayed closed, social capital ceased to grow, and the corps could hardly strengthen its hand against the other parties by uniting the organizations",
    place: "四(一)3",
  },
  until: "2018-12-31",
  arms: {
    apart: {
      ...{ neighborhood: "new-estate", text: text("organizations never meet", "各自组织互不往来") },
      values: { "team.exchange": 0 },
    },
    together: {
      ...{ neighborhood: "new-estate", text: text("they meet twice a month from handover on", "交房起每月两次交流会") },
      values: { "team.exchange": 2, "timing.exchangeFrom": 117 },
    },
  },
  tests: [
    {
      ...{ a: "apart", b: "together", ...RESOLVED, at: "final", direction: 1 },
      frozen: {
        kind: "none",
        why: text(
          "no rule ties an answer to how many organizations stand behind it",
          "没有规则把责任方的答复与背后的组织数联系起来",
        ),
      },
      within: {
        text: text("with a committee that supports them", "两委一站予以支持时"),
        ...both("committee", { values: { "support.committee": 0.8, "support.committeeFrom": null } }),
      },
    },
  ],
  note: text(
    "The model has no lever by which a council gathers all organizations behind its demands. What comes nearest is tested: organizations brought together, who may then act jointly and federate.",
    "模型没有让议事会集合所有组织提出诉求的机制；此处检验最接近者：组织定期交流，进而可能合办活动、成立联合会。",
  ),
};

export const longCultivation: Claim = {
  id: 11,
  name: "longCultivation",
  by: "paper",
  text: text("Long cultivation raises orientation", "长期培育使自组织由自娱转向公共事务"),
  quote: {
    zh: "T社区营造团队和社区工作人员在长期陪伴的前提下，适时诱导，提供机遇与支持，使得自组织的参与能够由被动转化为主动，由自娱自乐转化为关注社区",
    en: "Going along with them for long, team and community workers guided at the right time and gave chances and support, so that organizations turned from passive to active, from amusing themselves to caring for the community",
    place: "三(二)1",
  },
  until: "2018-12-31",
  arms: {
    short: {
      ...{ neighborhood: "old-district", text: text("coaching ends after a year", "辅导一年后停止") },
      values: { "timing.coachingFrom": 8, "timing.coachingUntil": 60 },
    },
    long: {
      ...{ neighborhood: "old-district", text: text("coaching throughout", "辅导贯穿始终") },
      values: { "timing.coachingFrom": 8, "timing.coachingUntil": 312 },
    },
  },
  tests: [
    {
      ...{ a: "short", b: "long", measure: "meanOrientation", at: "final", direction: 1, smallest: 0.1 },
      why: text("one organization in ten a step further", "十个组织中有一个多进一步"),
      frozen: {
        ...{ kind: "held", term: text("an hour of coaching builds skill (7.4.8)", "辅导直接增长能力（7.4.8）") },
        ...both("coachingTeachesNothing", { values: { "skills.coaching": 0 } }),
      },
    },
  ],
  note: text("Coaching alone is cut short; grants, events and exchange stay.", "只缩短辅导；微创投、活动与交流不变。"),
};

const PLENTY = { "support.rooms": 200, "support.money": 20 } as const;
const cell = (en: string, zh: string, exchange: number, plenty: boolean): ClaimArm => ({
  neighborhood: "old-district",
  text: text(en, zh),
  values: { "team.exchange": exchange, ...(plenty ? PLENTY : {}) },
  ...(plenty ? { variant: "plentyOfHands" } : {}),
});

export const scarcityAndContact: Claim = {
  id: 13,
  name: "scarcityAndContact",
  by: "paper",
  text: text("Federation needs both scarcity and contact", "联合会的成立既需资源匮乏，也需组织间往来"),
  quote: {
    zh: "根据前三届微创投项目的经验和民生会期间半月一次讨论会的沟通交流，XHY社区四个自组织在各自设计活动时，发现人手不够、活动经费不足、居委会活动场地难以协调等问题可以通过合办活动的方式来解决",
    en: "From the experience of three rounds and the talks of half-monthly meetings the four organizations of XHY found, as each planned its activities, that being short of hands, of money and of rooms could be met by holding them together",
    place: "三(二)2",
  },
  until: "2018-12-31",
  arms: {
    both: cell("scarce means, half-monthly exchange", "资源匮乏，半月一次交流", 2, false),
    scarcity: cell("scarce means, no exchange", "资源匮乏，没有交流", 0, false),
    contact: cell("plenty, half-monthly exchange", "资源充裕，半月一次交流", 2, true),
    neither: cell("plenty, no exchange", "资源充裕，没有交流", 0, true),
  },
  tests: [
    {
      ...{ a: "scarcity", b: "both", ...FEDERATIONS, at: "final", direction: 1 },
      frozen: {
        kind: "itself",
        why: text(
          "organizations act together only after two meetings (7.7.3), and they meet nowhere else: without exchange none can",
          "组织须先会面两次才合办（7.7.3），且仅在交流会会面：没有交流便不可能",
        ),
      },
    },
    {
      ...{ a: "contact", b: "both", ...FEDERATIONS, at: "final", direction: 1 },
      frozen: {
        kind: "itself",
        why: text(
          "organizations act together only if some plan falls short of means (7.7.3)",
          "只有某项计划资源不足，组织才合办（7.7.3）",
        ),
      },
    },
  ],
  note: text(
    "Two by two. That neither suffices alone is tested by the smaller of two differences: both must hold. Plenty is of hands, money and rooms: no plan falls short. (Where rooms and money alone abound and members give all their hours, hands still run short, and organizations go on acting together.)",
    "二乘二设计。“任一单独不足”以两个差值中较小者检验：两者皆须成立。充裕指人手、经费、场地三者，任何计划都不缺。（若仅场地与经费充裕、成员投入全部公益工时，人手仍会不足，组织照样合办活动。）",
  ),
};

const NEEDS = ["fitness", "arts", "children", "elders", "plants", "crafts"] as const;
const groups = NEEDS.map((need, k) => ({ need, week: 126 + 2 * k, size: 10 }));
const gathered = (steering: number, en: string, zh: string) => ({
  neighborhood: "new-estate" as const,
  text: text(en, zh),
  values: { "founding.groups": groups, "founding.steering": steering },
  variant: "noHandedRules",
});
const autonomous: Frozen = {
  kind: "held",
  term: text(
    "an organization takes rules as far as it is autonomous (7.4.7)",
    "组织自定规章的程度取决于自主性（7.4.7）",
  ),
  ...both("rulesWithoutAutonomy", { variant: "noHandedRulesNorAutonomy" }),
};

export const ownRulesFromBelow: Claim = {
  id: 14,
  name: "ownRulesFromBelow",
  by: "ours",
  text: text(
    "Founding from below gives more own rules and more compliance",
    "自下而上成立的组织自定规章更多，也更能遵守",
  ),
  quote: {
    zh: "服务团是在X社区营造团队的指导下成立的，作为一个自组织，其产生并非典型的自下而上的模式，没有充分的权力来制定自身规范",
    en: "The corps was founded under the team's guidance; as an organization it did not come about from below, and had no full power to make its own rules",
    place: "四(一)1",
  },
  until: "2018-12-31",
  arms: {
    above: gathered(0.9, "six groups, steered by the team (.9)", "六个团体，由团队主导（0.9）"),
    below: gathered(0, "the same six groups, left to themselves", "同样六个团体，自行其事"),
  },
  tests: [
    {
      ...{ a: "above", b: "below", measure: "organizationsWithRules", at: "final", direction: 1, smallest: 0.5 },
      why: text("one set of rules in every other estate", "每两个小区多一套规章"),
      frozen: autonomous,
    },
    {
      ...{ a: "above", b: "below", measure: "organizationsWithFixedTimes", at: "final", direction: 1, smallest: 0.5 },
      why: text("one organization that keeps fixed times in every other estate", "每两个小区多一个坚持固定时间的组织"),
      frozen: autonomous,
    },
  ],
  note: text(
    "The same groups gather at the same times in both arms; who decides their affairs differs. Rules handed down at the founding are left out, so that those counted are own ones. The model has no breach of rules: activity at fixed times stands for compliance.",
    "两组的团体与时间相同，只是由谁做主不同。不计成立时由团队给定的规章，所计皆为自定。模型没有违规行为，以坚持固定活动时间代表遵守。",
  ),
};
