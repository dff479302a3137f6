/** Section 4 of the document: the eleven design concepts. */
import { unitText } from "../../model/units.ts";
import { MEASURES } from "../../observe/measures.ts";
import { citation } from "../../observe/sources.ts";
import type { Words } from "../report/words.ts";
import { ACTING, type Concept, PRINCIPLES } from "./conceptsActing.ts";
import { TOGETHER } from "./conceptsTogether.ts";
import { code, heading, page, prose, table } from "./markdown.ts";

/** The eleven of Grimm et al. (2020), in their order. */
export const CONCEPTS: readonly Concept[] = [...PRINCIPLES, ...ACTING, ...TOGETHER];

export function concepts(words: Words): string {
  const { say, lang } = words;
  return page(
    heading(2, say("4 Design concepts", "4 设计概念")),
    ...CONCEPTS.flatMap(({ title, text }, i) => [heading(3, `4.${i + 1} ${title[lang]}`), prose(text[lang])]),
    measureTable(words),
  );
}

function measureTable({ say, lang }: Words): string {
  const rows = MEASURES.map((m) => [
    code(m.name),
    m.text[lang],
    unitText(m.unit)[lang],
    m.source ? citation(m.source, lang) : "",
  ]);
  return table([say("measure", "指标"), say("meaning", "含义"), say("unit", "单位"), say("source", "来源")], rows);
}
