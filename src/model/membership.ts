/** Entering and leaving organizations: what several mechanisms do to the same tables, kept consistent in one place. */
import type { World } from "./world.ts";

/** Organizations one resident can belong to. Source: assumption. */
export const MOST_MEMBERSHIPS = 3;

/** Makes `resident` a member of `organization`; nothing if it already is one. */
export function enroll(world: World, resident: number, organization: number, tick: number): void {
  const { memberships, residents, organizations } = world;
  if (memberships.find(resident, organization) >= 0) return;
  const m = memberships.link(resident, organization);
  memberships.at.since[m] = tick;
  residents.at.memberOf[resident]!++;
  organizations.at.members[organization]!++;
}

/** Ends membership row m; a leader who leaves is followed by the most competent member. */
export function withdraw(world: World, m: number): void {
  const { memberships, residents, organizations } = world;
  const i = memberships.at.a[m]!;
  const o = memberships.at.b[m]!;
  memberships.unlink(m);
  residents.at.memberOf[i]!--;
  organizations.at.members[o]!--;
  if (organizations.at.leader[o] !== i) return;
  residents.at.leads[i]!--;
  const next = mostCompetent(world, o);
  organizations.at.leader[o] = next;
  if (next >= 0) residents.at.leads[next]!++;
}

function mostCompetent(world: World, o: number): number {
  const { memberships, residents } = world;
  let best = -1;
  for (let m = memberships.firstB[o]!; m >= 0; m = memberships.at.nextB[m]!) {
    const i = memberships.at.a[m]!;
    if (best < 0 || residents.at.competence[i]! > residents.at.competence[best]!) best = i;
  }
  return best;
}

/** Ends an organization with its memberships, contacts and pledges; `forgetDissolved` follows. */
export function dissolve(world: World, o: number): void {
  const { organizations, memberships, contacts, commitments, partners, residents } = world;
  const leader = organizations.at.leader[o]!;
  if (leader >= 0) residents.at.leads[leader]!--;
  organizations.at.leader[o] = -1;
  for (let m = memberships.firstB[o]!; m >= 0; m = memberships.at.nextB[m]!) {
    residents.at.memberOf[memberships.at.a[m]!]!--;
    memberships.unlink(m);
  }
  for (let c = contacts.firstA[o]!; c >= 0; c = contacts.at.nextA[c]!) contacts.unlink(c);
  for (let c = contacts.firstB[o]!; c >= 0; c = contacts.at.nextB[c]!) contacts.unlink(c);
  for (let c = commitments.firstB[o]!; c >= 0; c = commitments.at.nextB[c]!) commitments.unlink(c);
  for (let c = partners.firstB[o]!; c >= 0; c = partners.at.nextB[c]!) partners.unlink(c);
  organizations.remove(o);
}

/** Delegates of organizations that dissolved this week sit for nobody from now on: once, after all have dissolved. */
export function forgetDissolved({ seats, organizations }: World): void {
  const { organization } = seats.at;
  for (let s = 0; s < seats.rows; s++) {
    const o = organization[s]!;
    if (seats.alive[s] && o >= 0 && !organizations.alive[o]) organization[s] = -1;
  }
}

/** How far an organization's need is the resident's: main need 1, minor .6, neither .1; fit-out while it lasts. */
export function fitOf(world: World, resident: number, need: number, fitOut: number): number {
  const r = world.residents.at;
  if (need === fitOut) return r.presence[resident] === 1 ? 0.8 : 0;
  return r.needMain[resident] === need ? 1 : r.needMinor[resident] === need ? 0.6 : 0.1;
}

/** Half-saturation stock of a skill: the unit of skill stocks. */
const HALF = 1;

/** Capability from a stock of skill, K / (K + K½), in [0, 1). Source: learning curves, Argote (2013); form: assumption. */
export function capability(stock: number): number {
  return stock / (stock + HALF);
}

/** Organizations that sent delegates to a platform, each once, in the order of its seats. */
export function organizationsAt(world: World, platform: number, present = false): number[] {
  const { seats } = world;
  const found: number[] = [];
  for (let s = seats.firstA[platform]!; s >= 0; s = seats.at.nextA[s]!) {
    const o = seats.at.organization[s]!;
    if (o >= 0 && (!present || seats.at.present[s]) && !found.includes(o)) found.push(o);
  }
  return found;
}

/** Hours a week of an organization's hands that it has not pledged yet. */
export function spareHands(world: World, organization: number): number {
  const { commitments, organizations } = world;
  let hours = organizations.at.hands[organization]!;
  for (let c = commitments.firstB[organization]!; c >= 0; c = commitments.at.nextB[c]!)
    hours -= commitments.at.hours[c]!;
  return Math.max(0, hours);
}

/** Mean efficacy of an organization's members, [0, 1]. */
export function memberEfficacy(world: World, organization: number): number {
  const { memberships, residents, organizations } = world;
  let sum = 0;
  for (let m = memberships.firstB[organization]!; m >= 0; m = memberships.at.nextB[m]!) {
    sum += residents.at.efficacy[memberships.at.a[m]!]!;
  }
  return sum / Math.max(1, organizations.at.members[organization]!);
}

/**
 * Seats a resident in a platform, sent by an organization (or -1), unless it sits there already.
 *
 * What the platform's matters mean to a delegate, its stake, rises with public spirit from .6 to 1: assumption.
 */
export function seatDelegate(
  world: World,
  platform: number,
  resident: number,
  organization: number,
  expectation: number,
): void {
  const { seats, residents, platforms } = world;
  if (seats.find(platform, resident) >= 0) return;
  const s = seats.link(platform, resident);
  seats.at.organization[s] = organization;
  seats.at.expectation[s] = expectation;
  seats.at.stake[s] = 0.6 + 0.4 * residents.at.publicSpirit[resident]!;
  residents.at.seats[resident]!++;
  platforms.at.seats[platform]!++;
}
