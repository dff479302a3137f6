/** Checks of a context, with errors that name the place. */
import { checkName, checkRange, format, InputError, unknownName } from "../kernel/check.ts";
import { parseDate } from "../kernel/clock.ts";
import {
  BLOCK_NAMES,
  type BlockName,
  type Context,
  FIELDS,
  FIELDS_BY_NAME,
  type Field,
  share,
  weeks,
} from "./context.ts";
import { NEEDS, ROLES } from "./vocabulary.ts";

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new InputError(`${what} must be an object; got ${format(value)}`);
}

function list(value: unknown, what: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new InputError(`${what} must be a list; got ${format(value)}`);
}

function keys(value: Record<string, unknown>, what: string, names: readonly string[], all = true): void {
  for (const key of Object.keys(value)) if (!names.includes(key)) throw unknownName(`key in ${what}:`, key, names);
  const missing = all && names.find((name) => !Object.hasOwn(value, name));
  if (missing) throw new InputError(`${what} lacks "${missing}"`);
}

function flagOf(value: unknown, what: string): void {
  if (typeof value !== "boolean") throw new InputError(`${what} must be true or false; got ${format(value)}`);
}

const NEED_NAMES = NEEDS.map((n) => n.name);
const ROLE_NAMES = ROLES.map((r) => r.name);
const nonNegative = [0, 1e9] as const;

function name(what: string, value: unknown, known: readonly string[]): void {
  if (typeof value !== "string") throw new InputError(`${what} must be a name; got ${format(value)}`);
  checkName(`${what}:`, value, known);
}

function checkKind(value: unknown, what: string): void {
  const k = record(value, what);
  const numbers = {
    perThousandMonthly: [0, 200],
    surge: [0, 100],
    share,
    effort: [0, 10_000],
    cost: [0, 10],
    contention: share,
    salience: share,
  } as const;
  keys(k, what, ["name", "label", "responsible", "scope", "emergency", "vote", ...Object.keys(numbers)]);
  if (typeof k.name !== "string" || !/^[a-z][A-Za-z0-9]*$/.test(k.name)) {
    throw new InputError(`${what}.name must be camelCase; got ${format(k.name)}`);
  }
  const label = record(k.label, `${what}.label`);
  keys(label, `${what}.label`, ["en", "zh"]);
  for (const [key, said] of Object.entries(label))
    if (typeof said !== "string") throw new InputError(`${what}.label.${key} must be a text; got ${format(said)}`);
  for (const [key, range] of Object.entries(numbers)) checkRange(`${what}.${key}`, k[key], range, "see the format");
  name(`${what}.responsible`, k.responsible, [...ROLE_NAMES, "residents"]);
  name(`${what}.scope`, k.scope, ["block", "community"]);
  flagOf(k.emergency, `${what}.emergency`);
  flagOf(k.vote, `${what}.vote`);
}

function checkItem(
  value: unknown,
  what: string,
  numbers: Record<string, readonly [number, number]>,
  flags: string[],
  need: boolean,
): void {
  const item = record(value, what);
  keys(item, what, [...(need ? ["need"] : []), ...Object.keys(numbers), ...flags]);
  if (need) name(`${what}.need`, item.need, NEED_NAMES);
  for (const [key, range] of Object.entries(numbers)) checkRange(`${what}.${key}`, item[key], range, "see the format");
  for (const key of flags) flagOf(item[key], `${what}.${key}`);
}

function items(value: unknown, what: string, each: (item: unknown, what: string) => void): void {
  list(value, what).forEach((item, i) => {
    each(item, `${what}[${i}]`);
  });
}

const ORGANIZATION = { community: nonNegative, members: [2, 1000], years: [0, 100], skill: [0, 10] } as const;
const ROUND = { week: weeks, grants: [0, 1000], amount: [0, 1000] } as const;

function checkNeeds(value: unknown, what: string): void {
  const weights = record(value, what);
  keys(weights, what, NEED_NAMES);
  for (const [key, w] of Object.entries(weights)) checkRange(`${what}.${key}`, w, [0, 1000], "weight");
  if (Object.values(weights).every((w) => w === 0)) throw new InputError(`${what} must hold a weight above 0`);
}

/** The check of each kind of field. */
const CHECKS: Readonly<Record<Field["kind"], (value: unknown, what: string, field: Field) => void>> = {
  number: (value, what, f) => checkRange(what, value, f.range, f.unit),
  integer: (value, what, f) => checkRange(what, value, f.range, f.unit, true),
  flag: flagOf,
  date: (value, what) => {
    parseDate(value, what);
  },
  payer: (value, what) => name(what, value, ROLE_NAMES),
  kinds: (value, what) => items(value, what, checkKind),
  organizations: (value, what) => items(value, what, (item, at) => checkItem(item, at, ORGANIZATION, ["rules"], true)),
  groups: (value, what) =>
    items(value, what, (item, at) => checkItem(item, at, { week: weeks, size: [2, 200] }, [], true)),
  rounds: (value, what) => items(value, what, (item, at) => checkItem(item, at, ROUND, ["public"], false)),
  needs: checkNeeds,
};

/** Throws an InputError, naming the field, unless `value` is admissible for it. */
export function checkField(dotted: string, value: unknown): void {
  const f = Object.hasOwn(FIELDS_BY_NAME, dotted) ? FIELDS_BY_NAME[dotted] : undefined;
  if (!f) throw unknownName("context field", dotted, Object.keys(FIELDS_BY_NAME));
  if (f.nullable && value === null) return;
  CHECKS[f.kind](value, dotted, f);
}

/** Checks a whole context, as read from a file say; returns it typed. */
export function checkContext(value: unknown, what = "context"): Context {
  const context = record(value, what);
  keys(context, what, BLOCK_NAMES);
  for (const block of BLOCK_NAMES) {
    const fields = record(context[block], `${what}.${block}`);
    keys(fields, block, Object.keys(FIELDS[block]));
    for (const [key, v] of Object.entries(fields)) checkField(`${block}.${key}`, v);
  }
  const checked = value as Context;
  checked.start.organizations.forEach((o, i) => {
    if (o.community < checked.start.communities) return;
    throw new InputError(
      `start.organizations[${i}].community must be below ${checked.start.communities}; got ${o.community}`,
    );
  });
  if (checked.start.blocks > checked.start.households) {
    throw new InputError(
      `start.blocks must not exceed start.households (${checked.start.households}); got ${checked.start.blocks}`,
    );
  }
  return checked;
}

/** The context with one field changed, checked. */
export function withField(context: Context, dotted: string, value: unknown): Context {
  checkField(dotted, value);
  const [block, key] = dotted.split(".") as [BlockName, string];
  return { ...context, [block]: { ...context[block], [key]: value } };
}
