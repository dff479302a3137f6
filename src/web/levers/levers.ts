/**
 * The levers in a teacher's words, by the groups of measures of the paper's section 4(3). Range, unit and kind stand in the
 * declarations of context fields and parameters; what a scenario has, and whence, in the scenario.
 */
import type { Text } from "../../model/vocabulary.ts";

export interface Lever {
  /** Dotted name of a context field or parameter. */
  readonly name: string;
  readonly question: Text;
  /** Ends of the slider, where those declared are wider than is of use; a typed value may go beyond. */
  readonly slider?: readonly [number, number];
}

export interface LeverGroup {
  readonly title: Text;
  readonly levers: readonly Lever[];
}

function lever(name: string, en: string, zh: string, slider?: readonly [number, number]): Lever {
  return { name, question: { en, zh }, ...(slider ? { slider } : {}) };
}

export const GROUPS: readonly LeverGroup[] = [
  {
    title: { en: "Build social capital", zh: "构建社区资本，激发居民参与" },
    levers: [
      lever("team.eventsMonthly", "How many events does the team hold a month?", "团队每月举办多少次活动？"),
      lever("timing.eventsFrom", "When do the events begin?", "活动从什么时候开始？", [0, 208]),
      lever("team.exchange", "How often do organizations meet to exchange?", "各自组织多久交流一次？"),
    ],
  },
  {
    title: { en: "Cultivate organizations, by an independent team", zh: "加强组织培育，注重能力培植" },
    levers: [
      lever(
        "timing.council",
        "How many weeks does the team cultivate before the first council?",
        "首次议事会之前，团队培育多少周？",
        [0, 312],
      ),
      lever(
        "timing.coachingFrom",
        "When does the coaching of organizations begin?",
        "对自组织的辅导何时开始？",
        [0, 208],
      ),
      lever("team.payer", "Who pays the team?", "谁出资请团队？"),
      lever(
        "team.independence",
        "How independent is the team of those it must face?",
        "团队在多大程度上独立于各方利益？",
      ),
      lever("founding.steering", "How far does the team steer what it founds?", "团队对所组建的组织主导到什么程度？"),
      lever("founding.council", "Does the team convene a council?", "是否由团队召集议事会？"),
    ],
  },
  {
    title: { en: "Rules and supervision", zh: "建立规章制度，确保协商成效" },
    levers: [
      lever("support.ownersCommittee", "Is there an owners' committee that can vote?", "有没有可以表决的业主委员会？"),
      lever("support.committee", "How ready is the residents' committee to help?", "居委会的支持力度有多大？"),
      lever("support.committeeFrom", "From when on is the committee at work?", "居委会何时开始工作？"),
      lever("support.oversight", "How closely is it watched that promises are kept?", "对兑现承诺的监督有多严？"),
      lever("support.rooms", "How many hours of rooms do organizations get?", "自组织有多少活动场地可用？", [0, 30]),
      lever("support.money", "How much money and goods are there?", "有多少经费与物资？", [0, 5]),
      lever("procedure.everyWeeks", "How many weeks lie between meetings?", "多少周开一次会？", [1, 26]),
      lever("procedure.ownHands", "How many hands must be pledged before a decision?", "议定之前须落实多少人手？"),
      lever("procedure.turns", "How evenly are turns to speak shared?", "发言机会分配得有多均等？"),
      lever("procedure.shortWay", "Do emergencies go by a short way?", "突发事项有没有简易程序？"),
    ],
  },
  {
    title: { en: "The neighborhood at the start", zh: "社区的起点" },
    levers: [
      lever("start.acquaintances", "How many neighbors does one know at the start?", "起初每人认识多少邻居？", [0, 30]),
      lever(
        "start.evidence",
        "How much have neighbors helped one another before?",
        "邻里之间以往互助有多少？",
        [0, 20],
      ),
      lever("start.generalTrust", "How far does one trust an unknown neighbor?", "对不认识的邻居有多信任？"),
      lever("start.newcomers", "What share came from elsewhere?", "外来人口占多大比例？"),
      lever("start.households", "How many households are there in a community?", "每个社区有多少户？", [50, 1500]),
    ],
  },
  {
    title: { en: "Rules of the model, the same for both in the study", zh: "模型规则（研究中两个社区相同）" },
    levers: [
      lever("trust.breachWeight", "How many kept promises does one broken promise undo?", "一次失信抵消几次守信？"),
      lever("exchange.trust", "How much does trust count when help is asked?", "求助时信任起多大作用？"),
      lever(
        "joining.threshold",
        "What share of like-minded acquaintances must be in before one joins?",
        "同好熟人中要有多少人参加，自己才会加入？",
      ),
    ],
  },
];
