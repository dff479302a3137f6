/**
 * Bounded confidence: the discussion of the model at one large table, in the limit that Deffuant et al. simulate. The item
 * divides as far as can be, so that opinions begin evenly on [0, 1]; turns are shared evenly; nobody argues for the mean.
 */
import { wilsonInterval } from "../../analysis/wilson.ts";
import { discussion } from "../../model/mechanisms/discussion.ts";
import type { Scenario } from "../../model/scenario.ts";
import { alone, type Docking, standing } from "./docking.ts";

const TABLE = 400;
const MEETINGS = 40;
/** Rounds of as many talks as there are delegates: enough for all to come to rest. */
const ROUNDS = 100;
/** Opinions farther apart than this lie in two clusters; those of fewer than a twentieth of the table are outliers. */
const APART = 0.05;
const MAJOR = 0.05 * TABLE;

/** Opinions of the delegates after talks without end about one item. */
function talked(ground: Scenario, bound: number, seed: number): Float64Array {
  const run = standing(ground, `opinions-${seed}`, undefined, {
    ...{ "start.communities": 1, "start.households": TABLE, "start.acquaintances": 0 },
  });
  const { platforms, seats, issues, residents } = run.world;
  seats.reserve(TABLE);
  seats.fit(platforms.capacity, residents.capacity);
  const p = platforms.add();
  for (let i = 0; i < TABLE; i++) seats.at.present[seats.link(p, i)] = 1;
  const issue = issues.add();
  // Contention without salience: opinions lie evenly on the whole of [0, 1].
  Object.entries({ platform: p, identity: seed, contention: 1, salience: 0, tabled: 0 }).forEach(([column, value]) => {
    (issues.at as unknown as Record<string, Float32Array>)[column]![issue] = value;
  });
  const { world, clock, random } = run;
  const context = { ...run.context, procedure: { ...run.context.procedure, turns: 1, rounds: ROUNDS } };
  alone(discussion, { world, clock, random, context }, { bound, step: 0.5, argument: 0 })(0);
  return Float64Array.from(seats.at.opinion.subarray(0, TABLE)).sort();
}

function majorClusters(opinions: Float64Array): number {
  let [clusters, size] = [0, 0];
  for (let k = 0; k < opinions.length; k++) {
    size++;
    if (k + 1 < opinions.length && opinions[k + 1]! - opinions[k]! <= APART) continue;
    if (size >= MAJOR) clusters++;
    size = 0;
  }
  return clusters;
}

function boundedConfidence(
  ground: Scenario,
  bound: number,
  expected: number,
  published: Docking["published"],
): Docking {
  const counts = Array.from({ length: MEETINGS }, (_, seed) => majorClusters(talked(ground, bound, seed)));
  const hits = counts.filter((count) => count === expected).length;
  const { low, high } = wilsonInterval(hits, MEETINGS);
  const seen = [...new Set(counts)].sort((a, b) => a - b);
  const listed = seen.map((n) => [n, counts.filter((count) => count === n).length] as const);
  return {
    name: { en: `Bounded confidence, ε = ${bound}`, zh: `有界置信，ε = ${bound}` },
    rule: "discussion",
    published,
    source:
      "Deffuant, Neau, Amblard & Weisbuch (2000), Mixing beliefs among interacting agents, Advances in Complex Systems 3, 87-98",
    found: {
      en: `of ${MEETINGS} tables of ${TABLE} ${listed.map(([n, tables]) => `${tables} end in ${n} major cluster${n === 1 ? "" : "s"}`).join(", ")}`,
      zh: `${MEETINGS} 桌、每桌 ${TABLE} 人：${listed.map(([n, tables]) => `${tables} 桌形成 ${n} 个主要意见群`).join("，")}`,
    },
    interval: [low!, high!],
    holds: low! > 0.5,
    limits: {
      en: "Share of tables with that number of clusters of at least 5 % of the table; outliers that the paper finds as well are left out. The model's tables are far smaller, and its group argument (weight .1) draws all to the mean.",
      zh: "区间为恰有该数目意见群（不少于 5%）的桌次比例；零星离群者（原文亦有）不计。模型中的会议规模小得多，且有“集体论证”把众人拉向均值。",
    },
  };
}

export function wideConfidence(ground: Scenario): Docking {
  return boundedConfidence(ground, 0.5, 1, {
    en: "All end in one cluster (about 1/(2ε)).",
    zh: "最终归于一群（约 1/(2ε) 群）。",
  });
}

export function narrowConfidence(ground: Scenario): Docking {
  return boundedConfidence(ground, 0.2, 2, {
    en: "They end in two major clusters (the whole part of 1/(2ε) = 2.5).",
    zh: "最终分为两个主要意见群（1/(2ε) = 2.5 的整数部分）。",
  });
}
