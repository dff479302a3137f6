/**
 * Tables: columns with unit, range and initial value; rows that are born and die.
 *
 * Rows are born and die at once, but a slot freed in a mechanism is used again only after `commit`, and columns never
 * move inside a mechanism: `reserve`, between mechanisms, makes room ahead. Whoever holds columns across a `reserve`
 * that grew must take them anew (`version` tells).
 */
import { FRESH, type Memory } from "./arena.ts";
import { checkLengths } from "./check.ts";
import { guarded } from "./guard.ts";

/** Storage of a column: float32, int32 or one byte. Arithmetic is float64 whatever the storage. */
export type ColumnType = "f32" | "i32" | "u8";

/** What a column stands for. `fixed` columns are set when the world is made and by no mechanism. */
export interface ColumnSpec<T extends ColumnType = ColumnType> {
  readonly type: T;
  readonly unit: string;
  readonly range: readonly [number, number];
  readonly initial: number;
  readonly fixed: boolean;
}

/** Whether a column may hold a value, within what float32 can tell apart; NaN lies in no range. */
export function inRange(value: number, { range: [low, high] }: ColumnSpec): boolean {
  return value >= Math.fround(low) && value <= Math.fround(high);
}

export type ColumnArray<T extends ColumnType> = T extends "f32"
  ? Float32Array
  : T extends "i32"
    ? Int32Array
    : Uint8Array;
export type ColumnSpecs = Readonly<Record<string, ColumnSpec>>;
export type Columns<S extends ColumnSpecs> = { readonly [K in keyof S]: ColumnArray<S[K]["type"]> };

type Range = readonly [number, number];
const ANY: Range = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** A float32 column. */
export function f32(unit: string, range: Range = [0, 1], initial = 0): ColumnSpec<"f32"> {
  return { type: "f32", unit, range, initial, fixed: false };
}
/** An int32 column: counts, ticks, and references to rows or serial numbers (-1: none). */
export function i32(unit: string, range: Range = ANY, initial = 0): ColumnSpec<"i32"> {
  return { type: "i32", unit, range, initial, fixed: false };
}
/** A one-byte column: flags and members of short lists. */
export function u8(unit: string, range: Range = [0, 1], initial = 0): ColumnSpec<"u8"> {
  return { type: "u8", unit, range, initial, fixed: false };
}
/** The same column, set when the world is made and never by a mechanism. */
export function fixed<T extends ColumnType>(spec: ColumnSpec<T>): ColumnSpec<T> {
  return { ...spec, fixed: true };
}

type Column = Float32Array | Int32Array | Uint8Array;

/** What a snapshot holds of a table. */
export interface TableState {
  readonly rows: number;
  readonly born: number;
  readonly free: readonly number[];
  readonly columns: Readonly<Record<string, Column>>;
}

export class Table<S extends ColumnSpecs = ColumnSpecs> {
  readonly name: string;
  readonly specs: S;
  /** Rows ever used; `alive` tells which of them hold something. */
  rows = 0;
  /** Rows born so far: the next row's serial number. */
  born = 0;
  /** Raised whenever columns are replaced by longer ones. */
  version = 0;
  /** The columns by name; another name throws an InputError. */
  at: Columns<S>;
  alive: Uint8Array;
  /** Serial number of each row, in order of birth: how the log names it. */
  serial: Int32Array;
  #free: number[] = [];
  #dead: number[] = [];
  #capacity: number;
  readonly #memory: Memory;
  /** The columns in the order of their specs, and what each begins at. */
  #columns: Column[];
  readonly #initial: readonly number[];

  /** What lies beyond `rows` is undefined: a row's columns begin at their initial values when it is born. */
  constructor(name: string, specs: S, capacity: number, memory = FRESH) {
    this.name = name;
    this.specs = specs;
    this.#memory = memory;
    this.#capacity = Math.max(1, capacity);
    // Filled one after another, columns lie in one piece of physical memory each, which a big world reads faster.
    this.alive = memory.u8(this.#capacity).fill(0);
    this.serial = memory.i32(this.#capacity).fill(0);
    this.#columns = Object.values(specs).map((spec) => memory[spec.type](this.#capacity).fill(spec.initial));
    this.#initial = Object.values(specs).map((spec) => spec.initial);
    this.at = this.#named();
  }

  get capacity(): number {
    return this.#capacity;
  }

  /** Number of living rows. */
  get count(): number {
    return this.rows - this.#free.length - this.#dead.length;
  }

  /** Bears a row with every column at its initial value. */
  add(): number {
    const row = this.#free.pop() ?? this.rows++;
    if (row >= this.#capacity) {
      this.rows--;
      throw new Error(`table ${this.name} is full inside a tick (${this.#capacity} rows): raise its headroom`);
    }
    this.alive[row] = 1;
    this.serial[row] = this.born++;
    for (let c = 0; c < this.#columns.length; c++) this.#columns[c]![row] = this.#initial[c]!;
    return row;
  }

  /** Ends a row; its slot is used again after the next commit. */
  remove(row: number): void {
    this.alive[row] = 0;
    this.#dead.push(row);
  }

  /** Frees the slots of rows that ended since the last commit. */
  commit(): void {
    for (let k = 0; k < this.#dead.length; k++) this.#free.push(this.#dead[k]!);
    this.#dead.length = 0;
  }

  /** Makes room for `headroom` births; true if columns were replaced. */
  reserve(headroom: number): boolean {
    if (this.rows + headroom <= this.#capacity + this.#free.length) return false;
    this.#resize(Math.ceil((this.rows + headroom) * 1.5));
    return true;
  }

  state(): TableState {
    const columns: Record<string, Column> = {
      "#alive": this.alive.slice(0, this.rows),
      "#serial": this.serial.slice(0, this.rows),
    };
    for (const [key, column] of Object.entries<Column>(this.at)) columns[key] = column.slice(0, this.rows);
    return { rows: this.rows, born: this.born, free: [...this.#free, ...this.#dead], columns };
  }

  restore(state: TableState): void {
    const keys = ["#alive", "#serial", ...Object.keys(this.specs)];
    checkLengths(this.name, state.columns, Object.fromEntries(keys.map((key) => [key, state.rows])));
    if (state.rows > this.#capacity) this.#resize(state.rows);
    this.rows = state.rows;
    this.born = state.born;
    this.#free = [...state.free];
    this.#dead = [];
    this.alive.set(state.columns["#alive"] as Uint8Array);
    this.serial.set(state.columns["#serial"] as Int32Array);
    for (const [key, column] of Object.entries<Column>(this.at)) {
      column.set(state.columns[key] as never);
    }
    this.version++;
  }

  #named(): Columns<S> {
    const named = Object.fromEntries(Object.keys(this.specs).map((key, c) => [key, this.#columns[c]!]));
    return guarded(`column of ${this.name}`, named) as Columns<S>;
  }

  #resize(capacity: number): void {
    const memory = this.#memory;
    const grow = <A extends Column>(fresh: A, old: A): A => {
      fresh.set(old.subarray(0, this.rows) as never);
      memory.give(old);
      return fresh;
    };
    this.alive = grow(memory.u8(capacity), this.alive);
    this.serial = grow(memory.i32(capacity), this.serial);
    this.#columns = Object.values(this.specs).map((spec, c) =>
      grow<Column>(memory[spec.type](capacity), this.#columns[c]!),
    );
    this.at = this.#named();
    this.#capacity = capacity;
    this.version++;
  }
}
