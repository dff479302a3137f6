import fc from "fast-check";
import { expect, test } from "vitest";
import { pack, type Result, unpack } from "../../../src/execution/queue/packing.ts";

const cell = fc.oneof(
  fc.double(),
  fc.string(),
  fc.constant(null),
  fc.constantFrom(Number.NaN, Infinity, -Infinity, 0.1),
);
const rows = fc.array(fc.array(cell), { maxLength: 30 });
const result: fc.Arbitrary<Result> = fc.record({
  report: fc.record({
    ...{ id: fc.string(), point: fc.nat(), replicate: fc.nat(), ms: fc.double() },
    status: fc.constantFrom("finished" as const, "failed" as const),
    measures: fc.dictionary(
      fc.string().filter((name) => name !== "number"),
      fc.oneof(fc.double(), fc.constant(null)),
    ),
  }),
  rows: fc.record({ run: fc.array(cell), series: rows, events: rows, ms: fc.double() }),
});

/** Minus zero is written as zero, in a row as in a message. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, v: unknown) => (typeof v === "number" && v !== 0 ? `${v}` : v)));

test("rows come back as they were, to the last bit, whether they are compressed or not", () => {
  const compressed = { yes: 0, no: 0 };
  fc.assert(
    fc.property(result, (given) => {
      const packed = pack(given);
      compressed[packed.startsWith("z") ? "yes" : "no"]++;
      expect(plain(unpack(packed))).toEqual(plain(given));
    }),
    { seed: 7, numRuns: 1000 },
  );
  expect(Math.min(...Object.values(compressed))).toBeGreaterThan(50);
});
