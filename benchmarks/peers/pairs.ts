/** The best plain JavaScript known: a record a pair, the logistic in a table, agents by blocks, trust summed as it changes. */
import { altruismOf, neighborsOf, wattsStrogatz } from "../graph.ts";
import { ALTRUISM, over, type Peer, REACH, RETURNING, returning, TRUST } from "./workload.ts";

const BLOCK = 64;

export function pairs(n: number, seed: number): Peer {
  const edges = wattsStrogatz(n);
  const altruism = altruismOf(n);
  const { start, to, pair } = neighborsOf(n, edges);
  const ties = edges.length;
  // Trust of the first end in the second, of the second in the first, favors the first received less those it gave.
  const records = new Float32Array(2 * ties);
  for (let p = 0; p < ties / 2; p++) records[4 * p] = records[4 * p + 1] = 0.5;
  const order = Int32Array.from({ length: n }, (_, i) => i);
  const block = new Int32Array(BLOCK);
  const others = new Int32Array(BLOCK);
  const state = new Int32Array([seed | 0, 0x9e3779b9, 0x243f6a88, 1]);
  let [sum, helped] = [ties / 2, 0];

  // The generator is written out in each loop: as a function of its state it would cost more than the rule.
  function shuffle(): void {
    let [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!];
    for (let k = n - 1; k > 0; k--) {
      const t = (((a + b) | 0) + d) | 0;
      d = (d + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + t) | 0;
      const j = Math.floor((t >>> 0) * 2.3283064365386963e-10 * (k + 1));
      const held = order[k]!;
      order[k] = order[j]!;
      order[j] = held;
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = d;
  }

  function choose(from: number, count: number): void {
    let [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!];
    for (let k = 0; k < count; k++) {
      const t = (((a + b) | 0) + d) | 0;
      d = (d + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + t) | 0;
      const i = order[from + k]!;
      const first = start[i]!;
      block[k] = first + Math.floor((t >>> 0) * 2.3283064365386963e-10 * (start[i + 1]! - first));
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = d;
    for (let k = 0; k < count; k++) {
      others[k] = to[block[k]!]!;
      block[k] = pair[block[k]!]!;
    }
  }

  function act(count: number): void {
    let [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!];
    for (let k = 0; k < count; k++) {
      const t = (((a + b) | 0) + d) | 0;
      d = (d + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + t) | 0;
      const side = block[k]! & 1;
      const at = 4 * (block[k]! >> 1);
      const mine = records[at + side]!;
      const theirs = records[at + 1 - side]!;
      const ledger = side === 0 ? -records[at + 2]! : records[at + 2]!;
      const back = ledger >= -REACH && ledger <= REACH ? RETURNING[ledger + REACH]! : returning(ledger);
      const p = ALTRUISM * altruism[others[k]!]! + TRUST * theirs + back;
      if ((t >>> 0) * 2.3283064365386963e-10 < p) {
        records[at + side] = mine + 0.1 * (1 - mine);
        records[at + 1 - side] = theirs + 0.05 * (1 - theirs);
        records[at + 2] = records[at + 2]! + (side === 0 ? 1 : -1);
        sum += 0.1 * (1 - mine) + 0.05 * (1 - theirs);
        helped++;
      } else {
        records[at + side] = mine * 0.8;
        sum -= mine * 0.2;
      }
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = d;
  }

  function step() {
    shuffle();
    helped = 0;
    for (let from = 0; from < n; from += BLOCK) {
      const count = Math.min(BLOCK, n - from);
      choose(from, count);
      act(count);
    }
    return { trust: sum / ties, help: helped / n };
  }
  return { steps: (count) => over(count, step) };
}
