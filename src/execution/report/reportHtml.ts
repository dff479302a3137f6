/** A sweep's directory as one page to send to a colleague: figures and tables, without script or network. */
import type { Language } from "../../observe/naming.ts";
import type { Manifest } from "../store.ts";
import { type FigureSet, setHtml } from "./figures/panel.ts";
import { htmlDocument } from "./htmlDocument.ts";
import { pairedTables } from "./pairs.ts";
import { type Report, type ReportOptions, readReport } from "./read.ts";
import type { Results } from "./results.ts";
import { allMeasures, axesTable, failuresTable, pointsTable } from "./tables.ts";
import { escaped, type Words } from "./words.ts";

/**
 * The report of a finished sweep as an HTML page in English or Chinese, light or dark as the reader's screen is.
 *
 * @throws InputError for a folder that holds no finished sweep, a measure that was not read, and where the optional
 * packages that draw figures are not installed.
 */
export async function reportHtml(dir: string, lang: Language, options: ReportOptions = {}): Promise<string> {
  return reportPage(await readReport(dir, lang, options));
}

/** The page of a report in hand. */
export async function reportPage({ dir, manifest, results, words, shown, numeric, sets }: Report): Promise<string> {
  const { say } = words;
  const pairs = manifest.plan.paired === false ? "" : await pairedTables(dir, results, numeric, words);
  const figures = (set: FigureSet | null) => (set === null ? null : setHtml(set));
  const sections: (readonly [title: string, html: string | null])[] = [
    [say("Axes", "参数轴"), results.axes.length > 0 ? axesTable(results, words) : null],
    [say("Outcomes", "结果"), figures(sets.outcomes)],
    [say("Sensitivity", "敏感性"), figures(sets.sensitivity)],
    [say("Course", "过程"), figures(sets.course)],
    [say("Events", "事件"), figures(sets.events)],
    [say("Points", "参数点"), pointsTable(results, shown, words)],
    [say("Paired differences", "配对差异"), pairs === "" ? null : pairs],
    [say("Failed runs", "失败的运行"), results.failed > 0 ? failuresTable(results, words) : null],
    [say("All measures", "全部指标"), folded(say("Show the table", "展开表格"), allMeasures(results, words))],
    [
      say("How it was made", "运行信息"),
      folded(say("Show the manifest", "展开清单"), `<pre>${escaped(JSON.stringify(manifest, null, 2))}</pre>`),
    ],
  ];
  const body = sections.flatMap(([title, html]) =>
    html === null ? [] : [`<section><h2>${title}</h2>${html}</section>`],
  );
  return page(manifest, head(manifest, results, words) + body.join("\n"), words);
}

const folded = (title: string, html: string) => `<details><summary>${title}</summary>${html}</details>`;

function head(manifest: Manifest, results: Results, words: Words): string {
  const { say } = words;
  const { plan } = manifest;
  const per = results.points.map((p) => p.runs);
  const [least, most] = [Math.min(...per), Math.max(...per)];
  const facts: [string, string][] = [
    [say("scenarios", "情景"), manifest.scenarios.map((s) => s.name).join(say(", ", "、"))],
    [say("points", "参数点"), String(results.points.length)],
    [say("replicates a point", "每点重复运行"), least === most ? String(least) : `${least}–${most}`],
    [say("runs", "运行次数"), String(results.runs)],
    [say("failed", "失败"), String(results.failed)],
    [say("design", "设计"), designText(plan.design, words)],
    [say("root seed", "随机种子"), String(plan.seed)],
    ["linli", manifest.version],
  ];
  const missing = manifest.shard === null && manifest.adaptive === null ? manifest.runs - results.runs : 0;
  const gap =
    missing > 0
      ? `<p class="warn">${say(`${missing} of ${manifest.runs} runs are not made yet.`, `共${manifest.runs}次运行，尚有${missing}次未完成。`)}</p>`
      : "";
  const lead = say(
    "What a model of neighborhoods does when its assumptions are changed. Not a forecast of any neighborhood.",
    "社区模型在不同假设下的运行结果，并非对任何真实社区的预测。",
  );
  return `<h1>${escaped(titleOf(manifest, words))}</h1><p class="lead">${lead}</p>${gap}<dl class="facts">${facts
    .map(([name, value]) => `<div><dt>${name}</dt><dd>${escaped(value)}</dd></div>`)
    .join("")}</dl>`;
}

function titleOf({ plan, scenarios }: Manifest, { say }: Words): string {
  return (
    plan.name ??
    say(
      `A sweep of ${scenarios.map((s) => s.name).join(" and ")}`,
      `${scenarios.map((s) => s.name).join("、")} 的参数扫描`,
    )
  );
}

function designText(design: Manifest["plan"]["design"], { say }: Words): string {
  if (design === undefined || design === "grid") return say("grid", "网格");
  if (design === "list") return say("matched list", "配对列表");
  if ("latinHypercube" in design) return say("Latin hypercube", "拉丁超立方");
  if ("sobol" in design) return say("Sobol sequence", "Sobol 序列");
  return "morris" in design ? say("Morris", "Morris 轨迹") : say("Saltelli", "Saltelli 抽样");
}

function page(manifest: Manifest, body: string, words: Words): string {
  const foot = words.say(
    `Made by linli ${manifest.version} from runs.csv, series.csv and events.csv beside it; summary.csv holds every measure at every point.`,
    `由 linli ${manifest.version} 据同一文件夹中的 runs.csv、series.csv 与 events.csv 生成；各参数点的全部指标见 summary.csv。`,
  );
  return htmlDocument(words, titleOf(manifest, words), `${body}\n<footer><p class="note">${foot}</p></footer>`);
}
