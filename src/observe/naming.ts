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

/** The names of a run's things, by table and serial number. */
export interface Names {
  readonly happenings: readonly Happening[];
  /** All things of the tables that are logged, in order of birth. */
  readonly things: Readonly<Record<string, ReadonlyMap<number, Text>>>;
  name(table: string, serial: number): Text;
  /** What happened as a sentence; names its community where the sentence would not. */
  sentence(h: Happening, lang: Language): string;
}

/** Reads a run's log once and names everything in it. */
export function namesOf(run: Run): Names {
  const list = happenings(run);
  const communities = run.world.communities.rows;
  const things: Record<string, Map<number, Text>> = {
    organizations: organizations(run, list, communities),
    issues: issues(run, list),
    platforms: platforms(list, communities),
    jointActs: jointActs(list),
  };
  const name = (table: string, serial: number): Text => things[table]?.get(serial) ?? plain(table, serial);
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

interface Birth {
  readonly serial: number;
  readonly community: number;
  readonly name: Text;
}

/** Names by serial number; those that several things of a community share get a number each. */
function numbered(births: readonly Birth[], communities: number): Map<number, Text> {
  const key = (b: Birth) => `${b.community} ${b.name.en}`;
  const total = new Map<string, number>();
  for (const b of births) total.set(key(b), (total.get(key(b)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return new Map(
    births.map((b) => {
      const rank = (seen.get(key(b)) ?? 0) + 1;
      seen.set(key(b), rank);
      const many = total.get(key(b))! > 1;
      const name = many ? { en: `${b.name.en} ${rank}`, zh: `${b.name.zh}${rank}` } : b.name;
      return [b.serial, placed(name, b.community, communities)];
    }),
  );
}

/** Organizations: those at hand at the start come first, as the scenario lists them. */
function organizations(run: Run, list: readonly Happening[], communities: number): Map<number, Text> {
  const group = (need: number): Text => ({ en: `${NEEDS[need]!.en} group`, zh: `${NEEDS[need]!.zh}组织` });
  const atStart = run.scenario.context.start.organizations.filter((o) => o.community < communities);
  const births: Birth[] = atStart.map((o, serial) => {
    return { serial, community: o.community, name: group(codeOf(NEEDS, o.need)) };
  });
  for (const h of list) {
    if (h.kind.name === "founded") births.push({ serial: h.subject, community: h.other, name: group(h.value) });
  }
  return numbered(births, communities);
}

/** Issues: their kind and their serial number, so that the name leads to the code. */
function issues(run: Run, list: readonly Happening[]): Map<number, Text> {
  const names = new Map<number, Text>();
  for (const h of list) {
    if (h.kind.name !== "arisen") continue;
    const label = run.context.agenda.kinds[h.value]?.label ?? { en: "issue", zh: "议题" };
    names.set(h.subject, { en: `${label.en} #${h.subject}`, zh: `${label.zh}#${h.subject}` });
  }
  return names;
}

function platforms(list: readonly Happening[], communities: number): Map<number, Text> {
  const births: Birth[] = [];
  for (const h of list) {
    const council = h.kind.name === "convened";
    if (!council && h.kind.name !== "federated") continue;
    const name = council ? { en: "the council", zh: "议事会" } : { en: "the federation", zh: "自组织联合会" };
    births.push({ serial: h.subject, community: h.other, name });
  }
  return numbered(births, communities);
}

function jointActs(list: readonly Happening[]): Map<number, Text> {
  const begun = list.filter((h) => h.kind.name === "jointBegun");
  return new Map(
    begun.map((h) => [h.subject, { en: `joint act ${h.subject + 1}`, zh: `联合活动${h.subject + 1}` }] as const),
  );
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
    subject: name(kind.subject, h.subject)[lang],
    other: kind.other && h.other >= 0 ? name(kind.other, h.other)[lang] : "",
    reason: h.reason === null ? "" : kind.reasons![h.reason]![lang],
    value: valueText(run, h)[lang],
  };
  const text = kind.text[lang].replace(/\{(\w+)\}/g, (whole, key: string) => words[key] ?? whole);
  const lost = communities > 1 && kind.other === "communities" && PLACELESS.includes(kind.subject);
  const place = lost ? `${name("communities", h.other)[lang]}${lang === "zh" ? "：" : ": "}` : "";
  return capitalized(place + text);
}

/** The text with its first letter large; Chinese is unchanged. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
