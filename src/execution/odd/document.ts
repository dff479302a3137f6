/**
 * The ODD document of the model (Grimm et al. 2020), in English or Chinese: what can be told from the model itself is made
 * from it, its tables, declarations and docstrings; the rest is written here, section by section.
 */
import { standardModel } from "../../model/community.ts";
import type { AnyMechanism, Model } from "../../model/mechanism.ts";
import { stepTrust } from "../../model/mechanisms/stepTrust.ts";
import { VARIANTS } from "../../model/variants.ts";
import type { Language } from "../../observe/naming.ts";
import { parseDocstring, readDocstrings } from "../docstrings.ts";
import { type Words, wordsIn } from "../report/words.ts";
import { SHIPPED } from "../scenarios.ts";
import { VERSION } from "../version.ts";
import { concepts } from "./concepts.ts";
import { entities } from "./entities.ts";
import { initialization } from "./initialization.ts";
import { inputData } from "./inputData.ts";
import { code, heading, page, prose, table } from "./markdown.ts";
import { purpose } from "./purpose.ts";
import { references } from "./references.ts";
import { STAGES, schedule } from "./schedule.ts";
import { type Described, submodel } from "./submodels.ts";

/** Rules that can stand in for one of the standard model. */
export const ALTERNATIVES: readonly AnyMechanism[] = [stepTrust];

/** The scenarios that are held against a study. */
const STUDIED = SHIPPED.filter((s) => s.patterns.length > 0);

/** The whole document as Markdown. */
export function oddDocument(lang: Language): string {
  const words = wordsIn(lang);
  const sections = [
    purpose(STUDIED, words),
    entities(standardModel, words),
    schedule(standardModel, words),
    concepts(words),
    initialization(STUDIED, words),
    inputData(words),
    submodels(words),
    references(words),
  ];
  return `${page(opening(words), contents(sections, words), ...sections)}\n`;
}

function opening({ say }: Words): string {
  return page(
    heading(
      1,
      say(
        "Linli: how neighbors come to govern themselves. ODD description",
        "邻里：社区自组织与协商治理的多主体模型。ODD 描述",
      ),
    ),
    prose(
      say(
        `
Version ${VERSION}. This description follows the ODD protocol (Overview, Design concepts, Details) for describing
individual- and agent-based models (Grimm et al. 2006), as updated by Grimm et al. (2020). Its tables, parameter values,
equations and notes on sources are made from the model itself: ${code("linli odd")} prints the description of the version
that is installed, ${code("linli odd --lang zh")} in Chinese.
`,
        `
版本 ${VERSION}。本描述遵循基于主体模型的 ODD（概述、设计概念、细节）规范（Grimm et al. 2006）及其更新版（Grimm et al. 2020）。
其中的表格、参数取值、方程与来源说明均由模型本身生成：${code("linli odd --lang zh")} 输出所安装版本的中文描述，${code("linli odd")} 输出英文描述。
`,
      ),
    ),
  );
}

/** The sections by their headings, each a link. */
function contents(sections: readonly string[], { say }: Words): string {
  const titles = sections.flatMap((section) => section.match(/^#{2,3} .+$/gm) ?? []);
  const lines = titles.map((line) => {
    const [, marks, title] = /^(#+) (.+)$/.exec(line)!;
    const anchor = title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, "")
      .replaceAll(" ", "-");
    return `${"  ".repeat(marks!.length - 2)}- [${title}](#${anchor})`;
  });
  return page(`**${say("Contents", "目录")}**`, lines.join("\n"));
}

function submodels(words: Words): string {
  const { say, lang } = words;
  const comments = readDocstrings();
  const described = (m: AnyMechanism): Described => {
    const text = comments[m.name]?.[lang] ?? "";
    return { mechanism: m, docstring: parseDocstring(text, lang, m.name) };
  };
  const numbers = (m: AnyMechanism) => m.submodel.split(".").map(Number);
  const all = standardModel.mechanisms.toSorted((a, b) => {
    const [x, y] = [numbers(a), numbers(b)];
    return x[1]! - y[1]! || x[2]! - y[2]!;
  });
  return page(
    heading(2, say("7 Submodels", "7 子模型")),
    say(prose(NOTATION.en), prose(NOTATION.zh)),
    ...STAGES.flatMap((stage, i) => [
      heading(3, `7.${i + 1} ${stage[lang]}`),
      ...all.filter((m) => numbers(m)[1] === i + 1).map((m) => submodel(described(m), words)),
    ]),
    heading(3, say("7.9 Alternatives", "7.9 替代规则")),
    say(prose(ALTERNATIVE.en), prose(ALTERNATIVE.zh)),
    ...ALTERNATIVES.map((m) => submodel(described(m), words)),
    say("Variants of the model that can be run by name:", "可按名称运行的模型变体："),
    table(
      [say("variant", "变体"), say("what differs from the standard model", "与标准模型的差异")],
      // by name: the order of a namespace is not the same in every loader
      Object.entries(VARIANTS)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, model]) => [code(name), differenceOf(model, words)]),
    ),
  );
}

/** What a variant adds to the standard week, leaves out or puts in another place. */
function differenceOf(variant: Model, { say, lang }: Words): string {
  const standard = standardModel.mechanisms;
  const added = variant.mechanisms.filter((m) => !standard.includes(m));
  const left = standard.filter((m) => !variant.mechanisms.includes(m));
  const common = standard.filter((m) => variant.mechanisms.includes(m));
  const order = variant.mechanisms.filter((m) => standard.includes(m));
  const [first, last] = [order.findIndex((m, i) => m !== common[i]), order.findLastIndex((m, i) => m !== common[i])];
  const moved = order.slice(first, last + 1).map((m) => code(m.name)); // only the stretch that is in another order
  return [
    ...added.map((m) => `${m.title[lang]} (${code(m.name)})${say(": ", "：")}${m.summary[lang]}`),
    ...left.map((m) => say(`Without ${code(m.name)}.`, `不含 ${code(m.name)}。`)),
    ...(first < 0 ? [] : [say(`In this order: ${moved.join(", ")}.`, `改按此次序：${moved.join("、")}。`)]),
  ].join(" ");
}

const NOTATION = {
  en: `
Each submodel gives its rule, the symbols of its equations, its source, where it departs from it and why, its parameters, and
the events that it logs. σ(x) = 1/(1 + exp(−x)); ← is the change of a variable in a step; min, max, floor and exp as usual;
A ? B : C is B if A holds, else C; P(…) is a chance; u is a uniform draw in [0, 1). Names in parentheses are
parameters of the submodel or, with a dot, fields of the context (section 2.5). Parameters are the same for all
scenarios and are named by mechanism and parameter. “The paper” is Cao, Wan & Zeng (2019).
`,
  zh: `
各子模型依次给出规则、方程符号、来源、与来源的差异及理由、参数以及所记录的事件。σ(x) = 1/(1 + exp(−x))；← 表示变量在一步中的变化；
min、max、floor、exp 取通常含义；A ? B : C 表示 A 成立时取 B，否则取 C；P(…) 为概率；u 为 [0, 1) 内的均匀随机数。
括号内的名称是该子模型的参数，带点者为情境字段（见 2.5）。参数在所有情景中相同，以“机制.参数”命名。“论文”指曹飞廉、万怡、曾凡木（2019）。
`,
};

const ALTERNATIVE = {
  en: "A rule below can take the place of one above, so that what depends on its form can be told from what does not.",
  zh: "下列规则可替换上文的同号规则，用以区分哪些结果取决于规则形式、哪些并不取决于它。",
};
