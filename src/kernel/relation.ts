/** A relation between two tables (who is a member of what, whom an issue touches), listed from both ends. */
import { type ColumnSpecs, i32, Table, type TableState } from "./table.ts";

const ENDS = {
  a: i32("row of the first table"),
  b: i32("row of the second table"),
  nextA: i32("row of this relation", undefined, -1),
  nextB: i32("row of this relation", undefined, -1),
  prevA: i32("row of this relation", undefined, -1),
  prevB: i32("row of this relation", undefined, -1),
} as const;

export type RelationSpecs<S extends ColumnSpecs> = typeof ENDS & S;

/**
 * Pairs (a, b) with columns of their own. The newest pair comes first in both lists:
 *
 *     for (let m = relation.firstA[a]!; m >= 0; m = at.nextA[m]!) …
 *
 * A pair may be removed inside such a loop.
 */
export class Relation<S extends ColumnSpecs = ColumnSpecs> extends Table<RelationSpecs<S>> {
  /** First pair of each row of the first table, or -1. */
  firstA = new Int32Array(0);
  /** First pair of each row of the second table, or -1. */
  firstB = new Int32Array(0);

  constructor(name: string, specs: S, capacity: number) {
    super(name, { ...ENDS, ...specs } as RelationSpecs<S>, capacity);
  }

  /** Makes room for rows of the two tables; true if the heads were replaced. */
  fit(capacityA: number, capacityB: number): boolean {
    const grew = capacityA > this.firstA.length || capacityB > this.firstB.length;
    this.firstA = lengthen(this.firstA, capacityA);
    this.firstB = lengthen(this.firstB, capacityB);
    return grew;
  }

  /** Bears the pair (a, b). */
  link(a: number, b: number): number {
    const row = this.add();
    const at = this.at as unknown as Record<keyof typeof ENDS, Int32Array>;
    at.a[row] = a;
    at.b[row] = b;
    const headA = this.firstA[a]!;
    const headB = this.firstB[b]!;
    at.nextA[row] = headA;
    at.nextB[row] = headB;
    if (headA >= 0) at.prevA[headA] = row;
    if (headB >= 0) at.prevB[headB] = row;
    this.firstA[a] = row;
    this.firstB[b] = row;
    return row;
  }

  /** Ends a pair. Its own links stay readable until the next commit. */
  unlink(row: number): void {
    const at = this.at as unknown as Record<keyof typeof ENDS, Int32Array>;
    const { a, b, nextA, nextB, prevA, prevB } = at;
    if (prevA[row]! >= 0) nextA[prevA[row]!] = nextA[row]!;
    else this.firstA[a[row]!] = nextA[row]!;
    if (nextA[row]! >= 0) prevA[nextA[row]!] = prevA[row]!;
    if (prevB[row]! >= 0) nextB[prevB[row]!] = nextB[row]!;
    else this.firstB[b[row]!] = nextB[row]!;
    if (nextB[row]! >= 0) prevB[nextB[row]!] = prevB[row]!;
    this.remove(row);
  }

  /** The pair (a, b), or -1. */
  find(a: number, b: number): number {
    const at = this.at as unknown as Record<keyof typeof ENDS, Int32Array>;
    let m = this.firstA[a]!;
    while (m >= 0 && at.b[m] !== b) m = at.nextA[m]!;
    return m;
  }

  override restore(state: TableState): void {
    super.restore(state);
    const at = this.at as unknown as Record<keyof typeof ENDS, Int32Array>;
    this.firstA.fill(-1);
    this.firstB.fill(-1);
    for (let row = 0; row < this.rows; row++) {
      if (!this.alive[row]) continue;
      if (at.prevA[row]! < 0) this.firstA[at.a[row]!] = row;
      if (at.prevB[row]! < 0) this.firstB[at.b[row]!] = row;
    }
  }
}

function lengthen(heads: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  if (length <= heads.length) return heads;
  const longer = new Int32Array(length).fill(-1);
  longer.set(heads);
  return longer;
}
