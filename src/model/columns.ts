/** Columns of the shared tables, declared once: unit, range and initial value of each. */
import { f32, fixed, i32, u8 } from "../kernel/table.ts";
import { NEEDS, ORIENTATIONS, RESIDENTS_ACT, ROLES, RUNGS, STATES } from "./vocabulary.ts";

const NEVER = -1_000_000;
const tickColumn = i32("tick; far in the past: never", [NEVER, 1e9], NEVER);
const share: readonly [number, number] = [0, 1];
const positive: readonly [number, number] = [0, Number.POSITIVE_INFINITY];

export const RESIDENTS = {
  community: fixed(i32("row of communities")),
  block: fixed(i32("row of blocks")),
  arrival: fixed(i32("tick of buying or being there")),
  moveIn: fixed(i32("tick of moving in")),
  tenure: fixed(f32("years lived here at tick 0", positive)),
  newcomer: fixed(u8("1: came from elsewhere")),
  competence: fixed(f32("share of the most capable")),
  publicSpirit: fixed(f32("share of the most public-spirited")),
  caution: fixed(f32("share of known others that must take part before one does")),
  needMain: fixed(u8("code of a need", [0, NEEDS.length - 1])),
  needMinor: fixed(u8("code of a need", [0, NEEDS.length - 1])),
  hours: fixed(f32("hours a week for others", positive)),
  presence: u8("0 not yet, 1 bought, 2 moved in", [0, 2]),
  generalTrust: f32("trust in an unknown neighbor"),
  reputation: f32("standing as a helper", share, 0.5),
  belongingSlow: f32("lasting part of belonging", [0, 3]), // three weights of at most 1
  belongingFast: f32("passing part of belonging", [-1, 1]),
  belonging: f32("sense of community"),
  efficacy: f32("belief that acting together brings something", share, 0.4),
  rung: u8("rung of participation", [0, RUNGS.length - 1]),
  discovered: i32("tick of being discovered by the team; far in the past: never", [NEVER, 1e9], NEVER),
  atEvent: tickColumn,
  memberOf: u8("organizations", [0, 255]),
  leads: u8("organizations led", [0, 255]),
  seats: u8("seats held", [0, 255]),
  trustTeam: f32("trust in the builder team", share, 0.5),
  trustCommittee: f32("trust in the committee", share, 0.5),
  trustGovernment: f32("trust in the sub-district office", share, 0.5),
  trustDeveloper: f32("trust in the developer", share, 0.5),
  trustProperty: f32("trust in the property company", share, 0.5),
  expectTeam: f32("conduct expected of the team", share, 0.5),
  expectCommittee: f32("conduct expected of the committee", share, 0.5),
  expectGovernment: f32("conduct expected of the office", share, 0.5),
  expectDeveloper: f32("conduct expected of the developer", share, 0.5),
  expectProperty: f32("conduct expected of the property company", share, 0.5),
} as const;

export const COMMUNITIES = {
  firstResident: fixed(i32("number of a resident")),
  lastResident: fixed(i32("number of a resident, exclusive")),
  present: i32("residents who have arrived", positive),
  movedIn: i32("residents who live there", positive),
  roomHours: f32("hours a week for which rooms were asked", positive),
  unmet: f32("share of asked room hours that were refused"),
} as const;

export const BLOCKS = {
  community: fixed(i32("row of communities")),
  firstResident: fixed(i32("number of a resident")),
  lastResident: fixed(i32("number of a resident, exclusive")),
} as const;

/** Of a directed tie. */
export const TIES = {
  trust: f32("trust of one resident in another", share, 0.5),
  kept: f32("favors and promises kept, faded", positive),
  broken: f32("favors refused and promises broken, faded", positive),
} as const;

/** Of a pair of acquaintances: one value for both directions. */
export const PAIRS = {
  strength: f32("recency of contact", share, 0.5),
  owed: f32("favors received by who leads the even tie less those given, faded", [
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ]),
} as const;

export const ORGANIZATIONS = {
  community: i32("row of communities"),
  need: u8("code of a need", [0, NEEDS.length - 1]),
  identity: i32("hash of founder and tick: key of its draws"),
  founder: i32("number of a resident"),
  leader: i32("number of a resident"),
  founded: i32("tick"),
  below: u8("1: founded from below"),
  autonomy: f32("share of its own affairs that it decides itself", share, 1),
  rules: u8("1: written rules"),
  fixedTimes: u8("1: meets at fixed times"),
  organizing: f32("stock of organizing skill", positive),
  deliberating: f32("stock of deliberating skill", positive),
  executing: f32("stock of executing skill", positive),
  orientation: u8("code of an orientation", [0, ORIENTATIONS.length - 1]),
  leaning: f32("progress towards the next orientation"),
  members: i32("residents", positive),
  regularity: f32("recent share of weeks with a meeting"),
  lastMet: tickColumn,
  lastJoint: tickColumn,
  attending: i32("members at the last meeting", positive),
  cohesion: f32("mean trust between leader and members", share, 0.5),
  hands: f32("hours a week that members give", positive),
  money: f32("thousand yuan in hand", positive),
  rooms: f32("share of asked room hours granted", share, 1),
  handsNeed: f32("hours a week that its plans ask", positive),
  moneyNeed: f32("thousand yuan that its plans ask", positive),
  roomsNeed: f32("room hours a week that its plans ask", positive),
  deeds: i32("activities held for others", positive),
  standing: f32("esteem among residents", share, 0.5),
  coaching: f32("coaching received of late, hours a week, faded", positive),
  coached: u8("1: ever coached or granted by the team"),
  grants: i32("grants received", positive),
  seen: f32("practice of others seen of late, faded", positive),
  platform: i32("row of platforms that it sits in, or -1", [-1, 1e9], -1),
} as const;

export const MEMBERSHIPS = {
  since: i32("tick"),
  active: f32("recent share of meetings attended", share, 0.5),
  attended: tickColumn,
} as const;

/** Between organizations (a, b): that they met. */
export const CONTACTS = {
  last: tickColumn,
  before: tickColumn,
  meetings: i32("meetings", positive),
  trust: f32("trust between the leaders", share, 0.5),
} as const;

export const ISSUES = {
  community: i32("row of communities"),
  block: i32("row of blocks, or -1: the whole community", [-1, 1e9], -1),
  kind: i32("index into the agenda's kinds"),
  identity: i32("hash of calendar entry: key of its draws"),
  responsible: i32("code of a role, or -1: residents themselves", [-1, ROLES.length - 1], RESIDENTS_ACT),
  effort: f32("hours of work", positive),
  cost: f32("cost to who must act, in units of its benefit", positive),
  contention: f32("how far interests conflict"),
  salience: f32("weight in residents' minds"),
  emergency: u8("1: cannot wait"),
  vote: u8("1: the law asks an owners' vote"),
  arisen: i32("tick"),
  state: u8("code of a state", [0, STATES.length - 1]),
  stateSince: i32("tick"),
  touched: i32("residents", positive),
  mobilized: f32("share of those touched who would act"),
  complaints: i32("residents who complained alone", positive),
  platform: i32("row of platforms, or -1", [-1, 1e9], -1),
  brought: tickColumn,
  decided: tickColumn,
  closed: tickColumn,
  tabled: tickColumn,
  support: f32("share of seats in favor after discussion"),
  due: tickColumn,
  missed: u8("1: the promise of who must act was not kept"),
  pledged: f32("hours a week pledged", positive),
  progress: f32("share of the work done"),
} as const;

export const TOUCHES = { complained: u8("1: has complained alone") } as const;

export const PLATFORMS = {
  community: i32("row of communities"),
  identity: i32("hash of founder and tick: key of its draws"),
  founder: i32("0: residents' organizations; else 1 + code of a role", [0, ROLES.length], 0),
  founded: i32("tick"),
  alive: u8("1: alive, 0: dormant", [0, 1], 1),
  meets: u8("1: meets this week"),
  meetings: i32("meetings held", positive),
  firstMet: tickColumn,
  lastMet: tickColumn,
  nextMeeting: tickColumn,
  dormantSince: tickColumn,
  missed: i32("meetings in a row without quorum", positive),
  attending: i32("delegates at the last meeting", positive),
  seats: i32("delegates", positive),
  skill: f32("deliberating capability of who sits in it"),
  standing: f32("esteem among its delegates", share, 0.5),
  voice: f32("share of turns that fell to residents of late", share, 0.5),
  curbed: f32("share of items or tactics that the team took off of late"),
} as const;

/** Between platforms (a) and residents (b): delegates. */
export const SEATS = {
  organization: i32("row of organizations that sent the delegate, or -1", [-1, 1e9], -1),
  expectation: f32("share of due decisions expected to be carried out", share, 0.6),
  stake: f32("what the platform's matters mean to the delegate", share, 0.5),
  present: u8("1: came to the last meeting"),
  attended: i32("meetings attended", positive),
  opinion: f32("opinion on the item under discussion", share, 0.5),
} as const;

/** Between issues (a) and organizations (b): hours pledged to a decision. */
export const COMMITMENTS = {
  hours: f32("hours a week", positive),
  worked: f32("hours given so far", positive),
} as const;

/** Between residents' organizations: one large activity held together. */
export const JOINT_ACTS = {
  community: i32("row of communities"),
  identity: i32("hash of founder and tick: key of its draws"),
  begun: i32("tick"),
  due: i32("tick"),
  effort: f32("hours of work", positive),
  progress: f32("share of the work done"),
  gain: f32("reckoned gain, in hours a member organization", [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]),
  state: u8("0 under way, 1 succeeded, 2 failed", [0, 2]),
  partners: i32("organizations", positive),
} as const;
/** Between joint acts (a) and organizations (b). */
export const PARTNERS = { hours: f32("hours a week", positive) } as const;
