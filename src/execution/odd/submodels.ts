/** Section 7: each mechanism as its file and its declaration tell of it. */
import type { AnyMechanism, EventKind, Parameters } from "../../model/mechanism.ts";
import { unitText } from "../../model/units.ts";
import { citation } from "../../observe/sources.ts";
import type { Docstring, Part } from "../docstrings.ts";
import type { Words } from "../report/words.ts";
import { TABLES } from "./columnTexts.ts";
import { code, heading, interval, numeral, page, table } from "./markdown.ts";
import { eventValue } from "./phrases.ts";

/** A mechanism beside its docstring. */
export interface Described {
  readonly mechanism: AnyMechanism;
  readonly docstring: Docstring;
}

/** A submodel under its number. */
export function submodel({ mechanism: m, docstring }: Described, words: Words): string {
  const { say, lang } = words;
  return page(
    heading(4, `${m.submodel} ${m.title[lang]} (${code(m.name)})`),
    `**${m.summary[lang]}** ${docstring.remark}`,
    ...docstring.parts.map((part) => partText(part, words)),
    [
      `- ${say("**Source.** ", "**来源**：")}${capitalized(docstring.source)}`,
      `- ${say("**Departures, and why.** ", "**与原文献的差异及理由**：")}${capitalized(docstring.departures)}`,
      `- ${say("**Order.** ", "**次序**：")}${capitalized(docstring.order)}${say(".", "。")}`,
      `- ${say("**State.** ", "**状态变量**：")}${traffic(m, words)}`,
    ].join("\n"),
    parameterTable(m, words),
    eventTable(m, words),
  );
}

const capitalized = (text: string) => text[0]!.toUpperCase() + text.slice(1);

function partText(part: Part, { say }: Words): string {
  if (part.kind === "prose") return part.text;
  if (part.kind === "equation") return ["```text", ...part.lines, "```"].join("\n");
  return table(
    [say("symbol", "符号"), say("meaning", "含义"), say("unit or range", "单位或范围")],
    part.rows.map(([symbol, meaning, unit]) => [code(symbol), meaning, unit]),
  );
}

/** What it writes, bears and ends, in one sentence each. */
function traffic(m: AnyMechanism, { say, lang }: Words): string {
  const tables = (names: readonly string[]) =>
    names.map((name) => `${TABLES[name]!.name[lang].toLowerCase()} (${code(name)})`).join(say(", ", "、"));
  const columns = m.writes.map(code).join(say(", ", "、"));
  const sentences = [
    columns === "" ? say("It writes no column", "不写入任何变量") : say(`It writes ${columns}`, `写入 ${columns}`),
    ...(m.creates?.length ? [say(`it bears rows of ${tables(m.creates)}`, `新增${tables(m.creates)}`)] : []),
    ...(m.removes?.length ? [say(`it ends rows of ${tables(m.removes)}`, `移除${tables(m.removes)}`)] : []),
  ];
  return sentences.join(say("; ", "；")) + say(".", "。");
}

function parameterTable(m: AnyMechanism, { say, lang }: Words): string {
  const header = [
    say("parameter", "参数"),
    say("default", "默认值"),
    say("range", "范围"),
    say("unit", "单位"),
    say("meaning", "含义"),
    say("source", "来源"),
  ];
  const rows = Object.entries(m.parameters as Parameters).map(([key, p]) => [
    code(`${m.name}.${key}`),
    numeral(p.default),
    interval(p.range),
    unitText(p.unit)[lang],
    `${p.label[lang]}${say(": ", "：")}${p.note[lang]}`,
    citation(p.source, lang),
  ]);
  return rows.length === 0 ? say("It has no parameter.", "本规则没有参数。") : table(header, rows);
}

function eventTable(m: AnyMechanism, { say, lang }: Words): string {
  const header = [
    say("event", "事件"),
    say("of", "主体"),
    say("text", "文字"),
    say("reasons", "原因"),
    say("value", "数值"),
  ];
  const rows = Object.entries<EventKind>(m.events ?? {}).map(([name, kind]) => [
    code(name) + (kind.detail ? say(" (in full logs only)", "（仅完整日志）") : ""),
    TABLES[kind.subject]!.name[lang].toLowerCase(),
    kind.text[lang],
    Object.entries(kind.reasons ?? {})
      .map(([reason, text]) => `${code(reason)}${say(": ", "：")}${text[lang]}`)
      .join(say("; ", "；")),
    kind.value === undefined ? "" : eventValue(kind.value, lang),
  ]);
  return table(header, rows);
}
