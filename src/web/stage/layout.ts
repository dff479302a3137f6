/** Where everything of a neighborhood stands: communities in a grid, blocks around a common ground, homes in blocks. */
import type { Ground } from "../engine/frame.ts";

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** By community; null: not shown. */
  readonly communities: readonly (Rect | null)[];
  /** Common ground of each community, where its organizations and platform stand. */
  readonly commons: readonly (Rect | null)[];
  /** By block. */
  readonly blocks: readonly (Rect | null)[];
  /** Home of each resident; NaN: not shown. */
  readonly homeX: Float32Array;
  readonly homeY: Float32Array;
  /** Radius of a resident's dot. */
  readonly dot: number;
}

const GAP = 0.1;
const MOST_DOT = 4;

/** @param only - The one community to show, or null: all. */
export function layoutOf(ground: Ground, width: number, height: number, only: number | null): Layout {
  const shown = only === null ? ground.communities : 1;
  const cells = gridOf(shown, { x: 0, y: 0, width, height });
  const communities = Array.from({ length: ground.communities }, (_, c) =>
    only === null ? inset(cells[c]!, shown > 1 ? 0.03 : 0) : c === only ? cells[0]! : null,
  );
  const blocks: (Rect | null)[] = Array.from(ground.blocks, () => null);
  const commons = communities.map((cell, c) => {
    if (!cell) return null;
    const own = [...ground.blocks.keys()].filter((b) => ground.blocks[b] === c);
    const ring = ringOf(own.length, cell);
    own.forEach((b, k) => {
      blocks[b] = ring.places[k]!;
    });
    return ring.middle;
  });
  return { width, height, communities, commons, blocks, ...homesOf(ground, blocks) };
}

/** A grid of at least n equal cells, few of them empty, whose shape is near that of a square. */
function gridOf(n: number, { x, y, width, height }: Rect): Rect[] {
  let columns = 1;
  const rowsOf = (c: number) => Math.ceil(n / c);
  const worth = (c: number) => (Math.min(width / c, height / rowsOf(c)) * n) / (c * rowsOf(c));
  for (let c = 2; c <= n; c++) if (worth(c) > worth(columns)) columns = c;
  const rows = Math.ceil(n / columns);
  const [w, h] = [width / columns, height / rows];
  return Array.from({ length: n }, (_, k) => ({
    x: x + (k % columns) * w,
    y: y + Math.floor(k / columns) * h,
    width: w,
    height: h,
  }));
}

function inset({ x, y, width, height }: Rect, share: number): Rect {
  const by = share * Math.min(width, height);
  return { x: x + by, y: y + by, width: Math.max(0, width - 2 * by), height: Math.max(0, height - 2 * by) };
}

const middleOf = (cells: number) => Math.max(1, cells - 2 * Math.max(1, Math.round(cells / 4)));

/** Places for n blocks around a common ground, the outermost first. */
function ringOf(n: number, cell: Rect): { places: Rect[]; middle: Rect } {
  let [columns, rows] = [3, 3];
  while (columns * rows - middleOf(columns) * middleOf(rows) < n) {
    if (cell.width / columns >= cell.height / rows) columns++;
    else rows++;
  }
  const [w, h] = [cell.width / columns, cell.height / rows];
  const [across, down] = [middleOf(columns), middleOf(rows)];
  const [left, top] = [(columns - across) >> 1, (rows - down) >> 1];
  const inMiddle = (c: number, r: number) => c >= left && c < left + across && r >= top && r < top + down;
  const depth = (c: number, r: number) => Math.min(c, r, columns - 1 - c, rows - 1 - r);
  const angle = (c: number, r: number) => Math.atan2((r + 0.5) / rows - 0.5, (c + 0.5) / columns - 0.5);
  const free = Array.from({ length: columns * rows }, (_, k) => [k % columns, Math.floor(k / columns)] as const)
    .filter(([c, r]) => !inMiddle(c, r))
    .sort((a, b) => depth(...a) - depth(...b) || angle(...a) - angle(...b));
  const step = free.length / n;
  const places = Array.from({ length: n }, (_, k) => {
    const [c, r] = free[Math.floor(k * step)]!;
    return inset({ x: cell.x + c * w, y: cell.y + r * h, width: w, height: h }, GAP / 2);
  });
  const middle = { x: cell.x + left * w, y: cell.y + top * h, width: across * w, height: down * h };
  return { places, middle: inset(middle, GAP / 2) };
}

/** Radius of the mark of an issue. */
export function markRadius({ width, height }: Rect): number {
  return Math.max(1.8, Math.min(4, 0.035 * Math.min(width, height) + 1));
}

/** A place without the strip at its top that is for marks of issues. */
export function belowMarks(rect: Rect): Rect {
  const strip = Math.min(2 * markRadius(rect) + 2, 0.2 * rect.height);
  return { ...rect, y: rect.y + strip, height: rect.height - strip };
}

/** Residents in rows within their block. */
function homesOf(ground: Ground, blocks: readonly (Rect | null)[]): Pick<Layout, "homeX" | "homeY" | "dot"> {
  const n = ground.home.length;
  const yards = blocks.map((block) => block && belowMarks(block));
  const counts = new Int32Array(blocks.length);
  for (let i = 0; i < n; i++) counts[ground.home[i]!]!++;
  const [homeX, homeY] = [new Float32Array(n).fill(Number.NaN), new Float32Array(n).fill(Number.NaN)];
  const seen = new Int32Array(blocks.length);
  let dot = MOST_DOT;
  for (let i = 0; i < n; i++) {
    const b = ground.home[i]!;
    const block = yards[b];
    if (!block) continue;
    const columns = Math.max(1, Math.ceil(Math.sqrt((counts[b]! * block.width) / Math.max(1, block.height))));
    const rows = Math.ceil(counts[b]! / columns);
    const [w, h] = [block.width / columns, block.height / rows];
    const k = seen[b]!++;
    homeX[i] = block.x + ((k % columns) + 0.5) * w;
    homeY[i] = block.y + (Math.floor(k / columns) + 0.5) * h;
    dot = Math.min(dot, 0.34 * Math.min(w, h));
  }
  return { homeX, homeY, dot: Math.max(1, dot) };
}

/** A circle. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** The table of a community's k-th of n platforms: in the middle of its common ground. */
export function tableAt(common: Rect, k: number, n: number): Disc {
  const r = 0.13 * Math.min(common.width, common.height);
  const x = common.x + (common.width * (k + 1)) / (n + 1);
  return { x, y: common.y + common.height / 2, r: Math.min(r, common.width / (2 * n + 2)) };
}

/** The place of the k-th of n organizations, on a ring around the table; its area grows with its members. */
export function organizationAt(common: Rect, k: number, n: number, members: number): Disc {
  const angle = (2 * Math.PI * k) / Math.max(1, n) - Math.PI / 2;
  const [a, b] = [0.34 * common.width, 0.34 * common.height];
  const least = Math.min(a, b);
  // Neighbors on the ring must not touch: half the chord between them, and the way to the rim and to the table.
  const chord = n > 1 ? least * Math.sin(Math.PI / n) : least;
  const most = Math.min(0.44 * least, 0.92 * chord);
  const r = Math.max(2, most * Math.min(1, Math.sqrt(members / 40)));
  return {
    x: common.x + common.width / 2 + a * Math.cos(angle),
    y: common.y + common.height / 2 + b * Math.sin(angle),
    r,
  };
}
