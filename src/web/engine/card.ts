/** Reads what a click shows from the tables of a run, as they stand. */
import { InputError } from "../../kernel/check.ts";
import type { Run } from "../../model/run.ts";
import { FOUNDED_BELOW } from "../../model/vocabulary.ts";
import { type Language, type Names, namesOf, thingOfCode } from "../../observe/naming.ts";
import type { Simulation } from "../../observe/simulation.ts";
import { type Life, why } from "../../observe/why.ts";
import type {
  Card,
  Common,
  IssueCard,
  OrganizationCard,
  PlatformCard,
  ResidentCard,
  Station,
  TieCard,
} from "./cards.ts";

/** The card of a thing by its code. Throws an InputError if there is no such thing. */
export function cardOf(simulation: Simulation, item: string, lang: Language): Card {
  const thing = thingOfCode(item);
  if (!thing) throw new InputError(`unknown item "${item}"; expected a code such as resident:12 or organization:3`);
  const { run } = simulation;
  const names = namesOf(run);
  const name = (table: string, serial: number) => names.name(table, serial, run.tick)[lang];
  const own = name(thing.table, thing.serial);
  const common = {
    item,
    name: thing.table === "residents" ? (lang === "zh" ? `居民${own}` : `resident ${own}`) : own,
    week: run.tick,
    date: run.date,
    life: lifeOf(simulation, item, lang),
    stations: thing.table === "issues" ? stationsOf(run, names, thing.serial, lang) : [],
  };
  if (thing.table === "residents") return residentCard(run, thing.serial, common, name);
  const row = rowOf(run, thing.table, thing.serial);
  if (row < 0) return { ...common, kind: "gone" };
  if (thing.table === "organizations") return organizationCard(run, row, common, name);
  if (thing.table === "issues") return issueCard(run, row, common, name);
  if (thing.table === "platforms") return platformCard(run, row, common, name);
  return { ...common, kind: "gone" };
}

function lifeOf(simulation: Simulation, item: string, lang: Language): Life | null {
  try {
    return why(simulation, item, lang);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

const STATIONS = ["arisen", "brought", "decided", "shelved", "resolved", "dropped", "forgotten"];

function stationsOf(run: Run, names: Names, serial: number, lang: Language): Station[] {
  return names.happenings
    .filter((h) => h.kind.subject === "issues" && h.subject === serial && STATIONS.includes(h.kind.name))
    .map((h) => ({
      date: run.clock.date(h.tick),
      event: h.kind.name,
      reason: h.reason === null ? "" : h.kind.reasons![h.reason]![lang],
    }));
}

/** The row of a serial number, -1 if it is not alive. */
function rowOf(run: Run, table: string, serial: number): number {
  const found = run.world.tables[table]!;
  for (let row = 0; row < found.rows; row++) if (found.alive[row] && found.serial[row] === serial) return row;
  return -1;
}

type Name = (table: string, serial: number) => string;

function residentCard(run: Run, i: number, common: Common, name: Name): ResidentCard {
  const { residents, memberships, organizations, seats, platforms, ties } = run.world;
  const { at } = residents;
  if (i >= residents.rows) throw new InputError(`no resident ${i}; expected a number from 0 to ${residents.rows - 1}`);
  const organizationsOf: ResidentCard["organizations"][number][] = [];
  for (let m = memberships.firstA[i] ?? -1; m >= 0; m = memberships.at.nextA[m]!) {
    const o = memberships.at.b[m]!;
    const serial = organizations.serial[o]!;
    organizationsOf.push({
      item: `organization:${serial}`,
      name: name("organizations", serial),
      since: run.clock.date(Math.max(0, memberships.at.since[m]!)),
      leads: organizations.at.leader[o] === i,
    });
  }
  const platformsOf: ResidentCard["platforms"][number][] = [];
  for (let s = seats.firstB[i] ?? -1; s >= 0; s = seats.at.nextB[s]!) {
    const serial = platforms.serial[seats.at.a[s]!]!;
    platformsOf.push({ item: `platform:${serial}`, name: name("platforms", serial) });
  }
  return {
    ...common,
    kind: "resident",
    resident: i,
    community: at.community[i]!,
    block: at.block[i]!,
    presence: at.presence[i]!,
    moveIn: run.clock.date(Math.max(0, at.moveIn[i]!)),
    newcomer: at.newcomer[i] === 1,
    needMain: at.needMain[i]!,
    needMinor: at.needMinor[i]!,
    rung: at.rung[i]!,
    competence: at.competence[i]!,
    publicSpirit: at.publicSpirit[i]!,
    belonging: at.belonging[i]!,
    efficacy: at.efficacy[i]!,
    reputation: at.reputation[i]!,
    generalTrust: at.generalTrust[i]!,
    institutions: run.world.institutional().trust.map((trust) => trust[i]!),
    acquaintances: ties.degree[i]!,
    ties: tiesOf(run, i),
    organizations: organizationsOf,
    platforms: platformsOf,
  };
}

const MOST_TIES = 12;

function tiesOf(run: Run, i: number): TieCard[] {
  const { to, data, stride, offset, common, foci, start, degree, slots } = run.world.ties;
  const list: TieCard[] = [];
  for (let k = start[i]!; k < start[i]! + degree[i]!; k++) {
    const d = slots[k]!;
    const even = d & ~1;
    const owed = data[even * stride + common.owed!]!;
    list.push({
      resident: to[d]!,
      given: data[d * stride + offset.trust!]!,
      received: data[(d ^ 1) * stride + offset.trust!]!,
      owed: d === even ? owed : -owed,
      kept: data[d * stride + offset.kept!]!,
      broken: data[d * stride + offset.broken!]!,
      foci: foci[d >> 1]!,
    });
  }
  return list.sort((a, b) => b.given - a.given || a.resident - b.resident).slice(0, MOST_TIES);
}

function organizationCard(run: Run, o: number, common: Common, name: Name): OrganizationCard {
  const { organizations, memberships, platforms } = run.world;
  const { at } = organizations;
  const members: number[] = [];
  for (let m = memberships.firstB[o] ?? -1; m >= 0; m = memberships.at.nextB[m]!) members.push(memberships.at.a[m]!);
  const { have, need } = run.world.means();
  const platform = at.platform[o]! < 0 ? null : platforms.serial[at.platform[o]!]!;
  return {
    ...common,
    kind: "organization",
    community: at.community[o]!,
    need: at.need[o]!,
    orientation: at.orientation[o]!,
    founded: run.clock.date(at.founded[o]!),
    below: at.below[o] === 1,
    autonomy: at.autonomy[o]!,
    rules: at.rules[o] === 1,
    fixedTimes: at.fixedTimes[o] === 1,
    leader: at.leader[o]!,
    members: members.sort((a, b) => a - b),
    skills: [at.organizing[o]!, at.deliberating[o]!, at.executing[o]!],
    cohesion: at.cohesion[o]!,
    standing: at.standing[o]!,
    deeds: at.deeds[o]!,
    grants: at.grants[o]!,
    coached: at.coached[o] === 1,
    have: have.map((column) => column[o]!),
    asked: need.map((column) => column[o]!),
    platform: platform === null ? null : { item: `platform:${platform}`, name: name("platforms", platform) },
  };
}

function issueCard(run: Run, row: number, common: Common, name: Name): IssueCard {
  const { at } = run.world.issues;
  const platform = at.platform[row]! < 0 ? null : run.world.platforms.serial[at.platform[row]!]!;
  return {
    ...common,
    kind: "issue",
    community: at.community[row]!,
    block: at.block[row]!,
    agendaKind: at.kind[row]!,
    responsible: at.responsible[row]!,
    state: at.state[row]!,
    touched: at.touched[row]!,
    mobilized: at.mobilized[row]!,
    complaints: at.complaints[row]!,
    contention: at.contention[row]!,
    vote: at.vote[row] === 1,
    emergency: at.emergency[row] === 1,
    support: at.support[row]!,
    progress: at.progress[row]!,
    platform: platform === null ? null : { item: `platform:${platform}`, name: name("platforms", platform) },
  };
}

function platformCard(run: Run, p: number, common: Common, name: Name): PlatformCard {
  const { platforms, seats, organizations, issues } = run.world;
  const { at } = platforms;
  const delegates: PlatformCard["seats"][number][] = [];
  let expected = 0;
  for (let s = seats.firstA[p] ?? -1; s >= 0; s = seats.at.nextA[s]!) {
    const sender = seats.at.organization[s]!;
    const organization = sender < 0 ? null : name("organizations", organizations.serial[sender]!);
    delegates.push({ resident: seats.at.b[s]!, organization });
    expected += seats.at.expectation[s]!;
  }
  const agenda: PlatformCard["issues"][number][] = [];
  for (let i = 0; i < issues.rows; i++) {
    if (!issues.alive[i] || issues.at.platform[i] !== p) continue;
    const serial = issues.serial[i]!;
    agenda.push({ item: `issue:${serial}`, name: name("issues", serial), state: issues.at.state[i]! });
  }
  return {
    ...common,
    kind: "platform",
    community: at.community[p]!,
    below: at.founder[p] === FOUNDED_BELOW,
    convener: at.founder[p]! - 1,
    alive: at.alive[p] === 1,
    meetings: at.meetings[p]!,
    founded: run.clock.date(at.founded[p]!),
    seats: delegates.sort((a, b) => a.resident - b.resident),
    attending: at.attending[p]!,
    skill: at.skill[p]!,
    standing: at.standing[p]!,
    voice: at.voice[p]!,
    curbed: at.curbed[p]!,
    expectation: delegates.length === 0 ? 0 : expected / delegates.length,
    issues: agenda,
  };
}
