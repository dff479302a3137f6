/** Trust against its originals: the beta reputation system, and trust by steps. */

import type { AnyMechanism } from "../../model/mechanism.ts";
import { stepTrust } from "../../model/mechanisms/stepTrust.ts";
import { betaTrust, trust } from "../../model/mechanisms/trust.ts";
import type { Scenario } from "../../model/scenario.ts";
import { alone, both, complete, type Docking, standing } from "./docking.ts";

const BETA = "Jøsang & Ismail (2002), The Beta Reputation System, 15th Bled Electronic Commerce Conference";
const STEPS = "Jonker & Treur (1999), Formal analysis of models for the dynamics of trust, MAAMAW'99, LNAI 1647";
/** Float32 columns hold seven digits. */
const near = (found: number, expected: number) => Math.abs(found - expected) < 1e-5;

/** Trust of one resident in another after weeks in each of which one favor was kept, by a mechanism of trust alone. */
function keptEveryWeek(ground: Scenario, rule: AnyMechanism, weeks: number, values: Readonly<Record<string, number>>) {
  const run = standing(ground, "trusting", complete(2));
  const { ties, residents } = run.world;
  residents.at.generalTrust.fill(0.4);
  const d = ties.find(0, 1) * ties.stride;
  ties.data[d + ties.offset.trust!] = 0.4;
  const step = alone(rule, run, values);
  for (let week = 0; week < weeks; week++) {
    ties.data[d + ties.offset.kept!]! += 1;
    step(week);
  }
  return ties.data[d + ties.offset.trust!]!;
}

export function withoutEvidence(): Docking {
  const bases = Array.from({ length: 101 }, (_, k) => k / 100);
  const off = Math.max(...bases.map((base) => Math.abs(betaTrust(0, 0, 3, base) - base)));
  return {
    name: { en: "Beta trust without evidence", zh: "无往来时的贝塔信任" },
    rule: "trust.betaTrust",
    published: {
      en: "Without evidence trust is the base rate: 1/2 at even priors.",
      zh: "没有任何往来时，信任等于基准率；先验对称时为 1/2。",
    },
    source: `${BETA}, eq. 6`,
    found: {
      en: `${betaTrust(0, 0, 2, 0.5)} at a base of 1/2 and two prior events; of 101 other bases none is missed by more than ${off.toExponential(0)}`,
      zh: `基准率 1/2、先验两次时为 ${betaTrust(0, 0, 2, 0.5)}；另试 101 个基准率，最大偏差 ${off.toExponential(0)}`,
    },
    holds: betaTrust(0, 0, 2, 0.5) === 0.5 && off < 1e-12,
  };
}

export function sevenToOne(): Docking {
  const found = betaTrust(7, 1, 2, 0.5);
  return {
    name: { en: "Beta trust of seven good experiences and one bad", zh: "七次守信、一次失信后的贝塔信任" },
    rule: "trust.betaTrust",
    published: {
      en: "r = 7, s = 1: beta(8, 2), expected value .8.",
      zh: "r = 7、s = 1：分布 beta(8, 2)，期望值 0.8。",
    },
    source: `${BETA}, section 2.1`,
    found: both(String(found)),
    holds: Math.abs(found - 0.8) < 1e-12,
    limits: {
      en: "The model's defaults weigh a breach twice and take three prior events at general trust; at even weights, two prior events and 1/2 they are the paper's.",
      zh: "模型默认值中失信权重为二、先验为三次并取普遍信任；权重相等、先验两次、基准 1/2 时即为原文公式。",
    },
  };
}

export function forgetting(ground: Scenario): Docking {
  const monthly = 0.92;
  const lambda = monthly ** (12 / 52);
  const found = keptEveryWeek(ground, trust, 2000, { retention: monthly, prior: 2 });
  const evidence = 1 / (1 - lambda);
  const expected = (evidence + 2 * 0.4) / (evidence + 2);
  const atOnce = keptEveryWeek(ground, trust, 50, { retention: 0, prior: 2 });
  const never = keptEveryWeek(ground, trust, 50, { retention: 1, prior: 2 });
  return {
    name: { en: "Beta trust that forgets", zh: "会遗忘的贝塔信任" },
    rule: "trust",
    published: {
      en: "With a forgetting factor λ steady experience never counts more than 1/(1 − λ); at λ = 0 the last experience alone counts, at λ = 1 all do.",
      zh: "遗忘因子为 λ 时，稳定的经历累积不超过 1/(1 − λ)；λ = 0 只算最近一次，λ = 1 全部计入。",
    },
    source: `${BETA}, section 3.2`,
    found: {
      en: `${found.toFixed(5)} after 2,000 weeks of a favor each, ${expected.toFixed(5)} by the limit; ${atOnce.toFixed(4)} at λ = 0, ${never.toFixed(4)} after 50 favors at λ = 1`,
      zh: `每周一次相助，2000 周后 ${found.toFixed(5)}，极限值 ${expected.toFixed(5)}；λ = 0 时 ${atOnce.toFixed(4)}，λ = 1 时 50 次后 ${never.toFixed(4)}`,
    },
    holds: near(found, expected) && near(atOnce, (1 + 0.8) / 3) && near(never, (50 + 0.8) / 52),
  };
}

export function steps(ground: Scenario): Docking {
  const [alpha, n] = [0.08, 30];
  const found = keptEveryWeek(ground, stepTrust, n, { step: alpha });
  const expected = 1 - (1 - 0.4) * (1 - alpha) ** n;
  return {
    name: { en: "Trust by steps", zh: "逐步更新的信任（替代规则）" },
    rule: "stepTrust",
    published: {
      en: "Of n good experiences in a row each closes the share α of what is missing: 1 − (1 − t₀)(1 − α)ⁿ.",
      zh: "连续 n 次守信，每次弥补差距的 α：1 − (1 − t₀)(1 − α)ⁿ。",
    },
    source: STEPS,
    found: both(`${found.toFixed(6)} = ${expected.toFixed(6)} (α = ${alpha}, n = ${n}, t₀ = .4)`),
    holds: near(found, expected),
  };
}
