/** A chart in words: start, peak and end of each line. */
import type { Clock } from "../../kernel/clock.ts";
import type { Language } from "../../observe/naming.ts";

/** A line in a sentence; empty where there is nothing yet. */
export function summaryOf(
  name: string,
  values: readonly number[],
  clock: Clock,
  write: (value: number) => string,
  lang: Language,
): string {
  const there = values.map((value, week) => ({ value, week })).filter(({ value }) => !Number.isNaN(value));
  const [first, last] = [there[0], there[there.length - 1]];
  if (!first || !last) return "";
  const peak = there.reduce((a, b) => (b.value > a.value ? b : a));
  const [start, high, end] = [first, peak, last].map(({ value, week }) => ({
    value: write(value),
    date: clock.date(week),
  })) as [Told, Told, Told];
  return lang === "zh"
    ? `${name}：${start.date}为${start.value}，最高${high.value}（${high.date}），${end.date}为${end.value}。`
    : `${name}: ${start.value} on ${start.date}, at most ${high.value} (${high.date}), ${end.value} on ${end.date}.`;
}

interface Told {
  readonly value: string;
  readonly date: string;
}
