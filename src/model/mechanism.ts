/** The contract of a mechanism: what it declares, and how a model is made of a list of them. */
import { checkName, InputError } from "../kernel/check.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Key } from "../kernel/random.ts";
import type { ColumnSpec } from "../kernel/table.ts";
import type { Context } from "./context.ts";
import type { Text } from "./vocabulary.ts";
import type { World } from "./world.ts";

/** A behavioral parameter: one for all scenarios. Sliders, sweeps, checks and documents all read this. */
export interface Parameter {
  readonly default: number;
  /** Least and greatest admissible value. */
  readonly range: readonly [number, number];
  readonly unit: string;
  /** Full reference, or the word `assumption`. */
  readonly source: string;
  readonly label: Text;
  /** One line for a reader who moves it. */
  readonly note: Text;
  readonly integer?: boolean;
}

/** A parameter, shortly: default, range, unit, source, label [en, zh], note [en, zh]. */
export function parameter(
  value: number,
  range: readonly [number, number],
  unit: string,
  source: string,
  [en, zh]: readonly [string, string],
  [noteEn, noteZh]: readonly [string, string],
): Parameter {
  return { default: value, range, unit, source, label: { en, zh }, note: { en: noteEn, zh: noteZh } };
}

export type Parameters = Readonly<Record<string, Parameter>>;
export type ParameterValues<P extends Parameters> = { readonly [K in keyof P]: number };

/** A kind of event that a mechanism logs. */
export interface EventKind {
  /** The table that `subject` is a row of; logged by serial number. `residents` are logged by number. */
  readonly subject: string;
  /** The table that `other` is a row of, or what its number means. */
  readonly other?: string;
  /** What the integer `value` means. */
  readonly value?: string;
  /** Sentence with {subject}, {other}, {reason}, {value}. */
  readonly text: Text;
  readonly reasons?: Readonly<Record<string, Text>>;
  /** Logged only when all is logged. */
  readonly detail?: boolean;
}

/** Appends an event; `subject` and `other` are rows (the log keeps serial numbers), `reason` a declared name. */
export type Logger<R extends string = string> = (
  subject: number,
  options?: { other?: number; reason?: R; value?: number },
) => void;

/** What a mechanism is bound to: the tables, its own values, the context, its draws and its events. */
export interface Binding<P extends Parameters = Parameters> {
  readonly world: World;
  readonly values: ParameterValues<P>;
  readonly context: Context;
  readonly clock: Clock;
  /** Key of one of this mechanism's draws. */
  key(draw: string): Key;
  /** Logger of one of this mechanism's events. */
  log(event: string): Logger;
}

/** One submodel of the week. */
export interface Mechanism<P extends Parameters = Parameters, N extends string = string> {
  readonly name: N;
  /** Place in the ODD document, say "7.3". */
  readonly submodel: string;
  readonly title: Text;
  /** What it does, in a sentence or two. */
  readonly summary: Text;
  /** Where the rule comes from and where it departs: full references, or `assumption`. */
  readonly source: string;
  /** Whether it reads what it wrote in the same tick (sequential) or the state before (simultaneous). */
  readonly order: "sequential" | "simultaneous";
  readonly parameters: P;
  /** Columns of its own, by table ("ties" takes float32 only). */
  readonly columns?: Readonly<Record<string, Readonly<Record<string, ColumnSpec>>>>;
  /** Columns it writes, as "table.column". */
  readonly writes: readonly string[];
  /** Tables in which it bears rows, and in which it ends them. */
  readonly creates?: readonly string[];
  readonly removes?: readonly string[];
  readonly events?: Readonly<Record<string, EventKind>>;
  /** Takes columns and keys and returns the week's step. May be called again at any tick boundary. */
  bind(binding: Binding<P>): (tick: number) => void;
}

const BLOCKS = ["start", "founding", "timing", "agenda", "team", "support", "procedure"];

/** Checks a mechanism's declaration and returns it with its parameters' names known to the compiler. */
export function defineMechanism<const P extends Parameters, const N extends string>(
  mechanism: Mechanism<P, N>,
): Mechanism<P, N> {
  const { name } = mechanism;
  if (BLOCKS.includes(name)) throw new InputError(`mechanism "${name}" bears the name of a context block`);
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) throw new InputError(`mechanism name must be camelCase; got "${name}"`);
  for (const [key, p] of Object.entries(mechanism.parameters)) {
    const [low, high] = p.range;
    if (!(p.default >= low && p.default <= high)) {
      throw new InputError(`${name}.${key} has default ${p.default} outside its range [${low}, ${high}]`);
    }
    if (p.source === "") throw new InputError(`${name}.${key} states no source; write a reference or "assumption"`);
  }
  return mechanism;
}

/** Any mechanism, whatever its parameters. */
// biome-ignore lint/suspicious/noExplicitAny: a list holds mechanisms of different parameters, and bind takes its own.
export type AnyMechanism = Mechanism<any>;

/** The week: an ordered list of mechanisms. Every change makes a new model. */
export class Model {
  readonly mechanisms: readonly AnyMechanism[];

  constructor(mechanisms: readonly AnyMechanism[]) {
    const names = mechanisms.map((m) => m.name);
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice) throw new InputError(`mechanism "${twice}" stands twice in the model; use replace`);
    this.mechanisms = mechanisms;
  }

  /** The model with `mechanism` in the place of the one called `name`. */
  replace(name: string, mechanism: AnyMechanism): Model {
    const at = this.#find(name);
    return new Model(this.mechanisms.with(at, mechanism));
  }

  /** The model with `mechanism` just before the one called `name`. */
  insertBefore(name: string, mechanism: AnyMechanism): Model {
    return new Model(this.mechanisms.toSpliced(this.#find(name), 0, mechanism));
  }

  /** The model with `mechanism` just after the one called `name`. */
  insertAfter(name: string, mechanism: AnyMechanism): Model {
    return new Model(this.mechanisms.toSpliced(this.#find(name) + 1, 0, mechanism));
  }

  /** The model without the mechanism called `name`. */
  remove(name: string): Model {
    return new Model(this.mechanisms.toSpliced(this.#find(name), 1));
  }

  /** Parameters by dotted name, in the week's order. */
  get parameters(): Readonly<Record<string, Parameter>> {
    const all: Record<string, Parameter> = {};
    for (const m of this.mechanisms) {
      for (const [key, p] of Object.entries(m.parameters as Parameters)) all[`${m.name}.${key}`] = p;
    }
    return all;
  }

  #find(name: string): number {
    const names = this.mechanisms.map((m) => m.name);
    checkName("mechanism", name, names);
    return names.indexOf(name);
  }
}
