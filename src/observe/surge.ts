/** The surge of issues, where a run has one: the quarter in which far more arise than in the quarter before. */
import type { Run } from "../model/run.ts";
import type { Happening } from "./chronicle.ts";
import type { Language } from "./naming.ts";
import type { StoryLine } from "./storyLine.ts";

const WINDOW = 13;
/** How far a quarter must stand out from the one before, in deviations of the difference of two Poisson counts. */
const DEVIATIONS = 3.5;

/** A line on the surge of issues; null if no quarter stands out. */
export function surgeOf(list: readonly Happening[], run: Run, lang: Language): StoryLine | null {
  const arisen = list.filter((h) => h.kind.name === "arisen");
  const counts = new Float64Array(run.tick + 2 * WINDOW);
  for (const h of arisen) counts[h.tick]!++;
  const from = surgeStart(counts, run.tick);
  if (from < 0) return null;
  const within = arisen.filter((h) => h.tick >= from && h.tick < from + WINDOW);
  const date = (h: Happening) => run.clock.date(h.tick);
  return { date: date(within[0]!), until: date(within[within.length - 1]!), text: text(within, run, lang) };
}

/** First tick of the quarter that stands out most from the one before; -1 if none does. */
function surgeStart(counts: Float64Array, end: number): number {
  let [start, most] = [-1, DEVIATIONS];
  const sum = (from: number) => counts.subarray(from, from + WINDOW).reduce((total, n) => total + n, 0);
  for (let t = WINDOW; t + WINDOW <= end; t++) {
    const [before, after] = [sum(t - WINDOW), sum(t)];
    const jump = (after - before) / Math.sqrt(Math.max(1, after + before));
    if (jump > most) [start, most] = [t, jump];
  }
  return start;
}

function text(best: readonly Happening[], run: Run, lang: Language): string {
  const counts = new Map<number, number>();
  for (const h of best) counts.set(h.value, (counts.get(h.value) ?? 0) + 1);
  const leading = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 2);
  const label = ([kind, n]: readonly [number, number]) => {
    const name = run.context.agenda.kinds[kind]?.label[lang] ?? `${kind}`;
    return lang === "zh" ? `${name}${n}项` : `${name} ${n}`;
  };
  const most = leading.map(label).join(lang === "zh" ? "、" : ", ");
  return lang === "zh"
    ? `公共问题集中涌现：出现${best.length}项，其中${most}`
    : `Issues surge: ${best.length} arise (most of all ${most})`;
}
