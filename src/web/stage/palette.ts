/** Colors of the stage, read from the theme's variables. */
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

/** A color between two of the form #rrggbb. */
export function mixed(low: string, high: string, share: number): string {
  const parts = (color: string) => [1, 3, 5].map((k) => Number.parseInt(color.slice(k, k + 2), 16));
  const [a, b] = [parts(low), parts(high)];
  return `rgb(${a.map((v, k) => Math.round(v + share * (b[k]! - v))).join(",")})`;
}
