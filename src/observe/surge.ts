/** The surge of issues, where a run has one: the quarter in which more arose than in any other. */
import type { Run } from "../model/run.ts";
import type { Happening } from "./chronicle.ts";
import type { Language } from "./naming.ts";
import type { StoryLine } from "./story.ts";

const WINDOW = 13;
/** How far the busiest quarter must stand out from the mean since the first issue, in deviations of a Poisson count. */
const DEVIATIONS = 3;

/** A line on the surge of issues; null if no quarter stands out. */
export function surgeOf(list: readonly Happening[], run: Run, lang: Language): StoryLine | null {
  const arisen = list.filter((h) => h.kind.name === "arisen");
  const first = arisen[0]?.tick;
  if (first === undefined) return null;
  const within = (from: number) => arisen.filter((h) => h.tick >= from && h.tick < from + WINDOW);
  const best = arisen.map((h) => within(h.tick)).reduce((a, b) => (b.length > a.length ? b : a));
  const mean = (arisen.length * WINDOW) / Math.max(WINDOW, run.tick - first);
  if (best.length < mean + DEVIATIONS * Math.sqrt(mean)) return null;
  const date = (tick: number) => run.clock.date(tick);
  return { date: date(best[0]!.tick), until: date(best[best.length - 1]!.tick), text: text(best, run, lang) };
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
