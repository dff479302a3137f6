/** Many events of a few kinds in one sentence: how many of each, and for which reasons. */
import { ORIENTATIONS, type Text } from "../model/vocabulary.ts";
import type { Happening } from "./chronicle.ts";
import type { Language, Names } from "./naming.ts";

/** Clauses of a kind: one and several, with {count}. The order is that of a sentence. */
const CLAUSES: Readonly<Record<string, readonly [one: Text, many: Text]>> = {
  convened: clause("a council convened", "{count} councils convened", "召集成立议事会{count}个"),
  federated: clause("a federation founded", "{count} federations founded", "成立联合会{count}个"),
  founded: clause("one organization founded", "{count} organizations founded", "成立组织{count}个"),
  dissolved: clause("one organization ended", "{count} organizations ended", "解散组织{count}个"),
  rulesTaken: clause(
    "one organization took written rules",
    "{count} organizations took written rules",
    "{count}个组织制定组织规章",
  ),
  oriented: clause("one organization turned", "{count} organizations turned", "{count}个组织转变取向"),
  granted: clause(
    "one organization won a micro-grant",
    "{count} organizations won micro-grants",
    "{count}个组织获得微公益创投支持",
  ),
  jointBegun: clause("one joint act resolved on", "{count} joint acts resolved on", "发起联合活动{count}次"),
  jointDone: clause("one joint act succeeded", "{count} joint acts succeeded", "联合活动成功举办{count}次"),
  jointFailed: clause("one joint act failed", "{count} joint acts failed", "联合活动未能办成{count}次"),
  met: clause("one meeting", "{count} meetings", "开会{count}次"),
  dormant: clause("one platform suspended", "{count} platforms suspended", "{count}个平台停摆"),
  revived: clause("one platform revived", "{count} platforms revived", "{count}个平台恢复运转"),
  brought: clause("one demand brought", "{count} demands brought", "提交诉求{count}项"),
  dropped: clause("one kept off the agenda", "{count} kept off the agenda", "未列入议程{count}项"),
  decided: clause("one agreed", "{count} agreed", "议定{count}项"),
  shelved: clause("one shelved", "{count} shelved", "搁置{count}项"),
  resolved: clause("one resolved", "{count} resolved", "解决{count}项"),
};

function clause(one: string, many: string, zh: string): readonly [Text, Text] {
  return [
    { en: one, zh },
    { en: many, zh },
  ];
}

/** One sentence, without a full stop, that counts the events by kind and reason. */
export function clauses(group: readonly Happening[], names: Names, lang: Language): string {
  const kinds = [...new Set(group.map((h) => h.kind.name))].sort((a, b) => rank(a) - rank(b));
  const parts = kinds.map((kind) =>
    part(
      group.filter((h) => h.kind.name === kind),
      names,
      lang,
    ),
  );
  return parts.join(lang === "zh" ? "，" : ", ");
}

function rank(kind: string): number {
  const at = Object.keys(CLAUSES).indexOf(kind);
  return at < 0 ? Number.MAX_SAFE_INTEGER : at;
}

function part(list: readonly Happening[], names: Names, lang: Language): string {
  const found = CLAUSES[list[0]!.kind.name];
  if (!found) return unknownPart(list, names, lang);
  const text = found[list.length === 1 ? 0 : 1]![lang].replace("{count}", String(list.length));
  return text + why(list, lang);
}

/** A user's own kind has a sentence for one event only: it is told, and the others are counted. */
function unknownPart(list: readonly Happening[], names: Names, lang: Language): string {
  const first = names.sentence(list[0]!, lang);
  if (list.length === 1) return first;
  return lang === "zh" ? `${first}等${list.length}起` : `${first}, and ${list.length - 1} more`;
}

const REASONS_SHOWN = 2;

/** Reasons (or orientations) with their counts, the leading ones first; nothing where the kind has none or just one. */
function why(list: readonly Happening[], lang: Language): string {
  const counts = new Map<string, number>();
  for (const h of list) {
    const label = labelOf(h, lang);
    if (label !== "") counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  if (counts.size === 0 || list[0]!.kind.reasonNames.length === 1) return "";
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  const sole = sorted.length === 1 && sorted[0]![1] === list.length;
  const cause = CAUSED.includes(list[0]!.kind.name);
  const each = ([text, n]: readonly [string, number]) =>
    cause && lang === "zh" ? `${text}${n}次` : counted(text, n, lang);
  const texts = sole ? [sorted[0]![0]] : withRest(sorted, lang).map(each);
  const before = cause ? (lang === "zh" ? "起因：" : "because ") : "";
  return lang === "zh" ? `（${before}${texts.join("；")}）` : ` (${before}${texts.join("; ")})`;
}

/** Kinds whose reasons are causes: what moved those who acted. */
const CAUSED = ["jointBegun"];

function labelOf(h: Happening, lang: Language): string {
  const turn = h.kind.name === "oriented" ? ORIENTATIONS[h.value] : undefined;
  if (turn) return lang === "zh" ? turn.zh : `to ${turn.en}`;
  return h.reason === null ? "" : h.kind.reasons![h.reason]![lang];
}

function counted(text: string, n: number, lang: Language): string {
  return lang === "zh" ? `${text}：${n}` : `${text}: ${n}`;
}

/** The leading reasons; those behind them are counted together, unless it is but one. */
function withRest(sorted: readonly (readonly [string, number])[], lang: Language): (readonly [string, number])[] {
  if (sorted.length <= REASONS_SHOWN + 1) return [...sorted];
  const rest = sorted.slice(REASONS_SHOWN).reduce((sum, [, n]) => sum + n, 0);
  return [...sorted.slice(0, REASONS_SHOWN), [lang === "zh" ? "其他" : "other reasons", rest]];
}
