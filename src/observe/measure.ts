/** What a measure is. Measures are data: one list, from which readings, series, help and documentation are made. */
import type { Ties } from "../kernel/ties.ts";
import type { Run } from "../model/run.ts";
import type { Text } from "../model/vocabulary.ts";
import { type Chronicle, chronicle } from "./chronicle.ts";
import type { Series } from "./series.ts";

/** A number, an ISO date, or null where there is none. Booleans are 0 and 1. */
export type MeasureValue = number | string | null;

/** A state of a run to measure, with what several measures share computed once. */
export class Reading {
  readonly run: Run;
  readonly series: Series;
  #chronicle: Chronicle | undefined;
  #trustGiven: Float64Array | undefined;

  constructor(run: Run, series: Series) {
    this.run = run;
    this.series = series;
  }

  get chronicle(): Chronicle {
    this.#chronicle ??= chronicle(this.run);
    return this.#chronicle;
  }

  /** Trust in acquaintances, summed for each resident; valid until the run is read again. */
  get trustGiven(): Float64Array {
    this.#trustGiven ??= trustGiven(this.run.world.ties);
    return this.#trustGiven;
  }

  date(tick: number | null): string | null {
    return tick === null ? null : this.run.clock.date(tick);
  }
}

/** The array of the last reading serves the next: a reading is of the present, and a city has millions of sums. */
const lastSums = new WeakMap<Ties, Float64Array>();

/** One walk through the pool as it lies in memory: a walk along each resident's list would jump. */
function trustGiven(ties: Ties): Float64Array {
  const { to, data, stride, offset, pairs, degree } = ties;
  const sums = lastSums.get(ties) ?? new Float64Array(degree.length);
  lastSums.set(ties, sums.fill(0));
  const trust = offset.trust!;
  for (let p = 0; p < pairs; p++) {
    const there = to[2 * p]!;
    if (there < 0) continue;
    sums[to[2 * p + 1]!]! += data[2 * p * stride + trust]!;
    sums[there]! += data[(2 * p + 1) * stride + trust]!;
  }
  return sums;
}

export interface Measure<N extends string = string> {
  readonly name: N;
  readonly unit: string;
  readonly text: Text;
  /** Source, where it is not a plain count or mean. */
  readonly source?: string;
  read(reading: Reading): MeasureValue;
}

/** A measure, shortly. */
export function measure<const N extends string>(
  name: N,
  unit: string,
  en: string,
  zh: string,
  read: (reading: Reading) => MeasureValue,
  source?: string,
): Measure<N> {
  return { name, unit, text: { en, zh }, read, ...(source === undefined ? {} : { source }) };
}

/** a / b, or null where b is 0. */
export function ratio(a: number, b: number): number | null {
  return b === 0 ? null : a / b;
}
