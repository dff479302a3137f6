/** Markdown of the document: headings, paragraphs, tables. */
import { joined } from "../docstrings.ts";

/** A heading of a level, with an empty line after it. */
export function heading(level: number, text: string): string {
  return `${"#".repeat(level)} ${text}\n`;
}

/** Parts of a page, an empty line between two of them; empty ones are left out. */
export function page(...parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join("\n\n");
}

/** Prose as it stands in a source: paragraphs and list items, each on one line. */
export function prose(text: string): string {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split(/\n(?=\s*(?:- |\d+\. ))/)
        .map((item) => joined(item.trim()))
        .join("\n"),
    )
    .join("\n\n");
}

/** A table; an empty text if it has no rows. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(header), `|${" --- |".repeat(header.length)}`, ...rows.map(line)].join("\n");
}

const cell = (text: string) => text.replace(/\s*\n\s*/g, " ").replaceAll("|", "\\|");

/** A name as code. */
export const code = (name: string) => `\`${name}\``;

/** A number or bound as a reader writes it. */
export function numeral(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return "∞";
  if (value === Number.NEGATIVE_INFINITY) return "−∞";
  return String(value).replace("-", "−");
}

export const interval = ([low, high]: readonly [number, number]) => `[${numeral(low)}, ${numeral(high)}]`;
