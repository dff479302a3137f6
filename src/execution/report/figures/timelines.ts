/** Events over time: how often each kind comes in the runs of a scenario, and one run told event by event. */
import type { CellRow } from "../../../analysis/runTable.ts";
import { InputError } from "../../../kernel/check.ts";
import { EVENT_KINDS, eventLabel } from "../../../observe/labels.ts";
import { shown } from "../../../observe/numbers.ts";
import { type Drawing, dateOf, HEAT_STEPS, heatColor, lineColor, marginFor, timeTicks } from "../plot.ts";
import { openTable, type Results } from "../results.ts";
import { variantName, variantsOf } from "../variants.ts";
import type { Words } from "../words.ts";
import type { Figure, FigureSet } from "./panel.ts";

/** A spell of some months in which a kind of event came so often a run. */
interface Spell {
  readonly from: Date;
  readonly to: Date;
  readonly label: string;
  readonly share: number;
}

interface Happened {
  readonly date: string;
  readonly kind: string;
}

/** What is read of one scenario's events. */
interface Told {
  /** Events by kind and month. */
  readonly counts: Map<string, Map<number, number>>;
  /** The events of its first run. */
  readonly first: Happened[];
  run: string | undefined;
}

const MOST_VARIANTS = 4;
const WIDTH = 900;

/** Section of a report; null where no events were kept. */
export async function timelines(
  dir: string,
  results: Results,
  drawing: Drawing,
  words: Words,
): Promise<FigureSet | null> {
  const variants = variantsOf(results.points).slice(0, MOST_VARIANTS);
  const told = await readEvents(
    dir,
    results,
    variants.map((v) => v.name),
  );
  const days = [...told.values()].flatMap((t) => [...t.counts.values()].flatMap((c) => [...c.keys()]));
  if (days.length === 0) return null;
  const months = [Math.min(...days), Math.max(...days)] as const;
  const figures = variants.flatMap((variant): Figure[] => {
    const own = told.get(variant.name);
    if (!own || own.counts.size === 0) return [];
    const runs = variant.points.reduce((sum, p) => sum + p.runs - p.failed, 0);
    const kinds = [...own.counts.keys()].sort((a, b) => rank(a) - rank(b));
    const all = words.say(`${variant.name}: all ${runs} runs`, `${variant.name}：全部${runs}次运行`);
    const one = words.say(`${variant.name}: the first run`, `${variant.name}：首次运行`);
    return [
      { name: `${variant.name} all`, title: all, unit: null, svg: strips(own, kinds, runs, months, drawing, words) },
      { name: `${variant.name} first`, title: one, unit: null, svg: dots(own, kinds, months, drawing, words) },
    ];
  });
  const said = words.say(
    "All runs: the stronger the color, the more events of that kind in those months, by the kind's own maximum; at the right, how many of it a run has in all. First run: a mark an event.",
    "全部运行：颜色越醒目，该时段此类事件越多（以该类最大值为准）；右侧为每次运行的平均总数。首次运行：每个点为一起事件。",
  );
  return { figures, legend: [], shape: "one", notes: [said] };
}

function rank(kind: string): number {
  const at = EVENT_KINDS.indexOf(kind);
  return at < 0 ? EVENT_KINDS.length : at;
}

async function readEvents(dir: string, results: Results, names: readonly string[]): Promise<Map<string, Told>> {
  const told = new Map<string, Told>(names.map((name) => [name, { counts: new Map(), first: [], run: undefined }]));
  const opened = await openTable(dir, "events");
  if (!opened) return told;
  const [run, date, kind] = ["run", "date", "kind"].map((name) => columnOf(opened.header, name)) as [
    number,
    number,
    number,
  ];
  const variantOf = new Map(results.points.map((p) => [p.index, told.get(variantName(p))] as const));
  for await (const row of opened.rows) {
    const point = results.pointOf.get(row[run]!);
    const own = point === undefined ? undefined : variantOf.get(point);
    if (!own) continue;
    const counts = own.counts.get(row[kind]!) ?? new Map<number, number>();
    own.counts.set(row[kind]!, counts);
    const month = monthOf(row[date]!);
    counts.set(month, (counts.get(month) ?? 0) + 1);
    own.run ??= row[run]!;
    if (own.run === row[run]) own.first.push({ date: row[date]!, kind: row[kind]! });
  }
  return told;
}

function columnOf(header: CellRow, name: string): number {
  const column = header.indexOf(name);
  if (column < 0)
    throw new InputError(`events.csv: expected a column "${name}"; got ${header.length} columns without it`);
  return column;
}

const monthOf = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
const isoOf = (month: number) =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;

function frame(kinds: readonly string[], [first, last]: readonly [number, number], words: Words) {
  const labels = kinds.map((kind) => words.of(eventLabel(kind)));
  return {
    width: WIDTH,
    height: 34 + 20 * kinds.length,
    marginLeft: marginFor(labels),
    marginTop: 6,
    marginBottom: 26,
    x: {
      type: "utc" as const,
      label: null,
      domain: [dateOf(isoOf(first)), dateOf(isoOf(last + 1))],
      ...timeTicks(isoOf(first), isoOf(last + 1)),
    },
    y: { type: "band" as const, label: null, domain: labels, padding: 0.16, tickSize: 0 },
    color: { type: "identity" as const },
  };
}

function strips(
  { counts }: Told,
  kinds: readonly string[],
  runs: number,
  months: readonly [number, number],
  { plot, draw }: Drawing,
  words: Words,
) {
  const step = months[1] - months[0] > 30 ? 3 : 1;
  const spells: Spell[] = [];
  const totals: { label: string; total: string }[] = [];
  for (const kind of kinds) {
    const label = words.of(eventLabel(kind));
    const own = new Map<number, number>();
    let total = 0;
    for (const [month, n] of counts.get(kind)!) {
      const start = Math.floor(month / step) * step;
      own.set(start, (own.get(start) ?? 0) + n);
      total += n;
    }
    const most = Math.max(...own.values());
    for (const [start, n] of own)
      spells.push({
        from: dateOf(isoOf(Math.max(start, months[0]))),
        to: dateOf(isoOf(Math.min(start + step, months[1] + 1))),
        label,
        share: n / most,
      });
    totals.push({ label, total: shown(total / runs) });
  }
  return draw(
    {
      ...frame(kinds, months, words),
      marginRight: 52,
      marks: [
        plot.barX(spells, {
          x1: "from",
          x2: "to",
          y: "label",
          fill: (s: Spell) => heatColor(1 + Math.min(HEAT_STEPS - 2, Math.floor(s.share * (HEAT_STEPS - 1)))),
          insetRight: 1,
        }),
        plot.text(totals, {
          frameAnchor: "right",
          textAnchor: "start",
          dx: 8,
          y: "label",
          text: "total",
          fill: "currentColor",
        }),
      ],
    },
    words.say("Events of all runs by kind over time", "全部运行的各类事件随时间的分布"),
  );
}

function dots(
  { first }: Told,
  kinds: readonly string[],
  months: readonly [number, number],
  { plot, draw }: Drawing,
  words: Words,
) {
  const marks = first.map((h) => ({ date: dateOf(h.date), label: words.of(eventLabel(h.kind)) }));
  return draw(
    {
      ...frame(kinds, months, words),
      marginRight: 52,
      marks: [
        plot.ruleY(
          kinds.map((kind) => words.of(eventLabel(kind))),
          { stroke: "var(--line)" },
        ),
        plot.dot(marks, { x: "date", y: "label", r: 3, fill: lineColor(0), fillOpacity: 0.55 }),
      ],
    },
    words.say("Events of the first run", "首次运行的事件"),
  );
}
