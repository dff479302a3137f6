/** The picture of a benchmark: what a step costs by size in each implementation, and what a resident-week costs by size. */
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { Results } from "../results.ts";

const WIDTH = 620;
const HEIGHT = 420;
const TITLE = 46;

function panel(document: unknown, options: Record<string, unknown>): string {
  const plot = Plot.plot({
    document,
    width: WIDTH,
    height: HEIGHT,
    marginLeft: 58,
    marginRight: 150,
    marginBottom: 44,
    style: { background: "white", fontFamily: "system-ui, sans-serif", fontSize: "12px" },
    ...options,
  } as never) as unknown as { setAttribute(name: string, value: string): void; outerHTML: string };
  plot.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return plot.outerHTML;
}

const logarithmic = (label: string) => ({ type: "log", label, tickFormat: "~s", grid: true });

/** Lines of (x, y) by name, each labelled at its end. */
function lines(rows: readonly { name: string; x: number; y: number; own: boolean }[]) {
  const color = (d: { own: boolean }) => (d.own ? "#b5341c" : "#6b7785");
  return [
    Plot.line(rows, {
      x: "x",
      y: "y",
      z: "name",
      stroke: color,
      strokeWidth: (d: { own: boolean }) => (d.own ? 2.5 : 1.3),
    } as never),
    Plot.dot(rows, { x: "x", y: "y", fill: color, r: 2.5 } as never),
    Plot.text(
      rows,
      Plot.selectLast({ x: "x", y: "y", z: "name", text: "name", fill: color, textAnchor: "start", dx: 8 } as never),
    ),
  ];
}

/** The picture as SVG. */
export function picture(results: Results): string {
  const { document } = parseHTML("<html></html>");
  const own = (name: string) => name.startsWith("Linli");
  const workload = results.workload.flatMap((row) =>
    row.cells.map((cell) => ({ name: row.short, x: cell.n, y: cell.median, own: own(row.short) })),
  );
  const rounds = results.rounds.flatMap((row) =>
    row.cells.map((cell) => ({ name: row.short, x: cell.n, y: cell.median, own: own(row.short) })),
  );
  const cities = results.cities.map((city) => ({ name: "Linli", x: city.residents, y: city.week, own: true }));
  const memory = results.cities.map((city) => ({
    name: "Linli",
    x: city.residents,
    y: city.memory / city.residents,
    own: true,
  }));
  const x = { ...logarithmic("residents"), ticks: 4 };
  const panels: [string, string][] = [
    [
      "The exchange workload: nanoseconds an agent-step",
      panel(document, { x: { ...x, label: "agents" }, y: logarithmic("ns"), marks: lines(workload) }),
    ],
    [
      "Linli’s own exchange round and its port: nanoseconds a resident-week",
      panel(document, { x, y: { label: "ns", grid: true, zero: true }, marks: lines(rounds) }),
    ],
    [
      "The whole week: nanoseconds a resident-week",
      panel(document, { x, y: { label: "ns", grid: true, zero: true }, marks: lines(cities) }),
    ],
    [
      "Memory of the process: bytes a resident (what Node itself takes included)",
      panel(document, { x, y: logarithmic("bytes"), marks: lines(memory) }),
    ],
  ];
  const placed = panels.map(([title, svg], k) => {
    const left = (k % 2) * WIDTH;
    const top = Math.floor(k / 2) * (HEIGHT + TITLE);
    const text = `<text x="${left + 16}" y="${top + 30}" font-family="system-ui, sans-serif" font-size="15" font-weight="600">${title}</text>`;
    return `${text}${svg.replace("<svg", `<svg x="${left}" y="${top + TITLE}"`)}`;
  });
  const size = `width="${2 * WIDTH}" height="${2 * (HEIGHT + TITLE)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="100%" height="100%" fill="white"/>${placed.join("")}</svg>\n`;
}
