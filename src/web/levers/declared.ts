/** What declarations and a scenario say of a lever: kind, range, unit, the scenario's own value, and its source. */
import { standardModel } from "../../model/community.ts";
import { type Context, FIELDS_BY_NAME, type Field } from "../../model/context.ts";
import type { Scenario } from "../../model/scenario.ts";
import { ROLES, type Text } from "../../model/vocabulary.ts";

export interface Declared {
  readonly kind: "number" | "integer" | "flag" | "date" | "payer";
  readonly range: readonly [number, number];
  readonly unit: string;
  readonly nullable: boolean;
  readonly label: Text;
  /** The value that the scenario has. */
  readonly own: unknown;
  readonly source: string;
}

export function declaredOf(name: string, scenario: Scenario): Declared {
  const parameter = standardModel.parameters[name];
  if (parameter) {
    const { range, unit, label, source, integer } = parameter;
    return {
      kind: integer ? "integer" : "number",
      range,
      unit,
      nullable: false,
      label,
      own: parameter.default,
      source,
    };
  }
  const { kind, range, unit, nullable, label } = FIELDS_BY_NAME[name] as Field;
  const [block, field] = name.split(".") as [keyof Context, string];
  return {
    kind: kind as Declared["kind"],
    range,
    unit,
    nullable,
    label,
    own: (scenario.context[block] as unknown as Record<string, unknown>)[field],
    source: scenario.sources[name] ?? "assumption",
  };
}

/** A value in words. */
export function valueText(value: unknown, lang: "en" | "zh"): string {
  if (value === null) return lang === "zh" ? "无" : "never";
  if (typeof value === "boolean") return value ? (lang === "zh" ? "是" : "yes") : lang === "zh" ? "否" : "no";
  const role = ROLES.find((r) => r.name === value);
  return role ? role[lang] : String(value);
}

/** What a value counts, in what range; units are declared in English, so the Chinese text goes without. */
export function unitText({ kind, label, range, unit }: Declared, lang: "en" | "zh"): string {
  if (kind !== "number" && kind !== "integer") return label[lang];
  const ends = `${range[0]}–${range[1]}`;
  return lang === "zh" ? `${label.zh}（${ends}）` : `${label.en} (${ends}, ${unit})`;
}
