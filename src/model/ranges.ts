/** The columns of a run held against their declared ranges: a rule that leaves one must not end in results. */
import { type ColumnSpec, inRange, type Table } from "../kernel/table.ts";
import type { Ties } from "../kernel/ties.ts";
import { standardModel } from "./community.ts";
import type { Run } from "./run.ts";

type Column = Float32Array | Int32Array | Uint8Array;

/** Throws for the first value that is no number or lies outside of its column's range, among all that is alive. */
export function checkRanges(run: Run): void {
  for (const table of Object.values(run.world.tables)) checkTable(run, table);
  checkTies(run, run.world.ties);
}

function checkTable(run: Run, { name, specs, at, alive, rows }: Table): void {
  for (const [key, spec] of Object.entries(specs)) {
    if (holdsAnything(spec)) continue;
    const column = (at as Record<string, Column>)[key]!;
    const row = firstOutside(column, 0, 1, rows, spec, (r) => alive[r] === 1);
    if (row >= 0) throw outside(run, `${name}.${key}`, spec, `row ${row}`, column[row]!);
  }
}

function checkTies(run: Run, { data, to, pairs, stride, offset, common, specs, pairSpecs }: Ties): void {
  const ends = (d: number) => `(residents ${to[d ^ 1]} and ${to[d]})`;
  for (const [key, spec] of Object.entries(specs)) {
    const d = firstOutside(data, offset[key]!, stride, 2 * pairs, spec, (tie) => to[tie]! >= 0);
    if (d >= 0) throw outside(run, `ties.${key}`, spec, `row ${d} ${ends(d)}`, data[d * stride + offset[key]!]!);
  }
  for (const [key, spec] of Object.entries(pairSpecs)) {
    const p = firstOutside(data, common[key]!, 2 * stride, pairs, spec, (pair) => to[2 * pair]! >= 0);
    const value = data[2 * p * stride + common[key]!]!;
    if (p >= 0) throw outside(run, `pairs.${key}`, spec, `row ${p} ${ends(2 * p)}`, value);
  }
}

/** Whether there is no number that such a column could not hold, or no rule that could set it. */
function holdsAnything({ type, fixed, range: [low, high] }: ColumnSpec): boolean {
  if (fixed) return true;
  if (type === "u8") return low <= 0 && high >= 255;
  return type === "i32" && low <= -0x80000000 && high >= 0x7fffffff;
}

/** The first living row outside of the range, or -1. */
function firstOutside(
  column: Column,
  from: number,
  step: number,
  rows: number,
  spec: ColumnSpec,
  alive: (row: number) => boolean,
): number {
  for (let row = 0; row < rows; row++) if (!inRange(column[from + row * step]!, spec) && alive(row)) return row;
  return -1;
}

function outside({ model, date }: Run, name: string, { range }: ColumnSpec, row: string, value: number): Error {
  const writers = model.mechanisms.filter((m) => m.writes.includes(name));
  const own = writers.filter((m) => !standardModel.mechanisms.includes(m));
  const names = (own.length > 0 ? own : writers).map((m) => m.name).join(", ");
  const by = names === "" ? "" : `; written by ${names}`;
  return new Error(`${name} must lie in [${range.join(", ")}]; ${row} holds ${value} on ${date}${by}`);
}
