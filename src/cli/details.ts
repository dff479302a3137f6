/** What `linli list NAME` tells of one scenario, parameter, context field, measure or mechanism. */

import { SHIPPED } from "../execution/scenarios.ts";
import { standardModel } from "../model/community.ts";
import { FIELDS_BY_NAME } from "../model/context.ts";
import type { Parameters } from "../model/mechanism.ts";
import type { Scenario } from "../model/scenario.ts";
import { unitText } from "../model/units.ts";
import { LINLI } from "../observe/command.ts";
import { MEASURE_NAMES, measureOf } from "../observe/measures.ts";
import { citation, valueSource } from "../observe/sources.ts";
import { brief, fieldOf } from "./listings.ts";
import { heading, print, type Session, styled } from "./output.ts";
import { table } from "./table.ts";

type Detail = readonly (readonly [label: string, text: string])[];

/** Every name that `list` can tell about. */
export function detailNames(): string[] {
  return [
    ...SHIPPED.map((s) => s.name),
    ...Object.keys(standardModel.parameters),
    ...Object.keys(FIELDS_BY_NAME),
    ...MEASURE_NAMES,
    ...standardModel.mechanisms.map((m) => m.name),
  ];
}

/** The whole of one thing, for machines; undefined if nothing is called so. */
export function detailAsJson(name: string): object | undefined {
  const scenario = SHIPPED.find((s) => s.name === name);
  if (scenario) return scenario;
  const parameter = standardModel.parameters[name];
  if (parameter) return { name, ...parameter };
  const field = FIELDS_BY_NAME[name];
  if (field)
    return { name, ...field, scenarios: Object.fromEntries(SHIPPED.map((s) => [s.name, ofScenario(s, name)])) };
  if ((MEASURE_NAMES as readonly string[]).includes(name)) {
    const { unit, text, source } = measureOf(name);
    return { name, unit, text, source: source ?? null };
  }
  const mechanism = standardModel.mechanisms.find((m) => m.name === name);
  if (!mechanism) return undefined;
  const { bind: _, ...declared } = mechanism;
  return declared;
}

function ofScenario(scenario: Scenario, field: string): object {
  return { value: fieldOf(scenario.context, field), source: scenario.sources[field] ?? null };
}

/** Shows one thing; false if nothing is called so. */
export function showDetail(name: string, session: Session): boolean {
  const scenario = SHIPPED.find((s) => s.name === name);
  if (scenario) {
    showScenario(scenario, session);
    return true;
  }
  const detail = detailOf(name, session);
  if (!detail) return false;
  print(session, styled(session, "bold", name));
  const columns = [{ title: "" }, { title: "", flexible: true }];
  print(session, ...table(columns, detail, session).slice(2));
  return true;
}

function detailOf(name: string, session: Session): Detail | undefined {
  const parameter = standardModel.parameters[name];
  if (parameter) return ofParameter(name, session);
  if (FIELDS_BY_NAME[name]) return ofField(name, session);
  if ((MEASURE_NAMES as readonly string[]).includes(name)) return ofMeasure(name, session);
  return standardModel.mechanisms.some((m) => m.name === name) ? ofMechanism(name, session) : undefined;
}

function ofParameter(name: string, { say, lang }: Session): Detail {
  const p = standardModel.parameters[name]!;
  return [
    [say("meaning", "含义"), p.label[lang]],
    [say("note", "说明"), p.note[lang]],
    [say("default", "默认"), String(p.default)],
    [say("range", "范围"), `${p.range[0]} … ${p.range[1]}`],
    [say("unit", "单位"), unitText(p.unit)[lang]],
    [say("source", "来源"), citation(p.source, lang)],
  ];
}

function ofField(name: string, { say, lang }: Session): Detail {
  const f = FIELDS_BY_NAME[name]!;
  const range = ["number", "integer"].includes(f.kind) ? `${f.range[0]} … ${f.range[1]}` : f.kind;
  return [
    [say("meaning", "含义"), f.label[lang]],
    [say("range", "范围"), range],
    [say("unit", "单位"), unitText(f.unit)[lang]],
    ...SHIPPED.map(
      (s) => [s.name, `${brief(fieldOf(s.context, name))}  (${valueSource(s.sources[name] ?? "–", lang)})`] as const,
    ),
  ];
}

function ofMeasure(name: string, { say, lang }: Session): Detail {
  const m = measureOf(name);
  return [
    [say("meaning", "含义"), m.text[lang]],
    [say("unit", "单位"), unitText(m.unit)[lang]],
    ...(m.source === undefined ? [] : [[say("source", "来源"), citation(m.source, lang)] as const]),
  ];
}

function ofMechanism(name: string, { say, lang }: Session): Detail {
  const m = standardModel.mechanisms.find((each) => each.name === name)!;
  const parameters = Object.keys(m.parameters as Parameters).map((key) => `${name}.${key}`);
  return [
    [say("title", "标题"), `${m.title[lang]} (${m.submodel})`],
    [say("what it does", "作用"), m.summary[lang]],
    [say("source", "来源"), citation(m.source, lang)],
    [say("parameters", "参数"), parameters.join(", ")],
  ];
}

/** The context of a scenario, field by field. */
function showScenario(scenario: Scenario, session: Session): void {
  const { say, lang } = session;
  print(session, styled(session, "bold", scenario.title[lang]), scenario.about[lang]);
  heading(session, say("Context", "情景"));
  const columns = [
    { title: say("field", "变量") },
    { title: say("value", "取值"), right: true, flexible: true },
    { title: say("meaning", "含义"), flexible: true },
    { title: say("unit", "单位"), flexible: true },
    { title: say("source", "来源"), flexible: true },
  ];
  const rows = Object.entries(FIELDS_BY_NAME).map(([name, f]) => [
    name,
    brief(fieldOf(scenario.context, name)),
    f.label[lang],
    unitText(f.unit)[lang],
    valueSource(scenario.sources[name] ?? "", lang),
  ]);
  print(session, ...table(columns, rows, session), "");
  const path = `${LINLI} list ${scenario.name} --json > ours.json`;
  print(session, say(`${path}: the whole as a file to change and run`, `${path}：导出为可修改、可运行的文件`));
}
