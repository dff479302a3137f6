/** The tidy tables of an explained gap, as R, pandas and DuckDB read them. */
import type { Estimate } from "../../analysis/sensitivity/bootstrap.ts";
import type { ExplainedOutcome, ExplainResult, OutcomeShares } from "../../experiments/explainResult.ts";
import { type Cell, csvRow } from "../csv.ts";

const SHARES = ["outcome", "kind", "blocks", "value", "low", "high", "percent", "percentLow", "percentHigh"] as const;
const CELLS = ["outcome", "cell", "blocks", "feasible", "n", "ofNothing", "missing", "mean"] as const;

/**
 * A row an estimate. `kind`: `from`, `to`, `gap`; `share`, `first` (alone) and `last` (on top of all others) of a block; `pair` and
 * `higher` of several, joined by +.
 */
export function sharesTable({ outcomes }: ExplainResult): string {
  const rows = outcomes.flatMap(({ measure, found }) => (found ? shareRows(measure, found) : []));
  return [SHARES, ...rows].map(csvRow).join("");
}

function shareRows(measure: string, { from, to, gap, shares, pairs, higher }: OutcomeShares): Cell[][] {
  const row = (kind: string, blocks: readonly string[], estimate: Estimate | null, percent: Estimate | null = null) =>
    estimate ? [[measure, kind, blocks.join("+") || null, ...ends(estimate), ...ends(percent)]] : [];
  return [
    ...row("from", [], from),
    ...row("to", [], to),
    ...row("gap", [], gap),
    ...shares.flatMap(({ block, share, percent }) => row("share", [block], share, percent)),
    ...shares.flatMap(({ block, first }) => row("first", [block], first)),
    ...shares.flatMap(({ block, last }) => row("last", [block], last)),
    ...pairs.flatMap((pair) => row("pair", pair.blocks, pair)),
    ...higher.flatMap((set) => row("higher", set.blocks, set)),
  ];
}

const ends = (estimate: Estimate | null): Cell[] =>
  estimate ? [estimate.value, estimate.low, estimate.high] : [null, null, null];

/** A row an outcome and cell: its number is that of its coalition, its blocks those of the second scenario. */
export function cellsTable({ outcomes, cells }: ExplainResult): string {
  const rows = outcomes.flatMap(({ measure, cells: own }: ExplainedOutcome) =>
    own.map((cell, c): Cell[] => {
      const { n, ofNothing, missing, mean } = cell ?? { n: 0, ofNothing: 0, missing: 0, mean: null };
      return [measure, c, cells[c]!.blocks.join("+") || null, cell ? 1 : 0, n, ofNothing, missing, mean];
    }),
  );
  return [CELLS, ...rows].map(csvRow).join("");
}
