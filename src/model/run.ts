/** A run: model + context + values + seed, which can be stepped, changed, forked, held and gone on with. */
import type { Arena } from "../kernel/arena.ts";
import { checkRange, InputError, unknownName } from "../kernel/check.ts";
import { type Clock, createClock } from "../kernel/clock.ts";
import { guarded } from "../kernel/guard.ts";
import { EventLog } from "../kernel/log.ts";
import { createRandom, type Random } from "../kernel/random.ts";
import type { ColumnSpec } from "../kernel/table.ts";
import { blamed } from "./blame.ts";
import { type ParameterName, standardModel } from "./community.ts";
import { type Context, FIELDS_BY_NAME, type FieldValues } from "./context.ts";
import { withField } from "./contextCheck.ts";
import { hashWorld } from "./hash.ts";
import type { AnyMechanism, EventKind, Logger, Model, Parameters } from "./mechanism.ts";
import { checkNames, unknownSetting } from "./names.ts";
import type { Network } from "./network.ts";
import { createWorld } from "./population.ts";
import type { Scenario } from "./scenario.ts";
import type { World } from "./world.ts";

/** Parameters and context fields by dotted name, and what to set them to; a user's own parameters by any name. */
export type Changes = Partial<Readonly<Record<ParameterName, number>>> &
  Partial<FieldValues> &
  Readonly<Record<string, unknown>>;

export interface RunOptions {
  readonly seed?: string | number;
  /** Parameters and context fields to set from the outset, by dotted name. */
  readonly values?: Changes;
  readonly model?: Model;
  /** Start graph: sets the population, in the place of the scenario's own if it has one. */
  readonly network?: Network;
  /** `passages` (default): of issues, organizations and platforms; `all`: residents' as well. */
  readonly log?: "passages" | "all";
  /** Memory that runs use one after another; the run that begins ends the one before. */
  readonly memory?: Arena;
  /** Bind every mechanism anew each week: for tests. */
  readonly rebind?: boolean;
}

/** Weeks between orderings of the ties in memory. */
const TIDY_EVERY = 26;

/** A change made in the course of a run. */
export interface Change {
  readonly tick: number;
  readonly values: Changes;
}

/** A kind of event with the mechanism that logs it; a log's `kind` is an index into this list. */
export interface LoggedKind extends EventKind {
  readonly name: string;
  readonly reasonNames: readonly string[];
}

/** Kinds of events of a model, in the week's order; mechanisms that log the same kind add their reasons to it. */
export function eventKinds(model: Model): readonly LoggedKind[] {
  const kinds = new Map<string, LoggedKind>();
  for (const m of model.mechanisms) {
    for (const [name, kind] of Object.entries((m as AnyMechanism).events ?? {})) {
      const reasons = { ...kinds.get(name)?.reasons, ...kind.reasons };
      kinds.set(name, { ...kind, ...kinds.get(name), name, reasons, reasonNames: Object.keys(reasons) });
    }
  }
  return [...kinds.values()];
}

function extraColumns(model: Model): Readonly<Record<string, Readonly<Record<string, ColumnSpec>>>> {
  const extra: Record<string, Record<string, ColumnSpec>> = {};
  for (const m of model.mechanisms) {
    for (const [table, columns] of Object.entries(m.columns ?? {})) {
      extra[table] = { ...extra[table], ...(columns as Record<string, ColumnSpec>) };
    }
  }
  return extra;
}

export class Run {
  readonly scenario: Scenario;
  readonly model: Model;
  readonly clock: Clock;
  readonly random: Random;
  readonly world: World;
  readonly kinds: readonly LoggedKind[];
  readonly log = new EventLog();
  readonly options: RunOptions;
  /** Weeks done so far. */
  tick = 0;
  context: Context;
  parameters: Readonly<Record<string, number>>;
  changes: readonly Change[] = [];
  #steps: ((tick: number) => void)[] | null = null;
  readonly #tenant: number;

  constructor(scenario: Scenario, options: RunOptions = {}) {
    this.scenario = scenario;
    this.options = options;
    this.model = options.model ?? standardModel;
    this.kinds = eventKinds(this.model);
    this.parameters = Object.fromEntries(Object.entries(this.model.parameters).map(([name, p]) => [name, p.default]));
    this.context = scenario.context;
    Object.assign(this, this.#withValues({ ...scenario.values, ...options.values }));
    this.clock = createClock(this.context.start.date);
    this.random = createRandom(options.seed ?? 1);
    this.#tenant = options.memory?.begin() ?? 0;
    this.world = createWorld(
      this.context,
      this.clock,
      this.random,
      extraColumns(this.model),
      options.network ?? scenario.network,
      options.memory,
    );
    checkNames(this.model, this.world);
  }

  get seed(): string {
    return this.random.seed;
  }

  /** The date on which the coming week begins. */
  get date(): string {
    return this.clock.date(this.tick);
  }

  /** Throws if a later run has taken over the memory of this one. */
  checkMemory(): void {
    this.options.memory?.check(this.#tenant);
  }

  /** Does one week. */
  step(): void {
    this.checkMemory();
    if (this.options.rebind) this.#steps = null;
    const { world, model } = this;
    if (this.tick % TIDY_EVERY === 0) world.ties.tidy();
    for (let m = 0; m < model.mechanisms.length; m++) {
      if (world.reserve(model.mechanisms[m]!.creates ?? [])) this.#steps = null;
      this.#steps ??= model.mechanisms.map((mechanism) => this.#bind(mechanism));
      try {
        this.#steps[m]!(this.tick);
      } catch (error) {
        throw blamed(model.mechanisms[m]!.name, this.date, error);
      }
      world.commit();
    }
    this.tick++;
  }

  /** Sets parameters and context fields from the coming week on. The past is untouched. */
  change(values: Changes): void {
    Object.assign(this, this.checkChange(values));
    this.changes = [...this.changes, { tick: this.tick, values }];
    this.#steps = null;
  }

  /** Parameters and context as `change` would leave them; an InputError, with nothing changed, for what it cannot set. */
  checkChange(values: Changes): Pick<Run, "parameters" | "context"> {
    const fixed = Object.keys(values).find((name) => name.startsWith("start."));
    if (fixed) throw new InputError(`${fixed} is settled when a run begins; start a new run instead`);
    return this.#withValues(values);
  }

  /** Hash of all standard columns, by name: equal states give equal hashes, whatever a user's mechanism adds. */
  hash(): string {
    this.checkMemory();
    return hashWorld(this.world);
  }

  /** Makes the next step bind anew, after tables were replaced. */
  unbind(): void {
    this.#steps = null;
  }

  #withValues(values: Changes): Pick<Run, "parameters" | "context"> {
    const known = this.model.parameters;
    let context = this.context;
    const parameters = { ...this.parameters };
    for (const [name, value] of Object.entries(values)) {
      const p = Object.hasOwn(known, name) ? known[name] : undefined;
      if (p) {
        checkRange(name, value, p.range, p.unit, p.integer);
        parameters[name] = value;
      } else if (Object.hasOwn(FIELDS_BY_NAME, name)) {
        context = withField(context, name, value);
      } else {
        const names = [...Object.keys(known), ...Object.keys(FIELDS_BY_NAME)];
        throw unknownSetting(name, names, this.model === standardModel);
      }
    }
    return { parameters, context };
  }

  #bind(mechanism: AnyMechanism): (tick: number) => void {
    const { world, context, clock, random } = this;
    const { name, parameters } = mechanism;
    const values = Object.keys(parameters as Parameters).map((key) => [key, this.parameters[`${name}.${key}`]!]);
    try {
      return mechanism.bind({
        ...{ world, context, clock },
        values: guarded("parameter", Object.fromEntries(values)),
        key: (draw) => random.key(name, draw),
        log: (event) => this.#logger(mechanism, event),
      });
    } catch (error) {
      throw blamed(name, this.date, error);
    }
  }

  #logger(mechanism: AnyMechanism, event: string): Logger {
    const kind = this.kinds.findIndex((k) => k.name === event);
    const spec = this.kinds[kind];
    if (!spec || !mechanism.events?.[event]) throw unknownName("event", event, Object.keys(mechanism.events ?? {}));
    if (spec.detail && this.options.log !== "all") return () => {};
    const { tables } = this.world;
    const serial = (table: string | undefined, row: number | undefined) => {
      if (row === undefined) return -1;
      const found = table === undefined ? undefined : tables[table];
      return found && row >= 0 ? found.serial[row]! : row;
    };
    return (subject, { other, reason, value } = {}) => {
      const code = reason === undefined ? -1 : spec.reasonNames.indexOf(reason);
      if (reason !== undefined && code < 0) throw new InputError(`"${event}" declares no reason "${reason}"`);
      this.log.append(this.tick, kind, serial(spec.subject, subject), serial(spec.other, other), code, value ?? 0);
    };
  }
}
