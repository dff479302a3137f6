/**
 * What columns hold, in Chinese, and in English where their unit alone does not say it. Units, ranges and initial values
 * stand with the columns themselves.
 */
import type { Text } from "../../model/vocabulary.ts";
import type { Language } from "../../observe/naming.ts";

type Meaning = readonly [zh: string, en?: string];

const TEXTS: Readonly<Record<string, Readonly<Record<string, Meaning>>>> = {
  residents: {
    community: ["所在社区（行号）", "community where the resident lives (its row)"],
    block: ["所在楼栋或胡同（行号）", "block where the resident lives (its row)"],
    arrival: ["购房或来到社区的周次"],
    moveIn: ["入住的周次"],
    tenure: ["起始时已居住年数"],
    newcomer: ["1：外来人口"],
    competence: ["能力：能力不及自己的居民比例", "competence: share of residents who are less capable"],
    publicSpirit: ["公益心：公益心不及自己的居民比例", "public spirit: share of residents who have less of it"],
    caution: [
      "谨慎：比自己更不谨慎的居民比例，加入组织与参与动员的门槛随之上升",
      "caution: share of residents who are less cautious; thresholds of joining and mobilizing rise with it",
    ],
    needMain: ["主要需求（编码）", "main need (code)"],
    needMinor: ["次要需求（编码）", "minor need (code)"],
    hours: ["每周可用于公益的工时"],
    presence: ["0 尚未购房，1 已购房，2 已入住"],
    generalTrust: ["普遍信任：对陌生邻居的信任"],
    reputation: ["作为助人者的口碑"],
    belongingSlow: ["归属感的稳定成分"],
    belongingFast: ["归属感的波动成分"],
    belonging: ["归属感", "belonging: sense of community"],
    efficacy: ["效能感：相信共同行动有用的程度", "efficacy: belief that acting together brings something"],
    rung: ["参与阶梯（编码）"],
    discovered: ["被团队发掘的周次；远在过去表示从未"],
    atEvent: ["最近一次参加社区活动的周次", "tick of the last community event that the resident came to"],
    memberOf: ["所属组织数", "organizations that the resident belongs to"],
    leads: ["任负责人的组织数"],
    seats: ["所占席位数"],
    trustTeam: ["对营造团队的信任"],
    trustCommittee: ["对居委会（两委一站）的信任"],
    trustGovernment: ["对街道办事处的信任"],
    trustDeveloper: ["对开发商的信任"],
    trustProperty: ["对物业公司的信任"],
    expectTeam: ["对营造团队作为的期望"],
    expectCommittee: ["对居委会（两委一站）作为的期望"],
    expectGovernment: ["对街道办事处作为的期望"],
    expectDeveloper: ["对开发商作为的期望"],
    expectProperty: ["对物业公司作为的期望"],
  },
  communities: {
    firstResident: ["第一位居民的编号", "number of its first resident"],
    lastResident: ["最后一位居民的编号加一", "number of its last resident, plus one"],
    present: ["已购房或居住的居民数"],
    movedIn: ["已入住的居民数"],
    roomHours: ["每周申请的场地小时数"],
    unmet: ["申请场地被拒的比例"],
  },
  blocks: {
    community: ["所属社区（行号）", "community that it belongs to (its row)"],
    firstResident: ["第一位居民的编号", "number of its first resident"],
    lastResident: ["最后一位居民的编号加一", "number of its last resident, plus one"],
  },
  ties: {
    trust: ["一位居民对另一位的信任"],
    kept: ["守信与相助的次数，随时间淡去"],
    broken: ["拒绝与失信的次数，随时间淡去"],
  },
  pairs: {
    strength: ["关系强度：最近是否来往", "strength of the tie: recency of contact"],
    owed: ["一方所受人情减去所施人情，随时间淡去", "favors that one of the two has received less those given, faded"],
    foci: ["促成相识的各焦点编码之和"],
  },
  organizations: {
    community: ["所在社区（行号）", "community where it acts (its row)"],
    need: ["满足的需求（编码）", "need that it serves (code)"],
    identity: ["由发起人与周次算出的标识，用以抽取随机数"],
    founder: ["发起人（居民编号）", "founder (number of a resident)"],
    leader: ["负责人（居民编号）", "leader (number of a resident)"],
    founded: ["成立的周次", "tick of its founding"],
    below: ["1：自下而上成立"],
    autonomy: ["自主程度：自主决定事务的比例", "autonomy: share of its own affairs that it decides itself"],
    rules: ["1：有成文规章"],
    fixedTimes: ["1：活动时间固定"],
    organizing: ["组织力的存量"],
    deliberating: ["协商力的存量"],
    executing: ["执行力的存量"],
    orientation: ["取向（编码）"],
    leaning: ["向下一取向的累积"],
    members: ["成员数", "members"],
    regularity: ["近期有活动的周次比例"],
    lastMet: ["最近一次活动的周次", "tick of its last meeting"],
    lastJoint: ["最近一次发起联合活动的周次", "tick at which it last began a joint act"],
    attending: ["最近一次活动的到场人数"],
    cohesion: ["凝聚力：负责人与成员之间的平均信任", "cohesion: mean trust of members in their leader"],
    hands: ["人手：成员每周投入的工时", "hands: hours a week that members give"],
    money: ["现有经费（千元）"],
    rooms: ["近期申请场地获准的比例"],
    handsNeed: ["计划所需人手（小时／周）"],
    moneyNeed: ["计划所需经费（千元）"],
    roomsNeed: ["计划所需场地", "rooms that its plans ask, as a share of a full allotment"],
    deeds: ["为他人举办的活动次数"],
    standing: ["公信力：在居民中的声望", "standing: esteem among residents"],
    coaching: ["近期所受辅导（小时／周），随时间淡去"],
    coached: ["1：曾受团队辅导或资助"],
    grants: ["获资助次数"],
    seen: ["近期所见他人的实践，随时间淡去"],
    platform: ["所在平台（行号），无则为 −1"],
  },
  memberships: {
    since: ["加入的周次", "tick of joining"],
    active: ["近期到场的比例"],
    attended: ["最近一次到场的周次", "tick of the last meeting that the member came to"],
  },
  contacts: {
    last: ["最近一次交流的周次", "tick at which the two last met"],
    before: ["再前一次交流的周次", "tick at which they met before that"],
    meetings: ["交流次数", "times that they met"],
    trust: ["双方负责人之间较低的信任", "trust between the leaders: the lower of the two"],
  },
  issues: {
    community: ["所在社区（行号）", "community where it arose (its row)"],
    block: ["所在楼栋（行号）；−1 为整个社区", "block that it touches (its row), or -1: the whole community"],
    kind: ["议题类型（在议程中的序号）"],
    identity: ["由日程算出的标识，用以抽取随机数"],
    responsible: ["责任方（编码）；−1 为居民自己", "who must act: code of a role, or -1: residents themselves"],
    effort: ["居民自办所需的工作小时数"],
    cost: ["责任方的成本，以其收益为单位"],
    contention: ["争议程度：利益冲突的大小", "contention: how far interests conflict"],
    salience: ["关注度：在居民心中的分量", "salience: weight in residents' minds"],
    emergency: ["1：突发，不能等待"],
    vote: ["1：法律规定须业主表决"],
    arisen: ["出现的周次", "tick at which it arose"],
    state: ["状态（编码）"],
    stateSince: ["进入当前状态的周次", "tick of its last change of state"],
    touched: ["受影响的居民数", "residents whom it touches"],
    mobilized: ["受影响者中被动员的比例"],
    complaints: ["单独反映过的居民数"],
    platform: ["受理的平台（行号），无则为 −1", "platform that took it up (its row), or -1"],
    brought: ["首次提交平台的周次", "tick at which it was first brought to a platform"],
    decided: ["议定的周次", "tick of the decision"],
    closed: ["解决的周次", "tick of its resolution"],
    tabled: ["最近一次上会的周次", "tick at which it was last on the table"],
    support: ["讨论后的赞成率"],
    due: ["决定到期的周次", "tick at which the decision falls due"],
    missed: ["1：责任方的承诺落空"],
    pledged: ["承诺的工时（小时／周）"],
    progress: ["已完成的工作比例"],
  },
  touches: { complained: ["1：已单独反映过"] },
  platforms: {
    community: ["所在社区（行号）", "community that it serves (its row)"],
    identity: ["由成立者与周次算出的标识，用以抽取随机数"],
    founder: ["0：居民组织成立；否则为 1 加召集机构的编码"],
    founded: ["成立的周次", "tick of its founding"],
    alive: ["1：运转，0：停摆"],
    meets: ["1：本周开会"],
    meetings: ["已开会议次数"],
    firstMet: ["首次会议的周次", "tick of the first meeting"],
    lastMet: ["最近一次会议的周次", "tick of the last meeting"],
    nextMeeting: ["下一次会议的周次", "tick of the next meeting"],
    dormantSince: ["开始停摆的周次", "tick since which it is dormant"],
    missed: ["连续流会次数"],
    attending: ["最近一次会议的到会代表数"],
    seats: ["代表数"],
    skill: ["在座者的协商力"],
    standing: ["公信力：在代表中的声望", "standing: esteem among its delegates"],
    voice: ["近期居民代表发言机会的均等程度", "evenness of turns to speak at recent meetings"],
    curbed: ["近期被团队挡下的议题比例", "share of items that the team kept off of late"],
  },
  seats: {
    organization: ["派出该代表的组织（行号），无则为 −1"],
    expectation: ["预期到期决定得到落实的比例"],
    stake: ["平台事务对代表的利害"],
    present: ["1：出席了最近一次会议"],
    attended: ["出席会议次数"],
    opinion: ["对正在讨论的议题的意见"],
  },
  commitments: {
    hours: ["承诺的工时（小时／周）", "hours a week pledged"],
    worked: ["已投入的工时", "hours given so far"],
  },
  jointActs: {
    community: ["所在社区（行号）", "community where it is held (its row)"],
    identity: ["由成立者与周次算出的标识，用以抽取随机数"],
    begun: ["发起的周次", "tick at which it was resolved upon"],
    due: ["截止的周次", "tick by which it must be done"],
    effort: ["所需的工作小时数"],
    progress: ["已完成的工作比例"],
    gain: ["估算的收益，以一份活动计划为单位", "reckoned gain, in plans of one organization"],
    state: ["0 进行中，1 成功，2 失败"],
    partners: ["参与的组织数", "organizations that take part"],
  },
  partners: { hours: ["投入的工时（小时／周）", "hours a week that the partner gives"] },
};

/** What a table stands for: its name, and what a row of it is. */
export const TABLES: Readonly<Record<string, { readonly name: Text; readonly row: Text }>> = {
  residents: {
    name: { en: "Residents", zh: "居民" },
    row: { en: "a resident, who stands for one household", zh: "一位居民，代表一户" },
  },
  communities: {
    name: { en: "Communities", zh: "社区" },
    row: { en: "an estate, or a community of a district", zh: "一个小区，或街道下辖的一个社区" },
  },
  blocks: {
    name: { en: "Blocks", zh: "楼栋" },
    row: { en: "a building, or a lane, of a community", zh: "社区内的一栋楼或一条胡同" },
  },
  ties: {
    name: { en: "Ties", zh: "关系" },
    row: { en: "what one resident holds of an acquaintance (directed)", zh: "一位居民对一位熟人的看法（有方向）" },
  },
  pairs: {
    name: { en: "Pairs", zh: "相识对" },
    row: {
      en: "a mutual acquaintance of two residents",
      zh: "两位居民的相识关系",
    },
  },
  organizations: {
    name: { en: "Organizations", zh: "组织" },
    row: { en: "an organization of residents", zh: "一个居民自组织" },
  },
  memberships: {
    name: { en: "Memberships", zh: "成员资格" },
    row: { en: "a resident in an organization", zh: "一位居民在一个组织中的成员资格" },
  },
  contacts: {
    name: { en: "Contacts", zh: "组织间往来" },
    row: { en: "two organizations that have met", zh: "有过交流的两个组织" },
  },
  issues: {
    name: { en: "Issues", zh: "议题" },
    row: { en: "a public issue of a community", zh: "社区的一项公共议题" },
  },
  touches: {
    name: { en: "Whom issues touch", zh: "议题波及" },
    row: { en: "a resident whom an issue touches", zh: "受某议题影响的一位居民" },
  },
  platforms: {
    name: { en: "Platforms", zh: "协商平台" },
    row: { en: "a council or a federation", zh: "一个议事会或联合会" },
  },
  seats: {
    name: { en: "Seats", zh: "席位" },
    row: { en: "a resident who sits in a platform", zh: "在某平台任代表的一位居民" },
  },
  commitments: {
    name: { en: "Commitments", zh: "承诺" },
    row: { en: "what an organization pledged to a decision", zh: "一个组织对一项决定的承诺" },
  },
  jointActs: {
    name: { en: "Joint acts", zh: "联合活动" },
    row: { en: "one large activity that organizations hold together", zh: "若干组织合办的一次大型活动" },
  },
  partners: {
    name: { en: "Partners", zh: "联合伙伴" },
    row: { en: "an organization in a joint act", zh: "参与联合活动的一个组织" },
  },
};

/** What a column holds; its unit as it was declared, where nothing more is said. */
export function columnText(table: string, column: string, unit: string, lang: Language): string {
  const [zh, en] = TEXTS[table]?.[column] ?? [];
  return (lang === "zh" ? zh : en) ?? unit;
}

/** Whether a column has its Chinese text. */
export const hasColumnText = (table: string, column: string) => TEXTS[table]?.[column] !== undefined;
