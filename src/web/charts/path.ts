/** Lines and bands as SVG paths, in a box of weeks by 0–100. */
import { type Domain, heightOf } from "./scale.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Points of a weekly series from a week on; those that are no numbers are kept, as gaps. */
export function pointsOf(values: readonly number[], from = 0): Point[] {
  return values.slice(from).map((y, k) => ({ x: from + k, y }));
}

/** At most about `most` points: of each run of neighbors the lowest and the highest, so that no peak is lost. */
export function thinned(points: readonly Point[], most: number): readonly Point[] {
  if (points.length <= most) return points;
  const size = Math.ceil((2 * points.length) / most);
  const kept: Point[] = [];
  for (let k = 0; k < points.length; k += size) {
    const bucket = points.slice(k, k + size);
    const low = bucket.reduce((a, b) => (b.y < a.y ? b : a));
    const high = bucket.reduce((a, b) => (b.y > a.y ? b : a));
    kept.push(...(low.x < high.x ? [low, high] : low === high ? [low] : [high, low]));
  }
  const last = points[points.length - 1]!;
  return kept[kept.length - 1] === last ? kept : [...kept, last];
}

const short = (value: number) => String(Math.round(value * 100) / 100);
const at = ({ x, y }: Point, domain: Domain) => `${short(x)} ${short(heightOf(y, domain))}`;

/** A line; it breaks where there is no number. */
export function linePath(points: readonly Point[], domain: Domain): string {
  let pen = false;
  let path = "";
  for (const point of points) {
    const there = Number.isFinite(point.y);
    if (there) path += `${pen ? "L" : "M"}${at(point, domain)}`;
    pen = there;
  }
  return path;
}

/** The area between two lines over the same weeks. */
export function bandPath(
  weeks: readonly number[],
  low: readonly number[],
  high: readonly number[],
  domain: Domain,
): string {
  const there = weeks.map((x, k) => ({ x, low: low[k]!, high: high[k]! })).filter((p) => Number.isFinite(p.low));
  if (there.length < 2) return "";
  const up = there.map(({ x, high: y }) => at({ x, y }, domain));
  const back = there.map(({ x, low: y }) => at({ x, y }, domain)).reverse();
  return `M${[...up, ...back].join("L")}Z`;
}
