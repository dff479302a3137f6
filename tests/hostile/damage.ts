/** What befalls a file: it is cut off, a bit flips, a piece is lost, comes twice, or is another's. */
import fc from "fast-check";

/** One injury of a file; places are shares of its length. */
export type Injury =
  | { readonly kind: "cut"; readonly at: number }
  | { readonly kind: "flip"; readonly at: number; readonly bit: number }
  | { readonly kind: "lose"; readonly at: number; readonly length: number }
  | { readonly kind: "twice"; readonly at: number; readonly length: number }
  | { readonly kind: "zero"; readonly at: number; readonly length: number }
  | { readonly kind: "put"; readonly at: number; readonly bytes: Uint8Array };

// of doubles fast-check takes mostly tiny ones
const at = fc.nat({ max: 999_999_999 }).map((n) => n / 1_000_000_000);
const length = fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 200 }));

const signs = fc
  .array(fc.constantFrom(..."\"',<>&/=:;{}[]-#*!|%@\t\n 0129eE._a"), { minLength: 1, maxLength: 6 })
  .map((list) => new TextEncoder().encode(list.join("")));

export const injury: fc.Arbitrary<Injury> = fc.oneof(
  fc.record({ kind: fc.constant("cut" as const), at }),
  fc.record({ kind: fc.constant("flip" as const), at, bit: fc.nat({ max: 7 }) }),
  fc.record({ kind: fc.constant("flip" as const), at, bit: fc.nat({ max: 7 }) }),
  fc.record({ kind: fc.constant("lose" as const), at, length }),
  fc.record({ kind: fc.constant("twice" as const), at, length }),
  fc.record({ kind: fc.constant("zero" as const), at, length }),
  fc.record({ kind: fc.constant("put" as const), at, bytes: fc.uint8Array({ minLength: 1, maxLength: 20 }) }),
  fc.record({ kind: fc.constant("put" as const), at, bytes: signs }),
);

/** The bytes after an injury; those given stay as they are. */
export function injured(bytes: Uint8Array, what: Injury): Uint8Array {
  const from = Math.floor(what.at * bytes.length);
  const before = bytes.subarray(0, from);
  const join = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
  switch (what.kind) {
    case "cut":
      return before.slice();
    case "flip": {
      const flipped = bytes.slice();
      if (from < flipped.length) flipped[from]! ^= 1 << what.bit;
      return flipped;
    }
    case "lose":
      return join(before, bytes.subarray(from + what.length));
    case "twice":
      return join(bytes.subarray(0, from + what.length), bytes.subarray(from));
    case "zero": {
      const zeroed = bytes.slice();
      return zeroed.fill(0, from, from + what.length);
    }
    case "put":
      return join(before, what.bytes, bytes.subarray(from));
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A text after injuries of its file: bytes that are no UTF-8 come back as U+FFFD, as from any reader. */
export function injuredText(text: string, injuries: readonly Injury[]): string {
  return decoder.decode(injuries.reduce(injured, encoder.encode(text)));
}

/** Between one injury and three. */
export const injuries = fc.array(injury, { minLength: 1, maxLength: 3 });
