/** What the model and null models make of a published network, over replicates, and which of them comes nearest. */
import { type MeanInterval, tInterval } from "../../analysis/intervals.ts";
import { pairedDifference } from "../../analysis/paired.ts";
import type { Network } from "../../model/network.ts";
import type { Scenario } from "../../model/scenario.ts";
import { arcsOfNetwork } from "../../observe/arcs.ts";
import { acquaintance, type Shape, sameDegrees, shapeOf } from "./graphs.ts";
import { arcsByLot, helpNetwork, seedOf, WAYS } from "./helping.ts";

/** `sameDegrees`: observed arcs rewired, in- and out-degrees kept. `byLot`: arcs drawn among acquaintances. */
export const SOURCES = [...WAYS, "byLot", "sameDegrees"] as const;
export type Source = (typeof SOURCES)[number];
/** Nulls that the model must beat. */
export const NULLS: readonly Source[] = ["random", "byLot", "sameDegrees"];

export const SHAPES = ["reciprocity", "transitivity"] as const;
export type ShapeName = (typeof SHAPES)[number];

export interface Made {
  readonly source: Source;
  readonly arcs: number;
  readonly mean: Readonly<Record<ShapeName, MeanInterval>>;
  /** Ends of the middle 95 % of replicates. */
  readonly spread: Readonly<Record<ShapeName, readonly [number, number]>>;
}

/** Distance of a null from the observed value less that of the model, replicate by replicate: above 0 the model is nearer. */
export interface Nearer {
  readonly shape: ShapeName;
  readonly than: Source;
  readonly by: MeanInterval;
}

export interface HelpResult {
  readonly name: string;
  readonly people: number;
  /** Pairs who could help each other. */
  readonly pairs: number;
  readonly observed: Shape;
  readonly years: number;
  readonly replicates: number;
  readonly made: readonly Made[];
  readonly nearer: readonly Nearer[];
}

export interface HelpExperiment {
  readonly name: string;
  /** Who helps whom. */
  readonly observed: Network;
  /** Who could help whom, of the same persons; default: whoever helps or is helped. */
  readonly known?: Network;
  readonly years?: number;
  readonly replicates: number;
  readonly seed: string | number;
}

/** @param ground - See `helpNetwork`. */
export function compareHelp(ground: Scenario, experiment: HelpExperiment): HelpResult {
  const { name, observed, years = 5, replicates, seed } = experiment;
  const known = acquaintance(experiment.known ?? observed);
  const arcs = arcsOfNetwork(observed);
  const target = shapeOf(arcs);
  const shapes = SOURCES.map((source) =>
    Array.from({ length: replicates }, (_, r) => {
      const own = seedOf(seed, r);
      if (source === "sameDegrees") return shapeOf(sameDegrees(arcs, own));
      if (source === "byLot") return shapeOf(arcsByLot(known, target.arcs, own));
      return shapeOf(helpNetwork(ground, known, target.arcs, { years, way: source, seed: own }));
    }),
  );
  const values = (source: Source, shape: keyof Shape) => shapes[SOURCES.indexOf(source)]!.map((made) => made[shape]);
  const missed = (source: Source, shape: ShapeName) => values(source, shape).map((x) => Math.abs(x - target[shape]));
  return {
    ...{ name, people: observed.nodes.length, pairs: known.arcs.length, observed: target, years, replicates },
    made: SOURCES.map((source) => ({
      source,
      arcs: Math.round(values(source, "arcs").reduce((a, b) => a + b) / replicates),
      mean: byShape((shape) => tInterval(values(source, shape))),
      spread: byShape((shape) => middle(values(source, shape))),
    })),
    nearer: SHAPES.flatMap((shape) =>
      NULLS.map((than) => {
        const { n, mean, low, high } = pairedDifference(missed("model", shape), missed(than, shape));
        return { shape, than, by: { n, mean, low, high } };
      }),
    ),
  };
}

function byShape<T>(of: (shape: ShapeName) => T): Readonly<Record<ShapeName, T>> {
  return { reciprocity: of("reciprocity"), transitivity: of("transitivity") };
}

function middle(values: readonly number[]): readonly [number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  return [at(0.025), at(0.975)];
}
