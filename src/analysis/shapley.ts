/**
 * The Shapley value of a game of few players, their interactions, and the terms that the game is a sum of: exact, from the
 * values of all coalitions.
 *
 * A coalition is the number whose bit j says whether player j is in it, and a game the list of its 2^n values; the empty
 * coalition may be worth anything. A coalition that cannot be (null) is met by no order of entry: shares are then means over
 * the orders that remain, which still sum to v(all) - v(none).
 *
 *   share_j      mean over orders of v(S + j) - v(S), S those who came before j
 *   pair_ij      mean over orders in which i and j enter as one of v(S + ij) - v(S + i) - v(S + j) + v(S)
 *   dividend_S   sum over T in S of (-1)^(|S| - |T|) v(T)
 *
 * Sources: L. S. Shapley (1953), A value for n-person games, in: Contributions to the theory of games II, Princeton University
 * Press, 307-317. J. C. Harsanyi (1963), A simplified bargaining model for the n-person cooperative game, International Economic
 * Review 4(2), 194-220 (dividends). M. Grabisch & M. Roubens (1999), An axiomatic approach to the concept of interaction among
 * players in cooperative games, International Journal of Game Theory 28(4), 547-565 (pairs). Orders that are left where
 * coalitions are missing: U. Faigle & W. Kern (1992), The Shapley value for cooperative games under precedence constraints, same
 * journal 21(3), 249-266. As a decomposition of a difference: A. F. Shorrocks (2013), Decomposition procedures for distributional
 * analysis: a unified framework based on the Shapley value, Journal of Economic Inequality 11(1), 99-126.
 */
import { InputError } from "../kernel/check.ts";

/** Values by coalition; null for one that cannot be. */
export type Game = readonly (number | null)[];

/** A statistic that is linear in the values of a game: a weight a coalition, 0 for those that it does not look at. */
export type LinearForm = Float64Array;

export interface PairForm {
  readonly players: readonly [number, number];
  /** null where no order lets the two enter one after the other in either sequence. */
  readonly form: LinearForm | null;
}

export interface GameForms {
  readonly players: number;
  /** Orders of entry in which every coalition met can be: n! if all can. */
  readonly orders: number;
  readonly shares: readonly LinearForm[];
  readonly pairs: readonly PairForm[];
  /** By coalition; null where one of its parts cannot be. */
  readonly dividends: readonly (LinearForm | null)[];
}

const MOST_PLAYERS = 10;

/** The players in a coalition, lowest first. */
export function playersIn(coalition: number): number[] {
  const players: number[] = [];
  for (let j = 0; coalition >> j > 0; j++) if ((coalition >> j) & 1) players.push(j);
  return players;
}

/** What a form makes of a game's values; those of coalitions that cannot be are not looked at. */
export function applied(form: LinearForm, values: ArrayLike<number | null>): number {
  let sum = 0;
  for (let c = 0; c < form.length; c++) if (form[c] !== 0) sum += form[c]! * values[c]!;
  return sum;
}

/**
 * The statistics of any game in which these coalitions can be.
 *
 * @param feasible by coalition; length 2^n, n from 1 to 10.
 * @throws InputError for another length, or if no order leads from none to all.
 */
export function gameForms(feasible: readonly boolean[]): GameForms {
  const size = feasible.length;
  const players = Math.round(Math.log2(size));
  if (players < 1 || players > MOST_PLAYERS || 1 << players !== size)
    throw new InputError(`a game needs the values of 2^n coalitions, n from 1 to ${MOST_PLAYERS}; got ${size} values`);
  const ways = waysOf(feasible, players);
  if (ways.orders === 0)
    throw new InputError("a game needs an order in which all its players can enter one by one; got none");
  const each = Array.from({ length: players }, (_, j) => j);
  return {
    players,
    orders: ways.orders,
    shares: each.map((j) => shareForm(j, ways, size)),
    pairs: each.flatMap((i) =>
      each.slice(i + 1).map((j): PairForm => ({ players: [i, j], form: pairForm(i, j, ways, feasible) })),
    ),
    dividends: feasible.map((_, c) => dividendForm(c, feasible)),
  };
}

/** Orders of entry up to a coalition, and from it to all: of these every mean over orders is made. */
interface Ways {
  readonly to: Float64Array;
  readonly from: Float64Array;
  readonly orders: number;
}

function waysOf(feasible: readonly boolean[], players: number): Ways {
  const size = feasible.length;
  const [to, from] = [new Float64Array(size), new Float64Array(size)];
  const all = size - 1;
  for (let c = 0; c < size; c++) {
    if (feasible[c]) to[c] = c === 0 ? 1 : playersIn(c).reduce((sum, j) => sum + to[c ^ (1 << j)]!, 0);
    const back = all - c; // supersets have larger numbers
    if (!feasible[back]) continue;
    let sum = back === all ? 1 : 0;
    for (let j = 0; j < players; j++) if (!((back >> j) & 1)) sum += from[back | (1 << j)]!;
    from[back] = sum;
  }
  return { to, from, orders: to[all]! };
}

function shareForm(j: number, { to, from, orders }: Ways, size: number): LinearForm {
  const form = new Float64Array(size);
  const bit = 1 << j;
  for (let c = 0; c < size; c++) {
    if (c & bit) continue;
    const weight = (to[c]! * from[c | bit]!) / orders;
    form[c | bit]! += weight;
    form[c]! -= weight;
  }
  return form;
}

function pairForm(i: number, j: number, { to, from }: Ways, feasible: readonly boolean[]): LinearForm | null {
  const form = new Float64Array(feasible.length);
  const [one, other] = [1 << i, 1 << j];
  let total = 0;
  for (let c = 0; c < feasible.length; c++) {
    if (c & (one | other) || !feasible[c | one] || !feasible[c | other]) continue;
    const ways = to[c]! * from[c | one | other]!;
    total += ways;
    form[c | one | other]! += ways;
    form[c | one]! -= ways;
    form[c | other]! -= ways;
    form[c]! += ways;
  }
  return total === 0 ? null : form.map((weight) => weight / total);
}

function dividendForm(coalition: number, feasible: readonly boolean[]): LinearForm | null {
  const form = new Float64Array(feasible.length);
  const size = playersIn(coalition).length;
  // every part of the coalition, itself first
  for (let part = coalition; ; part = (part - 1) & coalition) {
    if (!feasible[part]) return null;
    form[part] = (size - playersIn(part).length) % 2 === 0 ? 1 : -1;
    if (part === 0) return form;
  }
}

/** Which coalitions of a game can be. Throws an InputError for a value that is no finite number. */
export function feasibleIn(game: Game): boolean[] {
  const odd = game.findIndex((value) => value !== null && !Number.isFinite(value));
  if (odd >= 0) throw new InputError(`values[${odd}] must be a finite number or null; got ${game[odd]}`);
  return game.map((value) => value !== null);
}

/**
 * Each player's Shapley value; together they are v(all) - v(none).
 *
 * @throws InputError as `gameForms` does, and for values that are not finite.
 */
export function shapleyValue(game: Game): number[] {
  return gameForms(feasibleIn(game)).shares.map((form) => applied(form, game));
}

/** How much more (or less) two players add together than each by itself, on average over what the others do. */
export interface PairInteraction {
  readonly players: readonly [number, number];
  readonly value: number | null;
}

/** The Shapley interaction index of every pair, the first with the second, with the third, and so on; errors as above. */
export function interactionIndex(game: Game): PairInteraction[] {
  return gameForms(feasibleIn(game)).pairs.map(({ players, form }) => ({
    players,
    value: form ? applied(form, game) : null,
  }));
}

/** Harsanyi's dividend of every coalition, by its number: what its players add only when all are in; errors as above. */
export function dividends(game: Game): (number | null)[] {
  return gameForms(feasibleIn(game)).dividends.map((form) => (form ? applied(form, game) : null));
}
