/** Sources and values of events, which are declared in English, in the document's language. */
import { sourceText } from "../../model/units.ts";
import type { Language } from "../../observe/naming.ts";

/** Phrases of sources that occur beside references, in the order in which they are replaced. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/Luo 罗家德, as quoted in the paper/g, "罗家德，转引自论文"],
  [/non-ties at general trust/g, "不相识者取普遍信任"],
  [/the paper: four/g, "论文为四个"],
  [/(\) )take 2/g, "$1取 2"],
  [/; (?=values?:)/g, "；"],
];

/** The source of a value: references as they are, the words around them in the language. */
export function citation(source: string, lang: Language): string {
  if (lang === "en") return source;
  return sourceText(PHRASES.reduce((text, [from, to]) => text.replace(from, to), source)).zh;
}

const VALUES: Readonly<Record<string, string>> = {
  "kind of the agenda": "议程中的议题类型",
  "code of the need": "需求编码",
  "code of the new need": "新需求的编码",
  "members at the end": "解散时的成员数",
  "code of the orientation": "取向编码",
  "1: a round on public issues": "1：公共议题轮次",
  "1 + code of the role that convenes": "1 加召集机构的编码",
  "delegates present": "到会代表数",
  "meetings held": "已开会议次数",
  organizations: "组织数",
};

/** What the number of an event means. */
export function eventValue(value: string, lang: Language): string {
  return lang === "zh" ? (VALUES[value] ?? value) : value;
}

/** Whether a value of events has its Chinese text. */
export const hasEventValue = (value: string) => Object.hasOwn(VALUES, value);

/** What a study's notes on a value come down to in Chinese: places in the paper, and what is assumed. */
export function placesZh(source: string): string {
  const places = [...source.matchAll(/(\d)\((\d)\)(\d?)|Table (\d)|^paper (\d)(?!\()/g)].map(
    ([, part, section, item, number, alone]) =>
      number
        ? `表${number}`
        : alone
          ? NUMERALS[Number(alone)]!
          : `${NUMERALS[Number(part)]}（${NUMERALS[Number(section)]}）${item}`,
  );
  const prior = /prior (\[[^\]]+\]|±\d+ ?%)/.exec(source)?.[1];
  const rest = [
    /assumption/.test(source) ? "假设" : "",
    prior === undefined ? "" : `先验 ${prior}`,
    /equal in both/.test(source) ? "两个社区取值相同" : "",
    /none reported|: none$/.test(source) ? "未见报告" : "",
    /not applicable|applies to convened/.test(source) ? "不适用" : "",
  ].filter((text) => text !== "");
  const cited =
    places.length === 0 ? (/^paper/.test(source) ? ["论文"] : []) : [`论文${[...new Set(places)].join("、")}`];
  return [...cited, ...rest].join("；").replace("论文；未见报告", "论文未见报告");
}

const NUMERALS = ["", "一", "二", "三", "四", "五"];
