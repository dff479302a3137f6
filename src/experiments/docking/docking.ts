/**
 * Docking: a rule of the model is put in the place of its published original and must do what that is known to do.
 *
 * What is tried is the model's own rule: its function, or its mechanism bound in a world where all else stands still.
 * Some originals lie at a limit beyond the range of a parameter; mechanisms are then bound with that value all the same,
 * which says so of the rule and not of its default.
 *
 * Source of the word and the practice: Axtell, Axelrod, Epstein & Cohen (1996), Aligning simulation models, Computational
 * and Mathematical Organization Theory 1(2), 123-141.
 */
import type { AnyMechanism, Parameters } from "../../model/mechanism.ts";
import type { Network } from "../../model/network.ts";
import { type Changes, Run } from "../../model/run.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { Text } from "../../model/vocabulary.ts";

export interface Docking {
  readonly name: Text;
  /** The mechanism, or the function of it, that was tried. */
  readonly rule: string;
  /** What the original is known to do. */
  readonly published: Text;
  readonly source: string;
  /** What the model's rule did. */
  readonly found: Text;
  /** Ends of the 95 % interval of the number that decides, where chance has a part in it. */
  readonly interval?: readonly [number, number];
  /** Whether the published statement holds of the model's rule. */
  readonly holds: boolean;
  /** What of the published result is no part of the rule, or holds in a limit alone. */
  readonly limits?: Text;
}

/** A world in which nothing moves until a mechanism is bound to it. */
export function standing(ground: Scenario, seed: string | number, network?: Network, values: Changes = {}): Run {
  return new Run({ ...ground, values: {} }, { seed, values, ...(network ? { network } : {}) });
}

/** The week's step of one mechanism alone, by its defaults but for `values`, which may lie beyond their ranges. */
export function alone(
  mechanism: AnyMechanism,
  { world, context, clock, random }: Pick<Run, "world" | "context" | "clock" | "random">,
  values: Readonly<Record<string, number>> = {},
): (tick: number) => void {
  const defaults = Object.entries(mechanism.parameters as Parameters).map(([name, p]) => [name, p.default]);
  return mechanism.bind({
    ...{ world, context, clock },
    values: { ...Object.fromEntries(defaults), ...values },
    key: (draw) => random.key(mechanism.name, draw),
    log: () => () => {},
  });
}

/** Everybody knows everybody; nothing has happened between them yet. */
export function complete(n: number): Network {
  const nodes = Array.from({ length: n }, (_, i) => ({ id: `${i}`, attributes: {} }));
  const arcs = nodes.flatMap((_, i) => Array.from({ length: i }, (_, j) => ({ source: i, target: j, weight: 0 })));
  return { name: "complete", nodes, arcs, foci: [] };
}

/** The same text in both languages: numbers and formulas. */
export const both = (text: string): Text => ({ en: text, zh: text });
