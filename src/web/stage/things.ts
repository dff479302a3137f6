/** What stands where in a week: discs to draw and to point at, and where each resident is. */
import type { Frame } from "../engine/frame.ts";
import { belowMarks, type Disc, type Layout, markRadius, organizationAt, type Rect, tableAt } from "./layout.ts";

/** Something that can be pointed at. */
export interface Thing extends Disc {
  readonly code: string;
  readonly kind: "organization" | "platform" | "issue";
  /** Its place in the frame's list of its kind. */
  readonly index: number;
}

const serially = <T extends { readonly serial: number }>(list: readonly T[]) =>
  [...list.entries()].sort(([, a], [, b]) => a.serial - b.serial);

/** What a frame shows beside residents. */
export interface Shown {
  /** Organizations, platforms and issues, those drawn last coming last. */
  readonly things: readonly Thing[];
  /** Where issues are more than marks. */
  readonly rests: readonly Rest[];
}

export function shownOf(frame: Frame, layout: Layout): Shown {
  const { marks, rests } = marksOf(frame, layout);
  return { things: [...layout.commons.flatMap((common, c) => thingsIn(frame, common, c)), ...marks], rests };
}

function thingsIn(frame: Frame, common: Rect | null, c: number): Thing[] {
  if (!common) return [];
  const organizations = serially(frame.organizations).filter(([, o]) => o.community === c);
  const platforms = serially(frame.platforms).filter(([, p]) => p.community === c);
  const code = (kind: Thing["kind"], serial: number) => `${kind}:${serial}`;
  const forum = belowMarks(common);
  return [
    ...organizations.map(([index, o], k): Thing => {
      const disc = organizationAt(forum, k, organizations.length, o.members);
      return { ...disc, kind: "organization", code: code("organization", o.serial), index };
    }),
    ...platforms.map(([index, p], k): Thing => {
      return { ...tableAt(forum, k, platforms.length), kind: "platform", code: code("platform", p.serial), index };
    }),
  ];
}

/** Most marks of issues at one place: a number tells of the rest. */
const MOST_MARKS = 6;

/** The number of issues at a place beyond those that have a mark of their own. */
export interface Rest {
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

/** Room that the number of the rest needs. */
const REST = 18;

/** How many of n marks fit at the top of a place; where not all do, beside the number of the rest. */
function marksThatFit({ width }: Rect, r: number, n: number): number {
  const fit = (room: number) => Math.max(1, Math.min(MOST_MARKS, Math.floor(room / (2 * r + 2))));
  return n <= fit(width) ? n : fit(width - REST);
}

function marksOf(frame: Frame, layout: Layout): { marks: Thing[]; rests: Rest[] } {
  const marks: Thing[] = [];
  const rests: Rest[] = [];
  for (const [at, issues] of issuesByPlace(frame, layout)) {
    const r = markRadius(at);
    const x = (k: number) => at.x + r + 1 + k * (2 * r + 2);
    const y = at.y + r + 1;
    const fit = marksThatFit(at, r, issues.length);
    for (let k = 0; k < fit; k++) {
      const index = issues[k]!;
      marks.push({ x: x(k), y, r, kind: "issue", code: `issue:${frame.issues[index]!.serial}`, index });
    }
    if (fit < issues.length) rests.push({ x: x(fit) - r, y, count: issues.length - fit });
  }
  return { marks, rests };
}

/** Open issues (their index in the frame), the oldest first, by the place that they are about. */
function issuesByPlace({ issues }: Frame, { blocks, commons }: Layout): Map<Rect, number[]> {
  const found = new Map<Rect, number[]>();
  for (const [index, { block, community }] of serially(issues)) {
    const at = block < 0 ? commons[community] : blocks[block];
    if (!at) continue;
    const here = found.get(at);
    if (here) here.push(index);
    else found.set(at, [index]);
  }
  return found;
}

/** Where each resident stands: at home, or with an organization or platform that met this week. */
export interface Standing {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Size of the dot: 1 at home, less in a crowd. */
  readonly size: Float32Array;
}

export function standingFor(n: number): Standing {
  return { x: new Float32Array(n), y: new Float32Array(n), size: new Float32Array(n) };
}

export function standAtHome(out: Standing, layout: Layout): void {
  out.x.set(layout.homeX);
  out.y.set(layout.homeY);
  out.size.fill(1);
}

export function standAt(out: Standing, frame: Frame, layout: Layout, things: readonly Thing[]): void {
  standAtHome(out, layout);
  const bySerial = new Map<number, Thing>();
  for (const thing of things)
    if (thing.kind === "organization") {
      const { met, serial } = frame.organizations[thing.index]!;
      if (met) bySerial.set(serial, thing);
    }
  for (const [thing, members] of gathered(frame, bySerial)) gather(out, thing, members, layout.dot);
  for (const thing of things) if (thing.kind === "platform") sit(out, frame, thing, layout.dot);
}

/** Who comes to each organization that met. */
function gathered({ memberships, presence }: Frame, met: ReadonlyMap<number, Thing>): Map<Thing, number[]> {
  const found = new Map<Thing, number[]>();
  for (let k = 0; k < memberships.length; k += 2) {
    const [i, thing] = [memberships[k]!, met.get(memberships[k + 1]!)];
    if (!thing || presence[i] === 0) continue;
    const here = found.get(thing);
    if (here) here.push(i);
    else found.set(thing, [i]);
  }
  return found;
}

/** Turn from one seed of a sunflower to the next (Vogel 1979): any number fills a disc evenly. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

function gather(out: Standing, { x, y, r }: Disc, members: readonly number[], dot: number): void {
  const size = Math.min(1, (0.8 * r) / Math.sqrt(members.length) / dot);
  const room = r - size * dot;
  members.forEach((i, k) => {
    const far = room * Math.sqrt((k + 0.5) / members.length);
    out.x[i] = x + far * Math.cos(k * GOLDEN);
    out.y[i] = y + far * Math.sin(k * GOLDEN);
    out.size[i] = size;
  });
}

/** The k-th of n chairs around a table. */
export function chairAt({ x, y, r }: Disc, k: number, n: number): Disc {
  const angle = (2 * Math.PI * k) / n - Math.PI / 2;
  return { x: x + 1.25 * r * Math.cos(angle), y: y + 1.25 * r * Math.sin(angle), r: Math.min(0.2 * r, (3.4 * r) / n) };
}

/** Delegates sit at the table in the week of a meeting. */
function sit(out: Standing, frame: Frame, thing: Thing, dot: number): void {
  const { met, seats } = frame.platforms[thing.index]!;
  if (!met) return;
  seats.forEach((i, k) => {
    if (i >= out.x.length) return;
    const chair = chairAt(thing, k, seats.length);
    out.x[i] = chair.x;
    out.y[i] = chair.y;
    out.size[i] = Math.min(1, (1.2 * chair.r) / dot);
  });
}

/** The thing or resident at a point, or null: marks first, then discs, then the nearest dot. */
export function codeAt(
  x: number,
  y: number,
  things: readonly Thing[],
  standing: Standing,
  presence: Uint8Array,
  dot: number,
): string | null {
  const hit = things.findLast((t) => (t.x - x) ** 2 + (t.y - y) ** 2 <= (t.r + 2) ** 2);
  if (hit) return hit.code;
  let [best, nearest] = [-1, (dot + 4) ** 2];
  for (let i = 0; i < presence.length; i++) {
    if (presence[i] === 0) continue;
    const far = (standing.x[i]! - x) ** 2 + (standing.y[i]! - y) ** 2;
    if (far < nearest) [best, nearest] = [i, far];
  }
  return best < 0 ? null : `resident:${best}`;
}
