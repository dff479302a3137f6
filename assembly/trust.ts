// Trust from evidence, and its fading (src/model/mechanisms/trust.ts), bit by bit: both ties of a pair at once.

@inline
function pairOf(first: usize, second: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load_lane<f32>(second, v128.load_zero<f32>(first), 1));
}

@inline
function both(even: usize, odd: usize, at: i32): v128 {
  const field = <usize>at << 2;
  return pairOf(even + field, odd + field);
}

@inline
function store2(even: usize, odd: usize, at: i32, values: v128): void {
  const field = <usize>at << 2;
  const narrow = f32x4.demote_f64x2_zero(values);
  v128.store_lane<f32>(even + field, narrow, 0);
  v128.store_lane<f32>(odd + field, narrow, 1);
}

/** Offsets and stride of ties are in items of four bytes; `lambda`: what is left of evidence after a week. */
export function trust(
  pairs: i32,
  data: usize,
  stride: i32,
  trustAt: i32,
  keptAt: i32,
  brokenAt: i32,
  to: usize,
  general: usize,
  lambda: f64,
  breachWeight: f64,
  prior: f64,
): void {
  const step = <usize>stride << 2;
  const weight = f64x2.splat(prior);
  const breach = f64x2.splat(breachWeight);
  const left = f64x2.splat(lambda);
  let even = data;
  for (let p = 0; p < pairs; p++, even += step << 1) {
    const ends = to + (<usize>p << 3);
    const j = load<i32>(ends);
    if (j < 0) continue;
    const i = load<i32>(ends, 4);
    const odd = even + step;
    const kept = both(even, odd, keptAt);
    const broken = both(even, odd, brokenAt);
    // The even tie leads from i, the odd one from j.
    const base = pairOf(general + (i << 2), general + (j << 2));
    const evidence = f64x2.add(kept, f64x2.mul(weight, base));
    const all = f64x2.add(f64x2.add(kept, f64x2.mul(breach, broken)), weight);
    store2(even, odd, trustAt, f64x2.div(evidence, all));
    store2(even, odd, keptAt, f64x2.mul(left, kept));
    store2(even, odd, brokenAt, f64x2.mul(left, broken));
  }
}
