/** What figures have in common: a titled panel, a legend, a note. */
import type { At } from "../../../analysis/runTable.ts";
import { capitalized } from "../../../observe/naming.ts";
import { measureText } from "../names.ts";
import { lineColor } from "../plot.ts";
import { escaped, type Words } from "../words.ts";

/** A figure under its title. */
export function panel(title: string, unit: string | null, svg: string, below = ""): string {
  const after = unit === null ? "" : ` <span>${escaped(unit)}</span>`;
  return `<figure><div class="title">${escaped(title)}${after}</div>${svg}${below}</figure>`;
}

/** A figure of a measure, with its label and unit. */
export function measurePanel(
  measure: string,
  words: Words,
  svg: string,
  more: { title?: string; below?: string } = {},
) {
  const { label, unit } = measureText(measure);
  const title =
    capitalized(words.of(label)) + (more.title === undefined ? "" : words.say(` – ${more.title}`, `——${more.title}`));
  // a label such as "organizations" needs no unit beside it
  const own = unit === null || words.of(label).includes(words.of(unit)) ? null : words.of(unit);
  return panel(title, own, svg, more.below);
}

/** Names of lines with their colors; none for a single one. */
export function legend(names: readonly string[]): string {
  if (names.length < 2) return "";
  const items = names.map((name, k) => `<li><i style="background:${lineColor(k)}"></i>${escaped(name)}</li>`);
  return `<ul class="legend">${items.join("")}</ul>`;
}

export const note = (text: string) => `<p class="note">${escaped(text)}</p>`;
export const panels = (figures: readonly string[], shape: "" | "wide" | "one" = "") =>
  `<div class="panels ${shape}">${figures.join("")}</div>`;

/** When the measures of a report's figures were read. */
export const AT: At = "final";
