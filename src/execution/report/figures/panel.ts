/** What figures have in common: a title, a legend, a note; and how a page shows them. */
import type { At } from "../../../analysis/runTable.ts";
import { capitalized } from "../../../observe/naming.ts";
import { shown } from "../../../observe/numbers.ts";
import { measureText } from "../names.ts";
import { HEAT_STEPS, heatColor, lineColor } from "../plot.ts";
import { escaped, type Words } from "../words.ts";

/** A figure before it is placed: on a page, or as a picture of its own. */
export interface Figure {
  /** What tells it from the others of its set, in words for a file's name. */
  readonly name: string;
  readonly title: string;
  readonly unit: string | null;
  readonly svg: string;
  /** What stands across, and down. */
  readonly axis?: string;
  /** Ends of a scale of colors. */
  readonly scale?: readonly [number, number];
}

/** Figures that one legend and one note explain. */
export interface FigureSet {
  readonly figures: readonly Figure[];
  /** Names of lines, in the order of their colors; none for a single one. */
  readonly legend: readonly string[];
  readonly shape: "" | "wide" | "one";
  /** What the figures show, and how many there are not. */
  readonly notes: readonly string[];
}

/** A set as a part of a page. */
export function setHtml({ figures, legend: names, shape, notes }: FigureSet): string {
  const placed = figures.map(({ title, unit, svg, axis, scale }) => {
    const line = axis === undefined ? "" : `<div class="axis">${escaped(axis)}</div>`;
    return panel(title, unit, svg, line + (scale ? scaleHtml(scale) : ""));
  });
  return legend(names) + panels(placed, shape) + notes.map(note).join("");
}

/** A figure under its title. */
export function panel(title: string, unit: string | null, svg: string, below = ""): string {
  const after = unit === null ? "" : ` <span>${escaped(unit)}</span>`;
  return `<figure><div class="title">${escaped(title)}${after}</div>${svg}${below}</figure>`;
}

/** Title and unit of a figure of a measure, with what tells it from others of the same. */
export function measureTitle(measure: string, words: Words, more?: string): Pick<Figure, "title" | "unit"> {
  const { label, unit } = measureText(measure);
  const title = capitalized(words.of(label)) + (more === undefined ? "" : words.say(` – ${more}`, `——${more}`));
  // a label such as "organizations" needs no unit beside it
  const own = unit === null || words.of(label).includes(words.of(unit)) ? null : words.of(unit);
  return { title, unit: own };
}

function legend(names: readonly string[]): string {
  if (names.length < 2) return "";
  const items = names.map((name, k) => `<li><i style="background:${lineColor(k)}"></i>${escaped(name)}</li>`);
  return `<ul class="legend">${items.join("")}</ul>`;
}

/** The colors from the least to the greatest mean. */
function scaleHtml([low, high]: readonly [number, number]): string {
  const steps = Array.from({ length: HEAT_STEPS }, (_, k) => `<i style="background:${heatColor(k)}"></i>`);
  return `<div class="scale">${shown(low)}<div>${steps.join("")}</div>${shown(high)}</div>`;
}

export const note = (text: string) => `<p class="note">${escaped(text)}</p>`;
export const panels = (figures: readonly string[], shape: FigureSet["shape"] = "") =>
  `<div class="panels ${shape}">${figures.join("")}</div>`;

/** When the measures of a report's figures were read. */
export const AT: At = "final";
