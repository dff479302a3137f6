import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { f32 } from "../../src/kernel/table.ts";
import { Ties } from "../../src/kernel/ties.ts";

const specs = { trust: f32("probability", [0, 1], 0.5), kept: f32("favors", [0, 1e9], 0) };
const pairSpecs = { strength: f32("share", [0, 1], 0.25), owed: f32("favors"), rare: f32("share") };
const pool = (residents = 5, room = 3, pairs = 16) =>
  new Ties(specs, pairSpecs, new Int32Array(residents).fill(room), pairs);
const acquaintances = (t: Ties, i: number) =>
  Array.from(t.slots.subarray(t.start[i], t.start[i]! + t.degree[i]!), (d) => t.to[d]!).sort((a, b) => a - b);

describe("the pool of ties", () => {
  test("a pair holds two directed ties, each the mirror of the other", () => {
    const t = pool();
    const d = t.add(1, 4, 2);
    expect([t.to[d], t.to[d ^ 1]]).toEqual([4, 1]);
    expect([t.find(1, 4), t.find(4, 1)]).toEqual([d, d ^ 1]);
    expect([acquaintances(t, 1), acquaintances(t, 4)]).toEqual([[4], [1]]);
    expect([t.foci[d >> 1], t.count]).toEqual([2, 1]);
  });

  test("each direction has values of its own, which begin at their initial value", () => {
    const t = pool();
    const d = t.add(0, 1, 1);
    const at = (tie: number, field: "trust" | "kept") => tie * t.stride + t.offset[field]!;
    t.data[at(d, "trust")] = 0.75;
    expect([t.data[at(d, "trust")], t.data[at(d ^ 1, "trust")], t.data[at(d ^ 1, "kept")]]).toEqual([0.75, 0.5, 0]);
  });

  test("a pair has values common to both directions, apart from those of a direction", () => {
    const t = pool();
    const d = t.add(0, 1, 1);
    const e = t.add(1, 2, 1);
    const at = (tie: number, field: "strength" | "owed" | "rare") => (tie & ~1) * t.stride + t.common[field]!;
    const fields = ["strength", "owed", "rare"] as const;
    expect([t.stride, fields.map((field) => t.data[at(d, field)])]).toEqual([4, [0.25, 0, 0]]);
    fields.forEach((field, k) => {
      t.data[at(d ^ 1, field)] = k + 1;
    });
    expect(fields.map((field) => t.data[at(d, field)])).toEqual([1, 2, 3]);
    expect([d, d ^ 1].map((tie) => t.data[tie * t.stride + t.offset.trust!])).toEqual([0.5, 0.5]);
    expect(fields.map((field) => t.data[at(e, field)])).toEqual([0.25, 0, 0]);
  });

  test("no name is of a tie and of a pair at once", () => {
    expect(() => new Ties(specs, { trust: specs.trust }, new Int32Array(2).fill(1), 16)).toThrow(
      'column "trust" is both of a tie and of a pair',
    );
  });

  test("a resident without room gets no tie, and neither does the other", () => {
    const t = pool(5, 2);
    t.add(0, 1, 1);
    t.add(0, 2, 1);
    expect([t.add(0, 3, 1), t.add(3, 0, 1)]).toEqual([-1, -1]);
    expect([t.degree[0], t.degree[3], t.count]).toEqual([2, 0, 1 + 1]);
  });

  test("a pair that ends is gone from both lists; its slot serves again after the commit with fresh values", () => {
    const t = pool();
    const [d] = [t.add(0, 1, 1), t.add(0, 2, 1)];
    t.data[d! * t.stride] = 0.9;
    t.remove(d!);
    expect([t.find(0, 1), t.find(1, 0), acquaintances(t, 0), t.count]).toEqual([-1, -1, [2], 1]);
    expect(t.add(3, 4, 1)).not.toBe(d);
    t.commit();
    const again = t.add(1, 2, 1);
    expect([again, t.data[again * t.stride]]).toEqual([d, 0.5]);
  });

  test("a mirror may be removed as well as the tie itself", () => {
    const t = pool();
    const d = t.add(0, 1, 1);
    t.remove(d ^ 1);
    expect([t.degree[0], t.degree[1], t.to[d], t.to[d ^ 1]]).toEqual([0, 0, -1, -1]);
  });

  test("it grows by copying between mechanisms, and refuses to grow inside one", () => {
    const t = new Ties(specs, pairSpecs, new Int32Array(12).fill(11), 16);
    const fill = () => {
      for (let i = 0; i < 12; i++) for (let j = 0; j < i; j++) if (t.find(i, j) < 0) t.add(i, j, 1);
    };
    expect(fill).toThrow("table ties is full inside a tick (16 pairs)");
    expect(t.count).toBe(16);
    expect([t.reserve(50), t.version, t.reserve(50)]).toEqual([true, 1, false]);
    fill();
    expect([t.count, acquaintances(t, 11)]).toEqual([66, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]]);
  });

  test("tidied, it holds the same lists in the same order with the same values, by residents and without gaps", () => {
    const all = fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.boolean()), { minLength: 20, maxLength: 120 });
    fc.assert(
      fc.property(all, (steps) => {
        const t = pool(10, 6, 128);
        let mark = 0;
        for (const [i, j, add] of steps) {
          const d = i === j ? -1 : t.find(i, j);
          if (d >= 0 && !add) t.remove(d);
          if (d >= 0 || i === j) continue;
          const born = t.add(i, j, 1 + (mark % 7));
          if (born < 0) continue;
          t.data[born * t.stride] = ++mark;
          t.data[(born ^ 1) * t.stride] = ++mark;
          t.data[(born & ~1) * t.stride + t.common.owed!] = ++mark;
        }
        const lists = () =>
          Array.from({ length: 10 }, (_, i) =>
            Array.from(t.slots.subarray(t.start[i], t.start[i]! + t.degree[i]!), (d) => [
              t.to[d]!,
              t.to[d ^ 1]!,
              t.data[d * t.stride]!,
              t.data[(d & ~1) * t.stride + t.common.owed!]!,
              t.foci[d >> 1]!,
            ]),
          );
        const [before, count] = [lists(), t.count];
        t.tidy();
        expect(lists()).toEqual(before);
        expect([t.pairs, t.count]).toEqual([count, count]);
        const lower = Array.from({ length: count }, (_, p) => Math.min(t.to[2 * p]!, t.to[2 * p + 1]!));
        expect(lower).toEqual([...lower].sort((a, b) => a - b));
        t.reserve(1);
        const fresh = t.find(0, 9) < 0 && t.degree[0]! < 6 && t.degree[9]! < 6;
        if (fresh) expect(t.add(0, 9, 1)).toBe(2 * count);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test("columns of another model are refused", () => {
    const other = new Ties({ trust: specs.trust }, {}, new Int32Array(5).fill(3), 16);
    expect(() => other.restore(pool().state())).toThrow(
      "snapshot holds other tie columns (trust, kept, strength, owed, rare)",
    );
  });

  test("any sequence of births and ends leaves the graph of a plain set of pairs, also when restored", () => {
    const step = fc.tuple(fc.nat(7), fc.nat(7), fc.boolean());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const t = pool(8, 4, 16);
        const model = new Set<string>();
        const degree = (i: number) => [...model].filter((pair) => pair.split("-").includes(String(i))).length;
        for (const [i, j, add] of steps) {
          if (i === j) continue;
          const name = `${Math.min(i, j)}-${Math.max(i, j)}`;
          if (add && t.find(i, j) < 0) {
            if (degree(i) < 4 && degree(j) < 4) model.add(name);
            t.reserve(1);
            t.add(i, j, 1);
          } else if (!add && t.find(i, j) >= 0) {
            t.remove(t.find(j, i));
            t.commit();
            model.delete(name);
          }
        }
        const restored = pool(8, 4, 1);
        restored.restore(structuredClone(t.state()));
        for (const one of [t, restored]) {
          const pairs = Array.from({ length: 8 }, (_, i) =>
            acquaintances(one, i)
              .filter((j) => j > i)
              .map((j) => `${i}-${j}`),
          );
          expect(new Set(pairs.flat())).toEqual(model);
        }
        expect(restored.state()).toEqual(t.state());
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
