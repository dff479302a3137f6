import { expect, test } from "vitest";
import { newEstate } from "../../scenarios/index.ts";
import { Arena } from "../../src/kernel/arena.ts";
import { simulate } from "../../src/observe/simulation.ts";

const KINDS = [{ linear: true }, { linear: false }];

test.each(KINDS)(
  "an arena lends what was given back, or taken back, of the same or a little smaller size (%o)",
  (kind) => {
    const arena = new Arena(kind);
    arena.begin();
    arena.expect(100_000);
    const same = (a: ArrayBufferView, b: ArrayBufferView) => a.buffer === b.buffer && a.byteOffset === b.byteOffset;
    const first = arena.f32(1000);
    arena.give(first);
    const second = arena.i32(990);
    expect([second.length, same(second, first)]).toEqual([990, true]);
    expect(same(arena.f32(1000), first)).toBe(false);
    const held = arena.bytes;
    arena.begin();
    arena.f32(1000);
    arena.u8(4000);
    expect(arena.bytes).toBe(held);
  },
);

test("what a run takes beyond the expected lies outside the linear memory, and inside from the next run on", () => {
  const arena = new Arena();
  const inside = (array: ArrayBufferView) => array.buffer === arena.linear!.buffer;
  const take = () => [arena.f32(1000), arena.u8(300_000), arena.i32(10)];
  arena.begin();
  arena.expect(8192);
  const first = take();
  expect(first.map(inside)).toEqual([true, false, true]);
  arena.expect(1_000_000); // too late: what is lent would be lost
  expect(first.map((array) => array.length)).toEqual([1000, 300_000, 10]);
  arena.begin();
  arena.expect(8192);
  const second = take();
  expect(second.map(inside)).toEqual([true, true, true]);
  // The first page is not theirs, and no two of them share a place.
  const places = second.map((array) => [array.byteOffset, array.byteOffset + array.byteLength]);
  const sorted = places.sort(([a], [b]) => a! - b!);
  expect(sorted[0]![0]).toBeGreaterThanOrEqual(65536);
  for (let k = 1; k < sorted.length; k++) expect(sorted[k]![0]).toBeGreaterThanOrEqual(sorted[k - 1]![1]!);
});

test("an engine without WebAssembly, or without room for it, has ordinary arrays", () => {
  const { WebAssembly } = globalThis as unknown as { WebAssembly: object };
  const without = (value: unknown) => {
    Object.assign(globalThis, { WebAssembly: value });
    try {
      return new Arena();
    } finally {
      Object.assign(globalThis, { WebAssembly });
    }
  };
  const full = {
    Memory: class {
      constructor() {
        throw new RangeError("could not allocate memory");
      }
    },
  };
  for (const value of [undefined, full]) {
    const arena = without(value);
    expect([arena.linear, arena.f32(3).length]).toEqual([null, 3]);
  }
});

test("a run in the memory of others is the same run as in fresh memory, and ends the one before", () => {
  const memory = new Arena();
  const until = "2017-12-31";
  const first = simulate(newEstate, { seed: 1, until, memory });
  first.finish();
  const second = simulate(newEstate, { seed: 2, until, memory }).finish();
  expect(second).toEqual(simulate(newEstate, { seed: 2, until }).finish());
  const uses = [
    () => first.run.step(),
    () => first.measures,
    () => first.record(),
    () => first.fork(),
    () => first.run.hash(),
  ];
  for (const use of uses) expect(use).toThrow("a later run has taken over the memory of this one");
});

test("after a few runs, others take no more memory than is at hand", () => {
  const memory = new Arena();
  const run = (seed: number) => simulate(newEstate, { seed, until: "2017-12-31", memory, measures: [] }).finish();
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) run(seed);
  const held = memory.bytes;
  for (const seed of [9, 10, 11, 12, 13, 14]) run(seed);
  expect(memory.bytes / held).toBeLessThan(1.05);
});

test("a fork has memory of its own", () => {
  const memory = new Arena();
  const run = simulate(newEstate, { seed: 1, memory }).stepTo("2016-06-06");
  const fork = run.fork();
  simulate(newEstate, { seed: 2, memory }).stepTo("2015-06-01");
  expect(fork.stepTo("2017-01-02").run.hash()).toBe(simulate(newEstate, { seed: 1 }).stepTo("2017-01-02").run.hash());
});
