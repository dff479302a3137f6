/** What a benchmark found, and how it is written down. */
import type { City } from "./city.ts";
import type { Cell, Stationary } from "./rule.ts";
import type { Spread } from "./statistics.ts";

export interface Row {
  readonly name: string;
  readonly label: string;
  /** Label in the picture. */
  readonly short: string;
  readonly cells: readonly (Cell & { readonly n: number })[];
}

export interface Results {
  readonly date: string;
  readonly machine: Readonly<Record<string, string>>;
  readonly quick: boolean;
  readonly workload: readonly Row[];
  readonly rounds: readonly Row[];
  readonly stationary: Readonly<Record<string, Stationary>>;
  /** Whether the round and its port end in the same bits; null without a compiler. */
  readonly sameBits: boolean | null;
  readonly cities: readonly City[];
  /** Milliseconds from the start of a process to the end of the first week of the new estate. */
  readonly start: Spread;
  /** The same of a process that does nothing. */
  readonly empty: Spread;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, k) => (k === 0 ? "---" : "---:"));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

const thousands = (n: number) => n.toLocaleString("en-US");
const whole = (x: number) => (x < 10 ? x.toFixed(1) : thousands(Math.round(x)));

/** Times of rows by size; those of a row that does not come to rest where it must are left out. */
function times(rows: readonly Row[], stationary: Readonly<Record<string, Stationary>> = {}): string {
  const sizes = [...new Set(rows.flatMap((row) => row.cells.map((cell) => cell.n)))].sort((a, b) => a - b);
  const cellAt = (row: Row, n: number) => row.cells.find((cell) => cell.n === n);
  const shown = (row: Row) =>
    sizes.map((n) => {
      const cell = cellAt(row, n);
      if (!cell || stationary[row.name]?.reached === false) return "–";
      return `${whole(cell.median)} (${whole(cell.least)}–${whole(cell.most)}) ×${cell.ratio.toFixed(2)}`;
    });
  const largest = sizes.at(-1)!;
  const memory = (row: Row) => {
    const held = cellAt(row, largest)?.bytes;
    return held == null ? "–" : whole(held);
  };
  const told = largest >= 1e5;
  return table(
    ["", ...sizes.map(thousands), ...(told ? [`bytes an agent at ${thousands(largest)}`] : [])],
    rows.map((row) => [row.label, ...shown(row), ...(told ? [memory(row)] : [])]),
  );
}

/** Linli's round over each build of its port, by size. */
function distances(rows: readonly Row[]): string {
  const own = rows.find((row) => row.name === "round")!;
  return rows
    .filter((row) => row.label.startsWith("C++"))
    .map((row) => {
      const ratios = row.cells.map(({ n, ratio }) => `${(1 / ratio).toFixed(2)} at ${thousands(n)}`);
      return `- ${own.label} over ${row.label}: ${ratios.join(", ")}`;
    })
    .join("\n");
}

function cityTables(cities: readonly City[]): string {
  const least = cities[0]!;
  const rows = cities.map((city) => [
    thousands(city.residents),
    whole(city.week),
    `×${(city.week / least.week).toFixed(2)}`,
    `${((100 * city.recorder) / city.week).toFixed(1)} %`,
    city.reading === null ? "–" : `${((city.reading * 1e6) / city.residents / city.week).toFixed(1)} weeks`,
    city.acquaintances.toFixed(1),
    whole(city.memory / city.residents),
    whole((city.memory - city.before) / city.residents),
    `${(city.start / 1000).toFixed(2)} s`,
  ]);
  const head = ["residents", "ns a resident-week", "ratio", "recorder", "one reading of all measures", "acquaintances"];
  const memory = ["bytes a resident", "less Node itself", "to draw the population"];
  const names = Object.keys(least.mechanisms).sort(
    (a, b) => cities.at(-1)!.mechanisms[b]! - cities.at(-1)!.mechanisms[a]!,
  );
  const byMechanism = names.slice(0, 16).map((name) => [name, ...cities.map((city) => whole(city.mechanisms[name]!))]);
  const rest = cities.map((city) => whole(names.slice(16).reduce((sum, name) => sum + city.mechanisms[name]!, 0)));
  return [
    table([...head, ...memory], rows),
    "",
    table(
      ["ns a resident-week", ...cities.map((city) => thousands(city.residents))],
      [...byMechanism, ["all others", ...rest]],
    ),
  ].join("\n");
}

/** The results as Markdown. */
export function toMarkdown(results: Results): string {
  const machine = Object.entries(results.machine).map(([key, value]) => `${key} ${value}`);
  const still = results.workload
    .filter((row) => results.stationary[row.name])
    .map((row) => {
      const { trust, help, reached } = results.stationary[row.name]!;
      return [row.label, trust.toFixed(4), help.toFixed(4), reached ? "yes" : "no"];
    });
  const spreadOf = ({ median, least, most }: Spread) =>
    `${median.toFixed(0)} ms (${least.toFixed(0)}–${most.toFixed(0)})`;
  return `# Results

Written by \`npm run bench${results.quick ? " -- --quick" : ""}\` on ${results.date}: ${machine.join("; ")}.

Medians over interleaved rounds (least–greatest), nanoseconds; × is the median of the ratios to Linli's row, round by
round. Ratios are what counts: the machine is shared.

![](${results.quick ? "quick" : "bench"}.svg)

## The exchange workload, nanoseconds an agent-step

${times(results.workload, results.stationary)}

At rest (1,000 agents, steps 401–600; to be reached: trust .3686, help .4321, each within .002):

${table(["", "trust", "help", "reached"], still)}

## Linli's own exchange round, nanoseconds a resident-week

${times(results.rounds)}

${distances(results.rounds)}

Aimed at: at most 2 up to 100,000 residents, 2.5 at a million. The round and its port end in the same bits: ${results.sameBits === null ? "no compiler here" : results.sameBits ? "yes" : "NO"}.

## The whole week, from a district to a city

${cityTables(results.cities)}

From the start of a process to the end of the first week of the new estate: ${spreadOf(results.start)}; of a process that
does nothing: ${spreadOf(results.empty)}. Aimed at: below 120 ms.
`;
}
