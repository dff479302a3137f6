/** The history of a network as dynamic GEXF 1.3, which Gephi plays on its timeline. */
import { shiftDate } from "../../kernel/clock.ts";
import { type GexfOptions, metaOf } from "./gexfHead.ts";
import type { NetworkHistory, Track } from "./history.ts";

const TYPES: Readonly<Record<string, string>> = {
  community: "integer",
  block: "integer",
  newcomer: "integer",
  belonging: "double",
  organizations: "integer",
  trust: "double",
};

/**
 * The lines of a GEXF text, each with its line end. Residents are nodes with their lifetimes; every tie is a directed edge
 * with `trust` from its source in its target. Bounds are dates and inclusive: what was seen at one observation holds until
 * the day before the next.
 */
export function* historyToGexf(history: NetworkHistory, options: GexfOptions = {}): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">\n';
  yield `  ${metaOf({ description: "Who knows whom, with trust, over time", ...options })}\n`;
  yield '  <graph mode="dynamic" timerepresentation="interval" timeformat="date" defaultedgetype="directed">\n';
  yield attributes("node", "static", ["community", "block", "newcomer"]);
  yield attributes("node", "dynamic", ["belonging", "organizations"]);
  yield attributes("edge", "dynamic", ["trust"]);
  const bounds = boundsOf(history.dates);
  yield "    <nodes>\n";
  for (const [i, track] of history.residents) yield node(i, track, bounds);
  yield "    </nodes>\n    <edges>\n";
  for (const { from, to, ...track } of history.ties)
    yield element("edge", `id="${from}-${to}" source="${from}" target="${to}"`, track, bounds);
  yield "    </edges>\n  </graph>\n</gexf>\n";
}

function attributes(of: string, mode: string, names: readonly string[]): string {
  const lines = names.map((name) => `      <attribute id="${name}" title="${name}" type="${TYPES[name]}"/>\n`);
  return `    <attributes class="${of}" mode="${mode}">\n${lines.join("")}    </attributes>\n`;
}

/** `start` and `end` of a stretch of observations. */
type Bounds = (first: number, last: number) => string;

function boundsOf(dates: readonly string[]): Bounds {
  const ends = dates.map((date, k) => (k + 1 < dates.length ? shiftDate(dates[k + 1]!, -1) : date));
  return (first, last) => `start="${dates[first]}" end="${ends[last]}"`;
}

function node(i: number, track: Track & { readonly fixed: Readonly<Record<string, number>> }, bounds: Bounds): string {
  const fixed = Object.entries(track.fixed).map(
    ([name, value]) => `          <attvalue for="${name}" value="${value}"/>\n`,
  );
  return element("node", `id="${i}" label="resident ${i}"`, track, bounds, fixed);
}

function element(name: string, head: string, track: Track, bounds: Bounds, fixed: readonly string[] = []): string {
  const { spells } = track;
  const [first, ...more] = spells;
  const own = more.length === 0 ? ` ${bounds(...first!)}` : "";
  const values = [...fixed, ...Object.keys(track.values).flatMap((key) => valuesOf(key, track, bounds))];
  const times = more.length === 0 ? [] : spells.map((spell) => `          <spell ${bounds(...spell)}/>\n`);
  return [
    `      <${name} ${head}${own}>\n`,
    `        <attvalues>\n${values.join("")}        </attvalues>\n`,
    ...(times.length > 0 ? [`        <spells>\n${times.join("")}        </spells>\n`] : []),
    `      </${name}>\n`,
  ].join("");
}

/** Each value from when it was first seen until the next is, or until its spell ends. */
function valuesOf(name: string, { spells, values }: Track, bounds: Bounds): string[] {
  const list = values[name]!;
  let spell = 0;
  return list.map(([from, value], k) => {
    while (spells[spell]![1] < from) spell++;
    const last = Math.min(spells[spell]![1], (list[k + 1]?.[0] ?? Number.POSITIVE_INFINITY) - 1);
    return `          <attvalue for="${name}" value="${value}" ${bounds(from, last)}/>\n`;
  });
}
