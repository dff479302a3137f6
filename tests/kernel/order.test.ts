import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Groups, sortedBy } from "../../src/kernel/order.ts";
import { i32, Table } from "../../src/kernel/table.ts";

describe("orders and groups of rows", () => {
  test("sorting by one key and then by another sorts by both, and equals keep their order", () => {
    const pairs = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 40 });
    fc.assert(
      fc.property(pairs, (list) => {
        const [first, second] = [list.map(([a]) => a), list.map(([, b]) => b)];
        const order = sortedBy(first, 7, sortedBy(second, 7));
        const plain = list.map((_, k) => k).sort((k, l) => first[k]! - first[l]! || second[k]! - second[l]! || k - l);
        expect([...order]).toEqual(plain);
      }),
      { seed: 7 },
    );
  });

  test("groups hold the living rows of each, ascending, as they stand when gathered", () => {
    const rows = fc.array(fc.tuple(fc.nat(4), fc.boolean()), { maxLength: 40 });
    const groups = new Groups();
    fc.assert(
      fc.property(rows, (list) => {
        const table = new Table("organizations", { community: i32("row") }, 64);
        for (const [community] of list) table.at.community[table.add()] = community;
        list.forEach(([, dies], row) => {
          if (dies) table.remove(row);
        });
        groups.gather(table, table.at.community, 5);
        for (let g = 0; g < 5; g++) {
          const living = list.flatMap(([community, dies], row) => (community === g && !dies ? [row] : []));
          expect([...groups.rows.subarray(groups.start[g], groups.start[g + 1])]).toEqual(living);
        }
      }),
      { seed: 7 },
    );
  });
});
