/** How much of the gap between two scenarios each context block explains, from the outcomes of all cells of their swap. */
import type { At } from "../analysis/runTable.ts";
import type { Estimate } from "../analysis/sensitivity/bootstrap.ts";
import { type FactorShare, gapShares, type SetEstimate } from "../analysis/shapleyShares.ts";
import { mean } from "../analysis/summary.ts";
import { InputError } from "../kernel/check.ts";
import type { BlockName } from "../model/context.ts";
import type { Text } from "../model/vocabulary.ts";
import { type MeasureName, measureOf } from "../observe/measures.ts";
import type { ExplainSweep } from "./explain.ts";

/** What an outcome counts as where there is nothing it could be read of: nothing brought, nothing resolved. */
const OF_NOTHING: Partial<Record<MeasureName, number>> = { resolvedShare: 0 };

/** Resamples of the replicates for intervals. */
const RESAMPLES = 2000;

export interface BlockShare extends FactorShare {
  readonly block: BlockName;
}

/** What a set of blocks adds together. */
export interface BlockSet extends Estimate {
  readonly blocks: readonly BlockName[];
}

/** An outcome in a cell. */
export interface OutcomeCell {
  /** Runs with a value, those counted as 0 among them. */
  readonly n: number;
  /** Runs counted as 0, for nothing was brought. */
  readonly ofNothing: number;
  /** Runs without a value, failed ones among them. */
  readonly missing: number;
  readonly mean: number | null;
}

export interface OutcomeShares {
  /** Means of the first scenario and of it with all blocks of the second, and the second less the first. */
  readonly from: Estimate;
  readonly to: Estimate;
  readonly gap: Estimate;
  /** In the order of `blocks`; values sum to the gap. */
  readonly shares: readonly BlockShare[];
  /** Shapley interaction index of pairs, strongest first. */
  readonly pairs: readonly BlockSet[];
  /** Dividends of three blocks and more, strongest first. */
  readonly higher: readonly BlockSet[];
}

export interface ExplainedOutcome {
  readonly measure: MeasureName;
  /** By cell; null for one that cannot be. */
  readonly cells: readonly (OutcomeCell | null)[];
  /** Why there are no shares; null if there are. */
  readonly refused: Text | null;
  readonly found: OutcomeShares | null;
}

/** Plain JSON. */
export interface ExplainResult {
  readonly version: string;
  readonly a: { readonly name: string; readonly title: Text };
  readonly b: { readonly name: string; readonly title: Text };
  readonly at: At;
  /** Last date of the runs, and the date at which outcomes were read. */
  readonly until: string;
  readonly date: string;
  readonly seed: string | number;
  readonly replicates: number;
  readonly failed: number;
  /** Blocks in which the two differ, and those that are the same. */
  readonly blocks: readonly BlockName[];
  readonly same: readonly BlockName[];
  /** By coalition: which blocks are the second scenario's, and why the cell cannot be. */
  readonly cells: readonly { readonly blocks: readonly BlockName[]; readonly infeasible: Text | null }[];
  /** Orders in which blocks can be swapped one by one, and all n! of them. */
  readonly orders: { readonly left: number; readonly all: number };
  readonly outcomes: readonly ExplainedOutcome[];
}

/** Runs of a cell by replicate: the outcome's value, null where a run has none, undefined where it failed. */
export type RawCell = readonly (number | null | undefined)[];

export interface ExplainOptions {
  readonly outcomes: readonly MeasureName[];
  readonly at: At;
  readonly failed: number;
  /** Values of an outcome in the runs of a point. */
  readonly values: (measure: MeasureName, point: number) => RawCell;
}

/** Throws an InputError for an outcome that has no mean. */
export function checkOutcomes(outcomes: readonly string[]): MeasureName[] {
  return outcomes.map((name) => {
    const measure = measureOf(name);
    if (measure.unit === "date")
      throw new InputError(`outcome ${name}: expected a measure that has a mean; got one that is a date`);
    return measure.name;
  });
}

/**
 * The shares of every outcome. One of which a cell has a value in fewer than half of its runs is refused: a mean over the runs
 * in which it happens to be defined would compare other runs in each cell.
 */
export function explained(from: ExplainSweep, { outcomes, at, failed, values }: ExplainOptions): ExplainResult {
  const { a, b, blocks, same, cells, sweep } = from;
  const { replicates, seed, until = a.until } = sweep.plan;
  const found = outcomes.map((measure) => outcomeOf(measure, from, values));
  const all = blocks.reduce((product, _, k) => product * (k + 1), 1);
  const left = found.find((f) => f.orders !== null)?.orders ?? all;
  return {
    version: sweep.loaded.version,
    a: { name: a.name, title: a.title },
    b: { name: b.name, title: b.title },
    ...{ at, until, date: at === "final" ? until : a.reading, seed, replicates, failed, blocks, same },
    cells: cells.map(({ blocks, infeasible }) => ({ blocks, infeasible })),
    orders: { left, all },
    outcomes: found.map(({ outcome }) => outcome),
  };
}

function outcomeOf(
  measure: MeasureName,
  { cells, blocks }: ExplainSweep,
  values: ExplainOptions["values"],
): { outcome: ExplainedOutcome; orders: number | null } {
  const counts = OF_NOTHING[measure];
  const raw = cells.map(({ point }) => (point === null ? null : values(measure, point)));
  const filled = raw.map((cell) => cell?.map((v) => (v === null ? (counts ?? null) : (v ?? null))) ?? null);
  const summaries = filled.map((cell, c): OutcomeCell | null => {
    if (cell === null) return null;
    const present = cell.filter((v) => v !== null);
    const ofNothing = counts === undefined ? 0 : raw[c]!.filter((v) => v === null).length;
    return { n: present.length, ofNothing, missing: cell.length - present.length, mean: mean(present) };
  });
  const undefinedAt = summaries.findIndex((cell) => cell !== null && 2 * cell.missing > cell.missing + cell.n);
  if (undefinedAt >= 0) {
    const { missing, n } = summaries[undefinedAt]!;
    const refused = refusal(cells[undefinedAt]!.blocks, missing, missing + n);
    return { outcome: { measure, cells: summaries, refused, found: null }, orders: null };
  }
  // one seed for all: an outcome's intervals do not depend on which others are asked for
  const { from, to, gap, factors, pairs, higher, orders } = gapShares(filled, { seed: 1, resamples: RESAMPLES });
  const named = ({ factors: set, ...estimate }: SetEstimate) => ({ blocks: set.map((j) => blocks[j]!), ...estimate });
  const shares = factors.map((factor, j) => ({ block: blocks[j]!, ...factor }));
  const own = { from, to, gap, shares, pairs: strongest(pairs).map(named), higher: strongest(higher).map(named) };
  return { outcome: { measure, cells: summaries, refused: null, found: own }, orders };
}

const strongest = <T extends Estimate>(sets: readonly T[]) =>
  [...sets].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));

function refusal(blocks: readonly BlockName[], missing: number, runs: number): Text {
  const cell = blocks.length === 0 ? { en: "no block", zh: "不换任何模块" } : named(blocks);
  return {
    en: `undefined: with ${cell.en} swapped, ${missing} of ${runs} runs have no value`,
    zh: `无定义：${cell.zh}时，${runs} 次运行中有 ${missing} 次没有取值`,
  };
}

const named = (blocks: readonly BlockName[]): Text => ({ en: blocks.join(", "), zh: `换入 ${blocks.join("、")} ` });
