/**
 * Settings as a person writes them, on the command line and in the page's address: `name=value` from the outset,
 * `name@date=value` from the week that holds the date on.
 */
import { checkRange, format, InputError } from "../kernel/check.ts";
import { parseDate } from "../kernel/clock.ts";
import { standardModel } from "../model/community.ts";
import { FIELDS_BY_NAME, type Field } from "../model/context.ts";
import { checkField } from "../model/contextCheck.ts";
import type { Model } from "../model/mechanism.ts";
import { unknownSetting } from "../model/names.ts";
import type { Changes } from "../model/run.ts";
import type { DatedChange } from "../observe/simulation.ts";

const namesOf = (model: Model) => [...Object.keys(model.parameters), ...Object.keys(FIELDS_BY_NAME)];

/** Whether a parameter of the standard model or a context field is called so. */
export function isStandardName(name: string): boolean {
  return namesOf(standardModel).includes(name);
}

/** One setting; without a date it holds from the outset. */
export interface Written {
  readonly name: string;
  readonly date: string | null;
  readonly value: unknown;
}

/** What is set from the outset, and what on the way, oldest first. */
export interface Settings {
  readonly values: Changes;
  readonly changes: readonly DatedChange[];
}

/**
 * A setting of a name, which may hold a date after "@", and the text of its value; parameters are those of a model.
 *
 * @throws InputError naming what is unknown (with the nearest name), malformed or out of range.
 */
export function readSetting(dated: string, text: string, model: Model = standardModel): Written {
  const at = dated.indexOf("@");
  const [name, date] = at < 0 ? [dated, null] : [dated.slice(0, at), dated.slice(at + 1)];
  const value = readValue(name, text, model);
  if (date === null) return { name, date, value };
  parseDate(date, `date of ${name}`);
  if (name.startsWith("start.")) throw new InputError(`${name} is settled when a run begins; it takes no date`);
  return { name, date, value };
}

/** Settings put together; of two of the same name (and date) the last holds. */
export function gathered(settings: readonly Written[]): Settings {
  const byDate = new Map<string | null, Record<string, unknown>>([[null, {}]]);
  for (const { name, date, value } of settings) {
    if (!byDate.has(date)) byDate.set(date, {});
    byDate.get(date)![name] = value;
  }
  const dated = [...byDate].flatMap(([date, values]) => (date === null ? [] : [{ date, values }]));
  return { values: byDate.get(null)!, changes: dated.sort((a, b) => (a.date < b.date ? -1 : 1)) };
}

/** Settings by name as they are written, dated ones with their date: `team.independence@2017-07-03`. */
export function byWrittenName({ values, changes }: Settings): Readonly<Record<string, unknown>> {
  const dated = changes.flatMap(({ date, values: changed }) =>
    Object.entries(changed).map(([name, value]) => [`${name}@${date}`, value] as const),
  );
  return { ...values, ...Object.fromEntries(dated) };
}

/** A value as `readSetting` reads it. */
export function writeValue(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function readValue(name: string, text: string, model: Model): unknown {
  const parameter = Object.hasOwn(model.parameters, name) ? model.parameters[name] : undefined;
  if (parameter) {
    const value = toNumber(text);
    checkRange(name, value, parameter.range, parameter.unit, parameter.integer);
    return value;
  }
  const field = Object.hasOwn(FIELDS_BY_NAME, name) ? FIELDS_BY_NAME[name] : undefined;
  if (!field) throw unknownSetting(name, namesOf(model), model === standardModel);
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
  return text.trim() === "" || Number.isNaN(value) ? text : value;
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(`${name} must be given as JSON; got ${format(text)}`);
  }
}
