/** What stands where in a week: discs to draw and to point at, and where each resident is. */
import type { Frame, Ground } from "../engine/frame.ts";
import { type Disc, type Layout, organizationAt, type Rect, tableAt } from "./layout.ts";

/** Something that can be pointed at. */
export interface Thing extends Disc {
  readonly code: string;
  readonly kind: "organization" | "platform" | "issue";
  /** Its place in the frame's list of its kind. */
  readonly index: number;
}

const serially = <T extends { readonly serial: number }>(list: readonly T[]) =>
  [...list.entries()].sort(([, a], [, b]) => a.serial - b.serial);

/** Organizations, platforms and issues of a frame, those drawn last coming last. */
export function thingsOf(frame: Frame, layout: Layout): Thing[] {
  return layout.commons.flatMap((common, c) => (common ? thingsIn(frame, layout, common, c) : []));
}

function thingsIn(frame: Frame, layout: Layout, common: Rect, c: number): Thing[] {
  const organizations = serially(frame.organizations).filter(([, o]) => o.community === c);
  const platforms = serially(frame.platforms).filter(([, p]) => p.community === c);
  const code = (kind: Thing["kind"], serial: number) => `${kind}:${serial}`;
  return [
    ...organizations.map(([index, o], k): Thing => {
      const disc = organizationAt(common, k, organizations.length, o.members);
      return { ...disc, kind: "organization", code: code("organization", o.serial), index };
    }),
    ...platforms.map(([index, p], k): Thing => {
      return { ...tableAt(common, k, platforms.length), kind: "platform", code: code("platform", p.serial), index };
    }),
    ...issuesIn(frame, layout, common, c),
  ];
}

/** Most marks of issues at one place: a number tells of the rest. */
export const MOST_MARKS = 6;

function issuesIn(frame: Frame, layout: Layout, common: Rect, c: number): Thing[] {
  const rows = new Map<number, number>();
  return serially(frame.issues)
    .filter(([, issue]) => issue.community === c)
    .flatMap(([index, issue]) => {
      const at = issue.block < 0 ? common : layout.blocks[issue.block];
      if (!at) return [];
      const k = rows.get(issue.block) ?? 0;
      rows.set(issue.block, k + 1);
      if (k >= MOST_MARKS) return [];
      const r = Math.max(1.8, Math.min(4, 0.035 * Math.min(at.width, at.height) + 1));
      const x = at.x + r + 1 + k * (2 * r + 2);
      return [{ x, y: at.y + r, r, kind: "issue" as const, code: `issue:${issue.serial}`, index }];
    });
}

/** Where each resident stands: at home, or with an organization or platform that met this week. */
export interface Standing {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

export function standingFor(n: number): Standing {
  return { x: new Float32Array(n), y: new Float32Array(n) };
}

const LEAN = 0.55;

export function standAt(out: Standing, frame: Frame, layout: Layout, things: readonly Thing[], ground: Ground): void {
  out.x.set(layout.homeX);
  out.y.set(layout.homeY);
  const met = new Map<number, Thing>();
  for (const thing of things) {
    const organization = thing.kind === "organization" ? frame.organizations[thing.index]! : undefined;
    if (organization?.met) met.set(organization.serial, thing);
  }
  const { memberships } = frame;
  for (let k = 0; k < memberships.length; k += 2) {
    const [i, thing] = [memberships[k]!, met.get(memberships[k + 1]!)];
    if (!thing || frame.presence[i] === 0) continue;
    out.x[i] = layout.homeX[i]! + LEAN * (thing.x - layout.homeX[i]!);
    out.y[i] = layout.homeY[i]! + LEAN * (thing.y - layout.homeY[i]!);
  }
  for (const thing of things) if (thing.kind === "platform") seat(out, frame, thing, ground);
}

/** Delegates sit around the table in the week of a meeting. */
function seat(out: Standing, frame: Frame, { x, y, r, index }: Thing, ground: Ground): void {
  const { met, seats } = frame.platforms[index]!;
  if (!met) return;
  seats.forEach((i, k) => {
    if (i >= ground.home.length) return;
    const angle = (2 * Math.PI * k) / seats.length;
    out.x[i] = x + 1.25 * r * Math.cos(angle);
    out.y[i] = y + 1.25 * r * Math.sin(angle);
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
