/**
 * Image scoring: the exchange of the model in the limit of the donation game.
 *
 * Weights so large that the chance of help is 0 or 1, an image that is the last deed alone, and help that does not depend
 * on need, cost or debt. Defectors are residents who trust nobody: with the weight of trust they help nobody. That an
 * image is known with chance q alone is laid over the rule, which knows all: the week's unknown images stand at the
 * threshold, where one is helped.
 */
import { tInterval } from "../../analysis/intervals.ts";
import { uniform } from "../../kernel/random.ts";
import { exchange } from "../../model/mechanisms/exchange.ts";
import type { Scenario } from "../../model/scenario.ts";
import { alone, complete, type Docking, standing } from "./docking.ts";

const PEOPLE = 240;
/** Rare, as in the original: their share lowers what helping pays by as much of itself. */
const DEFECTORS = 3;
const WEEKS = 2500;
const WORLDS = 20;
const KNOWN = [0.2, 0.4, 0.6, 0.8];
/** Misses that are let pass: the share of defectors, and that one meets oneself never. */
const CLOSE = 0.02;
const SHARP = 200;
const UNKNOWN = 0.5;
const LIMIT = {
  ...{ asking: 0.03, base: -SHARP * 1.45, need: 0, owed: 0, cost: 0, freely: 1 },
  ...{ trust: SHARP, reputation: SHARP, image: 1 },
};

/** Help received and given, a resident and week, by helpers and by defectors. */
interface Books {
  readonly helpers: { readonly received: number; readonly given: number };
  readonly defectors: { readonly received: number; readonly given: number };
}

/** Weeks of exchange in which an image is known with chance `q`. */
export function donationGame(ground: Scenario, q: number, seed: number): Books {
  const run = standing(ground, `images-${seed}`, complete(PEOPLE));
  const { ties, residents } = run.world;
  const { reputation, presence } = residents.at;
  const defects = (i: number) => i < DEFECTORS;
  presence.fill(2);
  for (let i = 0; i < PEOPLE; i++) reputation[i] = defects(i) ? 0 : 1;
  const { data, stride, offset, to } = ties;
  for (let d = 0; d < 2 * ties.pairs; d++) data[d * stride + offset.trust!] = defects(to[d ^ 1]!) ? 0 : 1;
  const step = alone(exchange, run, LIMIT);
  const hides = run.random.key("docking", "hides");
  const images = new Float32Array(PEOPLE);
  for (let week = 0; week < WEEKS; week++) {
    images.set(reputation);
    for (let i = 0; i < PEOPLE; i++) if (uniform(hides, week, i) >= q) reputation[i] = UNKNOWN;
    step(week);
    // Who helped or refused this week has a new image, 1 or 0; of the others the old one is still there to be known.
    for (let i = 0; i < PEOPLE; i++) if (reputation[i] === UNKNOWN) reputation[i] = images[i]!;
  }
  return booksOf(run.world, defects);
}

function booksOf({ ties }: ReturnType<typeof standing>["world"], defects: (i: number) => boolean): Books {
  const { data, stride, offset, to } = ties;
  const received = [0, 0];
  const given = [0, 0];
  for (let d = 0; d < 2 * ties.pairs; d++) {
    const kept = data[d * stride + offset.kept!]!;
    const back = data[(d ^ 1) * stride + offset.kept!]!;
    // A favor counts 1 for who received it and 1/2 for who gave it; two equations give the favors of each.
    const favors = (kept - back / 2) / 0.75;
    received[+defects(to[d ^ 1]!)]! += favors;
    given[+defects(to[d]!)]! += favors;
  }
  const each = (of: 0 | 1, people: number) => ({
    received: received[of]! / people / WEEKS,
    given: given[of]! / people / WEEKS,
  });
  return { helpers: each(0, PEOPLE - DEFECTORS), defectors: each(1, DEFECTORS) };
}

/** The cost a unit of benefit at which helping and defecting pay the same: below it helping pays. */
export function breakEven({ helpers, defectors }: Books): number {
  return (helpers.received - defectors.received) / (helpers.given - defectors.given);
}

export function imageScoring(ground: Scenario): Docking {
  const found = KNOWN.map((q) => {
    const worlds = Array.from({ length: WORLDS }, (_, seed) => breakEven(donationGame(ground, q, seed)));
    return { q, ...(tInterval(worlds) as { mean: number; low: number; high: number }) };
  });
  const listed = found.map(
    ({ q, mean, low, high }) => `q = ${q}: ${mean.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`,
  );
  const worst = found.reduce((a, b) => (Math.abs(b.mean - b.q) > Math.abs(a.mean - a.q) ? b : a));
  return {
    name: { en: "Image scoring", zh: "形象计分" },
    rule: "exchange",
    published: {
      en: "Cooperation can hold iff the chance q of knowing the other's image exceeds cost over benefit: helping breaks even with defecting at c/b = q.",
      zh: "当且仅当了解对方形象的概率 q 大于成本收益比时，合作才能维持：c/b = q 时相助与背叛收益相等。",
    },
    source: "Nowak & Sigmund (1998), Evolution of indirect reciprocity by image scoring, Nature 393, 573-577",
    found: {
      en: `break-even c/b at ${listed.join("; ")}`,
      zh: `收益相等的 c/b：${listed.join("；")}`,
    },
    interval: [worst.low - worst.q, worst.high - worst.q],
    holds: found.every(({ q, mean, low, high }) => (low <= q && q <= high) || Math.abs(mean - q) < CLOSE),
    limits: {
      en: "What belongs to the rule is who is helped and what that pays; selection among strategies is no part of the model. In it everybody's image is known (q = 1), moves slowly (.05 a deed) and weighs little beside need, trust and debt, so that it bends help and does not decide it. The interval is of the largest miss, break-even less q.",
      zh: "属于规则的是谁得到帮助、由此收益多少；策略的演化选择不在模型之内。模型中口碑人人皆知（q = 1）、变化缓慢、只是影响相助的因素之一，因而只是调节而不决定是否相助。区间为最大偏差（收益相等点减 q）。",
    },
  };
}
