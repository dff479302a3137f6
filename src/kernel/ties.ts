/**
 * The social graph: a pool of acquaintances, each with two directed ties.
 *
 * Pair p holds the ties 2p and 2p + 1; the mirror of tie d is `d ^ 1`. Tie d leads from `to[d ^ 1]` to `to[d]`. What a
 * directed tie holds stands side by side in `data`: field f of tie d is `data[d * stride + offset[f]]`, so that what one
 * favor touches shares a cache line. A resident lists the ties that leave it in `slots[start[i] … start[i] + degree[i])`.
 */
import { InputError } from "./check.ts";
import type { ColumnSpec } from "./table.ts";

export type TieSpecs = Readonly<Record<string, ColumnSpec<"f32">>>;

/** What a snapshot holds of the pool. */
export interface TiesState {
  readonly pairs: number;
  readonly free: readonly number[];
  readonly fields: readonly string[];
  readonly columns: Readonly<Record<string, Float32Array | Int32Array | Uint8Array>>;
}

export class Ties {
  readonly specs: TieSpecs;
  readonly stride: number;
  readonly offset: Readonly<Record<string, number>>;
  /** Pairs ever used; a pair is alive while `to[2p] >= 0`. */
  pairs = 0;
  version = 0;
  to: Int32Array;
  data: Float32Array;
  /** Foci that brought the pair about, one bit each. */
  foci: Uint8Array;
  /** Tick of the last contact of the pair. */
  contact: Int32Array;
  readonly start: Int32Array;
  readonly degree: Int32Array;
  /** Ties each resident can hold. */
  readonly room: Int32Array;
  readonly slots: Int32Array;
  #free: number[] = [];
  #dead: number[] = [];
  #initial: Float32Array;

  /** `room[i]` is the number of ties that resident i can hold; `capacity` the number of pairs to make room for. */
  constructor(specs: TieSpecs, room: Int32Array, capacity: number) {
    this.specs = specs;
    const names = Object.keys(specs);
    this.stride = names.length;
    this.offset = Object.fromEntries(names.map((name, i) => [name, i]));
    this.#initial = Float32Array.from(names, (name) => specs[name]!.initial);
    const pairs = Math.max(16, capacity);
    this.to = new Int32Array(2 * pairs).fill(-1);
    this.data = new Float32Array(2 * pairs * this.stride);
    this.foci = new Uint8Array(pairs);
    this.contact = new Int32Array(pairs);
    this.room = room;
    this.start = new Int32Array(room.length);
    this.degree = new Int32Array(room.length);
    let total = 0;
    for (let i = 0; i < room.length; i++) {
      this.start[i] = total;
      total += room[i]!;
    }
    this.slots = new Int32Array(total);
  }

  /** Number of living pairs. */
  get count(): number {
    return this.pairs - this.#free.length - this.#dead.length;
  }

  /** The tie from i to j, or -1. */
  find(i: number, j: number): number {
    const [near, far] = this.degree[i]! <= this.degree[j]! ? [i, j] : [j, i];
    const from = this.start[near]!;
    const end = from + this.degree[near]!;
    for (let k = from; k < end; k++) {
      const d = this.slots[k]!;
      if (this.to[d] === far) return near === i ? d : d ^ 1;
    }
    return -1;
  }

  /** Bears the pair of i and j and returns the tie from i to j; -1 if one of them can hold no more. */
  add(i: number, j: number, focus: number, tick: number): number {
    if (this.degree[i]! >= this.room[i]! || this.degree[j]! >= this.room[j]!) return -1;
    const p = this.#free.pop() ?? this.pairs++;
    if (2 * p >= this.to.length) {
      this.pairs--;
      throw new Error(`table ties is full inside a tick (${this.foci.length} pairs): raise its headroom`);
    }
    const d = 2 * p;
    this.to[d] = j;
    this.to[d + 1] = i;
    this.data.set(this.#initial, d * this.stride);
    this.data.set(this.#initial, (d + 1) * this.stride);
    this.foci[p] = focus;
    this.contact[p] = tick;
    this.slots[this.start[i]! + this.degree[i]!++] = d;
    this.slots[this.start[j]! + this.degree[j]!++] = d + 1;
    return d;
  }

  /** Ends the pair of tie d. */
  remove(d: number): void {
    this.#drop(this.to[d ^ 1]!, d);
    this.#drop(this.to[d]!, d ^ 1);
    this.to[d] = -1;
    this.to[d ^ 1] = -1;
    this.#dead.push(d >> 1);
  }

  /** Frees the slots of pairs that ended since the last commit. */
  commit(): void {
    for (const p of this.#dead) this.#free.push(p);
    this.#dead.length = 0;
  }

  /** Makes room for `headroom` new pairs; true if arrays were replaced. */
  reserve(headroom: number): boolean {
    if (this.pairs + headroom <= this.foci.length + this.#free.length) return false;
    this.#resize(Math.ceil((this.pairs + headroom) * 1.25));
    return true;
  }

  state(): TiesState {
    const two = 2 * this.pairs;
    return {
      pairs: this.pairs,
      free: [...this.#free, ...this.#dead],
      fields: Object.keys(this.specs),
      columns: {
        to: this.to.slice(0, two),
        data: this.data.slice(0, two * this.stride),
        foci: this.foci.slice(0, this.pairs),
        contact: this.contact.slice(0, this.pairs),
        degree: this.degree.slice(),
        room: this.room.slice(),
        slots: this.slots.slice(),
      },
    };
  }

  restore(state: TiesState): void {
    if (state.fields.join() !== Object.keys(this.specs).join()) {
      throw new InputError(`snapshot holds other tie columns (${state.fields.join(", ")})`);
    }
    if (state.pairs > this.foci.length) this.#resize(state.pairs);
    this.pairs = state.pairs;
    this.#free = [...state.free];
    this.#dead = [];
    this.to.fill(-1);
    for (const key of ["to", "data", "foci", "contact", "degree", "slots"] as const) {
      this[key].set(state.columns[key] as never);
    }
    this.version++;
  }

  #drop(i: number, d: number): void {
    const from = this.start[i]!;
    const last = from + --this.degree[i]!;
    let k = from;
    while (this.slots[k] !== d) k++;
    this.slots[k] = this.slots[last]!;
  }

  #resize(pairs: number): void {
    const to = new Int32Array(2 * pairs).fill(-1);
    to.set(this.to.subarray(0, 2 * this.pairs));
    const data = new Float32Array(2 * pairs * this.stride);
    data.set(this.data.subarray(0, 2 * this.pairs * this.stride));
    const foci = new Uint8Array(pairs);
    foci.set(this.foci.subarray(0, this.pairs));
    const contact = new Int32Array(pairs);
    contact.set(this.contact.subarray(0, this.pairs));
    Object.assign(this, { to, data, foci, contact });
    this.version++;
  }
}
