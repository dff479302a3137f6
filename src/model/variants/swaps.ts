/**
 * A network as random as its degrees allow: ends of two ties change places, again and again.
 *
 * Source: Maslov & Sneppen (2002), Specificity and Stability in Topology of Protein Networks, Science 296, 910-913; Milo
 * et al. (2003), On the uniform generation of random graphs with prescribed degree sequences, cond-mat/0312028: many
 * times as many trials as there are ties.
 */
import { below, type Key, uniform } from "../../kernel/random.ts";

/** Trials a tie, of which most succeed in a sparse network. Milo et al. (2003) find 100 more than enough. */
const TRIALS = 20;

/** Edges as two columns of their ends, in [0, nodes): no edge twice, none from a node to itself. */
export interface Ends {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export interface SwapOptions {
  /** Arcs, which keep the out- and in-degree of every node; default: ties without direction, which keep its degree. */
  readonly directed?: boolean;
  /** Second name of the draws. */
  readonly tick?: number;
}

/** Lets ends of edges change places in `ends` itself: a-b and c-d become a-d and c-b, if both are new. */
export function swapEnds(
  nodes: number,
  { from, to }: Ends,
  key: Key,
  { directed = false, tick = 0 }: SwapOptions = {},
) {
  const edges = from.length;
  const code = (a: number, b: number) => (directed || a < b ? a * nodes + b : b * nodes + a);
  const present = new Set<number>();
  for (let e = 0; e < edges; e++) present.add(code(from[e]!, to[e]!));
  const joins = (a: number, b: number) => a === b || present.has(code(a, b));
  for (let trial = 0; trial < TRIALS * edges; trial++) {
    const e = below(edges, key, tick, trial, 0);
    const f = below(edges, key, tick, trial, 1);
    // A tie without direction may be taken from either side: else its ends would keep their sides for ever.
    const turned = !directed && uniform(key, tick, trial, 2) < 0.5;
    const [near, far] = turned ? [to, from] : [from, to];
    const [a, b, c, d] = [from[e]!, to[e]!, near[f]!, far[f]!];
    if (e === f || joins(a, d) || joins(c, b) || code(a, d) === code(c, b)) continue;
    present.delete(code(a, b));
    present.delete(code(c, d));
    present.add(code(a, d));
    present.add(code(c, b));
    to[e] = d;
    far[f] = b;
  }
}
