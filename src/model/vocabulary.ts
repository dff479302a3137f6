/** The short lists that rules, contexts and readers share. A code in a column is an index into its list. */

/** A text in the product's two languages. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

type Entry = Text & { readonly name: string };

function list<const E extends readonly Entry[]>(...entries: E): E {
  return entries;
}

/** Institutional roles: who may have to act, pay, support or watch. Residents' trust in each is a column. */
export const ROLES = list(
  { name: "team", en: "builder team", zh: "社区营造团队" },
  { name: "committee", en: "residents' committee", zh: "居委会（两委一站）" },
  { name: "government", en: "sub-district office", zh: "街道办事处" },
  { name: "developer", en: "developer", zh: "开发商" },
  { name: "property", en: "property company", zh: "物业公司" },
);
export const ROLE = { team: 0, committee: 1, government: 2, developer: 3, property: 4 } as const;
export type RoleName = (typeof ROLES)[number]["name"];
/** `responsible` of an issue that residents can settle by their own work. */
export const RESIDENTS_ACT = -1;

/** What residents gather for. */
export const NEEDS = list(
  { name: "fitness", en: "fitness", zh: "健身" },
  { name: "arts", en: "arts", zh: "文艺" },
  { name: "children", en: "parents and children", zh: "亲子" },
  { name: "elders", en: "elder care", zh: "助老" },
  { name: "plants", en: "plants", zh: "绿植" },
  { name: "crafts", en: "crafts", zh: "手工" },
  { name: "pets", en: "dog keeping", zh: "养犬" },
  { name: "fitOut", en: "fit-out mutual aid", zh: "新居互助" },
  { name: "public", en: "public affairs", zh: "公共事务" },
);
export const NEED = {
  fitness: 0,
  arts: 1,
  children: 2,
  elders: 3,
  plants: 4,
  crafts: 5,
  pets: 6,
  fitOut: 7,
  public: 8,
} as const;
export type NeedName = (typeof NEEDS)[number]["name"];

/** What an organization turns to. */
export const ORIENTATIONS = list(
  { name: "amusement", en: "amusement", zh: "自娱自乐" },
  { name: "service", en: "service", zh: "服务邻里" },
  { name: "public", en: "public affairs", zh: "公共事务" },
);

/** The life of an issue. */
export const STATES = list(
  { name: "arisen", en: "arisen", zh: "出现" },
  { name: "brought", en: "brought", zh: "提出" },
  { name: "decided", en: "decided", zh: "议定" },
  { name: "shelved", en: "shelved", zh: "搁置" },
  { name: "resolved", en: "resolved", zh: "解决" },
);
export const STATE = { arisen: 0, brought: 1, decided: 2, shelved: 3, resolved: 4 } as const;

/** Where people meet; the bits of a pair's `foci`. */
export const FOCI = list(
  { name: "start", en: "acquainted at the start", zh: "原有相识" },
  { name: "block", en: "block", zh: "楼栋" },
  { name: "chat", en: "residents' chat", zh: "居民群" },
  { name: "event", en: "event", zh: "活动" },
  { name: "organization", en: "organization", zh: "组织" },
  { name: "introduction", en: "introduction", zh: "引荐" },
);
export const FOCUS = { start: 1, block: 2, chat: 4, event: 8, organization: 16, introduction: 32 } as const;

/** Ladder of participation. */
export const RUNGS = list(
  { name: "none", en: "takes no part", zh: "未参与" },
  { name: "guest", en: "comes to events", zh: "参加活动" },
  { name: "member", en: "member of an organization", zh: "组织成员" },
  { name: "capable", en: "capable person or leader", zh: "骨干能人" },
  { name: "delegate", en: "sits in deliberation", zh: "参与协商" },
);

/** Means of an organization. */
export const MEANS = ["hands", "money", "rooms"] as const;

/** Who set up a platform: residents' organizations, or a role (1 + its code). */
export const FOUNDED_BELOW = 0;

/** Code of a name in a list; -1 if it is none of them. */
export function codeOf(entries: readonly Entry[], name: string): number {
  return entries.findIndex((entry) => entry.name === name);
}
