/** Hash of a world's standard columns. */
import * as columns from "./columns.ts";
import type { World } from "./world.ts";

const STANDARD: Readonly<Record<string, object>> = {
  residents: columns.RESIDENTS,
  communities: columns.COMMUNITIES,
  blocks: columns.BLOCKS,
  organizations: columns.ORGANIZATIONS,
  issues: columns.ISSUES,
  platforms: columns.PLATFORMS,
  jointActs: columns.JOINT_ACTS,
  memberships: columns.MEMBERSHIPS,
  contacts: columns.CONTACTS,
  touches: columns.TOUCHES,
  seats: columns.SEATS,
  commitments: columns.COMMITMENTS,
  partners: columns.PARTNERS,
};
const RELATIONS = ["memberships", "contacts", "touches", "seats", "commitments", "partners"];

/** Two lanes of FNV-like multiply and xor over 32-bit words. */
export class Hasher {
  #a = 0x811c9dc5 | 0;
  #b = 0x9e3779b9 | 0;

  word(w: number): void {
    this.#a = Math.imul(this.#a ^ w, 0x01000193);
    this.#a ^= this.#a >>> 15;
    this.#b = Math.imul(this.#b + w, 0x85ebca6b);
    this.#b ^= this.#b >>> 13;
  }

  text(s: string): void {
    for (let i = 0; i < s.length; i++) this.word(s.charCodeAt(i));
  }

  /** The first `length` items, by their bits; `step` apart from `from` on. */
  column(column: Float32Array | Int32Array | Uint8Array, length: number, from = 0, step = 1): void {
    const words =
      column instanceof Uint8Array ? column : new Int32Array(column.buffer, column.byteOffset, column.length);
    for (let i = 0; i < length; i++) this.word(words[from + i * step]!);
  }

  hex(): string {
    return [this.#a, this.#b].map((x) => (x >>> 0).toString(16).padStart(8, "0")).join("");
  }
}

export function hashWorld(world: World): string {
  const hasher = new Hasher();
  for (const [name, specs] of Object.entries(STANDARD)) {
    const table = world.tables[name]!;
    hasher.text(name);
    hasher.word(table.born);
    hasher.column(table.alive, table.rows);
    const keys = RELATIONS.includes(name) ? ["a", "b", ...Object.keys(specs)] : Object.keys(specs);
    for (const key of keys) {
      hasher.text(key);
      hasher.column((table.at as Record<string, Float32Array | Int32Array | Uint8Array>)[key]!, table.rows);
    }
  }
  const { ties } = world;
  hasher.column(ties.to, 2 * ties.pairs);
  hasher.column(ties.foci, ties.pairs);
  for (const field of Object.keys(columns.TIES))
    hasher.column(ties.data, 2 * ties.pairs, ties.offset[field]!, ties.stride);
  for (const field of Object.keys(columns.PAIRS))
    hasher.column(ties.data, ties.pairs, ties.common[field]!, 2 * ties.stride);
  return hasher.hex();
}
