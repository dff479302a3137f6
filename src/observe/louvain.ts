/**
 * The Louvain method on arrays: communities of a graph at which modularity cannot be raised by moving a node, nor a whole
 * community, to a neighbor's.
 *
 * All is counted in whole numbers, so gains compare exactly and every engine finds the same communities.
 *
 * Source: Blondel et al. (2008), Fast unfolding of communities in large networks. Two improvements of it: only nodes whose
 * neighbors moved are looked at again (Ozaki et al. 2016, A simple acceleration method for the Louvain algorithm), and when
 * communities are joined single nodes move once more (Rotta & Noack 2011, Multilevel local search algorithms for
 * modularity clustering).
 */
import { identityOf, type Key, shuffle } from "../kernel/random.ts";
import type { Arcs } from "./arcs.ts";

/** A graph whose nodes are communities of the one below; what lies within a node is no arc, but counts as its strength. */
interface Weighted extends Arcs {
  /** Ties of the given graph from node to node, one an arc. */
  readonly weight: Int32Array;
  /** Sum over what a node holds of the degrees in the given graph. */
  readonly strength: Int32Array;
}

/** A label 0, 1, … a node, in order of their lowest nodes; draws are those of `key` at `tick`. `undirected` is symmetric. */
export function louvain(undirected: Arcs, key: Key, tick: number): Int32Array {
  let sweeps = 0;
  const drawn = (nodes: number) => {
    const order = new Int32Array(nodes);
    shuffle(order, identityOf(key, sweeps++), tick);
    return order;
  };
  const ties = plain(undirected);
  const label = apart(ties.nodes);
  // Each move raises modularity, so there is an end to it.
  while (settle(ties, label, drawn(ties.nodes))) {
    let graph = aggregate(ties, label, relabel(label));
    let group = apart(graph.nodes);
    while (settle(graph, group, drawn(graph.nodes))) {
      graph = aggregate(graph, group, relabel(group));
      for (let i = 0; i < label.length; i++) label[i] = group[label[i]!]!;
      group = apart(graph.nodes);
    }
  }
  return label;
}

/** Each node its own community. */
function apart(nodes: number): Int32Array {
  const community = new Int32Array(nodes);
  for (let i = 0; i < nodes; i++) community[i] = i;
  return community;
}

/** Each tie weighs 1. */
function plain(arcs: Arcs): Weighted {
  const strength = new Int32Array(arcs.nodes);
  for (let i = 0; i < arcs.nodes; i++) strength[i] = arcs.start[i + 1]! - arcs.start[i]!;
  return { ...arcs, weight: new Int32Array(arcs.to.length).fill(1), strength };
}

/**
 * Moves nodes, at first each once in `order`, to communities of their neighbors until no move raises modularity; returns
 * whether one moved. `community` holds a number below `nodes` a node. What `order` holds is lost.
 *
 * A move of i to community c gains 2 / total² times (total w_ic - s_i S_c): w_ic ties lead from i to the others in c, s_i
 * is i's strength, S_c theirs, and total that of all.
 */
function settle({ nodes, start, to, weight, strength }: Weighted, community: Int32Array, order: Int32Array): boolean {
  const sum = new Float64Array(nodes);
  let total = 0;
  for (let i = 0; i < nodes; i++) {
    sum[community[i]!]! += strength[i]!;
    total += strength[i]!;
  }
  const toward = new Int32Array(nodes);
  const near = new Int32Array(nodes + 1);
  const waits = new Uint8Array(nodes).fill(1);
  // The queue is a ring: a node that waits is in it once, so it never overflows.
  let head = 0;
  let moved = false;
  for (let waiting = nodes; waiting > 0; waiting--) {
    const i = order[head]!;
    head = head + 1 === nodes ? 0 : head + 1;
    waits[i] = 0;
    const own = community[i]!;
    const s = strength[i]!;
    const first = start[i]!;
    const end = start[i + 1]!;
    let found = 0;
    for (let k = first; k < end; k++) {
      const c = community[to[k]!]!;
      // `found` grows if c is new: ties - 1 is negative at 0 only. A branch would often be guessed wrong.
      const ties = toward[c]!;
      near[found] = c;
      found -= (ties - 1) >> 31;
      toward[c] = ties + weight[k]!;
    }
    if (found === 1 && near[0] === own) {
      toward[own] = 0;
      continue;
    }
    sum[own]! -= s;
    let best = own;
    let most = total * toward[own]! - s * sum[own]!;
    for (let f = 0; f < found; f++) {
      const c = near[f]!;
      const gain = total * toward[c]! - s * sum[c]!;
      toward[c] = 0;
      if (gain > most) {
        most = gain;
        best = c;
      }
    }
    sum[best]! += s;
    if (best === own) continue;
    community[i] = best;
    moved = true;
    for (let k = first; k < end; k++) {
      const j = to[k]!;
      if (waits[j] === 1 || community[j] === best) continue;
      waits[j] = 1;
      const tail = head + waiting - 1;
      order[tail < nodes ? tail : tail - nodes] = j;
      waiting++;
    }
  }
  return moved;
}

/** Renames communities 0, 1, … in order of their lowest nodes, in place; returns how many there are. */
function relabel(community: Int32Array): number {
  const name = new Int32Array(community.length).fill(-1);
  let groups = 0;
  for (let i = 0; i < community.length; i++) {
    const c = community[i]!;
    if (name[c]! < 0) name[c] = groups++;
    community[i] = name[c]!;
  }
  return groups;
}

/** The graph of the communities: what led from one to another is one arc. */
function aggregate(graph: Weighted, community: Int32Array, groups: number): Weighted {
  const { nodes, start: begin, to: target, weight: heavy } = graph;
  const first = new Int32Array(groups + 1);
  for (let i = 0; i < nodes; i++) first[community[i]! + 1]!++;
  for (let c = 0; c < groups; c++) first[c + 1]! += first[c]!;
  const member = new Int32Array(nodes);
  const next = first.slice();
  for (let i = 0; i < nodes; i++) member[next[community[i]!]!++] = i;
  const start = new Int32Array(groups + 1);
  const most = Math.min(begin[nodes]!, groups * (groups - 1));
  const to = new Int32Array(most);
  const weight = new Int32Array(most);
  const strength = new Int32Array(groups);
  // place[d]: where the arc from c, whose turn it is, to d stands; before c's first arc if there is none yet.
  const place = new Int32Array(groups).fill(-1);
  let length = 0;
  for (let c = 0; c < groups; c++) {
    const front = length;
    for (let at = first[c]!; at < first[c + 1]!; at++) {
      const i = member[at]!;
      strength[c]! += graph.strength[i]!;
      for (let k = begin[i]!; k < begin[i + 1]!; k++) {
        const d = community[target[k]!]!;
        if (d === c) continue;
        if (place[d]! < front) {
          to[length] = d;
          place[d] = length++;
        }
        weight[place[d]!]! += heavy[k]!;
      }
    }
    start[c + 1] = length;
  }
  return { nodes: groups, start, to, weight, strength };
}
