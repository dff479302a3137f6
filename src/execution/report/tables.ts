/** Tables of a report: points with their means, all measures, axes and failed runs. */
import { NOTHING, shown, spread } from "../../observe/numbers.ts";
import { AT } from "./figures/panel.ts";
import { axisText, axisValue, measureText } from "./names.ts";
import type { Point, Results } from "./results.ts";
import { pointName, variantName, variantsOf } from "./variants.ts";
import { escaped, type Words } from "./words.ts";

/** A cell that is HTML already. */
type Html = string;
export interface Column {
  readonly title: Html;
  readonly kind?: "n" | "text" | "name";
}

export function table(columns: readonly Column[], rows: readonly (readonly Html[])[]): Html {
  const tagged = (tag: string, { kind }: Column, content: Html) =>
    `<${tag}${kind === undefined ? "" : ` class="${kind}"`}>${content}</${tag}>`;
  const head = columns.map((column) => tagged("th", column, column.title)).join("");
  const body = rows.map((row) => `<tr>${row.map((cell, k) => tagged("td", columns[k]!, cell)).join("")}</tr>`);
  return `<div class="table" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>`;
}

export const note = (text: string) => `<p class="note">${escaped(text)}</p>`;

/** The axes with what they mean and the values they take. */
export function axesTable(results: Results, words: Words): Html {
  const { say } = words;
  const rows = results.axes.map((name, k) => {
    const { label, unit } = axisText(name);
    const told = unit ? words.of(unit) : NOTHING;
    return [axisCode(name), escaped(words.of(label)), escaped(told), escaped(valuesOf(results.values[k]!, words))];
  });
  const columns: Column[] = [
    { title: say("axis", "参数轴") },
    { title: say("meaning", "含义"), kind: "text" },
    { title: say("unit", "单位") },
    { title: say("values", "取值"), kind: "text" },
  ];
  return table(columns, rows);
}

/** The dotted name of an axis, which may break after the dot. */
const axisCode = (name: string): Html => `<code>${escaped(name).replace(".", ".<wbr>")}</code>`;

const MOST_VALUES = 8;

function valuesOf(cells: readonly string[], { say }: Words): string {
  if (cells.length <= MOST_VALUES) return cells.map(axisValue).join(say(", ", "、"));
  const [low, high] = [axisValue(cells[0]!), axisValue(cells.at(-1)!)];
  return say(`${cells.length} values, ${low} to ${high}`, `${cells.length}个值，${low} 至 ${high}`);
}

/** Points that a table lists; all are in summary.csv. */
const MOST_POINTS = 40;

/** Every point with the means of the foremost measures and their intervals. */
export function pointsTable(results: Results, measures: readonly string[], words: Words): Html {
  const { say } = words;
  const { points, axes } = results;
  const several = variantsOf(points).length > 1;
  const columns: Column[] = [
    { title: say("point", "参数点"), kind: "n" },
    ...(several ? [{ title: say("scenario", "情景"), kind: "name" as const }] : []),
    ...axes.map((axis): Column => ({ title: axisCode(axis), kind: "n" })),
    { title: say("runs", "运行"), kind: "n" },
    ...measures.map((measure): Column => ({ title: escaped(words.of(measureText(measure).label)), kind: "n" })),
  ];
  const rows = points
    .slice(0, MOST_POINTS)
    .map((point) => [
      String(point.index),
      ...(several ? [escaped(variantName(point))] : []),
      ...point.setting.map((cell) => escaped(axisValue(cell))),
      point.failed === 0 ? String(point.runs) : `${point.runs - point.failed}/${point.runs}`,
      ...measures.map((measure) => meanCell(point, measure)),
    ]);
  const more = points.length - MOST_POINTS;
  const rest = more > 0 ? say(` ${more} more points are in summary.csv.`, `其余${more}个参数点见 summary.csv。`) : "";
  const told = say(
    "Mean at the end of the run and its 95 % interval (Student's t); of dates the median and the middle 90 % of the runs.",
    "运行结束时的均值及其95%区间（t分布）；日期为中位数及各次运行的中间90%。",
  );
  return table(columns, rows) + note(told + rest);
}

function meanCell(point: Point, measure: string): Html {
  const summary = point.summaries.get(`${AT}_${measure}`);
  if (!summary) return NOTHING;
  const { mean, low, high, median, q05, q95 } = summary;
  if (mean === null) return median === null && q05 === null ? NOTHING : interval(shown(median), shown(q05), shown(q95));
  return low === null ? shown(mean) : interval(minus(shown(mean)), minus(shown(low)), minus(shown(high)));
}

/** A number's hyphen as a minus sign; a date keeps its hyphens. */
export const minus = (text: string) =>
  text.replace(/^-(?=0\.0+$)/, "").replace(/^-|e-/, (hyphen) => hyphen.replace("-", "−"));

export function interval(middle: string, low: string, high: string): Html {
  return low === high && low === middle ? middle : `${middle}<br><small>${low} … ${high}</small>`;
}

/** Points whose measures are listed in full. */
export const MOST_DETAILED = 6;

/** All measures at the first few points. */
export function allMeasures(results: Results, words: Words): Html {
  const { say } = words;
  const points = results.points.slice(0, MOST_DETAILED);
  const columns: Column[] = [
    { title: say("measure", "指标"), kind: "text" },
    { title: say("read", "读取于") },
    ...points.map((p): Column => ({ title: escaped(pointName(p, results, words)), kind: "n" })),
  ];
  const rows = results.measures.flatMap((measure) =>
    (["reading", "final"] as const).flatMap((at) => {
      const summaries = points.map((p) => p.summaries.get(`${at}_${measure}`));
      if (summaries.every((s) => s === undefined || s.n === s.missing)) return [];
      const when = at === "reading" ? say("reading date", "读取日") : say("end", "结束时");
      return [
        [
          `${escaped(words.of(measureText(measure).label))} <code>${escaped(measure)}</code>`,
          when,
          ...summaries.map((s) => (s ? spread(s) : NOTHING)),
        ],
      ];
    }),
  );
  const told = say("Median [middle 90 % of the runs].", "中位数 [各次运行的中间90%]。");
  return table(columns, rows) + note(told + restOf(results.points.length, MOST_DETAILED, words));
}

/** Says how many of all are listed, where not all are. */
export function restOf(all: number, listed: number, { say }: Words): string {
  if (all <= listed) return "";
  return say(` The first ${listed} of ${all} points.`, `仅列前${listed}个参数点（共${all}个）。`);
}

/** Runs that failed, with what reruns them. */
export function failuresTable(results: Results, words: Words): Html {
  const { say } = words;
  const byIndex = new Map(results.points.map((p) => [p.index, p]));
  const rows = results.failures.map(({ point, replicate, seed, reason }) => [
    escaped(pointName(byIndex.get(point)!, results, words)),
    replicate,
    `<code>${escaped(seed)}</code>`,
    escaped(reason),
  ]);
  const columns: Column[] = [
    { title: say("point", "参数点"), kind: "text" },
    { title: say("replicate", "重复"), kind: "n" },
    { title: say("seed", "种子") },
    { title: say("reason", "原因"), kind: "text" },
  ];
  const more = results.failed - results.failures.length;
  return (
    table(columns, rows) + (more > 0 ? note(say(`${more} more are in runs.csv.`, `其余${more}次见 runs.csv。`)) : "")
  );
}
