/** Rows of comma-separated text: written, and found again in files of any size, byte by byte. */
import { closeSync, openSync, readSync } from "node:fs";

/** A cell to write; null and NaN are empty ones. */
export type Cell = string | number | null;

/** A row with its line end. A row is always one line: line breaks within a cell become blanks. */
export function csvRow(cells: readonly Cell[]): string {
  const line = cells.map((cell) => csvCell(typeof cell === "string" ? withoutBreaks(cell) : cell));
  return `${line.join(",")}\n`;
}

/** A text with a blank in the place of each line break. */
export const withoutBreaks = (text: string): string => text.replace(/\s*[\r\n]\s*/g, " ");

/** The text of a cell, in quotes where it needs them. */
export function csvCell(cell: Cell): string {
  const text = cell === null || Number.isNaN(cell) ? "" : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The cells of a row without its line end. */
export function cellsOf(row: string): string[] {
  if (!row.includes('"')) return row.split(",");
  const cells: string[] = [];
  for (let at = 0; at <= row.length; ) {
    const end = cellEnd(row, at);
    const cell = row.slice(at, end);
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    at = end + 1;
  }
  return cells;
}

/** Where the cell ends that begins at `at`: at the next comma outside of quotes. */
function cellEnd(row: string, at: number): number {
  let quoted = false;
  for (let i = at; i < row.length; i++) {
    if (row[i] === '"') quoted = !quoted;
    else if (row[i] === "," && !quoted) return i;
  }
  return row.length;
}

const [NEWLINE, COMMA, QUOTE] = [0x0a, 0x2c, 0x22];

/** Number of cells of the row that stands in `bytes` from `start` to `end`. */
export function countCells(bytes: Buffer, start: number, end: number): number {
  let count = 1;
  let quoted = false;
  for (let i = start; i < end; i++) {
    const byte = bytes[i];
    if (byte === QUOTE) quoted = !quoted;
    else if (byte === COMMA && !quoted) count++;
  }
  return quoted ? -1 : count;
}

const CHUNK = 1 << 18;

/**
 * Calls `take` with each line of a file in turn: it stands in `bytes` from `start` to `end`, without its line end, and
 * begins in the file at byte `at`. What follows the last line end is torn, and no line. A file that is not there has none.
 */
export function eachLine(path: string, take: (bytes: Buffer, start: number, end: number, at: number) => void): void {
  const file = openIfThere(path);
  if (file === null) return;
  try {
    let bytes = Buffer.allocUnsafe(CHUNK);
    let held = 0; // bytes of a line begun
    let at = 0; // where the first of them stands in the file
    for (;;) {
      if (held === bytes.length) bytes = Buffer.concat([bytes], 2 * bytes.length);
      const read = readSync(file, bytes, held, bytes.length - held, null);
      if (read === 0) return;
      const filled = held + read;
      let start = 0;
      for (let end = bytes.indexOf(NEWLINE, held); end >= 0 && end < filled; end = bytes.indexOf(NEWLINE, start)) {
        take(bytes, start, end, at + start);
        start = end + 1;
      }
      bytes.copyWithin(0, start, filled);
      held = filled - start;
      at += start;
    }
  } finally {
    closeSync(file);
  }
}

/** The rows of a file of ours, parsed, without those that are torn; the first is its header. */
export async function* rowsOf(path: string): AsyncGenerator<string[]> {
  const file = openIfThere(path);
  if (file === null) return;
  try {
    let rest: Buffer = Buffer.alloc(0);
    const chunk = Buffer.allocUnsafe(CHUNK);
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
      let start = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
        yield cellsOf(bytes.toString("utf8", start, end));
        start = end + 1;
      }
      rest = bytes.subarray(start);
    }
  } finally {
    closeSync(file);
  }
}

function openIfThere(path: string): number | null {
  try {
    return openSync(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
