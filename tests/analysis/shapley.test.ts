import { describe, expect, test } from "vitest";
import { dividends, type Game, interactionIndex, playersIn, shapleyValue } from "../../src/analysis/shapley.ts";
import { InputError } from "../../src/kernel/check.ts";
import { createRandom, uniform } from "../../src/kernel/random.ts";

/** The game in which a coalition of these players is worth that. */
const game = (n: number, worth: (players: readonly number[]) => number | null): Game =>
  Array.from({ length: 1 << n }, (_, c) => worth(playersIn(c)));
const sum = (values: readonly number[]) => values.reduce((total, v) => total + v, 0);
const close = (found: readonly number[], known: readonly number[]) => {
  expect(found).toHaveLength(known.length);
  for (const [j, value] of known.entries()) expect(found[j]).toBeCloseTo(value, 12);
};

/** Every order of n players. */
function orders(n: number): number[][] {
  if (n === 0) return [[]];
  return orders(n - 1).flatMap((order) => Array.from({ length: n }, (_, k) => order.toSpliced(k, 0, n - 1)));
}

/** Shares as their definition has them: over all orders that meet no coalition that cannot be. */
function sharesByOrders(values: Game, n: number): number[] {
  const totals = new Array<number>(n).fill(0);
  let count = 0;
  for (const order of orders(n)) {
    const met = order.map((_, k) => order.slice(0, k + 1).reduce((c, j) => c | (1 << j), 0));
    if (met.some((c) => values[c] === null)) continue;
    count++;
    for (const [k, j] of order.entries()) totals[j]! += values[met[k]!]! - values[k === 0 ? 0 : met[k - 1]!]!;
  }
  return totals.map((total) => total / count);
}

const key = createRandom("games").key("test", "value");
const randomGame = (n: number, seed: number) =>
  Array.from({ length: 1 << n }, (_, c) => uniform(key, seed, c) * 10 - 5);

describe("the Shapley value of games whose shares are known", () => {
  test("gloves: who owns the scarce one gets two thirds (one left, two right)", () => {
    const gloves = game(3, (s) => Math.min(s.filter((j) => j === 0).length, s.filter((j) => j > 0).length));
    close(shapleyValue(gloves), [2 / 3, 1 / 6, 1 / 6]);
  });

  test("the runway: each stretch is paid in equal parts by those who need it (Littlechild & Owen 1973)", () => {
    const costs = [1, 2, 4, 8];
    const runway = game(4, (s) => Math.max(0, ...s.map((j) => costs[j]!)));
    const parts = [1 / 4, 1 / 3, 2 / 2, 4 / 1];
    close(
      shapleyValue(runway),
      costs.map((_, j) => sum(parts.slice(0, j + 1))),
    );
  });

  test("additive: each gets what it brings, and no pair adds anything", () => {
    const brought = [3, -1, 0.5, 0, 7];
    const additive = game(5, (s) => 20 + sum(s.map((j) => brought[j]!)));
    close(shapleyValue(additive), brought);
    for (const { value } of interactionIndex(additive)) expect(value).toBeCloseTo(0, 12);
  });

  test("unanimity: the needed share equally, their pairs 1 / (t - 1), and one dividend is all there is", () => {
    const needed = [0, 2, 3];
    const unanimity = game(4, (s) => (needed.every((j) => s.includes(j)) ? 1 : 0));
    close(shapleyValue(unanimity), [1 / 3, 0, 1 / 3, 1 / 3]);
    for (const { players, value } of interactionIndex(unanimity))
      expect(value).toBeCloseTo(players.every((j) => needed.includes(j)) ? 1 / 2 : 0, 12);
    const found = dividends(unanimity);
    expect(found.map((d, c) => [d, c]).filter(([d]) => d !== 0)).toEqual([[1, 0b1101]]);
  });

  test("symmetric: a majority of five shares in fifths", () => {
    close(shapleyValue(game(5, (s) => (s.length > 2 ? 1 : 0))), new Array(5).fill(1 / 5));
  });

  test("a player who never changes anything gets nothing, and interacts with nobody", () => {
    const others = randomGame(3, 1);
    const withDummy = game(
      4,
      (s) => others[s.filter((j) => j !== 1).reduce((c, j) => c | (1 << (j > 1 ? j - 1 : j)), 0)]!,
    );
    expect(shapleyValue(withDummy)[1]).toBeCloseTo(0, 12);
    for (const { players, value } of interactionIndex(withDummy))
      if (players.includes(1)) expect(value).toBeCloseTo(0, 12);
  });
});

describe("any game", () => {
  test.each([2, 3, 4, 5, 6])("of %i players shares as its orders say, and all of it", (n) => {
    const values = randomGame(n, n);
    const shares = shapleyValue(values);
    close(shares, sharesByOrders(values, n));
    expect(sum(shares)).toBeCloseTo(values.at(-1)! - values[0]!, 12);
  });

  test("is the sum of its dividends, which its shares divide equally", () => {
    const values = randomGame(5, 11);
    const terms = dividends(values) as number[];
    for (const [c, value] of values.entries())
      expect(sum(terms.filter((_, part) => (part & c) === part))).toBeCloseTo(value, 11);
    const shares = [0, 1, 2, 3, 4].map((j) => sum(terms.map((d, c) => ((c >> j) & 1 ? d / playersIn(c).length : 0))));
    close(shapleyValue(values), shares);
  });

  test("has as interaction of a pair its dividends over the rest of them (Grabisch & Roubens 1999)", () => {
    const values = randomGame(5, 12);
    const terms = dividends(values) as number[];
    for (const { players, value } of interactionIndex(values)) {
      const both = terms.map((d, c) => (players.every((j) => (c >> j) & 1) ? d / (playersIn(c).length - 1) : 0));
      expect(value).toBeCloseTo(sum(both), 11);
    }
  });
});

describe("a game some of whose coalitions cannot be", () => {
  test("of two players with one order has the differences along it", () => {
    expect(shapleyValue([1, null, 4, 11])).toEqual([7, 3]);
    expect(interactionIndex([1, null, 4, 11])).toEqual([{ players: [0, 1], value: null }]);
    expect(dividends([1, null, 4, 11])).toEqual([1, null, 3, null]);
  });

  test("of three, the first of whom needs the third: means over the three orders left", () => {
    // orders 1 2 0, 2 1 0, 2 0 1 of a game worth 0, {1} 2, {2} 4, {0,2} 10, {1,2} 9, all 12
    const values = game(3, (s) => (s.includes(0) && !s.includes(2) ? null : 0)).slice() as (number | null)[];
    for (const [c, v] of [
      [0b010, 2],
      [0b100, 4],
      [0b101, 10],
      [0b110, 9],
      [0b111, 12],
    ] as const)
      values[c] = v;
    close(shapleyValue(values), [(3 + 3 + 6) / 3, (2 + 5 + 2) / 3, (7 + 4 + 4) / 3]);
  });

  test("shares as the orders left say, and all of it", () => {
    const can = createRandom("games").key("test", "can");
    for (let seed = 0; seed < 40; seed++) {
      const values = randomGame(5, seed).map((v, c) => (c === 0 || c === 31 || uniform(can, seed, c) < 0.7 ? v : null));
      if (sharesByOrders(values, 5).some(Number.isNaN)) continue;
      const shares = shapleyValue(values);
      close(shares, sharesByOrders(values, 5));
      expect(sum(shares)).toBeCloseTo(values[31]! - values[0]!, 11);
    }
  });

  test("has no shares where no order is left", () => {
    expect(() => shapleyValue([0, null, null, 1])).toThrow(InputError);
    expect(() => shapleyValue([null, 1, 2, 3])).toThrow(/an order in which all its players can enter/);
  });
});

test("values of another number, and values that are no numbers, are refused", () => {
  expect(() => shapleyValue([0, 1, 2])).toThrow(/2\^n coalitions.*got 3 values/);
  expect(() => shapleyValue([0])).toThrow(InputError);
  expect(() => shapleyValue([0, Number.NaN])).toThrow(/values\[1\] must be a finite number or null; got NaN/);
});
