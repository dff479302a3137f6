import { expect, test } from "vitest";
import { newEstate } from "../../scenarios/index.ts";
import { Arena } from "../../src/kernel/arena.ts";
import { simulate } from "../../src/observe/simulation.ts";

test("an arena lends what was given back, or taken back, of the same or a little smaller size", () => {
  const arena = new Arena();
  arena.begin();
  const first = arena.f32(1000);
  arena.give(first);
  const second = arena.i32(990);
  expect([second.length, second.buffer === first.buffer]).toEqual([990, true]);
  expect(arena.f32(1000).buffer === first.buffer).toBe(false);
  const held = arena.bytes;
  arena.begin();
  arena.f32(1000);
  arena.u8(4000);
  expect(arena.bytes).toBe(held);
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
  for (const seed of [1, 2, 3, 4]) run(seed);
  const held = memory.bytes;
  for (const seed of [5, 6, 7, 8]) run(seed);
  expect(memory.bytes / held).toBeLessThan(1.05);
});

test("a fork has memory of its own", () => {
  const memory = new Arena();
  const run = simulate(newEstate, { seed: 1, memory }).stepTo("2016-06-06");
  const fork = run.fork();
  simulate(newEstate, { seed: 2, memory }).stepTo("2015-06-01");
  expect(fork.stepTo("2017-01-02").run.hash()).toBe(simulate(newEstate, { seed: 1 }).stepTo("2017-01-02").run.hash());
});
