/** `--set name=value`: parameters and context fields, read by what each of them holds. */
import { checkRange, format, InputError, unknownName } from "../kernel/check.ts";
import { standardModel } from "../model/community.ts";
import { FIELDS_BY_NAME, type Field } from "../model/context.ts";
import { checkContext, checkField, withField } from "../model/contextCheck.ts";
import type { Changes } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";

const PARAMETERS = standardModel.parameters;
const NAMES = [...Object.keys(PARAMETERS), ...Object.keys(FIELDS_BY_NAME)];

/** Whether a parameter of the standard model or a context field is called so. */
export function isStandardName(name: string): boolean {
  return NAMES.includes(name);
}

/** `name=value` in two; `option` is named in the error. */
export function splitPair(text: string, option: string): readonly [string, string] {
  const at = text.indexOf("=");
  if (at < 1) throw new InputError(`${option} must be given as name=value; got ${format(text)}`);
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

/**
 * The values of all `--set` of a command, checked one by one and together.
 *
 * @throws InputError naming what is unknown (with the nearest name), malformed or out of range.
 */
export function parseValues(settings: readonly string[]): Changes {
  const values: Record<string, unknown> = {};
  for (const setting of settings) {
    const [name, text] = splitPair(setting, "--set");
    values[name] = parseValue(name, text);
  }
  return values;
}

/** Throws an InputError if values that are fine alone do not fit a scenario together. */
export function checkTogether(scenario: Scenario, values: Changes): void {
  let context = scenario.context;
  for (const [name, value] of Object.entries(values))
    if (FIELDS_BY_NAME[name]) context = withField(context, name, value);
  checkContext(context);
}

function parseValue(name: string, text: string): unknown {
  const parameter = PARAMETERS[name];
  if (parameter) {
    const value = toNumber(text);
    checkRange(name, value, parameter.range, parameter.unit, parameter.integer);
    return value;
  }
  const field = FIELDS_BY_NAME[name];
  if (!field) throw unknownName("parameter or context field", name, NAMES);
  const value = fieldValue(name, field, text);
  checkField(name, value);
  return value;
}

function fieldValue(name: string, field: Field, text: string): unknown {
  if (field.nullable && ["null", "never"].includes(text)) return null;
  switch (field.kind) {
    case "number":
    case "integer":
      return toNumber(text);
    case "flag":
      return text === "true" ? true : text === "false" ? false : text;
    case "date":
    case "payer":
      return text;
    default:
      return parseJson(name, text);
  }
}

/** The number that a text is, or the text, which the range check then shows. */
function toNumber(text: string): unknown {
  const value = Number(text);
  return text === "" || Number.isNaN(value) ? text : value;
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(`${name} must be given as JSON; got ${format(text)}`);
  }
}
