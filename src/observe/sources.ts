/** Sources of values, which are declared in English, in a reader's language. */
import { sourceText } from "../model/units.ts";
import type { Language } from "./naming.ts";

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

/** The source of a value of a scenario or a parameter: notes on the study by their places, references as they are. */
export function valueSource(source: string, lang: Language): string {
  return lang === "zh" && /^(paper|assumption|not applicable)\b/.test(source)
    ? placesZh(source)
    : citation(source, lang);
}
