// Keyed draws, four at a time: fillUniform of src/kernel/random.ts, bit by bit.

function mix(x: i32): i32 {
  x = (x ^ (x >>> 16)) * 0x85ebca6b;
  x = (x ^ (x >>> 13)) * 0xc2b2ae35;
  return x ^ (x >>> 16);
}

@inline
function mix4(x: v128): v128 {
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 16)), i32x4.splat(0x85ebca6b));
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 13)), i32x4.splat(0xc2b2ae35));
  return v128.xor(x, i32x4.shr_u(x, 16));
}

@inline
function toUnit2(low: v128): v128 {
  return f64x2.mul(f64x2.add(f64x2.convert_low_i32x4_u(low), f64x2.splat(0.5)), f64x2.splat(2.3283064365386963e-10));
}

/**
 * out[k] = uniform(key, tick, a[k], b[k]) for k below `count`; b = 0: none. Addresses of float64 and int32, with room
 * for a count that is a multiple of four.
 */
export function fillUniform(out: usize, count: i32, key: i32, tick: i32, a: usize, b: usize): void {
  const begun = i32x4.splat(mix(key + tick * 0x9e3779b1));
  const keys = i32x4.splat(key);
  for (let k = 0; k < count; k += 4) {
    const at = <usize>k << 2;
    let h = mix4(v128.xor(begun, i32x4.mul(v128.load(a + at), i32x4.splat(0xcc9e2d51))));
    if (b !== 0) h = i32x4.add(h, i32x4.mul(v128.load(b + at), i32x4.splat(0x1b873593)));
    h = mix4(i32x4.add(h, keys));
    v128.store(out + (at << 1), toUnit2(h));
    v128.store(out + (at << 1), toUnit2(v128.shuffle<i32>(h, h, 2, 3, 0, 1)), 16);
  }
}
