import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { f32 } from "../../src/kernel/table.ts";
import { Ties } from "../../src/kernel/ties.ts";

const specs = { trust: f32("probability", [0, 1], 0.5), kept: f32("favors", [0, 1e9], 0) };
const pool = (residents = 5, room = 3, pairs = 16) => new Ties(specs, new Int32Array(residents).fill(room), pairs);
const acquaintances = (t: Ties, i: number) =>
  Array.from(t.slots.subarray(t.start[i], t.start[i]! + t.degree[i]!), (d) => t.to[d]!).sort((a, b) => a - b);

describe("the pool of ties", () => {
  test("a pair holds two directed ties, each the mirror of the other", () => {
    const t = pool();
    const d = t.add(1, 4, 2, 30);
    expect([t.to[d], t.to[d ^ 1]]).toEqual([4, 1]);
    expect([t.find(1, 4), t.find(4, 1)]).toEqual([d, d ^ 1]);
    expect([acquaintances(t, 1), acquaintances(t, 4)]).toEqual([[4], [1]]);
    expect([t.foci[d >> 1], t.contact[d >> 1], t.count]).toEqual([2, 30, 1]);
  });

  test("each direction has values of its own, which begin at their initial value", () => {
    const t = pool();
    const d = t.add(0, 1, 1, 0);
    const at = (tie: number, field: "trust" | "kept") => tie * t.stride + t.offset[field]!;
    t.data[at(d, "trust")] = 0.75;
    expect([t.data[at(d, "trust")], t.data[at(d ^ 1, "trust")], t.data[at(d ^ 1, "kept")]]).toEqual([0.75, 0.5, 0]);
  });

  test("a resident without room gets no tie, and neither does the other", () => {
    const t = pool(5, 2);
    t.add(0, 1, 1, 0);
    t.add(0, 2, 1, 0);
    expect([t.add(0, 3, 1, 0), t.add(3, 0, 1, 0)]).toEqual([-1, -1]);
    expect([t.degree[0], t.degree[3], t.count]).toEqual([2, 0, 1 + 1]);
  });

  test("a pair that ends is gone from both lists; its slot serves again after the commit with fresh values", () => {
    const t = pool();
    const [d] = [t.add(0, 1, 1, 0), t.add(0, 2, 1, 0)];
    t.data[d! * t.stride] = 0.9;
    t.remove(d!);
    expect([t.find(0, 1), t.find(1, 0), acquaintances(t, 0), t.count]).toEqual([-1, -1, [2], 1]);
    expect(t.add(3, 4, 1, 0)).not.toBe(d);
    t.commit();
    const again = t.add(1, 2, 1, 5);
    expect([again, t.data[again * t.stride]]).toEqual([d, 0.5]);
  });

  test("a mirror may be removed as well as the tie itself", () => {
    const t = pool();
    const d = t.add(0, 1, 1, 0);
    t.remove(d ^ 1);
    expect([t.degree[0], t.degree[1], t.to[d], t.to[d ^ 1]]).toEqual([0, 0, -1, -1]);
  });

  test("it grows by copying between mechanisms, and refuses to grow inside one", () => {
    const t = new Ties(specs, new Int32Array(12).fill(11), 16);
    const fill = () => {
      for (let i = 0; i < 12; i++) for (let j = 0; j < i; j++) if (t.find(i, j) < 0) t.add(i, j, 1, 0);
    };
    expect(fill).toThrow("table ties is full inside a tick (16 pairs)");
    expect(t.count).toBe(16);
    expect([t.reserve(50), t.version, t.reserve(50)]).toEqual([true, 1, false]);
    fill();
    expect([t.count, acquaintances(t, 11)]).toEqual([66, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]]);
  });

  test("columns of another model are refused", () => {
    const other = new Ties({ trust: specs.trust }, new Int32Array(5).fill(3), 16);
    expect(() => other.restore(pool().state())).toThrow("snapshot holds other tie columns (trust, kept)");
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
            t.add(i, j, 1, 0);
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
