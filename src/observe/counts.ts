/** Measures of what happened, read from the log: issues, platforms, joint acts, federations. */
import type { Chronicle, PlatformLife } from "./chronicle.ts";
import { type Measure, type MeasureValue, measure, type Reading, ratio } from "./measure.ts";

const YEAR = 52;
const TWO_YEARS = 104;
const WEEKS_A_MONTH = 52 / 12;

function issues(
  c: Chronicle,
  test: (life: { brought: number | null; decided: number | null; resolved: number | null }) => boolean,
): number {
  let count = 0;
  for (const life of c.issues.values()) if (test(life)) count++;
  return count;
}

/** Of issues that arose at least a year ago, the share resolved within twelve months by any channel. */
function arisenResolved({ chronicle, run }: Reading): number | null {
  let [all, done] = [0, 0];
  for (const life of chronicle.issues.values()) {
    if (life.arisen > run.tick - YEAR) continue;
    all++;
    if (life.resolved !== null && life.resolved <= life.arisen + YEAR) done++;
  }
  return ratio(done, all);
}

/** 1 if waiting for the owners' vote is among the two leading reasons of shelving. */
function awaitingVoteLeads({ chronicle }: Reading): MeasureValue {
  const counts = [...chronicle.shelved].sort((a, b) => b[1] - a[1]);
  if (counts.length === 0) return null;
  const own = chronicle.shelved.get("awaitingVote") ?? 0;
  return own > 0 && counts.filter(([, n]) => n > own).length < 2 ? 1 : 0;
}

function platforms(c: Chronicle, test: (life: PlatformLife) => boolean): PlatformLife[] {
  return [...c.platforms.values()].filter(test);
}

const isConvened = (life: PlatformLife) => !life.below;
const isFederation = (life: PlatformLife) => life.below;
/** Went dormant and has not revived. */
const isDormant = (life: PlatformLife) => life.dormant.length > life.revived.length;

function earliest(ticks: readonly (number | undefined)[]): number | null {
  const known = ticks.filter((t) => t !== undefined);
  return known.length === 0 ? null : Math.min(...known);
}

/** The last meeting of a convened platform before it went dormant for the first time. */
function lastCouncil(reading: Reading): string | null {
  const last = platforms(reading.chronicle, isConvened).flatMap((life) => {
    const end = life.dormant[0];
    return end === undefined ? [] : life.meetings.filter((t) => t < end).slice(-1);
  });
  return last.length === 0 ? null : reading.date(Math.max(...last));
}

/** Mean life of platforms in months from the first meeting to dormancy, restricted to 24: Royston & Parmar (2013). */
function restrictedLife({ chronicle, run }: Reading): number | null {
  const lives = platforms(chronicle, (life) => life.meetings.length > 0 && life.meetings[0]! <= run.tick - TWO_YEARS);
  const weeks = lives.map((life) =>
    Math.min(TWO_YEARS, (life.dormant[0] ?? Number.POSITIVE_INFINITY) - life.meetings[0]!),
  );
  return ratio(weeks.reduce((sum, w) => sum + w, 0) / WEEKS_A_MONTH, weeks.length);
}

/** Of platforms that first met at least 24 months ago, or went dormant before that, the share dormant within 24. */
function dormantAtTwoYears({ chronicle, run }: Reading): number | null {
  const started = platforms(chronicle, (life) => life.meetings.length > 0);
  const early = (life: PlatformLife) =>
    life.dormant[0] !== undefined && life.dormant[0] <= life.meetings[0]! + TWO_YEARS;
  const judged = started.filter((life) => early(life) || life.meetings[0]! <= run.tick - TWO_YEARS);
  return ratio(judged.filter(early).length, judged.length);
}

function afterJointAct({ chronicle }: Reading): number | null {
  const federations = platforms(chronicle, isFederation);
  const acts = [...chronicle.jointActs.values()];
  const led = federations.filter((f) =>
    acts.some((a) => a.community === f.community && a.done !== null && a.done <= f.founded),
  );
  return ratio(led.length, federations.length);
}

const jointActs = (c: Chronicle, test: (life: { done: number | null; failed: number | null }) => boolean) =>
  [...c.jointActs.values()].filter(test).length;

const count = <const N extends string>(
  name: N,
  unit: string,
  en: string,
  zh: string,
  read: (c: Chronicle) => number,
): Measure<N> => measure(name, unit, en, zh, ({ chronicle }) => read(chronicle));

const shelvedBy = <const N extends string>(name: N, reason: string, en: string, zh: string): Measure<N> =>
  count(name, "cases", en, zh, (c) => c.shelved.get(reason) ?? 0);

export const COUNTS = [
  count("issuesArisen", "issues", "issues arisen", "出现的议题", (c) => c.issues.size),
  count("demandsBrought", "issues", "demands brought to a platform", "提交协商平台的诉求", (c) =>
    issues(c, (l) => l.brought !== null),
  ),
  count("demandsDecided", "issues", "demands decided", "议定的诉求", (c) => issues(c, (l) => l.decided !== null)),
  count("demandsResolved", "issues", "demands brought and resolved", "提交后解决的诉求", (c) =>
    issues(c, (l) => l.brought !== null && l.resolved !== null),
  ),
  measure("resolvedShare", "share", "resolved over brought", "解决数与提交数之比", ({ chronicle: c }) =>
    ratio(
      issues(c, (l) => l.brought !== null && l.resolved !== null),
      issues(c, (l) => l.brought !== null),
    ),
  ),
  measure("executedShare", "share", "executed over decided", "执行数与议定数之比", ({ chronicle: c }) =>
    ratio(
      issues(c, (l) => l.decided !== null && l.resolved !== null),
      issues(c, (l) => l.decided !== null),
    ),
  ),
  measure(
    "executedShareOfFive",
    "share",
    "executed over decided, if five or more were decided",
    "执行数与议定数之比（议定五项以上）",
    ({ chronicle: c }) => {
      const decided = issues(c, (l) => l.decided !== null);
      return decided < 5 ? null : issues(c, (l) => l.decided !== null && l.resolved !== null) / decided;
    },
  ),
  measure(
    "arisenResolvedShare",
    "share",
    "of issues arisen, resolved within 12 months by any channel",
    "出现的议题中十二个月内经任何渠道解决的比例",
    arisenResolved,
  ),
  shelvedBy("shelvedAwaitingVote", "awaitingVote", "shelved until an owners' vote", "因等业主委员会而搁置"),
  shelvedBy("shelvedRefused", "refused", "shelved by refusal", "因拒绝而搁置"),
  shelvedBy("shelvedDisagreement", "disagreement", "shelved for want of agreement", "因意见不一而搁置"),
  shelvedBy("shelvedNoHands", "noHands", "shelved for want of hands", "因人手不足而搁置"),
  shelvedBy("promisesBroken", "promiseBroken", "promises broken", "落空的承诺"),
  count("dropped", "cases", "kept off the agenda by the team", "被团队挡下", (c) => c.dropped),
  measure(
    "awaitingVoteLeads",
    "0 or 1",
    "“await the owners' committee” among the two leading reasons",
    "“等业委会”居搁置理由前两位",
    awaitingVoteLeads,
  ),
  count("platforms", "platforms", "platforms founded", "成立的协商平台", (c) => c.platforms.size),
  count("councils", "meetings", "meetings held by convened platforms", "由团队召集的沟通会次数", (c) =>
    platforms(c, isConvened).reduce((sum, life) => sum + life.meetings.length, 0),
  ),
  count("meetings", "meetings", "meetings held by all platforms", "各平台会议次数", (c) =>
    platforms(c, () => true).reduce((sum, life) => sum + life.meetings.length, 0),
  ),
  count("suspended", "0 or 1", "some platform is dormant", "有平台停摆", (c) =>
    platforms(c, isDormant).length > 0 ? 1 : 0,
  ),
  measure("suspensionDate", "date", "first suspension", "首次停摆日期", (r) =>
    r.date(earliest([...r.chronicle.platforms.values()].map((life) => life.dormant[0]))),
  ),
  measure(
    "lastCouncilDate",
    "date",
    "last meeting of a convened platform before it was suspended",
    "召集制平台停摆前最后一次会议",
    lastCouncil,
  ),
  measure(
    "dormantShareAtTwoYears",
    "share",
    "platforms dormant within 24 months of the first meeting",
    "首次会议后24个月内停摆的平台比例",
    dormantAtTwoYears,
  ),
  measure(
    "platformLife",
    "months, at most 24",
    "restricted mean life of platforms",
    "平台限制性平均存续期",
    restrictedLife,
    "Royston & Parmar (2013)",
  ),
  count("federations", "platforms", "federations", "联合会", (c) => platforms(c, isFederation).length),
  measure(
    "federationSize",
    "organizations",
    "organizations in a federation, mean",
    "联合会平均组织数",
    ({ chronicle: c }) => {
      const sizes = platforms(c, isFederation).map((life) => life.organizations);
      return ratio(
        sizes.reduce((sum, n) => sum + n, 0),
        sizes.length,
      );
    },
  ),
  measure("firstFederationDate", "date", "first federation", "首个联合会成立日期", (r) =>
    r.date(earliest(platforms(r.chronicle, isFederation).map((life) => life.founded))),
  ),
  measure(
    "federationsAfterJointAct",
    "share",
    "federations that followed a joint act",
    "在联合活动之后成立的联合会比例",
    afterJointAct,
  ),
  count("jointActs", "joint acts", "joint acts that succeeded", "办成的联合活动", (c) =>
    jointActs(c, (life) => life.done !== null),
  ),
  count("jointActsFailed", "joint acts", "joint acts that failed", "未办成的联合活动", (c) =>
    jointActs(c, (life) => life.failed !== null),
  ),
  count(
    "organizationsFounded",
    "organizations",
    "organizations founded in the run",
    "运行中成立的组织",
    (c) => c.organizationsFounded,
  ),
  count("organizationsEnded", "organizations", "organizations that ended", "解散的组织", (c) => c.organizationsEnded),
];
