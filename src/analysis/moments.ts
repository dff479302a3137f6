/**
 * Mean and variance of a stream of numbers, none of which is kept.
 *
 * Source: B. P. Welford (1962), Note on a method for calculating corrected sums of squares and products, Technometrics
 * 4(3), 419-420.
 */

export class Moments {
  #n = 0;
  #mean = 0;
  #squares = 0;

  /** Of all numbers of a list. */
  static of(values: Iterable<number>): Moments {
    const moments = new Moments();
    for (const value of values) moments.add(value);
    return moments;
  }

  add(value: number): void {
    this.#n++;
    const step = value - this.#mean;
    this.#mean += step / this.#n;
    this.#squares += step * (value - this.#mean);
  }

  /** Numbers so far. */
  get n(): number {
    return this.#n;
  }

  /** Arithmetic mean; null of nothing. */
  get mean(): number | null {
    return this.#n === 0 ? null : this.#mean;
  }

  /** Variance of the sample (n - 1), in the unit squared; null of fewer than two numbers. */
  get variance(): number | null {
    return this.#n < 2 ? null : this.#squares / (this.#n - 1);
  }
}
