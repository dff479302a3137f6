/** Measures of the social graph, on acquaintances or on trusting ties (trust of at least 1/2). */
import { createRandom } from "../kernel/random.ts";
import type { Run } from "../model/run.ts";
import { type Arcs, arcsOfTies, forEachArc, mutual, shared, union } from "./arcs.ts";
import { meanConstraint, meanEffectiveSize, simmelian } from "./brokerage.ts";
import { giantComponent, maxCore } from "./cohesion.ts";
import { communities } from "./communities.ts";
import { type Measure, measure, type Reading, ratio } from "./measure.ts";
import {
  centralization,
  meanClustering,
  meanDegree,
  mixing,
  modularity,
  reciprocity,
  transitivity,
  triangles,
} from "./structure.ts";

interface Shape {
  readonly known: Arcs;
  readonly closed: ReturnType<typeof triangles>;
  readonly trusting: Arcs;
}

const shapes = new WeakMap<Reading, Shape>();

/** The graphs of a reading, built once. */
function shape(reading: Reading): Shape {
  let made = shapes.get(reading);
  if (!made) {
    const { ties } = reading.run.world;
    const trust = ties.offset.trust!;
    const known = arcsOfTies(ties);
    const trusting = arcsOfTies(ties, { keep: (d) => ties.data[d * ties.stride + trust]! >= 0.5 });
    made = { known, closed: triangles(known), trusting };
    shapes.set(reading, made);
  }
  return made;
}

/** Acquaintances over pairs of co-residents of a community who have arrived. */
function localDensity(run: Run): number | null {
  const { present } = run.world.communities.at;
  let pairs = 0;
  for (let c = 0; c < run.world.communities.rows; c++) pairs += (present[c]! * (present[c]! - 1)) / 2;
  return ratio(run.world.ties.count, pairs);
}

/** First organization of each resident, -1 for none. */
function firstOrganization(run: Run): Int32Array {
  const { memberships, residents } = run.world;
  return Int32Array.from({ length: residents.rows }, (_, i) => {
    const m = memberships.firstA[i]!;
    return m < 0 ? -1 : memberships.at.b[m]!;
  });
}

/** Share of acquainted pairs that have an acquaintance in common. */
function closure(known: Arcs): number {
  let closed = 0;
  forEachArc(known, (i, j) => {
    if (shared(known, i, j) > 0) closed++;
  });
  return closed / known.to.length;
}

const on = <const N extends string>(
  name: N,
  unit: string,
  en: string,
  zh: string,
  read: (s: Shape, r: Reading) => number | null,
  source?: string,
): Measure<N> => measure(name, unit, en, zh, (r) => (r.run.world.ties.count === 0 ? null : read(shape(r), r)), source);

export const SHAPE = [
  measure("density", "share of pairs", "acquainted pairs of co-residents", "同社区居民相识比例", ({ run }) =>
    localDensity(run),
  ),
  on("meanDegree", "residents", "mean number of acquaintances", "平均相识人数", (s) => meanDegree(s.known)),
  on("reciprocity", "share of arcs", "trusting ties that are mutual", "互相信任的关系比例", (s) =>
    reciprocity(s.trusting),
  ),
  on("transitivity", "share of two-paths", "transitivity of acquaintances", "相识网络传递性", (s) =>
    transitivity(s.known, s.closed),
  ),
  on(
    "clustering",
    "[0, 1]",
    "mean local clustering",
    "平均聚集系数",
    (s) => meanClustering(s.known, s.closed),
    "Watts & Strogatz (1998)",
  ),
  on(
    "closure",
    "share of ties",
    "ties with a common acquaintance",
    "有共同熟人的关系比例",
    (s) => closure(s.known),
    "Coleman (1988)",
  ),
  on(
    "bondingBlock",
    "share of ties",
    "ties within a block",
    "同楼栋（胡同）关系比例",
    (s, { run }) => mixing(s.known, run.world.residents.at.block).bonding,
  ),
  on(
    "bridgingBlock",
    "share of ties",
    "ties between blocks",
    "跨楼栋（胡同）关系比例",
    (s, { run }) => mixing(s.known, run.world.residents.at.block).bridging,
  ),
  on(
    "eiBlock",
    "[-1, 1]",
    "E-I index by block",
    "楼栋 E-I 指数",
    (s, { run }) => mixing(s.known, run.world.residents.at.block).ei,
    "Krackhardt & Stern (1988)",
  ),
  on(
    "bridgingNewcomer",
    "share of ties",
    "ties between newcomers and locals",
    "外来与本地居民间关系比例",
    (s, { run }) => mixing(s.known, run.world.residents.at.newcomer).bridging,
  ),
  on(
    "eiNewcomer",
    "[-1, 1]",
    "E-I index by newcomer",
    "外来人口 E-I 指数",
    (s, { run }) => mixing(s.known, run.world.residents.at.newcomer).ei,
  ),
  on(
    "bridgingOrganization",
    "share of ties",
    "ties between organizations",
    "跨组织关系比例",
    (s, { run }) => mixing(s.known, firstOrganization(run)).bridging,
  ),
  on("constraint", "[0, 1.125]", "mean constraint", "平均限制度", (s) => meanConstraint(s.known), "Burt (1992)"),
  on(
    "effectiveSize",
    "residents",
    "mean effective size",
    "平均有效规模",
    (s) => meanEffectiveSize(s.known),
    "Burt (1992)",
  ),
  on(
    "simmelian",
    "share of mutual ties",
    "Simmelian ties among trusting ones",
    "齐美尔关系比例",
    (s) => simmelian(mutual(s.trusting)).share,
    "Krackhardt (1999)",
  ),
  on(
    "centralization",
    "[0, 1]",
    "degree centralization",
    "度中心势",
    (s) => centralization(union(s.known)),
    "Freeman (1978)",
  ),
  on("giantComponent", "share of residents", "largest component", "最大连通分支", (s) => giantComponent(s.known)),
  on(
    "modularity",
    "[-0.5, 1]",
    "modularity of the found communities",
    "模块度",
    (s, { run }) =>
      modularity(s.known, communities(s.known, createRandom(run.seed).key("observe", "communities"), run.tick)),
    "Blondel et al. (2008)",
  ),
  on("maxCore", "ties", "highest core", "最高核数", (s) => maxCore(s.known), "Seidman (1983)"),
];
