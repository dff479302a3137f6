/** Where in a plan something stands: what an error names. */

/** Keys and indices, from the outside in. */
export type Path = readonly (string | number)[];

/** Names the place of a value, or with `key` of the name it is given under; a file adds row and column. */
export type Place = (path: Path, key?: boolean) => string;

/** A path in words, such as `axes.team.independence[2]`. */
export const pathText: Place = (path) =>
  path.map((step, i) => (typeof step === "number" ? `[${step}]` : (i === 0 ? "" : ".") + shownName(step))).join("") ||
  "the plan";

/** A name that may be anything, as it is shown in an error: short, on one line. */
export function shownName(name: string): string {
  return JSON.stringify(name.length > 60 ? `${name.slice(0, 57)}…` : name).slice(1, -1);
}
