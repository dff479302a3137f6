/** A drawing that stands by itself: with its colors and letters written into it, a title above and a line below. */
import { escaped } from "../../observe/escaped.ts";

/** What a style sheet may say of a drawing's parts. */
export const PROPERTIES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "vector-effect",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "text-anchor",
  "dominant-baseline",
  "letter-spacing",
  "visibility",
  "display",
] as const;

/** A style attribute that says all of them, as they were computed. */
export function styleText(computed: (property: string) => string): string {
  return PROPERTIES.map((property) => [property, computed(property)] as const)
    .filter(([, value]) => value !== "")
    .map(([property, value]) => `${property}:${value}`)
    .join(";");
}

/** A number or year beside a drawing: where along its edge, as a share of it. */
export interface Label {
  readonly at: number;
  readonly text: string;
}

/** What stands at the axes of a drawing: from above down, and from left to right. */
export interface Axes {
  readonly side: readonly Label[];
  readonly below: readonly Label[];
}

export interface Sheet {
  readonly axes: Axes;
  /** What the colors of lines stand for. */
  readonly keys: readonly { readonly color: string; readonly text: string }[];
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly footer: readonly string[];
  readonly background: string;
  readonly ink: string;
  readonly muted: string;
  readonly font: string;
}

const [MARGIN, HEAD, LINE] = [14, 34, 16];

/** Room for the numbers beside, the years below, and the line of keys. */
const roomOf = ({ axes, keys }: Sheet) => ({
  side: axes.side.length === 0 ? 0 : 40,
  below: axes.below.length === 0 ? 0 : LINE + 4,
  keys: keys.length === 0 ? 0 : LINE + 4,
});

export function sheetSize(sheet: Sheet): { readonly width: number; readonly height: number } {
  const { side, below, keys } = roomOf(sheet);
  return {
    width: sheet.width + 2 * MARGIN + side,
    height: HEAD + keys + sheet.height + below + LINE * sheet.footer.length + MARGIN,
  };
}

/** @param drawing - Markup of an `svg` element of the sheet's inner size. */
export function sheetText(drawing: string, sheet: Sheet): string {
  const { width, height } = sheetSize(sheet);
  const { title, footer, background, ink, muted, font, axes } = sheet;
  const room = roomOf(sheet);
  const [left, top] = [MARGIN + room.side, HEAD + room.keys];
  const bottom = top + sheet.height;
  const text = (x: number, y: number, size: number, color: string, words: string, more = "") =>
    `<text x="${x}" y="${y}" font-size="${size}" fill="${color}"${more}>${escaped(words)}</text>`;
  const key = ({ color, text: words }: Sheet["keys"][number], k: number) =>
    text(MARGIN + (k * (width - 2 * MARGIN)) / sheet.keys.length, HEAD + LINE - 6, 12, color, `— ${words}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(font)}">`,
    `<rect width="${width}" height="${height}" fill="${background}"/>`,
    text(MARGIN, 22, 15, ink, title),
    ...sheet.keys.map(key),
    `<g transform="translate(${left} ${top})">${drawing}</g>`,
    ...axes.side.map(({ at, text: words }) =>
      text(left - 6, top + at * sheet.height + 4, 11, muted, words, ' text-anchor="end"'),
    ),
    ...axes.below.map(({ at, text: words }) => text(left + at * sheet.width, bottom + LINE - 2, 11, muted, words)),
    ...footer.map((words, k) => text(MARGIN, bottom + room.below + LINE * (k + 1) - 2, 11, muted, words)),
    "</svg>",
  ].join("");
}

/**
 * Breaks a text into lines that fit: between words, and between any two Chinese characters.
 *
 * @param fits - Whether a line is short enough.
 */
export function linesThatFit(text: string, fits: (line: string) => boolean): string[] {
  const pieces = text.match(/[\u2e80-\uffef][，。；：、）”]?|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? [];
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line === "" || fits((line + piece).trimEnd())) line += piece;
    else {
      lines.push(line.trimEnd());
      line = piece;
    }
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}
