import { describe, expect, test } from "vitest";
import { pairedRows } from "../../src/analysis/pairedRows.ts";
import { runColumns } from "../../src/analysis/runTable.ts";
import { sweepIndices, variantMeans } from "../../src/analysis/sensitivity/sweepIndices.ts";
import { seriesBands } from "../../src/analysis/seriesBands.ts";
import { summaryHeader, summaryRows } from "../../src/analysis/summaryRows.ts";
import { morris } from "../../src/experiments/designs/morris.ts";
import { saltelli } from "../../src/experiments/designs/saltelli.ts";

const HEADER = [
  ...["id", "point", "scenario", "swap", "team.independence", "trust.fade", "replicate", "seed", "status", "reason"],
  ...["hash", "values", "reading_ties", "final_ties", "final_date"],
];
const run = (point: number, replicate: number, ties: number | "", more: { date?: string; status?: string } = {}) => [
  ...[`r${point}-${replicate}`, String(point), "blank", "", String(point / 10), "0.5", String(replicate), "s"],
  ...[more.status ?? "finished", "", "h", "{}", "", String(ties), more.date ?? ""],
];
const all = async <T>(items: AsyncIterable<T>) => {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
};

describe("the table of runs", () => {
  test("has its axes between swap and replicate, and its measures behind", () => {
    const { axes, measures, point } = runColumns(HEADER);
    expect(point).toBe(1);
    expect(axes).toEqual([
      { name: "team.independence", column: 4 },
      { name: "trust.fade", column: 5 },
    ]);
    expect(measures.map((m) => `${m.at} ${m.measure} ${m.column}`)).toEqual([
      "reading ties 12",
      "final ties 13",
      "final date 14",
    ]);
  });

  test("is refused without a column that it must have", () => {
    expect(() => runColumns(HEADER.filter((name) => name !== "status"))).toThrow(
      'runs.csv: expected a column "status"; got 14 columns without it',
    );
  });
});

describe("the summary of a sweep", () => {
  const rows = [
    run(0, 0, 2, { date: "2018-01-01" }),
    run(0, 1, 4, { date: "2018-01-03" }),
    run(0, 2, 4),
    run(0, 3, "", { status: "failed" }),
    run(1, 0, ""),
    run(1, 1, 6),
  ];

  test("has a row a point, measure and time", async () => {
    const summary = await all(summaryRows(HEADER, rows));
    expect(summaryHeader(HEADER)).toEqual([
      ...["point", "scenario", "swap", "team.independence", "trust.fade", "measure", "at", "n", "missing", "mean"],
      ...["low", "high", "median", "q05", "q95", "bootstrapLow", "bootstrapHigh"],
    ]);
    expect(summary.map((r) => r.slice(0, 9))).toEqual([
      ["0", "blank", "", "0", "0.5", "ties", "reading", 3, 3],
      ["0", "blank", "", "0", "0.5", "ties", "final", 3, 0],
      ["0", "blank", "", "0", "0.5", "date", "final", 3, 1],
      ["1", "blank", "", "0.1", "0.5", "ties", "reading", 2, 2],
      ["1", "blank", "", "0.1", "0.5", "ties", "final", 2, 1],
      ["1", "blank", "", "0.1", "0.5", "date", "final", 2, 2],
    ]);
  });

  test("gives means with t intervals, quantiles, and dates without a mean", async () => {
    const [nothing, ties, date, , one] = await all(summaryRows(HEADER, rows));
    expect(nothing!.slice(9)).toEqual([null, null, null, null, null, null, null, null]);
    // 2, 4, 4: mean 10/3, s = 2/√3, so that s/√3 = 2/3, and t(2) = 4.3027
    const [mean, low, high, median, q05, q95, ...ends] = ties!.slice(9) as number[];
    expect(mean).toBeCloseTo(10 / 3, 12);
    expect(low).toBeCloseTo(10 / 3 - (4.30265 * 2) / 3, 4);
    expect(high).toBeCloseTo(10 / 3 + (4.30265 * 2) / 3, 4);
    expect([median, q95]).toEqual([4, 4]);
    expect(q05).toBeCloseTo(2.2, 12);
    // Of three draws with replacement all are 2 with probability 1/27, all are 4 with 8/27: both more than 2.5 %.
    expect(ends).toEqual([2, 4]);
    expect(date!.slice(9)).toEqual([null, null, null, "2018-01-03", "2018-01-01", null, null, null]);
    expect(one!.slice(9)).toEqual([6, null, null, 6, 6, 6, null, null]);
  });

  test("holds one point at a time, and so refuses a point that comes up again", async () => {
    let read = 0;
    async function* many() {
      for (const row of rows) {
        read++;
        yield row;
      }
    }
    const summary = summaryRows(HEADER, many());
    await summary.next();
    expect(read).toBe(5); // four of the first point and one of the next
    await expect(all(summaryRows(HEADER, [rows[0]!, rows[4]!, rows[1]!]))).rejects.toThrow(
      "runs.csv: expected the rows of 0 side by side; got them apart",
    );
  });
});

describe("bands of series", () => {
  const header = ["run", "tick", "date", "ties", "trust"];
  const rows = [
    ["a", "0", "2017-01-02", "1", "0.5"],
    ["a", "4", "2017-01-30", "2", ""],
    ["b", "0", "2017-01-02", "3", "0.7"],
    ["b", "4", "2017-01-30", "4", ""],
    ["x", "0", "2017-01-02", "9", "9"],
    ["c", "0", "2017-01-02", "5", "0.1"],
  ];
  const points: Readonly<Record<string, number>> = { a: 0, b: 0, c: 1 };

  test("are medians and 5 and 95 % quantiles by tick, of the runs that are asked for", async () => {
    const [first, second, ...none] = await all(seriesBands(header, rows, (id) => points[id]));
    expect(none).toEqual([]);
    expect(first).toMatchObject({ point: 0, ticks: [0, 4], dates: ["2017-01-02", "2017-01-30"], runs: 2 });
    expect(first!.columns.ties!.median).toEqual([2, 3]);
    expect(first!.columns.ties!.low[0]).toBeCloseTo(1.1, 12);
    expect(first!.columns.ties!.high[0]).toBeCloseTo(2.9, 12);
    expect(first!.columns.trust!.median).toEqual([0.6, null]);
    expect(second).toMatchObject({ point: 1, ticks: [0], runs: 1 });
  });

  test("are refused for a column that is not there, or a point that comes up again", async () => {
    await expect(all(seriesBands(header, rows, () => 0, ["tis"]))).rejects.toThrow(
      'series.csv: expected a column "tis"; got 5 columns without it',
    );
    await expect(all(seriesBands(header, [rows[0]!, rows[5]!, rows[2]!], (id) => points[id]))).rejects.toThrow(
      "expected the rows of point 0 side by side",
    );
  });
});

describe("paired differences of a sweep", () => {
  // ties of point 0: 1, 2, 3; of point 1: 11, 13, none; of point 2 all three
  const rows = [
    ...[run(0, 0, 1), run(0, 1, 2), run(0, 2, 3)],
    ...[run(1, 0, 11), run(1, 1, 13), run(1, 2, "", { status: "failed" })],
    ...[run(2, 2, 7), run(2, 0, 5), run(2, 1, 6)],
  ];
  const options = { measures: ["ties"], at: "final" as const };

  test("go by replicate, whatever the order of rows, and leave out runs that failed", async () => {
    const found = await all(pairedRows(HEADER, rows, { ...options, against: () => 0 }));
    expect(found.map(({ point, against, measure, n, mean }) => [point, against, measure, n, mean])).toEqual([
      [1, 0, "ties", 2, 10.5],
      [2, 0, "ties", 3, 4],
    ]);
    expect(found[1]).toMatchObject({ variance: 0, unpaired: 2, ratio: 0 });
  });

  test("are refused against a point that comes later, and for a measure that was not read", async () => {
    await expect(all(pairedRows(HEADER, rows, { ...options, against: () => 2 }))).rejects.toThrow(
      "point 0 is held against 2, which must come before it",
    );
    await expect(all(pairedRows(HEADER, rows, { ...options, measures: ["trust"], against: () => 0 }))).rejects.toThrow(
      'runs.csv: expected a column "final_trust"; got none',
    );
  });
});

describe("indices of a sweep", () => {
  const linear = (u: readonly number[]) => 3 * u[0]! + u[1]!;
  /** Two replicates a point, one above and one below what the model says. */
  const sweep = (points: readonly (readonly number[])[]) =>
    points.flatMap((u, p) => [run(p, 0, linear(u) + 1), run(p, 1, linear(u) - 1)]);

  test("are those of the points' means: Morris", async () => {
    const points = morris({ trajectories: 6, dimensions: 2, seed: 1 });
    const [variant, ...none] = await variantMeans(HEADER, sweep(points), "ties", "final");
    expect(none).toEqual([]);
    expect(variant).toMatchObject({ scenario: "blank", swap: "" });
    const found = sweepIndices({ kind: "morris", points }, variant!, { seed: 1 });
    if (found.kind !== "morris") throw new Error("expected Morris effects");
    expect(found.effects.axes[0]!.muStar.value).toBeCloseTo(3, 10);
    expect(found.effects.axes[1]!.muStar.value).toBeCloseTo(1, 10);
  });

  test("are those of the points' means: Sobol, 9/10 and 1/10 of the variance of 3x + y", async () => {
    const points = saltelli({ base: 256, dimensions: 2, seed: 1 });
    const [variant] = await variantMeans(HEADER, sweep(points), "ties", "final");
    const found = sweepIndices({ kind: "saltelli", dimensions: 2 }, variant!, { seed: 1 });
    if (found.kind !== "saltelli") throw new Error("expected Sobol indices");
    expect(found.indices.first.map((s) => s.value.toFixed(1))).toEqual(["0.9", "0.1"]);
  });

  test("tell scenarios and swaps apart, and refuse a point without a value", async () => {
    const other = (row: string[]) => row.with(2, "village");
    const rows = [run(0, 0, 1), run(1, 0, 2), other(run(2, 0, "")), other(run(3, 0, 5))];
    const variants = await variantMeans(HEADER, rows, "ties", "final");
    expect(variants.map(({ scenario, points, means }) => [scenario, points, means])).toEqual([
      ["blank", [0, 1], [1, 2]],
      ["village", [2, 3], [null, 5]],
    ]);
    expect(() => sweepIndices({ kind: "saltelli", dimensions: 1 }, variants[1]!, { seed: 1 })).toThrow(
      "point 2 has no run with a value, and indices need every point",
    );
  });
});
