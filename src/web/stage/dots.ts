/** Dots of residents, drawn once for all. */
import type { Frame } from "../engine/frame.ts";
import { type Stamp, stampOf } from "./dotField.ts";
import { mixed, type Palette } from "./palette.ts";

/** A dot for a canvas to draw, and for a field of many. */
export interface Dot {
  readonly canvas: HTMLCanvasElement;
  readonly stamp: Stamp;
}

/** By step of trust, plain and large; one for who has bought and not moved in. */
export interface Dots {
  readonly plain: readonly Dot[];
  readonly large: readonly Dot[];
  readonly bought: Dot;
}

const STEPS = 8;

/**
 * @param scale - Pixels of the screen in a pixel of the page.
 * @param stride - Width in pixels of the field that they are for.
 */
export function dotsOf(palette: Palette, radius: number, scale: number, stride: number): Dots {
  const dot = (r: number, fill: string | null, stroke: string | null): Dot => {
    const context = drawn(r, scale, fill, stroke);
    const { canvas } = context;
    return { canvas, stamp: stampOf(context.getImageData(0, 0, canvas.width, canvas.height), stride) };
  };
  const colors = Array.from({ length: STEPS }, (_, k) => mixed(palette.low, palette.high, k / (STEPS - 1)));
  return {
    plain: colors.map((color) => dot(radius, color, null)),
    large: colors.map((color) => dot(radius * 1.5, color, palette.ink)),
    bought: dot(radius * 0.9, null, palette.muted),
  };
}

function drawn(radius: number, scale: number, fill: string | null, stroke: string | null): CanvasRenderingContext2D {
  const canvas = document.createElement("canvas");
  const size = Math.ceil(2 * (radius + 1) * scale);
  canvas.width = canvas.height = size;
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.beginPath();
  context.arc(size / 2, size / 2, radius * scale, 0, 2 * Math.PI);
  if (fill) {
    context.fillStyle = fill;
    context.fill();
  }
  if (stroke) {
    context.strokeStyle = stroke;
    context.lineWidth = 0.8 * scale;
    context.stroke();
  }
  return context;
}

/** Rung from which on a resident is drawn large: capable people and leaders. */
const CAPABLE = 3;

export const isLarge = ({ rung }: Frame, i: number): boolean => rung[i]! >= CAPABLE;

/** The dot of a resident who is present. */
export function dotOf({ plain, large, bought }: Dots, frame: Frame, i: number): Dot {
  const step = stepOf(frame.trust[i]!);
  return isLarge(frame, i) ? large[step]! : frame.presence[i] === 1 ? bought : plain[step]!;
}

/** Trust is drawn from .3 to .9: outside of that are few. */
function stepOf(trust: number): number {
  return Math.min(STEPS - 1, Math.max(0, Math.floor((STEPS * (trust / 255 - 0.3)) / 0.6)));
}
