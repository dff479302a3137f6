/** A relation between two tables (who is a member of what, whom an issue touches), listed from one end or both. */
import type { Memory } from "./arena.ts";
import { type ColumnSpecs, i32, Table, type TableState } from "./table.ts";

const link = (initial = 0) => i32("row of this relation", undefined, initial);
const LISTED = {
  a: i32("row of the first table"),
  b: i32("row of the second table"),
  nextA: link(-1),
} as const;
const BOTH = { ...LISTED, nextB: link(-1), prevA: link(-1), prevB: link(-1) } as const;

export type ListingSpecs<S extends ColumnSpecs> = typeof LISTED & S;
export type RelationSpecs<S extends ColumnSpecs> = typeof BOTH & S;
type Ends = Readonly<Record<keyof typeof BOTH, Int32Array>>;

/**
 * Pairs (a, b) with columns of their own, listed from a alone: a quarter of the links of a `Relation`. The newest pair
 * comes first:
 *
 *     for (let m = listing.firstA[a]!; m >= 0; m = at.nextA[m]!) …
 *
 * A pair may be removed inside such a loop.
 */
export class Listing<S extends ColumnSpecs = ColumnSpecs> extends Table<ListingSpecs<S>> {
  /** First pair of each row of the first table, or -1. */
  firstA: Int32Array = new Int32Array(0);

  constructor(name: string, specs: S, capacity: number, memory?: Memory, ends: ColumnSpecs = LISTED) {
    super(name, { ...ends, ...specs } as ListingSpecs<S>, capacity, memory);
  }

  protected get ends(): Ends {
    return this.at as unknown as Ends;
  }

  /** Makes room for rows of the two tables; true if the heads were replaced. */
  fit(capacityA: number, _capacityB: number): boolean {
    const grew = capacityA > this.firstA.length;
    this.firstA = lengthen(this.firstA, capacityA);
    return grew;
  }

  /** Bears the pair (a, b). */
  link(a: number, b: number): number {
    const row = this.add();
    const { ends } = this;
    ends.a[row] = a;
    ends.b[row] = b;
    ends.nextA[row] = this.firstA[a]!;
    this.firstA[a] = row;
    return row;
  }

  /** Ends a pair: at once if it is the newest of its a, else after a walk to it. Its links stay until the next commit. */
  unlink(row: number): void {
    const { a, nextA } = this.ends;
    const head = a[row]!;
    if (this.firstA[head] === row) this.firstA[head] = nextA[row]!;
    else {
      let before = this.firstA[head]!;
      while (nextA[before] !== row) before = nextA[before]!;
      nextA[before] = nextA[row]!;
    }
    this.remove(row);
  }

  /** The pair (a, b), or -1. */
  find(a: number, b: number): number {
    const { ends } = this;
    let m = this.firstA[a]!;
    while (m >= 0 && ends.b[m] !== b) m = ends.nextA[m]!;
    return m;
  }

  override restore(state: TableState): void {
    super.restore(state);
    const { ends } = this;
    // A head is a living pair that no living pair leads to.
    const led = new Uint8Array(this.rows);
    for (let row = 0; row < this.rows; row++) if (this.alive[row] && ends.nextA[row]! >= 0) led[ends.nextA[row]!] = 1;
    this.firstA.fill(-1);
    for (let row = 0; row < this.rows; row++) if (this.alive[row] && !led[row]) this.firstA[ends.a[row]!] = row;
  }
}

/** Pairs (a, b) with columns of their own, listed from a and, likewise, from b. Any pair ends at once. */
export class Relation<S extends ColumnSpecs = ColumnSpecs> extends Listing<Omit<typeof BOTH, keyof typeof LISTED> & S> {
  /** First pair of each row of the second table, or -1. */
  firstB: Int32Array = new Int32Array(0);

  constructor(name: string, specs: S, capacity: number, memory?: Memory) {
    super(name, specs as Omit<typeof BOTH, keyof typeof LISTED> & S, capacity, memory, BOTH);
  }

  override fit(capacityA: number, capacityB: number): boolean {
    const grew = capacityB > this.firstB.length;
    this.firstB = lengthen(this.firstB, capacityB);
    return super.fit(capacityA, capacityB) || grew;
  }

  override link(a: number, b: number): number {
    const row = super.link(a, b);
    const { nextA, nextB, prevA, prevB } = this.ends;
    const headB = this.firstB[b]!;
    nextB[row] = headB;
    if (nextA[row]! >= 0) prevA[nextA[row]!] = row;
    if (headB >= 0) prevB[headB] = row;
    this.firstB[b] = row;
    return row;
  }

  override unlink(row: number): void {
    const { a, b, nextA, nextB, prevA, prevB } = this.ends;
    if (prevA[row]! >= 0) nextA[prevA[row]!] = nextA[row]!;
    else this.firstA[a[row]!] = nextA[row]!;
    if (nextA[row]! >= 0) prevA[nextA[row]!] = prevA[row]!;
    if (prevB[row]! >= 0) nextB[prevB[row]!] = nextB[row]!;
    else this.firstB[b[row]!] = nextB[row]!;
    if (nextB[row]! >= 0) prevB[nextB[row]!] = prevB[row]!;
    this.remove(row);
  }

  override restore(state: TableState): void {
    super.restore(state);
    const { b, prevB } = this.ends;
    this.firstB.fill(-1);
    for (let row = 0; row < this.rows; row++) if (this.alive[row] && prevB[row]! < 0) this.firstB[b[row]!] = row;
  }
}

function lengthen(heads: Int32Array, length: number): Int32Array {
  if (length <= heads.length) return heads;
  const longer = new Int32Array(length).fill(-1);
  longer.set(heads);
  return longer;
}
