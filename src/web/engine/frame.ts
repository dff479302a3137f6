/**
 * What the stage draws: the ground of a neighborhood, which stays, and a frame a week. Frames are typed arrays and short
 * lists, so that a worker hands them over without copying and the page keeps a whole run of them.
 */
import type { Run } from "../../model/run.ts";
import { ROLES } from "../../model/vocabulary.ts";

/** What stays the same through a run. Lists go by resident, in their order. */
export interface Ground {
  readonly communities: number;
  /** Community of each block. */
  readonly blocks: Uint16Array;
  /** Block of each resident. */
  readonly home: Uint16Array;
  /** 1: came from elsewhere. */
  readonly newcomer: Uint8Array;
  /** Share of the most capable, 0–255. */
  readonly competence: Uint8Array;
  /** Week of moving in. */
  readonly moveIn: Int32Array;
}

export interface OrganizationFrame {
  readonly serial: number;
  readonly community: number;
  /** Codes in NEEDS and ORIENTATIONS. */
  readonly need: number;
  readonly orientation: number;
  readonly leader: number;
  readonly members: number;
  readonly below: boolean;
  readonly rules: boolean;
  readonly fixedTimes: boolean;
  /** Stocks of organizing, deliberating and executing skill. */
  readonly skills: readonly [number, number, number];
  /** Serial number of the platform that it sits in, or -1. */
  readonly platform: number;
  /** It met this week. */
  readonly met: boolean;
}

export interface PlatformFrame {
  readonly serial: number;
  readonly community: number;
  /** Founded by residents' organizations, not convened by a role. */
  readonly below: boolean;
  readonly alive: boolean;
  readonly meetings: number;
  /** It met this week. */
  readonly met: boolean;
  /** Delegates, and how many came to the last meeting. */
  readonly seats: Uint16Array;
  readonly attending: number;
  readonly standing: number;
}

export interface IssueFrame {
  readonly serial: number;
  readonly community: number;
  /** Block that it touches, or -1: the whole community. */
  readonly block: number;
  /** Index in the agenda's kinds. */
  readonly kind: number;
  /** Code in ROLES, or -1: residents themselves. */
  readonly responsible: number;
  /** Code in STATES. */
  readonly state: number;
  readonly platform: number;
}

/** The state at the beginning of a week; frame 0 is the state before the first. */
export interface Frame {
  readonly week: number;
  readonly date: string;
  /** By resident: 0 not yet, 1 bought, 2 moved in. */
  readonly presence: Uint8Array;
  /** By resident: code in RUNGS. */
  readonly rung: Uint8Array;
  /** By resident: belonging, 0–255. */
  readonly belonging: Uint8Array;
  /** By resident: mean trust in acquaintances, 0–255; general trust where there are none. */
  readonly trust: Uint8Array;
  /** Mean trust of those present in each of ROLES. */
  readonly institutions: readonly number[];
  readonly organizations: readonly OrganizationFrame[];
  /** Pairs resident, serial of an organization. */
  readonly memberships: Uint16Array;
  readonly platforms: readonly PlatformFrame[];
  /** Open issues. */
  readonly issues: readonly IssueFrame[];
  /** Organizations (serials) in a joint act under way, one list an act. */
  readonly jointActs: readonly (readonly number[])[];
  /** Ties now, or null: those of the last frame that has them. */
  readonly ties: TiesFrame | null;
}

export interface TiesFrame {
  /** Both residents of a pair, one pair after another. */
  readonly ends: Uint16Array;
  /** By pair: the lower of the two directions' trust, 0–255. */
  readonly trust: Uint8Array;
}

/** Weeks between frames that hold the ties. */
export const TIES_EVERY = 4;

/** Most residents that a page can show: numbers of 16 bits. */
export const MOST_RESIDENTS = 20_000;

const byte = (share: number) => Math.round(255 * Math.min(1, Math.max(0, share)));

export function groundOf(run: Run): Ground {
  const { residents, communities, blocks } = run.world;
  const n = residents.rows;
  return {
    communities: communities.rows,
    blocks: Uint16Array.from(blocks.at.community.subarray(0, blocks.rows)),
    home: Uint16Array.from(residents.at.block.subarray(0, n)),
    newcomer: residents.at.newcomer.slice(0, n),
    competence: Uint8Array.from(residents.at.competence.subarray(0, n), byte),
    moveIn: residents.at.moveIn.slice(0, n),
  };
}

export function frameOf(run: Run): Frame {
  const { residents } = run.world;
  const n = residents.rows;
  const { rung, belonging } = residents.at;
  return {
    week: run.tick,
    date: run.date,
    presence: presenceOf(run),
    rung: rung.slice(0, n),
    belonging: Uint8Array.from(belonging.subarray(0, n), byte),
    trust: trustOf(run),
    institutions: institutionsOf(run),
    organizations: organizationsOf(run),
    memberships: membershipsOf(run),
    platforms: platformsOf(run),
    issues: issuesOf(run),
    jointActs: jointActsOf(run),
    ties: run.tick % TIES_EVERY === 0 ? tiesOf(run) : null,
  };
}

/** Who is there. The first week's calendar has yet to say so before it: then, who lives there by then. */
function presenceOf({ tick, world: { residents } }: Run): Uint8Array {
  const { presence, arrival, moveIn } = residents.at;
  if (tick > 0) return presence.slice(0, residents.rows);
  return Uint8Array.from({ length: residents.rows }, (_, i) => (moveIn[i]! <= 0 ? 2 : arrival[i]! <= 0 ? 1 : 0));
}

function rowsOf(table: { readonly rows: number; readonly alive: Uint8Array }): number[] {
  const rows: number[] = [];
  for (let row = 0; row < table.rows; row++) if (table.alive[row]) rows.push(row);
  return rows;
}

function trustOf(run: Run): Uint8Array {
  const { residents, ties } = run.world;
  const { degree, start, slots, data, stride, offset } = ties;
  const trust = new Uint8Array(residents.rows);
  for (let i = 0; i < trust.length; i++) {
    let sum = 0;
    for (let k = start[i]!; k < start[i]! + degree[i]!; k++) sum += data[slots[k]! * stride + offset.trust!]!;
    trust[i] = byte(degree[i]! > 0 ? sum / degree[i]! : residents.at.generalTrust[i]!);
  }
  return trust;
}

function institutionsOf(run: Run): number[] {
  const { residents } = run.world;
  const { presence } = residents.at;
  const { trust } = run.world.institutional();
  const sums = ROLES.map(() => 0);
  let present = 0;
  for (let i = 0; i < residents.rows; i++) {
    if (presence[i] === 0) continue;
    present++;
    for (let role = 0; role < sums.length; role++) sums[role]! += trust[role]![i]!;
  }
  return sums.map((sum) => (present === 0 ? Number.NaN : sum / present));
}

function organizationsOf(run: Run): OrganizationFrame[] {
  const { organizations: table, platforms } = run.world;
  const { at } = table;
  return rowsOf(table).map((o) => ({
    serial: table.serial[o]!,
    community: at.community[o]!,
    need: at.need[o]!,
    orientation: at.orientation[o]!,
    leader: at.leader[o]!,
    members: at.members[o]!,
    below: at.below[o] === 1,
    rules: at.rules[o] === 1,
    fixedTimes: at.fixedTimes[o] === 1,
    skills: [at.organizing[o]!, at.deliberating[o]!, at.executing[o]!],
    platform: at.platform[o]! < 0 ? -1 : platforms.serial[at.platform[o]!]!,
    met: at.lastMet[o] === run.tick - 1,
  }));
}

function membershipsOf(run: Run): Uint16Array {
  const { memberships, organizations } = run.world;
  const pairs = new Uint16Array(2 * memberships.count);
  let k = 0;
  for (let m = 0; m < memberships.rows; m++) {
    if (!memberships.alive[m]) continue;
    pairs[k++] = memberships.at.a[m]!;
    pairs[k++] = organizations.serial[memberships.at.b[m]!]!;
  }
  return pairs;
}

function platformsOf(run: Run): PlatformFrame[] {
  const { platforms: table, seats } = run.world;
  const { at } = table;
  return rowsOf(table).map((p) => {
    const delegates: number[] = [];
    for (let s = seats.firstA[p] ?? -1; s >= 0; s = seats.at.nextA[s]!) delegates.push(seats.at.b[s]!);
    return {
      serial: table.serial[p]!,
      community: at.community[p]!,
      below: at.founder[p] === 0,
      alive: at.alive[p] === 1,
      meetings: at.meetings[p]!,
      met: at.lastMet[p] === run.tick - 1,
      seats: Uint16Array.from(delegates.sort((a, b) => a - b)),
      attending: at.attending[p]!,
      standing: at.standing[p]!,
    };
  });
}

function issuesOf(run: Run): IssueFrame[] {
  const { issues: table, platforms } = run.world;
  const { at } = table;
  return rowsOf(table).map((i) => ({
    serial: table.serial[i]!,
    community: at.community[i]!,
    block: at.block[i]!,
    kind: at.kind[i]!,
    responsible: at.responsible[i]!,
    state: at.state[i]!,
    platform: at.platform[i]! < 0 ? -1 : platforms.serial[at.platform[i]!]!,
  }));
}

function jointActsOf(run: Run): number[][] {
  const { jointActs, partners, organizations } = run.world;
  return rowsOf(jointActs).map((act) => {
    const list: number[] = [];
    for (let p = partners.firstA[act] ?? -1; p >= 0; p = partners.at.nextA[p]!) {
      list.push(organizations.serial[partners.at.b[p]!]!);
    }
    return list.sort((a, b) => a - b);
  });
}

function tiesOf(run: Run): TiesFrame {
  const { ties } = run.world;
  const { to, data, stride, offset, pairs } = ties;
  const ends = new Uint16Array(2 * ties.count);
  const trust = new Uint8Array(ties.count);
  let k = 0;
  for (let p = 0; p < pairs; p++) {
    const there = to[2 * p]!;
    if (there < 0) continue;
    ends[2 * k] = to[2 * p + 1]!;
    ends[2 * k + 1] = there;
    const [out, back] = [data[2 * p * stride + offset.trust!]!, data[(2 * p + 1) * stride + offset.trust!]!];
    trust[k] = byte(Math.min(out, back));
    k++;
  }
  return { ends, trust };
}

/** The buffers of a frame, which a worker hands over instead of copying. */
export function buffersOf(frame: Frame): ArrayBuffer[] {
  const { presence, rung, belonging, trust, memberships, ties, platforms } = frame;
  const arrays = [presence, rung, belonging, trust, memberships, ...platforms.map((p) => p.seats)];
  if (ties) arrays.push(ties.ends, ties.trust);
  return arrays.map((array) => array.buffer as ArrayBuffer);
}
