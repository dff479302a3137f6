/** Texts of a picture: SVG places each line and breaks none. */
import { escaped, textWidth } from "../words.ts";

/** @param style attributes, as they stand in the tag. */
export const text = (x: number, y: number, content: string, style: string) =>
  `<text x="${x}" y="${y}" ${style}>${escaped(content)}</text>`;

/** Lines no wider than that, broken at blanks and between Chinese characters. */
export function wrapped(content: string, width: number, size = 12.5): string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of content.match(/[\u2e80-\uffff][，。；：）]*|[^\s\u2e80-\uffff]+\s*|\s+/g) ?? []) {
    if (line !== "" && textWidth(line + part, size) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += part;
  }
  return [...lines, line.trimEnd()];
}
