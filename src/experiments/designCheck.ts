/** The design of a plan: its check, and the points that it makes. */
import { checkRange, format, InputError, unknownName } from "../kernel/check.ts";
import { checkKeys, type SweepAxis, spaceAxis } from "./axes.ts";
import { grid } from "./designs/grid.ts";
import { latinHypercube } from "./designs/latinHypercube.ts";
import { list } from "./designs/list.ts";
import { morris } from "./designs/morris.ts";
import { saltelli } from "./designs/saltelli.ts";
import { MOST_SOBOL_DIMENSIONS, sobolSequence } from "./designs/sobolSequence.ts";
import type { ChoiceAxis, Design } from "./designs/space.ts";
import { type Path, type Place, shownName } from "./place.ts";
import type { DesignPlan } from "./plan.ts";

/** Most points of a sweep, all variants of its scenarios together. */
export const MOST_POINTS = 1_000_000;

/** Designs that are given as a word, and those given by a number and an option: its range, or true or false. */
export const WORDS = ["grid", "list"] as const;
export const METHODS = {
  latinHypercube: { range: [1, 100_000], unit: "points", option: "maximin", optionRange: [1, 10_000] },
  sobol: { range: [1, MOST_POINTS], unit: "points", option: "scramble", optionRange: null },
  morris: { range: [1, 10_000], unit: "trajectories", option: "levels", optionRange: [2, 100] },
  saltelli: { range: [2, 2 ** 20], unit: "base points, a power of 2", option: "secondOrder", optionRange: null },
} as const;
type Method = keyof typeof METHODS;

/** Whether a design takes the listed values of its axes, rather than points of a space. */
export function takesLevels(design: DesignPlan): design is "grid" | "list" {
  return typeof design === "string";
}

/** Throws an InputError unless `design` is one that can be made for so many axes. */
export function checkDesign(design: unknown, axes: number, place: Place): void {
  const path = ["design"];
  if (typeof design === "string") {
    if ((WORDS as readonly string[]).includes(design)) return;
    const known = [...WORDS, ...Object.keys(METHODS)];
    if (Object.hasOwn(METHODS, design))
      throw new InputError(`${place(path)} must be an object such as {"${design}": 64}; got ${format(design)}`);
    throw new InputError(`${place(path)}: ${unknownName("design", shownName(design), known).message}`);
  }
  if (typeof design !== "object" || design === null || Array.isArray(design))
    throw new InputError(`${place(path)} must be a name or an object; got ${format(design)}`);
  const methods = Object.keys(METHODS) as Method[];
  const method = methods.find((name) => Object.hasOwn(design, name));
  checkKeys(design, method ? [method, METHODS[method].option] : methods, path, place);
  if (!method) throw new InputError(`${place(path)} lacks one of ${methods.join(", ")}`);
  checkMethod(design as Record<string, unknown>, method, path, place);
  if ("latinHypercube" in design) checkMaximin(design as { latinHypercube: number; maximin?: number }, axes, place);
  const most =
    method === "sobol" ? MOST_SOBOL_DIMENSIONS : method === "saltelli" ? Math.floor(MOST_SOBOL_DIMENSIONS / 2) : 1000;
  checkRange(`${place(["axes"])}: the number of axes of this design`, axes, [1, most], "axes", true);
}

function checkMethod(design: Record<string, unknown>, method: Method, path: Path, place: Place): void {
  const { range, unit, option, optionRange } = METHODS[method];
  const [value, chosen] = [design[method], design[option]];
  checkRange(place([...path, method]), value, range, unit, true);
  const at = place([...path, option]);
  if (method === "saltelli" && !Number.isInteger(Math.log2(value)))
    throw new InputError(
      `${place([...path, method])} must be a power of 2, which the balance of a Sobol sequence rests on; got ${value}`,
    );
  if (chosen === undefined) return;
  if (!optionRange) {
    if (typeof chosen !== "boolean") throw new InputError(`${at} must be true or false; got ${format(chosen)}`);
    return;
  }
  checkRange(at, chosen, optionRange, option, true);
  if (method === "morris" && chosen % 2 !== 0)
    throw new InputError(`${at} must be even, so that a step of half of them reaches every level; got ${chosen}`);
}

/** Distances along an axis that a choice of hypercubes may take: minutes of them. */
const MOST_DISTANCES = 1e11;

function checkMaximin(design: { latinHypercube: number; maximin?: number }, axes: number, place: Place): void {
  const { latinHypercube: points, maximin = 1 } = design;
  const most = Math.max(1, Math.floor((2 * MOST_DISTANCES) / (points * points * Math.max(1, axes))));
  if (maximin > most)
    throw new InputError(
      `${place(["design", "maximin"])} must be at most ${most} for ${points} points of ${axes} axes; got ${maximin}`,
    );
}

/** How many points a design makes of axes. */
export function sizeOf(design: DesignPlan, axes: readonly SweepAxis[]): number {
  const lengths = axes.map((axis) => ("values" in axis ? axis.values.length : 0));
  const d = axes.length;
  if (design === "grid") return lengths.reduce((product, n) => product * n, 1);
  if (design === "list") return lengths[0] ?? 1;
  if ("latinHypercube" in design) return design.latinHypercube;
  if ("sobol" in design) return design.sobol;
  if ("morris" in design) return design.morris * (d + 1);
  return design.saltelli * (design.secondOrder ? 2 * d + 2 : d + 2);
}

/** The points of the unit cube at which axes are set. */
export function designOf(design: DesignPlan, axes: readonly SweepAxis[], seed: string | number): Design {
  const dimensions = axes.length;
  if (dimensions === 0) return [[]];
  const lists = () => axes.map(spaceAxis) as ChoiceAxis[];
  if (design === "grid") return grid(lists().map((axis) => axis.values.length));
  if (design === "list") return list(lists());
  if ("latinHypercube" in design) {
    const { latinHypercube: points, maximin: candidates = 1 } = design;
    return latinHypercube({ points, dimensions, seed, candidates });
  }
  if ("sobol" in design) {
    const { sobol: points, scramble = true } = design;
    return sobolSequence({ points, dimensions, ...(scramble ? { seed } : {}) });
  }
  if ("morris" in design) {
    const { morris: trajectories, levels = 4 } = design;
    return morris({ trajectories, dimensions, levels, seed });
  }
  return saltelli({ base: design.saltelli, dimensions, seed, second: design.secondOrder ?? false });
}
