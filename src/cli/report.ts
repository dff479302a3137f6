/** What a reader is shown of runs: measures, patterns beside the paper, series, story. */
import { evaluatePatterns, isInside } from "../analysis/patterns.ts";
import { median, summarize } from "../analysis/summary.ts";
import type { Pattern, Scenario } from "../model/scenario.ts";
import { KEY_MEASURES, SERIES_NAMES, seriesLabel } from "../observe/labels.ts";
import { measureOf } from "../observe/measures.ts";
import { NOTHING, shown, spread } from "../observe/numbers.ts";
import type { StoryLine } from "../observe/story.ts";
import { type Session, styled } from "./output.ts";
import type { Outcome, Values } from "./replicate.ts";
import { rangeOf, sparkline } from "./sparkline.ts";
import { hanging, pad, table } from "./table.ts";

type Read = Pick<Outcome, "reading" | "measures">;

/** Key measures at the reading date and at the end. */
export function measureTable(scenario: Scenario, outcomes: readonly Read[], session: Session): string[] {
  const { say, lang } = session;
  const cell = (name: string, of: (o: Read) => Values) => spread(summarize(outcomes.map((o) => of(o)[name] ?? null)));
  const rows = KEY_MEASURES.map((name) => [
    measureOf(name).text[lang],
    name,
    cell(name, (o) => o.reading),
    cell(name, (o) => o.measures),
  ]);
  const columns = [
    { title: say("measure", "指标"), flexible: true },
    { title: say("name", "名称") },
    { title: scenario.reading, right: true },
    { title: say("end", "结束时"), right: true },
  ];
  return table(columns, rows, session);
}

/** What the paper reports beside the runs; nothing if the scenario has no patterns. */
export function patternTable(scenario: Scenario, outcomes: readonly Outcome[], session: Session): string[] {
  const { say, lang } = session;
  const { patterns, allInsideShare } = evaluatePatterns(scenario, outcomes);
  if (patterns.length === 0) return [];
  const reached = scenario.patterns.map((p) => outcomes.some((o) => isReached(p, scenario, o)));
  const rows = patterns.map((result, i) => {
    const { text, reported } = scenario.patterns[i]!;
    return [
      text[lang],
      reported[lang],
      band(result),
      spread(result),
      reached[i] ? insideText(isInside(result, result.median), result.insideShare, outcomes.length, session) : NOTHING,
    ];
  });
  const columns = [
    { title: say("pattern", "对照项"), flexible: true },
    { title: say("paper", "论文"), flexible: true },
    { title: say("band", "区间"), right: true },
    { title: say("simulated", "模拟"), right: true },
    { title: say("inside?", "相符？"), right: true },
  ];
  const read = patterns.filter((_, i) => reached[i]);
  const met = read.filter((p) => isInside(p, p.median)).length;
  const all = Math.round((allInsideShare ?? 0) * outcomes.length);
  const summary =
    outcomes.length === 1
      ? say(`${met} of ${read.length} patterns met.`, `${read.length}个对照项中符合${met}个。`)
      : say(
          `The median meets ${met} of ${read.length} patterns; ${all} of ${outcomes.length} runs meet all.`,
          `中位数符合${read.length}个对照项中的${met}个；${outcomes.length}次运行中有${all}次全部符合。`,
        );
  const late = patterns.length - read.length;
  const note = say(` The runs ended before ${late} more are read.`, `另有${late}项，运行在其读取日期之前结束。`);
  return [...table(columns, rows, session), summary + (late > 0 ? note : "")];
}

/** The band of a pattern, as short as it can be said. */
function band({ low, high }: Pick<Pattern, "low" | "high">): string {
  const short = (end: number | string) =>
    typeof end === "string" ? end.slice(0, 7) : String(end).replace(/^0\./, ".");
  if (low === high && low !== null) return short(low);
  return `${low === null ? "" : short(low)} … ${high === null ? "" : short(high)}`;
}

/** How to read the table of patterns. */
export function patternLegend({ say }: Session): string {
  return say(
    "paper: what the study reports; band: what we take it to mean; simulated: median [90 % interval of the runs]; " +
      "yes: the median lies in the band; n/N: runs inside",
    "论文：论文所报告的结果；区间：我们据此设定的范围；模拟：中位数 [各次运行的90%区间]；相符：中位数落入区间；n/N：落入区间的运行数",
  );
}

/** Whether a run went on until the date at which a pattern is read. */
function isReached({ at }: Pattern, scenario: Scenario, { readings }: Outcome): boolean {
  return at === "final" || readings[at === "reading" ? scenario.reading : at] !== undefined;
}

function insideText(inside: boolean, share: number | null, runs: number, session: Session): string {
  const word = inside ? session.say("yes", "是") : session.say("no", "否");
  const text = runs === 1 ? word : `${word} ${Math.round((share ?? 0) * runs)}/${runs}`;
  return styled(session, inside ? "green" : "yellow", text);
}

/** Median over runs of a recorded series; null where no run has a value. */
export function medianSeries(outcomes: readonly Outcome[], name: string): (number | null)[] {
  const columns = outcomes.map((o) => o.series.columns[name]!);
  return (outcomes[0]?.dates ?? []).map((_, k) => median(columns.map((c) => c[k]!).filter((v) => !Number.isNaN(v))));
}

const SPARK_WIDTH = 40;

/** A line of bars for each recorded series, with its range. */
export function seriesLines(outcomes: readonly Outcome[], session: Session): string[] {
  const dates = outcomes[0]?.dates ?? [];
  if (dates.length < 2) return [];
  const rows = SERIES_NAMES.map((name) => {
    const values = medianSeries(outcomes, name);
    const [low, high] = rangeOf(values);
    return [
      seriesLabel(name)[session.lang],
      sparkline(values, SPARK_WIDTH),
      shown(low),
      shown(high),
      shown(values.at(-1)),
    ];
  });
  const { say } = session;
  const columns = [
    { title: say("series", "序列"), flexible: true },
    { title: span(dates, Math.min(SPARK_WIDTH, dates.length)) },
    { title: say("least", "最低"), right: true },
    { title: say("most", "最高"), right: true },
    { title: say("last", "末值"), right: true },
  ];
  return table(columns, rows, session);
}

/** First and last date at the two ends of a width. */
export function span(dates: readonly string[], width: number): string {
  const [first, last] = [dates[0]!.slice(0, 7), dates.at(-1)!.slice(0, 7)];
  return pad(first, Math.max(width - last.length, first.length + 1)) + last;
}

/** Dated lines, wrapped under their texts. */
export function storyLines(story: readonly StoryLine[], session: Session): string[] {
  const dates = story.map(({ date, until }) =>
    until === null ? date : `${date} – ${until.slice(0, 4) === date.slice(0, 4) ? until.slice(5) : until}`,
  );
  const wide = Math.max(0, ...dates.map((d) => d.length));
  return story.flatMap(({ text }, i) => {
    const [first, ...rest] = hanging(pad(dates[i]!, wide), text, session.terminal.width);
    return [styled(session, "dim", first!.slice(0, wide)) + first!.slice(wide), ...rest];
  });
}
