/** What a lever stands at, and settings with it moved or let go: a set `null` ("never") is a value like others. */
import type { Setting } from "../../experiments/page/setting.ts";

/** The value from the outset: what is set, else the scenario's own. */
export function outsetValue({ values }: Setting, name: string, own: unknown): unknown {
  return Object.hasOwn(values, name) ? (values as Readonly<Record<string, unknown>>)[name] : own;
}

/** The value that holds on a date: the last change up to it, else that from the outset. */
export function valueOn(setting: Setting, name: string, own: unknown, date: string): unknown {
  const change = setting.changes.findLast((c) => c.date <= date && Object.hasOwn(c.values, name));
  return change ? (change.values as Readonly<Record<string, unknown>>)[name] : outsetValue(setting, name, own);
}

/** The setting with a value from the outset; one that the scenario has anyway is taken out instead. */
export function withOutset(setting: Setting, name: string, to: unknown, own: unknown): Setting {
  const { [name]: _, ...rest } = setting.values as Readonly<Record<string, unknown>>;
  return { ...setting, values: to === own ? rest : { ...rest, [name]: to } };
}

/** Whether a lever is moved, from the outset or later. */
export function isMoved({ values, changes }: Setting, name: string): boolean {
  return Object.hasOwn(values, name) || changes.some((c) => Object.hasOwn(c.values, name));
}

/** The setting with a lever back where the scenario has it, in all weeks. */
export function withoutLever(setting: Setting, name: string): Setting {
  return { ...setting, values: omit(setting.values, name), changes: changesWithout(setting, name) };
}

/** What changes on the way without a lever's part in it, on one date or on all. */
export function changesWithout({ changes }: Setting, name: string, date?: string): Setting["changes"] {
  const left = changes.map((c) => (date === undefined || c.date === date ? { ...c, values: omit(c.values, name) } : c));
  return left.filter((c) => Object.keys(c.values).length > 0);
}

/** A record without one of its keys. */
export const omit = (record: object, key: string) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
