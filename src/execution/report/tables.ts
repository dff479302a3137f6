/** Tables of a report: points with their means, paired differences, all measures, axes and failed runs. */
import { type PairedRow, pairedRows } from "../../analysis/pairedRows.ts";
import { NOTHING, shown, spread } from "../../observe/numbers.ts";
import { AT } from "./figures/panel.ts";
import { axisText, axisValue, measureText } from "./names.ts";
import { openRuns, type Point, type Results } from "./results.ts";
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

const note = (text: string) => `<p class="note">${escaped(text)}</p>`;

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

function interval(middle: string, low: string, high: string): Html {
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

/** Points that the table of differences lists. */
const MOST_PAIRS = 12;

/** Differences from the first point over the same replicates; empty where there is but one point or replicate. */
export async function pairedTable(
  dir: string,
  results: Results,
  measures: readonly string[],
  words: Words,
): Promise<Html> {
  const { say } = words;
  const first = results.points[0]!;
  const listed = results.points.slice(1, 1 + MOST_PAIRS);
  const held = new Set([first, ...listed].map((p) => p.index));
  const { header, rows } = await openRuns(dir);
  const against = (point: number) => (held.has(point) ? first.index : undefined);
  const found = new Map<string, PairedRow>();
  for await (const pair of pairedRows(header, rows, { measures, at: AT, against }))
    if (pair.variance !== null) found.set(`${pair.point} ${pair.measure}`, pair);
  if (found.size === 0) return "";
  const columns: Column[] = [
    { title: say("point", "参数点"), kind: "text" },
    ...measures.map((measure): Column => ({ title: escaped(words.of(measureText(measure).label)), kind: "n" })),
  ];
  const body = listed.map((point) => [
    escaped(pointName(point, results, words)),
    ...measures.map((measure) => differenceCell(found.get(`${point.index} ${measure}`))),
  ]);
  const base = pointName(first, results, words);
  const told = say(
    `Each point less ${base}, over replicates of the same seed: mean difference, its 95 % interval, and the variance of the difference over that of independent replicates. At 0.25 pairing saves three runs of four; above 1 it costs some.`,
    `各参数点减“${base}”，按相同种子的重复运行配对：平均差、其95%区间，以及差值方差与独立重复运行方差之比。0.25 表示配对可省去四分之三的运行，大于1则反而增加。`,
  );
  return table(columns, body) + note(told + restOf(results.points.length - 1, MOST_PAIRS, words));
}

function differenceCell(pair: PairedRow | undefined): Html {
  if (!pair) return NOTHING;
  const { mean, low, high, variance, unpaired, ratio } = pair;
  const share =
    ratio === null ? "" : `<br><small>${small(variance!)} / ${small(unpaired!)} = ${ratio.toFixed(2)}</small>`;
  return interval(signed(mean!), signed(low!), signed(high!)) + share;
}

/** Says how many of all are listed, where not all are. */
function restOf(all: number, listed: number, { say }: Words): string {
  if (all <= listed) return "";
  return say(` The first ${listed} of ${all} points.`, `仅列前${listed}个参数点（共${all}个）。`);
}

const signed = (value: number) => (value > 0 ? `+${shown(value)}` : minus(shown(value)));
const small = (value: number) => (value !== 0 && value < 0.001 ? minus(value.toExponential(1)) : shown(value));

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
