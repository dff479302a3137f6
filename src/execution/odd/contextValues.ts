/** Values of scenarios in cells and tables. */
import type { Field, GrantRound, IssueKind, StartOrganization, SteeredGroup } from "../../model/context.ts";
import type { Scenario } from "../../model/scenario.ts";
import { NEEDS, ROLES } from "../../model/vocabulary.ts";
import type { Language } from "../../observe/naming.ts";
import { placesZh } from "../../observe/sources.ts";
import type { Words } from "../report/words.ts";
import { numeral, page, table } from "./markdown.ts";

/** A field's value as it stands in a cell; lists that have a table of their own by their length. */
export function valueText(kind: Field["kind"], value: unknown, words: Words): string {
  const { say, lang } = words;
  const list = <T>(items: readonly T[], text: (item: T) => string) =>
    items.length === 0 ? say("none", "无") : items.map(text).join(say("; ", "；"));
  switch (kind) {
    case "flag":
      return value ? say("yes", "是") : say("no", "否");
    case "date":
      return value === null ? say("none given", "未设定") : String(value);
    case "payer":
      return ROLES.find((role) => role.name === value)![lang];
    case "needs":
      return list(NEEDS, (n) => `${n[lang]} ${numeral((value as Readonly<Record<string, number>>)[n.name]!)}`);
    case "groups":
      return list(value as readonly SteeredGroup[], (g) =>
        say(
          `week ${g.week}: ${needText(g.need, lang)}, ${g.size} residents`,
          `第${g.week}周：${needText(g.need, lang)}，${g.size}人`,
        ),
      );
    case "rounds":
      return list(value as readonly GrantRound[], (r) => roundText(r, words));
    case "kinds":
    case "organizations": {
      const { length } = value as readonly unknown[];
      return length === 0 ? say("none", "无") : say(`${length}, see below`, `${length}项，见下表`);
    }
    default:
      return numeral(value as number);
  }
}

function roundText(r: GrantRound, { say }: Words): string {
  const open = r.public ? say(", on public issues", "，公共议题") : "";
  return say(
    `week ${r.week}: ${r.grants} grants of ${r.amount} thousand yuan${open}`,
    `第${r.week}周：${r.grants}项，每项${r.amount}千元${open}`,
  );
}

const needText = (name: string, lang: Language) => NEEDS.find((need) => need.name === name)![lang];

/** Where a value comes from, in the document's language. */
export function sourceNote(source: string, lang: Language): string {
  return lang === "zh" ? placesZh(source) : source;
}

/** The kinds of issues of a scenario. */
export function kindTable(scenario: Scenario, { say, lang }: Words): string {
  const header = [
    say("kind of issue", "议题类型"),
    say("who must act", "责任方"),
    say("a month per 1,000", "每千人每月"),
    say("surge", "高峰倍数"),
    say("scope", "范围"),
    say("share touched", "受影响比例"),
    say("hours", "工时"),
    say("cost", "成本"),
    say("contention", "争议"),
    say("salience", "关注"),
    say("emergency", "突发"),
    say("owners' vote", "须业主表决"),
  ];
  const yes = (flag: boolean) => (flag ? say("yes", "是") : say("no", "否"));
  const who = (name: string) => ROLES.find((role) => role.name === name)?.[lang] ?? say("residents", "居民自己");
  const row = (k: IssueKind) => [
    k.label[lang],
    who(k.responsible),
    ...[k.perThousandMonthly, k.surge].map(numeral),
    k.scope === "block" ? say("block", "楼栋") : say("community", "社区"),
    ...[k.share, k.effort, k.cost, k.contention, k.salience].map(numeral),
    yes(k.emergency),
    yes(k.vote),
  ];
  const title = say(`**Kinds of issues: ${scenario.title.en}**`, `**议题类型：${scenario.title.zh}**`);
  return page(title, table(header, scenario.context.agenda.kinds.map(row)));
}

/** The organizations at hand in a scenario; an empty text if there are none. */
export function startOrganizationTable(scenario: Scenario, { say, lang }: Words): string {
  const list = scenario.context.start.organizations;
  if (list.length === 0) return "";
  const header = [
    say("need", "需求"),
    say("community (from 0)", "社区（自 0 起）"),
    say("members", "成员数"),
    say("years since founding", "成立年数"),
    say("skill", "能力"),
    say("written rules", "成文规章"),
  ];
  const row = (o: StartOrganization) => [
    needText(o.need, lang),
    ...[o.community, o.members, o.years, o.skill].map(numeral),
    o.rules ? say("yes", "有") : say("no", "无"),
  ];
  const title = say(`**Organizations at hand: ${scenario.title.en}**`, `**已有组织：${scenario.title.zh}**`);
  return page(title, table(header, list.map(row)));
}
