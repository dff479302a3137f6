/**
 * What the runs of claims show. Pairs are of one draw and seed; p values are adjusted by Holm over the whole family, in
 * which tests that were not run count as the largest, so that a part of the claims is judged no less strictly.
 *
 * A claim is *emergent* where its effect is on the side expected, and still is with the term frozen that names it (both
 * intervals of 95 %), or where no term names it. Its *sign is assumed* where the contrast is the term, or where freezing it
 * takes from the effect, pair by pair, and does not leave it on its side: the runs then show size and interaction. Where
 * neither can be told its *origin is open*.
 */
import { holm } from "../../analysis/holm.ts";
import { type MeanInterval, tInterval } from "../../analysis/intervals.ts";
import { type PairedDifference, pairedDifference } from "../../analysis/paired.ts";
import { equivalenceP, pairedP } from "../../analysis/pairedTest.ts";
import { mean } from "../../analysis/summary.ts";
import { isOnSide, jointVerdict, type Verdict, verdictOf } from "../../analysis/verdict.ts";
import type { MeasureValue } from "../../observe/measure.ts";
import { sidesOf } from "./armsOf.ts";
import type { Both, Claim, ClaimTest } from "./claim.ts";
import { FAMILY } from "./claims.ts";

export type Tag = "emergent" | "sign assumed" | "origin open";

export interface TestResult {
  readonly measure: string;
  /** Pairs of which both runs ended; of those, pairs that a run without the measure left. */
  readonly pairs: number;
  readonly dropped: number;
  /** Means of both arms. */
  readonly a: number | null;
  readonly b: number | null;
  /** Mean of b less a, with its 95 % interval. */
  readonly effect: MeanInterval;
  /** Share of pairs that differ in the direction expected; null where none is expected. */
  readonly share: number | null;
  /** Of no difference; where little is expected, of a difference as large as the band. */
  readonly p: number | null;
  readonly adjusted: number | null;
  readonly verdict: Verdict;
  readonly tag: Tag | null;
  /** The effect with the term frozen, and in other circumstances; null where not run. */
  readonly frozen: MeanInterval | null;
  /** What freezing takes from the effect, pair by pair. */
  readonly taken: MeanInterval | null;
  readonly within: MeanInterval | null;
  /** How much larger the effect is in those circumstances, pair by pair. */
  readonly interaction: MeanInterval | null;
}

/** A measure in an arm, over the runs that have it. */
export interface Cell extends MeanInterval {
  readonly arm: string;
  readonly measure: string;
}

export interface ClaimResult {
  readonly id: number;
  readonly verdict: Verdict;
  /** Every arm of the claim, those in no contrast among them, with the measures of the tests in its neighborhood. */
  readonly cells: readonly Cell[];
  readonly tests: readonly TestResult[];
}

/** What a run's measure was: null where it has none, undefined where the run failed. Dates are months. */
export type ReadValue = (
  claim: Claim,
  arm: string,
  pair: number,
  at: ClaimTest["at"],
  measure: ClaimTest["measure"],
) => Exclude<MeasureValue, string> | undefined;

/** Values of both sides by pair: null where a run has none, or one of the two failed. */
interface Sides {
  /** Pairs of which both runs ended. */
  readonly ended: number;
  readonly a: readonly (number | null)[];
  readonly b: readonly (number | null)[];
}

/** @param pairs pairs of runs in each contrast. */
export function judge(claims: readonly Claim[], pairs: number, read: ReadValue): readonly ClaimResult[] {
  const tested = claims.flatMap((claim) => claim.tests.map((test) => begun(claim, test, pairs, read)));
  const known = tested.filter((t) => t.p !== null);
  const adjusted = holm(
    known.map((t) => t.p!),
    Math.max(FAMILY, known.length),
  );
  const results = tested.map((t) => ended(t, known.includes(t) ? adjusted[known.indexOf(t)]! : null));
  return claims.map((claim) => {
    const tests = results.splice(0, claim.tests.length);
    const verdict = jointVerdict(tests.map((t) => t.verdict));
    return { id: claim.id, verdict, cells: cellsOf(claim, pairs, read), tests };
  });
}

function cellsOf(claim: Claim, pairs: number, read: ReadValue): Cell[] {
  return Object.entries(claim.arms).flatMap(([arm, { neighborhood }]) => {
    const own = claim.tests.filter((test) => claim.arms[test.a]!.neighborhood === neighborhood);
    const measures = new Map(own.map((test) => [test.measure, test]));
    return [...measures.values()].map(({ measure, at, absent }) => {
      const values = Array.from({ length: pairs }, (_, k) => {
        const value = read(claim, arm, k, at, measure);
        return value === null ? (absent?.value ?? null) : (value ?? null);
      });
      return { arm, measure, ...tInterval(values.filter((value) => value !== null)) };
    });
  });
}

/** A test before its p value is adjusted. */
type Begun = Omit<TestResult, "adjusted" | "verdict" | "tag"> & { readonly test: ClaimTest };

function begun(claim: Claim, test: ClaimTest, pairs: number, read: ReadValue): Begun {
  const sides = (setting?: Both) => valuesOf(claim, test, pairs, read, setting);
  const plain = sides();
  const difference = pairedDifference(plain.a, plain.b);
  const held = test.frozen.kind === "held" ? sides(test.frozen) : null;
  const elsewhere = test.within ? sides(test.within) : null;
  const whole = plain.a.flatMap((a, k) => (a === null || plain.b[k] == null ? [] : [[a, plain.b[k]!] as const]));
  const { direction, smallest } = test;
  return {
    ...{ test, measure: test.measure, pairs: plain.ended, dropped: plain.ended - whole.length },
    a: mean(whole.map(([a]) => a)),
    b: mean(whole.map(([, b]) => b)),
    effect: intervalOf(difference),
    share: direction === 0 ? null : mean(whole.map(([a, b]) => (direction * (b - a) > 0 ? 1 : 0))),
    p: direction === 0 ? equivalenceP(difference, smallest) : pairedP(difference),
    frozen: held && intervalOf(pairedDifference(held.a, held.b)),
    taken: held && intervalOf(pairedDifference(effects(held), effects(plain))),
    within: elsewhere && intervalOf(pairedDifference(elsewhere.a, elsewhere.b)),
    interaction: elsewhere && intervalOf(pairedDifference(effects(plain), effects(elsewhere))),
  };
}

function ended({ test, ...result }: Begun, adjusted: number | null): TestResult {
  return { ...result, adjusted, verdict: verdictOf(result.effect, adjusted, test), tag: tagOf(test, result) };
}

/** Null where there is no effect on the side expected: nothing to tell the origin of. */
function tagOf(
  { frozen, direction }: ClaimTest,
  { effect, frozen: left, taken }: Pick<Begun, "effect" | "frozen" | "taken">,
): Tag | null {
  if (direction === 0 || !isOnSide(effect, direction)) return null;
  if (frozen.kind !== "held") return frozen.kind === "none" ? "emergent" : "sign assumed";
  if (left && isOnSide(left, direction)) return "emergent";
  return taken && isOnSide(taken, direction) ? "sign assumed" : "origin open";
}

function valuesOf(claim: Claim, test: ClaimTest, pairs: number, read: ReadValue, setting?: Both): Sides {
  const sides = sidesOf(test, setting);
  const values = Array.from({ length: pairs }, (_, k) =>
    sides.map((arm) => read(claim, arm, k, test.at, test.measure)),
  );
  const ended = values.filter((pair) => !pair.includes(undefined)).length;
  const side = (s: 0 | 1) =>
    values.map((pair) => (pair.includes(undefined) ? null : (pair[s] ?? test.absent?.value ?? null)));
  return { ended, a: side(0), b: side(1) };
}

const effects = ({ a, b }: Sides) => a.map((x, k) => (x === null || b[k] == null ? null : b[k]! - x));
const intervalOf = ({ n, mean, low, high }: PairedDifference): MeanInterval => ({ n, mean, low, high });
