/**
 * How much of a gap between two settings each of a few factors explains, from runs of all combinations on the same seeds.
 *
 * Each combination is a coalition of the factors that have changed (see `shapley.ts`), worth the mean over its runs. Intervals
 * are percentiles over resamples of replicates: a resample takes the same replicates in every combination, so that what paired
 * seeds do alike falls out of every difference.
 *
 * Sources: A. B. Owen (2014), Sobol' indices and Shapley value, SIAM/ASA Journal on Uncertainty Quantification 2(1), 245-251, and
 * E. Song, B. L. Nelson & J. Staum (2016), Shapley effects for global sensitivity analysis: theory and computation, same
 * journal 4(1), 1060-1083, share out the variance of an output; here it is a difference, as in Shorrocks (2013).
 */
import { InputError } from "../kernel/check.ts";
import { type BootstrapOptions, type Estimate, eachResample, estimate } from "./sensitivity/bootstrap.ts";
import { applied, gameForms, type LinearForm, playersIn } from "./shapley.ts";

/** The values of a combination by replicate, null where a run has none; a combination that cannot be is null itself. */
export type CellValues = readonly (number | null)[] | null;

export interface FactorShare {
  /** In the outcome's unit. */
  readonly share: Estimate;
  /** Of the gap; null where the gap's interval holds 0, so that no part of it means anything. */
  readonly percent: Estimate | null;
  /** Changed alone, and changed last of all; null where that combination cannot be. */
  readonly first: Estimate | null;
  readonly last: Estimate | null;
}

/** A set of factors, by their indices, and what it adds. */
export interface SetEstimate extends Estimate {
  readonly factors: readonly number[];
}

export interface GapShares {
  /** Means without and with all changes, and their difference. */
  readonly from: Estimate;
  readonly to: Estimate;
  readonly gap: Estimate;
  /** In the order of the factors; they sum to the gap. */
  readonly factors: readonly FactorShare[];
  /** Shapley interaction index of every pair that can be told. */
  readonly pairs: readonly SetEstimate[];
  /** Dividends of sets of three factors and more that can be told: what no smaller set accounts for. */
  readonly higher: readonly SetEstimate[];
  /** Orders of change that can be, of n!. */
  readonly orders: number;
}

/**
 * @param cells by coalition: 2^n combinations, each with the same number of replicates in the same order, two at least.
 * @throws InputError for another form, a combination without any value, or resamples too many of which lack one.
 */
export function gapShares(cells: readonly CellValues[], options: BootstrapOptions): GapShares {
  const forms = gameForms(cells.map((cell) => cell !== null));
  const all = cells.length - 1;
  const point = meansOf(cells, checkedReplicates(cells));
  const wanted = [unit(0, cells.length), unit(all, cells.length), difference(all, 0, cells), ...forms.shares];
  const bits = forms.shares.map((_, j) => 1 << j);
  const first = bits.map((bit) => difference(bit, 0, cells));
  const last = bits.map((bit) => difference(all, all ^ bit, cells));
  const pairs = forms.pairs.flatMap(({ players, form }) => (form ? [{ factors: players, form }] : []));
  const higher = forms.dividends.flatMap((form, c) => {
    const factors = playersIn(c);
    return form && factors.length > 2 ? [{ factors, form }] : [];
  });
  const every = [...wanted, ...first, ...last, ...[...pairs, ...higher].map(({ form }) => form)];
  const estimates = estimated(every, point, resampledMeans(cells, options), options.confidence);
  const of = (form: LinearForm | null) => (form ? estimates.get(form)! : null);
  const [from, to, gap] = wanted.slice(0, 3).map((form) => of(form)!.estimate) as [Estimate, Estimate, Estimate];
  const gapForm = wanted[2]!;
  const isClear = gap.low > 0 || gap.high < 0;
  const named = (sets: readonly { factors: readonly number[]; form: LinearForm }[]) =>
    sets.map(({ factors, form }): SetEstimate => ({ factors, ...of(form)!.estimate }));
  return {
    ...{ from, to, gap, orders: forms.orders, pairs: named(pairs), higher: named(higher) },
    factors: forms.shares.map((form, j) => ({
      share: of(form)!.estimate,
      percent: isClear ? percentOf(of(form)!, of(gapForm)!, options.confidence) : null,
      first: of(first[j]!)?.estimate ?? null,
      last: of(last[j]!)?.estimate ?? null,
    })),
  };
}

function checkedReplicates(cells: readonly CellValues[]): Float64Array {
  const n = cells[0]?.length ?? 0;
  if (n < 2) throw new InputError(`shares need at least two replicates; got ${n}`);
  for (const [c, cell] of cells.entries()) {
    if (cell === null) continue;
    if (cell.length !== n) throw new InputError(`cells[${c}] must hold ${n} values, as the first; got ${cell.length}`);
    if (cell.every((value) => value === null))
      throw new InputError(`cells[${c}] must hold at least one value; got none`);
  }
  return new Float64Array(n).fill(1);
}

/** Mean of every cell over replicates taken so often; NaN of a cell that cannot be, or of which none was taken. */
function meansOf(cells: readonly CellValues[], counts: Float64Array): Float64Array {
  return Float64Array.from(cells, (cell) => {
    if (cell === null) return Number.NaN;
    let [sum, n] = [0, 0];
    for (let r = 0; r < cell.length; r++) {
      const value = cell[r]!;
      if (value === null) continue;
      sum += counts[r]! * value;
      n += counts[r]!;
    }
    return sum / n;
  });
}

/** Means in each resample in which every cell has a value. */
function resampledMeans(cells: readonly CellValues[], options: BootstrapOptions): Float64Array[] {
  const kept: Float64Array[] = [];
  let made = 0;
  eachResample(cells[0]!.length, options, (counts) => {
    made++;
    const means = meansOf(cells, counts);
    if (cells.every((cell, c) => cell === null || !Number.isNaN(means[c]))) kept.push(means);
  });
  if (2 * kept.length >= made) return kept;
  throw new InputError(
    `intervals need a value of every cell in half of the resamples; got ${kept.length} of ${made}: more replicates are needed`,
  );
}

interface Resampled {
  readonly estimate: Estimate;
  readonly values: readonly number[];
}

function estimated(
  forms: readonly (LinearForm | null)[],
  point: Float64Array,
  resamples: readonly Float64Array[],
  confidence: number | undefined,
): ReadonlyMap<LinearForm, Resampled> {
  const found = new Map<LinearForm, Resampled>();
  // sums of means leave rounding where there is nothing
  const rounding = 1e-13 * Math.max(...point.map((mean) => (Number.isNaN(mean) ? 0 : Math.abs(mean))));
  const exact = (form: LinearForm, means: Float64Array) => {
    const value = applied(form, means);
    return Math.abs(value) <= rounding ? 0 : value;
  };
  for (const form of forms) {
    if (form === null) continue;
    const values = resamples.map((means) => exact(form, means));
    found.set(form, { estimate: estimate(exact(form, point), values, confidence), values });
  }
  return found;
}

function percentOf(share: Resampled, gap: Resampled, confidence: number | undefined): Estimate {
  const percent = (part: number, whole: number) => (100 * part) / whole;
  const values = share.values.flatMap((part, k) => (gap.values[k] === 0 ? [] : [percent(part, gap.values[k]!)]));
  return estimate(percent(share.estimate.value, gap.estimate.value), values, confidence);
}

function unit(coalition: number, size: number): LinearForm {
  const form = new Float64Array(size);
  form[coalition] = 1;
  return form;
}

/** The value of one coalition less that of another; null if one of them cannot be. */
function difference(plus: number, minus: number, cells: readonly CellValues[]): LinearForm | null {
  if (cells[plus] === null || cells[minus] === null) return null;
  const form = unit(plus, cells.length);
  form[minus]! -= 1;
  return form;
}
