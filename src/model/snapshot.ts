/** A run held still: text that another process restores and goes on with, bit for bit. */
import { InputError, format } from "../kernel/check.ts";
import type { LogColumns } from "../kernel/log.ts";
import type { TableState } from "../kernel/table.ts";
import type { TiesState } from "../kernel/ties.ts";
import { Hasher } from "./hash.ts";
import type { Model } from "./mechanism.ts";
import { type Change, Run, type RunOptions } from "./run.ts";
import type { Scenario } from "./scenario.ts";

const FORMAT = "linli-snapshot-1";
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
  for (const m of model.mechanisms) hasher.text(JSON.stringify([m.name, m.parameters, m.columns ?? {}, m.writes, m.events ?? {}]));
  return hasher.hex();
}

/** Hash of a text. */
export function hashText(text: string): string {
  const hasher = new Hasher();
  hasher.text(text);
  return hasher.hex();
}

interface Body {
  readonly format: string;
  readonly model: string;
  readonly scenario: Scenario;
  readonly network: RunOptions["network"] | null;
  readonly seed: string;
  readonly values: RunOptions["values"] | null;
  readonly logging: RunOptions["log"] | null;
  readonly tick: number;
  readonly changes: readonly Change[];
  readonly tables: Readonly<Record<string, Omit<TableState, "columns"> & { columns: Record<string, Packed> }>>;
  readonly ties: Omit<TiesState, "columns"> & { columns: Record<string, Packed> };
  readonly log: Record<string, Packed>;
}

/** The run as text: columns, free lists, tick, changes, log, and the hash of the model, under a checksum. */
export function snapshot(run: Run): string {
  const { world, options } = run;
  const tables = mapColumns(world.tables, (table) => {
    const state = table.state();
    return { ...state, columns: mapColumns(state.columns, pack) };
  });
  const ties = world.ties.state();
  const body: Body = {
    format: FORMAT,
    model: hashModel(run.model),
    scenario: run.scenario,
    network: options.network ?? null,
    seed: run.seed,
    values: options.values ?? null,
    logging: options.log ?? null,
    tick: run.tick,
    changes: run.changes,
    tables,
    ties: { ...ties, columns: mapColumns(ties.columns, pack) },
    log: mapColumns(run.log.columns() as unknown as Record<string, Int32Array>, pack),
  };
  const text = JSON.stringify(body);
  return `${hashText(text)}\n${text}`;
}

/** A run from the text of `snapshot`. Throws an InputError if the text is damaged or of another model or format. */
export function restore(text: string, options: Pick<RunOptions, "model"> = {}): Run {
  const [checksum, json] = [text.slice(0, 16), text.slice(17)];
  if (text[16] !== "\n" || hashText(json) !== checksum) {
    throw new InputError(`snapshot is damaged: its checksum does not fit its ${json.length} characters`);
  }
  const body = JSON.parse(json) as Body;
  if (body.format !== FORMAT) throw new InputError(`snapshot must have format ${FORMAT}; got ${format(body.format)}`);
  const run = new Run(body.scenario, {
    seed: body.seed,
    ...(body.values ? { values: body.values } : {}),
    ...(body.network ? { network: body.network } : {}),
    ...(body.logging ? { log: body.logging } : {}),
    ...options,
  });
  if (hashModel(run.model) !== body.model) throw new InputError("snapshot was made by another model; pass that model");
  for (const change of body.changes) {
    run.tick = change.tick;
    run.change(change.values);
  }
  run.tick = body.tick;
  for (const [name, state] of Object.entries(body.tables)) {
    run.world.tables[name]!.restore({ ...state, columns: mapColumns(state.columns, unpack) });
  }
  run.world.reserve([]);
  for (const [relation] of run.world.relations) {
    const state = body.tables[relation.name]!;
    relation.restore({ ...state, columns: mapColumns(state.columns, unpack) });
  }
  run.world.ties.restore({ ...body.ties, columns: mapColumns(body.ties.columns, unpack) });
  run.log.load(mapColumns(body.log, unpack) as unknown as LogColumns);
  run.unbind();
  return run;
}
