/** Plain JavaScript over separate typed arrays, one value a directed tie, as one would first write it for speed. */
import { altruismOf, mirrorOf, neighborsOf, sfc32, wattsStrogatz } from "../graph.ts";
import { ALTRUISM, over, type Peer, returning, shuffle, TRUST } from "./workload.ts";

export function typed(n: number, seed: number): Peer {
  const random = sfc32(seed);
  const edges = wattsStrogatz(n);
  const { start, to, pair } = neighborsOf(n, edges);
  const mirror = mirrorOf(pair);
  const altruism = altruismOf(n);
  const trust = new Float32Array(edges.length).fill(0.5);
  const ledger = new Float32Array(edges.length);
  const order = Int32Array.from({ length: n }, (_, i) => i);

  function step() {
    shuffle(order, random);
    let helped = 0;
    for (let k = 0; k < n; k++) {
      const i = order[k]!;
      const d = start[i]! + Math.floor(random() * (start[i + 1]! - start[i]!));
      const back = mirror[d]!;
      const p = ALTRUISM * altruism[to[d]!]! + TRUST * trust[back]! + returning(ledger[back]!);
      if (random() < p) {
        trust[d] = trust[d]! + 0.1 * (1 - trust[d]!);
        trust[back] = trust[back]! + 0.05 * (1 - trust[back]!);
        ledger[d] = ledger[d]! + 1;
        ledger[back] = ledger[back]! - 1;
        helped++;
      } else {
        trust[d] = trust[d]! * 0.8;
      }
    }
    let sum = 0;
    for (let d = 0; d < trust.length; d++) sum += trust[d]!;
    return { trust: sum / trust.length, help: helped / n };
  }
  return { steps: (count) => over(count, step) };
}
