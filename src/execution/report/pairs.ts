/**
 * Paired differences of a report. A point is held against the first of its own scenario, so that the difference is that of
 * the setting and of nothing else; what scenarios differ in at their first points is a table of its own.
 */
import { type PairedRow, pairedRows } from "../../analysis/pairedRows.ts";
import { NOTHING, shown } from "../../observe/numbers.ts";
import { AT } from "./figures/panel.ts";
import { measureText } from "./names.ts";
import { openRuns, type Point, type Results } from "./results.ts";
import { type Column, interval, minus, note, table } from "./tables.ts";
import { pointName, settingName, variantName, variantsOf } from "./variants.ts";
import { escaped, type Words } from "./words.ts";

/** A row: what is held against what. */
export interface Pair {
  readonly point: Point;
  readonly against: Point;
}

/** The points of every scenario less its first. */
export function withinScenarios(points: readonly Point[]): Pair[] {
  return variantsOf(points).flatMap(({ points: [first, ...others] }) =>
    others.map((point) => ({ point, against: first! })),
  );
}

/** First points: of a scenario with swapped blocks less that of the same without, of a scenario less that of the first. */
export function betweenScenarios(points: readonly Point[]): Pair[] {
  const firsts = variantsOf(points).map((variant) => variant.points[0]!);
  const whole = (scenario: string) => firsts.find((p) => p.scenario === scenario && p.swap === "");
  return firsts.slice(1).map((point) => {
    const own = point.swap === "" ? undefined : whole(point.scenario);
    return { point, against: own ?? firsts[0]! };
  });
}

/** Rows of a table, and how many of them are of one scenario at most. */
const MOST_ROWS = 40;
const MOST_OF_ONE = 12;

/** Both tables; empty where there is but one point or replicate. */
export async function pairedTables(
  dir: string,
  results: Results,
  measures: readonly string[],
  words: Words,
): Promise<string> {
  const { say } = words;
  const { points } = results;
  const lever = await pairedTable(dir, withinScenarios(points), measures, words, ({ point }) =>
    pointName(point, results, words),
  );
  const scenarios = await pairedTable(dir, betweenScenarios(points), measures, words, ({ point, against }) =>
    say(`${variantName(point)} less ${variantName(against)}`, `${variantName(point)} 减 ${variantName(against)}`),
  );
  if (lever + scenarios === "") return "";
  const [first] = points;
  const setting = settingName(first!, results, words);
  const base = setting === "" ? "" : say(` (${setting})`, `（${setting}）`);
  const told = say(
    "Mean difference over replicates of the same seed, its 95 % interval, and the variance of the difference over that of independent replicates. At 0.25 pairing saves three runs of four; above 1 it costs some.",
    "按相同种子的重复运行配对：平均差、其95%区间，以及差值方差与独立重复运行方差之比。0.25 表示配对可省去四分之三的运行，大于1则反而增加。",
  );
  const parts = [
    lever === "" ? "" : note(leverText(base, points, words)) + lever,
    scenarios === "" ? "" : note(scenariosText(base, words)) + scenarios,
  ];
  return parts.join("") + note(told);
}

function leverText(base: string, points: readonly Point[], { say }: Words): string {
  return variantsOf(points).length > 1
    ? say(`Each point less the first point${base} of its own scenario:`, `各参数点减去其所属情景的首个参数点${base}：`)
    : say(`Each point less the first point${base}:`, `各参数点减去首个参数点${base}：`);
}

function scenariosText(base: string, { say }: Words): string {
  return base === ""
    ? say("Scenarios less one another:", "情景之间的差异：")
    : say(`Scenarios less one another, at their first points${base}:`, `情景之间在首个参数点${base}上的差异：`);
}

async function pairedTable(
  dir: string,
  pairs: readonly Pair[],
  measures: readonly string[],
  words: Words,
  nameOf: (pair: Pair) => string,
): Promise<string> {
  const { say } = words;
  const listed = listedOf(pairs);
  const found = await readPairs(dir, listed, measures);
  if (found.size === 0) return "";
  const columns: Column[] = [
    { title: say("difference", "差异"), kind: "text" },
    ...measures.map((measure): Column => ({ title: escaped(words.of(measureText(measure).label)), kind: "n" })),
  ];
  const rows = listed.map((pair) => [
    escaped(nameOf(pair)),
    ...measures.map((measure) => differenceCell(found.get(`${pair.point.index} ${measure}`))),
  ]);
  const rest = say(
    `The first ${listed.length} of ${pairs.length} differences.`,
    `仅列${listed.length}项差异（共${pairs.length}项）。`,
  );
  return table(columns, rows) + (listed.length < pairs.length ? note(rest) : "");
}

/** The first of each point that others are held against. */
function listedOf(pairs: readonly Pair[]): Pair[] {
  const counts = new Map<Point, number>();
  const first = pairs.filter(({ against }) => {
    counts.set(against, (counts.get(against) ?? 0) + 1);
    return counts.get(against)! <= MOST_OF_ONE;
  });
  return first.slice(0, MOST_ROWS);
}

/** Differences by point and measure; in two readings, as a point that others are held against may have a row itself. */
async function readPairs(dir: string, pairs: readonly Pair[], measures: readonly string[]) {
  const found = new Map<string, PairedRow>();
  const bases = new Set(pairs.map(({ against }) => against));
  for (const isBase of [false, true]) {
    const some = pairs.filter(({ point }) => bases.has(point) === isBase);
    if (some.length === 0) continue;
    const held = new Map(some.flatMap(({ point, against }) => [against, point].map((p) => [p.index, against.index])));
    const { header, rows } = await openRuns(dir);
    const against = (point: number) => held.get(point);
    for await (const pair of pairedRows(header, rows, { measures, at: AT, against }))
      if (pair.variance !== null) found.set(`${pair.point} ${pair.measure}`, pair);
  }
  return found;
}

function differenceCell(pair: PairedRow | undefined): string {
  if (!pair) return NOTHING;
  const { mean, low, high, variance, unpaired, ratio } = pair;
  const share =
    ratio === null ? "" : `<br><small>${small(variance!)} / ${small(unpaired!)} = ${ratio.toFixed(2)}</small>`;
  return interval(signed(mean!), signed(low!), signed(high!)) + share;
}

const signed = (value: number) => (value > 0 ? `+${shown(value)}` : minus(shown(value)));
const small = (value: number) => (value !== 0 && value < 0.001 ? minus(value.toExponential(1)) : shown(value));
