/// <reference path="./seedrandom.d.ts" />
/**
 * Keyed draws: a draw is a hash of (root seed, stream, tick, identity), never the next number of a sequence.
 *
 * So a draw depends on nothing but its name: a mechanism, an observer or an extra draw added to a model leaves all
 * others as they were, and two runs of one seed share every draw that their difference does not touch (common random
 * numbers). Identity is a resident's number, both numbers of a directed tie, or, for what is born in a run, a hash of
 * founder and tick; never a row or slot.
 */
import seedrandom from "seedrandom/seedrandom.js"; // of its generators the first, which loads in half the time of all

/** A key of 32 bits: all draws of one name in one run. */
export type Key = number;

/** Murmur3's 32-bit finalizer (Appleby 2011): a bijection in which every input bit reaches every output bit. */
function mix(h: number): number {
  let x = h;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

/** One 32-bit number from three: identity of what is born in a run, say of (founder, tick, kind). */
export function identityOf(a: number, b: number, c = 0): number {
  return mix(mix(mix(a ^ 0x2545f491) + Math.imul(b, 0x9e3779b1)) + Math.imul(c, 0x85ebca77)) | 0;
}

/** 32 random bits for `key` at `tick` and identity (a, b). */
export function bits(key: Key, tick: number, a: number, b = 0): number {
  return hash(stream(key, tick), key, a, b) >>> 0;
}

/** What all draws of a key at a tick begin with. */
function stream(key: Key, tick: number): number {
  return mix(key + Math.imul(tick, 0x9e3779b1));
}

function hash(begun: number, key: Key, a: number, b: number): number {
  return mix(mix(begun ^ Math.imul(a, 0xcc9e2d51)) + Math.imul(b, 0x1b873593) + key);
}

/** A uniform draw in (0, 1), never an end of it: safe in logarithms and thresholds. */
export function uniform(key: Key, tick: number, a: number, b = 0): number {
  return toUnit(bits(key, tick, a, b));
}

/**
 * Many draws at once: `out[k] = uniform(key, tick, a[k], b[k])` for k below `count`. For hot loops, of which a draw made
 * in the midst of other work would slow all.
 */
export function fillUniform(
  out: Float64Array,
  count: number,
  key: Key,
  tick: number,
  a: Int32Array,
  b?: Int32Array,
): void {
  const begun = stream(key, tick);
  if (b === undefined) for (let k = 0; k < count; k++) out[k] = toUnit(hash(begun, key, a[k]!, 0));
  else for (let k = 0; k < count; k++) out[k] = toUnit(hash(begun, key, a[k]!, b[k]!));
}

/** 32 bits as a number in (0, 1). */
function toUnit(h: number): number {
  return ((h >>> 0) + 0.5) * 2.3283064365386963e-10;
}

/** A whole number in [0, n), n at most 2^24. */
export function below(n: number, key: Key, tick: number, a: number, b = 0): number {
  return (uniform(key, tick, a, b) * n) | 0;
}

/** A fresh random order of 0 … length - 1 (Fisher & Yates, inside out): what `order` held does not matter. */
export function shuffle(order: Int32Array, key: Key, tick: number): void {
  const begun = stream(key, tick);
  for (let k = 0; k < order.length; k++) {
    const j = (toUnit(hash(begun, key, k, 0)) * (k + 1)) | 0;
    order[k] = order[j]!;
    order[j] = k;
  }
}

/** Names streams of one root seed. */
export interface Random {
  /** The root seed as given. Any string or number; 0 counts. */
  readonly seed: string;
  /** The key of a stream, named by mechanism and draw, say `key("exchange", "partner")`. */
  key(mechanism: string, draw: string): Key;
}

/** Turns a root seed into streams. Equal seeds (7 and "7" are equal) give equal draws. */
export function createRandom(seed: string | number): Random {
  const generator = seedrandom(String(seed));
  const root = [generator.int32(), generator.int32(), generator.int32(), generator.int32()] as const;
  return {
    seed: String(seed),
    key(mechanism, draw) {
      let h = root[0];
      const name = `${mechanism}.${draw}`;
      for (let i = 0; i < name.length; i++) {
        h = mix((h ^ Math.imul(name.charCodeAt(i), 0x9e3779b1)) + root[1 + (i % 3)]!);
      }
      return h | 0;
    },
  };
}

/** The seed of replicate r of a root seed: replicate 0 is not the root seed itself. */
export function replicateSeed(rootSeed: string | number, replicate: number): string {
  const generator = seedrandom(`${rootSeed}#${replicate}`);
  const word = () => (generator.int32() >>> 0).toString(16).padStart(8, "0");
  return word() + word();
}
