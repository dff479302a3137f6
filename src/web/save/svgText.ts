/** A drawing that stands by itself: with its colors and letters written into it, a title above and a line below. */

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

export function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (sign) => entities[sign]!);
}

export interface Sheet {
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

export const sheetSize = ({ width, height, footer }: Sheet) => ({
  width: width + 2 * MARGIN,
  height: HEAD + height + LINE * footer.length + MARGIN,
});

/** @param drawing - Markup of an `svg` element of the sheet's inner size. */
export function sheetText(drawing: string, sheet: Sheet): string {
  const { width, height } = sheetSize(sheet);
  const { title, footer, background, ink, muted, font } = sheet;
  const text = (y: number, size: number, color: string, words: string) =>
    `<text x="${MARGIN}" y="${y}" font-size="${size}" fill="${color}">${escapeXml(words)}</text>`;
  const below = footer.map((words, k) => text(HEAD + sheet.height + LINE * (k + 1) - 2, 11, muted, words));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(font)}">`,
    `<rect width="${width}" height="${height}" fill="${background}"/>`,
    text(22, 15, ink, title),
    `<g transform="translate(${MARGIN} ${HEAD})">${drawing}</g>`,
    ...below,
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
