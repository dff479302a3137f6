/** What mechanisms declare, checked: sources, both languages, events, and the names of tables and columns. */

import { PAIRS, TIES } from "../model/columns.ts";
import { standardModel } from "../model/community.ts";
import { type AnyMechanism, type EventKind, Model, type Parameters } from "../model/mechanism.ts";
import type { Text } from "../model/vocabulary.ts";
import { World } from "../model/world.ts";

/** The ends and links of relations: kept by the relation itself, declared by nobody. */
export const LINKS: readonly string[] = ["a", "b", "nextA", "nextB", "prevA", "prevB"];
const PLACEHOLDERS = ["{subject}", "{other}", "{reason}", "{value}"];

/** The standard model with a mechanism in its namesake's place or, if it has none, as the last of the week. */
export function placed(mechanism: AnyMechanism): Model {
  const { mechanisms } = standardModel;
  if (mechanisms.some((m) => m.name === mechanism.name)) return standardModel.replace(mechanism.name, mechanism);
  return new Model([...mechanisms, mechanism]);
}

/** Columns that mechanisms write, by table; true if fixed. Shared ones, and those that the model's mechanisms bring. */
function columnsOf(model: Model): Record<string, Record<string, boolean>> {
  const known: Record<string, Record<string, boolean>> = { ties: {}, pairs: { foci: false } };
  for (const [name, table] of Object.entries(new World(1, 1, 1).tables)) {
    const own = Object.entries(table.specs).filter(([key]) => !("firstA" in table && LINKS.includes(key)));
    known[name] = Object.fromEntries(own.map(([key, spec]) => [key, spec.fixed]));
  }
  for (const key of Object.keys(TIES)) known.ties![key] = false;
  for (const key of Object.keys(PAIRS)) known.pairs![key] = false;
  for (const [table, key, fixed] of ownColumns(model)) known[table] = { ...known[table], [key]: fixed };
  return known;
}

function ownColumns(model: Model): [table: string, key: string, fixed: boolean, owner: string][] {
  return model.mechanisms.flatMap((m) =>
    Object.entries((m as AnyMechanism).columns ?? {}).flatMap(([table, columns]) =>
      Object.entries(columns).map(([key, spec]): [string, string, boolean, string] => [table, key, spec.fixed, m.name]),
    ),
  );
}

function bothTexts(text: Text | undefined, what: string): string[] {
  return (["en", "zh"] as const).filter((l) => !text?.[l]).map((l) => `${what} lacks a text in ${l}`);
}

function eventFaults(kind: EventKind, what: string): string[] {
  const marks = [kind.text?.en, kind.text?.zh].map((t) => [...new Set(t?.match(/\{[^}]*\}/g) ?? [])].sort());
  const unknown = marks.flat().find((mark) => !PLACEHOLDERS.includes(mark));
  return [
    ...bothTexts(kind.text, what),
    ...Object.entries(kind.reasons ?? {}).flatMap(([name, text]) => bothTexts(text, `${what}, reason ${name},`)),
    ...(unknown ? [`${what} holds the unknown placeholder ${unknown}`] : []),
    ...(marks[0]!.join() === marks[1]!.join() ? [] : [`${what} holds other placeholders in en than in zh`]),
  ];
}

function parameterFaults(m: AnyMechanism): string[] {
  return Object.entries(m.parameters as Parameters).flatMap(([key, p]) => {
    const what = `${m.name}.${key}`;
    const empty = (["source", "unit"] as const).filter((part) => !p[part]).map((part) => `${what} states no ${part}`);
    return [...empty, ...bothTexts(p.label, `${what}: label`), ...bothTexts(p.note, `${what}: note`)];
  });
}

/** What is wrong with a mechanism's declaration, in words; an empty list if nothing is. */
export function checkDeclaration(m: AnyMechanism, model: Model = placed(m)): string[] {
  const known = columnsOf(model);
  const found = [...bothTexts(m.title, `${m.name}: title`), ...bothTexts(m.summary, `${m.name}: summary`)];
  if (!m.source) found.push(`${m.name} states no source`);
  found.push(...parameterFaults(m));
  for (const [name, kind] of Object.entries(m.events ?? {}) as [string, EventKind][]) {
    found.push(...eventFaults(kind, `${m.name}: event ${name}`));
    if (!known[kind.subject]) found.push(`${m.name}: event ${name} is about the unknown table ${kind.subject}`);
  }
  for (const table of [...(m.creates ?? []), ...(m.removes ?? [])]) {
    if (!known[table]) found.push(`${m.name} bears or ends rows of the unknown table ${table}`);
  }
  for (const name of m.writes) {
    const [table = "", column = ""] = name.split(".");
    const isFixed = known[table]?.[column];
    if (isFixed === undefined) found.push(`${m.name} writes ${name}, which does not exist`);
    if (isFixed) found.push(`${m.name} writes ${name}, which is fixed`);
  }
  return found;
}

/**
 * What is wrong with the declarations of a whole model: each mechanism's own, columns brought twice, and columns that
 * nobody writes.
 */
export function checkModel(model: Model): string[] {
  const found = model.mechanisms.flatMap((m) => checkDeclaration(m, model));
  const shared = columnsOf(new Model([]));
  const owners = new Map<string, string>();
  for (const [table, key, , owner] of ownColumns(model)) {
    const name = `${table}.${key}`;
    const before = shared[table]?.[key] === undefined ? owners.get(name) : "the world";
    if (before) found.push(`${owner} brings ${name}, which ${before} has already`);
    owners.set(name, owner);
  }
  const written = new Set(model.mechanisms.flatMap((m) => m.writes));
  for (const [table, columns] of Object.entries(columnsOf(model))) {
    for (const [key, isFixed] of Object.entries(columns)) {
      if (!isFixed && !written.has(`${table}.${key}`)) found.push(`nobody writes ${table}.${key}`);
    }
  }
  return found;
}
