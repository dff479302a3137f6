/** Comma-separated text that every spreadsheet opens, a Chinese Excel too. */

/** A cell to write; null and NaN are empty ones. */
export type Cell = string | number | null | undefined;

/** The mark by which Excel knows the text for UTF-8. */
export const BOM = "\uFEFF";

/** A table as text, with line ends as RFC 4180 has them. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return BOM + rows.map((cells) => `${cells.map(cellText).join(",")}\r\n`).join("");
}

/** A text that a spreadsheet would take for a formula is marked as text; a row is always one line. */
export function cellText(cell: Cell): string {
  if (cell === null || cell === undefined || Number.isNaN(cell)) return "";
  if (typeof cell === "number") return String(cell);
  const line = cell.replace(/\s*[\r\n]\s*/g, " ");
  const text = /^[\s]*[=+\-@\t]/.test(line) ? `'${line}` : line;
  return /[",']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
