/** The section on patterns: a verdict in words, a small picture of each, and the table. */
import { isInside } from "../../analysis/patterns.ts";
import type { MeasureValue } from "../../observe/measure.ts";
import { NOTHING, shown } from "../../observe/numbers.ts";
import { panel, panels } from "../report/figures/panel.ts";
import { type Drawing, dateOf, lineColor, timeTicks } from "../report/plot.ts";
import { type Column, table } from "../report/tables.ts";
import { escaped, type Words } from "../report/words.ts";
import type { PatternRow, PatternsResult, ScenarioPatterns } from "./patternsResult.ts";
import { heading, note, paragraph, percent } from "./shown.ts";

export function patternsSection(result: PatternsResult, words: Words, drawing: Drawing): string {
  const { say } = words;
  const { replicates, seed } = result;
  const told = say(
    `${replicates} runs of each neighborhood, of root seed ${seed}. A pattern is met by a run whose value lies in the interval that stands for what the study reports; a run without a value does not meet it. Shares of runs with Wilson's 95 % interval. Two cases cannot tell all parameters: that a pattern is met is a condition the model has to satisfy, no proof that its rules are those of the neighborhoods.`,
    `每个社区运行${replicates}次，根种子为${seed}。运行结果落入“目标区间”（我们据研究报告设定的范围）即为符合，没有取值的运行计为不符合。符合比例附 Wilson 95%区间。两个案例不足以识别全部参数：符合模式只是模型应当满足的条件，并不证明其规则就是现实社区的规则。`,
  );
  return paragraph(told) + result.scenarios.map((one) => scenarioSection(one, words, drawing)).join("");
}

function scenarioSection(one: ScenarioPatterns, words: Words, drawing: Drawing): string {
  const { say } = words;
  const figures = one.patterns.map((row) => {
    const held = row.use === "heldOut" ? say("held out", "留出") : "";
    return panel(words.of(row.text), held, picture(row, words, drawing));
  });
  const legend = say(
    "Shaded: the interval that stands for the report. Line and dot: the middle 90 % of the runs and their median, blue where the median lies inside. An open end of the line: runs in which the date has not come.",
    "阴影：据报告设定的目标区间；线与点：各次运行的中间90%及中位数，中位数落入区间者为蓝色。线的一端触及边缘，表示部分运行中该日期尚未到来。",
  );
  return (
    heading(words.of(one.title)) + paragraph(summary(one, words)) + panels(figures) + note(legend) + rows(one, words)
  );
}

/** What came of a scenario's patterns, from the numbers. */
function summary({ patterns, all, failed }: ScenarioPatterns, { say }: Words): string {
  const group = (use: PatternRow["use"]) => patterns.filter((row) => row.use === use);
  const met = (rows: readonly PatternRow[]) => rows.filter((row) => row.medianInside).length;
  const often = patterns.filter((row) => (row.inside.share ?? 0) >= 0.5).length;
  const [used, held, n] = [group("calibration"), group("heldOut"), patterns.length];
  const whole = say(
    `The median lies inside for ${met(patterns)} of ${n} patterns (${met(used)} of ${used.length} used in the calibration, ${met(held)} of ${held.length} held out); at least half of the runs lie inside for ${often}.`,
    `${n}项模式中，${met(patterns)}项的中位数落入区间（校准所用${used.length}项中${met(used)}项，留出的${held.length}项中${met(held)}项）；${often}项有至少一半的运行落入区间。`,
  );
  const ends = all.low === null ? "" : `${Math.round(100 * all.low)}–${Math.round(100 * all.high!)} %`;
  const once = say(
    ` All at once are met by ${all.count} of ${all.n} runs (95 % interval ${ends}).`,
    `${all.n}次运行中有${all.count}次同时符合全部模式（95%区间 ${ends}）。`,
  );
  const lost =
    failed === 0 ? "" : say(` ${failed} runs failed and count as outside.`, `${failed}次运行失败，计为不符合。`);
  return whole + once + lost;
}

function rows({ patterns }: ScenarioPatterns, words: Words): string {
  const { say } = words;
  const columns: Column[] = [
    { title: say("pattern", "模式"), kind: "text" },
    { title: say("reported", "研究报告"), kind: "text" },
    { title: say("interval", "目标区间"), kind: "n" },
    { title: say("read", "读取日"), kind: "n" },
    { title: say("median, 90 % of runs", "中位数，90%的运行"), kind: "n" },
    { title: say("runs inside", "符合的运行"), kind: "n" },
    { title: say("use", "用途") },
    { title: say("median inside", "中位数符合") },
    { title: say("half inside", "过半符合") },
  ];
  const yes = (is: boolean) => (is ? say("yes", "是") : `<span class="warn">${say("no", "否")}</span>`);
  const body = patterns.map((row) => [
    escaped(words.of(row.text)),
    escaped(words.of(row.reported)),
    intervalText(row),
    row.at,
    row.q05 === row.q95 && row.q05 === row.median
      ? shown(row.median)
      : `${shown(row.median)}<br><small>${shown(row.q05)} … ${shown(row.q95)}</small>`,
    percent(row.inside),
    row.use === null ? NOTHING : row.use === "heldOut" ? say("held out", "留出") : say("calibration", "校准"),
    yes(row.medianInside),
    yes((row.inside.share ?? 0) >= 0.5),
  ]);
  return table(columns, body);
}

function intervalText({ low, high }: PatternRow): string {
  if (low === high) return String(low ?? "");
  return `${low ?? ""} … ${high ?? ""}`;
}

/** As many ticks of a time axis as a small picture has room for. */
function fewTicks(first: string, last: string): ReturnType<typeof timeTicks> {
  const { ticks, tickFormat } = timeTicks(first, last);
  const step = Math.ceil(ticks.length / 4);
  return { ticks: ticks.filter((_, k) => k % step === 0), tickFormat };
}

type Spot = number | Date;
const spot = (value: MeasureValue): Spot | null => (typeof value === "string" ? dateOf(value) : value);

/** A pattern's interval with the runs over it, on an axis of its own. */
function picture(row: PatternRow, words: Words, { plot, draw }: Drawing): string {
  const [low, high, q05, median, q95] = [row.low, row.high, row.q05, row.median, row.q95].map((v) => spot(v));
  const known = [low, high, q05, median, q95].filter((v) => v !== null && v !== undefined);
  const isDate = known.some((v) => v instanceof Date);
  const [least, most] = [Math.min(...known.map(Number)), Math.max(...known.map(Number))];
  const room = Math.max((most - least) * 0.12, isDate ? 30 * 86_400_000 : most === least ? 0.5 : 0);
  const end = (x: number): Spot => (isDate ? new Date(x) : x);
  const domain = [end(least < 0 || isDate ? least - room : Math.max(0, least - room)), end(most + room)] as const;
  const inside = isInside(row, row.median);
  const color = inside ? lineColor(0) : lineColor(1);
  const iso = (x: Spot) => (x as Date).toISOString().slice(0, 10);
  const ticks = isDate ? fewTicks(iso(domain[0]), iso(domain[1])) : { ticks: 4 };
  const band = low === high ? [{ x: low, k: 0 }] : [];
  return draw(
    {
      width: 320,
      height: 62,
      marginLeft: 10,
      marginRight: 14,
      marginTop: 4,
      marginBottom: 22,
      x: { label: null, domain, ...(isDate ? { type: "utc" as const } : {}), ...ticks },
      y: { axis: null, domain: [-1, 1] },
      marks: [
        plot.rectX([0], {
          x1: low ?? domain[0],
          x2: high ?? domain[1],
          y1: -1,
          y2: 1,
          fill: lineColor(2),
          fillOpacity: 0.2,
        }),
        plot.ruleX(band, { x: "x", stroke: lineColor(2), strokeOpacity: 0.35, strokeWidth: 8 }),
        plot.ruleY([0], { x1: q05 ?? domain[1], x2: q95 ?? domain[1], y: 0, stroke: color, strokeWidth: 2.5 }),
        ...(median == null ? [] : [plot.dot([0], { x: () => median, y: 0, r: 5, fill: color })]),
      ],
    },
    words.say(
      `${row.text.en}: interval ${intervalText(row)}; runs ${shown(row.median)} [${shown(row.q05)}, ${shown(row.q95)}]`,
      `${row.text.zh}：目标区间 ${intervalText(row)}；运行 ${shown(row.median)} [${shown(row.q05)}, ${shown(row.q95)}]`,
    ),
  );
}
