/** The points of a finished sweep with their summaries, from its `summary.csv`. */
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import type { SummaryCell } from "../../analysis/summaryRows.ts";
import { rowsOf } from "../../execution/csv.ts";
import { axisValue, measureText } from "../../execution/report/names.ts";
import { NOTHING, shown } from "../../observe/numbers.ts";
import type { Session } from "../output.ts";
import { type Column, table, wrap } from "../table.ts";

/** A measure at the end of the finished runs of a point; cells are numbers, dates, or null. */
export interface Estimate {
  readonly n: number;
  readonly missing: number;
  readonly mean: SummaryCell;
  readonly low: SummaryCell;
  readonly high: SummaryCell;
  readonly median: SummaryCell;
  readonly q05: SummaryCell;
  readonly q95: SummaryCell;
}

export interface PointSummary {
  readonly point: number;
  readonly scenario: string;
  readonly swap: string;
  /** Cells of the axes, by name. */
  readonly setting: Readonly<Record<string, string>>;
  readonly final: Readonly<Record<string, Estimate>>;
}

/** Points one after another, so that memory does not grow with them. */
export async function* pointSummaries(dir: string, axes: readonly string[]): AsyncGenerator<PointSummary> {
  let open: (PointSummary & { final: Record<string, Estimate> }) | undefined;
  const rows = rowsOf(join(dir, "summary.csv"));
  await rows.next(); // the header
  for await (const row of rows) {
    const [point, scenario, swap] = row as [string, string, string];
    if (open?.point !== Number(point)) {
      if (open) yield open;
      const setting = Object.fromEntries(axes.map((name, k) => [name, row[3 + k]!]));
      open = { point: Number(point), scenario, swap, setting, final: {} };
    }
    const [measure, at, n, missing, ...cells] = row.slice(3 + axes.length) as [string, string, ...string[]];
    const [mean, low, high, median, q05, q95] = cells.map(cellOf) as SummaryCell[] as Six;
    if (at === "final")
      open.final[measure] = { n: Number(n), missing: Number(missing), mean, low, high, median, q05, q95 };
  }
  if (open) yield open;
}

type Six = [SummaryCell, SummaryCell, SummaryCell, SummaryCell, SummaryCell, SummaryCell];

function cellOf(cell: string): SummaryCell {
  if (cell === "") return null;
  return Number.isNaN(Number(cell)) ? cell : Number(cell);
}

/** Mean with its 95 % interval; of a date the median. */
function estimateText(estimate: Estimate | undefined): string {
  if (!estimate) return NOTHING;
  const { mean, low, high, median } = estimate;
  if (mean === null) return shown(median);
  return low === null || low === high ? shown(mean) : `${shown(mean)} [${shown(low)}, ${shown(high)}]`;
}

const MOST_AXES = 3;

export interface PointsTable {
  readonly axes: readonly string[];
  /** Measures to show, the foremost first, and how many the sweep has read. */
  readonly measures: readonly string[];
  readonly read: number;
  /** The file that holds them all. */
  readonly where: string;
  /** Runs made at each point. */
  readonly replicates: readonly number[];
}

/**
 * Lines of a table of points: what sets them apart, runs, and as many of the first measures as there is room for. What it
 * leaves out is counted beneath it.
 */
export function pointsTable(points: readonly PointSummary[], about: PointsTable, session: Session): string[] {
  const { terminal } = session;
  const lines = (count: number) => tableOf(points, { ...about, measures: about.measures.slice(0, count) }, session);
  const fits = (made: readonly string[]) =>
    made.every((line) => stringWidth(stripVTControlCharacters(line)) <= terminal.width);
  let count = about.measures.length;
  while (count > 1 && !fits(lines(count))) count--;
  return [...lines(count), ...leftOut(about, count, session)];
}

function leftOut({ axes, read, where }: PointsTable, shownMeasures: number, { say, terminal }: Session): string[] {
  const left = [
    { n: axes.length - MOST_AXES, one: "axis", many: "axes", zh: "个参数轴" },
    { n: read - shownMeasures, one: "measure", many: "measures", zh: "项指标" },
  ].filter(({ n }) => n > 0);
  if (left.length === 0) return [];
  const en = left.map(({ n, one, many }) => `${n} more ${n === 1 ? one : many}`).join(" and ");
  const zh = left.map(({ n, zh }) => `${n}${zh}`).join("、");
  return wrap(say(`… and ${en}: all are in ${where}`, `……另有${zh}，全部见 ${where}`), terminal.width);
}

function tableOf(points: readonly PointSummary[], about: PointsTable, session: Session): string[] {
  const { say, lang } = session;
  const axes = about.axes.slice(0, MOST_AXES);
  const several = (of: (p: PointSummary) => string) => new Set(points.map(of)).size > 1;
  const [byScenario, bySwap] = [several((p) => p.scenario), several((p) => p.swap)];
  const columns: Column[] = [
    { title: say("point", "参数点"), right: true },
    ...(byScenario ? [{ title: say("scenario", "情景") }] : []),
    ...(bySwap ? [{ title: say("swap", "互换"), flexible: true }] : []),
    ...axes.map((name) => ({ title: shortName(name, axes), right: true })),
    { title: say("runs", "次数"), right: true },
    ...about.measures.map((name) => ({ title: measureText(name).label[lang], right: true, narrow: true })),
  ];
  const rows = points.map((p) => [
    String(p.point),
    ...(byScenario ? [p.scenario] : []),
    ...(bySwap ? [p.swap || NOTHING] : []),
    ...axes.map((name) => axisValue(p.setting[name]!)),
    String(about.replicates[p.point] ?? 0),
    ...about.measures.map((name) => estimateText(p.final[name])),
  ]);
  return table(columns, rows, session);
}

/** The last part of a dotted name, where that is enough. */
function shortName(name: string, among: readonly string[]): string {
  const last = (text: string) => text.slice(text.lastIndexOf(".") + 1);
  return among.some((other) => other !== name && last(other) === last(name)) ? name : last(name);
}
