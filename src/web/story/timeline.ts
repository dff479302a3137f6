/** The run's story and the paper's dated facts in one line of time. */

import type { Fact } from "../../model/scenario.ts";
import type { Language } from "../../observe/naming.ts";
import type { StoryLine } from "../../observe/storyLine.ts";
import type { End, PageEvent } from "../engine/session.ts";

export interface TimeLine {
  readonly of: "paper" | "model";
  readonly date: string;
  /** Last date of what is gathered, or null. */
  readonly until: string | null;
  readonly text: string;
  /** Code of the thing that it tells of, where it is one that can be looked at. */
  readonly code: string | null;
  /** What was logged in the weeks of a gathered line. */
  readonly events: readonly PageEvent[];
}

/** Things of which the page has a card. */
const LOOKABLE = /^(organization|platform|issue):/;

export function codeToLook(who: string): string | null {
  return LOOKABLE.test(who) ? who : null;
}

/** Facts of the paper and lines of the story, oldest first; of one date, the paper's first. */
export function timeline(facts: readonly Fact[], end: End | null, lang: Language): TimeLine[] {
  const told = facts.map(
    ({ date, text }): TimeLine => ({ of: "paper", date, until: null, text: text[lang], code: null, events: [] }),
  );
  const lines = end ? end.story[lang].map((line) => modelLine(line, end.events, lang)) : [];
  return [...told, ...lines].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function modelLine({ date, until, text }: StoryLine, events: readonly PageEvent[], lang: Language): TimeLine {
  const one = until === null && events.find((event) => event.date === date && event[lang] === text);
  const last = until ?? date;
  return {
    of: "model",
    date,
    until,
    text,
    code: one ? codeToLook(one.who) : null,
    events: one ? [] : events.filter((event) => event.date >= date && event.date <= last && codeToLook(event.who)),
  };
}

/** Index of the last line that has begun by a date; -1 before the first. */
export function currentLine(lines: readonly TimeLine[], date: string): number {
  return lines.findLastIndex((line) => line.date <= date);
}

/** Dates as precise as they are known: the paper's by month. */
export function dateText({ of, date, until }: TimeLine): string {
  if (of === "paper") return date.slice(0, 7);
  return until === null ? date : `${date} – ${until.slice(0, 4) === date.slice(0, 4) ? until.slice(5) : until}`;
}
