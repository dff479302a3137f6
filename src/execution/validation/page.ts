/** The page: the elements of evaluation in their order, each with its parts, a table of contents, and what made it all. */
import type { Language } from "../../observe/naming.ts";
import { htmlDocument } from "../report/htmlDocument.ts";
import type { Drawing } from "../report/plot.ts";
import { table } from "../report/tables.ts";
import { escaped, type Words, wordsIn } from "../report/words.ts";
import { CHECKS, ELEMENTS, type ElementText } from "./elements.ts";
import type { AnyPart } from "./part.ts";
import type { Form, PartRecord } from "./record.ts";
import { note } from "./shown.ts";

export interface PageContent {
  readonly parts: readonly AnyPart[];
  readonly records: ReadonlyMap<string, PartRecord | null>;
  readonly failures: readonly Failure[];
  readonly form: Form;
}

export interface Failure {
  readonly part: string;
  readonly reason: string;
}

const OWN_STYLE = `
nav.toc{margin:1.6rem 0;padding:.9rem 1.2rem;background:var(--panel);border-radius:8px;columns:2 22rem;column-gap:2.5rem}
nav.toc ol{margin:0;padding-left:1.4rem}
nav.toc>ol>li{break-inside:avoid;margin:.15rem 0}
nav.toc ol ol{list-style:none;padding-left:.4rem;font-size:.93em}
a{color:var(--c0)}
section.element>h2{border-top:2px solid var(--ink);padding-top:.7rem}
h3.part{font-size:1.18rem;margin:2.4rem 0 .2rem}
h4{font-size:1rem;line-height:1.4;margin:1.6rem 0 .3rem;font-weight:600}
p.made{color:var(--soft);font-size:.82rem;line-height:1.5;max-width:none;margin-top:.9rem}
p.quick{border-left:4px solid var(--warn);padding:.3rem .9rem}
ul.checks{max-width:46rem;padding-left:1.2rem}
ul.checks li{margin:.5rem 0}
ul.checks small{color:var(--soft);display:block}
@media print{nav.toc{display:none}}`;

/** The page with the sections that could not be drawn. */
export function pageHtml(
  content: PageContent,
  lang: Language,
  drawing: Drawing,
): { html: string; failures: Failure[] } {
  const words = wordsIn(lang);
  const failures = [...content.failures];
  const elements = ELEMENTS.map((element, k) => elementSection(element, k, content, failures, words, drawing));
  const body = [head(content, words), contents(content, words), ...elements, madeBy(content, words), foot(words)];
  return { html: htmlDocument(words, title(words), body.join("\n"), OWN_STYLE), failures };
}

const title = ({ say }: Words) => say("Validation of the model", "模型验证");
const partsOf = (element: ElementText, { parts }: PageContent) => parts.filter((part) => part.element === element.name);
const code = (text: string) => escaped(text).replace(/`([^`]+)`/g, "<code>$1</code>");

function head({ form }: PageContent, words: Words): string {
  const { say } = words;
  const lead = say(
    "What speaks for the model, what against it, and what is not known, in the order of an “evaludation” (Augusiak et al. 2014) and a TRACE document (Grimm et al. 2014).",
    "支持模型的证据、与之不符之处以及尚不清楚之处；按模型评价（evaludation，Augusiak 等 2014）与 TRACE 文档（Grimm 等 2014）的次序编排。",
  );
  const quick = say(
    "Quick form: so few replicates that it shows only that every part can be made. Read no result off it.",
    "快速版：重复次数很少，仅用于确认各部分均可生成，不宜据此下结论。",
  );
  const facts: [string, string][] = [
    ["linli", form.version],
    [say("form", "版本形式"), form.quick ? say("quick", "快速版") : say("full", "完整版")],
    [say("root seed", "根种子"), form.seed],
    [say("remade by", "重新生成"), `linli validate${form.quick ? " --quick" : ""} --seed ${form.seed}`],
  ];
  const list = facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${escaped(value)}</dd></div>`).join("");
  const warning = form.quick ? `<p class="warn quick">${quick}</p>` : "";
  return `<h1>${title(words)}</h1><p class="lead">${lead}</p>${warning}<dl class="facts">${list}</dl>`;
}

function contents(content: PageContent, words: Words): string {
  const items = ELEMENTS.map((element) => {
    const inner = partsOf(element, content).map(
      (part) => `<li><a href="#${part.name}">${words.of(part.title)}</a></li>`,
    );
    const list = inner.length === 0 ? "" : `<ol>${inner.join("")}</ol>`;
    return `<li><a href="#${element.name}">${words.of(element.title)}</a>${list}</li>`;
  });
  return `<nav class="toc" aria-label="${words.say("contents", "目录")}"><ol>${items.join("")}</ol></nav>`;
}

function elementSection(
  element: ElementText,
  k: number,
  content: PageContent,
  failures: Failure[],
  words: Words,
  drawing: Drawing,
): string {
  const text = element.text.map((one) => `<p>${code(words.of(one))}</p>`).join("");
  const checks = element.name === "implementationVerification" ? checksList(words) : "";
  const parts = partsOf(element, content).map((part) => partSection(part, content, failures, words, drawing));
  return `<section class="element" id="${element.name}"><h2>${k + 1} ${words.of(element.title)}</h2>${text}${checks}${parts.join("")}</section>`;
}

function checksList(words: Words): string {
  const items = CHECKS.map((check) => `<li>${escaped(words.of(check))}<small><code>${check.where}</code></small></li>`);
  return `<ul class="checks">${items.join("")}</ul>`;
}

function partSection(part: AnyPart, content: PageContent, failures: Failure[], words: Words, drawing: Drawing): string {
  const record = content.records.get(part.name) ?? null;
  const open = `<section id="${part.name}"><h3 class="part">${words.of(part.title)}</h3><p class="lead">${words.of(part.asks)}</p>`;
  const failed = (failure: Failure) =>
    `${open}${missing(failure, words)}${made(part, content.form, record, words)}</section>`;
  const known = failures.find((failure) => failure.part === part.name);
  if (known) return failed(known);
  if (record === null) return `${open}${missing(null, words)}${made(part, content.form, null, words)}</section>`;
  try {
    // headings of a section stand one level lower on this page
    const html = part.section(record.result, words, drawing).replace(/<(\/?)h3\b/g, "<$1h4");
    return `${open}${html}${made(part, content.form, record, words)}</section>`;
  } catch (error) {
    const failure = { part: part.name, reason: error instanceof Error ? error.message : String(error) };
    failures.push(failure);
    return failed(failure);
  }
}

function missing(failure: Failure | null, { say }: Words): string {
  const told =
    failure === null
      ? say("This part has not been made yet.", "此部分尚未生成。")
      : say(`This part is missing: ${failure.reason}`, `此部分缺失：${failure.reason}`);
  return `<p class="warn">${escaped(told)}</p>`;
}

/** The command that makes a part alone. */
export function commandOf(part: AnyPart, { quick, seed }: Form): string {
  return `linli validate --only ${part.name}${quick ? " --quick" : ""} --seed ${seed}`;
}

function made(part: AnyPart, form: Form, record: PartRecord | null, { say }: Words): string {
  const data =
    record === null
      ? ""
      : say(`; numbers in <code>${part.name}.json</code>`, `；数据见 <code>${part.name}.json</code>`);
  return `<p class="made">${say("Made by", "生成命令：")} <code>${escaped(commandOf(part, form))}</code>${data}</p>`;
}

/** What made each part: form, seed, time, machine. */
function madeBy({ parts, records, form }: PageContent, words: Words): string {
  const { say } = words;
  const rows = parts.flatMap((part) => {
    const record = records.get(part.name) ?? null;
    if (record === null) return [];
    const { machine, seconds, version } = record;
    return [
      [
        words.of(part.title),
        `<code>${escaped(commandOf(part, form))}</code>`,
        version,
        seconds < 90
          ? say(`${seconds.toFixed(0)} s`, `${seconds.toFixed(0)}秒`)
          : say(`${(seconds / 60).toFixed(1)} min`, `${(seconds / 60).toFixed(1)}分钟`),
        escaped(
          say(
            `${machine.cores} × ${machine.processor}, Node ${machine.node}, ${machine.system}`,
            `${machine.cores}核 ${machine.processor}，Node ${machine.node}，${machine.system}`,
          ),
        ),
      ],
    ];
  });
  const columns = [
    { title: say("part", "部分"), kind: "text" as const },
    { title: say("command", "命令"), kind: "text" as const },
    { title: "linli" },
    { title: say("time", "用时"), kind: "n" as const },
    { title: say("machine", "机器"), kind: "text" as const },
  ];
  const told = say(
    "Equal version and seed give equal numbers on any machine and any number of threads. The time is that of the last start, which keeps the runs of earlier ones.",
    "版本与种子相同，则在任何机器、任何线程数下数值相同。用时为最近一次启动的时间；此前已完成的运行会被保留，不再计入。",
  );
  const shown = rows.length === 0 ? "" : table(columns, rows);
  return `<section class="element" id="made"><h2>${say("How it was made", "生成信息")}</h2>${shown}${note(told)}</section>`;
}

function foot({ say }: Words): string {
  const references = [
    "Augusiak, J., Van den Brink, P. J., & Grimm, V. (2014). Merging validation and evaluation of ecological models to “evaludation”: a review of terminology and a practical approach. Ecological Modelling, 280, 117–128.",
    "Grimm, V., Augusiak, J., Focks, A., Frank, B. M., Gabsi, F., Johnston, A. S. A., Liu, C., Martin, B. T., Meli, M., Radchuk, V., Thorbek, P., & Railsback, S. F. (2014). Towards better modelling and decision support: documenting model development, testing, and analysis using TRACE. Ecological Modelling, 280, 129–139.",
    "曹飞廉、万怡、曾凡木 (2019). 社区自组织嵌入社区治理的协商机制研究——以两个社区营造实验为例.",
  ];
  return `<footer><p class="note"><b>${say("References", "参考文献")}</b></p>${references.map(note).join("")}</footer>`;
}
