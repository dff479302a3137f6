/** The telling part of a log: dated lines, the many of a kind gathered into one. And the whole of it, for machines. */
import type { Happening } from "./chronicle.ts";
import { clauses } from "./clauses.ts";
import { capitalized, codeOfThing, type Language, type Names, namesOf } from "./naming.ts";
import type { Simulation } from "./simulation.ts";
import type { StoryLine } from "./storyLine.ts";
import { surgeOf } from "./surge.ts";

export type { StoryLine } from "./storyLine.ts";

/** An event without language: `who` is a code such as "issue:12", `reason` a name or null. */
export interface EventRecord {
  readonly date: string;
  readonly kind: string;
  readonly who: string;
  readonly reason: string | null;
}

/** All events of a simulation, oldest first. */
export function events(simulation: Simulation): EventRecord[] {
  const { run } = simulation;
  return namesOf(run).happenings.map((h) => ({
    date: run.clock.date(h.tick),
    kind: h.kind.name,
    who: codeOfThing(h.kind.subject, h.subject),
    reason: h.reason,
  }));
}

/** Kinds told one by one, and kinds of which the first is. */
const MILESTONES = ["handover", "convened", "federated", "dormant", "revived", "turned"];
const FIRSTS = ["federated", "jointDone", "dormant"];
/** Kinds told together, and from how many months on; a user's own kinds are each a thread of their own. */
const THREADS: readonly { readonly kinds: readonly string[]; readonly months: number }[] = [
  { kinds: ["founded", "dissolved"], months: 0 },
  { kinds: ["rulesTaken", "oriented"], months: 0 },
  { kinds: ["granted"], months: 1 },
  { kinds: ["jointBegun", "jointDone", "jointFailed"], months: 0 },
  { kinds: ["met", "brought", "dropped", "decided", "shelved", "resolved"], months: 1 },
];
/** Issues that arise or fade unnoticed are counted by the surge alone, complaints by the measures. */
const UNTOLD = ["arisen", "forgotten"];
const SPANS = [0, 1, 3, 6, 12, 24, Number.POSITIVE_INFINITY];

export interface StoryOptions {
  /** About how many lines at most; 40 by default. */
  readonly lines?: number;
}

interface Thread {
  months: number;
  readonly milestone: boolean;
  readonly list: readonly Happening[];
}

/** The story of a simulation so far, in about forty lines at most: the busiest threads are told in the longest spans. */
export function story(simulation: Simulation, lang: Language, { lines: most = 40 }: StoryOptions = {}): StoryLine[] {
  const { run } = simulation;
  const names = namesOf(run);
  const date = (tick: number) => run.clock.date(tick);
  const threads = threadsOf(names.happenings);
  condense(threads, most, date);
  const lines = threads.flatMap((thread) => groups(thread, date).map((g) => line(g, names, date, lang)));
  const surge = surgeOf(names.happenings, run, lang);
  if (surge) lines.push(surge);
  return lines.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function isTold(h: Happening): boolean {
  return !h.kind.detail && !UNTOLD.includes(h.kind.name) && h.reason !== "complaint";
}

function threadsOf(list: readonly Happening[]): Thread[] {
  const told = list.filter(isTold);
  const known = new Set([...MILESTONES, ...THREADS.flatMap((t) => t.kinds)]);
  const own = [...new Set(told.map((h) => h.kind.name))].filter((name) => !known.has(name));
  // in the order in which they came, not in that of the list: a group begins with its earliest
  const firsts = told.filter(
    (h) => FIRSTS.includes(h.kind.name) && told.find((o) => o.kind.name === h.kind.name) === h,
  );
  const of = (kinds: readonly string[]) => told.filter((h) => kinds.includes(h.kind.name) && !firsts.includes(h));
  return [
    { months: 0, milestone: true, list: firsts },
    ...MILESTONES.map((kind) => ({ months: 0, milestone: true, list: of([kind]) })),
    ...THREADS.map(({ kinds, months }) => ({ months, milestone: false, list: of(kinds) })),
    ...own.map((kind) => ({ months: 0, milestone: false, list: of([kind]) })),
  ].filter((thread) => thread.list.length > 0);
}

const YEAR = 12;

/** Lengthens the span of the busiest thread until all fit; of milestones only where a year of the others is not enough. */
function condense(threads: readonly Thread[], most: number, date: (tick: number) => string): void {
  const lines = (t: Thread) => groups(t, date).length;
  const longest = SPANS[SPANS.length - 1]!;
  const shorter = (t: Thread) => t.months < YEAR && lines(t) > 1;
  while (threads.reduce((sum, t) => sum + lines(t), 0) > most) {
    const pools = [
      threads.filter((t) => !t.milestone && shorter(t)),
      threads.filter(shorter),
      threads.filter((t) => t.months < longest),
    ];
    const pool = pools.find((p) => p.length > 0);
    if (!pool) return;
    const busiest = pool.reduce((a, b) => (lines(b) > lines(a) ? b : a));
    busiest.months = SPANS[SPANS.indexOf(busiest.months) + 1]!;
  }
}

/** A thread's events by span of months; each apart where the span is 0. */
function groups(thread: Thread, date: (tick: number) => string): Happening[][] {
  if (thread.months === 0) return thread.list.map((h) => [h]);
  const found = new Map<number, Happening[]>();
  for (const h of thread.list) {
    const [year, month] = date(h.tick).split("-").map(Number) as [number, number];
    const span = Math.floor((12 * year + month - 1) / thread.months);
    found.set(span, [...(found.get(span) ?? []), h]);
  }
  return [...found.values()];
}

function line(group: readonly Happening[], names: Names, date: (tick: number) => string, lang: Language): StoryLine {
  const [first, last] = [group[0]!, group[group.length - 1]!];
  if (group.length === 1) return { date: date(first.tick), until: null, text: names.sentence(first, lang) };
  const until = last.tick === first.tick ? null : date(last.tick);
  return { date: date(first.tick), until, text: capitalized(clauses(group, names, lang)) };
}
