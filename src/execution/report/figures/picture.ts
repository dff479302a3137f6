/**
 * A figure of a report as a picture that stands for itself: SVG on white, with its title, legend and note. Colors are
 * written out, as programs that set papers know no variables of a style sheet.
 */
import { shown } from "../../../observe/numbers.ts";
import { HEAT_STEPS, heatColor, lineColor } from "../plot.ts";
import { FONT, inLight } from "../style.ts";
import { escaped, textWidth, type Words } from "../words.ts";
import type { Figure, FigureSet } from "./panel.ts";
import { text, wrapped } from "./pictureText.ts";

const EDGE = 16;
const SOFT = `fill="var(--soft)"`;

/** Lines of a picture, one beneath the other. */
interface Part {
  readonly height: number;
  /** Markup with its upper edge at y. */
  at(y: number): string;
}

/** The picture of one figure of a set. */
export function picture(figure: Figure, { legend, notes }: FigureSet, words: Words): string {
  const [wide, high] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(figure.svg)!.slice(1).map(Number) as [number, number];
  const parts = [
    titlePart(figure, wide, words),
    ...(legend.length > 1 ? [legendPart(legend, wide)] : []),
    { height: high + 4, at: (y: number) => figure.svg.replace("<svg", `<svg x="${EDGE}" y="${y}"`) },
    ...(figure.axis === undefined ? [] : [linesPart(figure.axis, wide, 11.5, `${SOFT} font-size="11.5"`)]),
    ...(figure.scale ? [scalePart(figure.scale)] : []),
    ...notes.map((note) => linesPart(note, wide, 10.5, `${SOFT} font-size="10.5"`)),
  ];
  let y = EDGE;
  const drawn = parts.map((part) => {
    const markup = part.at(y);
    y += part.height;
    return markup;
  });
  const [width, height] = [wide + 2 * EDGE, y + EDGE];
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" lang="${words.lang}" role="img" color="var(--ink)" font-family="${FONT.replaceAll('"', "'")}">
<title>${escaped(figure.title)}</title>
<rect width="${width}" height="${height}" fill="var(--paper)"/>
<g fill="var(--ink)">
${drawn.join("\n")}
</g>
</svg>
`;
  return inLight(picture).replaceAll("&nbsp;", "\u00a0"); // an entity of HTML, which XML does not have
}

function titlePart({ title, unit }: Figure, wide: number, { say }: Words): Part {
  const whole = unit === null ? title : say(`${title} (${unit})`, `${title}（${unit}）`);
  return linesPart(whole, wide, 14, `font-size="14" font-weight="600"`);
}

function linesPart(content: string, wide: number, size: number, style: string): Part {
  const lines = wrapped(content, wide, size);
  const step = Math.round(size * 1.45);
  return {
    height: step * lines.length + 4,
    at: (y) => lines.map((line, k) => text(EDGE, y + size + step * k, line, style)).join("\n"),
  };
}

const SWATCH = 20;
const ROW = 19;

/** Names of lines beside their colors, as many in a row as there is room for. */
function legendPart(names: readonly string[], wide: number): Part {
  const places: { x: number; row: number }[] = [];
  let [x, row] = [0, 0];
  for (const name of names) {
    const own = SWATCH + 6 + Math.ceil(textWidth(name)) + 16;
    if (x > 0 && x + own > wide) [x, row] = [0, row + 1];
    places.push({ x, row });
    x += own;
  }
  const item = (name: string, k: number, y: number) => {
    const [left, top] = [EDGE + places[k]!.x, y + ROW * places[k]!.row];
    const swatch = `<rect x="${left}" y="${top + 6}" width="${SWATCH}" height="4" rx="2" fill="${lineColor(k)}"/>`;
    return swatch + text(left + SWATCH + 6, top + 12, name, `font-size="12"`);
  };
  return { height: ROW * (row + 1) + 4, at: (y) => names.map((name, k) => item(name, k, y)).join("\n") };
}

function scalePart([low, high]: readonly [number, number]): Part {
  const style = `font-size="11" ${SOFT}`;
  const from = EDGE + Math.ceil(textWidth(shown(low), 11)) + 6;
  const steps = Array.from(
    { length: HEAT_STEPS },
    (_, k) => (y: number) => `<rect x="${from + 15 * k}" y="${y + 3}" width="15" height="10" fill="${heatColor(k)}"/>`,
  );
  const end = from + 15 * HEAT_STEPS + 6;
  return {
    height: 22,
    at: (y) =>
      text(EDGE, y + 12, shown(low), style) +
      steps.map((step) => step(y)).join("") +
      text(end, y + 12, shown(high), style),
  };
}
