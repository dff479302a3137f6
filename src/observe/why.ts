/** The life of one item of a run and what decided it, from the log alone. */
import { InputError, nearest } from "../kernel/check.ts";
import type { Happening } from "./chronicle.ts";
import { clauses } from "./clauses.ts";
import { capitalized, codeOfThing, type Language, type Names, namesOf, thingOfCode } from "./naming.ts";
import type { Simulation } from "./simulation.ts";
import type { StoryLine } from "./storyLine.ts";
import { verdictOf } from "./verdict.ts";

/** What `why` answers. */
export interface Life {
  /** Code of the item, say "issue:12". */
  readonly item: string;
  readonly name: string;
  readonly passages: readonly StoryLine[];
  /** What decided it, in a sentence. */
  readonly verdict: string;
}

interface Thing {
  readonly table: string;
  readonly serial: number;
}

/**
 * The life of an item: an issue, organization, platform, joint act or resident, by its code ("issue:12") or its name in
 * either language ("the council"). Residents' passages are in the log only if the run logs all.
 *
 * @throws InputError if the run has no such item, with those near it.
 */
export function why(simulation: Simulation, item: string, lang: Language): Life {
  const { run } = simulation;
  const names = namesOf(run);
  const thing = findThing(names, item);
  const date = (tick: number) => run.clock.date(tick);
  const own = names.happenings.filter((h) => h.kind.subject === thing.table && h.subject === thing.serial);
  const others = names.happenings.filter((h) => h.kind.other === thing.table && h.other === thing.serial);
  return {
    item: codeOfThing(thing.table, thing.serial),
    name: nameOf(names, thing, lang),
    passages: passages(own, others, names, date, lang),
    verdict: verdictOf(thing.table, own, others, lang, simulation.finished),
  };
}

function nameOf(names: Names, thing: Thing, lang: Language): string {
  const name = names.name(thing.table, thing.serial)[lang];
  return thing.table === "residents" ? (lang === "zh" ? `居民${name}` : `resident ${name}`) : name;
}

const plainText = (text: string) => text.trim().toLowerCase().replace(/^the /, "");

function findThing(names: Names, item: string): Thing {
  const thing = thingOfCode(item.trim());
  if (thing) return checkThing(names, thing);
  const wanted = plainText(item);
  for (const [table, things] of Object.entries(names.things)) {
    for (const [serial, namings] of things) {
      if (namings.some(({ name }) => plainText(name.en) === wanted || name.zh === item.trim()))
        return { table, serial };
    }
  }
  throw unknownItem(names, item);
}

function unknownItem(names: Names, item: string): InputError {
  const namings = Object.values(names.things).flatMap((things) => [...things.values()].flat());
  const known = [...new Set(namings.flatMap(({ name }) => [name.en, name.zh]))];
  const guess = nearest(item.trim(), known) ?? nearestBeginning(item.trim(), known);
  const codes = Object.entries(names.things).flatMap(([table, things]) => {
    const first = things.keys().next();
    return first.done ? [] : [codeOfThing(table, first.value)];
  });
  const meant = guess === undefined ? "" : ` did you mean "${guess}"?`;
  return new InputError(
    `unknown item "${item}";${meant} known: a name as printed, or a code such as ${codes.join(", ")}`,
  );
}

/** The name whose beginning is nearest: people leave out the community. */
function nearestBeginning(item: string, known: readonly string[]): string | undefined {
  const beginnings = known.map((name) => name.slice(0, item.length));
  const found = nearest(item, beginnings);
  return found === undefined ? undefined : known[beginnings.indexOf(found)];
}

function checkThing(names: Names, thing: Thing): Thing {
  const { table, serial } = thing;
  const logged = names.happenings.filter((h) => h.kind.subject === table).map((h) => h.subject);
  const known = [...new Set([...(names.things[table]?.keys() ?? []), ...logged])].sort((a, b) => a - b);
  if (known.includes(serial)) return thing;
  const code = codeOfThing(table, serial);
  if (known.length === 0) throw new InputError(`unknown item "${code}"; this run has none of that kind`);
  const near = known.sort((a, b) => Math.abs(a - serial) - Math.abs(b - serial) || a - b).slice(0, 3);
  const shown = near.map((n) => codeOfThing(table, n)).join(", ");
  throw new InputError(`unknown item "${code}"; nearest: ${shown} (${known.length} of that kind in all)`);
}

type DateOf = (tick: number) => string;

/** The item's own passages one by one; what others did before it is gathered between them, and told with a meeting. */
function passages(
  own: readonly Happening[],
  others: readonly Happening[],
  names: Names,
  date: DateOf,
  lang: Language,
): StoryLine[] {
  const before = others.filter((h) => own.length === 0 || h.tick < own[0]!.tick);
  const lines = before.length === 0 ? [] : [gathered(before, names, date, lang)];
  own.forEach((h, k) => {
    const end = own[k + 1]?.tick ?? Number.POSITIVE_INFINITY;
    const group = others.filter((o) => o.tick >= h.tick && o.tick < end);
    const text = names.sentence(h, lang);
    const meeting = h.kind.name === "met" && group.length > 0;
    const told = meeting ? text + (lang === "zh" ? "：" : ": ") + clauses(group, names, lang) : text;
    lines.push({ date: date(h.tick), until: null, text: told });
    if (!meeting && group.length > 0) lines.push(gathered(group, names, date, lang));
  });
  return lines;
}

function gathered(group: readonly Happening[], names: Names, date: DateOf, lang: Language): StoryLine {
  const [first, last] = [group[0]!, group[group.length - 1]!];
  const text = group.length === 1 ? names.sentence(first, lang) : capitalized(clauses(group, names, lang));
  return { date: date(first.tick), until: last.tick === first.tick ? null : date(last.tick), text };
}
