/** Who knows whom at week 0 (ODD: initialization): drawn from the context, or taken from a network. */
import { sortedBy } from "../kernel/order.ts";
import { below, type Random, uniform } from "../kernel/random.ts";
import type { Ties } from "../kernel/ties.ts";
import type { Context } from "./context.ts";
import type { Network } from "./network.ts";
import { FOCUS } from "./vocabulary.ts";
import type { World } from "./world.ts";

/** Makes the pool of a world, from the ties that each resident can hold and the number of pairs to come. */
export type NewPool = (room: Int32Array, expected: number) => Ties;

/** Ties a resident can hold. Source: assumption, after the sympathy and friendship layers of Dunbar (1998). */
const CAPACITY = 30;
/** Evidence of a tie at the start enters as favors kept that trust has yet to appraise. */
function endow(ties: Ties, d: number, evidence: number): void {
  const { data, stride, offset } = ties;
  const at = d * stride + offset.kept!;
  data[at] = Math.fround(data[at]! + evidence);
}

/** Draws acquaintances, most within a block, and evidence of one another. */
export function drawTies(world: World, newPool: NewPool, context: Context, random: Random): void {
  const { acquaintances, withinBlock, evidence } = context.start;
  const n = world.residents.rows;
  const r = world.residents.at;
  const room = new Int32Array(n).fill(Math.max(CAPACITY, Math.ceil(2 * acquaintances)));
  const ties = newPool(room, Math.ceil((n * acquaintances) / 2) + 64);
  const [many, near, whom, amount] = ["acquaintances", "near", "whom", "evidence"].map((k) =>
    random.key("population", k),
  );
  for (let i = 0; i < n; i++) {
    const picks = Math.floor(acquaintances / 2 + uniform(many!, 0, i));
    ties.reserve(picks);
    for (let k = 0; k < picks; k++) {
      const block = uniform(near!, k, i) < withinBlock;
      const place = block ? world.blocks : world.communities;
      const row = block ? r.block[i]! : r.community[i]!;
      const first = place.at.firstResident[row]!;
      const j = first + below(place.at.lastResident[row]! - first, whom!, k, i);
      if (j === i || ties.find(i, j) >= 0) continue;
      const d = ties.add(i, j, FOCUS.start);
      if (d < 0) continue;
      endow(ties, d, evidence * 2 * uniform(amount!, 0, i, j));
      endow(ties, d ^ 1, evidence * 2 * uniform(amount!, 0, j, i));
    }
  }
}

/** Who received a favor has evidence of the giver; the giver has half as much of the receiver. */
export function tiesOfNetwork(newPool: NewPool, network: Network, node: Int32Array): void {
  const n = node.length;
  const resident = new Int32Array(n);
  for (let i = 0; i < n; i++) resident[node[i]!] = i;
  const { lower, upper, evidence } = listPairs(network, resident);
  const order = sortedBy(lower, n, sortedBy(upper, n));
  const isNew = (k: number) =>
    k === 0 || lower[order[k]!] !== lower[order[k - 1]!] || upper[order[k]!] !== upper[order[k - 1]!];
  const room = new Int32Array(n);
  let pairs = 0;
  for (let k = 0; k < order.length; k++) {
    if (!isNew(k)) continue;
    room[lower[order[k]!]!]!++;
    room[upper[order[k]!]!]!++;
    pairs++;
  }
  for (let i = 0; i < n; i++) room[i] = Math.max(CAPACITY, Math.ceil(room[i]! * 1.25));
  const ties = newPool(room, pairs + 64);
  const focus = network.foci.length ? FOCUS.event : FOCUS.start;
  let [d, forward, backward] = [-1, 0, 0];
  for (let k = 0; k < order.length; k++) {
    if (isNew(k)) {
      d = ties.add(lower[order[k]!]!, upper[order[k]!]!, focus);
      [forward, backward] = [0, 0];
    }
    forward += evidence[2 * order[k]!]!;
    backward += evidence[2 * order[k]! + 1]!;
    if (k + 1 < order.length && !isNew(k + 1)) continue;
    endow(ties, d, forward);
    endow(ties, d ^ 1, backward);
  }
}

/** The pairs of a network as they come, a pair once for each arc or focus: evidence of the lower resident, of the upper. */
function listPairs(network: Network, resident: Int32Array) {
  const most =
    network.arcs.length + network.foci.reduce((sum, group) => sum + (group.length * (group.length - 1)) / 2, 0);
  const [lower, upper, evidence] = [new Int32Array(most), new Int32Array(most), new Float64Array(2 * most)];
  let length = 0;
  const note = (a: number, b: number, forward: number, backward: number) => {
    if (a === b) return;
    lower[length] = Math.min(a, b);
    upper[length] = Math.max(a, b);
    evidence[2 * length] = a < b ? forward : backward;
    evidence[2 * length + 1] = a < b ? backward : forward;
    length++;
  };
  for (const { source, target, weight } of network.arcs) note(resident[target]!, resident[source]!, weight, weight / 2);
  for (const group of network.foci) {
    group.forEach((a, k) => {
      for (const b of group.slice(k + 1)) note(resident[a]!, resident[b]!, 1, 1);
    });
  }
  return { lower: lower.subarray(0, length), upper: upper.subarray(0, length), evidence };
}
