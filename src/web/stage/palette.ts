/** Colors of the stage, read from the theme's variables, and dots drawn once for all. */
export interface Palette {
  readonly paper: string;
  readonly sunk: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly accent: string;
  readonly good: string;
  readonly bad: string;
  readonly warn: string;
  readonly low: string;
  readonly high: string;
  readonly needs: readonly string[];
}

const NEEDS = 9;

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: of("paper"),
    sunk: of("sunk"),
    ink: of("ink"),
    muted: of("muted"),
    line: of("line"),
    accent: of("accent"),
    good: of("good"),
    bad: of("bad"),
    warn: of("warn"),
    low: of("trust-low"),
    high: of("trust-high"),
    needs: Array.from({ length: NEEDS }, (_, k) => of(`need-${k}`)),
  };
}

/** Steps of the color of trust. */
export const STEPS = 8;

/** A color between two of the form #rrggbb. */
export function mixed(low: string, high: string, share: number): string {
  const parts = (color: string) => [1, 3, 5].map((k) => Number.parseInt(color.slice(k, k + 2), 16));
  const [a, b] = [parts(low), parts(high)];
  return `rgb(${a.map((v, k) => Math.round(v + share * (b[k]! - v))).join(",")})`;
}

/** Sprites of a resident: by step of trust, plain and large; one for who has bought and not moved in. */
export interface Dots {
  readonly plain: readonly HTMLCanvasElement[];
  readonly large: readonly HTMLCanvasElement[];
  readonly bought: HTMLCanvasElement;
}

export function dotsOf(palette: Palette, radius: number, scale: number): Dots {
  const colors = Array.from({ length: STEPS }, (_, k) => mixed(palette.low, palette.high, k / (STEPS - 1)));
  return {
    plain: colors.map((color) => sprite(radius, scale, color, null)),
    large: colors.map((color) => sprite(radius * 1.7, scale, color, palette.ink)),
    bought: sprite(radius * 0.9, scale, null, palette.muted),
  };
}

function sprite(radius: number, scale: number, fill: string | null, stroke: string | null): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  const size = Math.ceil(2 * (radius + 1) * scale);
  canvas.width = canvas.height = size;
  const context = canvas.getContext("2d")!;
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
  return canvas;
}
