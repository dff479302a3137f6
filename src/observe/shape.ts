/** Measures of the social graph, on acquaintances or on trusting ties (trust of at least 1/2). */
import { createRandom } from "../kernel/random.ts";
import type { Ties } from "../kernel/ties.ts";
import type { Run } from "../model/run.ts";
import { type Arcs, arcsOfTies } from "./arcs.ts";
import { meanConstraint, meanEffectiveSize, simmelian } from "./brokerage.ts";
import { giantComponent, maxCore } from "./cohesion.ts";
import { louvain } from "./louvain.ts";
import { type Measure, measure, type Reading, ratio } from "./measure.ts";
import {
  type Closing,
  centralization,
  closing,
  closure,
  type Mixing,
  meanClustering,
  meanDegree,
  mixing,
  modularity,
  transitivity,
} from "./structure.ts";

/** The graphs of a reading and what several measures take from them, each made once, when it is first asked for. */
class Shape {
  readonly #run: Run;
  #known: Arcs | undefined;
  #closed: Closing | undefined;
  #trust: Trust | undefined;
  #byBlock: Mixing | undefined;
  #byNewcomer: Mixing | undefined;

  constructor(run: Run) {
    this.#run = run;
  }

  /** Acquaintances; symmetric. */
  get known(): Arcs {
    this.#known ??= arcsOfTies(this.#run.world.ties);
    return this.#known;
  }

  /** Their triangles. */
  get closed(): Closing {
    this.#closed ??= closing(this.known);
    return this.#closed;
  }

  get trust(): Trust {
    this.#trust ??= trust(this.#run.world.ties);
    return this.#trust;
  }

  get byBlock(): Mixing {
    this.#byBlock ??= mixing(this.known, this.#run.world.residents.at.block);
    return this.#byBlock;
  }

  get byNewcomer(): Mixing {
    this.#byNewcomer ??= mixing(this.known, this.#run.world.residents.at.newcomer);
    return this.#byNewcomer;
  }
}

const shapes = new WeakMap<Reading, Shape>();

function shape(reading: Reading): Shape {
  let made = shapes.get(reading);
  if (!made) {
    made = new Shape(reading.run);
    shapes.set(reading, made);
  }
  return made;
}

/** Trusting ties. */
interface Trust {
  /** How many there are. */
  readonly ties: number;
  /** Those that are mutual; symmetric. */
  readonly mutual: Arcs;
}

/** A pair holds both its ties, so one look at it tells what `mutual` would have to search for among arcs. */
function trust(ties: Ties): Trust {
  const { pairs, to, data, stride, offset } = ties;
  const answered = new Uint8Array(pairs);
  let count = 0;
  for (let p = 0; p < pairs; p++) {
    if (to[2 * p]! < 0) continue;
    const at = 2 * p * stride + offset.trust!;
    const there = data[at]! >= 0.5;
    const back = data[at + stride]! >= 0.5;
    if (there) count++;
    if (back) count++;
    if (there && back) answered[p] = 1;
  }
  return { ties: count, mutual: arcsOfTies(ties, { keep: (d) => answered[d >> 1] === 1 }) };
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
  on("reciprocity", "share of arcs", "trusting ties that are mutual", "互相信任的关系比例", ({ trust }) =>
    trust.ties === 0 ? 0 : trust.mutual.to.length / trust.ties,
  ),
  on("transitivity", "share of two-paths", "transitivity of acquaintances", "相识网络传递性", (s) =>
    transitivity(s.known, s.closed.triangles),
  ),
  on(
    "clustering",
    "[0, 1]",
    "mean local clustering",
    "平均聚集系数",
    (s) => meanClustering(s.known, s.closed.triangles),
    "Watts & Strogatz (1998)",
  ),
  on(
    "closure",
    "share of ties",
    "ties with a common acquaintance",
    "有共同熟人的关系比例",
    (s) => closure(s.known, s.closed),
    "Coleman (1988)",
  ),
  on("bondingBlock", "share of ties", "ties within a block", "同楼栋（胡同）关系比例", (s) => s.byBlock.bonding),
  on("bridgingBlock", "share of ties", "ties between blocks", "跨楼栋（胡同）关系比例", (s) => s.byBlock.bridging),
  on("eiBlock", "[-1, 1]", "E-I index by block", "楼栋 E-I 指数", (s) => s.byBlock.ei, "Krackhardt & Stern (1988)"),
  on(
    "bridgingNewcomer",
    "share of ties",
    "ties between newcomers and locals",
    "外来与本地居民间关系比例",
    (s) => s.byNewcomer.bridging,
  ),
  on("eiNewcomer", "[-1, 1]", "E-I index by newcomer", "外来人口 E-I 指数", (s) => s.byNewcomer.ei),
  on(
    "bridgingOrganization",
    "share of ties",
    "ties between organizations",
    "跨组织关系比例",
    (s, { run }) => mixing(s.known, firstOrganization(run)).bridging,
  ),
  on(
    "constraint",
    "[0, 1.125]",
    "mean constraint",
    "平均限制度",
    (s) => meanConstraint(s.known, s.closed),
    "Burt (1992)",
  ),
  on(
    "effectiveSize",
    "residents",
    "mean effective size",
    "平均有效规模",
    (s) => meanEffectiveSize(s.known, s.closed.triangles),
    "Burt (1992)",
  ),
  on(
    "simmelian",
    "share of mutual ties",
    "Simmelian ties among trusting ones",
    "齐美尔关系比例",
    (s) => simmelian(s.trust.mutual, s.trust.mutual).share,
    "Krackhardt (1999)",
  ),
  on("centralization", "[0, 1]", "degree centralization", "度中心势", (s) => centralization(s.known), "Freeman (1978)"),
  on("giantComponent", "share of residents", "largest component", "最大连通分支", (s) => giantComponent(s.known)),
  on(
    "modularity",
    "[-0.5, 1]",
    "modularity of the found communities",
    "模块度",
    (s, { run }) =>
      modularity(s.known, louvain(s.known, createRandom(run.seed).key("observe", "communities"), run.tick)),
    "Blondel et al. (2008)",
  ),
  on("maxCore", "ties", "highest core", "最高核数", (s) => maxCore(s.known), "Seidman (1983)"),
];
