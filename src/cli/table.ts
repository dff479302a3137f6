/** Tables in plain text: aligned by the width that characters have on a screen, long cells on several lines. */
import stringWidth from "string-width";
import { type Session, styled } from "./output.ts";

export interface Column {
  readonly title: string;
  /** Numbers stand to the right. */
  readonly right?: boolean;
  /** A text column that gives way where the table is too wide. */
  readonly flexible?: boolean;
  /** The title may stand on several lines where the cells are narrower. */
  readonly narrow?: boolean;
}

const GAP = "  ";
const LEAST = 10;

/** Lines of a table no wider than `width`, as far as its flexible columns allow. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  session: Session,
  width = session.terminal.width,
): string[] {
  const widths = fit(columns, rows, width);
  const header = lay(
    columns,
    columns.map((c) => c.title),
    widths,
  );
  return [
    ...header.map((line) => styled(session, "bold", line)),
    widths.map((w) => "─".repeat(w)).join(GAP),
    ...rows.flatMap((row) => lay(columns, row, widths)),
  ];
}

/** Widths of the columns: as wide as their cells, flexible ones narrowed evenly until the table fits. */
function fit(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): number[] {
  const least = ({ title, narrow }: Column) =>
    narrow ? Math.max(Math.min(LEAST, stringWidth(title)), longest(title.match(TOKEN) ?? [])) : stringWidth(title);
  const widths = columns.map((c, i) => Math.max(least(c), longest(rows.map((row) => row[i] ?? ""))));
  const total = () => widths.reduce((sum, w) => sum + w, GAP.length * (columns.length - 1));
  while (total() > width) {
    const widest = columns.reduce((best, c, i) => (c.flexible && widths[i]! > (widths[best] ?? 0) ? i : best), -1);
    if (widest < 0 || widths[widest]! <= LEAST) return widths;
    widths[widest]!--;
  }
  return widths;
}

const longest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => stringWidth(text)));

function lay(columns: readonly Column[], cells: readonly string[], widths: readonly number[]): string[] {
  const wrapped = columns.map((_, i) => wrap(cells[i] ?? "", widths[i]!));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, k) =>
    columns
      .map((c, i) => pad(wrapped[i]![k] ?? "", widths[i]!, c.right === true))
      .join(GAP)
      .trimEnd(),
  );
}

/** The text filled up with blanks to a width. */
export function pad(text: string, width: number, right = false): string {
  const blanks = " ".repeat(Math.max(0, width - stringWidth(text)));
  return right ? blanks + text : text + blanks;
}

/** A word or a Chinese character, with the marks and the count that must not begin a line; or blanks. */
const TOKEN = /(?:[\u2E80-\u9FFF\uFF00-\uFFEF]|[^\s\u2E80-\u9FFF\uFF00-\uFFEF]+)(?:：\d+|[，。；：、！？）”])*|\s+/g;

/** A text in lines no wider than `width`: broken at blanks, and between Chinese characters. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const token of text.match(TOKEN) ?? []) {
    if (line !== "" && stringWidth((line + token).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    if (line !== "" || token.trim() !== "") line += token;
  }
  return [...lines, line.trimEnd()];
}

/** A text after a label of its own column, wrapped under itself. */
export function hanging(label: string, text: string, width: number): string[] {
  const indent = stringWidth(label) + GAP.length;
  return wrap(text, Math.max(LEAST, width - indent)).map((line, i) =>
    i === 0 ? `${label}${GAP}${line}` : " ".repeat(indent) + line,
  );
}
