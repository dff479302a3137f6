/** Which measures are shown first, and what recorded series and kinds of events are called. */
import type { Text } from "../model/vocabulary.ts";
import { type MeasureName, measureOf } from "./measures.ts";
import { RECORDED } from "./recorder.ts";

/** The measures that a summary shows; all are in `--json`. */
export const KEY_MEASURES: readonly MeasureName[] = [
  "demandsBrought",
  "resolvedShare",
  "executedShare",
  "arisenResolvedShare",
  "organizations",
  "organizationsWithRules",
  "organizationsWithFixedTimes",
  "platforms",
  "councils",
  "suspended",
  "suspensionDate",
  "federations",
  "firstFederationDate",
  "jointActs",
  "meanTrust",
  "tieTrust",
  "meanBelonging",
  "teamTrust",
  "density",
  "reciprocity",
  "transitivity",
];

/** Recorded series that are no measures. */
const SERIES: Readonly<Record<string, Text>> = {
  members: { en: "memberships", zh: "组织成员人次" },
  ties: { en: "acquainted pairs", zh: "相识关系数" },
};

export const SERIES_NAMES = Object.keys(RECORDED);

export function seriesLabel(name: string): Text {
  return SERIES[name] ?? measureOf(name).text;
}

/** Kinds of events as headings, in the order of a neighborhood's life. */
const EVENTS: Readonly<Record<string, Text>> = {
  handover: { en: "homes handed over", zh: "交房" },
  founded: { en: "organizations founded", zh: "组织成立" },
  dissolved: { en: "organizations ended", zh: "组织解散" },
  turned: { en: "organizations turned to public affairs", zh: "组织转型处理公共事务" },
  rulesTaken: { en: "written rules taken", zh: "制定组织规章" },
  oriented: { en: "organizations that changed orientation", zh: "组织转变取向" },
  granted: { en: "micro-grants won", zh: "获得微公益创投支持" },
  jointBegun: { en: "joint acts resolved on", zh: "发起联合活动" },
  jointDone: { en: "joint acts that succeeded", zh: "联合活动办成" },
  jointFailed: { en: "joint acts that failed", zh: "联合活动未办成" },
  convened: { en: "councils convened", zh: "议事会召集成立" },
  federated: { en: "federations founded", zh: "联合会成立" },
  met: { en: "meetings", zh: "会议" },
  dormant: { en: "platforms suspended", zh: "协商平台停摆" },
  revived: { en: "platforms revived", zh: "协商平台恢复运转" },
  arisen: { en: "issues arisen", zh: "议题出现" },
  brought: { en: "demands brought", zh: "提交诉求" },
  dropped: { en: "demands kept off the agenda", zh: "诉求未列入议程" },
  decided: { en: "demands agreed on", zh: "诉求议定" },
  shelved: { en: "demands shelved", zh: "诉求搁置" },
  resolved: { en: "issues resolved", zh: "议题解决" },
  forgotten: { en: "issues faded from minds", zh: "议题淡出关注" },
};

export const EVENT_KINDS: readonly string[] = Object.keys(EVENTS);

/** What a kind of event is called; a user's own by its name. */
export function eventLabel(kind: string): Text {
  return EVENTS[kind] ?? { en: kind, zh: kind };
}
