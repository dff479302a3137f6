// The round of exchange (src/model/mechanisms/exchange.ts), bit by bit. What the rule says is told there; this is the
// same work on the same columns, by their addresses.
import { logistic } from "./math";
import { fillUniform } from "./random";

const BLOCK: i32 = 128;

// Buffers of a block, at addresses below where columns begin.
const asker: usize = 1024;
const asked: usize = asker + 4 * BLOCK;
const tie: usize = asked + 4 * BLOCK;
const other: usize = tie + 4 * BLOCK;
const drawn: usize = other + 4 * BLOCK;
const also: usize = drawn + 8 * BLOCK;
const cost: usize = also + 8 * BLOCK;

/** Chance that the asked helps. */
export function helpChance(
  base: f64,
  ofNeed: f64,
  ofOwed: f64,
  ofTrust: f64,
  ofCost: f64,
  ofReputation: f64,
  need: f64,
  owed: f64,
  trust: f64,
  cost: f64,
  reputation: f64,
): f64 {
  const debt = owed / (1 + abs(owed));
  return logistic(base + ofNeed * need + ofOwed * debt + ofTrust * trust - ofCost * cost + ofReputation * reputation);
}

/** Residents from … until - 1 ask, one after another. Offsets and stride of ties are in items of four bytes. */
export function exchange(
  from: i32,
  until: i32,
  tick: i32,
  data: usize,
  stride: i32,
  trustAt: i32,
  keptAt: i32,
  brokenAt: i32,
  owedAt: i32,
  to: usize,
  slots: usize,
  start: usize,
  degree: usize,
  presence: usize,
  reputation: usize,
  askKey: i32,
  firstKey: i32,
  secondKey: i32,
  needKey: i32,
  costKey: i32,
  helpKey: i32,
  asking: f64,
  base: f64,
  ofNeed: f64,
  ofOwed: f64,
  ofTrust: f64,
  ofCost: f64,
  ofReputation: f64,
  freely: f64,
  image: f64,
): void {
  const step = (<usize>stride) << 2;
  const trust = data + ((<usize>trustAt) << 2);
  const kept = data + ((<usize>keptAt) << 2);
  const broken = data + ((<usize>brokenAt) << 2);
  const owed = data + ((<usize>owedAt) << 2);
  const repaid: f64 = 1 / freely;
  const ofHelper: f64 = repaid / 2;
  for (let first = from; first < until; first += BLOCK) {
    const all = min(BLOCK, until - first);
    // Those who ask.
    for (let k = 0; k < all; k++) store<i32>(asker + (k << 2), first + k);
    fillUniform(drawn, all, askKey, tick, asker, 0);
    let count = 0;
    for (let k = 0; k < all; k++) {
      const i = first + k;
      store<i32>(asker + (count << 2), i);
      count +=
        i32(load<f64>(drawn + (k << 3)) < asking) &
        i32(load<i32>(degree + (i << 2)) > 0) &
        i32(load<u8>(presence + i) > 0);
    }
    // Of two ties of each, drawn evenly, the one of more trust.
    fillUniform(drawn, count, firstKey, tick, asker, 0);
    fillUniform(also, count, secondKey, tick, asker, 0);
    for (let k = 0; k < count; k++) {
      const i = load<i32>(asker + (k << 2));
      const list = slots + (load<i32>(start + (i << 2)) << 2);
      const many = <f64>load<i32>(degree + (i << 2));
      store<i32>(tie + (k << 2), load<i32>(list + ((<i32>(load<f64>(drawn + (k << 3)) * many)) << 2)));
      store<i32>(other + (k << 2), load<i32>(list + ((<i32>(load<f64>(also + (k << 3)) * many)) << 2)));
    }
    for (let k = 0; k < count; k++) {
      const d = load<i32>(tie + (k << 2));
      const e = load<i32>(other + (k << 2));
      const more = load<f32>(trust + <usize>e * step) > load<f32>(trust + <usize>d * step);
      store<i32>(tie + (k << 2), select(e, d, more));
    }
    for (let k = 0; k < count; k++) store<i32>(asked + (k << 2), load<i32>(to + (load<i32>(tie + (k << 2)) << 2)));
    // The asked help or refuse, one after another.
    fillUniform(also, count, needKey, tick, asker, 0);
    fillUniform(cost, count, costKey, tick, asked, asker);
    fillUniform(drawn, count, helpKey, tick, asker, asked);
    for (let k = 0; k < count; k++) {
      const d = load<i32>(tie + (k << 2));
      const there = <usize>d * step;
      const back = <usize>(d ^ 1) * step;
      const pair = owed + <usize>(d & ~1) * step;
      const sign = <f64>(1 - 2 * (d & 1));
      const owing = <f64>load<f32>(pair);
      const debt = -sign * owing;
      const p = helpChance(
        base,
        ofNeed,
        ofOwed,
        ofTrust,
        ofCost,
        ofReputation,
        load<f64>(also + (k << 3)),
        debt,
        <f64>load<f32>(trust + back),
        load<f64>(cost + (k << 3)),
        <f64>load<f32>(reputation + (load<i32>(asker + (k << 2)) << 2)),
      );
      const name = reputation + (load<i32>(asked + (k << 2)) << 2);
      const known = <f64>load<f32>(name);
      if (load<f64>(drawn + (k << 3)) < p) {
        store<f32>(kept + there, <f32>(<f64>load<f32>(kept + there) + (debt > 0.5 ? repaid : 1)));
        store<f32>(kept + back, <f32>(<f64>load<f32>(kept + back) + ofHelper));
        store<f32>(pair, <f32>(owing + sign));
        store<f32>(name, <f32>(known + image * (1 - known)));
      } else {
        store<f32>(broken + there, <f32>(<f64>load<f32>(broken + there) + 1));
        store<f32>(name, <f32>(known - image * known));
      }
    }
  }
}
