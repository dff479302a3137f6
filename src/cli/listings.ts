/** The tables that `linli list` shows, with the items that `--json` prints. */

import { SHIPPED } from "../execution/scenarios.ts";
import { standardModel } from "../model/community.ts";
import { type BLOCK_NAMES, type Context, FIELDS_BY_NAME } from "../model/context.ts";
import type { Parameter } from "../model/mechanism.ts";
import type { Scenario } from "../model/scenario.ts";
import { unitText } from "../model/units.ts";
import { MEASURES } from "../observe/measures.ts";
import { NOTHING, shown } from "../observe/numbers.ts";
import { citation, valueSource } from "../observe/sources.ts";
import type { Session } from "./output.ts";
import type { Column } from "./table.ts";

export interface Listing {
  /** Key in `--json`. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  readonly items: readonly object[];
}

const range = ([low, high]: readonly [number, number]) => `${low} … ${high}`;

export function scenarioRows({ say, lang }: Session): Listing {
  return {
    name: "scenarios",
    title: say("Scenarios", "情景"),
    columns: [
      { title: say("name", "名称") },
      { title: say("title", "标题"), flexible: true },
      { title: say("about", "说明"), flexible: true },
    ],
    rows: SHIPPED.map((s) => [s.name, s.title[lang], s.about[lang]]),
    items: SHIPPED.map(({ name, title, about, context, reading, until }) => ({
      name,
      title,
      about,
      start: context.start.date,
      reading,
      until,
    })),
  };
}

export function parameterRows({ say, lang }: Session): Listing {
  const all = Object.entries(standardModel.parameters);
  return {
    name: "parameters",
    title: say("Parameters: one set for all scenarios", "参数：所有情景共用一套"),
    columns: [
      { title: say("name", "名称") },
      { title: say("default", "默认"), right: true },
      { title: say("range", "范围"), right: true },
      { title: say("unit", "单位"), flexible: true },
      { title: say("meaning", "含义"), flexible: true },
      { title: say("source", "来源"), flexible: true },
    ],
    rows: all.map(([name, p]) => [
      name,
      String(p.default),
      range(p.range),
      unitText(p.unit)[lang],
      p.label[lang],
      citation(p.source, lang),
    ]),
    items: all.map(([name, p]) => ({ name, ...p })),
  };
}

export function fieldRows({ say, lang }: Session): Listing {
  const all = Object.entries(FIELDS_BY_NAME);
  const bounds = (name: string) => {
    const f = FIELDS_BY_NAME[name]!;
    return ["number", "integer"].includes(f.kind) ? range(f.range) : f.kind === "flag" ? "true | false" : NOTHING;
  };
  return {
    name: "fields",
    title: say("Context fields: what a scenario may say", "情境变量：情景可以设定的内容"),
    columns: [
      { title: say("name", "名称") },
      { title: say("kind", "类型") },
      { title: say("range", "范围"), right: true },
      { title: say("unit", "单位"), flexible: true },
      { title: say("meaning", "含义"), flexible: true },
    ],
    rows: all.map(([name, f]) => [name, f.kind, bounds(name), unitText(f.unit)[lang], f.label[lang]]),
    items: all.map(([name, f]) => ({ name, ...f })),
  };
}

export function mechanismRows({ say, lang }: Session): Listing {
  const all = standardModel.mechanisms;
  return {
    name: "mechanisms",
    title: say("Mechanisms, in the week's order", "机制（按每周执行次序）"),
    columns: [
      { title: "ODD" },
      { title: say("name", "名称") },
      { title: say("title", "标题"), flexible: true },
      { title: say("what it does", "作用"), flexible: true },
    ],
    rows: all.map((m) => [m.submodel, m.name, m.title[lang], m.summary[lang]]),
    items: all.map(({ name, submodel, title, summary, source, order, parameters }) => {
      return { name, submodel, title, summary, source, order, parameters: Object.keys(parameters) };
    }),
  };
}

export function measureRows({ say, lang }: Session): Listing {
  return {
    name: "measures",
    title: say("Measures", "指标"),
    columns: [
      { title: say("name", "名称") },
      { title: say("meaning", "含义"), flexible: true },
      { title: say("unit", "单位"), flexible: true },
      { title: say("source", "来源"), flexible: true },
    ],
    rows: MEASURES.map((m) => [m.name, m.text[lang], unitText(m.unit)[lang], citation(m.source ?? "", lang)]),
    items: MEASURES.map(({ name, unit, text, source }) => ({ name, unit, text, source: source ?? null })),
  };
}

interface Assumption {
  readonly name: string;
  /** Value of a parameter, the same for all scenarios. */
  readonly value?: number;
  /** Value and source by scenario. */
  readonly scenarios?: Readonly<Record<string, { readonly value: unknown; readonly source: string }>>;
  readonly source: string;
}

const isAssumed = (source: string | undefined) => /\bassum/i.test(source ?? "");

/** Scenarios held side by side: those that tell the sources of their values by a study. */
const COMPARED: readonly Scenario[] = SHIPPED.filter((s) => s.patterns.length > 0);

/** Every parameter, and every value of the compared scenarios, whose source is an assumption. */
export function assumptionRows({ say, lang }: Session): Listing {
  const parameters = Object.entries(standardModel.parameters).filter(([, p]) => isAssumed(p.source));
  const fields = Object.keys(FIELDS_BY_NAME).filter((name) => COMPARED.some((s) => isAssumed(s.sources[name])));
  const items = [...parameters.map(ofParameter), ...fields.map(ofField)];
  return {
    name: "assumptions",
    title: say("Assumptions", "假设"),
    columns: [
      { title: say("name", "名称") },
      ...COMPARED.map((s) => ({ title: s.name, right: true, flexible: true })),
      { title: say("source", "来源"), flexible: true },
    ],
    rows: items.map((item) => [
      item.name,
      ...COMPARED.map((s) => brief(item.scenarios?.[s.name]?.value ?? item.value)),
      item.source
        .split(" | ")
        .map((source) => valueSource(source, lang))
        .join(" | "),
    ]),
    items,
  };
}

function ofParameter([name, p]: readonly [string, Parameter]): Assumption {
  return { name, value: p.default, source: p.source };
}

function ofField(name: string): Assumption {
  const scenarios = Object.fromEntries(
    COMPARED.map((s) => [s.name, { value: fieldOf(s.context, name), source: s.sources[name] ?? "" }] as const),
  );
  const sources = [...new Set(Object.values(scenarios).map((s) => s.source))].filter((s) => s !== "");
  return { name, scenarios, source: sources.join(" | ") };
}

export function fieldOf(context: Context, dotted: string): unknown {
  const [block, key] = dotted.split(".") as [(typeof BLOCK_NAMES)[number], string];
  return (context[block] as Readonly<Record<string, unknown>>)[key];
}

/** A value in a cell: lists by their length, weights by their numbers. */
export function brief(value: unknown): string {
  if (value === null || value === undefined) return NOTHING;
  if (typeof value === "number") return Number.isInteger(value) ? shown(value) : String(value);
  if (Array.isArray(value)) return `[${value.length}]`;
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .map(([key, v]) => `${key} ${v}`)
    .join(", ");
}
