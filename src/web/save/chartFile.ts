/** A chart of the page as a file: SVG for a paper, PNG for a slide. */
import { SIDES, type Side } from "../../experiments/page/address.ts";
import { colorsNow } from "./colors.ts";
import { downloadBlob, downloadText } from "./download.ts";
import { type Axes, type Sheet, sheetSize, sheetText, styleText } from "./svgText.ts";

/** Pixels of a PNG for one of the drawing. */
const SCALE = 2;

export interface ChartWords {
  readonly title: string;
  readonly footer: readonly string[];
  /** What the colors of both sides stand for; none where the chart says so itself. */
  readonly sides: Readonly<Record<Side, string>> | null;
}

export function saveChartSvg(chart: SVGSVGElement, words: ChartWords, name: string): void {
  const { text } = drawn(chart, words);
  downloadText(name, `<?xml version="1.0" encoding="UTF-8"?>\n${text}`, "image/svg+xml");
}

export async function saveChartPng(chart: SVGSVGElement, words: ChartWords, name: string): Promise<void> {
  const { text, sheet } = drawn(chart, words);
  const { width, height } = sheetSize(sheet);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  saveCanvas(canvas, name);
}

export function saveCanvas(canvas: HTMLCanvasElement, name: string): void {
  canvas.toBlob((blob) => blob && downloadBlob(name, blob), "image/png");
}

function drawn(chart: SVGSVGElement, words: ChartWords): { readonly text: string; readonly sheet: Sheet } {
  const { width, height } = sizeOf(chart);
  const colors = colorsNow();
  const keys = words.sides ? SIDES.map((side) => ({ color: colors[side], text: words.sides![side] })) : [];
  const axes = axesOf(chart);
  const sheet = { ...colors, ...words, keys, axes, width: Math.ceil(width), height: Math.ceil(height) };
  const copy = styledCopy(chart);
  copy.setAttribute("width", String(sheet.width));
  copy.setAttribute("height", String(sheet.height));
  return { text: sheetText(new XMLSerializer().serializeToString(copy), sheet), sheet };
}

/** Least width of a chart whose drawing can be stretched. */
const WIDE = 680;

function sizeOf(chart: SVGSVGElement): { readonly width: number; readonly height: number } {
  const { width, height } = chart.getBoundingClientRect();
  if (chart.getAttribute("preserveAspectRatio") !== "none" || width >= WIDE) return { width, height };
  return { width: WIDE, height: Math.max(height, 0.42 * WIDE) };
}

/** The numbers and years that stand beside a chart in the page. */
function axesOf(chart: SVGSVGElement): Axes {
  const box = chart.getBoundingClientRect();
  const labels = (axis: string) => [
    ...(chart.closest("[data-plot]")?.querySelectorAll(`[data-axis="${axis}"] > span`) ?? []),
  ];
  const middle = ({ top, height }: DOMRect) => (top + height / 2 - box.top) / box.height;
  const text = (label: Element) => label.textContent!.trim();
  return {
    side: labels("side").map((label) => ({ at: middle(label.getBoundingClientRect()), text: text(label) })),
    below: labels("below").map((label) => {
      return { at: (label.getBoundingClientRect().left - box.left) / box.width, text: text(label) };
    }),
  };
}

/** A copy whose parts have their style written into them: a file has no style sheet of the page. */
function styledCopy(chart: SVGSVGElement): SVGSVGElement {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const [from, to] = [chart, copy].map((root) => [root, ...root.querySelectorAll<SVGElement>("*")]);
  from!.forEach((part, k) => {
    const computed = getComputedStyle(part);
    to![k]!.setAttribute(
      "style",
      styleText((property) => computed.getPropertyValue(property)),
    );
    to![k]!.removeAttribute("class");
  });
  return copy;
}
