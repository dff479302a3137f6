/** The posterior that comes with the package: what `linli calibrate` found, in a form that is read without running it. */
import type { Draw } from "../trials.ts";
import type { Generation } from "./smc.ts";

/** Share of the runs at the point that lie inside each pattern in use, by scenario in the order of the plan. */
export type Shares = readonly (readonly number[])[];

/** A pattern as the posterior predicts it. */
export interface PredictedPattern {
  readonly name: string;
  readonly measure: string;
  /** Whether it was held out of the distance. */
  readonly heldOut: boolean;
  readonly median: number | string | null;
  readonly q05: number | string | null;
  readonly q95: number | string | null;
  /** Share of the runs inside its interval; no value counts as outside. */
  readonly insideShare: number;
}

export interface ShippedPosterior {
  readonly generations: readonly Generation[];
  /** The shipped defaults, and the values of contexts that have a prior. */
  readonly point: Draw & { readonly shares: Shares };
  /** By scenario in the order of the plan. */
  readonly check: readonly (readonly PredictedPattern[])[];
  /** A line a draw, all equally likely: its distance, then its values in the order of the first line. */
  readonly table: string;
}

/** A column of the table: `trust.prior`, or `new-estate: start.newcomers` for a value of one scenario's context. */
export function columnOf(name: string, scenario: string | undefined): string {
  return scenario === undefined ? name : `${scenario}: ${name}`;
}

/** Draws of a posterior with the distance of each. */
export function posteriorDraws({ table }: Pick<ShippedPosterior, "table">): (Draw & { readonly distance: number })[] {
  const [header, ...lines] = table.trim().split("\n");
  const columns = header!.split(",").map((column) => column.split(": "));
  return lines.map((line) => {
    const values: Record<string, number> = {};
    const arms: Record<string, Record<string, number>> = {};
    let distance = 0;
    for (const [k, cell] of line.split(",").entries()) {
      const [first, name] = columns[k] as [string, string?];
      if (name !== undefined) arms[first] = { ...arms[first], [name]: Number(cell) };
      else if (first === "distance") distance = Number(cell);
      else values[first] = Number(cell);
    }
    return { values, arms, distance };
  });
}
