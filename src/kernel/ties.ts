/**
 * The social graph: a pool of acquaintances, each with two directed ties.
 *
 * Pair p holds the ties 2p and 2p + 1; the mirror of tie d is `d ^ 1`. Tie d leads from `to[d ^ 1]` to `to[d]`. What a
 * pair holds stands side by side in `data`, so that what one favor touches shares a cache line:
 *
 *     data[d * stride + offset[field]]          a field of tie d, one value a direction
 *     data[(d & ~1) * stride + common[field]]   a field of its pair, one value for both
 *
 * A resident lists the ties that leave it in `slots[start[i] … start[i] + degree[i])`. A list that outgrows its place
 * moves: `start` may change whenever a tie is added.
 */
import { FRESH, type Memory } from "./arena.ts";
import { checkLengths, InputError } from "./check.ts";
import { guarded } from "./guard.ts";
import { permute } from "./order.ts";
import type { ColumnSpec } from "./table.ts";

export type TieSpecs = Readonly<Record<string, ColumnSpec<"f32">>>;
/** What a snapshot holds of the pool. */
export interface TiesState {
  readonly pairs: number;
  readonly free: readonly number[];
  readonly fields: readonly string[];
  readonly columns: Readonly<Record<string, Float32Array | Int32Array | Uint8Array>>;
}

const SPARE = 2; // slots that a list has to spare when lists are laid out

export class Ties {
  /** Fields of a tie, one value a direction. */
  readonly specs: TieSpecs;
  /** Fields of a pair, one value for both directions. */
  readonly pairSpecs: TieSpecs;
  /** Items of `data` a tie; a pair has twice as many. */
  readonly stride: number;
  readonly offset: Readonly<Record<string, number>>;
  readonly common: Readonly<Record<string, number>>;
  /** Pairs ever used; a pair is alive while `to[2p] >= 0`. */
  pairs = 0;
  version = 0;
  to: Int32Array;
  data: Float32Array;
  /** Foci that brought the pair about, one bit each. */
  foci: Uint8Array;
  readonly start: Int32Array;
  readonly degree: Int32Array;
  /** Ties each resident can hold. */
  readonly room: Int32Array;
  readonly slots: Int32Array;
  /** Slots that each list may fill where it lies, and slots that all lists and what they left behind take. */
  readonly #size: Int32Array;
  #used = 0;
  #free: number[] = [];
  #dead: number[] = [];
  #tidy = false; // since they were put in order, no pair was born or ended
  #initial: Float32Array;
  readonly #memory: Memory;

  /**
   * @param room - The number of ties that each resident can hold.
   * @param expected - The number of pairs to make room for at once.
   * @param spare - The number of pairs beyond, which takes no memory until there are so many.
   */
  constructor(specs: TieSpecs, pairSpecs: TieSpecs, room: Int32Array, expected: number, spare = 0, memory = FRESH) {
    this.specs = specs;
    this.#memory = memory;
    this.pairSpecs = pairSpecs;
    const names = Object.keys(specs);
    const pairNames = Object.keys(pairSpecs);
    const both = names.find((name) => pairNames.includes(name));
    if (both !== undefined) throw new InputError(`column "${both}" is both of a tie and of a pair`);
    this.stride = names.length + Math.ceil(pairNames.length / 2);
    this.offset = guarded("column of ties", Object.fromEntries(names.map((name, i) => [name, i])));
    // A pair's fields fill the end of its first tie's items, then of its second's.
    const place = (i: number) => names.length + (i % 2) * this.stride + (i >> 1);
    this.common = guarded("column of pairs", Object.fromEntries(pairNames.map((name, i) => [name, place(i)])));
    this.#initial = new Float32Array(2 * this.stride);
    for (const [i, { initial }] of Object.values(specs).entries())
      this.#initial[i] = this.#initial[this.stride + i] = initial;
    for (const name of pairNames) this.#initial[this.common[name]!] = pairSpecs[name]!.initial;
    const first = Math.max(16, expected);
    const pairs = first + spare;
    // Filled one after another, arrays lie in one piece of physical memory each, which a big world reads faster.
    this.to = memory.i32(2 * pairs).fill(-1, 0, 2 * first);
    this.data = memory.f32(2 * pairs * this.stride).fill(0, 0, 2 * first * this.stride);
    this.foci = memory.u8(pairs).fill(0, 0, first);
    this.room = room;
    this.start = memory.i32(room.length);
    this.degree = memory.i32(room.length).fill(0);
    this.#size = memory.i32(room.length);
    const usual = Math.ceil((2 * expected) / Math.max(1, room.length)) + SPARE;
    for (let i = 0; i < room.length; i++) {
      this.start[i] = this.#used;
      this.#size[i] = Math.min(room[i]!, usual);
      this.#used += this.#size[i]!;
    }
    const total = room.reduce((sum, most) => sum + most, 0);
    // Full lists fit in any case; the rest is room to move. What is not touched takes no memory.
    this.slots = memory.i32(Math.ceil(1.25 * total)).fill(0, 0, this.#used);
  }

  /** Living pairs. */
  get count(): number {
    return this.pairs - this.#free.length - this.#dead.length;
  }

  /** The tie from i to j, or -1. */
  find(i: number, j: number): number {
    const { degree, start, slots, to } = this;
    const [near, far] = degree[i]! <= degree[j]! ? [i, j] : [j, i];
    const from = start[near]!;
    const end = from + degree[near]!;
    for (let k = from; k < end; k++) {
      const d = slots[k]!;
      if (to[d] === far) return near === i ? d : d ^ 1;
    }
    return -1;
  }

  /** Bears the pair of i and j and returns the tie from i to j; -1 if one of them can hold no more. */
  add(i: number, j: number, focus: number): number {
    if (this.degree[i]! >= this.room[i]! || this.degree[j]! >= this.room[j]!) return -1;
    this.#tidy = false;
    const p = this.#free.pop() ?? this.pairs++;
    if (2 * p >= this.to.length) {
      this.pairs--;
      throw new Error(`table ties is full inside a tick (${this.foci.length} pairs): raise its headroom`);
    }
    const d = 2 * p;
    this.to[d] = j;
    this.to[d + 1] = i;
    this.data.set(this.#initial, d * this.stride);
    this.foci[p] = focus;
    this.#list(i, d);
    this.#list(j, d + 1);
    return d;
  }

  /** Ends the pair of tie d. */
  remove(d: number): void {
    this.#tidy = false;
    this.#drop(this.to[d ^ 1]!, d);
    this.#drop(this.to[d]!, d ^ 1);
    this.to[d] = -1;
    this.to[d ^ 1] = -1;
    this.#dead.push(d >> 1);
  }

  /** Frees the slots of pairs that ended since the last commit. */
  commit(): void {
    for (let k = 0; k < this.#dead.length; k++) this.#free.push(this.#dead[k]!);
    this.#dead.length = 0;
  }

  /** Makes room for `headroom` new pairs; true if arrays were replaced. */
  reserve(headroom: number): boolean {
    if (this.pairs + headroom <= this.foci.length + this.#free.length) return false;
    this.#resize(Math.ceil((this.pairs + headroom) * 1.25));
    return true;
  }

  /**
   * Puts the pairs in the order of their lower residents and of those residents' lists, without gaps: a walk over
   * residents is then a walk through memory. Numbers of ties change; lists keep their order. After a commit.
   */
  tidy(): void {
    if (this.#tidy) return;
    this.#tidy = true;
    this.commit();
    const { pairs, to, slots, start, degree } = this;
    const scratch = this.#memory.i32(Math.max(pairs, this.#used));
    this.#pack(scratch);
    const place = scratch.subarray(0, pairs).fill(-1);
    let next = 0;
    for (let i = 0; i < start.length; i++) {
      const from = start[i]!;
      for (let k = from; k < from + degree[i]!; k++) {
        const p = slots[k]! >> 1;
        if (place[p]! < 0) place[p] = next++;
        slots[k] = 2 * place[p]! + (slots[k]! & 1);
      }
    }
    const living = next;
    for (let p = 0; p < pairs; p++) if (place[p]! < 0) place[p] = next++;
    permute(place, [to, this.data, this.foci], [2, 2 * this.stride, 1]);
    this.#memory.give(scratch);
    this.version++;
    this.pairs = living;
    this.#free = [];
  }

  state(): TiesState {
    const two = 2 * this.pairs;
    return {
      pairs: this.pairs,
      free: [...this.#free, ...this.#dead],
      fields: this.#fields(),
      columns: {
        to: this.to.slice(0, two),
        data: this.data.slice(0, two * this.stride),
        foci: this.foci.slice(0, this.pairs),
        degree: this.degree.slice(),
        slots: this.#lists(),
      },
    };
  }

  restore(state: TiesState): void {
    if (state.fields.join() !== this.#fields().join())
      throw new InputError(`snapshot holds other tie columns (${state.fields.join(", ")})`);
    const two = 2 * state.pairs;
    checkLengths("ties", state.columns, { to: two, data: two * this.stride, foci: state.pairs });
    if (state.pairs > this.foci.length) this.#resize(state.pairs);
    this.#tidy = false;
    this.pairs = state.pairs;
    [this.#free, this.#dead] = [[...state.free], []];
    for (const key of ["to", "data", "foci", "degree"] as const) this[key].set(state.columns[key] as never);
    let at = 0;
    for (let i = 0; i < this.start.length; i++) {
      this.start[i] = at;
      at += this.degree[i]!;
    }
    this.#used = at;
    this.slots.set(state.columns.slots as Int32Array);
    this.#pack(new Int32Array(at));
    this.version++;
  }

  #fields(): string[] {
    return [...Object.keys(this.specs), ...Object.keys(this.pairSpecs)];
  }

  /** All lists, one after another, without what they have to spare. */
  #lists(): Int32Array {
    const lists = new Int32Array(2 * this.count);
    let at = 0;
    for (let i = 0; i < this.start.length; i++) {
      for (let k = this.start[i]!; k < this.start[i]! + this.degree[i]!; k++) lists[at++] = this.slots[k]!;
    }
    return lists;
  }

  #list(i: number, d: number): void {
    if (this.degree[i] === this.#size[i]) this.#move(i);
    this.slots[this.start[i]! + this.degree[i]!++] = d;
  }

  /** Gives a list more room, behind all others. */
  #move(i: number): void {
    const size = Math.min(this.room[i]!, this.#size[i]! + Math.max(SPARE, this.#size[i]! >> 1));
    if (this.#used + size > this.slots.length) {
      const scratch = this.#memory.i32(this.#used);
      this.#pack(scratch);
      this.#memory.give(scratch);
      if (this.degree[i]! < this.#size[i]!) return;
    }
    const from = this.start[i]!;
    this.slots.copyWithin(this.#used, from, from + this.degree[i]!);
    this.start[i] = this.#used;
    this.#size[i] = size;
    this.#used += size;
  }

  /** Lays the lists side by side, in the order of residents, each with a few slots to spare. */
  #pack(held: Int32Array): void {
    const { slots, start, degree, room } = this;
    held.set(slots.subarray(0, this.#used));
    let at = 0;
    for (let i = 0; i < start.length; i++) {
      const from = start[i]!;
      start[i] = at;
      for (let k = from; k < from + degree[i]!; k++) slots[at++] = held[k]!;
      this.#size[i] = Math.min(room[i]!, degree[i]! + SPARE);
      at = start[i]! + this.#size[i]!;
    }
    this.#used = at;
  }

  #drop(i: number, d: number): void {
    const from = this.start[i]!;
    const last = from + --this.degree[i]!;
    let k = from;
    while (this.slots[k] !== d) k++;
    this.slots[k] = this.slots[last]!;
  }

  #resize(pairs: number): void {
    const memory = this.#memory;
    const grow = <A extends Int32Array | Float32Array | Uint8Array>(fresh: A, old: A, used: number): A => {
      fresh.set(old.subarray(0, used) as never);
      memory.give(old);
      return fresh;
    };
    this.to = grow(memory.i32(2 * pairs), this.to, 2 * this.pairs);
    this.data = grow(memory.f32(2 * pairs * this.stride), this.data, 2 * this.pairs * this.stride);
    this.foci = grow(memory.u8(pairs), this.foci, this.pairs);
    this.version++;
  }
}
