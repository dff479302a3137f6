/** A run held still: text that another process restores and goes on with, bit for bit. */
import { format, InputError } from "../kernel/check.ts";
import type { LogColumns } from "../kernel/log.ts";
import type { TableState } from "../kernel/table.ts";
import type { TiesState } from "../kernel/ties.ts";
import { standardModel } from "./community.ts";
import { Hasher } from "./hash.ts";
import type { Model } from "./mechanism.ts";
import { type Change, Run, type RunOptions } from "./run.ts";
import type { Scenario } from "./scenario.ts";

const FORMAT = "linli-snapshot-2";
type Column = Float32Array | Int32Array | Uint8Array;
type Packed = readonly [type: string, base64: string];

function pack(column: Column): Packed {
  const type = column instanceof Float32Array ? "f32" : column instanceof Int32Array ? "i32" : "u8";
  const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return [type, btoa(text)];
}

function unpack([type, base64]: Packed): Column {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return type === "f32" ? new Float32Array(bytes.buffer) : type === "i32" ? new Int32Array(bytes.buffer) : bytes;
}

function mapColumns<A, B>(columns: Readonly<Record<string, A>>, map: (column: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, map(column)]));
}

/** Hash of what a model declares: mechanisms in order, with their parameters and columns. */
export function hashModel(model: Model): string {
  const hasher = new Hasher();
  for (const m of model.mechanisms)
    hasher.text(JSON.stringify([m.name, m.parameters, m.columns ?? {}, m.writes, m.events ?? {}]));
  return hasher.hex();
}

/** Hash of a text. */
export function hashText(text: string): string {
  const hasher = new Hasher();
  hasher.text(text);
  return hasher.hex();
}

/** A run held still, in memory. */
export interface RunState {
  readonly scenario: Scenario;
  readonly options: RunOptions;
  readonly tick: number;
  readonly changes: readonly Change[];
  readonly tables: Readonly<Record<string, TableState>>;
  readonly ties: TiesState;
  readonly log: LogColumns;
}

/** Copies everything that a run holds. */
export function capture(run: Run): RunState {
  run.checkMemory();
  const columns = run.log.columns();
  const { memory: _, ...options } = run.options;
  return {
    scenario: run.scenario,
    options: { ...options, seed: run.seed, model: run.model },
    tick: run.tick,
    changes: run.changes,
    tables: mapColumns(run.world.tables, (table) => table.state()),
    ties: run.world.ties.state(),
    log: mapColumns(columns as unknown as Record<string, Int32Array>, (c) => c.slice()) as unknown as LogColumns,
  };
}

/** A run that goes on from what was captured, and shares nothing with the run it was captured from. */
export function revive(state: RunState): Run {
  const run = new Run(state.scenario, state.options);
  for (const change of state.changes) {
    run.tick = change.tick;
    run.change(change.values);
  }
  run.tick = state.tick;
  const { world } = run;
  const relations = new Set<string>(world.relations.map(([relation]) => relation.name));
  const restoreAll = (which: (name: string) => boolean) => {
    for (const [name, table] of Object.entries(state.tables)) if (which(name)) world.tables[name]!.restore(table);
  };
  restoreAll((name) => !relations.has(name));
  world.reserve([]); // so that relations can list the rows of the tables they join
  restoreAll((name) => relations.has(name));
  world.ties.restore(state.ties);
  run.log.load(state.log);
  run.unbind();
  return run;
}

interface Body {
  readonly format: string;
  readonly model: string;
  readonly state: Omit<RunState, "options" | "tables" | "ties" | "log"> & {
    readonly options: RunOptions;
    readonly tables: Readonly<Record<string, Omit<TableState, "columns"> & { columns: Record<string, Packed> }>>;
    readonly ties: Omit<TiesState, "columns"> & { columns: Record<string, Packed> };
    readonly log: Record<string, Packed>;
  };
  readonly extra: unknown;
}

/**
 * The run as text: columns, free lists, tick, changes, log and the hash of the model, under a checksum.
 *
 * `extra`, plain JSON, comes back from `restore`.
 */
export function snapshot(run: Run, extra: unknown = null): string {
  const { tables, ties, log, options, ...rest } = capture(run);
  const { model: _, ...plain } = options;
  const body: Body = {
    format: FORMAT,
    model: hashModel(run.model),
    state: {
      ...rest,
      options: plain,
      tables: mapColumns(tables, (table) => ({ ...table, columns: mapColumns(table.columns, pack) })),
      ties: { ...ties, columns: mapColumns(ties.columns, pack) },
      log: mapColumns(log as unknown as Record<string, Int32Array>, pack),
    },
    extra,
  };
  const text = JSON.stringify(body);
  return `${hashText(text)}\n${text}`;
}

/** Digits of the checksum, which a line end follows. */
const DIGITS = 16;

/**
 * What a snapshot's text holds. One without a checksum, as an early version wrote, is refused: nothing tells if it is whole.
 *
 * Any one changed character changes both halves of the checksum; of other damage one in 2^64 goes unnoticed.
 */
function bodyOf(text: string): Body {
  if (/^\s*\{/.test(text)) throw new InputError("snapshot must begin with its checksum; got one without");
  const json = text.slice(DIGITS + 1);
  if (text[DIGITS] !== "\n" || hashText(json) !== text.slice(0, DIGITS))
    throw new InputError(`snapshot is damaged: its checksum does not fit its ${json.length} characters`);
  const body = fitting(() => JSON.parse(json) as Partial<Body> | null);
  if (body?.format !== FORMAT) throw new InputError(`snapshot must have format ${FORMAT}; got ${format(body?.format)}`);
  return body as Body;
}

/** What is made of a text whose checksum fits; an InputError if it holds something else than `snapshot` wrote. */
export function fitting<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`snapshot must hold a run; got what cannot be one (${format((error as Error).message)})`);
  }
}

function runOf({ state }: Body, model: Model): Run {
  const { tables, ties, log, ...rest } = state;
  const run = revive({
    ...rest,
    options: { ...rest.options, model },
    tables: mapColumns(tables, (table) => ({ ...table, columns: mapColumns(table.columns, unpack) })),
    ties: { ...ties, columns: mapColumns(ties.columns, unpack) },
    log: mapColumns(log, unpack) as unknown as LogColumns,
  });
  const lacking = Object.keys(run.world.tables).find((name) => !Object.hasOwn(tables, name));
  if (lacking !== undefined) throw new InputError(`snapshot lacks table ${lacking}`);
  return run;
}

/**
 * A run from the text of `snapshot`.
 *
 * @throws InputError if the text is damaged, carries no checksum, or is of another model or format.
 */
export function restore(text: string, options: Pick<RunOptions, "model"> = {}): { run: Run; extra: unknown } {
  const body = bodyOf(text);
  const model = options.model ?? standardModel;
  if (hashModel(model) !== body.model) throw new InputError("snapshot was made by another model; pass that model");
  return { run: fitting(() => runOf(body, model)), extra: body.extra };
}
