/** Networks of the experiments on published data: what is known of whom, who helps whom, and what they look like. */
import { createRandom } from "../../kernel/random.ts";
import type { Arc, Network } from "../../model/network.ts";
import { swapEnds } from "../../model/variants/swaps.ts";
import { type Arcs, arcsFrom, arcsOfNetwork, union } from "../../observe/arcs.ts";
import { reciprocity, transitivity } from "../../observe/structure.ts";

/** What is held against the data: of who helps whom, and of the undirected union of that. */
export interface Shape {
  readonly arcs: number;
  /** Arcs that are answered over all arcs. */
  readonly reciprocity: number;
  /** Triads whose ends are tied over all triads with two ties, direction left aside. */
  readonly transitivity: number;
}

export const shapeOf = (arcs: Arcs): Shape => ({
  arcs: arcs.to.length,
  reciprocity: reciprocity(arcs),
  transitivity: transitivity(union(arcs)),
});

/** Who could help whom: everybody tied either way, once, with no evidence of anything between them. */
export function acquaintance(network: Network): Network {
  const { nodes, start, to } = union(arcsOfNetwork(network));
  const arcs: Arc[] = [];
  for (let i = 0; i < nodes; i++)
    for (let k = start[i]!; k < start[i + 1]!; k++) if (to[k]! > i) arcs.push({ source: i, target: to[k]!, weight: 0 });
  return { ...network, arcs, foci: [] };
}

/** The stronger half of a weighted network's arcs: those of at least the median weight. */
export function strongerHalf(network: Network): Network {
  const weights = network.arcs.map(({ weight }) => weight).sort((a, b) => a - b);
  const median = weights[weights.length >> 1]!;
  return { ...network, arcs: network.arcs.filter(({ weight }) => weight >= median) };
}

/** As many arcs out of and into each person, else as random as that allows. */
export function sameDegrees(arcs: Arcs, seed: string | number): Arcs {
  const from = new Int32Array(arcs.to.length);
  for (let i = 0; i < arcs.nodes; i++) from.fill(i, arcs.start[i]!, arcs.start[i + 1]!);
  const to = arcs.to.slice();
  swapEnds(arcs.nodes, { from, to }, createRandom(seed).key("empirical", "degrees"), { directed: true });
  return arcsFrom(arcs.nodes, from, to);
}
