/** Watches mechanisms at work: which columns a step changed, and whether what it left lies in range. */
import { type ColumnSpec, inRange, type Table } from "../kernel/table.ts";
import type { Ties } from "../kernel/ties.ts";
import type { AnyMechanism } from "../model/mechanism.ts";
import type { World } from "../model/world.ts";
import { LINKS } from "./declaration.ts";

type Column = Float32Array | Int32Array | Uint8Array;

/** One or more columns in one array: item f of row r is `array[r * width + f]`. */
interface Lane {
  readonly names: readonly string[];
  readonly specs: readonly (ColumnSpec | undefined)[];
  /** Kept by a relation itself: may change in any row when rows are born or end. */
  readonly link: boolean;
  readonly array: Column;
}

interface Ground {
  readonly table: string;
  readonly rows: number;
  /** Tells what a row holds (0 or more), or held before it ended (below 0). */
  readonly token: (row: number) => number;
  readonly lanes: readonly Lane[];
}

interface Held {
  readonly rows: number;
  readonly tokens: Int32Array;
  readonly lanes: readonly Column[];
}

function groundOf(table: Table): Ground {
  const lanes = Object.entries(table.specs).map(([key, spec]) => ({
    names: [`${table.name}.${key}`],
    specs: [spec],
    array: (table.at as Record<string, Column>)[key]!,
    link: "firstA" in table && LINKS.includes(key) && key.length > 1,
  }));
  const token = (row: number) => (table.alive[row] ? table.serial[row]! : -1 - table.serial[row]!);
  return { table: table.name, rows: table.rows, token, lanes };
}

function groundsOfTies(ties: Ties): Ground[] {
  const { stride, offset, common } = ties;
  const names: string[] = new Array(2 * stride).fill("nothing");
  const specs: (ColumnSpec | undefined)[] = new Array(2 * stride).fill(undefined);
  const place = (at: number, name: string, spec: ColumnSpec) => {
    names[at] = name;
    specs[at] = spec;
  };
  for (const [key, spec] of Object.entries(ties.specs)) {
    for (const at of [offset[key]!, stride + offset[key]!]) place(at, `ties.${key}`, spec);
  }
  for (const [key, spec] of Object.entries(ties.pairSpecs)) place(common[key]!, `pairs.${key}`, spec);
  const data = { names, specs, array: ties.data, link: false };
  const foci = { names: ["pairs.foci"], specs: [undefined], array: ties.foci, link: false };
  const token = (p: number) => ties.to[2 * p]!;
  return [{ table: "ties", rows: ties.pairs, token, lanes: [data, foci] }];
}

function groundsOf(world: World): Ground[] {
  return [...Object.values(world.tables).map(groundOf), ...groundsOfTies(world.ties)];
}

function blank(like: Column, length: number): Column {
  if (like instanceof Float32Array) return new Float32Array(length);
  return like instanceof Int32Array ? new Int32Array(length) : new Uint8Array(length);
}

/** First place from `from` on where two columns differ in their bits; `end` if they do not. One loop a type: speed. */
function nextWord(now: Int32Array, before: Int32Array, from: number, end: number): number {
  let i = from;
  while (i < end && now[i] === before[i]) i++;
  return i;
}

function nextByte(now: Uint8Array, before: Uint8Array, from: number, end: number): number {
  let i = from;
  while (i < end && now[i] === before[i]) i++;
  return i;
}

function words(column: Float32Array | Int32Array): Int32Array {
  return new Int32Array(column.buffer, column.byteOffset, column.length);
}

/** Visits the places where two columns differ. */
function forEachChange(now: Column, before: Column, end: number, visit: (i: number) => void): void {
  if (now instanceof Uint8Array) {
    const held = before as Uint8Array;
    for (let i = nextByte(now, held, 0, end); i < end; i = nextByte(now, held, i + 1, end)) visit(i);
    return;
  }
  const [a, b] = [words(now), words(before as Float32Array | Int32Array)];
  for (let i = nextWord(a, b, 0, end); i < end; i = nextWord(a, b, i + 1, end)) visit(i);
}

/** Compares the columns of a world before and after a step. */
export class Watch {
  /** What was violated, in words, by kind: the first case of each. */
  readonly found = new Map<string, string>();
  /** Mechanisms that changed anything in a table. */
  readonly acted = new Set<string>();
  /** Mechanisms that logged an event. */
  readonly logged = new Set<string>();
  #held: Held[] = [];

  /** Notes the state before a step. */
  take(world: World): void {
    this.#held = groundsOf(world).map(({ rows, token, lanes }, g) => {
      const old = this.#held[g];
      const tokens = old && old.tokens.length >= rows ? old.tokens : new Int32Array(2 * rows);
      for (let row = 0; row < rows; row++) tokens[row] = token(row);
      const copies = lanes.map(({ array, names }, l) => {
        const used = rows * names.length;
        const kept = old?.lanes[l];
        const copy = kept && kept.length >= used ? kept : blank(array, 2 * used);
        copy.set(array.subarray(0, used) as never);
        return copy;
      });
      return { rows, tokens, lanes: copies };
    });
  }

  /** Notes what the step of a mechanism violated. */
  compare(world: World, m: AnyMechanism, tick: number): void {
    groundsOf(world).forEach((ground, g) => {
      const held = this.#held[g]!;
      const moved = new Set<number>();
      for (let row = 0; row < ground.rows; row++) {
        const [before, now] = [row < held.rows ? held.tokens[row]! : -1, ground.token(row)];
        if (row < held.rows && before === now) continue;
        moved.add(row);
        this.acted.add(m.name);
        this.#passage(ground.table, m, before < 0, row, tick);
      }
      ground.lanes.forEach((lane, l) => {
        this.#changes(ground, lane, held.lanes[l]!, moved, m, tick);
        for (const row of moved) if (ground.token(row) >= 0) this.#rangeOfRow(lane, row, m.name, tick);
      });
    });
  }

  /** Notes which columns lie outside their range as things stand. */
  initial(world: World): void {
    for (const { rows, token, lanes } of groundsOf(world)) {
      for (const lane of lanes) {
        for (let row = 0; row < rows; row++) if (token(row) >= 0) this.#rangeOfRow(lane, row, "the state before", 0);
      }
    }
  }

  #changes(ground: Ground, lane: Lane, before: Column, moved: Set<number>, m: AnyMechanism, tick: number): void {
    const { array, names } = lane;
    const width = names.length;
    const moves = m.creates?.includes(ground.table) || m.removes?.includes(ground.table);
    const silent = names.map((name) => m.writes.includes(name) || (lane.link && moves));
    forEachChange(array, before, ground.rows * width, (i) => {
      const row = width === 1 ? i : Math.floor(i / width);
      this.acted.add(m.name);
      if (moved.size > 0 && moved.has(row)) return;
      if (!silent[i % width]) {
        const name = names[i % width]!;
        const what = `row ${row}, tick ${tick}: ${before[i]} became ${array[i]}`;
        this.#note(`${m.name} writes ${name}`, `${m.name} writes ${name} undeclared (${what})`);
      }
      if (ground.token(row) >= 0) this.#range(lane, i, m.name, tick);
    });
  }

  #passage(table: string, m: AnyMechanism, born: boolean, row: number, tick: number): void {
    const declared = born ? m.creates : m.removes;
    if (declared?.includes(table)) return;
    const verb = born ? "bears" : "ends";
    this.#note(
      `${m.name} ${verb} ${table}`,
      `${m.name} ${verb} rows of ${table} undeclared (row ${row}, tick ${tick})`,
    );
  }

  #rangeOfRow(lane: Lane, row: number, who: string, tick: number): void {
    for (let f = 0; f < lane.names.length; f++) this.#range(lane, row * lane.names.length + f, who, tick);
  }

  #range({ array, names, specs }: Lane, i: number, who: string, tick: number): void {
    const [field, value] = [i % names.length, array[i]!];
    const spec = specs[field];
    if (spec === undefined ? !Number.isNaN(value) : inRange(value, spec)) return;
    const range = spec ? `outside [${spec.range.join(", ")}]` : "";
    const where = `row ${Math.floor(i / names.length)}, tick ${tick}`;
    this.#note(`${who} ranges ${names[field]}`, `${who} leaves ${names[field]} at ${value} ${range} (${where})`);
  }

  #note(kind: string, text: string): void {
    if (!this.found.has(kind)) this.found.set(kind, text);
  }
}
