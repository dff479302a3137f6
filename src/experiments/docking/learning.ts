/** Learning by doing and its forgetting, and learning from outcomes. */

import { efficacy, multiplyOdds } from "../../model/mechanisms/efficacy.ts";
import { expectation, learned } from "../../model/mechanisms/expectation.ts";
import { skills } from "../../model/mechanisms/skills.ts";
import { capability } from "../../model/membership.ts";
import type { Scenario } from "../../model/scenario.ts";
import { alone, both, type Docking, standing } from "./docking.ts";

const CURVES =
  "Argote, Beckman & Epple (1990), The persistence and transfer of learning in industrial settings, Management Science 36(2), 140-154; Argote (2013), Organizational Learning";

/** Skill in organizing after weeks with a meeting each, then idle ones, by the mechanism alone. */
function stock(ground: Scenario, retention: number, met: number, idle = 0): number {
  const run = standing(ground, "learning");
  const { organizations } = run.world;
  const o = organizations.add();
  const step = alone(skills, run, { retention, practice: 0.02 });
  for (let week = 0; week < met + idle; week++) {
    organizations.at.lastMet[o] = week < met ? week : -1;
    step(week);
  }
  return organizations.at.organizing[o]!;
}

export function learningCurve(ground: Scenario): Docking {
  const retention = skills.parameters.retention.default;
  const limit = 0.02 / (1 - retention ** (12 / 52));
  const found = stock(ground, retention, 3000);
  return {
    name: { en: "Learning curve", zh: "学习曲线" },
    rule: "skills",
    published: {
      en: "Knowledge that depreciates, K ← λK + q, converges at steady practice q to q/(1 − λ).",
      zh: "会折旧的知识 K ← λK + q，在稳定实践 q 下收敛于 q/(1 − λ)。",
    },
    source: CURVES,
    found: both(`${found.toFixed(4)} = ${limit.toFixed(4)}`),
    holds: Math.abs(found / limit - 1) < 1e-4,
  };
}

export function forgettingCurve(ground: Scenario): Docking {
  const retention = skills.parameters.retention.default;
  const full = stock(ground, retention, 3000);
  const halfLife = Math.log(0.5) / Math.log(retention ** (12 / 52));
  const [before, after] = [Math.floor(halfLife), Math.ceil(halfLife)].map(
    (idle) => stock(ground, retention, 3000, idle) / full,
  );
  const lost = 1 - retention;
  return {
    name: { en: "Forgetting", zh: "遗忘" },
    rule: "skills",
    published: {
      en: "Without practice half is forgotten after ln ½ / ln λ; shipyards lost 3.6 to 5.7 % of what they knew a month.",
      zh: "不实践时，经 ln ½ / ln λ 遗忘一半；造船厂每月遗忘所知的 3.6% 至 5.7%。",
    },
    source: "Thompson (2007), How much did the Liberty shipbuilders forget?, Management Science 53(6), 908-918",
    found: {
      en: `by the formula after ${halfLife.toFixed(1)} weeks; left after ${Math.floor(halfLife)} weeks ${before!.toFixed(4)}, after ${Math.ceil(halfLife)} ${after!.toFixed(4)}; ${(100 * lost).toFixed(1)} % a month`,
      zh: `按公式为 ${halfLife.toFixed(1)} 周；${Math.floor(halfLife)} 周后余 ${before!.toFixed(4)}，${Math.ceil(halfLife)} 周后余 ${after!.toFixed(4)}；每月遗忘 ${(100 * lost).toFixed(1)}%`,
    },
    holds: before! >= 0.5 && after! <= 0.5 && lost >= 0.036 && lost <= 0.057,
    limits: { en: "Ships are not meetings: the rate is carried over.", zh: "造船不同于开会：此处借用其速率。" },
  };
}

export function saturation(): Docking {
  const values = [0, 0.25, 1, 4].map((K) => [K, capability(K)] as const);
  return {
    name: { en: "Capability saturates", zh: "能力饱和" },
    rule: "membership.capability",
    published: {
      en: "K/(K + K½): 0 without a stock, half at K½, 4/5 at four times it, never 1.",
      zh: "K/(K + K½)：无存量为 0，存量为 K½ 时为一半，四倍时为 4/5，永不达 1。",
    },
    source:
      "Mazur & Hastie (1978), Learning as accumulation, Psychological Bulletin 85(6), 1256-1274 (the hyperbolic learning curve)",
    found: both(values.map(([K, c]) => `${K}: ${c}`).join("; ")),
    holds: values.every(([K, c]) => c === K / (K + 1)) && capability(1e9) < 1,
  };
}

export function acquisition(): Docking {
  const [speed, n] = [0.05, 40];
  let e = 0;
  for (let k = 0; k < n; k++) e = learned(e, 1, speed, 2.25);
  const expected = 1 - (1 - speed) ** n;
  return {
    name: { en: "Learning what to expect", zh: "期望的学习" },
    rule: "expectation.learned",
    published: {
      en: "n rewarded trials bring the expectation to 1 − (1 − γ)ⁿ of what is to be had.",
      zh: "连续 n 次兑现后，期望达到 1 − (1 − γ)ⁿ。",
    },
    source:
      "Rescorla & Wagner (1972), A theory of Pavlovian conditioning, in Black & Prokasy (eds), Classical Conditioning II",
    found: both(`${e.toFixed(6)} = ${expected.toFixed(6)} (γ = ${speed}, n = ${n})`),
    holds: Math.abs(e - expected) < 1e-12,
  };
}

export function losses(): Docking {
  const published = 2.25;
  const { speed, loss } = expectation.parameters;
  const ratio = (weight: number) =>
    (0.5 - learned(0.5, 0, speed.default, weight)) / (learned(0.5, 1, speed.default, weight) - 0.5);
  const [at, own] = [ratio(published), ratio(loss.default)];
  return {
    name: { en: "Losses loom larger", zh: "损失厌恶" },
    rule: "expectation.learned",
    published: {
      en: "A loss weighs 2.25 times a gain of the same size (median).",
      zh: "同等大小的损失，分量是收益的 2.25 倍（中位数）。",
    },
    source: "Tversky & Kahneman (1992), Advances in prospect theory, Journal of Risk and Uncertainty 5(4), 297-323",
    found: {
      en: `disappointment over fulfilment of the same gap: ${at.toFixed(3)} at that weight, ${own.toFixed(3)} at the model's default`,
      zh: `同等差距下失望与兑现之比：取该权重时 ${at.toFixed(3)}，取模型默认值时 ${own.toFixed(3)}`,
    },
    holds: Math.abs(at - published) < 1e-9,
    limits: {
      en: "Their weight is one of values; here it is one of learning. The update is as they have it only while speed times weight stays below 1.",
      zh: "原文是价值的权重，这里用作学习的权重；且仅当速度与权重之积小于 1 时成立。",
    },
  };
}

export function success(): Docking {
  const factor = efficacy.parameters.success.default;
  const odds = (p: number) => p / (1 - p);
  const rise = (p: number) => multiplyOdds(p, factor) / p;
  const start = efficacy.parameters.start.default;
  const ratio = odds(multiplyOdds(start, factor)) / odds(start);
  return {
    name: { en: "One success", zh: "一次成功" },
    rule: "efficacy.multiplyOdds",
    published: {
      en: "A successful first report makes a second one 57 % more probable.",
      zh: "首次反映得到解决，使再次反映的概率提高 57%。",
    },
    source:
      "Sjoberg, Mellon & Peixoto (2017), The effect of bureaucratic responsiveness on citizen participation, Public Administration Review 77(3), 340-351",
    found: {
      en: `odds times ${ratio.toFixed(2)}; the probability times ${rise(0.02).toFixed(2)} where it is .02, times ${rise(start).toFixed(2)} at the model's start of ${start}`,
      zh: `几率乘以 ${ratio.toFixed(2)}；概率在 0.02 处乘以 ${rise(0.02).toFixed(2)}，在模型初值 ${start} 处乘以 ${rise(start).toFixed(2)}`,
    },
    holds: Math.abs(rise(0.02) - 1.57) < 0.03,
    limits: {
      en: "The study reports a rise of the probability, the rule raises odds: the two agree where acting is rare, as reports are; at the model's start of efficacy the same success raises it less. Efficacy is a belief, which bears on acting with other things.",
      zh: "原文报告概率的提高，规则提高的是几率：两者在行动罕见时（如上报）一致；在模型效能感初值处，同一次成功带来的提高较小。效能感是一种信念，与其他因素一同影响行动。",
    },
  };
}
