// The logistic function of src/kernel/math.ts, bit by bit.

@inline
function powerOfTwo(k: i32): f64 {
  return reinterpret<f64>((<i64>k + 1023) << 52);
}

@inline
function exponential(x: f64, k: f64): f64 {
  const high = x - k * 6.9314718036912381649e-1;
  const low = k * 1.90821492927058770002e-10;
  const r = high - low;
  const z = r * r;
  const c =
    r -
    z *
      (1.66666666666666019037e-1 +
        z *
          (-2.77777777770155933842e-3 +
            z * (6.61375632143793436117e-5 + z * (-1.6533902205465251539e-6 + z * 4.13813679705723846039e-8))));
  return 1 - (low - (r * c) / (2 - c) - high);
}

/** e to the power x. */
function exp(x: f64): f64 {
  if (!(x >= -708 && x <= 709)) return expAtTheEnds(x);
  const k = floor(x * 1.442695040888963387 + 0.5);
  return exponential(x, k) * powerOfTwo(<i32>k);
}

function expAtTheEnds(x: f64): f64 {
  if (isNaN(x)) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -708) return 0;
  const k = floor(x * 1.442695040888963387 + 0.5);
  const y = exponential(x, k);
  return k === 1024 ? y * 2 * powerOfTwo(1023) : y * powerOfTwo(<i32>k);
}

/** 1 / (1 + e^-x). */
export function logistic(x: f64): f64 {
  return 1 / (1 + exp(-x));
}
