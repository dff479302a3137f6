/** Figures as SVG: Observable Plot on a document that no browser is needed for. */
import { InputError } from "../../kernel/check.ts";
import { escaped, textWidth } from "./words.ts";

export type Plot = typeof import("@observablehq/plot");
export type PlotOptions = import("@observablehq/plot").PlotOptions;

export interface Drawing {
  readonly plot: Plot;
  /** The markup of a figure, with what it shows said for those who do not see it. */
  draw(options: PlotOptions, description: string): string;
}

/** Loads what figures are drawn with. Throws an InputError where it was left out at the installation. */
export async function loadDrawing(): Promise<Drawing> {
  const [plot, { parseHTML }] = await Promise.all([import("@observablehq/plot"), import("linkedom")]).catch(() => {
    throw new InputError(
      "report: expected the packages @observablehq/plot and linkedom, which draw its figures; got none (npm install @observablehq/plot linkedom)",
    );
  });
  const draw: Drawing["draw"] = (options, description) => {
    const { document } = parseHTML("<!doctype html><html><body></body></html>");
    const svg = plot.plot({
      ...options,
      document: document as unknown as NonNullable<PlotOptions["document"]>,
      style: { fontFamily: "inherit", fontSize: "12px", overflow: "visible", background: "none" } as never,
      className: "plot",
      ariaLabel: description,
    });
    const element = svg as unknown as { setAttribute(name: string, value: string): void; outerHTML: string };
    element.setAttribute("role", "img");
    element.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    // the document escapes attributes as HTML does, which is not enough for a picture, whose readers take it as XML
    return element.outerHTML.replace(/aria-label="[^"]*"/, () => `aria-label="${escaped(description)}"`);
  };
  return { plot, draw };
}

/** Color of the k-th line, and of a step of a heat map, as the style sheet has them for light and dark. */
export const lineColor = (k: number) => `var(--c${k % 6})`;
export const HEAT_STEPS = 9;
export const heatColor = (step: number) => `var(--h${step})`;
export const heatInk = (step: number) => `var(--t${step})`;

/** Margin that the widest of some labels needs beside an axis. */
export function marginFor(labels: readonly string[], least = 36): number {
  return Math.max(least, ...labels.map((label) => Math.ceil(textWidth(label)) + 14));
}

/** A date of a table, at midnight of no particular place. */
export const dateOf = (iso: string) => new Date(`${iso}T00:00:00Z`);

/** Ticks of a time axis between two ISO dates: years, or months of a short time; with their labels. */
export function timeTicks(first: string, last: string): { ticks: Date[]; tickFormat: (date: Date) => string } {
  const months = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
  const [from, to] = [months(first), months(last)];
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((s) => (to - from) / s <= 6) ?? 240;
  const ticks: Date[] = [];
  for (let m = Math.ceil(from / step) * step; m <= to; m += step) {
    const date = dateOf(`${String(Math.floor(m / 12)).padStart(4, "0")}-${String((m % 12) + 1).padStart(2, "0")}-01`);
    if (date >= dateOf(first)) ticks.push(date);
  }
  return { ticks, tickFormat: (date) => date.toISOString().slice(0, step % 12 === 0 ? 4 : 7) };
}
