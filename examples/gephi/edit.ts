/**
 * What one does by hand in Gephi, for whoever has it not at hand: takes out the residents through whom most paths lead.
 *
 *     npx tsx examples/gephi/edit.ts street/ties.gexf street/edited.gexf
 */
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import type { Network } from "linli";
import { betweenness, networkToGraph, readNetwork, toGexf } from "linli/networks";

const BROKERS = 20;

/** The ids of the nodes of highest betweenness. */
export function brokersOf(network: Network, many: number): readonly string[] {
  const ranked = Object.entries(betweenness(networkToGraph(network))).sort(([, a], [, b]) => b - a);
  return ranked.slice(0, many).map(([id]) => id);
}

/** The network without some of its nodes, and without their arcs. */
export function without({ name, nodes, arcs }: Network, gone: readonly string[]): Network {
  const kept = nodes.filter(({ id }) => !gone.includes(id));
  const place = new Map(kept.map(({ id }, index) => [id, index]));
  const moved = arcs.flatMap(({ source, target, weight }) => {
    const [from, to] = [place.get(nodes[source]!.id), place.get(nodes[target]!.id)];
    return from === undefined || to === undefined ? [] : [{ source: from, target: to, weight }];
  });
  return { name, nodes: kept, arcs: moved, foci: [] };
}

function main(from: string, to: string): void {
  const network = readNetwork([{ name: basename(from), text: readFileSync(from, "utf8") }]);
  const gone = brokersOf(network, BROKERS);
  const edited = without(network, gone);
  writeFileSync(to, toGexf(networkToGraph(edited)));
  console.log(`taken out: ${gone.join(", ")}`);
  for (const [when, { nodes, arcs }] of [["before", network] as const, ["after", edited] as const])
    console.log(`${when}: ${nodes.length} residents, ${arcs.length / 2} acquaintances`);
}

const [from, to] = process.argv.slice(2);
if (from !== undefined && to !== undefined) main(from, to);
