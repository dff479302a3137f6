/** What a scenario is: a context with sources, the patterns its runs are held against, and the story it stands for. */
import { checkRange, format, InputError } from "../kernel/check.ts";
import { parseDate } from "../kernel/clock.ts";
import { type Context, FIELDS_BY_NAME } from "./context.ts";
import { checkContext } from "./contextCheck.ts";
import type { Network } from "./network.ts";
import { checkNetwork } from "./networkCheck.ts";
import type { NeedName, Text } from "./vocabulary.ts";

/** A band in which a measure of the runs must lie. Dates are ISO; 0/1 measures are booleans. */
export interface Pattern {
  readonly name: string;
  readonly measure: string;
  /** `reading`: the scenario's reading date; `final`: the end of the run; or an ISO date. */
  readonly at: string;
  readonly low: number | string | null;
  readonly high: number | string | null;
  /** What the paper reports, as it is shown beside the runs. */
  readonly reported: Text;
  readonly text: Text;
}

/** What the study calls the things of this neighborhood, where that is not their general name. */
export interface Terms {
  /** A platform that a role convenes. */
  readonly council?: Text;
  /** A platform that organizations found. */
  readonly federation?: Text;
  /** Organizations, by the need they serve. */
  readonly organizations?: Partial<Readonly<Record<NeedName, Text>>>;
}

/** A dated fact of the study. */
export interface Fact {
  readonly date: string;
  readonly text: Text;
}

export interface Scenario {
  readonly name: string;
  readonly title: Text;
  readonly about: Text;
  readonly context: Context;
  /** Where each context field comes from, by dotted name: a place in the paper, or `assumption`. */
  readonly sources: Readonly<Record<string, string>>;
  /** The date at which the study's counts are read. */
  readonly reading: string;
  /** The last date of a run. */
  readonly until: string;
  readonly patterns: readonly Pattern[];
  readonly facts: readonly Fact[];
  readonly terms?: Terms;
  /** Parameters and context fields that this scenario sets from the outset; the two neighborhoods set none. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** The start graph, where the scenario has one: it sets the population, unless a run brings its own. */
  readonly network?: Network;
}

function text(value: unknown, what: string): void {
  const t = value as Text | undefined;
  if (typeof t?.en === "string" && typeof t.zh === "string") return;
  throw new InputError(`${what} must hold texts "en" and "zh"; got ${format(value)}`);
}

function list(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new InputError(`${what} must be a list; got ${format(value)}`);
}

function record(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new InputError(`${what} must be an object; got ${format(value)}`);
}

function checkSources(value: unknown, what: string): void {
  for (const [key, source] of Object.entries(record(value, what))) {
    if (!Object.hasOwn(FIELDS_BY_NAME, key)) throw new InputError(`${what} names no context field: ${format(key)}`);
    if (typeof source !== "string") throw new InputError(`${what}.${key} must be a text; got ${format(source)}`);
  }
}

function checkPatterns(value: unknown, what: string): void {
  list(value, what).forEach((pattern, i) => {
    const { low, high } = record(pattern, `${what}[${i}]`);
    const [from, to] = [low, high].map((end) => endOf(end, `${what}[${i}]`));
    if (from != null && to != null && from > to)
      throw new InputError(`${what}[${i}].low must not exceed high (${high}); got ${low}`);
  });
}

/** An end of a band as a number to compare: of a date its day. */
function endOf(end: unknown, what: string): number | null {
  if (end === null) return null;
  if (typeof end === "string") return parseDate(end, what);
  checkRange(what, end, [-Infinity, Infinity], "see the measure");
  return end;
}

function checkFacts(value: unknown, what: string): void {
  list(value, what).forEach((fact, i) => {
    const { date, text: said } = record(fact, `${what}[${i}]`);
    parseDate(date, `${what}[${i}].date`);
    text(said, `${what}[${i}].text`);
  });
}

function checkTerms(value: unknown, what: string): void {
  const { council, federation, organizations = {} } = record(value, what);
  for (const [key, term] of Object.entries({ council, federation }))
    if (term !== undefined) text(term, `${what}.${key}`);
  for (const [need, term] of Object.entries(record(organizations, `${what}.organizations`)))
    text(term, `${what}.organizations.${need}`);
}

/**
 * Checks a scenario read from a file. `sources`, `patterns` and `facts` may be left out; the rest is required.
 *
 * @param what - What errors call it: the name of its file.
 * @throws InputError that begins with it.
 */
export function checkScenario(value: unknown, what = "scenario"): Scenario {
  if (typeof value !== "object" || value === null)
    throw new InputError(`${what} must be an object; got ${format(value)}`);
  return inside(what, () => checkParts(value));
}

/** What a check returns; its errors are told as of that file, for within they name no more than a key. */
export function inside<T>(what: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    throw error instanceof InputError ? new InputError(`${what}: ${error.message}`) : error;
  }
}

function checkParts(s: Partial<Scenario>): Scenario {
  if (typeof s.name !== "string" || s.name === "") throw new InputError(`name must be a text; got ${format(s.name)}`);
  const title = s.title ?? { en: s.name, zh: s.name };
  text(title, "title");
  const context = checkContext(s.context);
  const start = parseDate(context.start.date, "start.date");
  const until = s.until ?? "2020-12-28";
  if (parseDate(until, "until") < start)
    throw new InputError(`until must not lie before start.date (${context.start.date}); got ${until}`);
  const reading = s.reading ?? until;
  parseDate(reading, "reading");
  if (s.about !== undefined) text(s.about, "about");
  checkSources(s.sources ?? {}, "sources");
  checkPatterns(s.patterns ?? [], "patterns");
  checkFacts(s.facts ?? [], "facts");
  if (s.terms !== undefined) checkTerms(s.terms, "terms");
  if (s.values !== undefined) record(s.values, "values");
  if (s.network !== undefined) checkNetwork(s.network, "network");
  return {
    ...s,
    name: s.name,
    title,
    about: s.about ?? title,
    context,
    sources: s.sources ?? {},
    reading,
    until,
    patterns: s.patterns ?? [],
    facts: s.facts ?? [],
  };
}
