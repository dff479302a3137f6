/**
 * The exchange workload, as every implementation plays it.
 *
 * N agents on one graph; each directed tie holds trust (at first 1/2), each pair a ledger (at first 0). In a step all act
 * once in a fresh random order: agent i asks a neighbor j drawn evenly, who helps with
 *
 *   p = .25·a_j + .5·t_ji + .25/(1 + exp(-b_ji/4))
 *
 * a: altruism, uniform; b_ji: favors j received from i less those j gave i. Help: t_ij += .10(1 - t_ij),
 * t_ji += .05(1 - t_ji), b_ij += 1. Refusal: t_ij *= .8. Recorded every step: mean trust over ties, share of help.
 */
export interface Peer {
  /** Does so many steps and tells the means over them. */
  steps(count: number): { trust: number; help: number };
}

/** What the workload comes to rest at (N = 1000, steps 401 … 600), within .002. */
export const STATIONARY = { trust: 0.3686, help: 0.4321, tolerance: 0.002 };

export const ALTRUISM = 0.25;
export const TRUST = 0.5;
export const RETURN = 0.25;

/** The part of the chance of help that the ledger makes. */
export function returning(ledger: number): number {
  return RETURN / (1 + Math.exp(-ledger / 4));
}

/** `returning` of whole ledgers from -REACH to REACH, at [ledger + REACH]. */
export const REACH = 64;
export const RETURNING = Float64Array.from({ length: 2 * REACH + 1 }, (_, k) => returning(k - REACH));

/** What one agent holds of another, where ties are objects: trust, and favors received less those given. */
export interface Tie {
  trust: number;
  ledger: number;
}

/** The asked, whose tie is `back`, helps the asker, whose tie is `there`, or refuses; true if it helps. */
export function answer(there: Tie, back: Tie, altruism: number, random: () => number): boolean {
  const p = ALTRUISM * altruism + TRUST * back.trust + returning(back.ledger);
  if (random() >= p) {
    there.trust *= 0.8;
    return false;
  }
  there.trust += 0.1 * (1 - there.trust);
  back.trust += 0.05 * (1 - back.trust);
  there.ledger++;
  back.ledger--;
  return true;
}

/** A fresh random order of the items, in place. */
export function shuffle<T>(items: { [place: number]: T; readonly length: number }, random: () => number): void {
  for (let k = items.length - 1; k > 0; k--) {
    const j = Math.floor(random() * (k + 1));
    const held = items[k]!;
    items[k] = items[j]!;
    items[j] = held;
  }
}

/** Means over steps from what a step leaves. */
export function over(count: number, step: () => { trust: number; help: number }): { trust: number; help: number } {
  let [trust, help] = [0, 0];
  for (let s = 0; s < count; s++) {
    const one = step();
    trust += one.trust;
    help += one.help;
  }
  return { trust: trust / count, help: help / count };
}
