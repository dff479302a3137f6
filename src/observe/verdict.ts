/** What decided an item, from its passages: the last line of a life. */
import type { Happening } from "./chronicle.ts";
import type { Language } from "./naming.ts";

/** Until when the passages go: the end of a run, or a week on its way. */
interface Until {
  readonly en: string;
  readonly zh: string;
}
const END: Until = { en: "at the end of the run", zh: "至运行结束" };
const THIS_WEEK: Until = { en: "as of this week", zh: "至本周" };

/**
 * A sentence on what decided an item: `own` are its passages, `others` those of other things before it, and `finished`
 * says whether the run is over.
 */
export function verdictOf(
  table: string,
  own: readonly Happening[],
  others: readonly Happening[],
  lang: Language,
  finished: boolean,
): string {
  const until = finished ? END : THIS_WEEK;
  if (table === "issues") return ofIssue(own, lang, until);
  if (table === "platforms") return ofPlatform(own, others, lang, until);
  if (table === "organizations") return ofOrganization(own, lang, until);
  if (table === "jointActs") return ofJointAct(own, lang, until);
  return say(lang, `Events logged of it: ${own.length}.`, `日志中共有${own.length}条记录。`);
}

const say = (lang: Language, en: string, zh: string) => (lang === "zh" ? zh : en);

function reasonText(h: Happening, lang: Language): string {
  return h.reason === null ? "" : h.kind.reasons![h.reason]![lang];
}

const count = (list: readonly Happening[], kind: string) => list.filter((h) => h.kind.name === kind).length;
const lastOf = (list: readonly Happening[], ...kinds: string[]) => list.findLast((h) => kinds.includes(h.kind.name));

/** Times in English. */
const times = (n: number) => (n === 1 ? "once" : n === 2 ? "twice" : `${n} times`);

function ofIssue(own: readonly Happening[], lang: Language, until: Until): string {
  const end = lastOf(own, "resolved", "shelved", "decided", "dropped", "forgotten", "brought");
  const reason = end ? reasonText(end, lang) : "";
  const shelved = count(own, "shelved");
  const before = shelved > 0 ? say(lang, `, after being shelved ${times(shelved)}`, `，此前搁置${shelved}次`) : "";
  switch (end?.kind.name) {
    case "resolved":
      return say(lang, `Resolved${before}: ${reason}.`, `得到解决${before}：${reason}。`);
    case "shelved":
      return say(
        lang,
        `Shelved ${times(shelved)} and not resolved; the last reason: ${reason}.`,
        `搁置${shelved}次，未获解决；最后的原因：${reason}。`,
      );
    case "decided":
      return say(lang, `Agreed but not yet carried out: ${reason}.`, `已议定，尚未执行：${reason}。`);
    case "dropped":
      return say(
        lang,
        `Kept off the agenda ${times(count(own, "dropped"))}: ${reason}.`,
        `${count(own, "dropped")}次未列入议程：${reason}。`,
      );
    case "forgotten":
      return ofForgotten(own, lang);
    case "brought":
      return say(lang, `Still under discussion ${until.en}.`, `${until.zh}仍在讨论之中。`);
    default:
      return say(
        lang,
        `Open ${until.en}: no platform took it up and no complaint was answered.`,
        `${until.zh}仍未解决：无平台受理，居民单独反映也无回应。`,
      );
  }
}

function ofForgotten(own: readonly Happening[], lang: Language): string {
  const stop = lastOf(own, "shelved", "dropped");
  if (!stop)
    return say(
      lang,
      "It faded: no platform took it up and no complaint was answered.",
      "淡出关注：无平台受理，居民单独反映也无回应。",
    );
  const reason = reasonText(stop, lang);
  return say(lang, `It faded unresolved; what stopped it: ${reason}.`, `未获解决，淡出关注；受阻原因：${reason}。`);
}

function ofPlatform(own: readonly Happening[], others: readonly Happening[], lang: Language, until: Until): string {
  const [met, brought, decided] = [count(own, "met"), count(others, "brought"), count(others, "decided")];
  const issues = (kind: string) => new Set(others.filter((h) => h.kind.name === kind).map((h) => h.subject));
  const done = [...issues("resolved")].filter((issue) => issues("decided").has(issue)).length;
  const record = say(
    lang,
    `${met} meetings, ${brought} demands brought, ${decided} agreements, ${done} carried out`,
    `开会${met}次，提交诉求${brought}项，达成决定${decided}次，办成${done}项`,
  );
  const end = lastOf(own, "dormant", "revived");
  const fate =
    end?.kind.name === "dormant"
      ? say(lang, `Suspended: ${reasonText(end, lang)}`, `停摆：${reasonText(end, lang)}`)
      : say(lang, `Alive ${until.en}`, `${until.zh}仍在运转`);
  return `${fate}${say(lang, "; ", "；")}${record}${leading(others, lang)}${say(lang, ".", "。")}`;
}

/** The most frequent reason of shelving. */
function leading(others: readonly Happening[], lang: Language): string {
  const counts = new Map<string, number>();
  for (const h of others) {
    if (h.kind.name === "shelved") counts.set(reasonText(h, lang), (counts.get(reasonText(h, lang)) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first) return "";
  return say(
    lang,
    `; most often shelved because: ${first[0]} (${first[1]})`,
    `；最常见的搁置原因：${first[0]}（${first[1]}次）`,
  );
}

function ofOrganization(own: readonly Happening[], lang: Language, until: Until): string {
  const [grants, rules] = [count(own, "granted"), count(own, "rulesTaken") > 0];
  const end = lastOf(own, "dissolved");
  if (end) return say(lang, `It ended: ${reasonText(end, lang)}.`, `已解散：${reasonText(end, lang)}。`);
  const made = [
    ...(count(own, "founded") === 0 ? [say(lang, "at hand from the start", "起始时已有")] : []),
    ...(rules ? [say(lang, "took written rules", "制定了组织规章")] : []),
    ...(grants > 0
      ? [say(lang, `won ${grants} micro-grant${grants > 1 ? "s" : ""}`, `获得微公益创投${grants}次`)]
      : []),
  ];
  const tail = made.length === 0 ? "" : say(lang, ` (${made.join(", ")})`, `（${made.join("，")}）`);
  return say(lang, `It lives on ${until.en}${tail}.`, `${until.zh}仍在活动${tail}。`);
}

function ofJointAct(own: readonly Happening[], lang: Language, until: Until): string {
  const end = lastOf(own, "jointDone", "jointFailed");
  if (!end) return say(lang, `Still under way ${until.en}.`, `${until.zh}仍在进行。`);
  const need = own.find((h) => h.kind.name === "jointBegun");
  const reason = need ? reasonText(need, lang) : "";
  return end.kind.name === "jointDone"
    ? say(
        lang,
        `It succeeds. The organizations act together because ${reason}: what one lacks, another has.`,
        `成功举办。起因：${reason}；各组织互补所缺。`,
      )
    : say(
        lang,
        `It fails. The organizations act together because ${reason}, and together, too, they lack it.`,
        `未能办成。起因：${reason}；合力仍未补足。`,
      );
}
