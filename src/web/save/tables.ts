/** What the page knows as tables: headers in the reader's language, each with the name that the library uses. */

import type { Side } from "../../experiments/page/address.ts";
import { eventLabel, seriesLabel } from "../../observe/labels.ts";
import { MEASURE_NAMES, type MeasureName, measureOf } from "../../observe/measures.ts";
import type { Language } from "../../observe/naming.ts";
import type { End } from "../engine/session.ts";
import type { Spread } from "../many/spread.ts";
import type { Cell } from "./csv.ts";

/** What a table needs of a side. */
export interface SideTable {
  readonly side: Side;
  readonly scenario: string;
  readonly dates: readonly string[];
  readonly columns: Readonly<Record<string, readonly number[]>>;
  readonly end: End | null;
}

const HEADS: Readonly<Record<string, readonly [string, string]>> = {
  side: ["side", "哪一边"],
  scenario: ["scenario", "情景"],
  week: ["week", "周"],
  date: ["date", "日期"],
  kind: ["kind of event", "事件类型"],
  who: ["whose", "主体"],
  event: ["what happened", "经过"],
  measure: ["measure", "指标"],
  unit: ["unit", "单位"],
  at: ["read at", "读取时间"],
  value: ["value", "数值"],
  replicate: ["run", "第几次运行"],
  seed: ["seed of the run", "运行种子"],
  hash: ["hash of the end", "终态哈希"],
};

const named = (text: string, code: string) => `${text} (${code})`;
const head = (code: string, lang: Language) => named(HEADS[code]![lang === "zh" ? 1 : 0], code);
const heads = (codes: readonly string[], lang: Language) => codes.map((code) => head(code, lang));

/** One row a side and week: the recorded series. */
export function weeklyRows(sides: readonly SideTable[], lang: Language): Cell[][] {
  const names = Object.keys(sides.find(({ dates }) => dates.length > 0)?.columns ?? {});
  const header = [
    ...heads(["side", "scenario", "week", "date"], lang),
    ...names.map((name) => named(seriesLabel(name)[lang], name)),
  ];
  const rows = sides.flatMap(({ side, scenario, dates, columns }) =>
    dates.map((date, week): Cell[] => [side, scenario, week, date, ...names.map((name) => columns[name]?.[week])]),
  );
  return [header, ...rows];
}

/** One row an event. */
export function eventRows(sides: readonly SideTable[], lang: Language): Cell[][] {
  const rows = sides.flatMap(({ side, scenario, end }) =>
    (end?.events ?? []).map((event): Cell[] => {
      const { week, date, kind, who } = event;
      return [side, scenario, week, date, named(eventLabel(kind)[lang], kind), who, event[lang]];
    }),
  );
  return [heads(["side", "scenario", "week", "date", "kind", "who", "event"], lang), ...rows];
}

/** One row a side, measure and time of reading: of the run that is shown. */
export function measureRows(sides: readonly SideTable[], lang: Language): Cell[][] {
  const rows = sides.flatMap(({ side, scenario, end }) => {
    if (!end) return [];
    const times = [...Object.entries(end.readings), ["final", end.measures] as const];
    return times.flatMap(([at, measures]) =>
      MEASURE_NAMES.map((name): Cell[] => {
        const { text, unit } = measureOf(name);
        return [side, scenario, named(text[lang], name), unit, at, measures[name]];
      }),
    );
  });
  return [heads(["side", "scenario", "measure", "unit", "at", "value"], lang), ...rows];
}

/** One row a run of many: what each has come to. */
export function spreadRows(spreads: readonly (readonly [SideTable, Spread])[], lang: Language): Cell[][] {
  const read = Object.keys(spreads[0]?.[1].replicates[0]?.measures ?? {}) as MeasureName[];
  const header = [
    ...heads(["side", "scenario", "replicate", "seed", "hash"], lang),
    ...read.map((name) => named(measureOf(name).text[lang], `final_${name}`)),
  ];
  const rows = spreads.flatMap(([{ side, scenario }, { replicates }]) =>
    replicates.map(({ replicate, seed, hash, measures }): Cell[] => {
      return [side, scenario, replicate, seed, hash, ...read.map((name) => measures[name])];
    }),
  );
  return [header, ...rows];
}
