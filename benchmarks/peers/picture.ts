/** The picture of a benchmark: what a step costs by size in each implementation, and what a resident-week costs by size. */
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { Results } from "../results.ts";

const WIDTH = 660;
const HEIGHT = 420;
const TITLE = 46;
const MARGIN = { marginLeft: 58, marginRight: 210, marginTop: 26, marginBottom: 44 };
/** Pixels between two labels. */
const LINE = 14;

interface Place {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

interface Panel {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly logarithmic: boolean;
  readonly rows: readonly Place[];
}

/** Labels at the ends of lines, moved apart where they would lie on one another: their shifts in pixels. */
function labels(rows: readonly Place[], logarithmic: boolean, domain: readonly [number, number]): [Place, number][] {
  const ends = [...new Map([...rows].sort((a, b) => a.x - b.x).map((row) => [row.name, row])).values()];
  const scaled = (y: number) => (logarithmic ? Math.log(y) : y);
  const [low, high] = [scaled(domain[0]), scaled(domain[1])];
  const pixel = (y: number) => ((high - scaled(y)) / (high - low)) * (HEIGHT - MARGIN.marginTop - MARGIN.marginBottom);
  const last = new Map<number, number>();
  return ends
    .sort((a, b) => b.y - a.y)
    .map((row) => {
      const at = Math.max(pixel(row.y), (last.get(row.x) ?? Number.NEGATIVE_INFINITY) + LINE);
      last.set(row.x, at);
      return [row, at - pixel(row.y)];
    });
}

function draw({ x, y, logarithmic, rows }: Panel): string {
  const { document } = parseHTML("<html></html>");
  const values = rows.map((row) => row.y);
  const domain: [number, number] = [logarithmic ? Math.min(...values) / 1.2 : 0, 1.1 * Math.max(...values)];
  const color = ({ name }: Place) => (name.startsWith("Linli") ? "#b5341c" : "#5c6875");
  const wide = ({ name }: Place) => (name.startsWith("Linli") ? 2.5 : 1.3);
  const marks = [
    Plot.line(rows, { x: "x", y: "y", z: "name", stroke: color, strokeWidth: wide } as never),
    Plot.dot(rows, { x: "x", y: "y", fill: color, r: 2.5 } as never),
    ...labels(rows, logarithmic, domain).map(([row, dy]) =>
      Plot.text([row], { x: "x", y: "y", text: "name", fill: color, textAnchor: "start", dx: 8, dy } as never),
    ),
  ];
  const plot = Plot.plot({
    document,
    width: WIDTH,
    height: HEIGHT,
    ...MARGIN,
    style: { background: "white", fontFamily: "system-ui, sans-serif", fontSize: "12px" },
    x: { type: "log", label: x, tickFormat: "~s", grid: true, ticks: 4 },
    y: { type: logarithmic ? "log" : "linear", label: y, domain, tickFormat: logarithmic ? "~s" : ",d", grid: true },
    marks,
  } as never) as unknown as { setAttribute(name: string, value: string): void; outerHTML: string };
  plot.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return plot.outerHTML;
}

/** The picture as SVG. */
export function picture(results: Results): string {
  const lines = (rows: Results["workload"]): Place[] =>
    rows.flatMap((row) => row.cells.map((cell) => ({ name: row.short, x: cell.n, y: cell.median })));
  const cities = (y: (city: Results["cities"][number]) => number, name = "Linli"): Place[] =>
    results.cities.map((city) => ({ name, x: city.residents, y: y(city) }));
  const memory = [
    ...cities((city) => city.memory / city.residents, "Linli, with Node itself"),
    ...cities((city) => (city.memory - city.before) / city.residents, "Linli’s own"),
  ];
  const panels: Panel[] = [
    {
      title: "The exchange workload, ns an agent-step",
      x: "agents",
      y: "ns",
      logarithmic: true,
      rows: lines(results.workload),
    },
    {
      title: "Linli’s exchange round and its port, ns a resident-week",
      x: "residents",
      y: "ns",
      logarithmic: false,
      rows: lines(results.rounds),
    },
    {
      title: "The whole week, ns a resident-week",
      x: "residents",
      y: "ns",
      logarithmic: false,
      rows: cities((city) => city.week),
    },
    { title: "Memory, bytes a resident", x: "residents", y: "bytes", logarithmic: true, rows: memory },
  ];
  const placed = panels.map((panel, k) => {
    const [left, top] = [(k % 2) * WIDTH, Math.floor(k / 2) * (HEIGHT + TITLE)];
    const font = 'font-family="system-ui, sans-serif" font-size="15" font-weight="600"';
    const title = `<text x="${left + 16}" y="${top + 30}" ${font}>${panel.title}</text>`;
    return `${title}${draw(panel).replace("<svg", `<svg x="${left}" y="${top + TITLE}"`)}`;
  });
  const size = `width="${2 * WIDTH}" height="${2 * (HEIGHT + TITLE)}"`;
  const title = "<title>What a step of Linli and others costs by size</title>";
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${title}<rect width="100%" height="100%" fill="white"/>${placed.join("")}</svg>\n`;
}
