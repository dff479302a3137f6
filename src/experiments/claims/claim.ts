/**
 * What a claim is: words, contrast, measures with the direction expected and the smallest effect that matters, and the
 * term that names it with how it is frozen. All of it stands before any run.
 */
import type { Direction } from "../../analysis/verdict.ts";
import type { Context } from "../../model/context.ts";
import type { Changes } from "../../model/run.ts";
import type { Text } from "../../model/vocabulary.ts";
import type { MeasureName } from "../../observe/measures.ts";

/** The neighborhoods in which claims are tested: names of scenarios. */
export const NEIGHBORHOODS = ["new-estate", "old-district"] as const;
export type Neighborhood = (typeof NEIGHBORHOODS)[number];
export type Contexts = Readonly<Record<Neighborhood, Context>>;

/** What is set; where that is taken from a scenario's context, as a function of the contexts. */
export type Values = Changes | ((contexts: Contexts) => Changes);

export interface Setting {
  readonly values?: Values;
  /** Name of a variant of the standard model (`VARIANTS`). */
  readonly variant?: string;
}

/** One side of a contrast. */
export interface ClaimArm extends Setting {
  readonly neighborhood: Neighborhood;
  readonly text: Text;
}

/** Both sides of a contrast set otherwise, on top of what they set themselves. */
export interface Both {
  /** Name of the setting, unlike those of others in the claim. */
  readonly name: string;
  readonly a: Setting;
  readonly b: Setting;
}

/**
 * The term that names the claim, and how it is frozen:
 *
 *   held     the contrast is run once more with the term held, so that it no longer answers to what the arms set
 *   itself   the contrast is the term: frozen, the arms are the same, and the sign is assumed
 *   none     no term names the claim: what sign there is comes out of others
 */
export type Frozen =
  | ({ readonly kind: "held"; readonly term: Text } & Both)
  | { readonly kind: "itself" | "none"; readonly why: Text };

/** A run without the measure: left out of its pair, or counted as a value that stands for it. */
export type Absent = { readonly value: number; readonly why: Text };

export interface ClaimTest {
  /** Names of arms of the claim, of one neighborhood; the effect is b less a. */
  readonly a: string;
  readonly b: string;
  /** A date counts as months from the start of the run, the end of the run if there is none. */
  readonly measure: MeasureName;
  /** At the reading date of the scenario, or at the end of the run. */
  readonly at: "reading" | "final";
  readonly direction: Direction;
  /** The smallest effect that matters, in the measure's unit; of direction 0 half the width of the band. */
  readonly smallest: number;
  readonly why: Text;
  readonly absent?: Absent;
  readonly frozen: Frozen;
  /** Circumstances under which the effect may be another: the contrast is run in them too. */
  readonly within?: Both & { readonly text: Text };
}

export interface Quotation {
  /** As it is printed. */
  readonly zh: string;
  readonly en: string;
  /** Section, say 四(三)1. */
  readonly place: string;
}

export interface Claim {
  readonly id: number;
  readonly name: string;
  readonly text: Text;
  /** The paper's, or ours by extension of it; then the quotation is what it extends. */
  readonly by: "paper" | "ours";
  readonly quote: Quotation;
  /** Arms by name. */
  readonly arms: Readonly<Record<string, ClaimArm>>;
  /** Last date of the runs. */
  readonly until: string;
  /** The claim stands if all do. */
  readonly tests: readonly ClaimTest[];
  /** What a reader must know of the contrast. */
  readonly note?: Text;
  /** Of a claim that does not stand: what was looked at. */
  readonly finding?: Text;
}

/** The same set on both sides. */
export function both(name: string, setting: Setting): Both {
  return { name, a: setting, b: setting };
}

/** Values of a setting with the contexts of the scenarios at hand. */
export function valuesOf({ values = {} }: Setting, contexts: Contexts): Changes {
  return typeof values === "function" ? values(contexts) : values;
}
