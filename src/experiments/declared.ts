/** What a plan may set: parameters of a model and fields of a context, under one name each, with their checks. */
import { checkRange, InputError } from "../kernel/check.ts";
import { FIELDS_BY_NAME, type Field } from "../model/context.ts";
import { checkField } from "../model/contextCheck.ts";
import type { Model, Parameter } from "../model/mechanism.ts";
import { ROLES, type Text } from "../model/vocabulary.ts";
import type { Path, Place } from "./place.ts";

export interface Declared {
  readonly name: string;
  readonly kind: Field["kind"];
  readonly unit: string;
  readonly label: Text;
  /** Admissible numbers; of no meaning for other kinds. */
  readonly range: readonly [number, number];
  readonly nullable: boolean;
  /** A parameter's default; a field has none, for every scenario states it. */
  readonly default?: number;
  /** All values, where they can be listed. */
  readonly choices?: readonly (boolean | string)[];
  /** Throws an InputError, naming its place, unless the value is admissible. */
  check(value: unknown, path: Path, place: Place): void;
}

const known = new WeakMap<Model, ReadonlyMap<string, Declared>>();

/** All that can be set in runs of a model, by dotted name. */
export function declaredBy(model: Model): ReadonlyMap<string, Declared> {
  const found = known.get(model) ?? allOf(model);
  known.set(model, found);
  return found;
}

function allOf(model: Model): ReadonlyMap<string, Declared> {
  return new Map([
    ...Object.entries(model.parameters).map(([name, p]) => [name, ofParameter(name, p)] as const),
    ...Object.entries(FIELDS_BY_NAME).map(([name, f]) => [name, ofField(name, f)] as const),
  ]);
}

function ofParameter(name: string, p: Parameter): Declared {
  const { range, unit, label, integer = false } = p;
  return {
    ...{ name, unit, label, range, default: p.default },
    kind: integer ? "integer" : "number",
    nullable: false,
    check: (value, path, place) => checkRange(place(path), value, range, unit, integer),
  };
}

function ofField(name: string, field: Field): Declared {
  const choices = choicesOf(field);
  return {
    name,
    ...field,
    ...(choices ? { choices } : {}),
    check: (value, path, place) => check(name, value, path, place),
  };
}

function choicesOf({ kind }: Field): readonly (boolean | string)[] | undefined {
  if (kind === "flag") return [false, true];
  return kind === "payer" ? ROLES.map((role) => role.name) : undefined;
}

/** The check of a field, whose message begins with its name and the way into its value: both become the place. */
function check(name: string, value: unknown, path: Path, place: Place): void {
  try {
    checkField(name, value);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { message } = error;
    if (!message.startsWith(name)) throw new InputError(`${place(path)}: ${message}`);
    const way = /^(?:\.\w+|\[\d+\])*/.exec(message.slice(name.length))![0];
    const steps = [...way.matchAll(/\.(\w+)|\[(\d+)\]/g)].map(([, key, index]) => key ?? Number(index));
    throw new InputError(place([...path, ...steps]) + message.slice(name.length + way.length));
  }
}
