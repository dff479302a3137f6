/** The page's colors and letters as they are now, for what is drawn outside of it. */
export interface Colors {
  readonly background: string;
  readonly ink: string;
  readonly muted: string;
  readonly font: string;
  /** Of each side. */
  readonly left: string;
  readonly right: string;
}

export function colorsNow(): Colors {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string) => style.getPropertyValue(name).trim();
  return {
    background: value("--raised"),
    ink: value("--ink"),
    muted: value("--muted"),
    font: value("--font"),
    left: value("--left"),
    right: value("--right"),
  };
}
