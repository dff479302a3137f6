/** Table 2 of the paper, with the levers that stand for its rows in the model; and section 4(3) in short. */
import type { Text } from "../../model/vocabulary.ts";

export interface Row {
  readonly title: Text;
  /** The corps of JT estate; the federation of XHY community. */
  readonly cells: readonly [Text, Text];
  readonly levers: readonly string[];
  /** What the model does not have. */
  readonly note?: Text;
}

const text = (en: string, zh: string): Text => ({ en, zh });

export const COLUMNS = [
  { scenario: "new-estate", title: text("JT estate: service corps", "JT小区服务团") },
  { scenario: "old-district", title: text("XHY community: federation", "XHY社区自组织联合会") },
] as const;

export const ROWS: readonly Row[] = [
  {
    title: text("Social capital", "社会资本"),
    cells: [
      text("Reciprocity within the mutual-aid group", "基于新居互助团的互惠网络"),
      text("Trust among neighbors of one place", "基于地缘的邻里信任关系"),
    ],
    levers: ["start.acquaintances", "start.evidence", "start.tenure"],
  },
  {
    title: text("How it came about", "促成方式"),
    cells: [
      text("Led by the builder team, from above", "社区营造团队主导，自上而下"),
      text("By the organizations, from below", "自组织自下而上"),
    ],
    levers: ["founding.steering", "founding.council"],
  },
  {
    title: text("Who deliberates", "协商主体"),
    cells: [
      text(
        "Corps, X team, residents' committee in preparation, developer, property company",
        "服务团，X社区营造团队，居委会筹建组，开发商，物业",
      ),
      text(
        "Organizations, party branch, residents' committee and station, T team",
        "社区自组织，社区两委一站，T社区营造团队",
      ),
    ],
    levers: ["procedure.delegates", "support.committeeFrom", "support.committee"],
  },
  {
    title: text("Interests", "利益关系"),
    cells: [text("Friction", "存在摩擦"), text("All gain by cooperation", "合作共赢")],
    levers: ["team.payer", "team.independence"],
  },
  {
    title: text("Agenda", "协商议题"),
    cells: [
      text("Building maintenance, property management", "房屋维护、物业管理"),
      text("Activities and the community's work", "社区活动与社区工作推进"),
    ],
    levers: ["agenda"],
  },
  {
    title: text("Carrier", "协商载体"),
    cells: [
      text("Corps meeting, council, estate chat, app", "服务团例会、沟通会、小区微信群、社区APP"),
      text("Meeting of organizations, their own chat", "自组织协商会、自组织微信群"),
    ],
    levers: ["procedure.everyWeeks"],
    note: text("Deliberation in chats is not in the model.", "模型中没有微信群里的协商。"),
  },
  {
    title: text("Procedure", "协商程序"),
    cells: [
      text("Robert's Rules of Order", "罗伯特议事规则"),
      text("Share, report, answer, plan", "分享、汇报、答疑、规划"),
    ],
    levers: ["procedure.turns", "procedure.ownHands", "procedure.majority", "procedure.rounds"],
  },
  {
    title: text("Effect", "协商成效"),
    cells: [
      text("Consensus that is hard to carry out", "达成的共识难以执行"),
      text("Resources pooled, each does a part, action follows", "统筹资源，各司其职，实施行动"),
    ],
    levers: [],
  },
];

/** Measures of a run that stand beside the row "effect". */
export const EFFECTS = ["resolvedShare", "executedShare", "jointActs", "dormantShareAtTwoYears"] as const;

/** Section 4(3): what the paper proposes. */
export const PROPOSALS: readonly { readonly title: Text; readonly about: Text; readonly levers: readonly string[] }[] =
  [
    {
      title: text("Build social capital, draw residents in", "构建社区资本，激发居民参与"),
      about: text(
        "Open the networks between residents and between organizations; find capable people, around whom organizations grow.",
        "打通居民间、组织间的网络，营造社区共同体意识；挖掘社区能人，以能人为中心发展自组织。",
      ),
      levers: ["team.eventsMonthly", "timing.eventsFrom", "team.exchange", "support.rooms"],
    },
    {
      title: text("Cultivate organizations and their skill", "加强组织培育，注重能力培植"),
      about: text(
        "Train capable people and organizations early, deliberate once they are able, from below; the outside team cultivates and stays independent, whoever pays it.",
        "尽早训练社区能人和自组织团队，在自组织有能力的前提下自下而上建立协商机制；外来团队重在培育，无论由谁出资都应保持独立。",
      ),
      levers: ["timing.coachingFrom", "timing.council", "team.independence", "founding.steering"],
    },
    {
      title: text("Rules and supervision, so that deliberation takes effect", "建立规章制度，确保协商成效"),
      about: text(
        "Give organizations a lawful place, watch over what follows, and let daily matters and emergencies go different ways.",
        "确保自组织在协商中的合法性，由社区两委监督成效；日常事务与突发性事务适用不同的应对程序。",
      ),
      levers: ["support.oversight", "support.committee", "support.ownersCommittee", "procedure.shortWay"],
    },
  ];
