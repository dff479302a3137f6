/** Names of what a log speaks of, and its events as sentences, in either language. Read from log and scenario alone. */
import type { Run } from "../model/run.ts";
import { codeOf, NEEDS, ORIENTATIONS, type Text } from "../model/vocabulary.ts";
import { type Happening, happenings } from "./chronicle.ts";

export type Language = "en" | "zh";

/** The language-free code of a thing in a log, say "issue:12": the singular of its table and its serial number. */
export function codeOfThing(table: string, serial: number): string {
  return `${SINGULAR[table] ?? table}:${serial}`;
}

const SINGULAR: Readonly<Record<string, string>> = {
  organizations: "organization",
  issues: "issue",
  platforms: "platform",
  jointActs: "jointAct",
  residents: "resident",
  communities: "community",
};

/** The table and serial number of a code; null if the text is no code. */
export function thingOfCode(code: string): { table: string; serial: number } | null {
  const parts = /^([A-Za-z]+):(\d+)$/.exec(code);
  const table = parts && Object.keys(SINGULAR).find((t) => SINGULAR[t] === parts[1] || t === parts[1]);
  return parts && table ? { table, serial: Number(parts[2]) } : null;
}

/** A name, and the tick from which on a thing bears it. */
export interface Naming {
  readonly from: number;
  readonly name: Text;
}

/** The names of a run's things, by table and serial number. */
export interface Names {
  readonly happenings: readonly Happening[];
  /** All things of the tables that are logged, in order of birth, with their names from first to last. */
  readonly things: Readonly<Record<string, ReadonlyMap<number, readonly Naming[]>>>;
  /** The name that a thing bears at a tick; its last one by default. */
  name(table: string, serial: number, tick?: number): Text;
  /** What happened as a sentence; names its community where the sentence would not. */
  sentence(h: Happening, lang: Language): string;
}

/** Reads a run's log once and names everything in it. */
export function namesOf(run: Run): Names {
  const list = happenings(run);
  const communities = run.world.communities.rows;
  const things: Record<string, Map<number, Naming[]>> = {
    organizations: organizations(run, list, communities),
    issues: issues(run, list),
    platforms: platforms(run, list, communities),
    jointActs: jointActs(list),
  };
  const name: Names["name"] = (table, serial, tick = Number.POSITIVE_INFINITY) =>
    things[table]?.get(serial)?.findLast(({ from }) => from <= tick)?.name ?? plain(table, serial);
  return { happenings: list, things, name, sentence: (h, lang) => sentence(run, name, communities, h, lang) };
}

function plain(table: string, serial: number): Text {
  if (table === "communities") return { en: `community ${serial + 1}`, zh: `第${serial + 1}社区` };
  if (table === "residents") return { en: `${serial}`, zh: `${serial}` };
  const code = codeOfThing(table, serial);
  return { en: code, zh: code };
}

/** A name within its community, which is told only where there are several. */
function placed(name: Text, community: number, communities: number): Text {
  if (communities < 2) return name;
  return { en: `${name.en} of community ${community + 1}`, zh: `第${community + 1}社区${name.zh}` };
}

/** A thing that comes to bear a name: at its birth, or later. */
interface Christening extends Naming {
  readonly serial: number;
  readonly community: number;
}

/** Names by serial number; those that several things of a community share get a number each. */
function numbered(christenings: readonly Christening[], communities: number): Map<number, Naming[]> {
  const key = (c: Christening) => `${c.community} ${c.name.en}`;
  const total = new Map<string, number>();
  for (const c of christenings) total.set(key(c), (total.get(key(c)) ?? 0) + 1);
  const seen = new Map<string, number>();
  const names = new Map<number, Naming[]>();
  for (const c of christenings) {
    const rank = (seen.get(key(c)) ?? 0) + 1;
    seen.set(key(c), rank);
    const many = total.get(key(c))! > 1;
    const name = many ? { en: `${c.name.en} ${rank}`, zh: `${c.name.zh}${rank}` } : c.name;
    const naming = { from: c.from, name: placed(name, c.community, communities) };
    names.set(c.serial, [...(names.get(c.serial) ?? []), naming]);
  }
  return names;
}

/** What the scenario calls an organization that serves a need. */
function termOf(run: Run, need: number): Text {
  const { name, en, zh } = NEEDS[need]!;
  return run.scenario.terms?.organizations?.[name] ?? { en: `${en} group`, zh: `${zh}组织` };
}

/** Organizations: those at hand at the start come first, as the scenario lists them; a turned one is renamed. */
function organizations(run: Run, list: readonly Happening[], communities: number): Map<number, Naming[]> {
  const atStart = run.scenario.context.start.organizations.filter((o) => o.community < communities);
  const christenings: Christening[] = [];
  const christen = (serial: number, community: number, need: number, from: number) => {
    christenings.push({ serial, community, from, name: termOf(run, need) });
  };
  atStart.forEach((o, serial) => {
    christen(serial, o.community, codeOf(NEEDS, o.need), 0);
  });
  for (const h of list) {
    if (h.kind.name === "founded") christen(h.subject, h.other, h.value, 0);
    if (h.kind.name === "turned") christen(h.subject, h.other, h.value, h.tick + 1);
  }
  return numbered(christenings, communities);
}

/** Issues: their kind and their serial number, so that the name leads to the code. */
function issues(run: Run, list: readonly Happening[]): Map<number, Naming[]> {
  const names = new Map<number, Naming[]>();
  for (const h of list) {
    if (h.kind.name !== "arisen") continue;
    const label = run.context.agenda.kinds[h.value]?.label ?? { en: "issue", zh: "议题" };
    const name = { en: `${label.en} #${h.subject}`, zh: `${label.zh}#${h.subject}` };
    names.set(h.subject, [{ from: 0, name }]);
  }
  return names;
}

function platforms(run: Run, list: readonly Happening[], communities: number): Map<number, Naming[]> {
  const { council = { en: "council", zh: "议事会" }, federation = { en: "federation", zh: "自组织联合会" } } =
    run.scenario.terms ?? {};
  const christenings: Christening[] = [];
  for (const h of list) {
    const convened = h.kind.name === "convened";
    if (!convened && h.kind.name !== "federated") continue;
    const { en, zh } = convened ? council : federation;
    christenings.push({ serial: h.subject, community: h.other, from: 0, name: { en: `the ${en}`, zh } });
  }
  return numbered(christenings, communities);
}

function jointActs(list: readonly Happening[]): Map<number, Naming[]> {
  const begun = list.filter((h) => h.kind.name === "jointBegun");
  const name = (n: number): Text => ({ en: `joint act ${n}`, zh: `联合活动${n}` });
  return new Map(begun.map((h) => [h.subject, [{ from: 0, name: name(h.subject + 1) }]] as const));
}

/** An event's value in words, where its number is a code. */
function valueText(run: Run, h: Happening): Text {
  const meaning = h.kind.value ?? "";
  const number = { en: `${h.value}`, zh: `${h.value}` };
  if (meaning.startsWith("code of the orientation")) return ORIENTATIONS[h.value] ?? number;
  if (/^code of the (new )?need/.test(meaning)) return NEEDS[h.value] ?? number;
  if (meaning === "kind of the agenda") return run.context.agenda.kinds[h.value]?.label ?? number;
  return number;
}

/** Tables whose names do not tell their community. */
const PLACELESS = ["issues", "jointActs"];

function sentence(run: Run, name: Names["name"], communities: number, h: Happening, lang: Language): string {
  const { kind } = h;
  const words: Readonly<Record<string, string>> = {
    subject: name(kind.subject, h.subject, h.tick)[lang],
    other: kind.other && h.other >= 0 ? name(kind.other, h.other, h.tick)[lang] : "",
    reason: h.reason === null ? "" : kind.reasons![h.reason]![lang],
    value: valueText(run, h)[lang],
  };
  const text = kind.text[lang].replace(/\{(\w+)\}/g, (whole, key: string) => words[key] ?? whole);
  const lost = communities > 1 && kind.other === "communities" && PLACELESS.includes(kind.subject);
  const place = lost ? `${name("communities", h.other)[lang]}${lang === "zh" ? "：" : ": "}` : "";
  return capitalized(place + text) + renamed(name, h, lang);
}

/** What an organization is called once it has turned, where that is another name. */
function renamed(name: Names["name"], h: Happening, lang: Language): string {
  if (h.kind.name !== "turned") return "";
  const [before, after] = [h.tick, h.tick + 1].map((tick) => name(h.kind.subject, h.subject, tick)[lang]);
  if (before === after) return "";
  return lang === "zh" ? `，此后称${after}` : ` (from then on: ${after})`;
}

/** The text with its first letter large; Chinese is unchanged. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
