/** Two scenarios on the same seeds: summaries side by side, and of the paired differences. */
import { type Summary, summarize } from "../analysis/summary.ts";
import { VERSION } from "../execution/version.ts";
import type { Scenario } from "../model/scenario.ts";
import { KEY_MEASURES } from "../observe/labels.ts";
import type { MeasureValue } from "../observe/measure.ts";
import { MEASURE_NAMES, measureOf } from "../observe/measures.ts";
import { NOTHING, spread } from "../observe/numbers.ts";
import { heading, print, type Session, styled } from "./output.ts";
import { finishedOf, type Outcome, type Replicate, type Values } from "./replicate.ts";
import { table } from "./table.ts";

/** A measure of both. */
export interface Row {
  readonly name: string;
  readonly at: "reading" | "final";
  readonly a: Summary;
  readonly b: Summary;
  /** Of b less a in the same replicate; null where the measure is no number. */
  readonly difference: Summary | null;
}

type ByReplicate = ReadonlyMap<number, Outcome>;

function byReplicate(replicates: readonly Replicate[]): ByReplicate {
  return new Map(finishedOf(replicates).map((o) => [o.replicate, o]));
}

/** All measures of n replicates of a and of b, at the reading date and at the end. */
export function compared(a: readonly Replicate[], b: readonly Replicate[], n: number): Row[] {
  const sides = [a, b].map(byReplicate);
  const at = { reading: (o: Outcome): Values => o.reading, final: (o: Outcome): Values => o.measures };
  return (["reading", "final"] as const).flatMap((when) =>
    MEASURE_NAMES.map((name) => {
      const values = (side: ByReplicate) => Array.from({ length: n }, (_, r) => valueAt(side.get(r), at[when], name));
      const [a, b] = [values(sides[0]!), values(sides[1]!)];
      return { name, at: when, a: summarize(a), b: summarize(b), difference: paired(a, b) };
    }),
  );
}

function valueAt(outcome: Outcome | undefined, of: (o: Outcome) => Values, name: string): MeasureValue {
  return outcome ? (of(outcome)[name] ?? null) : null;
}

function paired(a: readonly MeasureValue[], b: readonly MeasureValue[]): Summary | null {
  if ([...a, ...b].some((v) => typeof v === "string")) return null;
  const differences = a.map((x, r) => (x === null || b[r] === null ? null : (b[r] as number) - (x as number)));
  return summarize(differences);
}

/** What a comparison was made of. */
export interface About {
  /** What each side is called. */
  readonly labels: readonly string[];
  readonly blocks: readonly string[];
  readonly rootSeed: string;
  readonly n: number;
}

/** Shows the key measures of both side by side. */
export function showComparison(
  pair: readonly [Scenario, Scenario],
  rows: readonly Row[],
  about: About,
  session: Session,
): void {
  const { say, lang } = session;
  const [a, b] = pair;
  print(session, styled(session, "bold", `${a.title[lang]} | ${b.title[lang]}`));
  if (about.blocks.length > 0)
    print(session, say(`exchanged: ${about.blocks.join(", ")}`, `互换：${about.blocks.join("、")}`));
  const columns = [
    { title: say("measure", "指标"), flexible: true },
    { title: about.labels[0]!, right: true, flexible: true },
    { title: about.labels[1]!, right: true, flexible: true },
    { title: say("difference", "差"), right: true },
  ];
  for (const at of ["reading", "final"] as const) {
    const shownRows = rows.filter((row) => row.at === at && KEY_MEASURES.some((name) => name === row.name));
    heading(session, at === "reading" ? readingTitle(pair, say) : say("At the end", "运行结束时"));
    print(
      session,
      ...table(
        columns,
        shownRows.map((row) => cells(row, session)),
        session,
      ),
    );
  }
  const intervals = say(
    "median [90 % interval]; differences within the same seed",
    "中位数 [90%区间]；差为同一种子下的配对差",
  );
  print(session, "", say(`${about.n} runs each, ${intervals}`, `各${about.n}次运行，${intervals}`));
  print(session, say(`Root seed ${about.rootSeed}, linli ${VERSION}`, `随机种子 ${about.rootSeed}，linli ${VERSION}`));
}

function readingTitle([a, b]: readonly [Scenario, Scenario], say: Session["say"]): string {
  const dates = a.reading === b.reading ? a.reading : `${a.reading} | ${b.reading}`;
  return say(`At ${dates}`, `${dates}`);
}

function cells(row: Row, { lang }: Session): string[] {
  return [
    measureOf(row.name).text[lang],
    spread(row.a),
    spread(row.b),
    row.difference ? spread(row.difference) : NOTHING,
  ];
}
