/**
 * What a scenario may say: plain JSON in seven blocks. Any block combines with any other: roles and needs are shared
 * lists, and weeks are counted from the anchors `start.teamArrives` and `start.handover`.
 */
import type { NeedName, RoleName, Text } from "./vocabulary.ts";

/** A kind of issue that arises in a neighborhood. */
export interface IssueKind {
  readonly name: string;
  readonly label: Text;
  /** Who must act: a role, or `residents` if their own work settles it. */
  readonly responsible: RoleName | "residents";
  /** Issues a month per 1,000 residents who live there, once things have settled. */
  readonly perThousandMonthly: number;
  /** Times that rate, added at handover and fading with `agenda.surgeHalfLife`. */
  readonly surge: number;
  readonly scope: "block" | "community";
  /** Share of the residents in scope whom it touches. */
  readonly share: number;
  /** Hours of work, if residents act. */
  readonly effort: number;
  /** Cost to who must act, against its benefit from giving in. */
  readonly cost: number;
  /** How far interests conflict: 0 all gain, 1 one side's gain is the other's loss. */
  readonly contention: number;
  readonly salience: number;
  /** Cannot wait for the next meeting. */
  readonly emergency: boolean;
  /** The law asks the owners' committee's vote. */
  readonly vote: boolean;
}

/** An organization at hand when the run starts. */
export interface StartOrganization {
  readonly need: NeedName;
  readonly community: number;
  readonly members: number;
  /** Years since its founding. */
  readonly years: number;
  /** Skill in units of the half-saturation stock. */
  readonly skill: number;
  readonly rules: boolean;
}

/** A group that the team gathers out of the activists it discovered. */
export interface SteeredGroup {
  readonly need: NeedName;
  /** Weeks after the team arrives. */
  readonly week: number;
  readonly size: number;
}

export interface GrantRound {
  /** Weeks after the team arrives. */
  readonly week: number;
  /** Grants given in the round. */
  readonly grants: number;
  /** Thousand yuan a grant. */
  readonly amount: number;
  /** A round on livelihood issues, open to joint applications. */
  readonly public: boolean;
}

type Kind =
  | "number"
  | "integer"
  | "flag"
  | "date"
  | "needs"
  | "kinds"
  | "organizations"
  | "groups"
  | "rounds"
  | "payer";

/** A field's metadata: what a slider, a check and a document need. */
export interface Field<K extends Kind = Kind> {
  readonly kind: K;
  readonly unit: string;
  readonly range: readonly [number, number];
  readonly label: Text;
  /** A date that may be null: never. */
  readonly nullable: boolean;
}

function field<K extends Kind>(
  kind: K,
  range: readonly [number, number],
  unit: string,
  en: string,
  zh: string,
): Field<K> {
  return { kind, range, unit, label: { en, zh }, nullable: false };
}
const number = (range: readonly [number, number], unit: string, en: string, zh: string) =>
  field("number", range, unit, en, zh);
const integer = (range: readonly [number, number], unit: string, en: string, zh: string) =>
  field("integer", range, unit, en, zh);
const flag = (en: string, zh: string) => field("flag", [0, 1], "yes or no", en, zh);
const date = (en: string, zh: string) => field("date", [0, 0], "date", en, zh);
const maybeDate = (en: string, zh: string): Field<"date"> => ({ ...date(en, zh), nullable: true });
const structure = <K extends Kind>(kind: K, en: string, zh: string) => field(kind, [0, 0], "list", en, zh);
/** A share or probability. */
export const share: readonly [number, number] = [0, 1];
/** Weeks of a programme. */
export const weeks: readonly [number, number] = [0, 520];

/** Every field of a context, by block: the one place where its unit, range and labels stand. */
export const FIELDS = {
  start: {
    date: date("start of the run", "模拟起始日"),
    teamArrives: date("the team arrives", "社区营造团队进驻"),
    handover: date("homes are handed over", "交房"),
    communities: integer([1, 10_000], "communities", "communities", "社区数"),
    households: integer([5, 5_000], "households a community", "households in a community", "每社区户数"),
    blocks: integer([1, 200], "blocks a community", "blocks in a community", "每社区楼栋（胡同）数"),
    salesWeeks: integer(weeks, "weeks", "weeks over which homes are sold", "销售期"),
    moveInWeeks: number([0.1, 200], "weeks", "mean weeks from handover to moving in", "交房至入住平均周数"),
    tenure: number([0, 60], "years", "mean years lived here at the start", "起始时平均居住年数"),
    newcomers: number(share, "share", "share of newcomers", "外来人口占比"),
    acquaintances: number([0, 60], "residents", "acquaintances at the start", "起始时平均相识人数"),
    withinBlock: number(share, "share", "share of those in the same block", "相识者中同楼栋（胡同）占比"),
    evidence: number([0, 50], "favors", "favors remembered in a tie at the start", "起始时每条关系积累的互助次数"),
    generalTrust: number(share, "probability", "trust in an unknown neighbor at the start", "起始普遍信任"),
    institutionalTrust: number(share, "probability", "trust in institutions at the start", "起始机构信任"),
    needs: structure("needs", "weights of needs", "需求权重"),
    organizations: structure("organizations", "organizations at hand", "已有组织"),
  },
  founding: {
    steering: number(share, "share", "how far the team steers what it founds", "团队主导程度"),
    groups: structure("groups", "groups that the team gathers", "团队组建的团体"),
    council: flag("the team convenes a council", "由团队召集议事会"),
  },
  timing: {
    eventsFrom: integer(weeks, "weeks after the team arrives", "events begin", "活动开始"),
    eventsUntil: integer(weeks, "weeks after the team arrives", "events end", "活动结束"),
    coachingFrom: integer(weeks, "weeks after the team arrives", "coaching begins", "辅导开始"),
    coachingUntil: integer(weeks, "weeks after the team arrives", "coaching ends", "辅导结束"),
    grants: structure("rounds", "rounds of micro-grants", "微公益创投各轮"),
    exchangeFrom: integer(weeks, "weeks after the team arrives", "exchange meetings begin", "交流会开始"),
    council: integer(weeks, "weeks after the team arrives", "first council", "首次议事会"),
  },
  agenda: {
    kinds: structure("kinds", "kinds of issues", "议题类型"),
    surgeHalfLife: number([1, 260], "weeks", "half-life of the surge after handover", "交房后问题高峰的半衰期"),
  },
  team: {
    payer: structure("payer", "who pays the team", "团队的出资方"),
    independence: number(share, "share", "share of income that no party to the issues pays", "团队独立性"),
    effort: number([0, 400], "hours a week", "effort", "每周投入工时"),
    eventsMonthly: number([0, 8], "events a month and community", "events", "每月活动数"),
    exchange: number([0, 4], "meetings a month", "exchange meetings between organizations", "每月组织交流会次数"),
  },
  support: {
    committee: number(share, "share", "readiness of the residents' committee", "居委会（两委一站）支持力度"),
    committeeFrom: maybeDate("the committee is at work from", "居委会开始工作"),
    rooms: number([0, 200], "hours a week per 100 households", "rooms for organizations", "活动场地"),
    money: number([0, 20], "thousand yuan a month and community", "money and goods", "经费与物资"),
    oversight: number([0, 0.5], "of a counterpart's benefit", "oversight of execution", "执行监督"),
    ownersCommittee: flag("an owners' committee can vote", "业主委员会可以表决"),
    ownersCommitteeFrom: maybeDate("the owners' committee is formed", "业主委员会成立"),
  },
  procedure: {
    everyWeeks: integer([1, 52], "weeks", "weeks between meetings", "会议间隔"),
    delegates: integer([3, 60], "residents", "delegates of a convened platform", "召集制平台的居民代表数"),
    turns: number(share, "share", "how evenly turns to speak are shared", "发言机会均等程度"),
    majority: number([0, 1], "share of seats", "agreement needed to decide", "通过所需赞成比例"),
    ownHands: number(
      share,
      "share of the effort",
      "hands that must be pledged before a decision",
      "议定前须落实的人手比例",
    ),
    rounds: integer([0, 20], "rounds", "rounds of discussion an item", "每项讨论轮数"),
    dueWeeks: integer([1, 104], "weeks", "weeks until a decision is due", "决定的完成期限"),
    shortWay: flag("emergencies go by a short way", "突发事项有简易程序"),
  },
} as const;

export type BlockName = keyof typeof FIELDS;
export const BLOCK_NAMES = Object.keys(FIELDS) as BlockName[];

interface KindValue {
  number: number;
  integer: number;
  flag: boolean;
  date: string;
  needs: Readonly<Record<NeedName, number>>;
  kinds: readonly IssueKind[];
  organizations: readonly StartOrganization[];
  groups: readonly SteeredGroup[];
  rounds: readonly GrantRound[];
  payer: RoleName;
}
type Nullable = "committeeFrom" | "ownersCommitteeFrom";
type Block<B> = {
  readonly [K in keyof B]: B[K] extends Field<infer T> ? KindValue[T] | (K extends Nullable ? null : never) : never;
};
/** A context: seven blocks of fields. */
export type Context = { readonly [B in BlockName]: Block<(typeof FIELDS)[B]> };

/** Dotted names of context fields, with the values they take. */
export type FieldValues = {
  readonly [N in {
    [B in BlockName]: `${B}.${keyof Context[B] & string}`;
  }[BlockName]]: N extends `${infer B}.${infer K}`
    ? B extends BlockName
      ? K extends keyof Context[B]
        ? Context[B][K]
        : never
      : never
    : never;
};

/** Fields by dotted name. */
export const FIELDS_BY_NAME: Readonly<Record<string, Field>> = Object.fromEntries(
  Object.entries(FIELDS).flatMap(([block, fields]) =>
    Object.entries(fields).map(([name, f]) => [`${block}.${name}`, f as Field]),
  ),
);
