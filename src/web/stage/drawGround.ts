/** Draws what changes once a month: communities, blocks, common ground, and the strongest ties between homes. */
import type { TiesFrame } from "../engine/frame.ts";
import type { Layout, Rect } from "./layout.ts";
import type { Palette } from "./palette.ts";

/** Ties drawn at most, a resident: the strongest, so that one can still see through. */
const TIES_A_RESIDENT = 0.6;

/** @param scale - Pixels of the screen in a pixel of the page. */
export function drawGround(
  context: CanvasRenderingContext2D,
  layout: Layout,
  palette: Palette,
  scale: number,
  ties: TiesFrame | null,
): void {
  const { communities, blocks, commons } = layout;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  if (communities.length > 1) for (const rect of communities) drawBox(context, rect, null, 6);
  for (const rect of blocks) drawBox(context, rect, palette.sunk, 5);
  context.setLineDash([3, 4]);
  for (const rect of commons) drawBox(context, rect, null, 10);
  context.setLineDash([]);
  if (ties) drawTies(context, layout, palette, ties);
}

function drawBox(context: CanvasRenderingContext2D, rect: Rect | null, fill: string | null, radius: number): void {
  if (!rect) return;
  context.beginPath();
  context.roundRect(rect.x, rect.y, rect.width, rect.height, radius);
  if (fill) {
    context.fillStyle = fill;
    context.fill();
  }
  context.stroke();
}

function drawTies(
  context: CanvasRenderingContext2D,
  { homeX, homeY }: Layout,
  palette: Palette,
  { ends, trust }: TiesFrame,
): void {
  const most = TIES_A_RESIDENT * homeX.length;
  const least = thresholdOf(trust, most);
  context.strokeStyle = palette.high;
  context.lineWidth = 0.7;
  context.globalAlpha = 0.3;
  context.beginPath();
  for (let k = 0, drawn = 0; k < trust.length && drawn < 2 * most; k++) {
    if (trust[k]! < least) continue;
    const [a, b] = [ends[2 * k]!, ends[2 * k + 1]!];
    if (Number.isNaN(homeX[a]!) || Number.isNaN(homeX[b]!)) continue;
    context.moveTo(homeX[a]!, homeY[a]!);
    context.lineTo(homeX[b]!, homeY[b]!);
    drawn++;
  }
  context.stroke();
  context.globalAlpha = 1;
}

/** The least trust of the strongest ties, of which there are about `most`. */
function thresholdOf(trust: Uint8Array, most: number): number {
  const counts = new Int32Array(256);
  for (let k = 0; k < trust.length; k++) counts[trust[k]!]!++;
  let left = most;
  let least = 255;
  while (least > 1 && left - counts[least]! >= 0) left -= counts[least--]!;
  return Math.max(140, least + 1);
}
