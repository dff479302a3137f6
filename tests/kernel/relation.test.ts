import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Listing, Relation } from "../../src/kernel/relation.ts";
import { f32 } from "../../src/kernel/table.ts";

function membership(): Relation<{ hours: ReturnType<typeof f32> }> {
  const relation = new Relation("memberships", { hours: f32("hours", [0, 40], 1) }, 16);
  relation.fit(6, 4);
  return relation;
}

const ofA = (r: Relation, a: number): number[] => {
  const list: number[] = [];
  for (let m = r.firstA[a]!; m >= 0; m = r.at.nextA[m]!) list.push(r.at.b[m]!);
  return list;
};
const ofB = (r: Relation, b: number): number[] => {
  const list: number[] = [];
  for (let m = r.firstB[b]!; m >= 0; m = r.at.nextB[m]!) list.push(r.at.a[m]!);
  return list;
};

describe("a relation", () => {
  test("lists its pairs from both ends, the newest first", () => {
    const r = membership();
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [3, 1],
      [0, 3],
    ] as const)
      r.link(a, b);
    expect([ofA(r, 0), ofA(r, 3), ofB(r, 1), ofB(r, 0)]).toEqual([[3, 2, 1], [1], [3, 0], []]);
  });

  test("finds a pair, or tells that there is none", () => {
    const r = membership();
    const m = r.link(2, 3);
    expect([r.find(2, 3), r.find(3, 2), r.find(2, 0)]).toEqual([m, -1, -1]);
  });

  test("a pair may end inside a loop over either list", () => {
    const r = membership();
    for (const b of [0, 1, 2, 3]) r.link(5, b);
    const seen: number[] = [];
    for (let m = r.firstA[5]!; m >= 0; m = r.at.nextA[m]!) {
      seen.push(r.at.b[m]!);
      if (r.at.b[m]! % 2 === 0) r.unlink(m);
    }
    expect([seen, ofA(r, 5), ofB(r, 2), ofB(r, 3)]).toEqual([[3, 2, 1, 0], [3, 1], [], [5]]);
  });

  test("all pairs of a list may end inside a loop over it", () => {
    const r = membership();
    for (const a of [0, 1, 2]) r.link(a, 1);
    for (let m = r.firstB[1]!; m >= 0; m = r.at.nextB[m]!) r.unlink(m);
    expect([ofB(r, 1), ofA(r, 0), r.count]).toEqual([[], [], 0]);
  });

  test("heads grow with the tables they list, and keep what they hold", () => {
    const r = membership();
    r.link(5, 3);
    expect([r.fit(6, 4), r.fit(20, 4)]).toEqual([false, true]);
    r.link(19, 3);
    expect([ofB(r, 3), ofA(r, 5)]).toEqual([[19, 5], [3]]);
  });

  test("any sequence of links and ends leaves the lists of a plain set of pairs", () => {
    const pair = fc.tuple(fc.nat(5), fc.nat(3), fc.boolean());
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 60 }), (steps) => {
        const r = membership();
        let model: [number, number][] = [];
        for (const [a, b, add] of steps) {
          const row = r.find(a, b);
          if (add && row < 0) {
            r.reserve(1);
            r.link(a, b);
            model = [[a, b], ...model];
          } else if (!add && row >= 0) {
            r.unlink(row);
            r.commit();
            model = model.filter(([x, y]) => x !== a || y !== b);
          }
        }
        const restored = membership();
        restored.restore(structuredClone(r.state()));
        for (const one of [r, restored]) {
          for (let a = 0; a < 6; a++) expect(ofA(one, a)).toEqual(model.filter(([x]) => x === a).map(([, y]) => y));
          for (let b = 0; b < 4; b++) expect(ofB(one, b)).toEqual(model.filter(([, y]) => y === b).map(([x]) => x));
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe("a listing", () => {
  test("any sequence of births and ends leaves the lists of a plain model, also when restored", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(5), fc.boolean()), { maxLength: 60 }), (steps) => {
        const make = () => {
          const listing = new Listing("touches", { seen: f32("share") }, 4);
          listing.fit(4, 6);
          return listing;
        };
        const t = make();
        const model: [number, number][] = [];
        for (const [a, b, add] of steps) {
          const row = t.find(a, b);
          if (add && row < 0) {
            t.reserve(1);
            t.link(a, b);
            model.unshift([a, b]);
          } else if (!add && row >= 0) {
            t.unlink(row);
            t.commit();
            model.splice(
              model.findIndex(([x, y]) => x === a && y === b),
              1,
            );
          }
        }
        const restored = make();
        restored.restore(structuredClone(t.state()));
        for (const one of [t, restored]) {
          const lists = [0, 1, 2, 3].map((a) => ofA(one as never, a));
          expect(lists).toEqual([0, 1, 2, 3].map((a) => model.filter(([x]) => x === a).map(([, b]) => b)));
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
