/** What the charts show: which series, how their values are written, and what stands behind the lines. */

import { SIDES, type Side } from "../../experiments/page/address.ts";
import type { Setting } from "../../experiments/page/setting.ts";
import { createClock } from "../../kernel/clock.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { Text } from "../../model/vocabulary.ts";
import type { Language } from "../../observe/naming.ts";
import type { Band, Spread } from "../many/spread.ts";
import { extent, niceScale } from "./scale.ts";

type Columns = Readonly<Record<string, readonly number[]>>;

/** What charts read of a side's run; as it stands, no more than plain data. */
export interface ShownRun {
  readonly setting: Setting;
  readonly scenario: Scenario;
  readonly weeks: number;
  readonly frames: readonly { readonly date: string }[];
  readonly columns: Columns;
  readonly ghost: { readonly from: number; readonly columns: Columns } | null;
}

export interface ChartKind {
  readonly name: string;
  readonly title: Text;
  /** What the number is, in a sentence. */
  readonly about: Text;
  /** Weekly columns; the second is drawn dotted. */
  readonly columns: readonly { readonly name: string; readonly label: Text }[];
  /** The scale begins at 0. */
  readonly fromZero: boolean;
  /** Narrowest scale. */
  readonly least: number;
  readonly write: (value: number) => string;
}

const decimals = (value: number) => value.toFixed(2);
const percent = (value: number) => `${Math.round(100 * value)}%`;
const whole = (value: number) => String(Math.round(value));

export const CHART_KINDS: readonly ChartKind[] = [
  {
    name: "trust",
    title: { en: "Trust", zh: "信任" },
    about: { en: "expected in a random neighbor, 0 to 1", zh: "对任一邻居的信任期望，0至1" },
    columns: [{ name: "meanTrust", label: { en: "trust", zh: "信任" } }],
    fromZero: false,
    least: 0.04,
    write: decimals,
  },
  {
    name: "belonging",
    title: { en: "Belonging", zh: "归属感" },
    about: { en: "mean of residents, 0 to 1", zh: "居民平均，0至1" },
    columns: [{ name: "meanBelonging", label: { en: "belonging", zh: "归属感" } }],
    fromZero: false,
    least: 0.04,
    write: decimals,
  },
  {
    name: "participation",
    title: { en: "Participation", zh: "参与" },
    about: { en: "share of residents in organizations", zh: "加入自组织的居民比例" },
    columns: [{ name: "participation", label: { en: "participation", zh: "参与" } }],
    fromZero: true,
    least: 0.1,
    write: percent,
  },
  {
    name: "demands",
    title: { en: "Demands", zh: "诉求" },
    about: { en: "since the start, whole neighborhood", zh: "自开始以来累计，全社区" },
    columns: [
      { name: "demandsBrought", label: { en: "brought", zh: "提出" } },
      { name: "demandsResolved", label: { en: "resolved", zh: "解决" } },
    ],
    fromZero: true,
    least: 10,
    write: whole,
  },
];

export interface ChartLine {
  readonly side: Side;
  /** Index in the columns of the kind. */
  readonly column: number;
  readonly values: readonly number[];
  /** The future that was left, from the week on at which it was. */
  readonly ghost: { readonly values: readonly number[]; readonly from: number } | null;
  readonly band: (Band & { readonly weeks: readonly number[] }) | null;
}

type BySide<T> = Readonly<Record<Side, T>>;

/** The lines of a chart, as far as the runs have come. */
export function chartLines(kind: ChartKind, runs: BySide<ShownRun>, spreads: BySide<Spread | null>): ChartLine[] {
  return SIDES.flatMap((side) =>
    kind.columns.map(({ name }, column) => {
      const { columns } = runs[side];
      const ghost = ghostOf(runs[side]);
      const left = ghost?.columns[name];
      return {
        side,
        column,
        values: columns[name] ?? [],
        ghost: ghost && left ? { values: left, from: ghost.from } : null,
        band: bandOf(runs[side], spreads[side], name),
      };
    }),
  );
}

/** The future that was left; null if the new one is the same. */
export function ghostOf({ ghost, weeks }: ShownRun): ShownRun["ghost"] {
  return ghost && ghost.from < weeks ? ghost : null;
}

/** The spread of many runs, if they are runs of what is shown. */
export function spreadOf({ setting }: ShownRun, spread: Spread | null): Spread | null {
  return spread && JSON.stringify(spread.setting) === JSON.stringify(setting) ? spread : null;
}

function bandOf(run: ShownRun, found: Spread | null, name: string): ChartLine["band"] {
  const spread = spreadOf(run, found);
  const band = spread?.bands[name];
  return spread && band ? { ...band, weeks: spread.weeks } : null;
}

/** One scale for all that a chart shows. */
export function scaleOf({ fromZero, least }: ChartKind, lines: readonly ChartLine[]) {
  const lists = lines.flatMap(({ values, ghost, band }) => [
    values,
    ghost ? ghost.values.slice(ghost.from) : [],
    band ? [...band.low, ...band.high] : [],
  ]);
  return niceScale(extent(fromZero ? [[0], ...lists] : lists), least);
}

/** The value shown at a week: that of the last week there is, if the run has not come so far. */
export function valueAt(values: readonly number[], week: number): number | null {
  const value = values[Math.min(Math.floor(week), values.length - 1)];
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** The calendar of a side's run. */
export function clockOf(run: ShownRun) {
  return createClock(run.frames[0]?.date ?? run.scenario.context.start.date);
}

/** What a side is called where there is little room: where it stands and what it runs. */
export function sideName(side: Side, run: ShownRun, lang: Language): string {
  const title = run.scenario.title[lang].replace(/\s*[（(][^）)]*[）)]$/, "");
  return lang === "zh"
    ? `${side === "left" ? "左" : "右"}：${title}`
    : `${side === "left" ? "Left" : "Right"}: ${title}`;
}
