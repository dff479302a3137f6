/** Sensitivity of a measure to the axes of a finished sweep, whose design was made for it. */
import { InputError } from "../../kernel/check.ts";
import { Moments } from "../moments.ts";
import { type At, type CellRow, cellNumber, grouped, type Rows, runColumns } from "../runTable.ts";
import type { BootstrapOptions } from "./bootstrap.ts";
import { type MorrisEffects, morrisEffects } from "./morrisEffects.ts";
import { type SobolIndices, sobolIndices } from "./sobolIndices.ts";

/** The design of a sweep: trajectories with their points in the unit cube, or Saltelli's rows. */
export type SweepDesign =
  | { readonly kind: "morris"; readonly points: readonly (readonly number[])[] }
  | { readonly kind: "saltelli"; readonly dimensions: number; readonly second?: boolean };

export type SweepIndices =
  | { readonly kind: "morris"; readonly effects: MorrisEffects }
  | { readonly kind: "saltelli"; readonly indices: SobolIndices };

/** A scenario of a sweep, with blocks swapped or not: its points in the order of the design. */
export interface Variant {
  readonly scenario: string;
  readonly swap: string;
  readonly points: readonly number[];
  /** Mean of the measure over the finished runs of each point; null where none has a value. */
  readonly means: readonly (number | null)[];
}

/**
 * Means of a measure at the points of each variant, from the rows of `runs.csv` without its header, in the order of points.
 *
 * @throws InputError for a header that lacks a column or the measure.
 */
export async function variantMeans(header: CellRow, rows: Rows, measure: string, at: At): Promise<Variant[]> {
  const columns = runColumns(header);
  const read = columns.measures.find((m) => m.measure === measure && m.at === at);
  if (!read) throw new InputError(`runs.csv: expected a column "${at}_${measure}"; got none`);
  const variants = new Map<string, { scenario: string; swap: string; points: number[]; means: (number | null)[] }>();
  for await (const [point, group] of grouped(rows, (row) => row[columns.point]!)) {
    const [scenario, swap] = [group[0]![columns.scenario]!, group[0]![columns.swap]!];
    const key = JSON.stringify([scenario, swap]);
    const variant = variants.get(key) ?? { scenario, swap, points: [], means: [] };
    variants.set(key, variant);
    const finished = group.filter((row) => row[columns.status] === "finished");
    const values = finished.map((row) => cellNumber(row[read.column]!)).filter((v) => v !== null);
    variant.points.push(Number(point));
    variant.means.push(Moments.of(values).mean);
  }
  return [...variants.values()];
}

/**
 * Morris effects or Sobol indices of one variant's means.
 *
 * What chance leaves of the spread between replicates in a mean counts as if the axes had acted together, so it raises
 * sigma and the total indices; with common random numbers less so.
 *
 * @throws InputError for a point without a value, and as `morrisEffects` and `sobolIndices` do.
 */
export function sweepIndices(
  design: SweepDesign,
  { points, means }: Pick<Variant, "points" | "means">,
  options: BootstrapOptions,
): SweepIndices {
  const lacking = means.indexOf(null);
  if (lacking >= 0)
    throw new InputError(`point ${points[lacking]} has no run with a value, and indices need every point`);
  const outputs = means as readonly number[];
  if (design.kind === "morris")
    return { kind: "morris", effects: morrisEffects({ points: design.points, outputs, ...options }) };
  const { dimensions, second = false } = design;
  return { kind: "saltelli", indices: sobolIndices({ dimensions, second, outputs, ...options }) };
}
