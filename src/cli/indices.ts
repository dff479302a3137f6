/** Tables of sensitivity indices. */
import type { At } from "../analysis/runTable.ts";
import type { Estimate } from "../analysis/sensitivity/bootstrap.ts";
import type { MorrisEffects } from "../analysis/sensitivity/morrisEffects.ts";
import type { SobolIndices } from "../analysis/sensitivity/sobolIndices.ts";
import type { SweepIndices } from "../analysis/sensitivity/sweepIndices.ts";
import { axisText, measureText } from "../execution/report/names.ts";
import { shown } from "../observe/numbers.ts";
import { heading, print, type Session } from "./output.ts";
import { type Column, table, wrap } from "./table.ts";

/** Indices of a measure in one scenario, or why there are none. */
export interface Found {
  readonly measure: string;
  readonly variant: string;
  readonly indices: SweepIndices | null;
  readonly refused?: string;
}

export interface AboutIndices {
  readonly dir: string;
  readonly at: At;
  readonly axes: readonly string[];
  /** Whether there are several scenarios. */
  readonly ofMany: boolean;
}

/** A table for each measure, the axis that matters most first. */
export function showIndices(found: readonly Found[], about: AboutIndices, session: Session): void {
  const { say, terminal } = session;
  const comma = say(", ", "，");
  for (const { measure, variant, indices } of found) {
    if (!indices) continue;
    heading(session, titleOf(measure, variant, about, session) + comma + whenOf(about.at, session));
    const made =
      indices.kind === "morris"
        ? morrisRows(indices.effects, about.axes, session)
        : sobolRows(indices.indices, about.axes, session);
    print(session, ...table(made.columns, made.rows, session));
    if (indices.kind === "saltelli") showPairs(indices.indices, about.axes, session);
  }
  const refused = found.filter((f) => f.refused !== undefined);
  if (refused.length > 0) {
    heading(session, say("Without indices", "未能计算"));
    for (const { measure, variant, refused: why } of refused)
      print(session, `${titleOf(measure, variant, about, session)}${say(": ", "：")}${why}`);
  }
  const first = found.find((f) => f.indices)?.indices;
  if (first) print(session, "", ...wrap(explained(first.kind, session), terminal.width));
}

function titleOf(measure: string, variant: string, { ofMany }: AboutIndices, { say, lang }: Session): string {
  const label = measureText(measure).label[lang];
  const named = label === measure ? measure : say(`${label} (${measure})`, `${label}（${measure}）`);
  return ofMany ? `${variant}${say(": ", "：")}${named}` : named;
}

const whenOf = (at: At, { say }: Session) =>
  at === "final" ? say("at the end of the run", "运行结束时") : say("at the reading date", "读取日");

const withInterval = ({ value, low, high }: Estimate) => `${shown(value)} [${shown(low)}, ${shown(high)}]`;

interface Made {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

function named({ say }: Session): Column[] {
  return [{ title: say("axis", "参数轴") }, { title: say("meaning", "含义"), flexible: true }];
}

const label = (name: string, { lang }: Session) => {
  const text = axisText(name).label[lang];
  return text === name ? "" : text;
};

function morrisRows({ axes: effects }: MorrisEffects, axes: readonly string[], session: Session): Made {
  const rows = axes.map((name, j) => ({ name, ...effects[j]! })).sort((a, b) => b.muStar.value - a.muStar.value);
  return {
    columns: [...named(session), ...["μ* [95 %]", "μ", "σ"].map((title) => ({ title, right: true }))],
    rows: rows.map((r) => [r.name, label(r.name, session), withInterval(r.muStar), shown(r.mu), shown(r.sigma)]),
  };
}

function sobolRows({ first, total }: SobolIndices, axes: readonly string[], session: Session): Made {
  const rows = axes
    .map((name, j) => ({ name, first: first[j]!, total: total[j]! }))
    .sort((a, b) => b.total.value - a.total.value);
  return {
    columns: [...named(session), ...["S1 [95 %]", "ST [95 %]"].map((title) => ({ title, right: true }))],
    rows: rows.map((r) => [r.name, label(r.name, session), withInterval(r.first), withInterval(r.total)]),
  };
}

const PAIRS_SHOWN = 10;

function showPairs({ second }: SobolIndices, axes: readonly string[], session: Session): void {
  if (second.length === 0) return;
  const pairs = [...second].sort((a, b) => b.value - a.value).slice(0, PAIRS_SHOWN);
  const { say } = session;
  const columns = [
    { title: say("pair of axes", "成对参数轴"), flexible: true },
    { title: "S2 [95 %]", right: true },
  ];
  const rows = pairs.map((pair) => [pair.axes.map((j) => axes[j]!).join(" × "), withInterval(pair)]);
  print(session, "", ...table(columns, rows, session));
  const more = second.length - pairs.length;
  if (more > 0) print(session, say(`… and ${more} pairs more (all with --json)`, `……其余${more}对见 --json`));
}

function explained(kind: "morris" | "saltelli", { say }: Session): string {
  return kind === "morris"
    ? say(
        "μ*: mean size of the effect of an axis over its whole width, in the measure's unit; μ: its mean with the sign; σ: its spread, large where the effect is uneven or depends on other axes. Intervals by bootstrap over trajectories. Chance between replicates raises σ.",
        "μ*：参数轴全程基本效应绝对值的均值，单位同指标；μ：带符号的均值；σ：离散程度，数值大说明效应非线性或与其他轴有交互。区间由对轨迹的自助法得出。重复运行间的随机波动会使 σ 偏大。",
      )
    : say(
        "S1: share of the variance between points that an axis accounts for alone; ST: with all its interactions. Intervals by bootstrap over base points. Chance between replicates raises ST.",
        "S1：参数轴单独解释的点间方差比例；ST：含其全部交互作用。区间由对基点的自助法得出。重复运行间的随机波动会使 ST 偏大。",
      );
}

/** The same for machines: axes in the plan's order. */
export function indicesAsJson(found: readonly Found[], { dir, at, axes }: AboutIndices): object {
  const measures = found.map(({ measure, variant, indices, refused }) => {
    const own = { measure, variant };
    if (!indices) return { ...own, indices: null, reason: refused };
    if (indices.kind === "morris") {
      const { trajectories, axes: effects } = indices.effects;
      return { ...own, method: "morris", trajectories, axes: axes.map((name, j) => ({ name, ...effects[j]! })) };
    }
    const { base, mean, variance, first, total, second } = indices.indices;
    return {
      ...own,
      ...{ method: "saltelli", base, mean, variance },
      axes: axes.map((name, j) => ({ name, first: first[j]!, total: total[j]! })),
      pairs: second.map((pair) => ({ ...pair, axes: pair.axes.map((j) => axes[j]!) })),
    };
  });
  return { dir, at, measures };
}
